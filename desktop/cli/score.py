"""`score`: levels of models and of their areas, streams or tracks, the answers' statistics, gaps, and why."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from desktop.cli.console import Console
from desktop.cli.reading import opened, opened_to_note
from desktop.cli.scores import model_content
from desktop.exchange.deliverable import release
from desktop.language import _
from desktop.model.maturity import Pack, Scheme
from desktop.model.planning.gaps import gaps, whole
from desktop.model.scoring.inputs import Given
from desktop.model.scoring.results import ModelResult
from desktop.wording import names, outcome, part_results, planning
from desktop.wording.names import percent


def run(arguments: Namespace, console: Console) -> int:
    """Score every model in use; with ``--public``, note in the file what is shown of the answers."""
    if arguments.public:
        with opened_to_note(arguments.file, arguments.author, console) as assessment:
            outside = {part.pack.id: part.result for part in release(assessment).models}
    with opened(arguments.file, console) as assessment:
        scored = [
            _Scored(
                in_use.pack,
                assessment.models.numbers(in_use.id),
                assessment.results.of(in_use.id),
                assessment.results.given(in_use.id),
            )
            for in_use in assessment.models.all()
        ]
    if arguments.public:
        scored = [replace(each, result=outside[each.pack.id]) for each in scored]
    console.result({"models": [_content(each) for each in scored]})
    if console.json:
        return 0
    for each in scored:
        for line in _summary(each):
            console.say(line)
    if not scored:
        console.tell(_("The assessment uses no model yet."))
    return 0


class _Scored(Struct, frozen=True):
    """A model with the numbers of its questions, its result and what it was scored from."""

    pack: Pack
    numbers: Mapping[str, int]
    result: ModelResult
    given: Given


def _content(scored: _Scored) -> dict[str, object]:
    found = gaps(scored.given, scored.result)
    return model_content(scored.result, scored.pack, scored.numbers, whole(scored.given, scored.result), found)


def _summary(scored: _Scored) -> Iterator[str]:
    pack, result = scored.pack, scored.result
    standing = outcome.standing(result, pack)
    headline = standing if result.parts else outcome.headline(result.level, pack)
    yield f"{pack.name} {pack.version}"
    yield headline
    if standing != headline:
        yield standing
    yield outcome.why(result.level, pack)
    if result.level.blockers:
        yield ""
        yield _("What blocks the next level:")
        yield from (f"  {outcome.blocker_text(blocker, pack)}" for blocker in result.level.blockers)
    yield ""
    match pack.scheme:
        case Scheme.STAGED:
            yield from _staged(result)
        case Scheme.STREAMS:
            yield from _streams(result)
        case Scheme.CRITERIA:
            yield from _tracks(result)
        case Scheme.PARTS:
            yield from _parts(result, pack)
    yield ""
    wanted = [gap for gap in gaps(scored.given, result) if gap.gap]
    if wanted:
        yield _("Gaps, the largest first:")
        yield from (
            _("  {name}: {text}").format(name=planning.place_name(gap.place, pack), text=planning.gap_text(gap))
            for gap in wanted
        )
        yield ""


def _staged(result: ModelResult) -> Iterator[str]:
    yield from _table(
        [_("Category"), _("Satisfied"), _("Rated"), _("Answers")],
        [
            [group.name, f"{group.satisfied} / {group.areas}", str(group.rated), percent(group.mean_percent)]
            for group in result.categories
        ],
    )
    yield ""
    yield from _table(
        [_("Level"), _("Key process area"), _("Rating"), _("In place"), _("n"), _("Mean"), _("Consensus")],
        [
            [
                str(area.level),
                f"{area.id} {area.name}",
                names.name(area.rating),
                percent(area.in_place_percent),
                str(area.answers.n),
                percent(area.answers.mean_percent),
                names.consensus_index(area.answers.consensus),
            ]
            for area in result.areas
        ],
    )


def _streams(result: ModelResult) -> Iterator[str]:
    yield from _table(
        [_("Stream"), _("Level"), _("Index"), _("Target"), _("Gap"), _("n"), _("Mean level"), _("Consensus")],
        [
            [
                f"{stream.id} {stream.name}",
                str(stream.level) if stream.rated else outcome.stands(stream),
                names.index(stream.index),
                _number(stream.target),
                _number(stream.gap),
                str(stream.answers.n),
                names.index(stream.suggestion.mean_level if stream.suggestion else None),
                names.consensus_index(stream.answers.consensus),
            ]
            for stream in result.streams
        ],
    )


def _tracks(result: ModelResult) -> Iterator[str]:
    yield from _table(
        [_("Track"), _("Level"), _("By statements alone"), _("Target"), _("Gap"), _("n"), _("Mean"), _("Blocked by")],
        [
            [
                track.name,
                str(track.level) if track.excluded is None else outcome.stands(track),
                str(track.uncapped) if track.excluded is None else "–",
                _number(track.target),
                _number(track.gap),
                str(track.answers.n),
                percent(track.answers.mean_percent),
                ", ".join((*track.caps, *track.stopping)) or "–",
            ]
            for track in result.tracks
        ],
    )


def _parts(result: ModelResult, pack: Pack) -> Iterator[str]:
    yield from _table(
        [_("Part"), _("Kind"), _("Result"), _("Can become"), _("Target"), _("Gap"), _("Waits for")],
        [
            [
                f"{'  ' * line.depth}{line.title}",
                line.kind,
                "; ".join([line.stands, *(f"{name} {stands}" for name, stands in line.measures)]),
                line.between or "–",
                line.target or "–",
                "–" if line.gap is None else f"{line.gap:g}",
                str(line.missing or "–"),
            ]
            for line in part_results.part_lines(pack, result)
        ],
    )


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _table(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    """Columns as wide as their widest cell."""
    widths = [max(len(row[column]) for row in [headings, *rows]) for column in range(len(headings))]
    for row in [headings, *rows]:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
