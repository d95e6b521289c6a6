"""The sheet of levels and categories."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.workbook.guide import Column, Guide, Look, Value
from desktop.language import _, pgettext
from desktop.model.maturity import Scheme
from desktop.model.scoring.results import GroupResult
from desktop.wording import outcome


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Levels"),
        _("How the levels and the process categories stand: areas, goals, practices and answers together."),
        (
            Column(
                pgettext("of areas", "Group"),
                14,
                _("A maturity level, or a process category; an area of two counts in both."),
            ),
            Column(_("Name"), 30, _("Its name in the model."), Look.STRONG),
            Column(_("State"), 20, _("Whether the level is reached; if not, how many areas are satisfied.")),
            Column(_("Areas"), 10, _("Areas in scope that apply."), Look.NUMBER),
            Column(_("Areas rated"), 12, _("How many of them are satisfied or unsatisfied."), Look.NUMBER),
            Column(_("Areas satisfied"), 12, _("How many of them are satisfied."), Look.NUMBER),
            Column(
                _("Progress index"),
                12,
                _("Share of goals satisfied. An index of progress, never a level: levels are whole."),
                Look.PERCENT,
            ),
            Column(
                _("Practices in place"),
                12,
                _("Mean over its areas of the share of practices in place. Empty before any is characterised."),
                Look.PERCENT,
            ),
            Column(_("Mean of answers"), 12, _("Mean of all answers to its questions."), Look.PERCENT),
        ),
        Scheme.STAGED,
    )


def rows(part: ModelPart) -> Iterator[tuple[Value, ...]]:
    """A row for each level, then one for each category."""
    for group in part.result.levels:
        what = _("Level {level}").format(level=group.id)
        yield _row(group, what, outcome.step_text(group, part.result.level))
    for group in part.result.categories:
        yield _row(group, _("Category"), outcome.state_text(group))


def _row(group: GroupResult, what: str, state: str) -> tuple[Value, ...]:
    return (
        what,
        group.name,
        state,
        group.areas,
        group.rated,
        group.satisfied,
        group.progress_index,
        group.in_place_percent,
        group.mean_percent,
    )
