"""Rules of models that everybody knows, with the numbers that their documents give."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import PartWord
from tests.rulebooks import book_of, ends, flat, results, told, whole

NA = BlankReason.DOES_NOT_APPLY
PROCESSES = ("APO01", "DSS02")
ATTRIBUTES = ((1, 1), *((n, m) for n in range(2, 6) for m in (1, 2)))
HALVES = [{"is": "no"}, {"from": 50, "is": "half"}, {"from": 85, "is": "full"}]
TIERS = ("partial", "informed", "repeatable")


class TestSumsOfMeans:
    """Practices of three levels, each the mean of its questions; the practice is their sum, the model the mean."""

    BOOK = book_of(
        {
            "question": {"scale": "coverage"},
            "level": {"combine": "mean", "blanks": {"unanswered": 0}},
            "practice": {"combine": "sum"},
            "model": {"combine": "mean"},
        },
        [
            *({"id": practice, "kind": "practice"} for practice in ("P1", "P2")),
            *({"id": f"{p}-{n}", "kind": "level", "parent": p} for p in ("P1", "P2") for n in (1, 2, 3)),
            *(
                {"id": f"{p}-{n}{x}", "kind": "question", "parent": f"{p}-{n}"}
                for p in ("P1", "P2")
                for n in (1, 2, 3)
                for x in "AB"
            ),
        ],
        [{"id": "coverage", "choices": [{"id": f"c{round(v * 100)}", "value": v} for v in (0, 0.25, 0.5, 1)]}],
    )

    def test_scores(self):
        said = {"P1_1A": "c100", "P1_1B": "c50", "P1_2A": "c50", "P1_2B": "c25", "P1_3A": "c25"}
        found = results(self.BOOK, **said)
        assert found["P1-1"].result.value == Fraction(3, 4)
        assert found["P1-2"].result.value == Fraction(3, 8)
        assert found["P1"].result.value == Fraction(3, 4) + Fraction(3, 8) + Fraction(1, 8)
        assert found["P2"].result.value == 0
        assert found["ALL"].result.value == Fraction(5, 8)
        assert ends(found["P1"].result) == (Fraction(10, 8), Fraction(14, 8))
        assert ends(found["ALL"].result) == (Fraction(5, 8), Fraction(19, 8))

    def test_all_at_the_most(self):
        said = {part.id.replace("-", "_"): "c100" for part in self.BOOK.parts if part.kind == "question"}
        found = whole(self.BOOK, **said)
        assert (found.value, found.determined) == (3, True)


class TestCumulativeIndicatorLevels:
    """Level 0 to 3: every practice of it and below largely or fully in place."""

    BOOK = flat(
        {"ladder": {"floor": 0, "top": 3, "here": {"at_least": "LI"}}, "blanks": {"unanswered": "lowest"}},
        {"scale": "grades"},
        5,
        level=(1, 1, 2, 3, 3),
    )

    @pytest.mark.parametrize(
        ("said", "level", "could"),
        [
            ({}, 0, (0, 3)),
            ({"I1": "FI", "I2": "LI"}, 1, (1, 3)),
            ({"I1": "FI", "I2": "PI", "I3": "FI", "I4": "FI", "I5": "FI"}, 0, (0, 0)),
            ({"I1": "FI", "I2": "LI", "I3": "LI", "I4": "FI", "I5": "FI"}, 3, (3, 3)),
            ({"I1": "FI", "I2": "LI", "I3": "LI", "I4": "FI", "I5": "NI"}, 2, (2, 2)),
            ({"I1": "FI", "I2": "LI", "I4": "FI", "I5": "PI"}, 1, (1, 2)),
        ],
    )
    def test_levels(self, said, level, could):
        found = whole(self.BOOK, **said)
        assert (found.value, ends(found)) == (level, could)

    def test_counts_by_grade(self):
        found = results(self.BOOK, I1="FI", I2="FI", I3="PI", I4=PartWord(answer=NA, reason="None here."))["ALL"]
        assert found.counts == {"FI": 2, "PI": 1, "does_not_apply": 1, "unanswered": 1}

    def test_what_stands_before_the_next_level(self):
        ahead = results(self.BOOK, I1="FI", I2="PI")["ALL"].ahead
        assert (ahead.level, ahead.fails, ahead.open) == (1, ("I2",), ())
        ahead = results(self.BOOK, I1="FI", I2="LI", I4="NI")["ALL"].ahead
        assert (ahead.level, ahead.fails, ahead.open) == (2, (), ("I3",))


class TestCapabilityLevels:
    """N, P, L, F of attributes; a level needs its own at least largely, and those below fully."""

    BOOK = book_of(
        {
            "attribute": {
                "scale": "achieved",
                "bands": [{"is": "N"}, {"above": 15, "is": "P"}, {"above": 50, "is": "L"}, {"above": 85, "is": "F"}],
            },
            "model": {"ladder": {"floor": 0, "top": 5, "here": {"at_least": "L"}, "below": {"at_least": "F"}},
                      "blanks": {"unanswered": "lowest"}},
        },
        [{"id": f"PA{n}.{m}", "kind": "attribute", "level": n} for n, m in ATTRIBUTES],
        [{"id": "achieved", "range": {"low": 0, "high": 100}}],
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("percent", "grade"),
        [(0, "N"), (15, "N"), (15.1, "P"), (50, "P"), (50.01, "L"), (85, "L"), (85.5, "F"), (100, "F")],
    )
    def test_bands(self, percent, grade):
        assert results(self.BOOK, **{"PA1.1": percent})["PA1.1"].result.grade == grade

    @pytest.mark.parametrize(
        ("percents", "level"),
        [
            ((), 0),
            ((50,), 0),
            ((51,), 1),
            ((86,), 1),
            ((86, 51, 51), 2),
            ((85, 90, 90), 1),
            ((86, 86, 86, 51, 60), 3),
            ((86, 86, 85, 100, 100), 2),
            ((90, 90, 90, 90, 90, 90, 90, 90, 90), 5),
        ],
    )
    def test_levels(self, percents, level):
        attributes = [part.id for part in self.BOOK.parts if part.kind == "attribute"]
        assert whole(self.BOOK, **dict(zip(attributes, percents, strict=False))).value == level


class TestWeightedMeanWithFloor:
    """Categories weigh 5, 4, 2 and 3; the level is the weighted mean rounded down."""

    BOOK = flat(
        {"combine": "mean", "weights": "given", "round": {"how": "down"}},
        {"scale": "numbers", "without_reason": "accepted"},
        4,
        weight=(5, 4, 2, 3),
    )

    def test_the_mean_is_rounded_down(self):
        found = whole(self.BOOK, I1=3, I2=2, I3=1, I4=2)
        assert found.value == 2
        combined = next(ground for ground in found.grounds if ground.code == "part.combined")
        assert combined.facts["value"] == Fraction(31, 14)

    def test_what_does_not_apply_takes_its_weight_with_it(self):
        assert whole(self.BOOK, I1=NA, I2=3, I3=2, I4=3).value == 2
        assert told(whole(self.BOOK, I1=NA, I2=NA, I3=NA, I4=NA)) == "does_not_apply"


class TestMeanWithTargetsAndCount:
    """Numbers from 0 to 10 with targets, and how many are below 5."""

    BOOK = flat(
        {"combine": "mean", "also": [{"id": "weak", "combine": "count", "count": {"below": 5}}],
         "target": {"rolled_up": True}},
        {"scale": "numbers", "target": {"default": 5}},
        3,
    )  # fmt: skip

    def test_numbers(self):
        found = results(self.BOOK, I1=4, I2=PartWord(answer=5, target=8, importance=2), I3=4.9)
        model = found["ALL"]
        assert model.result.value == Fraction(139, 30)
        assert model.also["weak"].value == 2
        assert found["I2"].gap == 3
        assert (found["I1"].target.value, found["I1"].gap) == (5, 1)
        assert model.target.value == 6
        assert model.gap == 6 - Fraction(139, 30)


class TestPenalties:
    """110 less what is taken off for each control that is not met."""

    BOOK = book_of(
        {"model": {"combine": "sum", "from": 110}, "control": {"scale": "five"}, "small": {"scale": "one"}},
        [{"id": f"C{n}", "kind": "control"} for n in range(1, 4)] + [{"id": "D1", "kind": "small"}],
        [
            {"id": "five", "choices": [{"id": w, "value": v} for w, v in (("met", 0), ("partly", 3), ("not", 5))]},
            {"id": "one", "choices": [{"id": "met", "value": 0}, {"id": "not", "value": 1}]},
        ],
    )  # fmt: skip

    def test_points_are_taken_off(self):
        assert whole(self.BOOK, C1="met", C2="not", C3="partly", D1="not").value == 101

    def test_what_is_open_can_still_cost(self):
        assert ends(whole(self.BOOK, C1="met", C2="not")) == (99, 105)


class TestStretchedShares:
    """The mean of shares, stretched to 0 to 5; a part that does not apply leaves the span."""

    BOOK = book_of(
        {
            "model": {"combine": "mean", "take": "share", "out": [0, 5]},
            "domain": {"combine": "sum"},
            "item": {"scale": "scored", "without_reason": "accepted"},
        },
        [
            {"id": "D1", "kind": "domain"},
            {"id": "D2", "kind": "domain"},
            *({"id": f"D1-{n}", "kind": "item", "parent": "D1"} for n in (1, 2)),
            *({"id": f"D2-{n}", "kind": "item", "parent": "D2"} for n in (1, 2, 3)),
        ],
        [{"id": "scored", "choices": [{"id": f"s{n}", "value": n} for n in range(1, 6)]}],
    )

    def test_shares_of_the_span(self):
        found = whole(self.BOOK, D1_1="s3", D1_2="s5", D2_1="s1", D2_2="s1", D2_3=NA)
        assert found.value == Fraction(5 * 6, 8) / 2

    def test_a_part_of_which_nothing_applies_is_left_out(self):
        assert whole(self.BOOK, D1_1="s5", D1_2="s5", D2_1=NA, D2_2=NA, D2_3=NA).value == 5
        assert told(whole(self.BOOK, D1_1=NA, D1_2=NA, D2_1=NA, D2_2=NA, D2_3=NA)) == "does_not_apply"


class TestPracticesOverInstances:
    """A practice is characterised for each project; from the mix follows that of the whole, or the team decides."""

    BOOK = flat(
        {"combine": "min"},
        {
            "scale": "grades",
            "across": {
                "of": "projects",
                "choose": [
                    {"is": "FI", "when": [{"at_least": "FI"}]},
                    {"is": "LI", "when": [{"at_least": "LI"}]},
                    {"is": "NI", "when": [{"at_most": "NI"}]},
                    {"is": "PI", "when": [{"at_most": "PI"}]},
                    {"is": "ask", "of": ["PI", "LI"]},
                ],
            },
        },
        1,
    )

    @pytest.mark.parametrize(
        ("mix", "says", "told_"),
        [
            (("FI", "FI"), None, "FI"),
            (("FI", "LI"), None, "LI"),
            (("LI", "LI"), None, "LI"),
            (("NI", "NI"), None, "NI"),
            (("PI", "NI"), None, "PI"),
            (("FI", "PI"), None, "team_decides"),
            (("FI", "PI"), "LI", "LI"),
            (("FI", "PI"), "PI", "PI"),
            (("FI", "PI"), "FI", "team_decides"),
            (("FI", BlankReason.NOT_DUE), None, "FI"),
            ((BlankReason.NOT_DUE, BlankReason.NOT_DUE), None, "not_due"),
            ((), None, "unanswered"),
        ],
    )
    def test_mixes(self, mix, says, told_):
        word = PartWord(instances={str(number): one for number, one in enumerate(mix)}, says=says)
        found = results(self.BOOK, I1=word)
        assert told(found["I1"].result) == told_
        if told_ == "team_decides":
            assert ends(found["I1"].result) == ("PI", "LI")
            assert found["ALL"].missing == ("I1",)


class TestProcessesInFocusAreas:
    """Activities from 0 to 100 %; a level of a process by its bands; the area the weakest of its processes."""

    BOOK = book_of(
        {
            "activity": {"scale": "percent"},
            "group": {"combine": "mean", "bands": HALVES},
            "process": {"ladder": {"floor": 0, "top": 3, "here": {"at_least": "half"}, "below": {"at_least": "full"}}},
            "model": {"combine": "min", "also": [{"id": "mean", "combine": "mean", "round": {"places": 1}}]},
        },
        [
            *({"id": p, "kind": "process"} for p in PROCESSES),
            *({"id": f"{p}.{n}", "kind": "group", "parent": p, "level": n} for p in PROCESSES for n in (1, 2, 3)),
            *(
                {"id": f"{p}.{n}.{m}", "kind": "activity", "parent": f"{p}.{n}"}
                for p in PROCESSES
                for n in (1, 2, 3)
                for m in (1, 2)
            ),
        ],
        [{"id": "percent", "range": {"low": 0, "high": 100}}],
    )  # fmt: skip

    def test_the_weakest_process_and_the_mean(self):
        said = {f"APO01.{n}.{m}": 90 for n in (1, 2, 3) for m in (1, 2)}
        said |= {f"DSS02.1.{m}": 90 for m in (1, 2)} | {
            "DSS02.2.1": 100,
            "DSS02.2.2": 0,
            "DSS02.3.1": 100,
            "DSS02.3.2": 100,
        }
        found = results(self.BOOK, **said)
        assert (found["APO01"].result.value, found["DSS02"].result.value) == (3, 2)
        assert found["DSS02.2"].result.grade == "half"
        assert found["ALL"].result.value == 2
        assert found["ALL"].also["mean"].value == Fraction(5, 2)


class TestTiers:
    """Tiers with values: the whole is at the lowest, which keeps its name."""

    BOOK = book_of(
        {"model": {"combine": "min"}, "item": {"scale": "tier"}},
        [{"id": "A", "kind": "item"}, {"id": "B", "kind": "item"}],
        [{"id": "tier", "choices": [{"id": w, "value": n} for n, w in enumerate(TIERS, 1)]}],
    )  # fmt: skip

    def test_the_lowest_tier(self):
        found = whole(self.BOOK, A="repeatable", B="informed")
        assert (found.value, found.grade) == (2, "informed")
        assert ends(whole(self.BOOK, A="informed")) == ("partial", "informed")


class TestMeanWithBands:
    """A rubric: the mean of its subjects, in bands without a hole."""

    BOOK = flat(
        {"combine": "mean", "bands": [{"is": "low"}, {"from": 2.55, "is": "mid"}, {"above": 3.95, "is": "high"}]},
        {"scale": "numbers"},
        2,
    )

    @pytest.mark.parametrize(
        ("first", "second", "grade"),
        [(2.5, 2.59, "low"), (2.5, 2.6, "mid"), (3.9, 4, "mid"), (3.91, 4, "high")],
    )
    def test_bands(self, first, second, grade):
        assert whole(self.BOOK, I1=first, I2=second).grade == grade


def test_an_answer_that_is_not_on_the_scale_is_an_error():
    book = flat({"combine": "min"}, {"scale": "grades"}, 1)
    with pytest.raises(ValueError, match="not on the scale grades: XX"):
        results(book, I1="XX")


def test_what_is_said_of_unknown_parts_is_left_aside():
    book = flat({"combine": "min"}, {"scale": "grades"}, 1)
    assert results(book, I1="LI", I9="FI")["ALL"].result.grade == "LI"
