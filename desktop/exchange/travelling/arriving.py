"""Steps that arrive, by whatever way: taken in when what they build on is here, and kept until then."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.exchange.travelling import parcels
from desktop.exchange.travelling.parcel_files import looks_like_parcel, read_head, read_parcel
from desktop.exchange.travelling.parcels import Parcel
from desktop.exchange.travelling.sending import content_of, head_for
from desktop.model.assessment import Assessment
from desktop.model.bounds import ATTACHED_BYTES, ATTACHED_SLICE, ATTACHED_TOTAL, PARCELS_KEPT
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Incoming, Missing
from desktop.model.merging.onlooker import NOBODY, Onlooker
from desktop.model.merging.reach import Reach

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_MOST_KEPT = 50_000_000
"""Bytes of a parcel that waits; what is attached does not wait with it."""


class Came(Struct, frozen=True):
    """What came of something that arrived.

    Attributes:
        source: what it came from, as people know it.
        incoming: what it brought; nothing where all was here.
        missing: what has to come first; then it brought nothing yet.
        kept: whether the file keeps it until then.
        attached: how many attached files came with it, those of steps that were here before included.
    """

    source: str
    incoming: Incoming = Incoming()
    missing: Sequence[Missing] = ()
    kept: bool = False
    attached: int = 0

    @property
    def steps(self) -> int:
        """How many steps came in."""
        return len(self.incoming.steps)


def read_other(path: Path, assessment: Assessment) -> Parcel:
    """What another file would hand over: a parcel as it is, another assessment what this one lacks of it.

    Raises:
        RefusalError: ``merge.itself``; those of `read_copy`.
    """
    if assessment.is_at(path):
        raise RefusalError("merge.itself", path=path)
    here = frozenset(assessment.copies.content_sizes())
    return read_copy(path, assessment.merging.reach(), here, assessment.key)


def read_copy(path: Path, reach: Reach, here: frozenset[str], key: FileKey | None) -> Parcel:
    """The same for any thread.

    Args:
        path: of a parcel or another assessment.
        reach: which steps are here.
        here: the digests of what is attached and here.
        key: of the open assessment.

    Raises:
        RefusalError: see `read_parcel` and `Assessment.open`.
    """
    if looks_like_parcel(path):
        return read_parcel(path, key)
    with Assessment.open(path, author="", readonly=True, key=key) as other:
        bundle = other.copies.bundle_for(reach)
        # Those of steps that are here, too: a parcel has not room for all.
        wanted = other.copies.content_sizes().keys() - here
        attached = {digest: content_of(other, digest) for digest in sorted(wanted)}
        return Parcel(head_for(other, bundle), bundle, attached)


def opens(path: Path, key: FileKey | None) -> None:
    """See whether a key opens a parcel or another assessment, which `read_copy` is to read.

    Raises:
        RefusalError: ``file.wrong_passphrase``, and others as `read_copy`.
    """
    if looks_like_parcel(path):
        read_head(path, key)
    else:
        Assessment.open(path, author="", readonly=True, key=key).close()


def take(
    assessment: Assessment, parcel: Parcel, source: str, *, by_itself: bool = False, onlooker: Onlooker = NOBODY
) -> list[Came]:
    """Take in a parcel, and what had waited for it.

    Args:
        assessment: where to.
        parcel: what arrived.
        source: what it came from, as people know it.
        by_itself: whether it came without being asked for, and comes again: undo does not take it back, and it is not
            kept until what it builds on is here.
        onlooker: who waits for it; what had waited itself is small, and is taken in once this is.

    Raises:
        RefusalError: see `Merging.take_in`, but for ``bundle.waiting``; then nothing of it is changed, and what had
            waited waits on.
    """
    found = [_take_one(assessment, parcel, source, keep=not by_itself, undoable=not by_itself, onlooker=onlooker)]
    news = found[0].steps
    while news:
        news = 0
        for digest, waited, content in assessment.copies.waiting():
            more = _take_waiting(assessment, content, waited, undoable=not by_itself)
            if more is not None and more.missing:
                continue
            assessment.copies.drop_waiting(digest)
            if more is not None and more.steps:
                news += more.steps
                found.append(more)
    return found


def still_waiting(assessment: Assessment) -> list[Came]:
    """What came and cannot be taken in yet."""
    found = []
    for _digest, source, content in assessment.copies.waiting():
        try:
            missing = assessment.copies.missing(parcels.read(content, assessment.path).bundle)
        except RefusalError:
            continue
        found.append(Came(source, missing=missing, kept=True))
    return found


def _take_waiting(assessment: Assessment, content: bytes, source: str, *, undoable: bool) -> Came | None:
    try:
        return _take_one(assessment, parcels.read(content, assessment.path), source, keep=False, undoable=undoable)
    except RefusalError as refusal:
        if refusal.code.startswith(("bundle.", "parcel.")):
            return None  # it would be refused each time
        raise


def _take_one(
    assessment: Assessment, parcel: Parcel, source: str, *, keep: bool, undoable: bool, onlooker: Onlooker = NOBODY
) -> Came:
    missing = assessment.copies.missing(parcel.bundle)
    attached = _keep_attached(assessment, parcel)
    if missing:
        kept = keep and _keep(assessment, parcel, source)
        return Came(source, missing=missing, kept=kept, attached=attached)
    bundle = assessment.copies.fit(parcel.bundle)
    incoming = assessment.merging.take_in(bundle, source, undoable=undoable, onlooker=onlooker)
    assessment.copies.hear(parcel.head.copy, parcel.head.sender, parcel.reach)
    return Came(source, incoming, attached=attached)


def _keep(assessment: Assessment, parcel: Parcel, source: str) -> bool:
    content = parcels.written(parcel.head, parcel.bundle)
    if len(content) > _MOST_KEPT or len(assessment.copies.waiting()) >= PARCELS_KEPT:
        return False
    assessment.copies.keep_waiting(hashlib.sha256(content).hexdigest(), source, content)
    return True


def _keep_attached(assessment: Assessment, parcel: Parcel) -> int:
    here, kept = assessment.copies.content_sizes(), 0
    named = assessment.copies.lacking_content() | parcel.bundle.contents.keys()
    room = ATTACHED_TOTAL - sum(here.values())
    for digest, content in parcel.attached.items():
        if digest in named and digest not in here and 0 < len(content) <= min(room, ATTACHED_BYTES):
            room -= len(content)
            slices = [content[start : start + ATTACHED_SLICE] for start in range(0, len(content), ATTACHED_SLICE)]
            assessment.copies.put_content(digest, len(content), slices)
            kept += 1
    return kept
