"""What a line of a session may mean: tags, people, and the practices that its words speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.listening.typed_tags import FOUND, taggable_parts
from desktop.model.listening.word_index import OFFERED
from desktop.model.maturity.refs import Ref
from desktop.model.records import Participant
from desktop.wording.interviews import coded

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class Offer(Struct, frozen=True):
    """A part of a model to tag a note with, or somebody who may have said it.

    Attributes:
        words: what people read.
        part: what it tags with.
        person: id of the participant instead.
    """

    words: str
    part: Ref = Ref("", "")
    person: str = ""


class Listener:
    """Answers for one session; made anew when its areas, its people or the models change."""

    def __init__(self, assessment: Assessment, session: str) -> None:
        self._interviews = assessment.interviews
        self._session = session
        self._models = assessment.interviews.spoken_of(session)
        self._in_use = {each.id: each.pack for each in assessment.models.all()}
        self._texts = {model: taggable_parts(pack) for model, pack in self._in_use.items()}
        heard = assessment.interviews.participants(session)
        people = assessment.preparation.participants()
        self.people: list[Participant] = sorted(people, key=lambda each: each.id not in heard)
        self.heard = [each for each in self.people if each.id in heard]

    def called(self, part: Ref) -> str:
        """A part by its id, and of several models in use which."""
        pack = self._in_use.get(part.model)
        return f"{part.part} · {pack.name}" if len(self._models) > 1 and pack is not None else part.part

    def text(self, part: Ref) -> str:
        """What a part says; empty for one that is not known any more."""
        return self._texts.get(part.model, {}).get(part.part, "")

    def knows(self, part: Ref) -> bool:
        """Whether a note can be tagged so."""
        return part.part in self._texts.get(part.model, {})

    def tags(self, letters: str) -> list[Offer]:
        """What somebody means by ``#`` and a few letters, the likeliest first."""
        found = (self._interviews.typed(model, letters) for model in self._models)
        return [self._offer(part) for part in _in_turn(found, FOUND)]

    def exactly(self, letters: str) -> Ref | None:
        """The part that has just this id, however it is written."""
        for model in self._models:
            for part in self._texts[model]:
                if part.casefold() == letters.casefold():
                    return Ref(model, part)
        return None

    def speakers(self, letters: str) -> list[Offer]:
        """Whom somebody means by ``@`` and a few signs of a code or role; those heard in the session first."""
        sought = letters.casefold()
        found = [
            each
            for each in self.people
            if any(word.casefold().startswith(sought) for word in (str(each.number), *coded(each).split()))
            or coded(each).casefold().endswith(f"-{sought.zfill(2)}")
        ]
        return [Offer(coded(each), person=each.id) for each in found[:FOUND]]

    def spoken_of(self, said: str) -> list[Offer]:
        """The practices that the words speak of most."""
        found = (self._interviews.offered(model, said, self._session) for model in self._models)
        return [self._offer(part) for part in _in_turn(found, OFFERED)]

    def _offer(self, part: Ref) -> Offer:
        return Offer(f"{self.called(part)}  {self.text(part)}", part=part)


def _in_turn(found: Iterable[Iterable[Ref]], count: int) -> list[Ref]:
    """The first of each model, then the second of each, and so on."""
    turns: Iterator[Ref | None] = chain.from_iterable(zip_longest(*found))
    return [part for part in turns if part is not None][:count]
