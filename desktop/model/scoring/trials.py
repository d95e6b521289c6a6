"""A model tried out: answers typed in or taken from one of its examples, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.evaluation.part_inputs import PartsInput, PartWord, Said
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import scales
from desktop.model.maturity.rulebook import PackPart, Rulebook
from desktop.model.maturity.short_forms.expanding import expanded
from desktop.model.maturity.worked_examples import PackExample
from desktop.model.scoring.part_answers import answer_said, limit_said, several_written
from desktop.model.vetting.pack_examples import ExampleMiss, given_in, misses, support_of_trial
from desktop.model.vetting.scheme_examples import with_named_whole

_ONE = "1"
"""What a part that is answered for several is answered for."""


class Trial(Struct, frozen=True):
    """What is tried out.

    Attributes:
        book: the rules of the model; the whole of one that follows a scheme is called `model`, as in its examples.
        example: the example it began with.
        answers: what was typed since, by part, as answers are kept; an empty text opens a part again.
        says: what the result of parts was said to be since, over what the rules make it, likewise.
    """

    book: Rulebook
    example: PackExample | None = None
    answers: Mapping[str, str] = {}
    says: Mapping[str, str] = {}

    def with_answer(self, part: str, answer: str | None) -> Trial:
        """The same with another answer to a part."""
        return replace(self, answers={**self.answers, part: answer or ""})

    def with_word(self, part: str, says: str | None) -> Trial:
        """The same with another word of the team on what a part comes to."""
        return replace(self, says={**self.says, part: says or ""})

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed."""
        return bool(self.answers or self.says)

    def word(self, part: str) -> str | None:
        """What the team says that a part comes to; None where it leaves that to the rules."""
        if part in self.says:
            return self.says[part] or None
        said = None if self.example is None else self.example.says.get(part)
        return None if said is None else str(said)

    def answer(self, part: str) -> str | None:
        """The answer to a part, as answers are kept; None while it is open."""
        if part in self.answers:
            return self.answers[part] or None
        said = None if self.example is None else self.example.answers.get(part)
        if isinstance(said, Mapping):
            said = next(iter(said.values()), None) if len(said) == 1 else None
        return _kept(said)

    def results(self) -> dict[str, PartResult]:
        """What follows, by part."""
        return all_results(self.evaluation())

    def evaluation(self, earlier: Evaluation | None = None) -> Evaluation:
        """What follows, worked out as far as it is asked for.

        Args:
            earlier: of a trial of the same rules; what stands as it did there is not worked out again.
        """
        base = {} if self.example is None else dict(given_in(self.book, self.example).words)
        for id_, answer in self.answers.items():
            base[id_] = self._answered(self.book.part_by_id[id_], answer, base.get(id_, PartWord()))
        for id_, says in self.says.items():
            base[id_] = replace(base.get(id_, PartWord()), says=limit_said(says) if says else None)
        return Evaluation(self.book, PartsInput(words=base), earlier)

    def missed(self) -> list[ExampleMiss]:
        """Where the rules give something else than the example says, while nothing is changed in it."""
        return misses(self.book, self.example, ()) if self.example is not None and not self.is_changed else []

    def as_example(self, name: str) -> PackExample:
        """What was answered and what the whole came to, as an example that an author can keep with the model.

        Only what was typed is told; so it is meant for a trial that began with nothing.
        """
        root = self.book.root.id
        result = self.results()[root].result
        whole: int | float | str = result.grade or ""
        if result.blank is not None:
            whole = result.blank.value
        elif result.grade is None and result.value is not None:
            whole = int(result.value) if result.value.denominator == 1 else round(float(result.value), 6)
        said: dict[str, int | float | str | tuple[str, ...]] = {}
        for id_, answer in self.answers.items():
            part = self.book.part_by_id[id_]
            value = answer_said(self.book.scale_of(part), answer) if answer else None
            if value is not None:
                said[id_] = value.value if isinstance(value, BlankReason) else value
        judged = {id_: limit_said(says) for id_, says in self.says.items() if says}
        across = {
            id_: {_ONE: value} if self.book.kind_of(self.book.part_by_id[id_]).across else value
            for id_, value in said.items()
        }
        return PackExample(name=name, answers=across, says=judged, gives={root: whole})

    def _answered(self, part: PackPart, answer: str, before: PartWord) -> PartWord:
        kind = self.book.kind_of(part)
        said: Said = answer_said(self.book.scale_of(part), answer) if answer else None
        across = kind.across is not None and said is not None and not isinstance(said, BlankReason)
        return replace(
            before,
            answer=None if across else said,
            instances={_ONE: said} if across else {},
            reason="tried",
            support=support_of_trial(kind),
        )


def all_results(evaluation: Evaluation) -> dict[str, PartResult]:
    """The result of every part by id, in the order of the rules."""
    return {part.id: evaluation.result(part.id) for part in evaluation.book.parts}


def trial_of(pack: Pack) -> Trial:
    """A model with nothing answered."""
    return Trial(with_named_whole(expanded(pack, scales(pack)[0].id)))


def _kept(said: object) -> str | None:
    if isinstance(said, tuple):
        return several_written(said)
    return None if said is None else str(said)
