"""What was observed, in words: what bears it out, and what may give somebody away."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _, ngettext
from desktop.model.assessment.observation_reading import Observed
from desktop.model.assessment.rules.corroboration import Corroboration
from desktop.model.assessment.rules.giveaways import Giveaway, GiveawaySort
from desktop.model.records import Evidence, Observation
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.wording import names
from desktop.wording.records import number_name

MOST_TAGS = 6
"""So many parts that something is about are named in a line of a list."""
LONGEST = 300
"""So many letters of a text stand in a line of a list."""

_GIVEN_AWAY = {
    GiveawaySort.NAME: N_("a name ({found})"),
    GiveawaySort.EMAIL: N_("an e-mail address ({found})"),
    GiveawaySort.GROUP: N_("a small group ({found})"),
    GiveawaySort.CODE: N_("a code ({found})"),
}


def observation_number(number: int) -> str:
    """How an observation is called on lists, e.g. ``O-03``."""
    return number_name("observation", number)


def finding_number(number: int) -> str:
    """How a finding is called on lists, e.g. ``F-03``."""
    return number_name("finding", number)


def observation_line(observation: Observation) -> str:
    """An observation in a line of reasons, e.g. “Observation O-03, valid: Plans are kept.”."""
    return _("Observation {number}, {state}: {text}").format(
        number=observation_number(observation.number),
        state=names.name(observation.state).lower(),
        text=shortened(observation.text),
    )


def first_tags(about: Sequence[str]) -> str:
    """What something is about, as much of it as a line has room for, and how many more."""
    more = len(about) - MOST_TAGS
    if more <= 1:  # one more takes no more room than to say so
        return ", ".join(about)
    return _("{parts} and {count} more").format(parts=", ".join(about[:MOST_TAGS]), count=more)


def shows(item: Evidence) -> str:
    """What an item of evidence shows; its title while nobody has said."""
    return item.note.strip() or item.session


def shown_by(item: Evidence) -> str:
    """Where an item comes from, by kind and title."""
    return " · ".join((names.name(item.kind), item.session))


def shortened(text: str) -> str:
    """As much of a text as a line of a list has room for."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def may_tell(found: Sequence[Giveaway]) -> str:
    """What in a text may tell who said it, in a sentence; empty where nothing does."""
    if not found:
        return ""
    parts = [_(_GIVEN_AWAY[each.sort]).format(found=each.found) for each in found]
    return _("The text may tell who said it: {what}.").format(what=", ".join(parts))


def borne_out(told: Corroboration) -> str:
    """How well something is borne out, in a sentence."""
    if not told.sources:
        return _("Nothing stands behind it yet: draw it from a note, a comment or an item of evidence.")
    kinds = ", ".join(names.name(EvidenceKind(kind)).lower() for kind in told.kinds)
    had = ngettext("{count} source ({kinds})", "{count} sources ({kinds})", told.sources).format(
        count=told.sources, kinds=kinds
    )
    if told.enough:
        return _("{sources}: enough to be valid.").format(sources=had)
    if told.sources < told.wanted:
        return _("{sources}: a further one is needed, such as a note of another session, or a document.").format(
            sources=had
        )
    return _("{sources}: one besides the questionnaire is needed.").format(sources=had)


def behind(observed: Observed) -> str:
    """In few words, how many sources an observation has."""
    count = observed.borne_out.sources
    return ngettext("{count} source", "{count} sources", count).format(count=count)
