"""Actions planned and done over time, as two lines that climb towards their number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from msgspec import Struct

from desktop.exchange.deliverable import ActionLine
from desktop.exchange.figures.legend import Entry, draw_legend
from desktop.exchange.figures.paper import LINE_HEIGHT, MEDIUM, TINY, Paper, Point
from desktop.exchange.tables.burn_up import BurnUpRow, burn_up_rows, in_plan
from desktop.language import _, ngettext
from desktop.wording import names

_LEGEND = 34.0
_APART = 8.0
_BETWEEN_MONTHS = 10.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_MOST_LINES = 6
_PLANNED, _ALL = (5.0, 3.0), (1.0, 2.0)
"""Dashes."""


class BurnUpData(Struct, frozen=True):
    """Actions over time.

    Attributes:
        rows: by day.
        all: how many actions there are, dropped ones left out.
        undated: how many of them have no due day, so that the planned line ends as much below.
    """

    title: str
    subtitle: str
    rows: tuple[BurnUpRow, ...]
    today: dt.date
    all: int
    undated: int


def burn_up_data(actions: Sequence[ActionLine], today: dt.date, title: str = "", subtitle: str = "") -> BurnUpData:
    """What the picture shows of these actions."""
    counted = in_plan(actions)
    return BurnUpData(
        title,
        subtitle,
        burn_up_rows(actions, today),
        today,
        all=len(counted),
        undated=sum(action.due is None for action in counted),
    )


def burn_up_words(data: BurnUpData) -> str:
    """How many actions are done, should be by today, and are planned in all; nothing without actions."""
    if not data.rows:
        return ""
    now = next(row for row in data.rows if row.day == data.today)
    told = ngettext(
        "{day}: {done} of {all} action done, {planned} due by then",
        "{day}: {done} of {all} actions done, {planned} due by then",
        data.all,
    ).format(day=names.day(data.today), done=now.done, all=data.all, planned=now.planned)
    ends = data.rows[-1]
    if ends.planned > now.planned:
        told += "; " + _("{planned} due by {day}").format(planned=ends.planned, day=names.day(ends.day))
    return "; ".join(part for part in (told, _undated(data)) if part)


def draw_burn_up(paper: Paper, data: BurnUpData) -> None:
    """Draw what is due and what is done as steps, with all actions as a line above and today as one across."""
    below = data.subtitle
    if undated := _undated(data):
        below = f"{below} · {undated}" if below else undated
    top = paper.heading(data.title, below if data.title else "")
    if not data.rows:
        paper.say(_("There are no actions yet."))
        return
    plan = _plan(paper, data, top)
    _web(paper, plan)
    _today(paper, plan, data.today)
    tokens = paper.tokens
    ends = _down(plan, data.all)
    paper.line([(plan.left, ends), (plan.right, ends)], tokens.text, 1.2, dashes=_ALL)
    planned = _stairs(plan, [(row.day, row.planned) for row in data.rows], to=plan.last)
    done = _stairs(plan, [(row.day, row.done) for row in data.rows if row.done is not None], to=data.today)
    paper.line(planned, tokens.mute, 2.0, dashes=_PLANNED)
    paper.line(done, tokens.accent, 3.0)
    paper.line([planned[-1]], tokens.mute, marker="s", marker_size=7.0)
    paper.line([done[-1]], tokens.accent, marker="o", marker_size=8.0)
    draw_legend(
        paper,
        [
            Entry(_("done"), tokens.accent, 3.0, marker="o"),
            Entry(_("due"), tokens.mute, 2.0, _PLANNED, "s"),
            Entry(_("all actions"), tokens.text, 1.2, _ALL),
        ],
        paper.height - _LEGEND / 2,
    )


def _undated(data: BurnUpData) -> str:
    if not data.undated:
        return ""
    return ngettext("{count} action has no due day", "{count} actions have no due day", data.undated).format(
        count=data.undated
    )


class _Plan(Struct, frozen=True):
    """Where the lines lie and what their edges stand for; `high` is the number at the top, every `step` has a rule."""

    left: float
    top: float
    right: float
    bottom: float
    first: dt.date
    last: dt.date
    high: int
    step: int


def _plan(paper: Paper, data: BurnUpData, top: float) -> _Plan:
    step = next((step for step in _STEPS if data.all <= step * _MOST_LINES), data.all)
    high = -(-data.all // step) * step
    beside = paper.size(str(high), TINY).width
    first, last = data.rows[0].day - dt.timedelta(days=1), data.rows[-1].day
    return _Plan(
        left=paper.margin + beside + _APART,
        top=top + TINY * LINE_HEIGHT + 6,
        right=paper.width - paper.margin - _APART,
        bottom=paper.height - _LEGEND - TINY * LINE_HEIGHT - _APART,
        first=first,
        last=last,
        high=high,
        step=step,
    )


def _web(paper: Paper, plan: _Plan) -> None:
    """Lines for numbers of actions, and the first days of months as far as there is room for their names."""
    for count in range(0, plan.high + 1, plan.step):
        y = _down(plan, count)
        paper.line([(plan.left, y), (plan.right, y)], paper.tokens.line)
        at = (plan.left - _APART, y)
        paper.text(at, str(count), TINY, colour=paper.tokens.mute, across="right", down="center")
    free = plan.left
    for day in _months(plan.first, plan.last):
        x, words = _across(plan, day), f"{day:%Y-%m}"
        half = paper.size(words, TINY).width / 2
        if x - half < free or x + half > paper.width - 2:
            continue
        paper.line([(x, plan.bottom), (x, plan.bottom + 4)], paper.tokens.mute)
        paper.text((x, plan.bottom + 6), words, TINY, colour=paper.tokens.mute, across="center")
        free = x + half + _BETWEEN_MONTHS


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The first days of months in between."""
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            yield day
        day = (day + dt.timedelta(days=32)).replace(day=1)


def _today(paper: Paper, plan: _Plan, today: dt.date) -> None:
    x, words = _across(plan, today), _("today")
    half = paper.size(words, TINY, MEDIUM).width / 2
    paper.line([(x, plan.top - 4), (x, plan.bottom)], paper.tokens.edge, 1.0)
    within = min(max(x, plan.left + half), plan.right - half)
    paper.text((within, plan.top - 6), words, TINY, weight=MEDIUM, across="center", down="bottom")


def _stairs(plan: _Plan, counts: Sequence[tuple[dt.date, int]], to: dt.date) -> list[Point]:
    """A line that stays level between the days on which it rises, from nothing to a day."""
    line = [(plan.left, plan.bottom)]
    for day, count in counts:
        line += [(_across(plan, day), line[-1][1]), (_across(plan, day), _down(plan, count))]
    return [*line, (_across(plan, to), line[-1][1])]


def _across(plan: _Plan, day: dt.date) -> float:
    return plan.left + (plan.right - plan.left) * (day - plan.first).days / (plan.last - plan.first).days


def _down(plan: _Plan, count: int) -> float:
    return plan.bottom - (plan.bottom - plan.top) * count / plan.high
