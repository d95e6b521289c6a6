"""A better answer never makes a result worse, and what a part can still become encloses everything that it becomes.

On random rulebooks of everything that rises with its parts: no `choose`, no `from`, no condition but `at_least`. And
`bounds` at the top only: beneath, a better answer could take a part's result away, so that something stands in for it.
A number that stands in for a blank may be more than the part could ever be; then the answer may well be lower.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord
from desktop.model.evaluation.states import Point, key
from desktop.model.maturity.rulebook import Rulebook
from tests.rulebooks import book_of
from tests.thoroughness import tries

CHOICES = ["no", "some", "half", "most"]
SCALE = {
    "id": "coverage",
    "choices": [{"id": id_, "value": value} for id_, value in zip(CHOICES, (0, 1, 2, 5), strict=True)],
}
TREATMENTS = ("lowest", "highest", "pass_up", "leave_out", 0, 3)
OPEN = ("unanswered", "dont_know")


def random_book(random: Random) -> Rulebook:
    def rule(*treatments: Any) -> dict[str, Any]:
        found: dict[str, Any] = {"blanks": {key_: random.choice(treatments) for key_ in OPEN}}
        found["blanks"]["does_not_apply"] = random.choice(["leave_out", "lowest", "highest"])
        limit = random.choice([1, 2, 3])
        match random.choice(["mean", "median", "sum", "min", "max", "count", "ladder", "share"]):
            case "count":
                found |= {"combine": "count", "count": {"at_least": limit}}
            case "ladder":
                here: dict[str, Any] = {"at_least": limit, **random.choice([{}, {"how_many": 1}, {"how_many": "50%"}])}
                found |= {"ladder": {"floor": random.choice([0, 1]), "top": 3, "here": here}}
                if random.random() < 0.5:
                    found["ladder"]["below"] = {"at_least": limit}
            case "share":
                found |= {
                    "combine": "mean",
                    "take": "share",
                    "out": [0, 5],
                    "weights": random.choice(["given", "span"]),
                }
            case combiner:
                found |= {"combine": combiner, "weights": random.choice(["equal", "given"])}
        if random.random() < 0.3:
            found["round"] = {"how": random.choice(["down", "up", "half_up"])}
        if random.random() < 0.3:
            found["bands"] = [{"is": "low"}, {"from": 1, "is": "mid"}, {"above": 2.5, "is": "high"}]
        if random.random() < 0.4:
            needs = {"of": ["I0"], "at_least": 2}
            found["caps"] = [{"id": "CAP", "at_most": 1, "unless": [needs], "reason": "So it is."}]
        return found

    groups = [f"G{number}" for number in range(random.randint(1, 3))]
    kinds = {"model": rule(*TREATMENTS, "bounds"), "item": {"scale": "coverage", "without_reason": "accepted"}}
    kinds |= {f"group_{group.lower()}": rule(*TREATMENTS) for group in groups}
    items = [
        {"id": f"I{number}", "kind": "item", "parent": random.choice(groups), "level": random.randint(1, 3),
         "weight": random.choice([1, 2, 0.5])}
        for number in range(random.randint(1, 7))
    ]  # fmt: skip
    tops = [{"id": group, "kind": f"group_{group.lower()}", "level": random.randint(1, 3)} for group in groups]
    return book_of(kinds, [*tops, *items], [SCALE])


def random_words(book: Rulebook, random: Random) -> dict[str, PartWord]:
    answers = [*CHOICES, *CHOICES, None, BlankReason.DONT_KNOW, BlankReason.DOES_NOT_APPLY]
    return {part.id: PartWord(answer=random.choice(answers)) for part in book.parts if part.kind == "item"}


def number(point: Point, grades: tuple[str, ...]) -> Fraction:
    return Fraction(key(point, grades))


@tries(150)
@given(seed=st.integers(0, 2**32))
def test_a_better_answer_lowers_nothing(seed):
    random = Random(seed)
    book = random_book(random)
    words = random_words(book, random)
    low = [id_ for id_, word in words.items() if word.answer in CHOICES[:-1]]
    raised = dict(words)
    for id_ in random.sample(low, min(len(low), 2)):
        answer = words[id_].answer
        assert isinstance(answer, str)
        raised[id_] = PartWord(answer=random.choice(CHOICES[CHOICES.index(answer) + 1 :]))
    before, after = (evaluate(book, PartsInput(words=each)) for each in (words, raised))
    for id_, part in before.items():
        old, new = part.result, after[id_].result
        assert (old.could is None) == (new.could is None)
        if old.could and new.could:
            assert number(new.could.low, part.grades) >= number(old.could.low, part.grades)
            assert number(new.could.high, part.grades) >= number(old.could.high, part.grades)
        stands_in = old.could and old.point and number(old.point, part.grades) > number(old.could.high, part.grades)
        if old.point and new.point and not stands_in:
            assert number(new.point, part.grades) >= number(old.point, part.grades)


@tries(150)
@given(seed=st.integers(0, 2**32))
def test_what_a_part_becomes_lies_within_what_it_could_become(seed):
    random = Random(seed)
    book = random_book(random)
    words = random_words(book, random)
    closed = {
        id_: word if word.answer not in (None, BlankReason.DONT_KNOW) else PartWord(answer=random.choice(CHOICES))
        for id_, word in words.items()
    }
    before, after = (evaluate(book, PartsInput(words=each)) for each in (words, closed))
    for id_, part in before.items():
        could, point = part.result.could, after[id_].result.point
        if point is not None:
            assert could is not None
            assert number(could.low, part.grades) <= number(point, part.grades) <= number(could.high, part.grades)
            assert after[id_].result.determined
        if part.result.determined:
            assert part.result.point == point
            assert part.missing == ()
