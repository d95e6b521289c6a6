"""What becomes of records follows from what they declare."""

import pytest
from msgspec.structs import replace

from desktop.model.adopting.adoption_plan import RecordFate, _joined, adoption_plan, is_spoken_of
from desktop.model.adopting.holding import Holding, ModelVersion
from desktop.model.adopting.pairing import correspondence
from desktop.model.maturity.rulebook import RESPONDENTS
from desktop.model.records import (
    KINDS,
    Action,
    Answer,
    Form,
    Instance,
    Measure,
    NoteTag,
    PracticeRating,
    ShownAnswers,
    StatementRating,
)
from desktop.model.records.record import PART, QUESTION, cell_rules
from desktop.model.scoring.vocabulary import Characterisation
from tests.newer_versions import staged_1, staged_2
from tests.own_rules import own_rules


def planned(*records, before=None, after=None):
    before, after = before or staged_1(), after or staged_2()
    earlier, later = (ModelVersion(pack, "frequency_5") for pack in (before, after))
    return adoption_plan("tiny", Holding(earlier, later, correspondence(before, after)), held(records))


def held(records):
    return lambda kind: [record for record in records if type(record) is kind]


def judged(practice, value=Characterisation.FULLY):
    return PracticeRating(model="tiny", practice=practice, value=value)


def fates(plan):
    return {(each.kind, each.part): each.fate for each in plan.counts}


def test_an_id_goes_from_one_to_another():
    plan = planned(judged("PLN-AC-3"), judged("PLN-AC-4", Characterisation.PARTIALLY))
    rows = plan.writes[PracticeRating]
    assert rows["tiny", "PLN-AC-4"]["value"] is Characterisation.FULLY
    assert rows["tiny", "PLN-AC-3"] == {"value": None, "alternative": False, "reason": ""}
    assert fates(plan)["practice_rating", "PLN-AC-4"] is RecordFate.AGAIN


def test_what_keeps_its_id_writes_nothing():
    plan = planned(judged("PLN-AC-1"), Action(id="a", model="tiny", aim="PLN"), Measure(id="m", action="a"))
    assert plan.writes == {}
    assert plan.total(RecordFate.CARRIED) == 2


def test_what_is_gone_stays_as_it_is():
    after = replace(staged_2(), areas=staged_2().areas[:1])
    plan = planned(judged("STD-AC-1"), Action(id="a", model="tiny", aim="STD"), after=after)
    assert set(fates(plan).values()) == {RecordFate.LEFT}
    assert plan.writes == {}


def test_an_aim_follows_what_was_merged_and_falls_where_its_id_is_another_now():
    merged = planned(Action(id="a", model="tiny", aim="PLN-AC-5"), before=staged_2(), after=staged_1())
    assert merged.writes == {Action: {("a",): {**_action(), "model": "tiny", "aim": "PLN-AC-2"}}}
    fallen = planned(Action(id="a", model="tiny", aim="PLN-AC-2"))
    assert fallen.writes[Action]["a",]["aim"] == ""
    assert fates(fallen) == {("action", "PLN-AC-2"): RecordFate.AGAIN}


def _action():
    return {name: getattr(Action(id="a"), name) for name in Action.__struct_fields__ if name != "id"}


def test_tags_of_what_was_merged_become_one():
    tags = [NoteTag(note="n", model="tiny", part=part, tagged=True) for part in ("PLN-AC-2", "PLN-AC-5")]
    plan = planned(*tags, before=staged_2(), after=staged_1())
    assert plan.total(RecordFate.CARRIED) == 2
    assert plan.writes == {NoteTag: {("n", "tiny", "PLN-AC-5"): {"tagged": False}}}


def test_neither_of_two_texts_is_lost_where_parts_become_one():
    one, other = {"value": None, "note": "Seen."}, {"value": None, "note": "Heard."}
    assert _joined(StatementRating, one, other) == {"value": None, "note": "Seen.\nHeard."}
    assert _joined(StatementRating, None, other) == other


def test_a_site_stays_where_the_newer_version_knows_sites_and_is_told_of_where_not():
    pack = own_rules("team-decides")
    (of,) = {kind.across.of for kind in pack.rules.kinds if kind.across is not None} - {RESPONDENTS}
    kinds = tuple(replace(kind, across=None) for kind in pack.rules.kinds)
    site, without = Instance(id="i", model=pack.id, of=of, name="North"), replace(pack.rules, kinds=kinds)
    for after, fate in ((pack, RecordFate.CARRIED), (replace(pack, version="2.0", rules=without), RecordFate.LEFT)):
        found = Holding(ModelVersion(pack, "parts"), ModelVersion(after, "parts"), correspondence(pack, after))
        assert fates(adoption_plan(pack.id, found, held([site]))) == {("instance", "*"): fate}


def test_other_models_and_what_left_the_team_are_let_be():
    other = PracticeRating(model="other", practice="PLN-AC-3", value=Characterisation.FULLY)
    shown = ShownAnswers(model="tiny", question="PLN-Q2", counts="{}", number=1)
    assert planned(other, shown).counts == ()


@pytest.mark.parametrize(
    ("record", "spoken"),
    [
        (judged("PLN-AC-1"), True),
        (Form(model="tiny", participant="p", digest="1"), True),
        (PracticeRating(model="tiny", practice="PLN-AC-1"), False),
        (Answer(model="other", participant="p", question="q", choice="often"), False),
        (ShownAnswers(model="tiny", question="PLN-Q2", counts="{}", number=1), False),
    ],
)
def test_whether_anything_was_said(record, spoken):
    assert is_spoken_of("tiny", held([record])) is spoken


def test_whatever_names_a_part_tells_its_model():
    owners = {name for name, kind in KINDS.items() if "model" in named(kind)}
    for kind in KINDS.values():
        if named(kind) & {PART, QUESTION}:
            assert "model" in named(kind) or named(kind) & owners


def named(kind):
    return {rule.names for rule in cell_rules(kind).values()}
