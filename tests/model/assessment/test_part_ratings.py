"""Models with rules of their own in an assessment: eight public rules from answers to results, and what is refused."""

from __future__ import annotations

from functools import partial

import pytest

from desktop.exchange.portable import from_json, to_json
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.records import ONCE, PartRating
from desktop.model.scoring.vocabulary import Characterisation
from desktop.model.vetting.pack_examples import given_in
from tests.own_rules import PACKS, own_rules, say


def made(tmp_path, name, author="Ada"):
    pack = own_rules(name)
    return pack.rules, Assessment.create(tmp_path / f"{name}.maturity", [pack], author=author)


@pytest.mark.parametrize("name", [path.stem for path in PACKS])
def test_what_a_team_enters_gives_what_the_published_rule_gives(tmp_path, name):
    book = own_rules(name).rules
    for number, example in enumerate(book.examples):
        (tmp_path / str(number)).mkdir()
        _book, assessment = made(tmp_path / str(number), name)
        with assessment:
            nothing = assessment.results.of(book.id)
            say(assessment, book, example)
            expected = evaluate(book, given_in(book, example))
            found = {part.id: part for part in assessment.results.of(book.id).parts}
            assert list(found) == list(expected)
            for id_, part in found.items():
                want = expected[id_]
                assert (part.result.point, part.result.blank) == (want.result.point, want.result.blank), id_
                assert (part.gap, part.also) == (want.gap, want.also), id_
            assert assessment.check() == ()
            for _step in range(60):
                if assessment.results.of(book.id) == nothing:
                    break
                assessment.history.undo()
            assert assessment.results.of(book.id) == nothing


def test_all_eight_live_in_one_file_and_in_portable_data(tmp_path):
    packs = [own_rules(path.stem) for path in PACKS]
    with Assessment.create(tmp_path / "a.maturity", packs, author="Ada") as it:
        for pack in packs:
            say(it, pack.rules, pack.rules.examples[0])
        data = to_json(it)
        before = it.results.all()
        assert it.check() == ()
    with Assessment.open(tmp_path / "a.maturity", author="Ada") as again:
        assert [in_use.pack for in_use in again.models.all()] == sorted(packs, key=lambda pack: pack.id)
        assert again.results.all() == before
    with from_json(data, tmp_path / "b.maturity", "Ada") as copy:
        assert copy.results.all() == before
        assert to_json(copy) == data


@pytest.mark.parametrize(
    ("name", "part", "answer", "code"),
    [
        ("weighted-mean", "CAB.1", "better", "part.answer_off"),
        ("weighted-mean", "CAB", "basic", "part.not_answered"),
        ("weighted-mean", "CAB.9", "basic", "part.unknown"),
        ("numbers-with-targets", "GV.OC-01", "11", "part.answer_off"),
        ("numbers-with-targets", "GV.OC-01", "a lot", "part.answer_off"),
        ("team-decides", "SP1.1", "FI", "part.instances"),
    ],
)
def test_an_answer_that_the_model_does_not_know_is_refused(tmp_path, name, part, answer, code):
    book, assessment = made(tmp_path, name)
    with assessment:
        with pytest.raises(RefusalError) as caught:
            assessment.parts.answer(book.id, part, answer)
        assert caught.value.code == code
        assert assessment.parts.all(book.id) == {}


def test_instances_have_names_of_their_own_and_count_no_more_once_taken_away(tmp_path):
    book, assessment = made(tmp_path, "team-decides")
    with assessment:
        north = assessment.parts.add_instance(book.id, "projects", "  North  wing ")
        south = assessment.parts.add_instance(book.id, "projects", "South")
        assert [each.name for each in assessment.parts.instances(book.id)] == ["North wing", "South"]
        for code, act in (
            ("instance.twice", lambda: assessment.parts.add_instance(book.id, "projects", "SOUTH")),
            ("instance.nameless", lambda: assessment.parts.add_instance(book.id, "projects", " ")),
            ("instance.sort_unknown", lambda: assessment.parts.add_instance(book.id, "sites", "West")),
            ("instance.unknown", lambda: assessment.parts.answer(book.id, "SP1.1", "FI", "nowhere")),
        ):
            with pytest.raises(RefusalError) as caught:
                act()
            assert caught.value.code == code
        assessment.parts.answer(book.id, "SP1.1", "FI", north)
        assessment.parts.answer(book.id, "SP1.1", "NI", south)
        assessment.parts.remove_instance(south)
        assessment.evidence.file("document", "Plan", model=book.id, practices=["SP1.1"])
        assessment.evidence.file("document", "Record", model=book.id, practices=["SP1.1"])
        (part,) = [each for each in assessment.results.of(book.id).parts if each.id == "SP1.1"]
        assert part.result.grade == "FI"
        assessment.history.undo()
        assessment.parts.rename_instance(north, "North")


def test_the_team_has_a_word_only_where_the_model_gives_it_one(tmp_path):
    book, assessment = made(tmp_path, "team-decides")
    with assessment:
        assessment.parts.say(book.id, "SP1.1", "LI")
        assert assessment.parts.get(book.id, "SP1.1").says == "LI"
        for part, says, code in (("SP1.1", "most", "part.says_off"), ("ALL", "satisfied", "part.not_judged")):
            with pytest.raises(RefusalError) as caught:
                assessment.parts.say(book.id, part, says)
            assert caught.value.code == code
        with pytest.raises(RefusalError) as caught:
            assessment.parts.accept(book.id, "SP1.1", accepted=True)
        assert caught.value.code == "part.no_alternative"
        assessment.parts.say(book.id, "SP1.1", "")


@pytest.mark.parametrize(("part", "value"), [("PROCESS", "always"), ("ALL", "9 lives")])
def test_a_target_is_something_that_the_part_can_be(tmp_path, part, value):
    book, assessment = made(tmp_path, "minimum-tiers")
    with assessment:
        with pytest.raises(RefusalError) as caught:
            assessment.targets.set(book.id, part, value=value)
        assert caught.value.code == "target.part_value"
        assessment.targets.set(book.id, part, value="adaptive")
        whole = assessment.results.of(book.id).parts[0]
        assert (whole.target.grade == "adaptive") == (part == "ALL")


def test_what_does_not_apply_needs_its_reason_and_leaves_the_result(tmp_path):
    book, assessment = made(tmp_path, "weighted-mean")
    with assessment:
        assessment.parts.answer(book.id, ["CAB.1", "CAB.2", "CAB.3"], "basic")
        assessment.parts.answer(book.id, "CAB.4", "does_not_apply")
        stands = {each.id: each.result for each in assessment.results.of(book.id).parts}
        assert stands["CAB.4"].blank == "reason_wanting"
        assessment.parts.note(book.id, "CAB.4", "There are no hooks.")
        stands = {each.id: each.result for each in assessment.results.of(book.id).parts}
        assert stands["CAB.4"].blank == "does_not_apply"
        assert assessment.history.last(PartRating, book.id, "CAB.4", ONCE).note == "There are no hooks."
        assessment.ratings.set_not_applicable(book.id, "DOOR", not_applicable=True, reason="No doors.")
        stands = {each.id: each.result for each in assessment.results.of(book.id).parts}
        assert stands["DOOR"].blank == "does_not_apply"
        assert stands["ALL"].value == 2


def test_a_pack_whose_examples_fail_is_not_used(tmp_path):
    text = next(path for path in PACKS if path.stem == "weighted-mean").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace("gives: {CAB: 2, DOOR", "gives: {CAB: 3, DOOR", 1), encoding="utf-8")
    from desktop.model.vetting.vetted_packs import usable_pack

    with pytest.raises(RefusalError) as caught:
        usable_pack(path)
    assert caught.value.code == "model.examples_fail"


def test_practices_are_characterised_for_instances_once_an_assessment_names_any(assessment, refused):
    """The results follow the roll-up; the team's own word counts where that leaves it open, and nowhere else."""
    parts, ratings = assessment.parts, assessment.ratings
    assert parts.sorts("tiny") == ("instances",)
    north, south = (parts.add_instance("tiny", "instances", name) for name in ("North", "South"))
    ratings.characterise("tiny", "PLN-AC-1", Characterisation.NOT)
    value = partial(value_of, assessment)
    assert value("PLN-AC-1") is Characterisation.NOT, "what is said of it as such counts until an instance is rated"
    ratings.characterise_for("tiny", "PLN-AC-1", north, Characterisation.FULLY)
    assert value("PLN-AC-1") is None, "one is open"
    ratings.characterise_for("tiny", "PLN-AC-1", south, Characterisation.LARGELY)
    assert value("PLN-AC-1") is Characterisation.LARGELY
    ratings.characterise_for("tiny", "PLN-AC-1", south, Characterisation.PARTIALLY)
    assert value("PLN-AC-1") is None, "not in place lies outside what the rule leaves open"
    assert [each.value for each in result_of(assessment, "PLN-AC-1").across.asks] == ["PI", "LI"]
    ratings.characterise("tiny", "PLN-AC-1", Characterisation.PARTIALLY)
    assert value("PLN-AC-1") is Characterisation.PARTIALLY
    parts.remove_instance(south)
    assert value("PLN-AC-1") is Characterisation.FULLY
    assert refused(ratings.characterise_for, "tiny", "PLN-AC-1", south, None) == "instance.unknown"
    assessment.history.undo()
    assert value("PLN-AC-1") is Characterisation.PARTIALLY


def test_another_characterisation_of_an_instance_opens_a_settled_area(assessment):
    north = assessment.parts.add_instance("tiny", "instances", "North")
    assessment.ratings.settle("tiny", "PLN", "No time.")
    assessment.ratings.characterise_for("tiny", "PLN-AC-1", north, Characterisation.FULLY)
    assert not assessment.ratings.areas("tiny")["PLN"].settled


def result_of(assessment, practice):
    return next(each for each in assessment.results.of("tiny").practices if each.id == practice)


def value_of(assessment, practice):
    return result_of(assessment, practice).value
