"""Restore points: whole copies of an assessment file as it was, in a folder of their own.

The folder lies beside the file, or in one that the team chose. What a point is and when it was made stands in its name;
what the team calls it, in the point itself, encrypted where the file is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.characters import one_line
from desktop.model.errors import RefusalError
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.whole_files import drafted
from desktop.model.store.blame import StoreFaultError, blaming_the_environment
from desktop.model.store.engine import connected
from desktop.model.store.migrations import copy_pages, kept_copies
from desktop.model.store.point_names import CALLED, TIME, Why, folder_of, is_restore_point

__all__ = ["KeepRule", "RestorePoint", "Why", "folder_of", "is_restore_point"]

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey
    from desktop.model.store.store import Store

DAYS, WEEKS = 14, 26
"""What is kept unless the team says otherwise; see `let_go`."""
LONGEST_NAME = 200
_JOURNAL = len("-journal")
_NAME = "restore_name"
_BY = "restore_by"
_FOLDER = "restore_folder"
_KEPT = ("restore_days", "restore_weeks")
_MOST = 10_000
_DAMAGED = ("file.damaged", "file.altered", "file.impossible", "file.not_an_assessment")


class KeepRule(Struct, frozen=True):
    """How long restore points are kept that the program made.

    Attributes:
        days: all of the last days.
        weeks: before that, the first of each week, for so many weeks.
    """

    days: int = DAYS
    weeks: int = WEEKS


class RestorePoint(Struct, frozen=True):
    """A copy of the file as it was.

    Attributes:
        path: where it is.
        why: it was made.
        at: when, on the clock of the computer that made it.
        name: what the team calls it.
        author: who made it.
        step: its newest step; 0 for none.
        size: in bytes.
        readable: whether it can be read; one with another passphrase or a damaged one cannot.
    """

    path: Path
    why: Why
    at: dt.datetime
    name: str = ""
    author: str = ""
    step: int = 0
    size: int = 0
    readable: bool = True


@contextmanager
def telling_of_points(path: Path) -> Iterator[None]:
    """Let a refusal to open a damaged file name its newest restore point as ``point``, if there is one beside it."""
    try:
        yield
    except RefusalError as refusal:
        points = points_in(folder_of(path)) if refusal.code in _DAMAGED else []
        if points:
            refusal.facts["point"] = points[0].path
        raise


def points_in(folder: Path) -> list[RestorePoint]:
    """The restore points in a folder as far as their names tell, the newest first."""
    found = []
    with suppress(OSError):
        for place in sorted(folder.iterdir())[:_MOST]:
            told = CALLED.fullmatch(place.stem)
            if told is None or place.is_symlink() or not place.is_file():
                continue
            with suppress(ValueError, OverflowError, OSError):
                at = dt.datetime.strptime(told[1], TIME).astimezone()
                found.append(RestorePoint(place, Why(told[2]), at, size=place.stat().st_size))
    return sorted(found, key=lambda point: (point.at, point.path.name), reverse=True)


def kept_before(path: Path) -> list[RestorePoint]:
    """The copies that were kept beside a file before it was brought up to a newer format; nothing takes them away."""
    found = []
    with suppress(OSError):
        for place in kept_copies(path):
            about = place.stat()
            at = dt.datetime.fromtimestamp(int(about.st_mtime)).astimezone()
            found.append(RestorePoint(place, Why.MIGRATION, at, size=about.st_size))
    return found


def read(point: RestorePoint, key: FileKey | None = None) -> RestorePoint:
    """A restore point with what stands in it: its name, who made it, its newest step.

    Those of an encrypted file are read with its key, as far as they have the same passphrase.
    """
    try:
        fitted = None if key is None else key.fitted(point.path)
        with (
            blaming_the_environment(point.path, strange=True),
            closing(connected(point.path, readonly=True, key=fitted)) as connection,
        ):
            about = dict(connection.execute("SELECT name, value FROM about"))
            (step,) = connection.execute("SELECT max(clock) FROM step").fetchone()
    except (RefusalError, StoreFaultError, ValueError):
        return RestorePoint(point.path, point.why, point.at, size=point.size, readable=False)
    return RestorePoint(
        point.path, point.why, point.at, about.get(_NAME, ""), about.get(_BY, ""), step or 0, point.size
    )


def make(
    path: Path, folder: Path, why: Why, name: str = "", author: str = "", key: FileKey | None = None
) -> RestorePoint:
    """Make a restore point of a file as it is now; any thread may, and the file may be open and written to meanwhile.

    That of an encrypted file has the same key.

    Raises:
        RefusalError: ``file.unwritable`` and what else the environment causes; then none is made.
    """
    name = one_line(name)[:LONGEST_NAME]
    with refusing_for(folder):
        folder.mkdir(exist_ok=True)
    at = dt.datetime.now().astimezone().replace(microsecond=0)
    try:
        place = _free(folder, f"{at.strftime(TIME)} {why}", path.suffix)
        with drafted(place, room=_JOURNAL) as draft, blaming_the_environment(path, strange=True):
            copy_pages(path, draft, key)
            _note(draft, {_NAME: name, _BY: one_line(author)}, key)
    except BaseException:
        with suppress(OSError):
            folder.rmdir()  # only where nothing is in it
        raise
    return read(RestorePoint(place, why, at, size=place.stat().st_size), key)


def before(store: Store, why: Why) -> RestorePoint:
    """Make a restore point of an open file before something is done to it, and let go of those kept long enough.

    Raises:
        RefusalError: as `make`.
    """
    about = store.about()
    folder = folder_of(store.path, chosen_folder(about))
    made = make(store.path, folder, why, author=store.author, key=store.key)
    tidy_up(folder, rule_of(about), made.at.date())
    return made


def rule_of(about: dict[str, str]) -> KeepRule:
    """How long the program's own restore points are kept, as the file says."""
    told = [
        int(text) if text.isdecimal() and len(text) < 6 else usual
        for text, usual in (
            (about.get(_KEPT[0], ""), DAYS),
            (about.get(_KEPT[1], ""), WEEKS),
        )
    ]
    return KeepRule(*told)


def say_rule(store: Store, rule: KeepRule, folder: str) -> None:
    """Let the file say how long its restore points are kept, and in which folder beside its own, if in any.

    Raises:
        RefusalError: ``file.opened_readonly``, and what the environment causes.
    """
    with store.several() as transaction:
        if not transaction.dry:
            for name, value in ((_KEPT[0], rule.days), (_KEPT[1], rule.weeks), (_FOLDER, folder)):
                transaction.say_of_file(name, str(value))


def chosen_folder(about: dict[str, str]) -> str:
    """The folder that the team chose for restore points; empty for none."""
    return about.get(_FOLDER, "")


def save_as(point: RestorePoint, path: Path, key: FileKey | None = None) -> None:
    """Make an assessment file of its own of a restore point; the point stays. Its key opens both.

    Raises:
        RefusalError: ``file.exists`` and what else the environment causes; then nothing is there.
    """
    key = None if key is None else key.fitted(point.path)
    with drafted(path, room=_JOURNAL) as draft, blaming_the_environment(point.path, strange=True):
        copy_pages(point.path, draft, key)
        with closing(connected(draft, key=key)) as connection:
            connection.executemany("DELETE FROM about WHERE name = ?", [(_NAME,), (_BY,)])


def let_go(points: Iterable[RestorePoint], rule: KeepRule, today: dt.date) -> list[RestorePoint]:
    """The restore points that need not be kept any longer.

    Kept are all that the team named, and the newest in any case; of the program's own all of the last days, and before
    that the first of each week, Monday to Sunday, for as many weeks as the rule says.
    """
    own = sorted((point for point in points if point.why is not Why.NAMED), key=lambda point: (point.at, point.path))
    first_day = today - dt.timedelta(days=max(rule.days, 1) - 1)
    first_week = first_day - dt.timedelta(days=first_day.weekday(), weeks=rule.weeks - 1)
    weeks: set[tuple[int, int]] = set()
    gone = []
    for point in own[:-1]:
        day = point.at.date()
        week = day.isocalendar()[:2]
        if day >= first_day or (day >= first_week and week not in weeks):
            weeks.add(week)
        else:
            gone.append(point)
    return gone


def tidy_up(folder: Path, rule: KeepRule, today: dt.date) -> list[RestorePoint]:
    """Take away the restore points that need not be kept any longer, and tell which; what the system keeps, stays."""
    gone = []
    for point in let_go(points_in(folder), rule, today):
        with suppress(OSError):
            point.path.unlink()
            gone.append(point)
    return gone


def _free(folder: Path, called: str, ending: str) -> Path:
    number, place = 1, folder / f"{called}{ending}"
    while place.exists() or place.is_symlink():
        number += 1
        place = folder / f"{called} {number}{ending}"
    return place


def _note(draft: Path, facts: dict[str, str], key: FileKey | None) -> None:
    """Say in the copy what it is called; one of a format that cannot say such things goes without."""
    with closing(connected(draft, key=key)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'about'").fetchone() is None:
            return
        connection.executemany("INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)", facts.items())
