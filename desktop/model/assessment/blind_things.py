"""What assessors rate alone in an area, stream, track or part, and with which words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from msgspec import Struct

from desktop.model.maturity.pack import Area, Pack, Stream, Track
from desktop.model.maturity.part_places import PartPlace
from desktop.model.maturity.parts_pack import PartsPack, part_name, rules_of
from desktop.model.maturity.rulebook import RatingScale
from desktop.model.maturity.scheme_settings import PRACTICE_GRADES, STATEMENT_GRADES
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import ONCE, Instance
from desktop.model.scoring.part_answers import CHOSEN_BLANKS, answer_said
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment

DONE, NOT_DONE = "done", "not_done"
"""What is said of a practice of a stream."""

Key = tuple[str, str]
"""A thing: the id of the part, and of what it is rated for."""


class BlindThing(Struct, frozen=True):
    """One thing that each assessor rates.

    Attributes:
        part: its id: a practice, a stream or a practice of one, a statement, a part that is answered.
        instance: id of what it is rated for; `ONCE` where that is the part as such.
        text: what it says.
        order: the words that lie on its scale, from the lowest up.
        besides: further words that can be chosen, which lie on no scale.
        scale: of a part of a model with rules of its own.
    """

    part: str
    instance: str
    text: str
    order: tuple[str, ...]
    besides: tuple[str, ...] = ()
    scale: RatingScale | None = None

    @property
    def key(self) -> Key:
        """By which it is known."""
        return self.part, self.instance

    def takes(self, value: str) -> bool:
        """Whether it can be rated so."""
        if self.scale is not None:
            return answer_said(self.scale, value) is not None
        return value in self.order or value in self.besides


def blind_places(pack: Pack) -> tuple[str, ...]:
    """What of a model can be rated blind, by id: areas, streams, tracks, or what stands directly under the whole."""
    if isinstance(pack, PartsPack):
        found = pack.rules.children[pack.rules.root.id]
        return tuple(part.id for part in found if _answered(pack.rules, part.id))
    return tuple(pack.place_by_id)


def place_of(pack: Pack, part: str) -> str:
    """The place that something that is rated belongs to; empty where the model has no such part."""
    if isinstance(pack, PartsPack):
        under = {place: {place, *(each.id for each in pack.rules.beneath[place])} for place in blind_places(pack)}
        return next((place for place, parts in under.items() if part in parts), "")
    if part in pack.practice_by_id:
        return pack.practice_by_id[part][0].id
    if part in pack.statement_by_id:
        return pack.statement_by_id[part][0].id
    if part in pack.item_by_id:
        return pack.item_by_id[part][0].id
    return part if part in pack.stream_by_id else ""


def blind_things(
    pack: Pack, place: str, instances: Sequence[Instance] = (), as_such: Container[str] = ()
) -> tuple[BlindThing, ...]:
    """What each assessor rates in a place, in the model's order.

    Args:
        pack: the model.
        place: one of `blind_places`.
        instances: what parts of the model are rated for.
        as_such: practices that somebody rated as such before there were instances; these stay beside them.
    """
    found = pack.place_by_id[place]
    match found:
        case Area():
            return tuple(_practices(pack, found, [each.id for each in instances], as_such))
        case Stream():
            return tuple(_stream(pack, found))
        case Track():
            return tuple(_statements(found))
        case PartPlace():
            return tuple(_parts(rules_of(pack), place, instances))


def _practices(pack: Pack, area: Area, instances: Sequence[str], as_such: Container[str]) -> Iterator[BlindThing]:
    besides = (Characterisation.NOT_YET.value, Characterisation.NOT_APPLICABLE.value)
    features = {feature.id: number for number, feature in enumerate(pack.features)}
    for practice in sorted(area.practices, key=lambda each: features[each.feature]):
        whole = [ONCE] if not instances or practice.id in as_such else []
        for instance in (*whole, *instances):
            yield BlindThing(practice.id, instance, practice.text, PRACTICE_GRADES, besides)


def _stream(pack: Pack, stream: Stream) -> Iterator[BlindThing]:
    """The level, where the model lets the team choose it; then the practices that are ticked."""
    if pack.settings.team.may_set:
        yield BlindThing(stream.id, ONCE, stream.name, tuple(str(level.number) for level in pack.levels))
    for cell in stream.cells:
        for item in cell.practices:
            yield BlindThing(item.id, ONCE, item.text, (NOT_DONE, DONE))


def _statements(track: Track) -> Iterator[BlindThing]:
    besides = (Fulfilment.NOT_APPLICABLE.value, Fulfilment.DONT_KNOW.value)
    for statement in track.statements:
        yield BlindThing(statement.id, ONCE, statement.text, STATEMENT_GRADES, besides)


def _parts(book: VocabularyPack, place: str, instances: Sequence[Instance]) -> Iterator[BlindThing]:
    for id_ in _answered(book, place):
        part = book.part_by_id[id_]
        scale, of = book.scale_of(part), book.answered_for(part)
        assert scale is not None
        order = () if scale.several else tuple(choice.id for choice in scale.offered)
        besides = tuple(blank.value for blank in CHOSEN_BLANKS if blank not in order)
        for instance in [each.id for each in instances if each.of == of] if of else [ONCE]:
            yield BlindThing(id_, instance, part_name(part), order, besides, scale)


def _answered(book: VocabularyPack, place: str) -> tuple[str, ...]:
    found = (book.part_by_id[place], *book.beneath[place])
    return tuple(part.id for part in found if part.above and book.scale_of(part) is not None)
