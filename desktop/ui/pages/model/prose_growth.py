"""What models of streams and of tracks say, laid out for reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from desktop.language import _, pgettext
from desktop.model.maturity.pack import Cap, Cell, Item, Metric, Pack, Statement, Stream
from desktop.model.maturity.parts import cell_id
from desktop.model.planning.origins import find_cell
from desktop.ui.pages.model.entries import question_label
from desktop.ui.pages.model.html import bullets, head, heading, link, named, paragraph, rows, with_remark
from desktop.ui.pages.model.sources import sources_of
from desktop.ui.pages.model.where import stream_questions
from desktop.wording import names


def stream_page(pack: Pack, target: str, same: str) -> str:
    """A stream with its question and the text of each level."""
    stream = pack.stream_by_id[target]
    return "".join(
        (
            head(_("Stream {id}").format(id=escape(stream.id)), stream.name),
            paragraph(stream.summary),
            same,
            heading(_("What respondents are asked")),
            paragraph(stream.question.text),
            heading(_("How it grows")),
            _texts(pack, stream),
            sources_of(pack, target),
        )
    )


def cell_page(pack: Pack, target: str, _same: str) -> str:
    """A level of a stream: the text to answer with, practices, outcomes and metrics."""
    found = find_cell(pack, target.partition("/")[0])
    assert found is not None
    stream, cell = found
    place = _("{id} · a level of {stream}").format(
        id=escape(target.partition("/")[0]), stream=link(stream.id, stream.name)
    )
    return "".join(
        (
            head(place, _level_name(pack, cell.level)),
            paragraph(cell.text),
            paragraph(_("Respondents choose this text when it fits best."), "small"),
            _items(_("Practices to put in place"), cell.practices),
            _items(_("Outcomes to expect"), cell.outcomes),
            heading(_("Metrics that show whether it works")) + _metrics(cell.metrics) if cell.metrics else "",
            sources_of(pack, target),
        )
    )


def item_page(pack: Pack, target: str, _same: str) -> str:
    """A practice or an outcome of a cell, with the rest of its level."""
    stream, cell, item = pack.item_by_id[target]
    kind = _("Practice {id}") if item in cell.practices else _("Outcome {id}")
    others = [one for one in (*cell.practices, *cell.outcomes) if one.id != target]
    return "".join(
        (
            head(f"{escape(kind.format(id=item.id))} · {_of_cell(stream, cell)}", item.text, "long"),
            _items(_("At the same level"), others),
            heading(_("Metrics that show whether it works")) + _metrics(cell.metrics) if cell.metrics else "",
        )
    )


def metric_page(pack: Pack, target: str, _same: str) -> str:
    """A metric: unit, which way is better, how it is measured, and what it shows."""
    stream, cell, metric = pack.metric_by_id[target]
    facts = (
        (escape(pgettext("of a measure", "Unit")), escape(metric.unit)),
        (escape(_("Direction")), escape(names.name(metric.direction))),
        (escape(_("How")), escape(metric.how)),
    )
    return "".join(
        (
            head(f"{escape(_('Metric {id}').format(id=metric.id))} · {_of_cell(stream, cell)}", metric.name),
            rows(facts),
            _items(_("Practices it can show the effect of"), cell.practices),
        )
    )


def stream_question_page(pack: Pack, target: str, _same: str, numbers: Mapping[str, int]) -> str:
    """The question of a stream with the texts to choose from."""
    stream_id, question = stream_questions(pack)[target]
    stream = pack.stream_by_id[stream_id]
    place = _("{question} of {area}").format(
        question=question_label(target, numbers), area=link(stream.id, stream.name)
    )
    return "".join(
        (
            head(place, question.text, "long"),
            heading(_("Texts to choose from")),
            _texts(pack, stream),
            paragraph(_("Besides, one can say that it does not apply or that one does not know."), "mute"),
        )
    )


def track_page(pack: Pack, target: str, same: str) -> str:
    """A track with all its statements, and what holds it down."""
    track = pack.track_by_id[target]
    caps = pack.caps_on(target)
    return "".join(
        (
            head(escape(_("Track")), track.name),
            paragraph(track.summary),
            *(heading(_level_name(pack, level.number)) + _statements(track.at(level.number)) for level in pack.levels),
            heading(_("What caps it, whatever else is met")) + _caps(pack, caps) if caps else "",
            same,
            sources_of(pack, target),
        )
    )


def rung_page(pack: Pack, target: str, _same: str) -> str:
    """A level of a track: its statements with all detail."""
    track_id, _dash, number = target.rpartition("-")
    track, level = pack.track_by_id[track_id], int(number)
    place = _("A level of {track}").format(track=link(track.id, track.name))
    return "".join(
        (
            head(place, _level_name(pack, level)),
            paragraph(pack.level(level).summary),
            heading(_("Statements to be met")),
            _statements(track.at(level), sourced=True),
        )
    )


def statement_page(pack: Pack, target: str, same: str) -> str:
    """A statement: what to look for, where it comes from, which caps wait for it."""
    track, statement = pack.statement_by_id[target]
    caps = [cap for cap in pack.caps if target in cap.unless]
    rung = link(cell_id(track.id, statement.level), _("level {number}").format(number=statement.level))
    place = _("Statement {id} of {track}, {level}").format(
        id=escape(target), track=link(track.id, track.name), level=rung
    )
    return "".join(
        (
            head(place, statement.text, "long"),
            paragraph(statement.detail) if statement.detail else "",
            heading(_("Caps that apply until it is met")) + _caps(pack, caps) if caps else "",
            same,
            heading(_("Where this comes from")) + paragraph(statement.source) if statement.source else "",
            sources_of(pack, target),
        )
    )


def caps_page(pack: Pack, _target: str, _same: str) -> str:
    """All caps."""
    return "".join(
        (
            head(escape(pack.name), _("Caps")),
            paragraph(_("A cap keeps tracks at a level, whatever else is met, until certain statements are met.")),
            _caps(pack, pack.caps),
        )
    )


def cap_page(pack: Pack, target: str, _same: str) -> str:
    """One cap with its reason and the statements that lift it."""
    cap = pack.cap_by_id[target]
    statements = [pack.statement_by_id[item][1] for item in cap.unless]
    return "".join(
        (
            head(escape(_("Cap {id}").format(id=cap.id)), cap.reason, "long"),
            f"<p>{_holds(pack, cap)}</p>",
            heading(_("It applies until these are met")),
            _statements(statements, sourced=True),
        )
    )


def level_body(pack: Pack, number: int) -> str:
    """What streams or tracks say at a level."""
    streams = "".join(
        heading(stream.name) + rows([(link(cell_id(stream.id, number)), escape(stream.cell(number).text))])
        for stream in pack.streams
    )
    tracks = "".join(heading(track.name) + _statements(track.at(number)) for track in pack.tracks)
    return streams + tracks


def guidance(pack: Pack) -> str:
    """What the sources advise, with the cautions; empty where they advise nothing."""
    if pack.guidance is None:
        return ""
    given = pack.guidance
    target = ""
    if given.target is not None:
        text = _("Recommended target: {level}").format(level=_level_name(pack, given.target))
        target = f"<p><b>{escape(text)}</b></p>"
    return (
        heading(_("Guidance"))
        + target
        + bullets(given.notes)
        + "".join(caution(pack, warning.level) for warning in given.warnings)
    )


def caution(pack: Pack, level: int) -> str:
    """What speaks against a level as the target; empty where nothing does."""
    warnings = pack.guidance.warnings if pack.guidance is not None else ()
    mark = f'<span class="uncertain">&nbsp;{escape(_("Caution"))}&nbsp;</span>'
    return "".join(
        f"<p>{mark} <b>{escape(_level_name(pack, level))}</b><br>{escape(warning.text)}</p>"
        for warning in warnings
        if warning.level == level
    )


def _texts(pack: Pack, stream: Stream) -> str:
    return rows(
        (link(cell_id(stream.id, cell.level)), named(_level_name(pack, cell.level), cell.text)) for cell in stream.cells
    )


def _items(title: str, items: Sequence[Item]) -> str:
    return heading(title) + rows((link(item.id), escape(item.text)) for item in items) if items else ""


def _metrics(metrics: Sequence[Metric]) -> str:
    return rows((link(metric.id), _metric(metric)) for metric in metrics)


def _metric(metric: Metric) -> str:
    unit = f'<span class="mute">{escape(metric.unit)} · {escape(names.name(metric.direction))}</span>'
    return f"<b>{escape(metric.name)}</b><br>{unit}<br>{escape(metric.how)}"


def _statements(statements: Sequence[Statement], *, sourced: bool = False) -> str:
    return rows(
        (link(item.id), with_remark(item.text, item.detail, item.source if sourced else "")) for item in statements
    )


def _caps(pack: Pack, caps: Sequence[Cap]) -> str:
    return rows((link(cap.id), f"{_holds(pack, cap)}<br>{escape(cap.reason)}") for cap in caps)


def _holds(pack: Pack, cap: Cap) -> str:
    """What a cap does, as HTML."""
    return _("Caps {tracks} at level {level} until {statements} is met.").format(
        tracks=", ".join(link(track, pack.track_by_id[track].name) for track in cap.tracks),
        level=cap.at_most,
        statements=", ".join(link(statement) for statement in cap.unless),
    )


def _of_cell(stream: Stream, cell: Cell) -> str:
    """Where something of a cell stands, as HTML."""
    level = link(cell_id(stream.id, cell.level), _("level {number}").format(number=cell.level))
    return _("{stream}, {level}").format(stream=link(stream.id, stream.name), level=level)


def _level_name(pack: Pack, number: int) -> str:
    return _("Level {number} {name}").format(number=number, name=pack.level(number).name)
