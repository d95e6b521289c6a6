"""Starting a follow-up, taking it back, and looking at a round that is over."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from desktop.exchange.portable import from_json, to_json
from desktop.model.assessment import Assessment
from desktop.model.assessment.follow_up import FollowUpChoice
from desktop.model.assessment.past_content import digest_of
from desktop.model.errors import RefusalError
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.records import Answer, Identity, Record, Round, RoundResult
from desktop.model.scoring.vocabulary import Characterisation
from desktop.model.store.draft import Draft
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.moulds import Moulds

DAY = dt.date(2026, 9, 1)


@pytest.fixture
def assessment(moulds: Moulds, tmp_path: Path) -> Iterator[Assessment]:
    """With something said by everybody about a model of each scheme."""
    with moulds.cast("several-filled", tmp_path / "a.maturity", _filled, author="Ada") as found:
        yield found


def _filled(path: Path) -> Assessment:
    return filled(path, [tiny_pack(), tiny_streams(), tiny_criteria()], respondents=7)


def begin(assessment: Assessment, choice: FollowUpChoice | None = None) -> str:
    assessment.rounds.begin(" Autumn ", last="Spring", day=DAY, choice=choice)
    return assessment.rounds.all()[-1].id


def test_the_round_that_is_over_is_there_as_it_was(assessment: Assessment) -> None:
    before = assessment.results.all()
    over = begin(assessment)
    with assessment.looking_back(over) as past:
        assert past.results.all() == before
        assert past.readonly
        assert assessment.rounds.otherwise(over, past.results) == ()
        assert not past._desk.store.all(Identity)
        with pytest.raises(RefusalError, match=r"file\.opened_readonly"):
            past.preparation.set_details(purpose="another")
    assert assessment.results.all() != before
    assert assessment.check() == ()


def test_the_next_one_begins_with_nothing_said(assessment: Assessment) -> None:
    people = [each.id for each in assessment.preparation.participants()]
    open_actions = [each.id for each in assessment.actions.all() if each.status.value not in ("dropped", "verified")]
    over = assessment.rounds.get(begin(assessment))
    details = assessment.preparation.details()
    assert (over.name, over.number, over.began, over.closed) == ("Spring", 1, dt.date(2026, 3, 2), DAY)
    assert (details.round_name, details.round_began, details.starts) == ("Autumn", DAY, None)
    assert not any(question.answers.n for result in assessment.results.all() for question in result.questions)
    assert assessment.ratings.practices("tiny") == {} or not any(
        each.value for each in assessment.ratings.practices("tiny").values()
    )
    assert [each.id for each in assessment.preparation.participants()] == people
    assert [each.id for each in assessment.actions.all()] == open_actions
    assert assessment.interviews.all() == []
    assert [item.session for item in assessment.evidence.all()] == ["canary document"]


def test_undo_gives_the_same_records_and_redo_the_round_again(assessment: Assessment) -> None:
    before = assessment.whole().records
    over = begin(assessment)
    after = assessment.whole().records
    assessment.history.undo()
    undone = assessment.whole().records
    assert {kind: rows for kind, rows in undone.items() if not kind.startswith("round")} == {
        kind: rows for kind, rows in before.items() if not kind.startswith("round")
    }
    assert assessment.rounds.all() == []
    assert assessment.check() == ()
    assessment.history.redo()
    assert assessment.whole().records == after
    assert assessment.looking_back(over).results.all()


def test_a_second_follow_up_keeps_both(assessment: Assessment) -> None:
    first = begin(assessment)
    practice = next(iter(tiny_pack().practice_by_id))
    assessment.ratings.characterise("tiny", practice, Characterisation.FULLY)
    assessment.rounds.begin("Next spring", last="Autumn", day=DAY + dt.timedelta(days=180))
    assert [(each.name, each.began) for each in assessment.rounds.all()] == [
        ("Spring", dt.date(2026, 3, 2)),
        ("Autumn", DAY),
    ]
    assert {each.id for each in assessment.rounds.all()} >= {first}
    assert all(assessment.looking_back(each.id).results.all() for each in assessment.rounds.all())
    assert assessment.looking_back(assessment.rounds.all()[1].id).rounds.name() == "Autumn"


def test_ratings_can_be_taken_over(assessment: Assessment) -> None:
    levels = [(result.model, result.level.reached) for result in assessment.results.all()]
    begin(assessment, FollowUpChoice(ratings=True))
    assert [(result.model, result.level.reached) for result in assessment.results.all()] == levels
    assert not any(each.settled for each in assessment.ratings.areas("tiny").values())


def test_what_it_would_do_is_told_and_not_done(assessment: Assessment) -> None:
    steps = len(assessment.history.steps())
    plan = assessment.rounds.plan(FollowUpChoice(), DAY)
    assert (plan.count("participant").carried, plan.count("answer").carried) == (7, 0)
    assert plan.count("answer").away == len(
        [each for each in assessment._desk.store.all(Answer) if each != _blank(each)]
    )
    assert len(assessment.history.steps()) == steps


def _blank(answer: Answer) -> Answer:
    return Answer(model=answer.model, participant=answer.participant, question=answer.question)


def test_it_is_refused_without_names_and_where_nothing_was_said(assessment: Assessment) -> None:
    for name, last in (("", "Spring"), ("Autumn", " ")):
        with pytest.raises(RefusalError, match=r"round\.name_missing"):
            assessment.rounds.begin(name, last=last, day=DAY)
    begin(assessment)
    with pytest.raises(RefusalError, match=r"round\.empty"):
        assessment.rounds.begin("Again", last="Autumn", day=DAY)
    with pytest.raises(RefusalError, match=r"round\.unknown"):
        assessment.rounds.get("none")


def test_a_round_gets_another_name(assessment: Assessment) -> None:
    over = begin(assessment)
    assessment.rounds.rename("Spring 2026", over)
    assessment.rounds.rename("Autumn 2026")
    assert (assessment.rounds.get(over).name, assessment.rounds.name()) == ("Spring 2026", "Autumn 2026")
    with pytest.raises(RefusalError, match=r"round\.name_missing"):
        assessment.rounds.rename(" ", over)


def test_results_that_are_others_today_are_told(assessment: Assessment) -> None:
    over = begin(assessment)
    with assessment._desk.step("round.rename", name="x") as step:
        step.draft.put(RoundResult, over, "tiny-streams", WHOLE, level=5)
    with assessment.looking_back(over) as past:
        assert assessment.rounds.otherwise(over, past.results) == (Ref("tiny-streams", WHOLE),)


def test_answers_that_an_earlier_round_showed_hold_nothing_back_in_this_one(assessment: Assessment) -> None:
    question = assessment.results.of("tiny").questions[0].id
    counts = {"yes": 7}
    assessment.releases.remember(DAY, {"tiny": {question: counts}}, {})
    over = begin(assessment)
    assert assessment.releases.shown("tiny") == {}
    assert assessment.looking_back(over).releases.shown("tiny") == {question: [counts]}
    assessment.releases.remember(DAY, {"tiny": {question: counts}}, {})
    assert assessment.releases.shown("tiny") == {question: [counts]}, "what is shown again is remembered for this round"
    assessment.history.undo()
    assert assessment.rounds.all() == []
    assert assessment.releases.shown("tiny") == {question: [counts]}


def test_a_damaged_round_is_told_and_the_rest_is_there(assessment: Assessment, tmp_path: Path) -> None:
    over = begin(assessment)
    path, digest = assessment.path, assessment.rounds.get(over).content
    assessment.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE attachment_slice SET bytes = x'00' WHERE digest = ?", (digest,))
    with Assessment.open(path, author="Ada") as found:
        assert found.results.all()
        with pytest.raises(RefusalError, match=r"round\.damaged"):
            found.looking_back(over)
        assert found.rounds.told(over)
        assert found.check() == (f"attachment: {digest}",)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM attachment_slice")
        connection.execute("DELETE FROM attachment")
    with Assessment.open(path, author="Ada") as found:
        assert found.check() == ("round: Spring",)


def test_a_sound_copy_has_the_rounds(assessment: Assessment, tmp_path: Path) -> None:
    over = begin(assessment)
    path = assessment.path
    assessment.close()
    Assessment.repair(path, tmp_path / "copy.maturity", author="Ada")
    with Assessment.open(tmp_path / "copy.maturity", author="Ada") as copy:
        assert copy.check() == ()
        assert copy.looking_back(over).results.all()


def test_content_that_another_program_made_up_is_refused(assessment: Assessment) -> None:
    """Its digest is right, and still it is nothing that could have been said."""
    over = begin(assessment)
    text = msgspec.json.encode(
        {
            "format": "maturity-workbench-round",
            "version": 2,
            "assessment": "a",
            "records": {"details": [{"id": "a/b"}]},
        }
    )
    digest = digest_of(text)
    assessment._desk.store.content.put_whole(digest, len(text), [text])
    with assessment._desk.step("round.rename", name="x") as step:
        step.draft.put(Round, over, content=digest)
    with pytest.raises(RefusalError, match=r"round\.damaged"):
        assessment.looking_back(over)


def test_a_start_that_is_cut_off_leaves_everything_as_it_was(
    assessment: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slices of what was said may be there; nobody sees them, and the next opening takes them away."""
    before, path = assessment.whole(), assessment.path
    put_many = Draft.put_many

    def cut_off(draft: Draft, kind: type[Record], rows: object) -> None:
        if kind is RoundResult:
            raise KeyboardInterrupt
        put_many(draft, kind, rows)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(Draft, "put_many", cut_off)
    with pytest.raises(KeyboardInterrupt):
        begin(assessment)
    assert assessment.whole() == before
    assessment.close()
    with closing(sqlite3.connect(path)) as connection:
        (left,) = connection.execute("SELECT count(DISTINCT digest) FROM attachment_slice").fetchone()
    with Assessment.open(path, author="Ada") as found:
        assert found.check() == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(DISTINCT digest) FROM attachment_slice").fetchone() == (left - 1,)


def test_rounds_go_through_portable_data_and_one_that_was_changed_is_refused(
    assessment: Assessment, tmp_path: Path
) -> None:
    over = begin(assessment)
    data = to_json(assessment)
    assert assessment.attachments.digests().isdisjoint({assessment.rounds.get(over).content})
    with from_json(data, tmp_path / "b.maturity", "Ada") as copy:
        assert to_json(copy) == data
        assert copy.looking_back(over).results.all() == assessment.looking_back(over).results.all()
    spoilt = data.replace(b'"format":"maturity-workbench-round"', b'"format":"maturity-workbench-Round"')
    assert spoilt != data
    with pytest.raises(RefusalError, match=r"portable\.digest"):
        from_json(spoilt, tmp_path / "c.maturity", "Ada")
    assessment.history.undo()
    with from_json(to_json(assessment), tmp_path / "d.maturity", "Ada") as copy:
        copy.history.redo()
        assert copy.looking_back(over).results.all(), "redo comes back to what was put away"
