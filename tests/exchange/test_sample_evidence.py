"""The evidence of the shipped sample is told in full, and changes none of its results."""

import pytest

from desktop.exchange.decisions import decide, load
from desktop.exchange.sample import start_sample
from desktop.exchange.sample_evidence import complete_evidence, sample_evidence
from desktop.model.assessment import Assessment
from desktop.model.assessment.rules.item_freshness import Freshness, freshness
from desktop.model.records import Adequacy, AreaRating
from desktop.model.scoring.vocabulary import EvidenceKind


@pytest.fixture(scope="module")
def sample(moulds, tmp_path_factory):
    with moulds.sample(tmp_path_factory.mktemp("sample") / "sample.maturity", "Ada") as made:
        yield made


def test_it_has_items_of_every_kind_and_state(sample: Assessment):
    items, tagged = sample.evidence.all(), sample.evidence.tagged()
    assert {each.kind for each in items} == {*EvidenceKind} - {EvidenceKind.QUESTIONNAIRE}
    assert {each.adequacy for each in items} == {None, *Adequacy}
    starts = sample.preparation.details().starts
    assert starts is not None
    assert {freshness(each, starts, starts) for each in items} >= {Freshness.FRESH, Freshness.OLD, Freshness.EXPIRED}
    assert [each.session for each in items if each.id not in tagged] == ["Minutes of the managers' meetings, summer"]


def test_two_small_files_are_attached(sample: Assessment):
    attached = [each for each in sample.evidence.all() if each.content]
    assert sorted(each.file_name for each in attached) == ["service-report-extract.csv", "shift-handover.txt"]
    for each in attached:
        content = b"".join(sample.attachments.content(each.content))
        assert content.decode("ascii").endswith("\n")
        assert len(content) == each.file_size


def test_what_it_says_of_known_items_is_of_items_that_decisions_name():
    assert sample_evidence().known.keys() <= {piece.session for piece in load().evidence}


def standing(assessment: Assessment):
    return {each.model: (each.level.reached, [area.rating for area in each.areas]) for each in assessment.results.all()}


def test_no_rating_rests_on_it(tmp_path):
    """What is rated rests on what the decisions say, so that nobody has to look in two places."""
    with start_sample(tmp_path / "a.maturity", "Ada") as assessment:
        decide(assessment, load())
        before, settled = standing(assessment), sum(each.settled for each in ratings(assessment))
        complete_evidence(assessment)
        assert standing(assessment) == before
        assert sum(each.settled for each in ratings(assessment)) == settled > 0


def ratings(assessment: Assessment) -> list[AreaRating]:
    return [each for in_use in assessment.models.all() for each in assessment.ratings.areas(in_use.id).values()]
