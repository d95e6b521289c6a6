"""The guides of the shipped sample ask in sessions that are there."""

import pytest

from desktop.exchange.sample_guides import sample_guides
from desktop.model.assessment import Assessment


@pytest.fixture(scope="module")
def sample(moulds, tmp_path_factory):
    with moulds.sample(tmp_path_factory.mktemp("sample") / "sample.maturity", "Ada") as made:
        yield made


def test_each_question_is_asked_somewhere_and_some_were(sample: Assessment):
    guides = [sample.guides.of(each.id) for each in sample.interviews.all()]
    own = [line for lines in guides for line in lines if line.topic.own]
    assert {line.topic.text for line in own} == {each.text for each in sample_guides().questions}
    assert sum(line.asked for line in own) == len(sample_guides().asked)
    assert any(line.reasons and line.silent for lines in guides for line in lines)
