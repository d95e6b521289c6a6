import datetime as dt
from collections import Counter

import pytest
from openpyxl import load_workbook

from desktop import resources
from desktop.exchange.forms.intake import read_forms, take_forms
from desktop.exchange.sample import start_sample
from desktop.model.assessment.forms import Outcome, Taken
from desktop.model.errors import RefusalError
from desktop.model.maturity.shelf import shipped
from desktop.model.maturity.vocabulary import BlankKind, Scheme
from desktop.model.records import Details, MemberRole


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """The sample with its forms taken, and what became of each."""
    path = tmp_path_factory.mktemp("sample") / "sample.maturity"
    with start_sample(path, "Assessor A") as assessment:
        yield assessment, take_forms(assessment, read_forms(resources.sample_forms()))


def test_the_sample_is_prepared(tmp_path):
    with start_sample(tmp_path / "s.maturity", "Assessor A") as assessment:
        details = assessment.preparation.details()
        assert details.organisation == "Northern region service centre"
        assert details.starts == dt.date(2026, 9, 7)
        assert [member.role for member in assessment.preparation.members()].count(MemberRole.LEAD) == 1
        assert [p.number for p in assessment.preparation.participants()] == list(range(1, 15))
        assert not any(person.identity.name for person in assessment.preparation.people())
        assert details.threshold == Details().threshold
        assert {one.id for one in assessment.models.all()} == {pack.id for pack in shipped()}


def test_every_form_is_taken(taken):
    _, lines = taken
    assert len(lines) == 28
    outcomes = [line.result.outcome if isinstance(line.result, Taken) else line.result for line in lines]
    assert set(outcomes) == {Outcome.NEW}


def test_who_is_asked_about_what(taken):
    assessment, _ = taken
    questions = {
        one.id: sum(len(s.questions) for s in assessment.models.asked(one.id)) for one in assessment.models.all()
    }
    schemes = {one.id: one.pack.scheme for one in assessment.models.all()}
    assert {schemes[model]: count for model, count in questions.items()} == {
        Scheme.STAGED: 126,
        Scheme.STREAMS: 9,
        Scheme.CRITERIA: 0,
    }
    for model, count in questions.items():
        progress = assessment.questionnaires.progress(model)
        assert [row.form for row in progress] == [True] * (14 if count else 0)


def test_streams_are_seen_differently_by_those_who_answer(taken):
    assessment, _ = taken
    (model,) = [one for one in assessment.models.all() if one.pack.scheme is Scheme.STREAMS]
    streams = assessment.results.of(model.id).streams
    assert all(stream.suggestion and stream.answers.n >= 10 for stream in streams)
    assert {stream.suggestion.level for stream in streams} == {1, 2, 3}
    assert max(sum(count > 0 for count in stream.answers.counts.values()) for stream in streams) >= 5


def test_all_three_blanks_comments_and_disagreement_are_there(taken):
    assessment, _ = taken
    (model,) = [one for one in assessment.models.all() if one.pack.scheme is Scheme.STAGED]
    kinds = {choice.id: choice.blank for choice in model.scale.choices}
    percents = {choice.id: choice.percent for choice in model.scale.choices}
    seen: Counter[object] = Counter()
    comments = widest = 0
    questions = [question for one in assessment.models.asked(model.id) for question in one.questions]
    people = [
        assessment.questionnaires.answers(model.id, participant.id)
        for participant in assessment.preparation.participants()
    ]
    for question in questions:
        said = [answers[question.id] for answers in people if question.id in answers]
        seen.update(kinds[answer.choice] for answer in said if answer.choice)
        seen["unanswered"] += len(people) - sum(answer.choice is not None for answer in said)
        comments += sum(bool(answer.comment) for answer in said)
        found = [percents[answer.choice] for answer in said if answer.choice and not kinds[answer.choice]]
        widest = max(widest, max(found) - min(found))
    assert min(seen[BlankKind.DOES_NOT_APPLY], seen[BlankKind.DONT_KNOW], seen["unanswered"]) >= 20
    assert comments >= 40
    assert widest == 90


def test_forms_are_small_and_name_only_the_program():
    assert sum(path.stat().st_size for path in resources.sample_forms()) < 600_000
    for path in resources.sample_forms():
        assert path.stat().st_size < 30_000
        properties = load_workbook(path).properties
        assert {properties.creator, properties.lastModifiedBy} == {"Maturity Workbench"}


def test_they_belong_to_the_sample_only(tmp_path):
    with start_sample(tmp_path / "s.maturity", "Assessor A") as assessment:
        assessment.models.set_scale("it-service-cmm", "yes_no_4")
        (line, *_) = take_forms(assessment, read_forms(resources.sample_forms()[:1]))
        assert isinstance(line.result, RefusalError)
        assert line.result.code == "form.other_scale"
