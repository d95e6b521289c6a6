"""What is attached to items of evidence: one file each, its bytes in the assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.bounds import ATTACHED_SLICE, ATTACHED_TOTAL
from desktop.model.errors import RefusalError
from desktop.model.evaluation.sessions import session_key, session_name
from desktop.model.files.attached_files import MeasuredFile, measure, slices
from desktop.model.journal import Changed
from desktop.model.records import Evidence, Round
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.model.store.attached_content import AttachedContent, read_content
from desktop.model.store.store import Store

_NOTHING: dict[str, object] = {"content": "", "file_name": "", "file_size": None}


class Attachments:
    """The attached files.

    Who attaches a large one does it in pieces, so that nothing waits: `begin`, `put` for each slice, `attach`. Until
    the last nobody sees any of it. `take` is all of that at once.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take(self, piece: str, path: Path) -> Changed:
        """Attach a file to an item, in place of an earlier one.

        Raises:
            RefusalError: those of `measure`, `slices`, `begin` and `attach`.
        """
        measured = measure(path)
        if self.begin(measured):
            for number, content in enumerate(slices(measured, ATTACHED_SLICE)):
                self.put(measured, number, content)
        return self.attach(piece, measured)

    def begin(self, measured: MeasuredFile) -> bool:
        """Whether the bytes of a file are wanted: not where the same are here already.

        Raises:
            RefusalError: ``attachment.total`` when there is no room for it.
        """
        return _is_wanted(self._desk.store.content, measured)

    def put(self, measured: MeasuredFile, number: int, content: bytes) -> None:
        """Keep a slice: `ATTACHED_SLICE` of the file, the last one what is left.

        Raises:
            RefusalError: ``file.opened_readonly``; what the environment causes.
        """
        self._desk.store.content.put(measured.digest, number, content)

    def attach(self, piece: str, measured: MeasuredFile) -> Changed:
        """Say that a file, all of whose bytes are here, is attached to an item.

        Raises:
            RefusalError: ``evidence.unknown``.
        """
        item = self._item(piece)
        with self._desk.step("evidence.attach", session=item.session, file=measured.name) as step:
            self._desk.store.content.seal(measured.digest, measured.size)
            step.draft.put(Evidence, piece, **_attached(measured))
        return step.changed

    def file(self, kind: EvidenceKind, title: str, measured: MeasuredFile) -> str:
        """File a new item with what is attached to it, all of whose bytes are here, in one step; gives its id.

        Raises:
            RefusalError: ``evidence.session_missing``.
        """
        title = session_name(title)
        if not session_key(title):
            raise RefusalError("evidence.session_missing")
        piece = new_id()
        with self._desk.step("evidence.add", session=title, practices="") as step:
            self._desk.store.content.seal(measured.digest, measured.size)
            step.draft.put(Evidence, piece, kind=kind, session=title, **_attached(measured))
        return piece

    def detach(self, piece: str) -> Changed:
        """Take the file off an item; its bytes stay for as long as the history can come back to it.

        Raises:
            RefusalError: ``evidence.unknown``.
        """
        item = self._item(piece)
        with self._desk.step("evidence.detach", session=item.session, file=item.file_name) as step:
            step.draft.put(Evidence, piece, **_NOTHING)
        return step.changed

    def forget_unsealed(self, most: int) -> bool:
        """Take away what was put and never attached, so many slices of it; whether there was any."""
        return self._desk.store.content.forget_unsealed(most)

    def digests(self) -> frozenset[str]:
        """The digests of all content that is here, but for that of rounds."""
        return frozenset(self._desk.store.content.sizes()) - self._desk.store.ever(Round, "content")

    def has(self, item: Evidence) -> bool:
        """Whether what is attached to an item is here."""
        return bool(item.content) and item.content in self._desk.store.content.sizes()

    def missing(self) -> int:
        """How many items name content that is not here: it was left out when the file was made from portable data."""
        here = self.digests()
        return sum(bool(each.content) and each.content not in here for each in self._desk.store.all(Evidence))

    def content(self, digest: str) -> Iterator[bytes]:
        """The bytes under a digest, slice by slice, for any thread; see `read_content`."""
        return read_content(self._desk.store.path, digest, self._desk.store.key)

    def _item(self, piece: str) -> Evidence:
        found = self._desk.store.get(Evidence, piece)
        if found is None:
            raise RefusalError("evidence.unknown", evidence=piece)
        return found


def _attached(measured: MeasuredFile) -> dict[str, object]:
    return {"content": measured.digest, "file_name": measured.name, "file_size": measured.size}


def bring_in(store: Store, files: Mapping[str, Path]) -> None:
    """Put content that records name into a file.

    Args:
        store: the file.
        files: with the content, by digest.

    Raises:
        RefusalError: ``attachment.changed`` when one is not what its digest says; those of `Attachments.take`.
    """
    for digest, path in files.items():
        measured = measure(path)
        if measured.digest != digest:
            raise RefusalError("attachment.changed", path=path)
        if _is_wanted(store.content, measured):
            store.content.put_whole(digest, measured.size, slices(measured, ATTACHED_SLICE))


def _is_wanted(content: AttachedContent, measured: MeasuredFile) -> bool:
    sizes = content.sizes()
    if measured.digest in sizes:
        return False
    held = sum(sizes.values())
    if held + measured.size > ATTACHED_TOTAL:
        most = ATTACHED_TOTAL // 1_000_000
        raise RefusalError("attachment.total", path=measured.path, held=held // 1_000_000, most=most)
    return True
