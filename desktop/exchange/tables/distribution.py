"""The table of how answers spread: a row for each question, or for each place where there are many questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from desktop.exchange.deliverable import ModelPart
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Scale
from desktop.model.maturity.questionnaire import Asked, asked_by_id
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.in_scope import in_scope
from desktop.model.scoring.publication import is_hidden
from desktop.model.scoring.results import AnswerStatistics, PlaceResult, QuestionResult, Trace

MOST = 24
"""More questions are told place by place."""

_CHOICES = 4
"""More choices are told in a text."""


class AnswerShare(Struct, frozen=True):
    """How often an answer was given.

    Attributes:
        choice: its id.
        strength: from 0 for the weakest answer of its scale to 1 for the strongest.
    """

    choice: str
    name: str
    count: int
    strength: float


class Spread(Struct, frozen=True):
    """The answers to a question, or to those about a place.

    Attributes:
        id: of the question or place.
        n: how many answers there are.
        hidden: whether these are too few to be shown; `shares` is empty then.
        shares: the weakest answer first.
    """

    id: str
    name: str
    n: int
    hidden: bool
    shares: tuple[AnswerShare, ...]
    trace: Trace


def spreads(part: ModelPart) -> tuple[Spread, ...]:
    """In the model's order; what nobody was asked or answered is left out."""
    result, asked = part.result, asked_by_id(part.pack, part.scale.id)
    if len(result.questions) <= MOST or result.parts:
        several = {place for place, count in Counter(each.place for each in result.questions).items() if count > 1}
        found = [
            _spread(each.id, _about(part, each, asked, several), each.answers, asked[each.id].scale, each.trace)
            for each in result.questions[:MOST]
        ]
    else:
        scales = {each.place: asked[each.id].scale for each in result.questions}
        inside: list[PlaceResult] = [*in_scope(result.areas), *in_scope(result.streams), *in_scope(result.tracks)]
        found = [
            _spread(place.id, place.name, place.answers, scales[place.id], place.trace)
            for place in inside
            if place.id in scales
        ]
    return tuple(each for each in found if each.n)


def _about(part: ModelPart, question: QuestionResult, asked: Mapping[str, Asked], several: Collection[str]) -> str:
    """The only question about a place goes by the place's name."""
    place = part.pack.place_by_id.get(question.place)
    return asked[question.id].text if place is None or question.place in several else place.name


def distribution(part: ModelPart) -> Table[Spread]:
    """How often each answer was given; see `spreads`."""
    rows = spreads(part)
    return Table(
        _("How answers spread"),
        _("How often each answer was given, of questions that enough people have answered."),
        (
            Column("name", _("About"), 40, _("The question, or what several questions are about."), Kind.NAME),
            Column("n", _("Answers"), 9, _("How many answers there are, blanks left out."), Kind.COUNT),
            *_choices(rows),
            *([_hidden()] if any(row.hidden for row in rows) else []),
        ),
        rows,
        lambda row: Ref(part.pack.id, row.id),
        lambda row: row.trace,
    )


def offered(rows: Sequence[Spread]) -> dict[str, AnswerShare]:
    """Every answer that some row has, the weakest first."""
    found = {share.choice: share for row in rows for share in row.shares}
    return dict(sorted(found.items(), key=lambda each: each[1].strength))


def _spread(id_: str, name: str, answers: AnswerStatistics, scale: Scale, trace: Trace) -> Spread:
    hidden, last = is_hidden(answers), len(scale.answers) - 1
    shares = (
        ()
        if hidden
        else tuple(
            AnswerShare(choice.id, choice.name, answers.counts.get(choice.id, 0), place / last if last else 1.0)
            for place, choice in enumerate(reversed(scale.answers))
        )
    )
    return Spread(id_, name, answers.n, hidden, shares, trace)


def _hidden() -> Column[Spread]:
    return Column(
        "hidden",
        _("Note"),
        26,
        _("Why its answers are hidden."),
        read=lambda row: _("Hidden: too few answers.") if row.hidden else None,
    )


def _choices(rows: Sequence[Spread]) -> Iterator[Column[Spread]]:
    known = offered(rows)
    if len(known) > _CHOICES:
        yield Column("spread", _("How often"), 44, _("Each answer with how often it was given."), read=_in_words)
        return
    for choice in known.values():
        yield Column(
            f"count {choice.choice}",
            choice.name,
            10,
            _("How often “{choice}” was answered.").format(choice=choice.name),
            Kind.COUNT,
            partial(_count, choice.choice),
        )


def _count(choice: str, row: Spread) -> int | None:
    return next((each.count for each in row.shares if each.choice == choice), None)


def _in_words(row: Spread) -> str:
    return ", ".join(
        _("{answer}: {count}").format(answer=share.name, count=share.count) for share in row.shares if share.count
    )
