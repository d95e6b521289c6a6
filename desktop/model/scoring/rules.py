"""The rules that a trace may name, and the facts that go with each."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """What decided a result. The part before the dot says of what; `FACTS` lists what its trace holds."""

    OWN_RULES = "parts.own"
    """The pack's own rules decide. Beneath it stand grounds, named by `evaluation.part_results.GroundCode`."""

    QUESTION_ANSWERED = "question.answered"
    QUESTION_NO_ANSWERS = "question.no_answers"

    SUGGESTION_FROM_ANSWERS = "suggestion.from_answers"
    SUGGESTION_CAPPED = "suggestion.capped"
    """The answers say more, but no document or demonstration shows the work."""
    SUGGESTION_NO_ANSWERS = "suggestion.no_answers"
    SUGGESTION_NO_QUESTIONS = "suggestion.no_questions"

    PRACTICE_IN_PLACE = "practice.in_place"
    PRACTICE_ALTERNATIVE = "practice.alternative"
    """Not in place itself, but another practice that reaches the goal is accepted."""
    PRACTICE_WEAK = "practice.weak"
    PRACTICE_NOT_APPLICABLE = "practice.not_applicable"
    PRACTICE_NOT_CHARACTERISED = "practice.not_characterised"
    PRACTICE_NOT_YET = "practice.not_yet"
    PRACTICE_REASON_MISSING = "practice.reason_missing"
    """Said not to apply, without the compulsory reason."""
    PRACTICE_NOT_CORROBORATED = "practice.not_corroborated"

    ACROSS_ROLLED_UP = "across.rolled_up"
    """Characterised for several instances, which the rule makes one."""
    ACROSS_ASKED = "across.asked"
    """The same, but the rule leaves it to the team."""

    GOAL_SATISFIED = "goal.satisfied"
    GOAL_WEAK_PRACTICES = "goal.weak_practices"
    """Unsatisfied: practices are not in place."""
    GOAL_SIGNIFICANT_WEAKNESS = "goal.significant_weakness"
    """Unsatisfied although all practices are in place: the weaknesses together keep it from being met."""
    GOAL_NOT_RATED = "goal.not_rated"
    """Some practices are open."""
    GOAL_NOT_APPLICABLE = "goal.not_applicable"
    """None of its practices applies."""
    GOAL_WITHOUT_PRACTICES = "goal.without_practices"
    """Not rated: an error of the model."""
    GOAL_AREA_NOT_APPLICABLE = "goal.area_not_applicable"
    GOAL_AREA_OUT_OF_SCOPE = "goal.area_out_of_scope"

    AREA_SATISFIED = "area.satisfied"
    AREA_UNSATISFIED = "area.unsatisfied"
    AREA_NOT_RATED = "area.not_rated"
    """No goal is unsatisfied, but some are not rated."""
    AREA_NOT_APPLICABLE = "area.not_applicable"
    """Declared outside the organisation's work, with a reason."""
    AREA_GOALS_NOT_APPLICABLE = "area.goals_not_applicable"
    """None of its goals applies."""
    AREA_REASON_MISSING = "area.reason_missing"
    """Not rated: declared outside the organisation's work without the compulsory reason."""
    AREA_OUT_OF_SCOPE = "area.out_of_scope"
    AREA_WITHOUT_GOALS = "area.without_goals"
    """Not rated: an error of the model."""

    LEVEL_HIGHEST = "level.highest"
    """Everything the model asks for is met."""
    LEVEL_STOPPED = "level.stopped"
    """The next level has an unsatisfied area."""
    LEVEL_NOT_DETERMINED = "level.not_determined"
    """The next level has no unsatisfied area, but areas not rated or out of scope."""
    LEVEL_ALL_NOT_APPLICABLE = "level.all_not_applicable"
    """No area of the next level applies, so nothing shows that it is reached. Also a warning."""

    ROLLUP_LEVEL = "rollup.level"
    ROLLUP_CATEGORY = "rollup.category"

    STREAM_CHOSEN = "stream.chosen"
    """The team chose the level whose text fits best."""
    STREAM_TICKED = "stream.ticked"
    """All practices up to the level are ticked."""
    STREAM_FLOOR = "stream.floor"
    """Practices are ticked, but not all of the lowest level, which is the floor."""
    STREAM_NOT_RATED = "stream.not_rated"
    """Neither a level was chosen nor a practice ticked."""

    STREAM_OUT_OF_SCOPE = "stream.out_of_scope"
    STREAM_NOT_APPLICABLE = "stream.not_applicable"
    """Declared outside the organisation's work, with a reason."""

    STREAM_SURVEY_ANSWERED = "stream_survey.answered"
    STREAM_SURVEY_NO_ANSWERS = "stream_survey.no_answers"

    STREAMS_HIGHEST = "streams.highest"
    """Every stream stands at the highest level."""
    STREAMS_STOPPED = "streams.stopped"
    """A stream that was rated stands below the next level."""
    STREAMS_NOT_DETERMINED = "streams.not_determined"
    """Only streams that were not rated stand below the next level."""
    STREAMS_NONE = "streams.none"
    """No stream is in scope and applies."""

    STATEMENT_MET = "statement.met"
    STATEMENT_PARTLY_MET = "statement.partly_met"
    STATEMENT_NOT_MET = "statement.not_met"
    STATEMENT_NOT_APPLICABLE = "statement.not_applicable"
    STATEMENT_DONT_KNOW = "statement.dont_know"
    STATEMENT_NOT_RATED = "statement.not_rated"

    STATEMENT_SURVEY_ANSWERED = "statement_survey.answered"
    STATEMENT_SURVEY_NO_ANSWERS = "statement_survey.no_answers"

    CAP_HOLDS = "cap.holds"
    """A statement of it is not met, partly met or said not to apply."""
    CAP_OPEN = "cap.open"
    """It holds, but only because statements of it are open."""

    TRACK_HIGHEST = "track.highest"
    TRACK_STOPPED = "track.stopped"
    """A statement that the next level asks for is not met."""
    TRACK_NOT_DETERMINED = "track.not_determined"
    """No statement that the next level asks for is unmet, but some are open."""
    TRACK_CAPPED = "track.capped"
    """Its statements would give a higher level, but a cap holds."""
    TRACK_CAP_OPEN = "track.cap_open"
    """Its statements would give a higher level, but a cap holds until its open statements are judged."""
    TRACK_ALL_NOT_APPLICABLE = "track.all_not_applicable"
    """No statement of the next level applies, so nothing shows that it is reached. Also a warning."""
    TRACK_OUT_OF_SCOPE = "track.out_of_scope"
    TRACK_NOT_APPLICABLE = "track.not_applicable"
    """Declared outside the organisation's work, with a reason."""

    TRACK_LEVEL_LOWEST = "track_level.lowest"
    """The lowest level, which asks for nothing."""
    TRACK_LEVEL_HELD = "track_level.held"
    TRACK_LEVEL_CAPPED = "track_level.capped"
    """Its statements and those below are met, but a cap holds the track down."""
    TRACK_LEVEL_STOPPED = "track_level.stopped"
    """A statement of it is not met."""
    TRACK_LEVEL_OPEN = "track_level.open"
    """None of its statements is unmet, but some are open."""
    TRACK_LEVEL_WAITING = "track_level.waiting"
    """Its statements are met, but a level below is not held."""
    TRACK_LEVEL_NOT_APPLICABLE = "track_level.not_applicable"
    """None of its statements applies."""

    TRACKS_HIGHEST = "tracks.highest"
    """Every track demonstrates the highest level."""
    TRACKS_STOPPED = "tracks.stopped"
    """A track cannot demonstrate the next level."""
    TRACKS_NOT_DETERMINED = "tracks.not_determined"
    """The tracks below the next level stand there for want of judgements."""
    TRACKS_NONE = "tracks.none"
    """No track is in scope and applies."""

    GAP_OPEN = "gap.open"
    GAP_UNWEIGHTED = "gap.unweighted"
    """There is a gap, and no importance, which then counts 1."""
    GAP_CLOSED = "gap.closed"
    """What was wanted is reached."""

    @property
    def of(self) -> str:
        """The part before the dot."""
        return self.value.partition(".")[0]


FACTS: dict[str, tuple[str, ...]] = {
    "parts": ("part", "value", "grade", "blank"),
    "question": (
        "question",
        "asked",
        "n",
        "unanswered",
        "does_not_apply",
        "dont_know",
        "mean_percent",
        "consensus",
        "agreement",
    ),
    "suggestion": ("practice", "questions", "n", "mean_percent", "survey", "value"),
    "practice": ("practice", "value", "alternative", "sources", "kinds", "corroborated"),
    "across": ("practice", "instances", "given", "waiting", "asks"),
    "goal": ("goal", "practices", "in_place", "weak", "open", "weaknesses_significant", "weakness_missing"),
    "area": ("area", "goals", "satisfied", "unsatisfied", "not_rated"),
    "level": ("reached", "next", "unsatisfied", "not_rated", "out_of_scope", "not_applicable"),
    "rollup": (
        "group",
        "areas",
        "satisfied",
        "rated",
        "goals",
        "satisfied_goals",
        "progress_index",
        "begun",
        "in_place_percent",
        "mean_percent",
    ),
    "stream": ("stream", "level", "ticked", "next", "missing", "index"),
    "stream_survey": ("stream", "n", "level", "mean_level", "consensus", "agreement"),
    "streams": ("reached", "next", "weakest", "not_rated", "excluded", "streams", "rated", "index"),
    "statement": ("statement", "track", "level", "value"),
    "statement_survey": ("statement", "n", "met_percent", "mean_percent", "value"),
    "cap": ("cap", "at_most", "unless", "missing", "open"),
    "track": ("track", "level", "next", "uncapped", "caps", "unmet", "open"),
    "track_level": ("track", "level", "met", "statements", "unmet", "open", "caps"),
    "tracks": ("reached", "next", "weakest", "not_determined", "excluded", "tracks"),
    "gap": ("place", "level", "target", "importance", "gap", "weighted_gap"),
}
"""Names of the facts by `Rule.of`: every trace of that kind holds all of them.

Facts are ids, counts, percents (0 to 100), indexes and words of `vocabulary`, never what somebody typed: a trace may
go wherever its result goes. What a trace is about stands first, by id; only ``level``, ``streams`` and ``tracks`` are
about the whole model. Plurals are ids, except these counts: ``sources``; ``statements`` of a track's level, those
that apply; ``practices`` of a goal; ``goals`` and ``satisfied`` of an area; all of a roll-up; ``streams`` of streams
and ``tracks`` of tracks, which count those in scope that apply, while ``excluded`` names the others. ``kinds`` are
kinds of evidence. The areas in ``level`` are those of all levels up to ``next``; ``unmet`` and ``open`` of a track
are the statements, with those of caps, that keep it from ``next``.
"""
