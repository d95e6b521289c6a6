"""What groups of participants answer, in words; for the team alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.language import _
from desktop.model.assessment.questionnaires import Progress
from desktop.model.scoring.group_answers import GroupAnswers, farthest_apart
from desktop.model.scoring.statistics import rounded_mean
from desktop.wording import names


def group_lines(found: Sequence[GroupAnswers]) -> list[str]:
    """A line for each group, then which lie apart and how much that means; nothing where there is one group only."""
    if len(found) < 2:
        return []
    lines = [_line(each) for each in found if not each.hidden]
    hidden = [
        _("{group} ({people})").format(group=_name(each.tally.group), people=each.tally.replied)
        for each in found
        if each.hidden
    ]
    if hidden:
        told = _("Not shown, since too few answered to stay unknown: {groups}.")
        lines.append(told.format(groups=", ".join(hidden)))
    apart = farthest_apart(found)
    if apart is not None:
        highest, lowest = (_name(each.tally.group) for each in apart)
        lines.append(_("{highest} and {lowest} see this differently.").format(highest=highest, lowest=lowest))
        if any(each.few for each in apart):
            lines.append(_("Few people answered in these groups: take it as a question to ask, not as a result."))
    return lines


def reply_line(groups: Mapping[str, Sequence[Progress]]) -> str:
    """How many of each group have answered; empty where there is one group only."""
    if len(groups) < 2:
        return ""
    parts = (
        _("{group}: {replied} of {people}").format(
            group=_name(group), replied=sum(one.answered > 0 for one in people), people=len(people)
        )
        for group, people in groups.items()
    )
    return " · ".join(parts)


def _line(found: GroupAnswers) -> str:
    if found.mean is None:
        return _("{group}: no answers").format(group=_name(found.tally.group))
    return _("{group}: {mean} · answers: {n} · people: {replied}").format(
        group=_name(found.tally.group),
        mean=names.percent(rounded_mean(found.mean)),
        n=found.n,
        replied=found.tally.replied,
    )


def _name(group: str) -> str:
    return group or _("No group")
