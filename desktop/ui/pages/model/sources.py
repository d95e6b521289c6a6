"""Where facts of a model come from, and with what of other models it speaks of the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from desktop.language import _
from desktop.model.maturity.pack import Pack, SourceNote
from desktop.model.maturity.refs import Ref
from desktop.model.planning.crosswalk import Bridge
from desktop.ui.pages.model.entries import Part
from desktop.ui.pages.model.html import heading, link
from desktop.ui.pages.model.where import end_text, locate


def sources_of(pack: Pack, target: str) -> str:
    """The notes on one part of a model; empty where there are none."""
    notes = [note for note in pack.sources if target in note.about]
    return heading(_("Where this comes from")) + sources(pack, notes) if notes else ""


def sources(pack: Pack, notes: Iterable[SourceNote]) -> str:
    """Notes on facts, the uncertain ones marked."""
    return "".join(f"<p>{_mark(note)}{escape(note.note)}{_about(pack, note)}</p>" for note in notes)


def same(pack: Pack, part: Part, target: str, bridges: Iterable[Bridge], packs: Mapping[str, Pack]) -> str:
    """With what of other models it speaks of the same; of a track, what its statements do as well.

    Args:
        pack: the model.
        part: what it is; only places and statements are linked.
        target: its id.
        bridges: the links between all models that can be read.
        packs: these models by id.
    """
    if part not in (Part.AREA, Part.STREAM, Part.TRACK, Part.STATEMENT, Part.GROUP):
        return ""
    wanted = target.partition("/")[0]
    found = [
        bridge
        for bridge in bridges
        if bridge.here.model == pack.id
        and wanted in {bridge.here.part, bridge.here.place if part is not Part.STATEMENT else ""}
    ]
    if not found:
        return ""
    lines = []
    for bridge in found:
        there = packs[bridge.there.model]
        name = end_text(there, bridge.there)
        to = link(str(Ref(there.id, bridge.there.part)), name)
        whose = escape(there.name)
        here = "" if bridge.here.part == wanted else f' <span class="small">({escape(bridge.here.part)})</span>'
        lines.append(
            f'<tr><td width="100%">{to} <span class="mute">{whose}</span>{here}<br>{escape(bridge.why)}</td></tr>'
        )
    table = f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(lines)}</table>'
    return heading(_("About the same thing as")) + table


def _mark(note: SourceNote) -> str:
    return "" if note.certain else f'<span class="uncertain">&nbsp;{escape(_("Uncertain"))}&nbsp;</span> '


def _about(pack: Pack, note: SourceNote) -> str:
    if not note.about:
        return ""
    ids = ", ".join(link(item) if locate(pack, item) else escape(item) for item in note.about)
    return f'<br><span class="small">{_("About {ids}").format(ids=ids)}</span>'
