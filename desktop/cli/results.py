"""`results`: scores, answers, targets and notes that were kept in a workbook, shown and taken."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager

from desktop.cli.console import Console
from desktop.cli.reading import opened, opened_to_edit
from desktop.exchange.past_results.known_people import known_people
from desktop.exchange.past_results.past_workbooks import ColumnUse, PastWorkbook, SaidResults, open_results
from desktop.exchange.past_results.told_results import told_lines
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.past_results import PastEffect
from desktop.model.errors import RefusalError
from desktop.wording import past_results


def run(arguments: Namespace, console: Console) -> int:
    """Show what a workbook says about a model, and take it when that is wanted.

    Raises:
        RefusalError: the workbook cannot be read, a column or use is unknown, or something has to be decided first.
    """
    with _opened(arguments, console) as assessment:
        model = _model(assessment, arguments.model)
        pack = assessment.models.get(model).pack
        book = open_results(arguments.workbook, pack, assessment.models.questions(model))
        uses = book.uses(dict(map(_parted, arguments.column)))
        said = book.said(uses)
        people = known_people({each.respondent for each in said.results} - {""}, assessment.preparation.people())
        effects = assessment.past.effects(model, said.results, people)
        counts = Counter(effects)
        if arguments.take:
            _refuse_undecided(arguments, said, counts)
            assessment.past.take(model, said.results, people, replaces=arguments.existing == "replace")
    _tell(arguments, book, uses, said, counts, console)
    new = sorted({each.respondent for each in said.results} - {"", *people})
    console.result(_content(arguments, model, book, uses, said, counts, new))
    return 0


def _opened(arguments: Namespace, console: Console) -> AbstractContextManager[Assessment]:
    if arguments.take:
        return opened_to_edit(arguments.file, arguments.author, console)
    return opened(arguments.file, console)


def _model(assessment: Assessment, named: str | None) -> str:
    """The model that the workbook is about: that named, or the only one."""
    used = [each.id for each in assessment.models.all()]
    if named is not None:
        return assessment.models.get(named).id
    if len(used) != 1:
        raise RefusalError("past.which_model", known=tuple(used))
    return used[0]


def _parted(column: str) -> tuple[str, str]:
    name, equals, use = column.rpartition("=")
    if not equals:
        raise RefusalError("past.column_form", column=column)
    return name.strip(), use.strip()


def _refuse_undecided(arguments: Namespace, said: SaidResults, counts: Mapping[PastEffect, int]) -> None:
    if said.unclear and not arguments.skip_unclear:
        places = tuple(f"{each.sheet}, {each.row}" for each in said.unclear[:12])
        raise RefusalError("past.unclear", count=len(said.unclear), places=places)
    if counts[PastEffect.REPLACES] and arguments.existing is None:
        raise RefusalError("past.stands", count=counts[PastEffect.REPLACES])


def _tell(
    arguments: Namespace,
    book: PastWorkbook,
    uses: Mapping[str, ColumnUse],
    said: SaidResults,
    counts: Mapping[PastEffect, int],
    console: Console,
) -> None:
    text = ngettext("{path} speaks of {count} part.", "{path} speaks of {count} parts.", book.parts)
    console.say(text.format(path=book.path, count=book.parts))
    for column in book.columns:
        use, samples = uses[column.name], ", ".join(" ".join(sample.split())[:20] for sample in column.samples)
        told = _("  {column}: {use} ({column}={word}). In it: {samples}")
        console.say(told.format(column=column.name, use=past_results.use_name(use), word=use, samples=samples))
    for line in told_lines(book, said):
        console.say(f"  {line}")
    adds, same, other = (counts[each] for each in PastEffect)
    console.say(past_results.counts_text(adds, same, other))
    if arguments.take:
        taken = adds + (other if arguments.existing == "replace" else 0)
        console.say(past_results.taken_text(taken, len(said.unclear), str(book.path)))
    else:
        console.tell(_("Nothing was taken. Say what columns are with --column NAME=USE, then take all with --take."))


def _content(
    arguments: Namespace,
    model: str,
    book: PastWorkbook,
    uses: Mapping[str, ColumnUse],
    said: SaidResults,
    counts: Mapping[PastEffect, int],
    new: list[str],
) -> dict[str, object]:
    return {
        "file": str(arguments.file),
        "workbook": str(book.path),
        "model": model,
        "taken": bool(arguments.take),
        "parts": book.parts,
        "columns": [
            {"name": each.name, "use": uses[each.name], "proposed": each.proposed, "samples": each.samples}
            for each in book.columns
        ],
        "effects": {each.value: counts[each] for each in PastEffect},
        "new_participants": len(new),
        "rows": book.told,
        "unclear": said.unclear,
    }
