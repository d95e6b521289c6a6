"""The table of statements."""

from __future__ import annotations

from functools import partial
from operator import attrgetter

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import StatementResult
from desktop.wording import setting_words


def statements(part: ScoredModel) -> Table[StatementResult]:
    """A row for each statement, in the model's order."""
    known, tracks = part.pack.statement_by_id, part.result.tracks
    answers = {question.id: question.answers.n for question in part.result.questions}
    return Table(
        _("Statements"),
        _("Each statement: what to look for, what the team says, what the survey suggests, and what it blocks."),
        (
            Column("track", _("Track"), 16, _("The track it belongs to."), read=lambda row: known[row.id][0].name),
            Column("level", _("Level"), 8, _("The level that asks for it."), Kind.LEVEL),
            Column("id", _("Id"), 12, _("The statement's short name in the model.")),
            Column("text", _("Statement"), 38, _("What is so."), Kind.NAME, lambda row: known[row.id][1].text),
            Column(
                "detail",
                _("What to look for"),
                34,
                _("How to tell whether it is so."),
                read=lambda row: known[row.id][1].detail,
            ),
            Column(
                "value",
                _("Team says"),
                14,
                _("How far the team finds it met. Empty while open. Its notes stay in the team."),
                Kind.STATE,
            ),
            Column(
                "suggestion.value",
                _("Survey suggests"),
                14,
                _("{limits}, else not met. The team decides.").format(
                    limits=setting_words.statement_limits(part.pack).capitalize()
                ),
                Kind.STATE,
            ),
            Column(
                "n",
                _("Answers"),
                7,
                _("Answers about it, blanks left out."),
                Kind.COUNT,
                lambda row: answers[row.id],
                turned=True,
            ),
            Column(
                "suggestion.met_percent",
                _("Say it is met"),
                9,
                _("Share of these answers that say so."),
                Kind.PERCENT,
                turned=True,
            ),
            Column(
                "suggestion.mean_percent",
                _("Mean of answers"),
                9,
                _("Mean of these answers' percentages."),
                Kind.PERCENT,
                turned=True,
            ),
            Column(
                "stops",
                _("Blocks"),
                22,
                _("Tracks whose next level it blocks, directly or by a cap."),
                read=partial(_stops, part),
            ),
            Column(
                "needed",
                _("Target needs it"),
                20,
                _("Tracks whose target asks for it and does not have it yet."),
                read=lambda row: tuple(track.name for track in tracks if track.gap and row.id in track.needed),
            ),
            Column(
                "caps",
                _("Caps"),
                14,
                _("Caps that apply until it is met, together with their other statements."),
                read=lambda row: tuple(cap.id for cap in part.pack.caps if row.id in cap.unless),
            ),
        ),
        part.result.statements,
        lambda row: Ref(part.pack.id, row.id),
        attrgetter("trace"),
    )


def _stops(part: ScoredModel, statement: StatementResult) -> tuple[str, ...]:
    return tuple(
        _("{track} at {level}").format(track=track.name, level=track.next)
        for track in part.result.tracks
        if statement.id in track.stopping
    )
