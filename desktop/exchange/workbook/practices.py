"""The sheet of key practices."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import N_, _
from desktop.model.maturity import Pack, Scheme
from desktop.model.maturity.scheme_settings import SurveySetting
from desktop.model.scoring.results import PracticeResult
from desktop.model.scoring.rules import Rule
from desktop.wording import setting_words

_STANDS: dict[str, str] = {
    Rule.PRACTICE_IN_PLACE: N_("in place"),
    Rule.PRACTICE_ALTERNATIVE: N_("in place by another practice"),
    Rule.PRACTICE_WEAK: N_("weak"),
    Rule.PRACTICE_NOT_APPLICABLE: N_("does not apply"),
    Rule.PRACTICE_NOT_CHARACTERISED: N_("open: not characterised"),
    Rule.PRACTICE_NOT_YET: N_("open: not yet due"),
    Rule.PRACTICE_REASON_MISSING: N_("open: reason missing"),
    Rule.PRACTICE_NOT_CORROBORATED: N_("open: not corroborated"),
}


def guide(pack: Pack | None = None) -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Practices"),
        _("Each key practice: what the survey suggests, what supports it, and what the team says. The team decides."),
        (
            Column(_("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
            Column(_("Id"), 12, _("The practice's short name in the model.")),
            Column(_("Common feature"), 16, _("The section of the area the practice belongs to.")),
            Column(_("Practice"), 48, _("What is done.")),
            Column(_("Goals"), 12, _("The goals it serves.")),
            Column(_("Answers"), 11, _("Answers to the questions about it, blanks left out."), Look.NUMBER),
            Column(
                _("Mean of answers"),
                11,
                _("Mean of these answers' percentages. Empty without answers, or where it would show a small group."),
                Look.PERCENT,
            ),
            Column(
                _("Survey suggests"),
                14,
                _suggested(pack),
            ),
            Column(
                _("Team says"),
                14,
                _("How far the team finds it in place, from everything it read, heard and saw. Empty while open."),
            ),
            Column(
                _("Alternative"), 12, _("Yes when another practice that reaches the goal is accepted in its place.")
            ),
            Column(
                _("Sources"), 10, _("Number of different sources; all questionnaires together are one."), Look.NUMBER
            ),
            Column(_("Corroborated"), 15, _("Yes with at least {sources}.").format(sources=setting_words.needed(pack))),
            Column(_("Counts as"), 16, _("How it counts towards its goals, and if it is open, why.")),
            Column(
                _("Why not applicable"),
                28,
                _("Why the practice does not apply, in the team's words. Other remarks of the team stay in the team."),
            ),
        ),
    )


def _suggested(pack: Pack | None) -> str:
    """What the survey suggests, and what holds that down."""
    limits = setting_words.limits(pack, Scheme.STAGED).capitalize()
    if pack is None or pack.settings.suggest in (SurveySetting(), SurveySetting(above=pack.settings.suggest.above)):
        return _("{limits} in place. Without a document or a demonstration it suggests no more than partially.").format(
            limits=limits
        )
    return _("{limits} in place. The model says what holds that down.").format(limits=limits)


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each practice, in the model's order."""
    features = {feature.id: feature.name for feature in part.pack.features}
    for practice in part.result.practices:
        area, known = part.pack.practice_by_id[practice.id]
        yield (
            area.id,
            practice.id,
            features[known.feature],
            known.text,
            ", ".join(known.goals) or _("all"),
            *_suggestion(practice),
            practice.value,
            _("yes") if practice.alternative else None,
            practice.sources,
            _("yes") if practice.corroborated else _("no"),
            _(_STANDS[practice.trace.rule]),
            part.reasons.get(practice.id),
        )


def _suggestion(practice: PracticeResult) -> tuple[Value, Value, Value]:
    """Answers, their mean, and what they suggest. How many there are is no secret, so it stands even when hidden."""
    (told,) = practice.trace.parts
    answers = told.facts["n"]
    assert isinstance(answers, int)
    if practice.suggestion is None:
        return (answers, None, None)
    return (answers, practice.suggestion.mean_percent, practice.suggestion.value)
