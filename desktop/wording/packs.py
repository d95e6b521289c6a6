"""What a maturity model holds, in the words of its scheme."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _, ngettext
from desktop.model.maturity.shelf import PackSummary
from desktop.model.maturity.vocabulary import Scheme

_PLACE: Mapping[Scheme, str] = {
    Scheme.STAGED: N_("Key process area"),
    Scheme.STREAMS: N_("Stream"),
    Scheme.CRITERIA: N_("Track"),
    Scheme.PARTS: N_("Part"),
}

_PLACES: Mapping[Scheme, str] = {
    Scheme.STAGED: N_("Key process areas"),
    Scheme.STREAMS: N_("Streams"),
    Scheme.CRITERIA: N_("Tracks"),
    Scheme.PARTS: N_("Parts"),
}


def place_word(scheme: Scheme) -> str:
    """What the scheme calls a place that is judged."""
    return _(_PLACE[scheme])


def places_word(scheme: Scheme) -> str:
    """What the scheme calls its places together."""
    return _(_PLACES[scheme])


def counts(summary: PackSummary) -> str:
    """How much a model holds, e.g. “9 streams · 45 level texts · 61 practices · 49 outcomes · 66 metrics”."""
    parts: tuple[str, ...]
    match summary.scheme:
        case Scheme.STAGED:
            parts = (
                places(summary.scheme, summary.areas),
                ngettext("{count} goal", "{count} goals", summary.goals).format(count=summary.goals),
                _practices(summary.practices),
                questions(summary.questions),
            )
        case Scheme.STREAMS:
            parts = (
                places(summary.scheme, summary.areas),
                ngettext("{count} level text", "{count} level texts", summary.cells).format(count=summary.cells),
                _practices(summary.practices),
                ngettext("{count} outcome", "{count} outcomes", summary.outcomes).format(count=summary.outcomes),
                ngettext("{count} metric", "{count} metrics", summary.metrics).format(count=summary.metrics),
            )
        case Scheme.CRITERIA:
            parts = (
                places(summary.scheme, summary.areas),
                ngettext("{count} statement", "{count} statements", summary.questions).format(count=summary.questions),
            )
            if summary.caps:
                parts = (*parts, ngettext("{count} cap", "{count} caps", summary.caps).format(count=summary.caps))
        case Scheme.PARTS:
            parts = (places(summary.scheme, summary.areas), questions(summary.questions))
    return " · ".join(parts)


def offer(summary: PackSummary) -> str:
    """What one sees of a model before choosing it: its places and what a participant is asked."""
    return _("{name}: {places}, {questions}").format(
        name=summary.name, places=places(summary.scheme, summary.areas), questions=questions(summary.questions)
    )


def places(scheme: Scheme, count: int) -> str:
    """So many areas, streams or tracks."""
    match scheme:
        case Scheme.STAGED:
            text = ngettext("{count} key process area", "{count} key process areas", count)
        case Scheme.STREAMS:
            text = ngettext("{count} stream", "{count} streams", count)
        case Scheme.CRITERIA:
            text = ngettext("{count} track", "{count} tracks", count)
        case Scheme.PARTS:
            text = ngettext("{count} part", "{count} parts", count)
    return text.format(count=count)


def levels(count: int) -> str:
    """So many levels."""
    return ngettext("{count} level", "{count} levels", count).format(count=count)


def questions(count: int) -> str:
    """So many questions."""
    return ngettext("{count} question", "{count} questions", count).format(count=count)


def _practices(count: int) -> str:
    return ngettext("{count} practice", "{count} practices", count).format(count=count)
