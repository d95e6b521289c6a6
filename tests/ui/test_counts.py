"""What the rail tells of each page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import EvidenceKind, Fulfilment
from desktop.ui.counts import counts
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


@pytest.fixture
def assessment(tmp_path: Path) -> Iterator[Assessment]:
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Tester") as made:
        yield made


def test_an_empty_assessment_tells_only_what_is_to_be_rated(assessment: Assessment):
    assert {key: text for key, text in counts(assessment).items() if text} == {"ratings": "0/4"}


def test_people_forms_and_actions_are_counted(assessment: Assessment):
    first, *_others = [assessment.preparation.add_participant() for _number in range(3)]
    assessment.preparation.add_participant(asked=False)
    assessment.questionnaires.take(
        FilledForm(assessment.questionnaires.identity("tiny", first), None, {"PLN-Q1": FilledAnswer("often")})
    )
    assessment.actions.add("Plan")
    assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
    assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan")
    found = counts(assessment)
    assert found["evidence"] == "1"
    assert (found["preparation"], found["questionnaires"], found["actions"]) == ("4", "1/3", "1")
    assert found["interviews"] == "1"


def test_areas_count_once_they_are_decided(assessment: Assessment):
    assessment.ratings.set_not_applicable("tiny", "SUP", not_applicable=True, reason="Nobody else is paid for it.")
    assert counts(assessment)["ratings"] == "1/4"
    assessment.models.set_scope("tiny", ["DLV"], in_scope=False, reason="Elsewhere.")
    assert counts(assessment)["ratings"] == "1/3"


def test_without_a_model_nothing_is_told(assessment: Assessment):
    assessment.models.remove("tiny")
    assert not [text for text in counts(assessment).values() if text]


def test_streams_and_tracks_count_beside_areas(assessment: Assessment):
    streams, tracks = tiny_streams(), tiny_criteria()
    assessment.models.add(streams)
    assessment.models.add(tracks)
    places = 4 + len(streams.streams) + len(tracks.tracks)
    assert counts(assessment)["ratings"] == f"0/{places}"
    assessment.streams.rate_stream(streams.id, streams.streams[0].id, 2)
    track = tracks.tracks[0]
    first, *others = [statement.id for statement in track.statements]
    assessment.statements.rate(tracks.id, others, Fulfilment.MET)
    assert counts(assessment)["ratings"] == f"1/{places}"
    assessment.statements.rate(tracks.id, first, Fulfilment.NOT_MET)
    assert counts(assessment)["ratings"] == f"2/{places}"
