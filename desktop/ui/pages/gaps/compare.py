"""A model today beside what it would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.results import LevelOutcome, ModelResult, TrackResult
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.radar import Radar, Spoke
from desktop.ui.widgets.staircase import Stair, Staircase
from desktop.ui.widgets.text import Label
from desktop.wording import outcome
from desktop.wording.planning import place_name, what_if_text

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
        self.radar = Radar(_("If done"))
        self.tracks = QWidget()
        self._column = QVBoxLayout(self.tracks)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._stairs: list[tuple[Label, Staircase]] = []
        self.body.addLayout(grid)
        self.body.addWidget(self.radar, 1)
        self.body.addWidget(self.tracks)
        self.body.addStretch(0)

    def show_results(self, pack: Pack, before: ModelResult, after: ModelResult) -> None:
        """Show both side by side."""
        now, then = before.level.reached, after.level.reached
        self.say(
            _("Level {before} → {after}").format(before=now, after=then),
            _("{model}. {told}.").format(model=pack.name, told=what_if_text(before.level, after.level)),
        )
        for (head, told), result in zip(self._sides, (before, after), strict=True):
            head.setText(outcome.headline(result.level, pack))
            told.setText(_blockers(result.level, pack))
        spokes, rings = _spokes(pack, before, after)
        self.radar.setVisible(bool(spokes))
        self.tracks.setVisible(bool(before.tracks))
        self.radar.show_spokes(spokes, rings=rings, legend=(_("if done"), _("today")))
        self._show_tracks(pack, before.tracks, after.tracks)

    def say_nothing_helps(self) -> None:
        """Tell that no set reaches the next level."""
        self.note.setText(_("No suggestion reaches the next level: nothing it asks for applies here."))

    def _show_tracks(self, pack: Pack, before: Sequence[TrackResult], after: Sequence[TrackResult]) -> None:
        if len(self._stairs) != len(before):
            for pair in self._stairs:
                for widget in pair:
                    self._column.removeWidget(widget)
                    widget.hide()
                    widget.deleteLater()
            height = _STAIRS.get(len(before), _LEAST)
            self._stairs = [(Label("", "strong"), Staircase(_("Levels"), height)) for _track in before]
            for _name, stairs in self._stairs:
                stairs.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # there are many; Tab need not stop at each
            for pair in self._stairs:
                for widget in pair:
                    self._column.addWidget(widget)
        for (label, stairs), now, then in zip(self._stairs, before, after, strict=True):
            moves = now.level != then.level
            told = _("{track}: level {before} → {after}") if moves else _("{track}: level {before}")
            label.setText(told.format(track=now.name, before=now.level, after=then.level))
            stairs.show_stairs(_steps(pack, now, then))


def _blockers(level: LevelOutcome, pack: Pack) -> str:
    if level.next is None:
        return _("It is the highest level.")
    count = len(level.blockers)
    head = _("Blocks level {next} ({count}):").format(count=count, next=level.next)
    names = [_("– {place}").format(place=place_name(blocker.area, pack)) for blocker in level.blockers]
    more = count - MOST_BLOCKERS
    if more > 0:
        names = [*names[:MOST_BLOCKERS], ngettext("and {count} more", "and {count} more", more).format(count=more)]
    return "\n".join([head, *names])


def _spokes(pack: Pack, before: ModelResult, after: ModelResult) -> tuple[list[Spoke], int]:
    if before.streams:
        top = max(level.number for level in pack.levels)
        found = [
            Spoke(
                now.name,
                100 * then.level / top if then.rated else None,
                100 * now.level / top if now.rated else None,
                _("level {before}, would be {after}").format(before=now.level, after=then.level),
            )
            for now, then in zip(before.streams, after.streams, strict=True)
        ]
        return found, top
    shown = before.level.next or before.level.reached
    return [
        Spoke(then.name, then.in_place_percent, now.in_place_percent)
        for now, then in zip(before.areas, after.areas, strict=True)
        if then.level == shown and then.rating not in (Rating.OUT_OF_SCOPE, Rating.NOT_APPLICABLE)
    ], 4


def _steps(pack: Pack, now: TrackResult, then: TrackResult) -> list[Stair]:
    found = []
    for level in then.levels:
        asked = level.met + level.partly_met + level.not_met + level.dont_know + level.not_rated
        number = level.level
        if number <= now.level:
            note = _("reached")
        elif number <= then.level:
            note = _("would be reached")
        else:
            note = _("{met} of {asked} met").format(met=level.met, asked=asked)
        found.append(Stair(number, pack.level(number).name, number <= now.level, number <= then.level, note))
    return found
