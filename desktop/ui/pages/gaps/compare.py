"""A model today beside what it would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.exchange.figures.data import Axis, RadarData, Rings, Role, Series, Stair, StaircaseData, percents
from desktop.exchange.figures.drawing import radar, staircase
from desktop.exchange.tables.parts import main_of
from desktop.language import _, ngettext
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.results import LevelOutcome, ModelResult, TrackResult
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart import Chart, radar_chart, wide_chart
from desktop.ui.widgets.text import Label
from desktop.wording import outcome, part_results
from desktop.wording.names import percent
from desktop.wording.planning import place_name, what_if_text
from desktop.wording.track_states import counted

MOST_BLOCKERS = 7
_STAIRS = {1: 150, 2: 108, 3: 76}
_LEAST = 64


class Compare(Card):
    """Level, blockers and picture of a model, today and if something were done."""

    def __init__(self) -> None:
        super().__init__(" ", " ")
        self._sides = [(Label("", "strong", wrap=True), Label("", wrap=True)) for _side in range(2)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        for column, ((head, told), words) in enumerate(zip(self._sides, (_("Today"), _("If done")), strict=True)):
            grid.addWidget(Label(words, "small"), 0, column)
            grid.addWidget(head, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        self.radar = radar_chart(_("If done"))
        self.tracks = QWidget()
        self._column = QVBoxLayout(self.tracks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._stairs: list[tuple[Label, Chart]] = []
        self.body.addLayout(grid)
        self.body.addWidget(self.radar, 1)
        self.body.addWidget(self.tracks)
        self.body.addStretch(0)

    def show_results(self, pack: Pack, before: ModelResult, after: ModelResult) -> None:
        """Show both side by side."""
        if before.parts:
            self._show_parts(pack, before, after)
            return
        now, then = before.level.reached, after.level.reached
        self.say(
            _("Level {before} → {after}").format(before=now, after=then),
            _("{model}. {told}.").format(model=pack.name, told=what_if_text(before.level, after.level)),
        )
        for (head, told), result in zip(self._sides, (before, after), strict=True):
            head.setText(outcome.headline(result.level, pack))
            told.setText(_blockers(result.level, pack))
        shown = _levels(pack, before, after) if before.streams else _areas(before, after)
        self.radar.setVisible(bool(shown.axes))
        self.tracks.setVisible(bool(before.tracks))
        self.radar.show_drawing(radar(shown))
        self._show_tracks(pack, before.tracks, after.tracks)

    def _show_parts(self, pack: Pack, before: ModelResult, after: ModelResult) -> None:
        """The same of a model with rules of its own: its whole and its main parts."""
        assert before.whole is not None
        assert after.whole is not None
        now, then = (part_results.stands(each.result) for each in (before.whole, after.whole))
        moves = _("{before} would become {after}.") if now != then else _("It would stay at {before}.")
        self.say(pack.name, moves.format(before=now, after=then))
        for (head, told), result in zip(self._sides, (before, after), strict=True):
            head.setText(outcome.standing(result, pack))
            told.setText(_gaps_left(result))
        mains = [each.id for each in main_of(pack, after)]
        known = [{part.id: part for part in result.parts} for result in (before, after)]
        shares = [[part_results.percent_of(parts[id_], parts[id_].result.point) for id_ in mains] for parts in known]
        axes = [Axis(id_, pack.place_by_id[id_].name, part_results.stands(known[1][id_].result)) for id_ in mains]
        self.radar.setVisible(bool(axes))
        self.tracks.setVisible(False)
        self.radar.show_drawing(radar(_radar(axes, shares[0], shares[1], percents())))
        self._show_tracks(pack, (), ())

    def say_nothing_helps(self) -> None:
        """Tell that no set reaches the next level."""
        self.note.setText(_("No suggestion reaches the next level: nothing that leads there applies here."))

    def _show_tracks(self, pack: Pack, before: Sequence[TrackResult], after: Sequence[TrackResult]) -> None:
        if len(self._stairs) != len(before):
            for pair in self._stairs:
                for widget in pair:
                    self._column.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
            height = _STAIRS.get(len(before), _LEAST)
            self._stairs = [(Label("", "strong"), wide_chart(_("Levels"), height)) for _track in before]
            for _name, chart in self._stairs:
                chart.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # there are many; Tab need not stop at each
            for pair in self._stairs:
                for widget in pair:
                    self._column.addWidget(widget)
        for (label, chart), now, then in zip(self._stairs, before, after, strict=True):
            moves = now.level != then.level
            told = _("{track}: level {before} → {after}") if moves else _("{track}: level {before}")
            label.setText(told.format(track=now.name, before=now.level, after=then.level))
            chart.show_drawing(staircase(StaircaseData("", "", _steps(pack, now, then))))


def _gaps_left(result: ModelResult) -> str:
    short = sum(bool(part.gap) for part in result.parts)
    if not any(part.target is not None for part in result.parts):
        return _("No target is set.")
    return ngettext("{count} part is short of its target.", "{count} parts are short of their targets.", short).format(
        count=short
    )


def _blockers(level: LevelOutcome, pack: Pack) -> str:
    if level.next is None:
        return _("It is the highest level.")
    count = len(level.blockers)
    head = _("Blocks level {next} ({count}):").format(count=count, next=level.next)
    names = [_("– {place}").format(place=place_name(blocker.place, pack)) for blocker in level.blockers]
    more = count - MOST_BLOCKERS
    if more > 0:
        names = [*names[:MOST_BLOCKERS], ngettext("and {count} more", "and {count} more", more).format(count=more)]
    return "\n".join([head, *names])


def _levels(pack: Pack, before: ModelResult, after: ModelResult) -> RadarData:
    """The streams, today and if done."""
    told = _("level {before}, would be {after}")
    axes = [
        Axis(then.id, then.name, told.format(before=now.level, after=then.level))
        for now, then in zip(before.streams, after.streams, strict=True)
    ]
    now, then = ([stream.level if stream.rated else None for stream in result.streams] for result in (before, after))
    return _radar(axes, now, then, Rings(tuple(level.number for level in pack.levels)))


def _areas(before: ModelResult, after: ModelResult) -> RadarData:
    """The areas of the level that is next today, today and if done."""
    shown = before.level.next or before.level.reached
    outside = (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)
    pairs = [
        (now, then)
        for now, then in zip(before.areas, after.areas, strict=True)
        if then.level == shown and then.rating not in outside
    ]
    axes = [Axis(then.id, then.name, percent(then.in_place_percent)) for _now, then in pairs]
    now = [now.in_place_percent for now, _then in pairs]
    then = [then.in_place_percent for _now, then in pairs]
    return _radar(axes, now, then, percents())


def _radar(axes: Sequence[Axis], now: Sequence[float | None], then: Sequence[float | None], rings: Rings) -> RadarData:
    lines = (Series(Role.NOW, _("If done"), tuple(then)), Series(Role.LAST, _("Today"), tuple(now)))
    return RadarData("", "", tuple(axes), lines, rings, full_names=True)


def _steps(pack: Pack, now: TrackResult, then: TrackResult) -> tuple[Stair, ...]:
    found = []
    for level in then.levels:
        number, asked = level.level, counted(level)
        part = level.met / asked if asked else 0.0
        if number <= now.level:
            state = _("reached")
        elif number <= then.level:
            state, part = _("would be reached"), 1.0
        else:
            state = _("{met} of {asked} met").format(met=level.met, asked=asked)
        found.append(Stair(number, pack.level(number).name, state, number <= now.level, part))
    return tuple(found)
