"""What parts of the models in use are called where something may be about any of them: evidence, findings."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from desktop.language import _
from desktop.model.listening.typed_tags import FOUND, taggable_parts
from desktop.model.maturity.pack import Track
from desktop.model.maturity.refs import Ref
from desktop.ui.pages.interviews.listener import Offer

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

NO_AREA = Ref("", "")
"""What is about no area of any model."""


class PartNames:
    """Made anew when the models in use change."""

    def __init__(self, assessment: Assessment) -> None:
        self._interviews = assessment.interviews
        self._packs = {each.id: each.pack for each in assessment.models.all()}
        self._texts = {model: taggable_parts(pack) for model, pack in self._packs.items()}

    def called(self, part: Ref) -> str:
        """A part by its id, and where several models have one of that id, of which it is."""
        shared = sum(part.part in texts for texts in self._texts.values()) > 1
        pack = self._packs.get(part.model)
        return f"{part.part} · {pack.name}" if shared and pack is not None else part.part

    def text(self, part: Ref) -> str:
        """What a part says; empty for one that is not known any more."""
        return self._texts.get(part.model, {}).get(part.part, "")

    def area(self, area: Ref) -> str:
        """An area, stream or track by id and name."""
        if area == NO_AREA:
            return _("Outside the models")
        pack = self._packs.get(area.model)
        place = pack.place_by_id.get(area.part) if pack is not None else None
        if place is None:
            return area.part
        return place.name if isinstance(place, Track) else f"{place.id}  {place.name}"

    def areas(self) -> list[tuple[str, str]]:
        """Every area of the models in use, by `Ref` as text, and in words; with several models of which it is."""
        found = []
        for model, pack in self._packs.items():
            for place in pack.place_by_id:
                words = self.area(Ref(model, place))
                found.append((str(Ref(model, place)), f"{words} · {pack.name}" if len(self._packs) > 1 else words))
        return found

    def tags(self, letters: str) -> list[Offer]:
        """What somebody means by a few letters, the likeliest of each model first."""
        found = (self._interviews.typed(model, letters) for model in self._packs)
        parts = [part for part in chain.from_iterable(zip_longest(*found)) if part is not None]
        return [Offer(f"{self.called(part)}  {self.text(part)}", part=part) for part in parts[:FOUND]]
