"""Moments of an assessment that one looks back to, in words."""

from __future__ import annotations

import datetime as dt

from desktop.language import N_, _
from desktop.model.assessment.moment import Moment
from desktop.wording.moments import local_time
from desktop.wording.restore_texts import REFUSED_RESTORING

REFUSED_PAST: dict[str, str] = {
    **REFUSED_RESTORING,
    "past.readonly": N_(
        "This is the assessment as it was; it cannot be changed. Go back to today, and make the change there."
    ),
    "moment.no_step": N_("{path} has no step {step}. The page History lists its steps."),
    "moment.too_early": N_("On {day} nothing stood in {path} yet. Choose a later day."),
    "moment.unclear": N_(
        "“{value}” is neither a day, such as 2026-03-31, nor the number of a step. Write one of these."
    ),
    "moment.backwards": N_("The first moment comes after the second. Exchange the two."),
}


def moment_text(moment: Moment) -> str:
    """When, e.g. ``on 2026-03-31 (step 41)``."""
    if moment.day is not None:
        return _("on {day} (step {step})").format(day=moment.day.isoformat(), step=moment.step.number)
    return _("at {time} (step {step})").format(time=local_time(moment.step.at), step=moment.step.number)


def moment_day(moment: Moment) -> dt.date:
    """The day, on this machine's clock."""
    return moment.day or moment.step.at.astimezone().date()


def marked_name(organisation: str, moment: Moment) -> str:
    """What stands for the organisation's name in everything that is exported of then."""
    text = _("As it was on {day} (step {step}) – {organisation}")
    return text.format(day=moment_day(moment).isoformat(), step=moment.step.number, organisation=organisation)


def as_it_was_text(moment: Moment) -> str:
    """What stands over everything that is shown of then."""
    return _("As it was {moment}").format(moment=moment_text(moment))
