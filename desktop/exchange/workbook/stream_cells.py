"""The sheet of cells: each stream at each level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _
from desktop.model.maturity import Item, Metric, Scheme
from desktop.wording import names


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Cells"),
        _("Each stream at each level: how things stand there, what is done, what to expect and what to measure."),
        (
            Column(_("Id"), 8, _("The stream's short name in the model.")),
            Column(_("Stream"), 20, _("The stream."), Look.STRONG),
            Column(_("Level"), 8, _("The level."), Look.CENTRE),
            Column(_("How things stand"), 42, _("The text of the level, as people could choose it.")),
            Column(
                _("State"),
                13,
                _("Reached up to the level of the stream; still to reach above it, up to the target."),
            ),
            Column(_("Ticked"), 9, _("How many of its practices are ticked."), Look.NUMBER),
            Column(_("Practices"), 11, _("How many practices it has."), Look.NUMBER),
            Column(_("Practices ticked"), 40, _("Practices that the team says are done.")),
            Column(_("Practices not ticked"), 40, _("The other practices.")),
            Column(_("Outcomes"), 38, _("What to expect of the practices.")),
            Column(
                _("Metrics"),
                46,
                _("What shows whether they work: name, unit, which way is better, and how to measure."),
            ),
        ),
        Scheme.STREAMS,
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each level of each stream, in the model's order."""
    for stream in part.result.streams:
        for cell in part.pack.stream_by_id[stream.id].cells:
            done = [practice for practice in cell.practices if practice.id in part.ticks]
            open_ = [practice for practice in cell.practices if practice.id not in part.ticks]
            wanted = stream.target is not None and cell.level <= stream.target
            yield (
                stream.id,
                stream.name,
                cell.level,
                cell.text,
                _("reached") if stream.rated and cell.level <= stream.level else _("to reach") if wanted else None,
                len(done),
                len(cell.practices),
                _lines(done),
                _lines(open_),
                _lines(cell.outcomes),
                "\n".join(map(_metric, cell.metrics)) or None,
            )


def _lines(items: Iterable[Item]) -> str | None:
    return "\n".join(_("{id} {name}").format(id=item.id, name=item.text) for item in items) or None


def _metric(metric: Metric) -> str:
    return _("{id} {name} ({unit}; {direction}): {how}").format(
        id=metric.id,
        name=metric.name,
        unit=metric.unit,
        direction=names.name(metric.direction).lower(),
        how=metric.how,
    )
