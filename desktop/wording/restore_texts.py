"""Restore points in words."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.language import N_, _, ngettext
from desktop.model.assessment.restoring import KeepRule, RestorePoint, Why
from desktop.wording.moments import local_time

REFUSED_RESTORING: dict[str, str] = {
    "restore.other": N_(
        "{path} is a restore point of another assessment. Nothing was changed. Save it as a file of its own "
        "to look at it."
    ),
    "restore.older": N_(
        "{path} was made by an earlier version of this program. Save it as a file of its own and open that; nothing "
        "was changed here."
    ),
    "restore.rule": N_("Keep them for 1 to {days} days and after that for 0 to {weeks} weeks."),
    "restore.no_folder": N_("There is no folder {path}. Make it first, or choose another."),
    "restore.unknown": N_(
        "There is no restore point “{value}” of {path}. Without further words, “restore” lists them."
    ),
}

_MADE: dict[Why, str] = {
    Why.NAMED: N_("Named by the team"),
    Why.DAY: N_("First edit of a day"),
    Why.MERGE: N_("Before a merge"),
    Why.MIGRATION: N_("Before the file's format changed"),
}


def newest_point(path: object) -> str:
    """That a file which cannot be opened has a restore point."""
    return _("Its newest restore point is {path}: copy that out of its folder and open the copy.").format(path=path)


def point_name(point: RestorePoint) -> str:
    """What a restore point is called: by the team, else by what it was made for."""
    return point.name or _(_MADE[point.why])


def made_for(point: RestorePoint) -> str:
    """What it was made for; that it cannot be read, where it cannot."""
    return _(_MADE[point.why]) if point.readable else _("Cannot be read")


def made_at(point: RestorePoint) -> str:
    """When, on this machine's clock."""
    return local_time(point.at)


def rule_text(rule: KeepRule) -> str:
    """How long restore points are kept."""
    days = ngettext(
        "Those of the program's own are all kept for {count} day",
        "Those of the program's own are all kept for {count} days",
        rule.days,
    ).format(count=rule.days)
    weeks = (
        ngettext(
            "{days}, then the first of each week for {count} week. Those that you named stay.",
            "{days}, then the first of each week for {count} weeks. Those that you named stay.",
            rule.weeks,
        )
        if rule.weeks
        else _("{days}. Those that you named stay.")
    )
    return weeks.format(days=days, count=rule.weeks)


def where_text(rule: KeepRule, folder: object, points: Iterable[RestorePoint]) -> str:
    """How long restore points are kept and where they are; and why one stays that no rule takes away, if there is."""
    said = [_("{rule} They are in {folder}.").format(rule=rule_text(rule), folder=folder)]
    if any(point.why is Why.MIGRATION for point in points):
        said.append(
            _(
                "What was kept before the format changed lies beside the file itself, and stays until you delete it: "
                "an earlier version of the program can open nothing newer."
            )
        )
    return " ".join(said)


def size_text(size: int) -> str:
    """How large, e.g. ``1.4 MB``."""
    return _("{size} MB").format(size=f"{size / 1_000_000:.1f}")
