"""The table of key practices."""

from __future__ import annotations

from operator import attrgetter

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Column, Kind, Table, Value
from desktop.language import N_, _
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.maturity.scheme_settings import SurveySetting
from desktop.model.scoring.results import PracticeResult
from desktop.model.scoring.rules import Rule
from desktop.wording import setting_words

IN_PLACE = (N_("in place"), N_("in place by another practice"))
NOT_APPLICABLE = N_("does not apply")
"""Words of the column that tells how a practice counts."""

ALL_GOALS = N_("all")
"""Of a practice that serves every goal of its area."""

_STANDS: dict[str, str] = {
    Rule.PRACTICE_IN_PLACE: IN_PLACE[0],
    Rule.PRACTICE_ALTERNATIVE: IN_PLACE[1],
    Rule.PRACTICE_WEAK: N_("weak"),
    Rule.PRACTICE_NOT_APPLICABLE: NOT_APPLICABLE,
    Rule.PRACTICE_NOT_CHARACTERISED: N_("open: not characterised"),
    Rule.PRACTICE_NOT_YET: N_("open: not yet due"),
    Rule.PRACTICE_REASON_MISSING: N_("open: reason missing"),
    Rule.PRACTICE_NOT_CORROBORATED: N_("open: not corroborated"),
}


def practices(part: ScoredModel) -> Table[PracticeResult]:
    """A row for each practice, in the model's order."""
    known = {id_: practice for id_, (_area, practice) in part.pack.practice_by_id.items()}
    features = {feature.id: feature.name for feature in part.pack.features}
    return Table(
        _("Practices"),
        _("Each key practice: what the survey suggests, what supports it, and what the team says. The team decides."),
        (
            Column("area", _("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
            Column("id", _("Id"), 12, _("The practice's short name in the model.")),
            Column(
                "feature",
                _("Common feature"),
                16,
                _("The section of the area the practice belongs to."),
                read=lambda row: features[known[row.id].feature],
            ),
            Column("text", _("Practice"), 48, _("What is done."), read=lambda row: known[row.id].text),
            Column(
                "goals",
                _("Goals"),
                12,
                _("The goals it serves."),
                read=lambda row: known[row.id].goals or _(ALL_GOALS),
            ),
            Column(
                "n",
                _("Answers"),
                7,
                _("Answers to the questions about it, blanks left out."),
                Kind.COUNT,
                _answers,
                turned=True,
            ),
            Column(
                "suggestion.mean_percent",
                _("Mean of answers"),
                9,
                _("Mean of these answers' percentages. Empty without answers, or where it would show a small group."),
                Kind.PERCENT,
                turned=True,
            ),
            Column("suggestion.value", _("Survey suggests"), 14, _suggested(part.pack), Kind.STATE),
            Column(
                "value",
                _("Team says"),
                14,
                _("How far the team finds it in place, from everything it read, heard and saw. Empty while open."),
                Kind.STATE,
            ),
            Column(
                "alternative",
                _("Alternative"),
                7,
                _("Yes when another practice that reaches the goal is accepted in its place."),
                read=lambda row: row.alternative or None,
                turned=True,
            ),
            Column(
                "sources",
                _("Sources"),
                7,
                _("Number of different sources; all questionnaires together are one."),
                Kind.COUNT,
                turned=True,
            ),
            Column(
                "corroborated",
                _("Corroborated"),
                7,
                _("Yes with at least {sources}.").format(sources=setting_words.needed(part.pack)),
                turned=True,
            ),
            Column(
                "counts",
                _("Counts as"),
                16,
                _("How it counts towards its goals, and if it is open, why."),
                read=lambda row: _(_STANDS[row.trace.rule]),
            ),
            Column(
                "reason",
                _("Why not applicable"),
                28,
                _("Why the practice does not apply, in the team's words. Other remarks of the team stay in the team."),
                read=lambda row: part.reasons.get(row.id),
            ),
        ),
        part.result.practices,
        lambda row: Ref(part.pack.id, row.id),
        attrgetter("trace"),
        key="practices",
    )


def _suggested(pack: Pack) -> str:
    """What the survey suggests, and what holds that down."""
    limits = setting_words.practice_limits(pack).capitalize()
    if pack.settings.suggest in (SurveySetting(), SurveySetting(above=pack.settings.suggest.above)):
        return _("{limits} in place. Without a document or a demonstration it suggests no more than partially.").format(
            limits=limits
        )
    return _("{limits} in place. The model says what holds that down.").format(limits=limits)


def _answers(practice: PracticeResult) -> Value:
    """How many answers there are is no secret, so it stands even when what they say is hidden."""
    told = practice.trace.parts[0]
    answers = told.facts["n"]
    assert isinstance(answers, int)
    return answers
