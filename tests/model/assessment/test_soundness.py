import hashlib

import msgspec
import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.records import Model
from tests.builders import tiny_area, tiny_pack
from tests.own_rules import own_rules, say


def rebuilt(whole, change):
    """The same with `change` made to its plain form."""
    plain = {name: getattr(whole, name) for name in whole.__struct_fields__}
    copied = msgspec.msgpack.decode(msgspec.msgpack.encode(plain))
    change(copied)
    return type(whole)(**copied)


def test_tampered_packs_are_found(assessment, path, tmp_path):
    whole = assessment.whole()
    digest = next(iter(whole.packs))

    def swap(plain):
        other = b'{"not": "a pack"}'
        plain["packs"] = {_digest(other): other}
        plain["records"]["model"][0]["digest"] = _digest(other)
        for change in plain["journal"]["change"]:
            change["after"] = change["after"] and change["after"].replace(digest, _digest(other))

    with pytest.raises(RefusalError) as refusal:
        Assessment.restore(tmp_path / "copy.maturity", rebuilt(whole, swap), author="Bea")
    assert (refusal.value.code, refusal.value.facts["faults"]) == ("data.inconsistent", ("model: tiny",))
    assert [found.name for found in tmp_path.iterdir() if "copy" in found.name] == []


def _digest(json):
    return hashlib.sha256(json).hexdigest()


def test_answers_that_are_on_no_scale_are_found(assessment, tmp_path):
    person = assessment.preparation.add_participant()
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")

    def lie(plain):
        plain["records"]["answer"][0]["choice"] = "unheard"
        plain["journal"]["change"][-1]["after"] = '"unheard"'

    with pytest.raises(RefusalError) as refusal:
        Assessment.restore(tmp_path / "copy.maturity", rebuilt(assessment.whole(), lie), author="Bea")
    assert refusal.value.facts["faults"] == ("answer: tiny/PLN-Q1/unheard",)


def test_a_model_without_its_scale_is_found(assessment, path):
    with assessment._desk.step("model.scale", model="tiny", scale="unheard") as step:
        step.draft.put(Model, "tiny", scale="unheard")
    assert assessment.check() == ("model: tiny",)


def test_answers_of_every_scheme_are_held_against_their_question(several, tmp_path):
    person = several.preparation.add_participant()
    several.questionnaires.answer("tiny-streams", person, "DSK-Q1", "level_5")
    several.questionnaires.answer("tiny-criteria", person, "TOL-1-1", "met")
    assert several.check() == ()

    def lie(plain):
        plain["records"]["answer"][0]["choice"] = "level_1"
        plain["journal"]["change"][-1]["after"] = '"level_1"'

    with pytest.raises(RefusalError) as refusal:
        Assessment.restore(tmp_path / "copy.maturity", rebuilt(several.whole(), lie), author="Bea")
    assert refusal.value.facts["faults"] == ("answer: tiny-criteria/TOL-1-1/level_1",)


def test_answers_to_what_a_later_version_no_longer_asks_are_let_be(assessment):
    person = assessment.preparation.add_participant()
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    assessment.adoptions.adopt(tiny_pack([tiny_area("OTH", 2)]))
    assert assessment.check() == ()
    assert assessment.results.of("tiny").answers.n == 0


def test_what_a_team_said_of_a_part_is_held_against_its_scale(tmp_path):
    pack = own_rules("numbers-with-targets")
    with Assessment.create(tmp_path / "own.maturity", [pack], author="Ada") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        assert assessment.check() == ()
        whole = assessment.whole()
    said = next(each for each in whole.records["part_rating"] if each["answer"] is not None)

    def lie(plain):
        row = next(each for each in plain["records"]["part_rating"] if each["part"] == said["part"])
        row["answer"] = "unheard"
        for change in plain["journal"]["change"]:
            if change["kind"] == "part_rating" and change["cell"] == "answer" and said["part"] in change["row"]:
                change["after"] = '"unheard"'

    with pytest.raises(RefusalError) as refusal:
        Assessment.restore(tmp_path / "copy.maturity", rebuilt(whole, lie), author="Bea")
    assert refusal.value.facts["faults"] == (f"part_rating: {pack.id}/{said['part']}/{said['instance']}/unheard",)
