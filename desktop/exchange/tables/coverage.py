"""The table of coverage: which sources speak of each practice, and what it still lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from desktop.exchange.tables.table import Column, Kind, Table, Value
from desktop.language import _
from desktop.model.listening.typed_tags import taggable_parts
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.coverage import Coverage, PartCoverage, SourceGroup
from desktop.model.scoring.vocabulary import SourceKind
from desktop.wording import names
from desktop.wording.coverage import still_missing
from desktop.wording.model_words import words_of

_ALWAYS = (SourceKind.INTERVIEW, SourceKind.DISCUSSION, SourceKind.DOCUMENT, SourceKind.DEMONSTRATION)

ANSWERS = "answers"
"""Key of the column of answers."""


def coverage(pack: Pack, covered: Coverage, roles: Collection[str] = ()) -> Table[PartCoverage]:
    """A row for each practice, statement or other part that the team answers, in the model's order.

    Args:
        pack: the model.
        covered: its coverage.
        roles: those that have a column of interviews whether anybody of them has spoken or not.
    """
    texts = taggable_parts(pack)
    return Table(
        _("Coverage"),
        _("How many sources of each kind speak of each practice or statement, and what it still lacks."),
        (
            Column("place", _(words_of(pack).short), 9, _("The short name of what it belongs to.")),
            Column("part", _("Id"), 12, _("Its short name in the model.")),
            Column("text", _("Text"), 62, _("What is done or so."), Kind.NAME, lambda row: texts.get(row.part)),
            Column(
                ANSWERS,
                names.name(SourceKind.QUESTIONNAIRE),
                8,
                _(
                    "The most answers that a question about it has, blanks left out. Empty without answers, or where "
                    "there are too few to be shown. All questionnaires together are one source."
                ),
                Kind.COUNT,
                lambda row: row.answers or None,
                turned=True,
            ),
            *_of_groups(source_groups(covered, roles)),
            Column(
                "sources",
                _("Sources"),
                7,
                _("Number of different sources; all questionnaires together are one."),
                Kind.COUNT,
                turned=True,
            ),
            Column(
                "affirmed",
                _("Face to face"),
                7,
                _("Yes when somebody has spoken of it to the team, in an interview or a discussion."),
                read=lambda row: row.affirmed or None,
                turned=True,
            ),
            Column(
                "corroborated",
                _("Corroborated"),
                7,
                _("Yes when enough sources speak of it; of most models two, one of them not a questionnaire."),
                read=lambda row: row.corroborated if row.applies else None,
                turned=True,
            ),
            Column(
                "missing",
                _("Still missing"),
                34,
                _(
                    "What would be enough sources, and a word face to face where fewer than half of what it belongs "
                    "to has one. Empty where nothing is missing, and where it does not apply."
                ),
                read=still_missing,
            ),
        ),
        covered.parts,
        lambda row: Ref(pack.id, row.part),
        key="coverage",
    )


def source_groups(covered: Coverage, roles: Collection[str] = ()) -> tuple[SourceGroup, ...]:
    """Where sources can come from, kind by kind, interviews by role.

    Every kind is among them but presentations and observations, which few teams have: a column without a number shows
    what is missing.
    """
    found = {group for part in covered.parts for group, _count in part.counts}
    found |= {SourceGroup(SourceKind.INTERVIEW, role) for role in roles}
    there = {group.kind for group in found}
    found |= {SourceGroup(kind) for kind in _ALWAYS if kind not in there}
    order = list(SourceKind)
    return tuple(sorted(found, key=lambda each: (order.index(each.kind), not each.role, each.role.casefold())))


def key_of(group: SourceGroup) -> str:
    """Key of the column of a group."""
    return f"{group.kind.value} {group.role}".rstrip()


def _of_groups(groups: Sequence[SourceGroup]) -> Iterator[Column[PartCoverage]]:
    """The columns of groups; where no role is told, there is one of interviews as of other kinds."""
    by_role = any(group.role for group in groups)
    for group in groups:
        kind, read = names.name(group.kind), partial(_counted, group)
        if group.kind is not SourceKind.INTERVIEW or not by_role:
            yield Column(key_of(group), kind, 7, _("How many of them speak of it."), Kind.COUNT, read, turned=True)
            continue
        role = group.role or _("not told")
        yield Column(
            key_of(group),
            _("{kind}: {role}").format(kind=kind, role=role),
            max(12.0, 1.2 * max(map(len, role.split())) + 3),
            _("In how many of them somebody of this role or group has spoken of it."),
            Kind.COUNT,
            read,
        )


def _counted(group: SourceGroup, row: PartCoverage) -> Value:
    return row.count(group) or None
