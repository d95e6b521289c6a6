"""What the plan of the shipped sample says of its actions besides what they are: effort, worth, order and log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the log; `day` in days from the day on which the sample is made."""

    day: int
    by: str
    text: str


class Stone(Struct, frozen=True, forbid_unknown_fields=True):
    """A milestone; `day` likewise."""

    title: str
    day: int


class Work(Struct, frozen=True, forbid_unknown_fields=True):
    """What is planned of an action; see `desktop.model.records.Action`.

    Attributes:
        start: in days from the day on which the sample is made.
        milestone: its title.
        needs: titles of the actions that it waits for.
        changes: what it is expected to change besides its aim, each as ``model/part``.
    """

    why: str = ""
    deputy: str = ""
    start: int | None = None
    effort: str = ""
    cost: str = ""
    benefit: str = ""
    risk: int | None = None
    impact: int | None = None
    value: int | None = None
    urgency: int | None = None
    opportunity: int | None = None
    size: int | None = None
    percent: int = 0
    milestone: str = ""
    tags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    log: tuple[Said, ...] = ()


def mark(assessment: Assessment, stones: tuple[Stone, ...], day: dt.date) -> None:
    """Set the milestones."""
    for stone in stones:
        assessment.milestones.add(stone.title, day + dt.timedelta(days=stone.day))


def plan(assessment: Assessment, action: str, work: Work, day: dt.date) -> None:
    """Say of an action what is planned of it; what it waits for comes with `tie`, once all are there."""
    cells: dict[str, object] = msgspec.structs.asdict(work)
    for other in ("tags", "needs", "changes", "log"):
        cells.pop(other)
    cells["start"] = None if work.start is None else day + dt.timedelta(days=work.start)
    stones = {each.title: each.id for each in assessment.milestones.all()}
    cells["milestone"] = stones[work.milestone] if work.milestone else ""
    assessment.actions.change(action, **{name: value for name, value in cells.items() if value not in ("", None, 0)})
    if work.tags:
        assessment.actions.change_several([action], tags=dict.fromkeys(work.tags, True))
    for change in work.changes:
        assessment.action_links.expect(action, Ref.read(change))
    for said in work.log:
        assessment.action_log.write(action, said.text, day=day + dt.timedelta(days=said.day), by=said.by)


def tie(assessment: Assessment, needs: Mapping[str, tuple[str, ...]]) -> None:
    """Let actions wait for others, all by title."""
    known = {action.title: action.id for action in assessment.actions.all()}
    for title, others in needs.items():
        for other in others:
            assessment.action_links.need(known[title], known[other])
