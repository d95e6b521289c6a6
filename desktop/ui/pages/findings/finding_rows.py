"""The findings as lines of the list, in the team's order, area by area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.maturity.refs import Ref
from desktop.model.records import Finding, Observation, ObservationState, Tone
from desktop.ui.pages.findings.observation_rows import ObservationRow
from desktop.ui.pages.interviews.note_rows import TONE_COLOURS
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.table_rows import Column
from desktop.wording import names as words
from desktop.wording.observed import finding_number, observation_number, shortened

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class FindingRow(Struct, frozen=True):
    """A finding with what its line tells.

    Attributes:
        area: what it is about, in words.
        observations: what it rests on, by number.
        naming: what in its text may tell who said it, until that is settled.
    """

    finding: Finding
    area: str
    observations: tuple[Observation, ...]
    naming: tuple[Giveaway, ...]

    @property
    def id(self) -> str:
        """Of the finding."""
        return self.finding.id

    @property
    def place(self) -> Ref:
        """Model and area, stream or track."""
        return Ref(self.finding.model, self.finding.place)

    @property
    def is_founded(self) -> bool:
        """Whether it rests on valid observations, and on no others."""
        states = {each.state for each in self.observations}
        return states == {ObservationState.VALID}


def finding_rows(assessment: Assessment, names: PartNames) -> list[FindingRow]:
    """All findings in the team's order."""
    it, found = assessment.findings, []
    for finding in it.all():
        naming = () if finding.names_nobody or finding.final else it.named(finding.text)
        area = names.area(Ref(finding.model, finding.place))
        found.append(FindingRow(finding, area, it.observations(finding.id), naming))
    return found


def finding_key(row: FindingRow) -> str:
    """What tells a line from others."""
    return row.id


def finding_columns() -> tuple[Column[FindingRow], ...]:
    """The columns of the list."""
    return (
        Column(_("Finding"), lambda row: shortened(row.finding.text), beneath=_beneath),
        Column(
            _("Says"),
            lambda row: "" if row.finding.tone is Tone.NEUTRAL else words.name(row.finding.tone),
            tone=lambda row: TONE_COLOURS.get(row.finding.tone),
            width=96,
            gives_way=1,
        ),
        Column(
            _("Report"),
            lambda row: _("in it") if row.finding.final else "",
            tone=lambda row: "good" if row.finding.final else None,
            width=72,
            meaning=_("Whether it is marked for the report, which shows it outside the team"),
        ),
    )


def candidate_columns() -> tuple[Column[ObservationRow], ...]:
    """The columns of the valid observations that no finding rests on."""
    return (
        Column(
            _("Observation"),
            lambda row: shortened(row.observed.observation.text),
            beneath=lambda row: " · ".join(
                part
                for part in (
                    observation_number(row.observed.observation.number),
                    words.name(row.observed.observation.tone),
                    row.about,
                )
                if part
            ),
        ),
    )


def waiting_rows(rows: Sequence[ObservationRow]) -> list[ObservationRow]:
    """The valid observations that no finding rests on."""
    return [row for row in rows if row.state is ObservationState.VALID and not row.observed.findings]


def _beneath(row: FindingRow) -> str:
    rests = ", ".join(observation_number(each.number) for each in row.observations) or _("rests on nothing")
    naming = _("may tell who said it") if row.naming else ""
    parts = (row.area, finding_number(row.finding.number), rests, naming)
    return " · ".join(part for part in parts if part)
