"""The sheet of answers, question by question, without respondents."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.answers import agreement, blanks
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _
from desktop.model.maturity import Asked, Choice, Scheme
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.scoring.publication import is_hidden
from desktop.model.scoring.results import QuestionResult


def guide(part: ModelPart, threshold: int) -> Guide:
    """What the sheet and its columns mean.

    Args:
        part: the model's share.
        threshold: the smallest group whose answers are shown.
    """
    return Guide(
        _("Answers"),
        _(
            "Each question with how its answers spread. What was answered stays hidden while fewer than "
            "{threshold} people have answered a question, and it enters no other number."
        ).format(threshold=threshold),
        (
            *_about(part.pack.scheme),
            Column(_("Asked"), 8, _("How many people the question was put to."), Look.NUMBER),
            Column(_("Answers"), 11, _("How many answered it, blanks left out."), Look.NUMBER),
            *_choices(part),
            Column(_("Unanswered"), 14, _("How many made no choice."), Look.NUMBER),
            Column(_("Does not apply"), 10, _("How many chose that. It counts in no mean."), Look.NUMBER),
            Column(_("Don't know"), 9, _("How many chose that. It counts in no mean."), Look.NUMBER),
            _mean(part.pack.scheme),
            Column(
                _("Consensus"),
                13,
                _("How far answers agree: 1 when all are equal, 0 when half stand at either end (Tastle and Wierman)."),
                Look.INDEX,
            ),
            Column(
                _("Agreement"),
                15,
                _(
                    "Agreed from 0.80 if that is more than so small a group reaches by chance, mixed from 0.60, "
                    "else split. Below five answers too few to judge."
                ),
            ),
            Column(_("Note"), 26, _("What to keep in mind with this question, or why its answers are hidden.")),
        ),
        part.pack.scheme,
    )


def rows(part: ModelPart, threshold: int) -> Iterator[tuple[Value, ...]]:
    """A row for each question, in the questionnaire's order."""
    choices = [choice.id for choice in _offered(part)]
    known = asked_by_id(part.pack, part.scale.id)
    for question in part.result.questions:
        answers = question.answers
        spread: tuple[Value, ...] = (
            (*(answers.counts.get(choice) for choice in choices), *(answers.shares.get(choice) for choice in choices))
            if answers.n and not is_hidden(answers)
            else (None,) * (2 * len(choices))
        )
        yield (
            *_known(part, question, known[question.id]),
            answers.asked,
            answers.n,
            *spread,
            *blanks(answers),
            _mean_of(part, question),
            answers.consensus,
            agreement(answers),
            _note(part, question, threshold),
        )


def _offered(part: ModelPart) -> tuple[Choice, ...]:
    """All answers that some question offers, in the order of the scales; with one scale those of that."""
    asked = asked_by_id(part.pack, part.scale.id)
    return tuple({choice.id: choice for each in asked.values() for choice in each.scale.answers}.values())


def choice_name(part: ModelPart, choice: Choice) -> str:
    """What a choice is called in a heading; the choices of streams are levels."""
    if part.pack.scheme is Scheme.STREAMS:
        return _("Level {level}").format(level=choice.name)
    return choice.name


def _about(scheme: Scheme) -> tuple[Column, ...]:
    match scheme:
        case Scheme.STAGED:
            return (
                Column(_("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
                _number(),
                Column(_("Question"), 42, _("What was asked.")),
                Column(_("Informs"), 14, _("The goals and practices it says something about.")),
            )
        case Scheme.STREAMS:
            return (
                Column(_("Stream"), 8, _("The stream's short name; its full name stands on the sheet Streams.")),
                _number(),
                Column(_("Question"), 42, _("What was asked. The answers are the texts of the levels.")),
                Column(_("Name"), 22, _("The stream it is about.")),
            )
        case Scheme.CRITERIA:
            return (
                Column(_("Track"), 18, _("The track that the statement belongs to.")),
                _number(),
                Column(_("Statement"), 42, _("What people were asked whether it is met.")),
                Column(_("Level"), 8, _("The level that asks for it."), Look.CENTRE),
            )
        case Scheme.PARTS:
            return (
                Column(_("Part"), 12, _("The part that was asked about.")),
                _number(),
                Column(_("Question"), 42, _("What was asked.")),
                Column(_("Under"), 22, _("What the part stands under.")),
            )


def _number() -> Column:
    return Column(
        _("No."), 7, _("The number in front of it on the form; empty where no form asks it now."), Look.CENTRE
    )


def _known(part: ModelPart, question: QuestionResult, asked: Asked) -> tuple[Value, ...]:
    pack, number = part.pack, part.numbers.get(question.id)
    match pack.scheme:
        case Scheme.STAGED:
            informs = pack.question_by_id[question.id][1].informs
            return (question.place, number, asked.text, ", ".join(informs))
        case Scheme.STREAMS:
            return (question.place, number, asked.text, pack.stream_by_id[question.place].name)
        case Scheme.CRITERIA:
            track, statement = pack.statement_by_id[question.id]
            return (track.name, number, asked.text, statement.level)
        case Scheme.PARTS:
            return (question.id, number, asked.text, pack.place_by_id[question.place].name)


def _choices(part: ModelPart) -> Iterator[Column]:
    levels = part.pack.scheme is Scheme.STREAMS
    for choice in _offered(part):
        name = choice_name(part, choice)
        told = (
            _("How many chose the text of level {level}.").format(level=choice.name)
            if levels
            else _("How many chose “{choice}” ({percent} % in means).").format(choice=name, percent=choice.percent)
        )
        yield Column(name, _width(name), told, Look.NUMBER)
    for choice in _offered(part):
        name = choice_name(part, choice)
        share = _("{choice}, share").format(choice=name)
        yield Column(
            share, _width(name), _("Share of the answers that are “{choice}”.").format(choice=name), Look.PERCENT
        )


def _mean(scheme: Scheme) -> Column:
    if scheme is Scheme.STREAMS:
        return Column(_("Mean level"), 10, _("Mean of the levels chosen. An index, not a level."), Look.INDEX)
    return Column(_("Mean"), 10, _("Mean of the answers' percentages."), Look.PERCENT)


def _mean_of(part: ModelPart, question: QuestionResult) -> float | None:
    if part.pack.scheme is not Scheme.STREAMS:
        return question.answers.mean_percent
    stream = next(stream for stream in part.result.streams if stream.id == question.place)
    return stream.suggestion.mean_level if stream.suggestion else None


def _note(part: ModelPart, question: QuestionResult, threshold: int) -> str | None:
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
    return " ".join(notes) or None


def _width(name: str) -> float:
    """Enough for the longest word of a choice, in bold and with a comma."""
    return max(9.0, 1.25 * max(map(len, name.split())) + 2.5)
