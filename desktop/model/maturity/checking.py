"""Whether a pack makes sense: ids, levels, references, and what its scheme asks of its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.checking_criteria import criteria
from desktop.model.maturity.checking_settings import check_settings
from desktop.model.maturity.checking_staged import staged
from desktop.model.maturity.checking_streams import streams
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, level_reference, reference, references
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.pack import CONTENT, CheckItem, Guidance, Pack

_CONTENT = ByScheme[Callable[[Pack], Iterator[Finding]]](
    staged=staged, streams=streams, criteria=criteria, parts=lambda _pack: iter(())
)
"""Packs that say their rules themselves are checked by `desktop.model.vetting`."""


def findings(pack: Pack) -> Iterator[Finding]:
    """Everything in a well-formed pack that contradicts itself or cannot be scored."""
    for key in ("levels", *CONTENT.of(pack).needed):
        if not getattr(pack, key):
            yield finding((key,), FaultCode.LIST_EMPTY, key=key)
    yield from _ids(pack)
    yield from _levels(pack)
    known = frozenset(part_id for _place, part_id in (*_outer_ids(pack), *_inner_ids(pack)))
    for index, note in enumerate(pack.sources):
        yield from references(note.about, known, ("sources", index, "about"), "anything")
    yield from _CONTENT.of(pack)(pack)
    yield from check_settings(pack)
    if pack.guidance is not None:
        yield from _guidance(pack, pack.guidance)
    yield from _crosswalk(pack)
    yield from checklist_twice(pack.checklist)


def _ids(pack: Pack) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, part_id in (*_outer_ids(pack), *_inner_ids(pack)):
        if part_id in seen:
            yield finding(place, FaultCode.ID_TWICE, id=part_id)
        seen.add(part_id)


def _outer_ids(pack: Pack) -> Iterator[tuple[Place, str]]:
    for key in ("categories", "features", "scales", "areas", "streams", "tracks", "caps"):
        for index, part in enumerate(getattr(pack, key)):
            yield (key, index, "id"), part.id


def _inner_ids(pack: Pack) -> Iterator[tuple[Place, str]]:
    for index, area in enumerate(pack.areas):
        for key in ("goals", "practices", "questions"):
            for at, part in enumerate(getattr(area, key)):
                yield ("areas", index, key, at, "id"), part.id
    for index, stream in enumerate(pack.streams):
        yield ("streams", index, "question", "id"), stream.question.id
        for number, cell in enumerate(stream.cells):
            for key in ("practices", "outcomes", "metrics"):
                for at, part in enumerate(getattr(cell, key)):
                    yield ("streams", index, "cells", number, key, at, "id"), part.id
    for index, track in enumerate(pack.tracks):
        for at, statement in enumerate(track.statements):
            yield ("tracks", index, "statements", at, "id"), statement.id


def checklist_twice(items: Sequence[CheckItem]) -> Iterator[Finding]:
    """Items of a checklist whose id another has."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            yield finding(("checklist", index, "id"), FaultCode.ID_TWICE, id=item.id)
        seen.add(item.id)


def _levels(pack: Pack) -> Iterator[Finding]:
    for index, level in enumerate(pack.levels):
        if level.number != index + 1:
            yield finding(("levels", index, "number"), FaultCode.LEVEL_ORDER, number=level.number, expected=index + 1)
            break


def _guidance(pack: Pack, guidance: Guidance) -> Iterator[Finding]:
    if not guidance.notes:
        yield finding(("guidance", "notes"), FaultCode.LIST_EMPTY, key="notes")
    if guidance.target is not None:
        yield from level_reference(pack, guidance.target, ("guidance", "target"))
    for index, warning in enumerate(guidance.warnings):
        yield from level_reference(pack, warning.level, ("guidance", "warnings", index, "level"))


def _crosswalk(pack: Pack) -> Iterator[Finding]:
    known = frozenset(pack.place_by_id) | frozenset(pack.statement_by_id)
    seen: set[tuple[str, str]] = set()
    for index, link in enumerate(pack.crosswalk):
        place: Place = ("crosswalk", index)
        if link.origin not in known:
            yield reference(link.origin, known, (*place, "from"), "origins")
        if link.model == pack.id:
            yield finding((*place, "model"), FaultCode.LINK_SELF, id=link.model)
        if (link.origin, link.model) in seen:
            yield finding(place, FaultCode.LINK_TWICE, id=link.origin, model=link.model)
        seen.add((link.origin, link.model))
        if not link.to:
            yield finding((*place, "to"), FaultCode.LIST_EMPTY, key="to")
        yield from references(link.to, frozenset(link.to), (*place, "to"), "anything")
