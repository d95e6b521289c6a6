"""The findings of the shipped sample rest on what its sessions and forms hold."""

import pytest

from desktop.exchange.sample_findings import sample_findings
from desktop.model.assessment import Assessment
from desktop.model.records import ObservationState, Stance, Tone


@pytest.fixture(scope="module")
def sample(moulds, tmp_path_factory):
    with moulds.sample(tmp_path_factory.mktemp("sample") / "sample.maturity", "Ada") as made:
        yield made


def test_observations_are_of_every_state_and_tone_and_drawn_from_all_that_is_named(sample: Assessment):
    found, told = sample.observations.all(), sample_findings().observations
    assert [each.observation.state for each in found] == [each.state for each in told]
    assert {each.observation.state for each in found} == set(ObservationState)
    assert {each.observation.tone for each in found} == set(Tone) - {Tone.NEUTRAL}
    assert [len(each.notes) for each in found] == [sum(map(len, each.notes.values())) for each in told]
    assert all(each.comments for each, thing in zip(found, told, strict=True) if thing.comments)
    assert all(each.tags for each in found)


def test_findings_over_several_areas_are_marked_and_name_nobody(sample: Assessment):
    found = sample.findings.all()
    assert len({each.place for each in found}) > 4
    assert {each.final for each in found} == {True, False}
    assert not any(sample.findings.named(each.text) for each in found)
    assert [each.text for each in found if each.final == sample_findings().findings[each.number - 1].final] == [
        each.text for each in found
    ]


def test_two_discussions_were_held_with_words_directions_decisions_and_actions(sample: Assessment):
    named = {each.name: each.id for each in sample.discussions.sessions()}
    held = {named[each.name] for each in sample_findings().discussions}
    came = [sample.discussions.of(each.id) for each in sample.findings.all()]
    assert {session for each in came for session in each.stances} == held
    assert len(held) == 2
    assert {stance for each in came for stance in each.stances.values()} == set(Stance)
    assert all(any(getattr(each, what) for each in came) for what in ("notes", "points", "actions"))
    assert all(sample.interviews.tags(note.id) for each in came for note in each.notes)
