"""The note on a follow-up review as a document of a page."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.follow_ups.review_note import ReviewNote
from desktop.exchange.reports.blocks import Block, Document, Heading, Items, Look, Paragraph
from desktop.exchange.reports.grids import grid
from desktop.exchange.tables.follow_up import said_table
from desktop.language import _, ngettext
from desktop.wording import names
from desktop.wording.aftercare import progress_text
from desktop.wording.manners import written_in

MOST = 6
"""So many actions that were not talked about, and measures that are behind, are listed: the note has one page."""


def note_document(note: ReviewNote) -> Document:
    """The note, in the order in which it is read: how it stands, what was said, what is still to be talked about."""
    with written_in(note.manner):
        title = _("Follow-up review of {day}").format(day=names.day(note.day))
        return Document(
            title=title,
            subject=note.organisation,
            footer=" · ".join(filter(None, (note.organisation, title))),
            day=note.day,
            blocks=tuple(_blocks(note, title)),
            dense=True,
        )


def _blocks(note: ReviewNote, title: str) -> Iterator[Block]:
    yield Heading(title, 1, "review")
    if note.organisation:
        yield Paragraph(note.organisation, Look.QUIET)
    yield Paragraph(progress_text(note.progress), Look.LEAD)
    yield grid(said_table(note.said, note.day), widths={"number": 7, "due": 16})
    if note.open:
        yield Heading(_("Not talked about"), 2, "open")
        yield Items(
            tuple((f"{line.number}", _open(line.title, line.owner, names.day(line.due))) for line in note.open[:MOST])
        )
        yield from _more(len(note.open))
    if note.off_track:
        yield Heading(_("Measures that are behind"), 2, "measures")
        yield Items(
            tuple(
                (measure.name, _("{pace} (action {number})").format(pace=names.name(measure.pace), number=number))
                for number, measure in note.off_track[:MOST]
            )
        )
        yield from _more(len(note.off_track))
    if note.upcoming is not None:
        yield Paragraph(_("The next review is on {day}.").format(day=names.day(note.upcoming)))


def _more(count: int) -> Iterator[Block]:
    """How many are not listed."""
    if count > MOST:
        text = ngettext("{count} more stands in the tracker.", "{count} more stand in the tracker.", count - MOST)
        yield Paragraph(text.format(count=count - MOST), Look.QUIET)


def _open(title: str, owner: str, due: str) -> str:
    return " · ".join(filter(None, (title, owner, _("due {day}").format(day=due) if due else "")))
