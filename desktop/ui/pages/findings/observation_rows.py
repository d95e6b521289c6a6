"""The observations as lines of the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment.observation_reading import Observed
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.records import ObservationState, Tone
from desktop.ui.pages.interviews.note_rows import TONE_COLOURS
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.table_rows import Column
from desktop.wording import names as words
from desktop.wording.observed import behind, first_tags, observation_number, shortened

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

STATE_COLOURS = {ObservationState.ACCURATE: "accent", ObservationState.VALID: "good", ObservationState.REJECTED: "bad"}
"""Tones of the tags; a draft has none."""


class ObservationRow(Struct, frozen=True):
    """An observation with what its line tells.

    Attributes:
        about: what it is about, in words.
        naming: what in its text may tell who said it, until that is settled.
    """

    observed: Observed
    about: str
    naming: tuple[Giveaway, ...]

    @property
    def id(self) -> str:
        """Of the observation."""
        return self.observed.observation.id

    @property
    def state(self) -> ObservationState:
        """How far it is."""
        return self.observed.observation.state

    def says(self, sought: Sequence[str]) -> bool:
        """Whether all these words, in small letters, stand in it."""
        text = f"{self.observed.observation.text} {self.about}".casefold()
        return all(word in text for word in sought)


def observation_rows(assessment: Assessment, names: PartNames) -> list[ObservationRow]:
    """All observations, by number."""
    it = assessment.observations
    found = []
    for observed in it.all():
        observation = observed.observation
        settled = observation.names_nobody or observation.state is not ObservationState.DRAFT
        naming = () if settled else it.named(observation.text)
        found.append(ObservationRow(observed, ", ".join(map(names.called, observed.tags)), naming))
    return found


def observation_key(row: ObservationRow) -> str:
    """What tells a line from others."""
    return row.id


def observation_columns() -> tuple[Column[ObservationRow], ...]:
    """The columns of the list."""
    return (
        Column(
            _("Observation"),
            lambda row: shortened(row.observed.observation.text),
            sort=lambda row: row.observed.observation.number,
            beneath=_beneath,
        ),
        Column(
            _("Says"),
            lambda row: _says(row.observed.observation.tone),
            tone=lambda row: TONE_COLOURS.get(row.observed.observation.tone),
            width=96,
            gives_way=1,
        ),
        Column(
            _("State"),
            lambda row: words.name(row.state),
            tone=lambda row: STATE_COLOURS.get(row.state, "plain"),
            width=88,
        ),
    )


def _says(tone: Tone) -> str:
    return "" if tone is Tone.NEUTRAL else words.name(tone)


def _beneath(row: ObservationRow) -> str:
    naming = _("may tell who said it") if row.naming else ""
    about = first_tags(row.about.split(", ")) if row.about else ""
    parts = (observation_number(row.observed.observation.number), behind(row.observed), about, naming)
    return " · ".join(part for part in parts if part)
