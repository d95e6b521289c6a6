"""Files that belong together, put into a folder as one set: all of them or none.

All are prepared in a workplace first. Then a plan of what goes where is written beside them, and from there on the set
is decided: should the program be killed between two moves, whoever writes into the folder next carries the plan out.
Until then a note among the files tells people that they do not belong together. What somebody has changed since the
plan was made is left as it is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain, refuse_assessment
from desktop.model.files.syncing import make_folder, sync_file, sync_folder, take_place, write_synced
from desktop.model.files.system_refusals import refuse_long_name, refusing_for, system_refusal
from desktop.model.files.workplace import leftovers, lone_workplace

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

_PLAN = "plan"
_PLAN_BYTES = 10_000_000


class Piece(Struct, frozen=True):
    """A file of a set.

    Attributes:
        name: of the file, within the folder; folders in it are parted by ``/``.
        write: writes it to the path that it is given.
    """

    name: str
    write: Callable[[Path], None]


class Note(Struct, frozen=True):
    """What lies among the files while they are moved, for people who look there after a power cut.

    Attributes:
        name: of the file.
        text: what it says.
    """

    name: str
    text: str


class _Move(Struct, frozen=True):
    """A file in the workplace and the name it gets; `before` is the digest of what has that name, None for nothing."""

    draft: str
    name: str
    before: str | None


class _Plan(Struct, frozen=True):
    """What goes where; `told` is the text of the note, by which it is known to be ours."""

    note: str
    moves: tuple[_Move, ...]
    told: str = ""


def write_set(
    folder: Path,
    pieces: Sequence[Piece],
    note: Note,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write files into a folder as one set; those of the same names are replaced.

    Args:
        folder: is made when it is not there.
        pieces: the files.
        note: see `Note`.
        progress: told how many files are written, of how many.
        cancelled: asked before each file; when it says so, nothing is kept and nothing returned.

    Raises:
        RefusalError: ``folder.in_use`` when another set is written into the folder at this moment,
            ``file.in_use`` when a file to be replaced is open elsewhere, ``file.not_plain``,
            ``file.is_assessment``, and what the system causes; then the folder is as it was.
        ValueError: two pieces have one name, or one that leads out of the folder.
    """
    _check_names([piece.name for piece in pieces])
    with refusing_for(folder), _made(folder):
        tidy(folder)
        for piece in pieces:
            refuse_assessment(folder / piece.name)
        with lone_workplace(folder) as place:
            drafts: list[tuple[Path, str]] = []
            for done, piece in enumerate(pieces):
                if cancelled is not None and cancelled():
                    return []
                draft = place / f"{done}{PurePosixPath(piece.name).suffix}"
                piece.write(draft)
                drafts.append((draft, piece.name))
                if progress is not None:
                    progress(done + 1, len(pieces))
            return move_set(place, folder, drafts, note)


def move_set(place: Path, folder: Path, drafts: Sequence[tuple[Path, str]], note: Note) -> list[Path]:
    """Move finished files from a workplace into the folder that it is in, as one set.

    Args:
        place: the workplace.
        folder: where to.
        drafts: each file, anywhere in the workplace, and its name in the folder.
        note: see `Note`.

    Raises:
        RefusalError: see `write_set`; then the folder is as it was.
        OSError: likewise.
    """
    _check_names([name for _draft, name in drafts])
    targets = [folder / name for _draft, name in drafts]
    for target in targets:
        refuse_long_name(target)
        _refuse_held(target)
    made = [each for target in targets for each in make_folder(target.parent)]
    for draft, _name in drafts:
        sync_file(draft)
    moves = tuple(
        _Move(draft.relative_to(place).as_posix(), name, _digest(target))
        for (draft, name), target in zip(drafts, targets, strict=True)
    )
    _decide(place, _Plan(note.name, moves, note.text))
    try:
        with _noted(folder / note.name, note.text):
            _move_all(place, drafts, targets)
    except BaseException:
        with contextlib.suppress(OSError):
            (place / _PLAN).unlink()
        for each in made:
            with contextlib.suppress(OSError):
                each.rmdir()
        raise
    (place / _PLAN).unlink()
    sync_folder(place)
    return targets


def one_name(name: str) -> str:
    """What two names have in common that some system takes for one: it disregards capitals and how letters are made."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def tidy(folder: Path) -> None:
    """Finish what a killed program had decided to put into a folder, and clear away the drafts it left."""
    for place in leftovers(folder):
        with contextlib.suppress(OSError, ValueError, RecursionError, RefusalError):
            _finish(place, folder, msgspec.json.decode(read_plain(place / _PLAN, _PLAN_BYTES), type=_Plan))


def _finish(place: Path, folder: Path, plan: _Plan) -> None:
    """Carry out a plan, which may have been planted: nothing but drafts is moved, and only into the folder."""
    _check_names([plan.note, *(move.name for move in plan.moves)])
    _check_names([move.draft for move in plan.moves])
    for move in plan.moves:
        draft, target = place / move.draft, folder / move.name
        fit = draft.is_file() and _lies_in(draft, place) and _lies_in(target, folder)
        if fit and _digest(target) in (move.before, None):
            target.parent.mkdir(exist_ok=True)
            take_place(draft, target)
    _sync_folders(folder / move.name for move in plan.moves)
    if _is_begun(folder / plan.note, plan.told.encode()):
        (folder / plan.note).unlink(missing_ok=True)
    sync_folder(folder)


def _is_begun(note: Path, told: bytes) -> bool:
    """Whether a file is the note, as far as it was written before a kill."""
    return os.path.lexists(note) and told.startswith(read_plain(note, len(told)))


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether no link on the way leads elsewhere, and what is there, if anything is, is a file."""
    plain = not path.is_symlink() and (path.is_file() or not os.path.lexists(path))
    return plain and path.parent.resolve().is_relative_to(folder.resolve())


def _decide(place: Path, plan: _Plan) -> None:
    unready = place / f"{_PLAN}.part"
    write_synced(unready, msgspec.json.encode(plan))
    sync_folder(place)
    unready.rename(place / _PLAN)
    sync_folder(place)


def _move_all(place: Path, drafts: Sequence[tuple[Path, str]], targets: Sequence[Path]) -> None:
    """Move each file to its place, what was there out of the way; when one cannot be moved, all go back."""
    before = place / "before"
    before.mkdir()
    done: list[tuple[Path, Path, Path]] = []
    try:
        for number, ((draft, _name), target) in enumerate(zip(drafts, targets, strict=True)):
            kept = before / str(number)
            done.append((draft, target, kept))
            with contextlib.suppress(FileNotFoundError):
                _keep(target, kept)
            take_place(draft, target)
        _sync_folders(targets)
    except BaseException as error:
        for draft, target, kept in reversed(done):
            _take_back(draft, target, kept)
        if isinstance(error, PermissionError):
            raise RefusalError("file.in_use", path=done[-1][1]) from error
        if isinstance(error, OSError):
            raise system_refusal(error, done[-1][1]) from error
        raise


def _keep(target: Path, kept: Path) -> None:
    """A second name for what is there, so that its own name is never without a file; or, without links, its only."""
    try:
        os.link(target, kept, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError:
        target.replace(kept)


def _take_back(draft: Path, target: Path, kept: Path) -> None:
    with contextlib.suppress(OSError):
        if not draft.exists():
            target.replace(draft)
    with contextlib.suppress(OSError):
        if kept.exists():
            kept.replace(target)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, made if need be; what was made is taken away again when nothing came into it."""
    made = make_folder(folder)
    try:
        yield
    finally:
        for each in made:
            with contextlib.suppress(OSError):
                each.rmdir()


@contextmanager
def _noted(path: Path, text: str) -> Iterator[None]:
    """A note in the folder while its files are moved, unless something of that name is there."""
    ours = not os.path.lexists(path) or _digest(path) == hashlib.sha256(text.encode()).hexdigest()
    if not os.path.lexists(path):
        write_synced(path, text.encode())
        sync_folder(path.parent)
    try:
        yield
    finally:
        if ours:
            path.unlink(missing_ok=True)
            sync_folder(path.parent)


def _check_names(names: Sequence[str]) -> None:
    """No two names may be one on any system, and none may lead out of the folder."""
    seen: set[str] = set()
    for name in names:
        parts = PurePosixPath(name).parts
        key = one_name(name)
        if not parts or PurePosixPath(name).is_absolute() or ".." in parts or "\\" in name or key in seen:
            raise ValueError(name)
        seen.add(key)


def _refuse_held(target: Path) -> None:
    """A file that another program holds cannot be opened for writing where it could not be replaced either."""
    if not os.path.lexists(target):
        return
    if target.is_symlink() or not target.is_file():
        raise RefusalError("file.not_plain", path=target)
    try:
        target.open("r+b").close()
    except PermissionError as error:
        raise RefusalError("file.in_use", path=target) from error


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def _sync_folders(paths: Iterator[Path] | Sequence[Path]) -> None:
    for folder in {path.parent for path in paths}:
        sync_folder(folder)
