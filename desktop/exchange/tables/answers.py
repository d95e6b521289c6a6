"""The table of answers, question by question, without respondents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import attrgetter

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.model_tables import tables_of
from desktop.exchange.tables.shared_columns import agreement, answered, blanks
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.exchange.tables.table_set import QuestionColumns
from desktop.language import _
from desktop.model.maturity import Choice
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.publication import is_hidden
from desktop.model.scoring.results import QuestionResult


def answers(part: ModelPart, threshold: int) -> Table[QuestionResult]:
    """A row for each question, in the questionnaire's order.

    Args:
        part: the model's share.
        threshold: the smallest group whose answers are shown.
    """
    asked, about = asked_by_id(part.pack, part.scale.id), tables_of(part).questions(part)
    text, meaning = about.asked
    offered = tuple({choice.id: choice for each in asked.values() for choice in each.scale.answers}.values())
    return Table(
        _("Answers"),
        _(
            "Each question with how its answers spread. What was answered stays hidden while fewer than "
            "{threshold} people have answered a question, and it enters no other number."
        ).format(threshold=threshold),
        (
            about.place,
            Column(
                "number",
                _("No."),
                7,
                _("The number in front of it on the form; empty where no form asks it now."),
                Kind.LEVEL,
                lambda row: part.numbers.get(row.id),
            ),
            Column("text", text, 36, meaning, read=lambda row: asked[row.id].text),
            about.besides,
            Column(
                "answers.asked", _("Asked"), 7, _("How many people the question was put to."), Kind.COUNT, turned=True
            ),
            answered(),
            *_choices(about, offered),
            *blanks(),
            about.mean,
            *agreement(),
            Column(
                "note",
                _("Note"),
                22,
                _("What to keep in mind with this question, or why its answers are hidden."),
                read=partial(_note, part, threshold),
            ),
        ),
        part.result.questions,
        lambda row: Ref(part.pack.id, row.id),
        attrgetter("trace"),
        key="answers",
    )


def _choices(about: QuestionColumns, offered: tuple[Choice, ...]) -> Iterator[Column[QuestionResult]]:
    """How many chose each answer that some question offers, in the order of the scales; then their shares."""
    names = {choice.id: _(about.choice).format(name=choice.name) for choice in offered}
    for choice in offered:
        name = names[choice.id]
        told = _(about.chosen).format(name=choice.name, percent=choice.percent)
        yield Column(
            f"count {choice.id}", name, 6, told, Kind.COUNT, partial(_spread, "counts", choice.id), turned=True
        )
    for id_, name in names.items():
        yield Column(
            f"share {id_}",
            _("{choice}, share").format(choice=name),
            9,
            _("Share of the answers that are “{choice}”.").format(choice=name),
            Kind.PERCENT,
            partial(_spread, "shares", id_),
            turned=True,
        )


def _spread(of: str, choice: str, question: QuestionResult) -> float | None:
    """A count or share of a choice; None without answers that may be shown."""
    if not question.answers.n or is_hidden(question.answers):
        return None
    found: float | None = getattr(question.answers, of).get(choice)
    return found


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
