"""What assessors have said each alone, side by side once it is opened, and how far they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.model.assessment.blind_things import BlindThing, Key
from desktop.model.assessment.team_words import TeamWord
from desktop.model.records import BlindRating, Member
from desktop.model.scoring.rater_agreement import RaterAgreement, rater_agreement


class ApartRow(Struct, frozen=True):
    """What was said of one thing.

    Attributes:
        said: by member id; who has not rated it is not there.
        team: the team's word.
        decided: whether the team has decided it: it says what all say, or something else with a reason, where there
            is a place for one.
    """

    thing: BlindThing
    said: Mapping[str, BlindRating]
    team: TeamWord
    decided: bool

    @property
    def values(self) -> tuple[str, ...]:
        """What was said, each once, the most frequent first."""
        counts = Counter(rating.value for rating in self.said.values() if rating.value is not None)
        return tuple(value for value, _count in counts.most_common())

    @property
    def common(self) -> str | None:
        """What all say who rated it; None where they differ, or fewer than two have."""
        return self.values[0] if len(self.said) > 1 and len(self.values) == 1 else None

    @property
    def differs(self) -> bool:
        """Whether not all say the same."""
        return len(self.values) > 1

    @property
    def spread(self) -> int:
        """How far apart they are, in steps of the scale; what lies on no scale is as far apart as can be."""
        order = self.thing.order
        if not self.differs:
            return 0
        places = [order.index(value) for value in self.values if value in order]
        return max(places) - min(places) if len(places) == len(self.values) else max(len(order), 1)

    @property
    def dissenting(self) -> tuple[str, ...]:
        """Ids of the members who said something else than the team does now."""
        if self.team.value is None:
            return ()
        return tuple(member for member, rating in self.said.items() if rating.value != self.team.value)


class RatedApart(Struct, frozen=True):
    """An opened area.

    Attributes:
        members: who has rated, by name.
        rows: in the model's order.
        agreement: how far they agree.
        on_scale: how many things the kappas are about, where not all are rated in the same words; else None.
    """

    members: tuple[Member, ...]
    rows: tuple[ApartRow, ...]
    agreement: RaterAgreement
    on_scale: int | None = None

    @property
    def differing_first(self) -> tuple[ApartRow, ...]:
        """What the team has still to decide comes first, there what is farthest apart; then what is decided."""
        return tuple(sorted(self.rows, key=lambda row: (row.decided, -row.spread)))

    @property
    def undecided(self) -> tuple[ApartRow, ...]:
        """Where they differ and the team has not decided."""
        return tuple(row for row in self.rows if row.differs and not row.decided)

    @property
    def to_take(self) -> tuple[ApartRow, ...]:
        """Where all say the same and the team does not say so yet."""
        return tuple(row for row in self.rows if row.common is not None and row.team.value != row.common)


def rated_apart(
    members: Sequence[Member],
    things: Sequence[BlindThing],
    ratings: Mapping[Key, Mapping[str, BlindRating]],
    team: Mapping[Key, TeamWord],
    reasoned: Mapping[Key, bool],
) -> RatedApart:
    """What was said, side by side.

    Args:
        members: who is in the team, in order.
        things: what was rated.
        ratings: what each said, by thing and member; ratings that say nothing, or are about other things, are left
            aside.
        team: the team's word, by thing.
        reasoned: whether there is a place for a reason, by thing.
    """
    given = {
        thing.key: {member: said for member, said in ratings.get(thing.key, {}).items() if said.value is not None}
        for thing in things
    }
    raters = tuple(member for member in members if any(member.id in by_member for by_member in given.values()))
    rows = tuple(_row(thing, given.get(thing.key, {}), team, raters, reasoned=reasoned[thing.key]) for thing in things)
    everything = _agreement(rows, raters, ())
    alike, order = _alike(rows)
    kappas = _agreement(alike, raters, order)
    return RatedApart(
        members=raters,
        rows=rows,
        agreement=RaterAgreement(
            raters=everything.raters,
            things=everything.things,
            left_out=everything.left_out,
            agreed=everything.agreed,
            percent=everything.percent,
            kappa=kappas.kappa,
            weighted=kappas.weighted,
        ),
        on_scale=None if len(alike) == len(rows) else kappas.things,
    )


def pooled(opened: Sequence[RatedApart]) -> RaterAgreement:
    """How far all who rated agree on several opened areas together, where they rated in the same words."""
    raters = {member.id: member for found in opened for member in found.members}
    alike, order = _alike([row for found in opened for row in found.rows])
    return _agreement(alike, tuple(raters.values()), order)


def _alike(rows: Sequence[ApartRow]) -> tuple[tuple[ApartRow, ...], tuple[str, ...]]:
    """Those that are rated in the same words, where there are several kinds the most frequent, and these words."""
    orders = Counter(row.thing.order for row in rows).most_common(1)
    order = orders[0][0] if orders else ()
    return tuple(row for row in rows if row.thing.order == order), order


def _agreement(rows: Sequence[ApartRow], raters: Sequence[Member], order: tuple[str, ...]) -> RaterAgreement:
    said = [[row.said[each.id].value if each.id in row.said else None for each in raters] for row in rows]
    return rater_agreement(said, order)


def _row(
    thing: BlindThing,
    said: Mapping[str, BlindRating],
    team: Mapping[Key, TeamWord],
    raters: Sequence[Member],
    *,
    reasoned: bool,
) -> ApartRow:
    word = team.get(thing.key, TeamWord())
    present = {each.id: said[each.id] for each in raters if each.id in said}
    row = ApartRow(thing, present, word, decided=False)
    decided = word.value is not None and (word.value == row.common or not reasoned or bool(word.reason.strip()))
    return ApartRow(thing, present, word, decided=decided)
