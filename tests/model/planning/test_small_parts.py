"""A small set of parts: with it the whole takes its next step, and without any of them it does not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from desktop.model.assessment import Assessment
from desktop.model.evaluation.states import Point
from desktop.model.planning.next_points import next_of
from desktop.model.planning.what_if import smallest_set, what_if
from tests.own_rules import PACKS, own_rules, say


@pytest.fixture(scope="module", params=[path.stem for path in PACKS])
def standing(request, tmp_path_factory):
    """A model of the eight after each of its examples: pack, and what is given with its result, one by one."""
    pack = own_rules(request.param)
    found = []
    for number, example in enumerate(pack.rules.examples[:3]):
        path = tmp_path_factory.mktemp(request.param) / f"{number}.maturity"
        with Assessment.create(path, [pack], author="Ada") as assessment:
            say(assessment, pack.rules, example)
            found.append((assessment.results.given(pack.id), assessment.results.of(pack.id)))
    return pack, found


def reaches(pack, after, wanted, *, to_target):
    whole = after.whole
    if to_target:
        return whole.gap == 0
    point = whole.result.point or (whole.result.could.low if whole.result.could else None)
    if point is None:
        return False
    if wanted.grade is not None:
        return whole.grades.index(point.grade) >= whole.grades.index(wanted.grade)
    return point.value >= wanted.value


def test_the_set_suffices_and_each_of_its_parts_is_needed(standing):
    pack, found = standing
    for given, result in found:
        wanted = next_of(pack.rules, result.whole)
        chosen = smallest_set(pack, given, result)
        if wanted is None:
            assert chosen == ()
            continue
        target = bool(result.whole.gap)
        if not chosen:
            everything = [f"part:{part.id}" for part in pack.rules.parts]
            assert not reaches(pack, what_if(pack, given, everything), wanted, to_target=target)
            continue
        assert reaches(pack, what_if(pack, given, chosen), wanted, to_target=target)
        for origin in chosen:
            fewer = [each for each in chosen if each != origin]
            assert not reaches(pack, what_if(pack, given, fewer), wanted, to_target=target), origin


@pytest.mark.parametrize(
    ("name", "step", "parts"),
    [
        ("cumulative-indicators", Point(Fraction(3)), ("ASSET-1d",)),
        ("minimum-tiers", Point(None, "repeatable"), ("OTHERS",)),
        ("team-decides", Point(None, "satisfied"), ("SP2.1",)),
        ("weighted-mean", Point(Fraction(4)), ("CAB.1", "CAB.4")),
    ],
)
def test_the_step_and_the_parts_of_published_examples(tmp_path, name, step, parts):
    pack = own_rules(name)
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Ada") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        result = assessment.results.of(pack.id)
        assert result.whole is not None
        assert next_of(pack.rules, result.whole) == step
        assert smallest_set(pack, assessment.results.given(pack.id), result) == tuple(f"part:{id_}" for id_ in parts)
