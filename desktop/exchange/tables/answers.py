"""The table of answers, question by question, without respondents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import attrgetter

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.shared_columns import agreement, answered, blanks
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Asked, Choice, Scheme
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.publication import is_hidden
from desktop.model.scoring.results import QuestionResult

_Columns = tuple[Column[QuestionResult], ...]


def answers(part: ModelPart, threshold: int) -> Table[QuestionResult]:
    """A row for each question, in the questionnaire's order.

    Args:
        part: the model's share.
        threshold: the smallest group whose answers are shown.
    """
    asked = asked_by_id(part.pack, part.scale.id)
    return Table(
        _("Answers"),
        _(
            "Each question with how its answers spread. What was answered stays hidden while fewer than "
            "{threshold} people have answered a question, and it enters no other number."
        ).format(threshold=threshold),
        (
            *_about(part, asked),
            Column("answers.asked", _("Asked"), 8, _("How many people the question was put to."), Kind.COUNT),
            answered(),
            *_choices(part, tuple({c.id: c for each in asked.values() for c in each.scale.answers}.values())),
            *blanks(),
            _mean(part),
            *agreement(),
            Column(
                "note",
                _("Note"),
                26,
                _("What to keep in mind with this question, or why its answers are hidden."),
                read=partial(_note, part, threshold),
            ),
        ),
        part.result.questions,
        lambda row: Ref(part.pack.id, row.id),
        attrgetter("trace"),
    )


def _choice_name(part: ModelPart, choice: Choice) -> str:
    """What a choice is called in a heading; the choices of streams are levels."""
    if part.pack.scheme is Scheme.STREAMS:
        return _("Level {level}").format(level=choice.name)
    return choice.name


def _about(part: ModelPart, asked: dict[str, Asked]) -> _Columns:
    """What each question is about: its place, its number, its text, and what else places it."""
    pack = part.pack
    number: Column[QuestionResult] = Column(
        "number",
        _("No."),
        7,
        _("The number in front of it on the form; empty where no form asks it now."),
        Kind.LEVEL,
        lambda row: part.numbers.get(row.id),
    )

    def text(heading: str, meaning: str) -> Column[QuestionResult]:
        return Column("text", heading, 42, meaning, read=lambda row: asked[row.id].text)

    match pack.scheme:
        case Scheme.STAGED:
            return (
                Column("place", _("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
                number,
                text(_("Question"), _("What was asked.")),
                Column(
                    "informs",
                    _("Informs"),
                    14,
                    _("The goals and practices it says something about."),
                    read=lambda row: pack.question_by_id[row.id][1].informs,
                ),
            )
        case Scheme.STREAMS:
            return (
                Column(
                    "place", _("Stream"), 8, _("The stream's short name; its full name stands on the sheet Streams.")
                ),
                number,
                text(_("Question"), _("What was asked. The answers are the texts of the levels.")),
                Column(
                    "name",
                    _("Name"),
                    22,
                    _("The stream it is about."),
                    read=lambda row: pack.stream_by_id[row.place].name,
                ),
            )
        case Scheme.CRITERIA:
            statements = pack.statement_by_id
            return (
                Column(
                    "track",
                    _("Track"),
                    18,
                    _("The track that the statement belongs to."),
                    read=lambda row: statements[row.id][0].name,
                ),
                number,
                text(_("Statement"), _("What people were asked whether it is met.")),
                Column(
                    "level",
                    _("Level"),
                    8,
                    _("The level that asks for it."),
                    Kind.LEVEL,
                    lambda row: statements[row.id][1].level,
                ),
            )
        case Scheme.PARTS:
            return (
                Column("id", _("Part"), 12, _("The part that was asked about.")),
                number,
                text(_("Question"), _("What was asked.")),
                Column(
                    "under",
                    _("Under"),
                    22,
                    _("What the part stands under."),
                    read=lambda row: pack.place_by_id[row.place].name,
                ),
            )


def _choices(part: ModelPart, offered: tuple[Choice, ...]) -> Iterator[Column[QuestionResult]]:
    """How many chose each answer that some question offers, in the order of the scales; then their shares."""
    levels = part.pack.scheme is Scheme.STREAMS
    for choice in offered:
        name = _choice_name(part, choice)
        told = (
            _("How many chose the text of level {level}.").format(level=choice.name)
            if levels
            else _("How many chose “{choice}” ({percent} % in means).").format(choice=name, percent=choice.percent)
        )
        yield Column(f"count {choice.id}", name, _width(name), told, Kind.COUNT, partial(_spread, "counts", choice.id))
    for choice in offered:
        name = _choice_name(part, choice)
        yield Column(
            f"share {choice.id}",
            _("{choice}, share").format(choice=name),
            _width(name),
            _("Share of the answers that are “{choice}”.").format(choice=name),
            Kind.PERCENT,
            partial(_spread, "shares", choice.id),
        )


def _spread(of: str, choice: str, question: QuestionResult) -> float | None:
    """A count or share of a choice; None without answers that may be shown."""
    if not question.answers.n or is_hidden(question.answers):
        return None
    found: float | None = getattr(question.answers, of).get(choice)
    return found


def _mean(part: ModelPart) -> Column[QuestionResult]:
    if part.pack.scheme is not Scheme.STREAMS:
        meaning = _("Mean of the answers' percentages.")
        return Column("answers.mean_percent", _("Mean"), 10, meaning, Kind.PERCENT)
    means = {stream.id: stream.suggestion.mean_level for stream in part.result.streams if stream.suggestion}
    meaning = _("Mean of the levels chosen. An index, not a level.")
    return Column("mean", _("Mean level"), 10, meaning, Kind.INDEX, lambda row: means.get(row.place))


def _note(part: ModelPart, threshold: int, question: QuestionResult) -> str | None:
    answers = question.answers
    if not answers.asked and not answers.n:
        return _("Not asked.")
    if is_hidden(answers):
        return _("Hidden: fewer than {threshold} answers.").format(threshold=threshold)
    notes = []
    if question.id in part.withheld.held:
        notes.append(
            _("As in an earlier export: since then fewer than {threshold} answers changed.").format(threshold=threshold)
        )
    if answers.bimodal:
        notes.append(_("Two camps: many at either end."))
    if answers.coverage_weak:
        notes.append(_("Many don't know: coverage is weak."))
    return " ".join(notes)


def _width(name: str) -> float:
    """Enough for the longest word of a choice, in bold and with a comma."""
    return max(9.0, 1.25 * max(map(len, name.split())) + 2.5)
