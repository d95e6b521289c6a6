"""The rules that a trace may name, and the facts that go with each."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """What decided a result. The part before the dot says of what; `FACTS` lists what its trace holds."""

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
    LEVEL_WITHOUT_AREAS = "level.without_areas"
    """The next level asks for no area: an error of the model. Also a warning."""

    ROLLUP_LEVEL = "rollup.level"
    ROLLUP_CATEGORY = "rollup.category"

    @property
    def of(self) -> str:
        """The part before the dot."""
        return self.value.partition(".")[0]


FACTS: dict[str, tuple[str, ...]] = {
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
        "in_place_percent",
        "mean_percent",
    ),
}
"""Names of the facts by `Rule.of`: every trace of that kind holds all of them.

Facts are ids, counts, percents (0 to 100), indexes and words of `vocabulary`, never what somebody typed: a trace may
go wherever its result goes. What a trace is about stands first, by id; only ``level`` is about the whole model.
Plurals are ids, except these counts: ``sources``; ``practices`` of a goal; ``goals`` and ``satisfied`` of an area; all
of a roll-up. ``kinds`` are kinds of evidence. The areas in ``level`` are those of all levels up to ``next``.
"""
