"""The sheet of answers, question by question, without respondents."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.areas import agreement, blanks
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _
from desktop.model.maturity import Choice, Scale
from desktop.model.scoring.publication import is_hidden
from desktop.model.scoring.results import AnswerStatistics


def guide(scale: Scale, threshold: int) -> Guide:
    """What the sheet and its columns mean.

    Args:
        scale: the answer scale in use.
        threshold: the smallest group whose answers are shown.
    """
    return Guide(
        _("Questionnaire"),
        _(
            "Each question with how its answers spread. Questions answered by fewer than {threshold} people are "
            "hidden, and so are others from which their answers could be worked out."
        ).format(threshold=threshold),
        (
            Column(_("Area"), 8, _("The area's short name; its full name stands on the sheet Areas.")),
            Column(_("Id"), 11, _("The question's short name in the model.")),
            Column(_("Question"), 42, _("What was asked.")),
            Column(_("Informs"), 14, _("The goals and practices it says something about.")),
            Column(_("Asked"), 8, _("How many people the question was put to."), Look.NUMBER),
            Column(_("Answers"), 11, _("How many answered it, blanks left out."), Look.NUMBER),
            *(
                Column(
                    choice.name,
                    _width(choice),
                    _("How many chose “{choice}” ({percent} % in means).").format(
                        choice=choice.name, percent=choice.percent
                    ),
                    Look.NUMBER,
                )
                for choice in scale.answers
            ),
            *(
                Column(
                    _("{choice}, share").format(choice=choice.name),
                    _width(choice),
                    _("Share of the answers that are “{choice}”.").format(choice=choice.name),
                    Look.PERCENT,
                )
                for choice in scale.answers
            ),
            Column(_("Unanswered"), 14, _("How many made no choice."), Look.NUMBER),
            Column(_("Does not apply"), 10, _("How many chose that. It enters no mean."), Look.NUMBER),
            Column(_("Don't know"), 9, _("How many chose that. It enters no mean."), Look.NUMBER),
            Column(_("Mean"), 10, _("Mean of the answers' percents."), Look.PERCENT),
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
    )


def rows(part: ModelPart, threshold: int) -> Iterator[tuple[Value, ...]]:
    """A row for each question, in the model's order."""
    choices = [choice.id for choice in part.scale.answers]
    for question in part.result.questions:
        area, known = part.pack.question_by_id[question.id]
        answers = question.answers
        spread: tuple[Value, ...] = (
            (*(answers.counts[choice] for choice in choices), *(answers.shares[choice] for choice in choices))
            if answers.n and not is_hidden(answers)
            else (None,) * (2 * len(choices))
        )
        yield (
            area.id,
            question.id,
            known.text,
            ", ".join(known.informs),
            answers.asked,
            answers.n,
            *spread,
            *blanks(part, answers),
            answers.mean_percent,
            answers.consensus,
            agreement(answers),
            _note(answers, threshold),
        )


def _note(answers: AnswerStatistics, threshold: int) -> str | None:
    if not answers.asked and not answers.n:
        return _("Not asked.")
    if is_hidden(answers):
        if answers.n < threshold:
            return _("Hidden: fewer than {threshold} answers.").format(threshold=threshold)
        return _("Hidden: would give away the answers of a smaller group.")
    notes = []
    if answers.bimodal:
        notes.append(_("Two camps: many at either end."))
    if answers.coverage_weak:
        notes.append(_("Many don't know: coverage is weak."))
    return " ".join(notes) or None


def _width(choice: Choice) -> float:
    """Enough for the longest word of the choice, in bold and with a comma."""
    return max(9.0, 1.25 * max(map(len, choice.name.split())) + 2.5)
