"""What merging would bring and leave to be decided: tried on a copy of the file, so that nothing of it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.exchange.travelling.parcels import Parcel
from desktop.model.assessment.merging import MergePreview
from desktop.model.assessment.trial import trial
from desktop.model.merging.bundle import Missing
from desktop.wording.change_rows import change_rows, is_bookkeeping
from desktop.wording.merge_previews import about_text, comes_text, decision_lines, nothing_new, noun_count
from desktop.wording.open_conflicts import ConflictWords, SideWords, conflict_words
from desktop.wording.travelling import missing_lines

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.files.file_key import FileKey
    from desktop.model.maturity.refs import Ref
    from desktop.model.merging.reach import Reach

MOST = 500
"""So many conflicts, and things that follow, are told one by one."""


class IncomingRow(Struct, frozen=True):
    """What comes in of one noun by one author.

    Attributes:
        what: how many of what.
        author: whose.
        about: the areas they are about; of other things, what they are.
    """

    what: str
    author: str
    about: str


class ConflictAhead(Struct, frozen=True):
    """What would have to be decided.

    Attributes:
        about: what it is about.
        what: which of its values.
        here: what this file says, and who said it.
        there: what comes in, likewise.
    """

    about: str
    what: str
    here: str
    there: str


class MergeLook(Struct, frozen=True):
    """What merging would do.

    Attributes:
        missing: whose steps have to come first; then it would bring nothing yet.
        preview: by nouns and codes; None where nothing would come in.
        rows: what they are about.
        conflicts: what would have to be decided, as far as it is told.
        followed: what follows by rule: numbers that move, what lapses.
        told: how much all that is, in sentences.
    """

    missing: Sequence[Missing] = ()
    preview: MergePreview | None = None
    rows: Sequence[IncomingRow] = ()
    conflicts: Sequence[ConflictAhead] = ()
    followed: Sequence[str] = ()
    told: Sequence[str] = ()

    @property
    def bulk(self) -> int:
        """How many changes of cells it has."""
        return 0 if self.preview is None else len(self.preview.incoming.changes)


def look_ahead(path: Path, parcel: Parcel, key: FileKey | None, cancelled: Callable[[], bool] = bool) -> MergeLook:
    """Try on a copy of a file what arrived for it; any thread may, also while the file is open.

    Args:
        path: the file.
        parcel: what arrived.
        key: of an encrypted file.
        cancelled: whether nobody waits for it any more.

    Raises:
        RefusalError: see `Merging.take_in`.
    """
    with trial(path, "", key) as copy:
        missing = copy.copies.missing(parcel.bundle)
        if missing or cancelled():
            return MergeLook(missing=missing, told=missing_lines(missing))
        before, bundle = copy.merging.reach(), copy.copies.fit(parcel.bundle)
        preview = copy.merging.told(copy.merging.take_in(bundle, "", undoable=False))
        if not preview.incoming.steps:
            return MergeLook(told=[nothing_new()])
        return _told(preview, before, copy)


def _told(preview: MergePreview, before: Reach, copy: Assessment) -> MergeLook:
    names = {
        (in_use.id, place.id): place.name for in_use in copy.models.all() for place in in_use.pack.place_by_id.values()
    }

    def called(place: Ref) -> str:
        return names.get((place.model, place.part), place.part)

    new = copy.conflicts.several(preview.incoming.conflicts[:MOST])
    followed = [change for change in preview.incoming.followed if not is_bookkeeping(change)][:MOST]
    return MergeLook(
        preview=preview,
        rows=[
            IncomingRow(noun_count(each.noun, each.count), each.author, about_text(each, called))
            for each in preview.lines
        ],
        conflicts=[_ahead(each, before) for each in conflict_words(new, copy)],
        followed=[f"{row.about}: {row.text}" for row in change_rows(followed, copy)],
        told=[comes_text(preview.steps), *decision_lines(preview.conflicts, preview.settled)],
    )


def _ahead(words: ConflictWords, before: Reach) -> ConflictAhead:
    own = [side for side in words.sides if any(before.knows(step) for step in side.steps)]
    come = [side for side in words.sides if side.steps and side not in own]
    return ConflictAhead(words.about, words.what, _said(own), _said(come))


def _said(sides: Sequence[SideWords]) -> str:
    return "; ".join(f"{' '.join(side.text.split())} ({side.who})" for side in sides)
