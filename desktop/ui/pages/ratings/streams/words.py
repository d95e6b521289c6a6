"""How streams stand, in words."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.model.scoring.results import ModelResult, StreamResult
from desktop.ui.pages.ratings.streams.snapshot import Snapshot
from desktop.wording import names, outcome


def index(value: float) -> str:
    """An index of levels, which is no level."""
    return _("index {value}").format(value=names.index(value))


def standing(stream: StreamResult) -> str:
    """The level of a stream and where it comes from."""
    if stream.excluded is not None:
        return outcome.stands(stream)
    if not stream.rated:
        return _("not rated; level {level} is where everybody starts").format(level=stream.level)
    if not stream.chosen:
        return _("level {level}, from the ticks").format(level=stream.level)
    return _("level {level}, chosen by the team").format(level=stream.level)


def line(stream: StreamResult) -> str:
    """All of a stream's result in one line."""
    parts = [_("{name}: {standing}").format(name=stream.name, standing=standing(stream))]
    if stream.index is not None:
        parts.append(index(stream.index))
    if stream.gap is not None:
        parts.append(gap(stream.gap, stream.weighted_gap or 0))
    return " · ".join(parts)


def gap(plain: int, weighted: int) -> str:
    """A gap with its weight."""
    if not plain:
        return _("no gap")
    return _("gap {gap}, weighted {weighted}").format(gap=plain, weighted=weighted)


def gaps(result: ModelResult) -> str:
    """The gaps of all streams together, empty while nothing is wanted."""
    wanted = [stream for stream in result.streams if stream.gap is not None]
    if not wanted:
        return ""
    return ngettext("{count} target: {gap}", "{count} targets: {gap}", len(wanted)).format(
        count=len(wanted),
        gap=gap(sum(stream.gap or 0 for stream in wanted), sum(stream.weighted_gap or 0 for stream in wanted)),
    )


def answers(stream: StreamResult) -> str:
    """What respondents say, in short."""
    found = stream.suggestion
    if found is None:
        return _("no answers")
    return _("answers: {mean}, n {n}").format(mean=names.index(found.mean_level), n=found.n)


def beneath(snapshot: Snapshot, stream: str) -> str:
    """What stands under a stream's name."""
    found = snapshot.streams[stream]
    return answers(found) if found.excluded is None else outcome.stands(found)
