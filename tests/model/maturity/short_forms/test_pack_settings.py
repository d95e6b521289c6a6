"""What a pack sets of its scheme's rules changes its results, and nothing else does."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.maturity.scheme_settings import (
    BlankSetting,
    EvidenceSetting,
    SchemeSettings,
    SurveySetting,
    TeamSetting,
    Without,
)
from desktop.model.maturity.vocabulary import EvidenceKind
from desktop.model.planning.what_if import smallest_set, what_if
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import AreaJudgement, GoalJudgement, Source
from desktop.model.scoring.results import PracticeResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from tests.builders import (
    all_in_place,
    judged,
    nothing_said,
    tiny_pack,
    with_answers,
    with_areas,
    with_goals,
    with_practices,
)
from tests.builders_schemes import no_levels, said_of, tallied, ticked, tiny_criteria, tiny_streams

PACK = tiny_pack()
PLAN, TALK, TOUR = (
    Source(EvidenceKind.DOCUMENT, "Plan"),
    Source(EvidenceKind.INTERVIEW, "Talk"),
    Source(EvidenceKind.DEMONSTRATION, "Tour"),
)
FORM = Source(EvidenceKind.QUESTIONNAIRE, "Form")
FI, PI = Characterisation.FULLY, Characterisation.PARTIALLY


def setting(pack: Pack, **blocks: object) -> Pack:
    return replace(pack, settings=SchemeSettings(**blocks))  # type: ignore[arg-type]  # blocks by their names


def practice(
    pack: Pack, *sources: Source, alternative: bool = False, answers: dict[str, int] | None = None
) -> PracticeResult:
    value = PI if alternative else FI
    given = with_practices(nothing_said(), PLN_AC_1=judged(value, sources=sources, alternative=alternative))
    given = with_answers(given, "PLN-Q1", answers) if answers else given
    return next(each for each in score(pack, given).practices if each.id == "PLN-AC-1")


def test_how_many_sources_are_enough_and_of_which_kinds() -> None:
    one = setting(PACK, evidence=EvidenceSetting(sources=1))
    three = setting(PACK, evidence=EvidenceSetting(sources=3))
    no_talk = setting(PACK, evidence=EvidenceSetting(beyond=(EvidenceKind.QUESTIONNAIRE, EvidenceKind.INTERVIEW)))
    none = setting(PACK, evidence=EvidenceSetting(sources=0))
    assert [practice(pack, PLAN).corroborated for pack in (PACK, one, three, none)] == [False, True, False, True]
    assert [practice(pack, PLAN, TALK, TOUR).corroborated for pack in (PACK, three)] == [True, True]
    assert [practice(one, each).corroborated for each in (FORM, TALK)] == [False, True]
    assert [practice(no_talk, *each).corroborated for each in ((FORM, TALK), (TALK, PLAN))] == [False, True]
    assert practice(none).trace.rule == Rule.PRACTICE_IN_PLACE


def test_what_the_survey_suggests_of_practices() -> None:
    stern = SurveySetting(above={"FI": 96, "LI": 90, "PI": 60}, at_most="LI", unless_shown=(EvidenceKind.INTERVIEW,))
    found = practice(setting(PACK, suggest=stern), PLAN, answers={"always": 1}).suggestion
    assert found is not None
    assert (found.survey, found.value) == (Characterisation.LARGELY, Characterisation.LARGELY)
    full = setting(PACK, suggest=SurveySetting(above={"FI": 90, "LI": 50, "PI": 15}, at_most="LI", unless_shown=()))
    held = practice(full, PLAN, answers={"always": 1}).suggestion
    assert held is not None
    assert (held.survey, held.value, held.capped) == (FI, Characterisation.LARGELY, True)


def test_a_mean_is_told_with_the_decimals_that_decide_at_the_limits_of_the_pack() -> None:
    pack = setting(PACK, suggest=SurveySetting(above={"FI": 75, "LI": 50, "PI": 15}))
    found = practice(pack, PLAN, answers={"always": 1, "often": 999}).suggestion
    assert found is not None
    assert (found.mean_percent, found.survey) == (75.02, FI)


def test_what_the_survey_suggests_of_statements() -> None:
    pack = tiny_criteria()
    asked = next(iter(pack.statement_by_id))
    given = replace(said_of(pack), tallies={asked: tallied(10, met=9, not_met=1)})
    easy = setting(pack, suggest=SurveySetting(above={"partly_met": 15, "met": 90}))
    values = [score(each, given).statements[0].suggestion for each in (pack, easy)]
    assert [found and found.value for found in values] == [Fulfilment.MET, Fulfilment.PARTLY_MET]


def test_how_far_the_team_may_go() -> None:
    bound = setting(PACK, team=TeamSetting(may_lower=False, alternatives=False))
    assert practice(PACK, PLAN, TALK, alternative=True).trace.rule == Rule.PRACTICE_ALTERNATIVE
    assert practice(bound, PLAN, TALK, alternative=True).trace.rule == Rule.PRACTICE_WEAK
    given = with_goals(all_in_place(PACK), PLN_G1=GoalJudgement(weaknesses_significant=True, weakness="Thin."))
    ratings = [score(pack, given).areas[0].goals[0].rating for pack in (PACK, bound)]
    assert ratings == [Rating.UNSATISFIED, Rating.SATISFIED]
    streams = tiny_streams()
    chosen = no_levels(chosen={"DSK": 4}, ticks=ticked(streams, DSK=2))
    levels = [
        score(pack, chosen).streams[0].level for pack in (streams, setting(streams, team=TeamSetting(may_set=False)))
    ]
    assert levels == [4, 2]


def test_an_area_out_of_scope_can_be_left_out() -> None:
    given = with_areas(all_in_place(PACK), SUP=AreaJudgement(in_scope=False))
    left = setting(PACK, blanks=BlankSetting(out_of_scope=Without.LEAVE_OUT))
    found = [score(pack, given).level for pack in (PACK, left)]
    assert [(each.reached, each.determined) for each in found] == [(1, False), (3, True)]


def test_areas_and_streams_that_are_not_rated_can_be_left_out() -> None:
    left = BlankSetting(unanswered=Without.LEAVE_OUT)
    given = with_practices(all_in_place(PACK), PLN_AC_1=None)
    found = score(setting(PACK, blanks=left), given).level
    assert (found.reached, found.determined) == (3, False)
    streams = tiny_streams()
    some = score(setting(streams, blanks=left), no_levels(ticks=ticked(streams, DSK=3, REQ=2))).level
    assert (some.reached, some.determined) == (2, False)


def test_statements_that_nobody_knows_can_be_left_out() -> None:
    pack = tiny_criteria()
    said = said_of(pack)
    last = [id_ for id_, (_track, each) in pack.statement_by_id.items() if each.level == 4]
    unknown = replace(said, statements={**said.statements, last[0]: Fulfilment.DONT_KNOW})
    left = setting(pack, blanks=BlankSetting(dont_know=Without.LEAVE_OUT))
    assert [score(each, unknown).tracks[0].level for each in (pack, left)] == [3, 4]
    none = replace(said, statements={**said.statements, **dict.fromkeys(last, Fulfilment.DONT_KNOW)})
    found = score(left, none).tracks[0]
    assert (found.level, found.trace.rule) == (3, Rule.TRACK_NOT_DETERMINED)


def test_what_if_brings_as_much_evidence_as_a_pack_asks_for() -> None:
    pack = setting(
        PACK, evidence=EvidenceSetting(sources=9, beyond=(EvidenceKind.DOCUMENT, EvidenceKind.DEMONSTRATION))
    )
    given = nothing_said()
    needed = smallest_set(pack, given, score(pack, given))
    assert needed
    assert what_if(pack, given, needed).level.reached == 2
