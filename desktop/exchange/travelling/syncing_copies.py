"""Bringing a copy and a shared folder to the same steps, in three parts: only the second needs the open assessment.

So the window lets the first and the third run beside it. Whatever kills the program in between, nothing is lost: what
was taken in is in the file, and what was to be written is found to be lacking the next time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, structs

from desktop.exchange.travelling.arriving import Came, still_waiting, take
from desktop.exchange.travelling.parcels import Parcel, ParcelHead
from desktop.exchange.travelling.sending import content_of, head_for
from desktop.exchange.travelling.shared_folder import (
    FolderView,
    SharedFile,
    SharedFolder,
    SkippedFile,
    all_contents,
    in_order,
    start_of,
    to_put_together,
)
from desktop.model.assessment import Assessment
from desktop.model.bounds import ATTACHED_SLICE
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Bundle
from desktop.model.merging.identities import has_left_out
from desktop.model.merging.onlooker import NOBODY, Onlooker
from desktop.model.merging.reach import Reach
from desktop.wording.travelling import source_text


class Gathered(Struct, frozen=True):
    """What was read in a folder.

    Attributes:
        view: what is there.
        parcels: what was not here, in the order in which it can be taken in.
        late: what cannot be taken in before something else is there.
        attached: what is attached and was not here.
        skipped: what was left alone, and why.
    """

    view: FolderView
    parcels: tuple[tuple[SharedFile, Parcel], ...]
    late: tuple[tuple[SharedFile, Parcel], ...]
    attached: Mapping[str, bytes]
    skipped: tuple[SkippedFile, ...]


class Outgoing(Struct, frozen=True):
    """What is to be written into a folder.

    Attributes:
        head: what the file of steps says of itself; None where none is to be written.
        bundle: its steps.
        replaces: files of this copy that go once it is there.
        attached: what is attached and to be there, by digest.
    """

    copy: str
    head: ParcelHead | None
    bundle: Bundle | None
    replaces: tuple[SharedFile, ...] = ()
    attached: Mapping[str, bytes] = {}
    label: ParcelHead | None = None


class SyncReport(Struct, frozen=True):
    """What a sync did.

    Attributes:
        came: what came in.
        waiting: what is there and cannot be taken in yet.
        sent: so many steps went out.
        attached_in: so many attached files came.
        attached_out: so many went out.
        skipped: files that were left alone, and why.
    """

    came: tuple[Came, ...]
    waiting: tuple[Came, ...]
    sent: int
    attached_in: int
    attached_out: int
    skipped: tuple[SkippedFile, ...]


def folder_for(assessment: Assessment, path: Path) -> SharedFolder:
    """A shared folder as this assessment sees it."""
    return SharedFolder(path, assessment.about().get("id", ""), assessment.key)


def sync(assessment: Assessment, path: Path) -> SyncReport:
    """Take what the others wrote into a folder, and write what they lack.

    Raises:
        RefusalError: ``folder.none``; ``file.opened_readonly``; what the environment causes. What came in until then
            stays.
    """
    folder = folder_for(assessment, path)
    copy = assessment.copies.own_for_sure()
    gathered = gather(folder, assessment.merging.reach(), frozenset(assessment.copies.content_sizes()))
    came, attached = take_gathered(assessment, gathered)
    outgoing = to_write(assessment, folder, gathered.view, copy)
    write_out(folder, outgoing)
    return report(assessment, gathered, came, attached, outgoing)


def gather(folder: SharedFolder, reach: Reach, here: frozenset[str]) -> Gathered:
    """Read what is not here.

    Args:
        folder: where.
        reach: which steps the file has.
        here: the digests of what is attached and here.

    Raises:
        RefusalError: see `SharedFolder.look`.
    """
    view = folder.look()
    skipped, sound = [*view.skipped], [*view.files]
    read: dict[Path, Parcel] = {}
    while True:
        fit, after = in_order(sound, reach)
        late = [each for each in sound if not after.covers(each.reach)]
        bad = _read(folder, [each for each in (*fit, *late) if each.path not in read], read)
        if not bad:
            break
        skipped += [SkippedFile(file.path.name, refusal) for file, refusal in bad]
        sound = [each for each in sound if each not in [file for file, _refusal in bad]]
    wanted = {digest: token for digest, token in all_contents(sound).items() if digest not in here}
    attached = {digest: folder.read_attached(digest, token) for digest, token in wanted.items()}
    return Gathered(
        structs.replace(view, files=tuple(sound)),
        tuple((each, read[each.path]) for each in fit),
        tuple((each, read[each.path]) for each in late),
        {digest: content for digest, content in attached.items() if content is not None},
        tuple(skipped),
    )


def _read(
    folder: SharedFolder, files: Sequence[SharedFile], read: dict[Path, Parcel]
) -> list[tuple[SharedFile, RefusalError]]:
    """Read files; gives those that cannot be read, in whose place another may have what is wanted."""
    bad = []
    for file in files:
        try:
            read[file.path] = folder.read(file)
        except RefusalError as refusal:
            bad.append((file, refusal))
    return bad


def bulk_of(gathered: Gathered) -> int:
    """How many changes of cells there are in what was read."""
    return sum(len(parcel.bundle.changes) for _file, parcel in gathered.parcels)


def take_gathered(assessment: Assessment, gathered: Gathered, onlooker: Onlooker = NOBODY) -> tuple[list[Came], int]:
    """Take in what was read; gives what came, until somebody gave it up, and how many attached files.

    Raises:
        RefusalError: ``file.opened_readonly``; what the environment causes.
    """
    came: list[Came] = []
    attached = 0
    here = assessment.copies.content_sizes()
    for digest, content in gathered.attached.items():
        if digest not in here and content:
            slices = [content[start : start + ATTACHED_SLICE] for start in range(0, len(content), ATTACHED_SLICE)]
            assessment.copies.put_content(digest, len(content), slices)
            attached += 1
    for file, parcel in gathered.parcels:
        try:
            source = source_text(file.head.sender, file.path.parent.name)
            came += take(assessment, parcel, source, by_itself=True, onlooker=onlooker)
        except RefusalError as refusal:
            if refusal.code == "merge.given_up":
                break
            if not refusal.code.startswith("bundle."):
                raise
    return came, attached


def to_write(assessment: Assessment, folder: SharedFolder, view: FolderView, copy: str) -> Outgoing:
    """What the folder lacks that this file has."""
    mine = assessment.merging.reach()
    own = [each for each in view.files if each.head.copy == copy and mine.covers(each.reach)]
    _order, there = in_order(view.files, Reach())
    together = own if folder.are_open(own) else to_put_together(own)
    starts = (there & mine) & start_of(together) if together else there & mine
    bundle = assessment.copies.bundle_for(starts)
    if has_left_out(bundle):
        bundle = Bundle(bundle.format, bundle.assessment)  # a full copy has to bring those whole
    contents = {digest: folder.token(digest) for digest in bundle.contents}
    head = head_for(assessment, bundle, starts, contents=contents) if bundle else None
    here = assessment.copies.content_sizes()
    wanted = {**all_contents(view.files), **contents}
    lacking = [digest for digest, token in wanted.items() if digest in here and token not in view.attached]
    attached = {digest: content_of(assessment, digest) for digest in lacking}
    label = head_for(assessment, Bundle(bundle.format, bundle.assessment))
    return Outgoing(copy, head, bundle or None, tuple(together), attached, label)


def write_out(folder: SharedFolder, outgoing: Outgoing) -> None:
    """Write it: what is attached first, then the steps that name it, and only then what is replaced goes.

    Raises:
        RefusalError: what the system causes.
    """
    for digest, content in outgoing.attached.items():
        if outgoing.label is not None:
            folder.write_attached(outgoing.copy, outgoing.label, digest, content)
    if outgoing.head is not None and outgoing.bundle is not None:
        folder.write(outgoing.head, outgoing.bundle)
        folder.take_away(outgoing.replaces)
    folder.take_away_open(outgoing.copy)


def report(
    assessment: Assessment, gathered: Gathered, came: Sequence[Came], attached: int, outgoing: Outgoing
) -> SyncReport:
    """What a sync did, once it is over."""
    waiting = []
    for file, parcel in gathered.late:
        missing = assessment.copies.missing(parcel.bundle)
        if missing:
            waiting.append(Came(source_text(file.head.sender, file.path.name), missing=missing))
    waiting += still_waiting(assessment)
    news = 0 if outgoing.bundle is None or outgoing.replaces else len(outgoing.bundle.steps)
    return SyncReport(
        tuple(each for each in came if each.steps),
        tuple(waiting),
        news,
        attached,
        len(outgoing.attached),
        gathered.skipped,
    )
