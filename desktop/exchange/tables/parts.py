"""The tables of the parts of a model with rules of its own."""

from __future__ import annotations

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.own_rules import part_trace
from desktop.model.scoring.results import ModelResult
from desktop.wording import part_results
from desktop.wording.part_results import PartLine

FEWEST, MOST = 2, 16
"""So many parts make a picture: where the whole has fewer beneath it, those beneath these are shown."""
_IN = "    "


def parts(part: ScoredModel) -> Table[PartLine]:
    """A row for each part, each below the one it stands under; none for a model that follows a scheme."""
    known = {result.id: result for result in part.result.parts}
    return Table(
        _("Parts"),
        _("Each part of the model in its order: what it is, why, what respondents suggest, and what it waits for."),
        (
            Column("id", _("Id"), 14, _("Its id in the model.")),
            Column(
                "under",
                _("Under"),
                14,
                _("The part it stands under."),
                read=lambda line: rules_of(part.pack).part_by_id[line.id].parent,
            ),
            Column("kind", _("Kind"), 14, _("What such a part is called.")),
            Column(
                "title",
                _("Part"),
                50,
                _("Its numbering in the model, and what it is called or what is so when it is as it should be."),
                Kind.NAME,
            ),
            Column("stands", _("Result"), 20, _("A grade, a number, or why there is none.")),
            Column("value", _("Number"), 10, _("The number of the result, to two decimals."), Kind.DECIMAL),
            Column(
                "measures",
                _("Further measures"),
                22,
                _("What the model tells beside the result."),
                read=lambda line: "\n".join(f"{name}: {stands}" for name, stands in line.measures),
            ),
            Column("between", _("Can become"), 14, _("What the result can still become while something is open.")),
            Column("target", _("Target"), 14, _("Its target, in its own units.")),
            Column("gap", _("Gap"), 9, _("What is missing up to the target; 0 where it is reached."), Kind.DECIMAL),
            Column(
                "suggestion",
                _("Survey suggests"),
                30,
                _("What respondents suggest. The team decides."),
                read=lambda line: part_results.suggestion_text(known[line.id]),
            ),
            Column(
                "sources",
                _("Sources"),
                10,
                _("How many different sources support its answer."),
                Kind.COUNT,
                lambda line: answer.sources if (answer := known[line.id].answer) else None,
            ),
            Column(
                "missing",
                _("Waits for"),
                26,
                _("The parts without which its result is not yet clear."),
                read=lambda line: known[line.id].missing,
            ),
            Column(
                "why",
                _("Why"),
                60,
                _("What had a part in the result, in its order."),
                read=lambda line: " ".join(part_results.why(known[line.id], rules_of(part.pack))),
            ),
        ),
        part_results.part_lines(part.pack, part.result) if known else [],
        lambda line: Ref(part.pack.id, line.id),
        lambda line: part_trace(known[line.id]),
        (
            Column(
                "indented",
                _("Part"),
                50,
                _("Its numbering in the model, and what it is called."),
                Kind.NAME,
                lambda line: f"{_IN * line.depth}{line.title}",
            ),
            Column(
                "reached",
                _("Reached"),
                14,
                _("Its place on the span from the least to the most that the part could be. A share, not a level."),
                Kind.PERCENT,
                lambda line: part_results.percent_of(known[line.id], known[line.id].result.point),
            ),
            Column(
                "wanted",
                _("Target reached at"),
                14,
                _("The place of the target on that span."),
                Kind.PERCENT,
                lambda line: part_results.percent_of(known[line.id], known[line.id].target),
            ),
        ),
    )


def parts_in_scope(part: ScoredModel) -> Table[PartLine]:
    """The same with the parts alone that take part."""
    found = parts(part)
    return found.of([line for line in found.rows if not line.closed])


def main_parts(part: ScoredModel) -> Table[PartLine]:
    """The same with those alone that tell most at a glance."""
    found, shown = parts(part), {main.id for main in main_of(part.pack, part.result)}
    return found.of([line for line in found.rows if line.id in shown])


def main_of(pack: Pack, result: ModelResult) -> list[PartResult]:
    """The parts that tell most at a glance: those under the whole, or, where these are few, those under them."""
    if not result.parts:
        return []
    book = rules_of(pack)
    known = {each.id: each for each in result.parts}
    found = list(book.children[book.root.id])
    while len(found) < FEWEST:
        deeper = [child for each in found for child in book.children[each.id] or (each,)]
        if len(deeper) == len(found) or len(deeper) > MOST:
            break
        found = deeper
    return [known[each.id] for each in found if not part_results.closed(known[each.id])]
