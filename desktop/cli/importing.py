"""`import`: filled questionnaires, one line a form."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from msgspec.structs import replace

from desktop.cli.console import Console
from desktop.cli.reading import opened_to_edit
from desktop.exchange.forms.form_files import find_forms
from desktop.exchange.forms.intake import Line, filled, read_forms, take_forms
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import FilledForm, Outcome, UnclearCell
from desktop.model.errors import RefusalError
from desktop.wording import refusals
from desktop.wording.forms import cell_place, outdated_lines, participant_number, passed_over, remark_line, taken_line

_UNCLEAR = ("form.choice_not_on_form", "form.merged")
_KEEP = Ruling(empties=False, prevails=False)
_REPLACE = Ruling(counts=True, empties=True, prevails=True)


def run(arguments: Namespace, console: Console) -> int:
    """Take the forms, each whole or not at all; returns 1 when one is refused."""
    with opened_to_edit(arguments.file, arguments.author, console) as assessment:
        wanted = _by_participant(assessment, arguments)
        found = find_forms(arguments.forms)
        read = read_forms(found.files, console.progress)
        alone = len(arguments.forms) == 1 and not arguments.forms[0].is_dir()
        rulings = _rulings(assessment, filled(read), wanted, skip=arguments.skip_unclear, alone=alone)
        lines = take_forms(assessment, read, rulings)
    results = [line.result for line in lines if not isinstance(line.result, RefusalError)]
    refused = len(lines) - len(results)
    blank = sum(one.outcome is Outcome.BLANK for one in results)
    console.result(
        {
            "taken": sum(one.outcome.is_taken for one in results),
            "blank": blank,
            "refused": refused,
            "passed_over": found.passed_over,
            "forms": [_content(line) for line in lines],
        }
    )
    for line in lines:
        console.say(_("{file}: {outcome}").format(file=line.path, outcome=_outcome(line)))
        for cell in _listed(line):
            console.say("  " + cell_place(cell))
        for left in [] if isinstance(line.result, RefusalError) else outdated_lines(line.result):
            console.say("  " + left)
        for remark in line.form.remarks if line.form else ():
            console.say("  " + remark_line(remark))
    if found.passed_over:
        console.tell(passed_over(found.passed_over))
    if not lines:
        console.tell(_("There is no form among the files named."))
        return 1
    if blank:
        text = ngettext("Blank: {count} of {of} form.", "Blank: {count} of {of} forms.", len(lines))
        text = text.format(count=blank, of=len(lines))
        if any(one.kept for one in results if one.outcome is Outcome.BLANK):
            text += " " + _(
                "Blank forms clear nothing; to clear what such a participant said before, use --replace with the "
                "participant's number."
            )
        console.tell(text)
    if refused:
        text = ngettext("Refused: {count} of {of} form.", "Refused: {count} of {of} forms.", len(lines))
        console.tell(text.format(count=refused, of=len(lines)))
    return 1 if refused else 0


def _by_participant(assessment: Assessment, arguments: Namespace) -> dict[str, Ruling]:
    """What was decided about the forms of participants that were named, by their ids."""
    known = {participant_number(one.number): one.id for one in assessment.preparation.participants()}
    found = {}
    for names, ruling in ((arguments.keep, _KEEP), (arguments.replace, _REPLACE)):
        for name in names:
            if name.upper() not in known:
                raise RefusalError("participant.no_number", number=name)
            found[known[name.upper()]] = ruling
    return found


def _rulings(
    assessment: Assessment, forms: list[FilledForm], wanted: dict[str, Ruling], *, skip: bool, alone: bool
) -> dict[int, Ruling]:
    """What was decided about each form.

    Args:
        assessment: where they go.
        forms: what was read.
        wanted: what was decided about the forms of participants.
        skip: whether unclear cells are left unanswered.
        alone: whether one form was named by itself: then what was left out at an earlier import is asked anew.
    """
    found = {}
    for place, form in enumerate(forms):
        ruling = wanted.get(form.identity.participant, Ruling())
        versions = sum(other.identity == form.identity for other in forms)
        counts = ruling.counts if versions == 1 else None
        found[place] = replace(ruling, counts=counts, skips_unclear=skip, again=alone)
    if _KEEP in wanted.values():
        for place, one in enumerate(assessment.questionnaires.examine(forms, found)):
            if wanted.get(one.form.identity.participant) == _KEEP and one.is_doubtful:
                found[place] = replace(found[place], counts=False)
    return found


def _listed(line: Line) -> tuple[UnclearCell, ...]:
    """The unclear cells to name: those left out, and those for which the form is refused."""
    if isinstance(line.result, RefusalError):
        return line.form.unclear if line.form and line.result.code in _UNCLEAR else ()
    return line.result.skipped


def _outcome(line: Line) -> str:
    if isinstance(line.result, RefusalError):
        return _("refused. {reason}").format(reason=refusals.sentence(line.result))
    return taken_line(line.result, line.winner.name if line.winner else "")


def _content(line: Line) -> dict[str, Any]:
    content: dict[str, Any] = {"file": str(line.path)}
    if isinstance(line.result, RefusalError):
        content |= {
            "outcome": "refused",
            "code": line.result.code,
            "message": refusals.sentence(line.result),
            "facts": {name: fact for name, fact in line.result.facts.items() if not hasattr(fact, "parts")},
        }
    else:
        taken = line.result
        content |= {
            "outcome": taken.outcome,
            "participant": participant_number(taken.number),
            "model": taken.model,
            "answered": taken.answered,
            "questions": taken.questions,
            "changed": taken.changed,
            "emptied": taken.emptied,
            "emptied_comments": taken.emptied_comments,
            "kept": taken.kept,
            "unsure": taken.unsure,
            "outdated": taken.outdated,
            "counts_instead": str(line.winner) if line.winner else None,
            "message": taken_line(taken, line.winner.name if line.winner else ""),
        }
    return content | _besides(line.form, _listed(line))


def _besides(form: FilledForm | None, skipped: tuple[UnclearCell, ...]) -> dict[str, Any]:
    """What stands in the form and was not taken: cells that are no answers, and notes that belong to no question."""
    return {
        "unclear": [
            {
                "number": cell.number,
                "question": cell.question,
                "sheet": cell.sheet,
                "row": cell.row,
                "value": cell.value,
                "reason": cell.reason,
            }
            for cell in skipped
        ],
        "remarks": [
            {"sheet": remark.sheet, "row": remark.row, "text": remark.text} for remark in (form.remarks if form else ())
        ],
    }
