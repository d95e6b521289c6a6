"""Formulas of the table of answers, and of what adds its rows up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.exchange.workbook.live.ties import Around, Formula, Live, Row
from desktop.model.maturity import Choice
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.scoring.publication import is_hidden

COUNT, SHARE = "count ", "share "
"""What the keys of the columns begin with that tell how often an answer was chosen."""

_BLANKS = ("answers.unanswered", "answers.does_not_apply", "answers.dont_know")


class Added(NamedTuple):
    """Answers of several questions added up, as formulas.

    Attributes:
        percents: the percentages of all answers.
        answers: how many there are.
    """

    percents: str
    answers: str


def answer_formulas(around: Around) -> tuple[Live, ...]:
    """Of questions: what the counts of their answers come to."""
    counts = _choices(around)
    return (
        Live("answers.asked", {"": ("answers.n", *_BLANKS)}, lambda _around: _asked),
        Live("answers.n", {"": counts}, _answered),
        *(Live(f"{SHARE}{count.removeprefix(COUNT)}", {"": (count, "answers.n")}, _share(count)) for count in counts),
        Live("answers.mean_percent", {"": ("answers.n", *counts)}, _mean_percent),
        Live("mean", {"": ("answers.n", *counts)}, _mean_level),
    )


def answers_added(own: str, place: str) -> tuple[Live, ...]:
    """Of areas, streams or tracks: the answers about them added up.

    Args:
        own: key of the column that names one.
        place: of the column of answers that names it likewise.
    """

    def number(around: Around) -> Formula:
        """Of what is not shown, how many there are; else of the questions that are shown."""
        answers, places = around.cells("answers", "answers.n"), around.cells("answers", place)
        shown = f',{around.cells("answers", _mean_of(around))},"<>"'
        return lambda row: f"=SUMIFS({answers},{places},{row(own)}{'' if is_hidden(row.item.answers) else shown})"

    def mean(around: Around) -> Formula:
        def formula(row: Row) -> str | None:
            total = added(around, place, row(own))
            return total and f"=ROUND(({total.percents})/({total.answers}),{row.places})"

        return formula

    return (
        Live("answers.n", {"": (own,), "answers": (place, "answers.n")}, number),
        Live("answers.mean_percent", {"": (own,), "answers": (place, "answers.mean_percent")}, mean),
    )


def added(around: Around, place: str, which: str) -> Added | None:
    """The answers about one place, or about each of several; None where questions have different scales.

    Args:
        around: what formulas can speak of.
        place: key of the column of answers that names a place.
        which: the cell that names one, or the cells.
    """
    choices = _one_scale(around)
    places = around.cells("answers", place)
    sums = [f"SUMIFS({around.cells('answers', COUNT + choice.id)},{places},{which})" for choice in choices]
    if not sums:
        return None
    weighted = [f"{choice.percent}*{chosen}" for choice, chosen in zip(choices, sums, strict=True)]
    return Added("+".join(weighted), "+".join(sums))


def _choices(around: Around) -> tuple[str, ...]:
    answers = around.places["answers"]
    return tuple(key for key in answers.letters if key.startswith(COUNT))


def _one_scale(around: Around) -> Sequence[Choice]:
    """The answers that every question offers alike."""
    assert around.part is not None
    scales = {each.scale.answers for each in asked_by_id(around.part.pack, around.part.scale.id).values()}
    return scales.pop() if len(scales) == 1 else ()


def _mean_of(around: Around) -> str:
    """The column that is empty where answers are hidden."""
    return next(key for key in ("answers.mean_percent", "mean") if around.places["answers"].has(key))


def _asked(row: Row) -> str | None:
    if any(row.shown(key) is None for key in _BLANKS):
        return None
    return f"={'+'.join(row(key) for key in ('answers.n', *_BLANKS))}"


def _answered(around: Around) -> Formula:
    first, *_others, last = _choices(around)
    return lambda row: f"=SUM({row(first)}:{row(last)})" if row.shown(_mean_of(around)) is not None else None


def _share(count: str) -> Callable[[Around], Formula]:
    return lambda _around: lambda row: f"=ROUND(100*{row(count)}/{row('answers.n')},{row.places})"


def _mean_percent(around: Around) -> Formula:
    assert around.part is not None
    asked = asked_by_id(around.part.pack, around.part.scale.id)

    def formula(row: Row) -> str:
        weighted = "+".join(f"{each.percent}*{row(COUNT + each.id)}" for each in asked[row.item.id].scale.answers)
        return f"=ROUND(({weighted})/{row('answers.n')},{row.places})"

    return formula


def _mean_level(around: Around) -> Formula:
    assert around.part is not None
    numbers = sorted(level.number for level in around.part.pack.levels)
    asked = asked_by_id(around.part.pack, around.part.scale.id)

    def formula(row: Row) -> str:
        """The lowest level's text is the last of the scale, whose best answer stands first."""
        offered = reversed(asked[row.item.id].scale.answers)
        weighted = "+".join(f"{number}*{row(COUNT + each.id)}" for number, each in zip(numbers, offered, strict=True))
        return f"=ROUND(({weighted})/{row('answers.n')},2)"

    return formula
