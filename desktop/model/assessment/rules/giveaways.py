"""What in a text may tell who said something: a participant's name, address or code, or a small group or unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from types import MappingProxyType

from msgspec import Struct

from desktop.model.records import Identity, Participant


class GiveawaySort(StrEnum):
    """What it is that a text names."""

    NAME = "name"
    EMAIL = "email"
    GROUP = "group"
    CODE = "code"


class Giveaway(Struct, frozen=True):
    """A place in a text that may tell who somebody is.

    Attributes:
        found: as it stands in the text.
        people: ids of those whom it may mean, also of who left; several where they share a name or a group.
    """

    sort: GiveawaySort
    found: str
    people: tuple[str, ...]


class _Word(Struct, frozen=True):
    plain: str
    begins: int
    ends: int


Told = tuple[str, ...]
"""Words that follow each other, without case and accents."""

_CODE = re.compile(r"(?<![^\W_])p(?:\s*[-\u2010-\u2015\u2212]\s*0*|\s?0+)([1-9][0-9]*)(?![^\W_])", re.IGNORECASE)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "del", "dos", "das", "des", "ter", "ten", "bin", "bint", "the", "and", "und", "mrs"}
)
_SHORTEST = 3
"""Shorter parts of a name, such as initials and “de”, are words of too many texts."""

_WITHOUT_BLANKS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WITH_PREFIXES = re.compile(r"[\u0590-\u06ff]")


def giveaways(
    text: str,
    people: Iterable[Participant],
    identities: Iterable[Identity],
    threshold: int,
    units: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Giveaway, ...]:
    """What a text names of those who take part, in the order of the text; nothing stands there twice.

    Whole words count alone: “Annals” does not name Anna, “Anna's” does. Case and accents tell nothing apart, and ü
    may be written ue. In scripts without blanks between words a name counts wherever it stands; in Hebrew and Arabic
    script letters may stand before it.

    Args:
        text: what may be told others.
        people: who takes part.
        identities: names and e-mail addresses, of those too who take part no more: what they said is still known.
        threshold: of a smaller group or unit than this the name may tell who somebody is.
        units: names of the units that they work in, by id.
    """
    everybody = [*people]
    clean = _clean(text)
    words = _words(clean)
    standing: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        standing.setdefault(word.plain, []).append(number)
    found: dict[tuple[int, int], tuple[GiveawaySort, set[str]]] = {}
    for sort, person, told in _told(identities, small_groups(everybody, threshold, units)):
        begins = range(len(words)) if _runs_on(told[0]) else standing.get(told[0], ())
        for place in _places(told, words, begins):
            found.setdefault(place, (sort, set()))[1].add(person)
    numbers = {each.number: each.id for each in everybody}
    for code in _CODE.finditer(clean):
        if int(code[1]) in numbers:
            found.setdefault(code.span(), (GiveawaySort.CODE, set()))[1].add(numbers[int(code[1])])
    return _listed(clean, found)


def small_groups(
    people: Iterable[Participant], threshold: int, units: Mapping[str, str] = MappingProxyType({})
) -> Mapping[str, tuple[str, ...]]:
    """The groups and units that have fewer participants than this, by their name, with the ids of these."""
    groups: dict[str, list[str]] = {}
    for person in people:
        for name in {person.group.strip(), units.get(person.unit, "").strip()} - {""}:
            groups.setdefault(name, []).append(person.id)
    return {group: tuple(ids) for group, ids in groups.items() if len(ids) < threshold}


def _told(
    identities: Iterable[Identity], groups: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[GiveawaySort, str, Told]]:
    """All that tells somebody, with the id of whom."""
    for identity in identities:
        address = _read(identity.email)
        if address:
            yield GiveawaySort.EMAIL, identity.participant, address
        for spelling in _spellings(identity.name):
            parts = _read(spelling)
            if len(parts) > 1:
                yield GiveawaySort.NAME, identity.participant, parts
            alone = len(parts) == 1
            yield from ((GiveawaySort.NAME, identity.participant, (part,)) for part in parts if alone or _tells(part))
        local = _read(identity.email.partition("@")[0])
        if local and (len(local) > 1 or _tells(local[0])):
            yield GiveawaySort.EMAIL, identity.participant, local
    for group, ids in groups.items():
        name = _read(group)
        yield from ((GiveawaySort.GROUP, id_, name) for id_ in ids if name)


def _tells(part: str) -> bool:
    """Whether a part of a name says something by itself."""
    return bool(_WITHOUT_BLANKS.search(part)) or (len(part) >= _SHORTEST and part not in _PARTICLES)


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is written, and with its umlauts spelt out."""
    clean = _clean(name)
    return tuple(dict.fromkeys((clean, clean.casefold().translate(_SPELT_OUT))))


def _clean(text: str) -> str:
    """Without characters that nobody sees, and with letters and their accents as one."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Cf")


def _words(clean: str) -> list[_Word]:
    """The words of a text, each with its accents; what else there is between them tells nothing."""
    runs = groupby(enumerate(clean), key=lambda each: each[1].isalnum() or unicodedata.category(each[1])[0] == "M")
    spans = [[place for place, _letter in run] for is_word, run in runs if is_word]
    return [_Word(_plain(clean[span[0] : span[-1] + 1]), span[0], span[-1] + 1) for span in spans]


def _read(text: str) -> Told:
    return tuple(word.plain for word in _words(_clean(text)))


def _plain(word: str) -> str:
    """A word without case and accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_LETTERS)


def _places(told: Told, words: Sequence[_Word], begins: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where these words stand one after the other, if they begin at one of these places."""
    for first in begins:
        run = words[first : first + len(told)]
        if len(run) == len(told) and all(_means(word.plain, part) for word, part in zip(run, told, strict=True)):
            yield run[0].begins, run[-1].ends


def _means(word: str, part: str) -> bool:
    if word == part or not _runs_on(part):
        return word == part
    return part in word if _WITHOUT_BLANKS.search(part) else word.endswith(part)


def _runs_on(part: str) -> bool:
    """Whether a word can stand in one with others."""
    return bool(_WITHOUT_BLANKS.search(part)) or (len(part) >= _SHORTEST and bool(_WITH_PREFIXES.search(part)))


def _listed(text: str, found: Mapping[tuple[int, int], tuple[GiveawaySort, set[str]]]) -> tuple[Giveaway, ...]:
    """What was found, without what is part of something longer, each once."""
    listed: dict[tuple[GiveawaySort, str], set[str]] = {}
    for (begins, ends), (sort, people) in sorted(found.items()):
        within = any(first <= begins and ends <= last and (first, last) != (begins, ends) for first, last in found)
        if not within:
            listed.setdefault((sort, text[begins:ends]), set()).update(people)
    return tuple(Giveaway(sort, told, tuple(sorted(people))) for (sort, told), people in listed.items())
