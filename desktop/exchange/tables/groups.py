"""The table of levels and categories."""

from __future__ import annotations

from operator import attrgetter

from desktop.exchange.deliverable import ScoredModel
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import GroupResult, LevelOutcome
from desktop.model.scoring.rules import Rule
from desktop.wording import outcome


def groups(part: ScoredModel) -> Table[GroupResult]:
    """A row for each level, then one for each category."""
    return Table(
        _("Levels"),
        _("How the levels and the process categories stand: areas, goals, practices and answers together."),
        (
            Column(
                "name",
                _("Level or category"),
                34,
                _("A maturity level, or a process category; an area of two counts in both."),
                Kind.NAME,
                _name,
            ),
            Column(
                "state",
                _("State"),
                20,
                _("Whether the level is reached; if not, how many areas are satisfied."),
                read=lambda group: _state(group, part.result.level),
            ),
            Column("areas", _("Areas"), 10, _("Areas in scope that apply."), Kind.COUNT),
            Column("rated", _("Areas rated"), 12, _("How many of them are satisfied or unsatisfied."), Kind.COUNT),
            Column("satisfied", _("Areas satisfied"), 12, _("How many of them are satisfied."), Kind.COUNT),
            Column(
                "progress_index",
                _("Progress index"),
                12,
                _("Share of goals satisfied. An index of progress, never a level: levels are whole."),
                Kind.PERCENT,
            ),
            Column(
                "in_place_percent",
                _("Practices in place"),
                12,
                _("Mean over its areas of the share of practices in place. Empty before any is characterised."),
                Kind.PERCENT,
            ),
            Column("mean_percent", _("Mean of answers"), 12, _("Mean of all answers to its questions."), Kind.PERCENT),
        ),
        (*part.result.levels, *part.result.categories),
        lambda group: Ref(part.pack.id, group.id),
        attrgetter("trace"),
        key="groups",
    )


def _name(group: GroupResult) -> str:
    return _("Level {level}: {name}").format(level=group.id, name=group.name) if _is_level(group) else group.name


def _state(group: GroupResult, level: LevelOutcome) -> str:
    return outcome.step_text(group, level) if _is_level(group) else outcome.state_text(group)


def _is_level(group: GroupResult) -> bool:
    return group.trace.rule == Rule.ROLLUP_LEVEL
