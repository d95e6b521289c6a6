"""What is said of follow-up reviews and of verifying: why an action is talked about, and what it still lacks."""

from __future__ import annotations

from desktop.language import N_, _, ngettext
from desktop.model.assessment.verifying import Effect, Outstanding
from desktop.model.planning.progress import Progress
from desktop.model.planning.review_agenda import Concern

_CONCERNS: dict[Concern, tuple[str, str]] = {
    Concern.OVERDUE: (N_("Overdue"), "bad"),
    Concern.DUE: (N_("Due"), "warn"),
    Concern.WAITING: (N_("Waiting"), "warn"),
    Concern.UNVERIFIED: (N_("To verify"), "accent"),
    Concern.LATE_START: (N_("Not begun"), "warn"),
    Concern.UNDER_WAY: (N_("In progress"), "plain"),
    Concern.SAID: (N_("Talked about"), "good"),
}
_LACKING: dict[Outstanding, str] = {
    Outstanding.DONE: N_("It is not done yet."),
    Outstanding.OTHER_EYES: N_("Somebody else than its owner and deputy has to see it."),
    Outstanding.EVIDENCE: N_("A piece of evidence has to show it."),
    Outstanding.RATED_AGAIN: N_("What it was to change has not been rated since it was done."),
    Outstanding.REACHED: N_("What it was to change is not as it was to be."),
}


def concern_text(concern: Concern) -> str:
    """Why a review talks about an action."""
    return _(_CONCERNS[concern][0])


def concern_tone(concern: Concern) -> str:
    """The tone of its tag."""
    return _CONCERNS[concern][1]


def lacking_text(lacking: tuple[Outstanding, ...]) -> str:
    """What an action lacks to be verified, a sentence each."""
    return " ".join(_(_LACKING[each]) for each in lacking)


def effect_text(name: str, effect: Effect) -> str:
    """What an action was to change, and how that stands.

    Args:
        name: what the part is called.
        effect: how it stands.
    """
    if not effect.rated:
        return _("{name}: not rated since the action was done").format(name=name)
    reached = _("{name}: rated again, as expected").format(name=name)
    return reached if effect.reached else _("{name}: rated again, not as expected").format(name=name)


def agenda_text(left: int, count: int) -> str:
    """How far a review has come."""
    if not count:
        return _("Nothing to talk about")
    if not left:
        return _("All of it was talked about")
    text = ngettext("{left} of {count} action to talk about", "{left} of {count} actions to talk about", count)
    return text.format(left=left, count=count)


def progress_text(found: Progress) -> str:
    """How all actions come along, in a sentence."""
    if not found.all:
        return _("There are no actions yet.")
    text = ngettext(
        "{done} of {count} action done, {verified} verified",
        "{done} of {count} actions done, {verified} verified",
        found.all,
    ).format(done=found.done, count=found.all, verified=found.verified)
    if not found.overdue:
        return _("{text}; none is overdue.").format(text=text)
    late = ngettext("{count} is overdue", "{count} are overdue", found.overdue).format(count=found.overdue)
    return _("{text}; {late}.").format(text=text, late=late)
