"""Formulas of what grows level by level: streams, their cells, tracks; and of gaps of all kinds."""

from __future__ import annotations

from desktop.exchange.workbook.live.answer_formulas import answers_added
from desktop.exchange.workbook.live.ties import Around, Formula, Live, Row

_CELLS = ("stream.id", "cell.level", "ticked", "practices")


def stream_formulas() -> tuple[Live, ...]:
    """Of streams."""
    return (
        Live("index", {"": ("id", "level"), "cells": _CELLS}, _index),
        Live(
            "suggestion.mean_level",
            {"": ("id",), "answers": ("place", "mean")},
            lambda around: (
                lambda row: (
                    f"=INDEX({around.cells('answers', 'mean')},MATCH({row('id')},{around.cells('answers', 'place')},0))"
                )
            ),
        ),
        *answers_added("id", "place"),
        *gap_formulas("level"),
    )


def track_formulas() -> tuple[Live, ...]:
    """Of tracks."""
    return (*answers_added("name", "track"), *gap_formulas("level"))


def gap_formulas(level: str, inner: str = "") -> tuple[Live, ...]:
    """The levels up to a target, and these times the importance, which counts 1 where none is given.

    Args:
        level: key of the column of the level.
        inner: what the keys of the others begin with.
    """
    gap, importance = f"{inner}gap", f"{inner}importance"
    return (
        Live(gap, {"": (level, f"{inner}target")}, lambda _around: lambda row: _gap(row, level, f"{inner}target")),
        Live(
            f"{inner}weighted_gap",
            {"": (gap, importance)},
            lambda _around: lambda row: f"={row(gap)}*MAX(1,{row(importance)})",
        ),
    )


def _gap(row: Row, level: str, target: str) -> str | None:
    both = (row.shown(level), row.shown(target))
    return f"=MAX(0,{row(target)}-{row(level)})" if all(isinstance(each, int | float) for each in both) else None


def _index(around: Around) -> Formula:
    """The level, and the share of the next one's practices that are ticked, where there is a next that counts."""
    ids, levels = around.cells("cells", "stream.id"), around.cells("cells", "cell.level")
    ticked, practices = around.cells("cells", "ticked"), around.cells("cells", "practices")

    def formula(row: Row) -> str | None:
        stream = row.item
        if row.shown("level") is None:
            return None
        if stream.index == stream.level:
            return f"={row('level')}"
        cell = f"{ids},{row('id')},{levels},{stream.next}"
        return f"=ROUND({row('level')}+SUMIFS({ticked},{cell})/SUMIFS({practices},{cell}),2)"

    return formula
