"""`import`: filled questionnaires, one line a form."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.cli.console import Console
from desktop.exchange.forms.intake import Line, read_forms, take_forms
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.wording import refusals
from desktop.wording.forms import participant_number, taken_line


def run(arguments: Namespace, console: Console) -> int:
    """Take the forms, each whole or not at all; returns 1 when one is refused."""
    with Assessment.open(arguments.file, author=arguments.author) as assessment:
        lines = take_forms(assessment, read_forms(arguments.forms, console.progress))
    refused = sum(isinstance(line.result, RefusalError) for line in lines)
    console.result({"taken": len(lines) - refused, "refused": refused, "forms": [_content(line) for line in lines]})
    for line in lines:
        console.say(_("{file}: {outcome}").format(file=line.path, outcome=_outcome(line)))
    if not lines:
        console.tell(_("There is no workbook in what was named."))
        return 1
    if refused:
        text = ngettext("{count} of {of} form refused.", "{count} of {of} forms refused.", len(lines))
        console.tell(text.format(count=refused, of=len(lines)))
    return 1 if refused else 0


def _outcome(line: Line) -> str:
    if isinstance(line.result, RefusalError):
        return _("refused. {reason}").format(reason=refusals.sentence(line.result))
    return taken_line(line.result)


def _content(line: Line) -> dict[str, Any]:
    if isinstance(line.result, RefusalError):
        return {
            "file": str(line.path),
            "outcome": "refused",
            "code": line.result.code,
            "message": refusals.sentence(line.result),
        }
    taken = line.result
    return {
        "file": str(line.path),
        "outcome": taken.outcome,
        "participant": participant_number(taken.number),
        "answered": taken.answered,
        "questions": taken.questions,
        "changed": taken.changed,
        "message": taken_line(taken),
    }
