"""What is said of each part: by the team, and by respondents."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from desktop.model.evaluation.answer_scales import AnswerScale
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.own_answers import Answered, answer_of
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.suggesting import is_answered
from desktop.model.maturity.rulebook import PackPart, RatingScale, Rulebook, WithoutReason

_NOTHING = PartWord()


class PartAnswers:
    """What is said of the parts of one rulebook. Each is worked out once."""

    def __init__(self, book: Rulebook, given: PartsInput) -> None:
        self._book = book
        self._given = given
        self._scales = {scale.id: AnswerScale(scale) for scale in book.scales}
        self._words: dict[str, PartWord] = {}
        self._kept: dict[str, Answered | None] = {}
        self._ticked: dict[str, bool] = {}

    def take_over(self, answered: dict[str, Answered | None]) -> None:
        """Take over what `without` gave."""
        self._kept = answered

    def without(self, touched: Collection[str]) -> dict[str, Answered | None]:
        """What is worked out of other parts than these."""
        return {id_: answered for id_, answered in self._kept.items() if id_ not in touched}

    def answered(self, part: PackPart) -> Answered | None:
        """A part's own answer; None where it has no scale. Kept."""
        if part.id not in self._kept:
            scale = self._book.scale_of(part)
            self._kept[part.id] = None if scale is None else self._answer(part, scale)
        return self._kept[part.id]

    def _answer(self, part: PackPart, scale: RatingScale) -> Answered:
        word, kind = self.word(part), self._book.kind_of(part)
        return answer_of(kind, self._scales[scale.id], word, self._tally(part), heard=self.heard(part))

    def word(self, part: PackPart) -> PartWord:
        """What the team says of a part; kept."""
        if part.id not in self._words:
            self._words[part.id] = self._as_said(part)
        return self._words[part.id]

    def _as_said(self, part: PackPart) -> PartWord:
        """What the team says of a part: with a box beside it ticked, one that is not ticked is answered, too."""
        word = self._given.words.get(part.id, _NOTHING)
        scale = self._book.scale_of(part)
        unsaid = (
            word.answer is BlankReason.DOES_NOT_APPLY
            and not word.reason.strip()
            and self._book.kind_of(part).without_reason is WithoutReason.COUNTS
        )
        if unsaid:
            word = replace(word, answer=None)
        if word.answer is None and scale is not None and scale.box and self._begun(part):
            word = replace(word, answer=scale.offered[0].id)
        return word

    def _begun(self, part: PackPart) -> bool:
        """Whether a box beside a part is ticked: one that is counted where this one is."""
        return any(self._has_tick(above) for above in part.above)

    def _has_tick(self, above: str) -> bool:
        """Whether a box that is counted in a part is ticked; kept."""
        if above not in self._ticked:
            self._ticked[above] = any(
                self._given.words.get(each.id, _NOTHING).answer is not None
                and (scale := self._book.scale_of(each)) is not None
                and scale.box
                for each in self._book.counted[above]
            )
        return self._ticked[above]

    def _tally(self, part: PackPart) -> Mapping[str, int]:
        return self._given.tallies.get(part.id, {})

    def heard(self, part: PackPart) -> bool:
        """Whether respondents answered a question that informs a part."""
        return any(is_answered(scale, tally) for scale, tally in self.asked(part))

    def asked(self, part: PackPart) -> Iterator[tuple[AnswerScale, Mapping[str, int]]]:
        """Scale and answers of the questions that inform a part; it may be asked about itself."""
        for _question, scale, tally in self._questions(part):
            yield scale, tally

    def counted(self, part: PackPart) -> dict[str, int]:
        """How many answers respondents gave to each question that informs a part; those without any are left out."""
        return {
            question: sum(tally.values())
            for question, scale, tally in self._questions(part)
            if is_answered(scale, tally)
        }

    def _questions(self, part: PackPart) -> Iterator[tuple[str, AnswerScale, Mapping[str, int]]]:
        for question in (*self._book.informants[part.id], part):
            scale = self._book.scale_of(question)
            if scale is not None:
                yield question.id, self._scales[scale.id], self._tally(question)
