"""`models adopt`: a newer version of a model in place of the one in use, with what that does told before."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from desktop.cli.console import Console
from desktop.cli.reading import opened_to_note
from desktop.language import _
from desktop.model.adopting.correspondence import PartFate
from desktop.model.assessment.adoptions import AdoptionPreview
from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.wording import adoption


def adopt(pack: Pack, arguments: Namespace, console: Console) -> int:
    """Tell what adopting would do, and do it unless that is all that is wanted.

    Raises:
        RefusalError: the model cannot be adopted, or what is settled names parts that are not there.
    """
    settled = dict(map(_parted, arguments.settle))
    with opened_to_note(arguments.file, arguments.author, console) as assessment:
        preview = assessment.adoptions.preview(pack, settled)
        if not arguments.dry_run:
            assessment.adoptions.adopt(pack, settled)
    _tell(preview, console)
    doubtful = preview.plan.found.of(PartFate.DOUBTFUL)
    if arguments.dry_run:
        if doubtful:
            before, after = doubtful[0].before[0], doubtful[0].after[0]
            console.say(adoption.doubts(preview))
            hint = _("Say so with --settle {before}={after}, or with --settle {before}= that nothing is the same.")
            console.say(hint.format(before=before, after=after))
        console.say(_("Nothing was changed. Without --dry-run the version is adopted so."))
    else:
        console.say(adoption.adopted(preview))
        if doubtful:
            console.say(
                _(
                    "Doubtful parts were not taken for the same. To say otherwise, undo this step in the window and "
                    "adopt the version again with --settle."
                )
            )
    console.result(_content(preview, arguments))
    return 0


def _parted(said: str) -> tuple[str, str]:
    before, equals, after = said.partition("=")
    if not equals or not before.strip():
        raise RefusalError("adopt.settled_form", said=said)
    return before.strip(), after.strip()


def _tell(preview: AdoptionPreview, console: Console) -> None:
    console.say(adoption.headline(preview))
    console.say(adoption.parts_line(preview))
    rows = [
        (adoption.fate_name(line.change.change), line.ids, line.again, line.text)
        for line in adoption.adoption_lines(preview)
    ]
    if rows:
        console.say()
        for text in _table((_("Part is"), _("Id"), _("To be said again"), _("Text")), rows):
            console.say(text)
        console.say()
    for text in adoption.records_lines(preview):
        console.say(text)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _content(preview: AdoptionPreview, arguments: Namespace) -> dict[str, object]:
    return {
        "file": str(arguments.file),
        "model": preview.after.id,
        "before": preview.before.version,
        "after": preview.after.version,
        "adopted": not arguments.dry_run,
        "parts": [
            {
                "change": each.change,
                "sort": each.sort,
                "before": each.before,
                "after": each.after,
                "moved": each.moved,
                "likeness": each.likeness,
            }
            for each in preview.plan.found.changes
        ],
        "records": preview.plan.counts,
    }
