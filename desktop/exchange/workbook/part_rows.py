"""The sheet of all parts of a model with rules of its own, with answers, reasons and what they wait for."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.maturity.parts_pack import rules_of
from desktop.wording import part_results


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Parts"),
        _("Each part of the model in its order: what it is, why, what respondents suggest, and what it waits for."),
        (
            Column(_("Id"), 14, _("Its id in the model.")),
            Column(_("Under"), 14, _("The part it stands under.")),
            Column(_("Kind"), 14, _("What such a part is called.")),
            Column(_("Part"), 44, _("What it is called, or what is so when it is as it should be."), Look.STRONG),
            Column(_("Result"), 20, _("A grade, a number, or why there is none.")),
            Column(_("Number"), 10, _("The number of the result, to two decimals."), Look.DECIMAL),
            Column(_("Further measures"), 22, _("What the model tells beside the result.")),
            Column(_("Can become"), 14, _("What the result can still become while something is open.")),
            Column(_("Target"), 14, _("Its target, in its own units.")),
            Column(_("Gap"), 9, _("What is missing up to the target; 0 where it is reached."), Look.DECIMAL),
            Column(_("Survey suggests"), 30, _("What respondents suggest. The team decides.")),
            Column(_("Sources"), 10, _("How many different sources support its answer."), Look.NUMBER),
            Column(_("Waits for"), 26, _("The parts without which its result is not yet clear.")),
            Column(_("Why"), 60, _("What had a part in the result, in its order.")),
        ),
        Scheme.PARTS,
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each part."""
    book = rules_of(part.pack)
    known = {result.id: result for result in part.result.parts}
    for line in part_results.part_lines(part.pack, part.result):
        result, own = known[line.id], book.part_by_id[line.id]
        yield (
            line.id,
            own.parent,
            line.kind,
            own.name or own.text or own.label or own.id,
            line.stands,
            line.value,
            "\n".join(f"{name}: {stands}" for name, stands in line.measures) or None,
            line.between or None,
            line.target or None,
            line.gap,
            part_results.suggestion_text(result) or None,
            result.answer.sources if result.answer else None,
            ", ".join(result.missing) or None,
            " ".join(part_results.why(result, book)) or None,
        )
