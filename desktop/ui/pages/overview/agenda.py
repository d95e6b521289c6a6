"""What waits to be done: the next step along the way, what is overdue, and what is due soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.planning.checklists import next_line
from desktop.model.records import Action
from desktop.ui.pages.overview.next_step import NextStep
from desktop.ui.places import CHECK
from desktop.wording import names
from desktop.wording.checklists import item_text

MOST = 3
"""So many overdue actions are named."""
_PREPARING = ("preparation", "questionnaires")
"""Where the next step leads before anybody has answered."""
SOON = dt.timedelta(days=14)
"""What is due within this time is told before it is overdue."""


class AgendaItem(Struct, frozen=True):
    """Something to do.

    Attributes:
        text: what.
        state: how it stands in a word or two.
        tone: of the state: ``accent``, ``bad``, ``warn`` or ``plain``.
        page: key of the page where it is done.
        target: id of the thing there; empty for the page as a whole.
    """

    text: str
    state: str
    tone: str
    page: str
    target: str = ""


def agenda(step: NextStep, assessment: Assessment, models: Sequence[ModelInUse], today: dt.date) -> list[AgendaItem]:
    """What waits, the next step first, then what is overdue."""
    return [
        *_next(step),
        *_clashes(assessment),
        *_late_forms(assessment, models, today),
        *_overdue_actions(assessment, today),
        *_loose_ends(assessment, today),
        *_checklist(step, assessment),
    ]


def _next(step: NextStep) -> Iterator[AgendaItem]:
    if step.text:
        text = step.text[0].upper() + step.text[1:]
        yield AgendaItem(text, _("Next"), "accent", step.page, step.target)


def _clashes(assessment: Assessment) -> Iterator[AgendaItem]:
    found = assessment.schedule.clashes()
    if found:
        text = ngettext("{count} clash on the schedule", "{count} clashes on the schedule", len(found))
        yield AgendaItem(text.format(count=len(found)), _("To settle"), "bad", "schedule", found[0].session)


def _checklist(step: NextStep, assessment: Assessment) -> Iterator[AgendaItem]:
    """The next item, while the assessment is prepared or where the team works with the checklist."""
    lines = assessment.checklists.lines()
    used = any((line.own and not line.model) or line.tick.day is not None for line in lines)
    line = next_line(lines) if used or step.page in _PREPARING else None
    if line is not None:
        yield AgendaItem(item_text(line), names.name(line.phase), "plain", "preparation", f"{CHECK}{line.item}")


def _late_forms(assessment: Assessment, models: Sequence[ModelInUse], today: dt.date) -> Iterator[AgendaItem]:
    progress = [item for in_use in models for item in assessment.questionnaires.progress(in_use.id)]
    late = sum(item.is_late(today) for item in progress)
    if late:
        text = ngettext("{count} form is not back yet", "{count} forms are not back yet", late)
        yield AgendaItem(text.format(count=late), _("Overdue"), "bad", "questionnaires")


def _overdue_actions(assessment: Assessment, today: dt.date) -> Iterator[AgendaItem]:
    overdue = sorted((action for action in assessment.actions.all() if action.is_overdue(today)), key=_by_day)
    for action in overdue[:MOST]:
        assert action.due is not None
        days = (today - action.due).days
        state = ngettext("{days} day overdue", "{days} days overdue", days).format(days=days)
        yield AgendaItem(_told(action), state, "bad", "actions", action.id)
    more = len(overdue) - MOST
    if more > 0:
        text = ngettext("{count} more action", "{count} more actions", more).format(count=more)
        yield AgendaItem(text, _("Overdue"), "bad", "actions")


def _loose_ends(assessment: Assessment, today: dt.date) -> Iterator[AgendaItem]:
    actions = [action for action in assessment.actions.all() if action.status.is_open]
    soon = sum(action.due is not None and today <= action.due <= today + SOON for action in actions)
    if soon:
        text = ngettext(
            "{count} action is due within two weeks", "{count} actions are due within two weeks", soon
        ).format(count=soon)
        yield AgendaItem(text, _("Due soon"), "warn", "actions")
    ownerless = sum(not action.owner for action in actions)
    if ownerless:
        text = ngettext("{count} action has no owner", "{count} actions have no owner", ownerless)
        yield AgendaItem(text.format(count=ownerless), _("To settle"), "warn", "actions")


def _told(action: Action) -> str:
    if action.owner:
        return _("Action {number}, {owner}: {title}").format(
            number=action.number, owner=action.owner, title=action.title
        )
    return _("Action {number}: {title}").format(number=action.number, title=action.title)


def _by_day(action: Action) -> tuple[dt.date, int]:
    return action.due or dt.date.max, action.number
