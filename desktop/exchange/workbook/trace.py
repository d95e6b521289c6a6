"""The sheet that answers “why?”: every result with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.table import Column, Table
from desktop.exchange.workbook.guide import Look
from desktop.exchange.workbook.page import INDENT, Page, RowFormat
from desktop.language import _
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.own_rules import part_trace
from desktop.model.scoring.results import Trace
from desktop.wording import traces
from desktop.wording.forms import question_number

_DEEPEST = 4
_ABOUT, _WHY = 16.0, 130.0
_OPEN = 1
"""Lines further in are folded away until somebody opens them."""

_LOOKS = (Look.STRONG, Look.INDENT_1, Look.INDENT_2, Look.INDENT_3, Look.INDENT_4)


def table(part: ModelPart) -> Table[tuple[int, str | None, str]]:
    """What stands above its lines; they are written one by one, each folded under what it supports."""
    return Table(
        _("Trace"),
        _(
            "Why each result is what it is: first the level, then each area, stream or track with what it rests "
            "on. The + signs in the left margin unfold practices, statements, caps, suggestions and questions."
        ),
        (
            Column(
                "about",
                _("About"),
                _ABOUT,
                _("Short name of what the line is about, as on the other sheets; the number of a question."),
            ),
            Column(
                "why",
                _("Why"),
                _WHY,
                _("The rule and the numbers that decide. What a line rests on stands indented below it."),
            ),
        ),
        (),
        lambda _line: Ref(part.pack.id, WHOLE),
    )


def write(page: Page, part: ModelPart) -> None:
    """Write a line for each trace, the reasons folded under what they support."""
    for indent, about, words in lines(part):
        row, looks = (about, words), (Look.MUTE, _LOOKS[indent])
        widths = (_ABOUT, _WHY - indent * 2 * INDENT)
        page.table_row(row, looks, widths, RowFormat(indent=indent, hidden=indent > _OPEN))


def lines(part: ModelPart) -> Iterator[tuple[int, str | None, str]]:
    """Indent, what the line is about, and the line."""
    result = part.result
    yield 0, None, traces.sentence(result.level.trace, part.pack, part.numbers)
    for group in (*result.levels, *result.categories):
        if group.in_place_percent is not None:
            yield 0, group.id, traces.sentence(group.trace, part.pack, part.numbers)
    places = (
        *(place.trace for place in result.places),
        *(part_trace(part) for part in result.parts),
    )
    for place in places:
        for indent, trace, words in traces.walk(place, _DEEPEST, part.pack, part.numbers, part.coverage):
            yield indent, _about(trace, part), words


def _about(trace: Trace, part: ModelPart) -> str:
    """The short name of what a trace is about; a question has its number."""
    if "question" in trace.facts:
        number = part.numbers.get(str(trace.facts["question"]))
        return question_number(number) if number else ""
    return str(next(iter(trace.facts.values()), ""))
