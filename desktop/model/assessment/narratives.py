"""What the team says in the report in its own words, section by section."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.rules.finding_lapses import named_in
from desktop.model.assessment.rules.giveaways import Giveaway
from desktop.model.journal import Changed
from desktop.model.records import Narrative, for_sponsor


class Narratives:
    """The team's own words. They stay with their section, whatever the program says there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> Mapping[str, Narrative]:
        """Those that say something, by section."""
        return {each.section: each for each in self._desk.store.all(Narrative) if each.text}

    def sections(self) -> frozenset[str]:
        """Those for which something was ever written."""
        return frozenset(each.section for each in self._desk.store.all(Narrative))

    def get(self, section: str) -> Narrative:
        """Those of a section, with an empty text where there are none."""
        return self._desk.store.get(Narrative, section) or Narrative(section=section)

    def set(self, section: str, text: str) -> Changed:
        """Write the words of a section; none take them away."""
        with self._desk.step("narrative.set") as step:
            step.draft.put(Narrative, section, text=text.strip())
        return step.changed

    def clear_of_names(self, section: str, *, names_nobody: bool = True) -> Changed:
        """Say that the words of a section give nobody away, whatever they seem to name, or that they may."""
        with self._desk.step("narrative.set") as step:
            step.draft.put(Narrative, section, names_nobody=names_nobody)
        return step.changed

    def named(self, text: str) -> tuple[Giveaway, ...]:
        """What in a text may tell who somebody is that takes part; see `rules.giveaways`."""
        return named_in(text, self._desk)

    def tellable(self) -> Mapping[str, str]:
        """The words that may leave the team, by section: those that name nobody, or were found harmless."""
        return {
            section: for_sponsor(each).text
            for section, each in self.all().items()
            if each.names_nobody or not self.named(each.text)
        }

    def withheld(self) -> tuple[str, ...]:
        """The sections whose words name somebody and therefore stay in the team."""
        told = self.tellable()
        return tuple(section for section in self.all() if section not in told)
