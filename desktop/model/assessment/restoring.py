"""Restore points of the open assessment: made, kept, and gone back to by a step like any other."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.model.assessment.desk import Desk
from desktop.model.errors import RefusalError
from desktop.model.journal import Change, Changed
from desktop.model.records import Record, ShownAnswers
from desktop.model.store import restore_points
from desktop.model.store.compacting import compact
from desktop.model.store.past import looking_into
from desktop.model.store.restore_points import KeepRule, RestorePoint, Why, save_as
from desktop.model.store.rows_back import changes_back
from desktop.model.store.store import Store

__all__ = ["KeepRule", "RestorePoint", "Restoring", "Why", "compact", "make_point", "save_as"]

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

TOLD_OUTSIDE: tuple[type[Record], ...] = (ShownAnswers,)
"""What left the team cannot be taken back; the notes of it stay."""
MOST_DAYS, MOST_WEEKS = 3660, 520


class Restoring:
    """The restore points of an assessment."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def folder(self) -> Path:
        """Where they are; the folder need not be there yet."""
        store = self._desk.store
        return restore_points.folder_of(store.path, self.chosen_folder())

    def chosen_folder(self) -> str:
        """The folder that the team chose; empty where they lie beside the file."""
        return restore_points.chosen_folder(self._desk.store.about())

    def rule(self) -> KeepRule:
        """How long the program's own are kept."""
        return restore_points.rule_of(self._desk.store.about())

    def set_rule(self, rule: KeepRule, folder: str = "") -> None:
        """Say how long the program's own are kept, and where new ones go; those that are there stay where they are.

        Raises:
            RefusalError: ``restore.rule`` when a number cannot be meant, ``restore.no_folder`` when the folder is not
                there, ``file.opened_readonly``.
        """
        if not (1 <= rule.days <= MOST_DAYS and 0 <= rule.weeks <= MOST_WEEKS):
            raise RefusalError("restore.rule", days=MOST_DAYS, weeks=MOST_WEEKS)
        if folder and not Path(folder).is_dir():
            raise RefusalError("restore.no_folder", path=Path(folder))
        restore_points.say_rule(self._desk.store, rule, folder)

    def points(self) -> list[RestorePoint]:
        """All of them, the newest first."""
        store = self._desk.store
        kept = restore_points.kept_before(store.path)
        found = [restore_points.read(point, store.key) for point in (*restore_points.points_in(self.folder), *kept)]
        return sorted(found, key=lambda point: point.at, reverse=True)

    def daily(self) -> list[RestorePoint]:
        """Those made at the first edit of a day, as far as their names tell."""
        return [point for point in restore_points.points_in(self.folder) if point.why is Why.DAY]

    def restore(self, point: RestorePoint) -> Changed:
        """Put every cell as it was, in one step that can be undone; what was noted of exports stays.

        Where the point or this file does without who the participants are, what is told of that stays, too.

        Raises:
            RefusalError: ``restore.other`` when the point is of another assessment; ``restore.older`` when it has an
                older format; ``file.opened_readonly``; what hinders reading the point. Then nothing has changed.
        """
        store = self._desk.store
        if store.readonly:
            raise RefusalError("file.opened_readonly", path=store.path)
        try:
            then = Store.open(point.path, "", readonly=True, key=store.key)
        except RefusalError as refusal:
            if refusal.code != "file.older_readonly":
                raise
            raise RefusalError("restore.older", path=point.path) from refusal
        with closing(then):
            if then.about().get("id") != store.about().get("id"):
                raise RefusalError("restore.other", path=point.path)
            self._take_over(then)
            with looking_into(point.path, then.key) as earlier, looking_into(store.path, store.key) as now:
                changes = changes_back(earlier, now, TOLD_OUTSIDE)
        day = point.at.isoformat(sep=" ", timespec="minutes")[:16]
        return self._put_back(changes, point.name or day, day)

    def _put_back(self, changes: Sequence[Change], name: str, day: str) -> Changed:
        with self._desk.step("restore.point", alone=True, name=name, day=day) as step:
            step.draft.apply(changes)
        return step.changed

    def _take_over(self, then: Store) -> None:
        """Packs and attached content that the file has not: of steps that were taken out of it since."""
        store = self._desk.store
        with looking_into(then.path, then.key) as earlier, looking_into(store.path, store.key) as now:
            digests = "SELECT digest FROM pack"
            lacking = {row[0] for row in earlier.execute(digests)} - {row[0] for row in now.execute(digests)}
        for digest in sorted(lacking):
            store.add_pack(digest, then.pack(digest))
        if not then.content.sizes().keys() <= store.content.sizes().keys():
            store.content.take_over(then.path, then.key)


def make_point(path: Path, name: str, author: str, why: Why = Why.NAMED, *, key: FileKey | None = None) -> RestorePoint:
    """Make a restore point of a file, and let go of those kept long enough; any thread may, also while it is open.

    Raises:
        RefusalError: what the environment causes; then none is made.
    """
    with looking_into(path, key) as connection:
        about = dict(connection.execute("SELECT name, value FROM about"))
    folder = restore_points.folder_of(path, restore_points.chosen_folder(about))
    made = restore_points.make(path, folder, why, name, author, key)
    restore_points.tidy_up(folder, restore_points.rule_of(about), made.at.date())
    return made
