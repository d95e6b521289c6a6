"""The sheet of statements."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _
from desktop.model.maturity import Pack, Scheme
from desktop.model.scoring.results import StatementResult
from desktop.wording import setting_words


def guide(pack: Pack | None = None) -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Statements"),
        _("Each statement: what to look for, what the team says, what the survey suggests, and what it blocks."),
        (
            Column(_("Track"), 18, _("The track it belongs to.")),
            Column(_("Level"), 8, _("The level that asks for it."), Look.CENTRE),
            Column(_("Id"), 12, _("The statement's short name in the model.")),
            Column(_("Statement"), 46, _("What is so."), Look.STRONG),
            Column(_("What to look for"), 44, _("How to tell whether it is so.")),
            Column(
                _("Team says"), 14, _("How far the team finds it met. Empty while open. Its notes stay in the team.")
            ),
            Column(
                _("Survey suggests"),
                14,
                _("{limits}, else not met. The team decides.").format(
                    limits=setting_words.limits(pack, Scheme.CRITERIA).capitalize()
                ),
            ),
            Column(_("Answers"), 11, _("Answers about it, blanks left out."), Look.NUMBER),
            Column(_("Say it is met"), 10, _("Share of these answers that say so."), Look.PERCENT),
            Column(_("Mean of answers"), 11, _("Mean of these answers' percentages."), Look.PERCENT),
            Column(_("Blocks"), 30, _("Tracks whose next level it blocks, directly or by a cap.")),
            Column(_("Target needs it"), 24, _("Tracks whose target asks for it and does not have it yet.")),
            Column(_("Caps"), 14, _("Caps that apply until it is met, together with their other statements.")),
        ),
        Scheme.CRITERIA,
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each statement, in the model's order."""
    answers = {question.id: question.answers.n for question in part.result.questions}
    for statement in part.result.statements:
        track, known = part.pack.statement_by_id[statement.id]
        survey = statement.suggestion
        yield (
            track.name,
            statement.level,
            statement.id,
            known.text,
            known.detail or None,
            statement.value,
            survey.value if survey else None,
            answers[statement.id],
            survey.met_percent if survey else None,
            survey.mean_percent if survey else None,
            _stops(part, statement),
            ", ".join(track.name for track in part.result.tracks if track.gap and statement.id in track.needed) or None,
            ", ".join(cap.id for cap in part.pack.caps if statement.id in cap.unless) or None,
        )


def _stops(part: ModelPart, statement: StatementResult) -> str | None:
    return (
        ", ".join(
            _("{track} at {level}").format(track=track.name, level=track.next)
            for track in part.result.tracks
            if statement.id in track.stopping
        )
        or None
    )
