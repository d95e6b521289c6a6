"""Participants typed or pasted: lines, the cells of a spreadsheet, or the recipients of a mail."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.assessment.preparation import NewPerson

_ADDRESS = re.compile(r"(?:mailto:)?([^\s<>@,;\"']+@[^\s<>@,;\"']+)", re.IGNORECASE)
_NAMED_ADDRESS = re.compile(r"(?P<name>[^<>]*?)<\s*(?:mailto:)?(?P<address>[^<>\s@]+@[^<>\s@]+)\s*>")
_MARKED_LINE = re.compile(r"\s*(?:[•‣▪◦·*–-]|\d{1,3}[.)])\s+(?=\S)")
_COMMA, _SEMICOLON, _TAB = ",", ";", "\t"


class PersonField(StrEnum):
    """What a column can hold of a person."""

    NAME = "name"
    EMAIL = "email"
    ROLE = "role"
    GROUP = "group"
    UNIT = "unit"
    SERVICE = "service"
    ASKED = "asked"
    INTERVIEWED = "interviewed"
    DISCUSSES = "discusses"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    NOTHING = "nothing"


USUAL = (
    PersonField.NAME,
    PersonField.EMAIL,
    PersonField.ROLE,
    PersonField.GROUP,
    PersonField.UNIT,
    PersonField.SERVICE,
)
"""The order in which lines are written here."""

_HEADINGS = {
    PersonField.NAME: "name|names|full name|display name|participant|participants|person|employee|staff|who",
    PersonField.FIRST_NAME: "first name|given name|forename|firstname",
    PersonField.LAST_NAME: "last name|surname|family name|lastname",
    PersonField.EMAIL: "email|e mail|mail|email address|e mail address|mail address|address",
    PersonField.ROLE: "role|roles|job|job title|title|position|function",
    PersonField.GROUP: "group|groups|department|team|division|office|area",
    PersonField.UNIT: "unit|units|organisational unit|organizational unit|organisation unit|org unit",
    PersonField.SERVICE: "service|services|it service",
    PersonField.ASKED: "questionnaire|form|asked|survey",
    PersonField.INTERVIEWED: "interview|interviews|interviewed|to be interviewed",
    PersonField.DISCUSSES: "discussion|discussions|discusses|kpa discussion",
}
_FIELD_OF = {word: field for field, words in _HEADINGS.items() for word in words.split("|")}


_YES = frozenset({"yes", "y", "x", "1", "true", "✓", "✔", "asked", "ja", "oui", "si", "sí", "sim"})
_NO = frozenset({"", "no", "n", "0", "false", "-", "–", "not asked", "nein", "non", "nee", "não"})


class PastedPeople(Struct, frozen=True):
    """What was pasted, as cells, and what each column is taken for.

    Attributes:
        rows: the people's cells; every row has as many.
        fields: by column, what it holds.
        headings: by column, its heading; empty where there was none.
        is_guess: whether the columns were told apart by their contents and are not in the usual order, or a line could
            name several people.
        loose: what stands in no cell of a person, such as a recipient without an address among others that have one.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    fields: tuple[PersonField, ...] = ()
    headings: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    is_guess: bool = False

    def people(self) -> list[NewPerson]:
        """The people, in order; a row that says nothing of a person is none."""
        found = [self._person(row) for row in self.rows]
        return [person for person in found if any((person.name, person.email, person.role, person.group, person.unit))]

    def left_over(self) -> list[str]:
        """What is written down and taken for nothing: cells of columns without a use, and what is no e-mail address."""
        left = list(self.loose)
        for row in self.rows:
            left += [cell for cell, field in zip(row, self.fields, strict=True) if cell and _is_lost(cell, field)]
        return left

    def taken_as(self, column: int, field: PersonField) -> PastedPeople:
        """The same with a column taken for something else; another column that was taken for it is free."""
        fields = [PersonField.NOTHING if other is field else other for other in self.fields]
        fields[column] = field
        return replace(self, fields=tuple(fields))

    def _person(self, row: Sequence[str]) -> NewPerson:
        said = dict(zip(self.fields, row, strict=True))
        name = said.get(PersonField.NAME, "")
        parts = (said.get(PersonField.FIRST_NAME, ""), said.get(PersonField.LAST_NAME, ""))
        email = said.get(PersonField.EMAIL, "")
        return NewPerson(
            name or " ".join(part for part in parts if part),
            email if "@" in email else "",
            said.get(PersonField.ROLE, ""),
            said.get(PersonField.GROUP, ""),
            said.get(PersonField.UNIT, ""),
            said.get(PersonField.SERVICE, ""),
            said.get(PersonField.ASKED, "yes").casefold() in _YES,
            said.get(PersonField.INTERVIEWED, "").casefold() in _YES,
            said.get(PersonField.DISCUSSES, "").casefold() in _YES,
        )


def _is_lost(cell: str, field: PersonField) -> bool:
    """Whether something that is written down says nothing of a person where it stands."""
    match field:
        case PersonField.NOTHING:
            return True
        case PersonField.EMAIL:
            return "@" not in cell
        case PersonField.ASKED | PersonField.INTERVIEWED | PersonField.DISCUSSES:
            return cell.casefold() not in _YES | _NO
        case _:
            return False


def people(text: str) -> list[NewPerson]:
    """The people of a text, as `read_people` understands it."""
    return read_people(text).people()


def read_people(text: str) -> PastedPeople:
    """Read people from lines of name, e-mail, role and group, from cells in any order, or from a mail's recipients.

    Cells are parted by tabs, semicolons or commas and may stand in quotation marks, with breaks inside. A first line
    of headings says what the columns are; without one their contents do.
    """
    text = _unmarked(text)
    if _TAB not in text and (_NAMED_ADDRESS.search(text) or _only_addresses(text)):
        return _recipients(text)
    rows = [[" ".join(cell.split()) for cell in row] for row in _cells(text)]
    rows = [row for row in rows if any(cell.strip(",; ") for cell in row)]
    if not rows:
        return PastedPeople()
    width = max(map(len, rows))
    padded, parted = _parted([tuple(row + [""] * (width - len(row))) for row in rows])
    named = _named(padded)
    if named is not None:
        return _trimmed(padded[1:], named if parted is None else _with_addresses(named, parted), padded[0])
    fields = _guessed(padded)
    is_guess = _TAB not in text and _name_several(padded)
    is_guess |= len(padded) > 1 and parted is None and fields != USUAL[: len(fields)]
    return replace(_trimmed(padded, fields, ("",) * len(fields)), is_guess=is_guess)


def _unmarked(text: str) -> str:
    """The text without the bullets or numbers of a list, where each line has one."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or not all(_MARKED_LINE.match(line) for line in lines):
        return text
    return "\n".join(_MARKED_LINE.sub("", line, count=1) for line in lines)


def _name_several(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a line may be names of several people, such as ``Anna Bauer, Carl Cole, Jo Lee``."""
    return len(rows[0]) > 2 and any(
        not any("@" in cell for cell in row) and all(len(cell.split()) > 1 and cell.istitle() for cell in row)
        for row in rows
    )


def _cells(text: str) -> list[list[str]]:
    mark = _mark(text)
    if mark == _SEMICOLON and _only_names_in_reverse(text):
        return [[name] for name in re.split(r"[;\n]+", text)]
    if mark is None:
        return [[line] for line in text.splitlines()]
    lines = io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"), newline="")
    try:
        return list(csv.reader(lines, delimiter=mark, strict=True, skipinitialspace=mark != _TAB))
    except csv.Error:  # a quotation mark that is none of the table's
        return [line.split(mark) for line in text.splitlines()]


def _only_names_in_reverse(text: str) -> bool:
    """Whether it is recipients by name alone: ``Bauer, Anna; Cole, Carl``."""
    names = [name.split(_COMMA) for name in re.split(r"[;\n]+", text) if name.strip()]
    return len(names) > 1 and all(len(name) == 2 and all(map(str.strip, name)) for name in names)


def _mark(text: str) -> str | None:
    """What parts the cells; a comma only where it cannot stand inside a name, as in ``Bauer, Anna``."""
    for mark in (_TAB, _SEMICOLON):
        if mark in text:
            return mark
    lines = [line.split(_COMMA) for line in text.splitlines() if line.strip()]
    alike = len({len(line) for line in lines}) == 1 and lines and len(lines[0]) >= 3
    addressed = any(_ADDRESS.fullmatch(cell.strip().strip('"')) for line in lines for cell in line if len(line) > 1)
    headed = len(lines) > 1 and len(lines[0]) > 1 and all(_field_of(cell) for cell in lines[0])
    return _COMMA if alike or addressed or headed else None


def _named(rows: Sequence[Sequence[str]]) -> tuple[PersonField, ...] | None:
    """What the first row says the columns are, where it is a row of headings."""
    first = rows[0]
    fields = tuple(_field_of(cell) for cell in first)
    said = sum(bool(cell) for cell in first)
    known = sum(field is not None for field in fields)
    if not known or known * 2 < said or any("@" in cell for cell in first) or (len(rows) == 1 and known < 2):
        return None
    seen: set[PersonField] = set()
    named = []
    for field in fields:
        named.append(PersonField.NOTHING if field is None or field in seen else field)
        seen.add(named[-1])
    return tuple(named)


def _with_addresses(fields: Sequence[PersonField], parted: int) -> tuple[PersonField, ...]:
    """The fields where a column of names had its addresses taken apart, which come last."""
    free: list[PersonField] = [
        PersonField.NOTHING if field in (PersonField.NAME, PersonField.EMAIL) else field for field in fields
    ]
    free[parted] = PersonField.NAME
    return (*free[:-1], PersonField.EMAIL)


def _field_of(cell: str) -> PersonField | None:
    return _FIELD_OF.get(" ".join(re.findall(r"[^\W_]+", cell.casefold())))


def _guessed(rows: Sequence[Sequence[str]]) -> tuple[PersonField, ...]:
    """What columns hold, from their contents: addresses, then names, then roles and groups as they come."""
    columns = list(zip(*rows, strict=True))
    fields: list[PersonField] = [PersonField.NOTHING] * len(columns)
    addressed = {place: sum("@" in cell for cell in cells) for place, cells in enumerate(columns)}
    email = max(addressed, key=lambda place: addressed[place])
    if not addressed[email] or (email == 1 and not _names_elsewhere(columns)):
        for place in range(min(len(columns), len(USUAL))):
            fields[place] = USUAL[place]
        if not addressed[email] and len(columns) > 1 and any(columns[1]) and len(columns) <= 3:
            fields[1 : len(columns)] = [PersonField.ROLE, PersonField.GROUP][: len(columns) - 1]
        return tuple(fields)
    fields[email] = PersonField.EMAIL
    others = [place for place, cells in enumerate(columns) if place != email and any(cells)]
    if others:
        name = max(others, key=lambda place: (_like_names(columns[place]), -place))
        fields[name] = PersonField.NAME
        rest = [place for place in others if place != name]
        if len(rest) > 1 and _repeats(columns[rest[0]]) > _repeats(columns[rest[1]]):
            rest[:2] = rest[1], rest[0]  # people share groups more than roles
        for place, field in zip(rest, (PersonField.ROLE, PersonField.GROUP), strict=False):
            fields[place] = field
    return tuple(fields)


def _names_elsewhere(columns: Sequence[Sequence[str]]) -> bool:
    """Whether a column behind the first holds the names for certain: words with capitals, nobody twice."""
    if len(columns[0]) < 2 or any(len(cell.split()) > 1 for cell in columns[0]):
        return False
    return any(
        all(len(cell.split()) > 1 and cell.istitle() for cell in cells) and not _repeats(cells) for cells in columns[2:]
    )


def _like_names(cells: Iterable[str]) -> float:
    """How much a column looks like names of people: two or three words, all different."""
    said = [cell for cell in cells if cell]
    worded = sum(2 <= len(cell.split()) <= 4 and not any(sign.isdecimal() for sign in cell) for cell in said)
    return (worded + len(set(said))) / len(said) if said else 0.0


def _repeats(cells: Sequence[str]) -> int:
    said = [cell for cell in cells if cell]
    return len(said) - len(set(said))


def _trimmed(rows: Sequence[Sequence[str]], fields: Sequence[PersonField], headings: Sequence[str]) -> PastedPeople:
    """Without columns that say nothing."""
    kept = [place for place in range(len(fields)) if any(row[place] for row in rows)]
    return PastedPeople(
        tuple(tuple(row[place] for place in kept) for row in rows),
        tuple(fields[place] for place in kept),
        tuple(headings[place] for place in kept),
    )


def _parted(rows: Sequence[Sequence[str]]) -> tuple[list[tuple[str, ...]], int | None]:
    """A column of names with their addresses taken apart: the names stay in place, the addresses come last."""
    width = len(rows[0])
    place = next((place for place in range(width) if any(_NAMED_ADDRESS.fullmatch(row[place]) for row in rows)), None)
    if place is None:
        return [tuple(row) for row in rows], None
    found = []
    for row in rows:
        match = _NAMED_ADDRESS.fullmatch(row[place])
        name, address = (_bare(match["name"]), match["address"]) if match else (row[place], "")
        found.append((*row[:place], name, *row[place + 1 :], address))
    return found, place


def _only_addresses(text: str) -> bool:
    parts = [part for part in re.split(r"[;,\s]+", text) if part]
    return len(parts) > 1 and all(_ADDRESS.fullmatch(part) for part in parts)


def _recipients(text: str) -> PastedPeople:
    found: list[tuple[str, str]] = []
    loose: list[str] = []
    if _only_addresses(text):
        text = ";".join(re.split(r"[;,\s]+", text))
    end = 0
    for match in _NAMED_ADDRESS.finditer(text):
        name = match["name"].strip().lstrip(",;").strip()
        *before, name = _before(name)
        _take(before, found, loose)
        found.append((_bare(name), match["address"]))
        end = match.end()
    _take(re.split(r"[;,\n]+", text[end:]), found, loose)
    fields = (PersonField.NAME, PersonField.EMAIL)
    return PastedPeople(tuple(found), fields, ("", ""), tuple(loose))


def _before(name: str) -> Iterator[str]:
    """Recipients without a name of their own in front of a name, then the name."""
    parts = re.split(r"[;\n]", name)
    yield from parts[:-1]
    pieces = parts[-1].split(_COMMA)
    addressed = [place for place, piece in enumerate(pieces) if "@" in piece]
    first = addressed[-1] + 1 if addressed else 0
    yield from pieces[:first]
    yield _COMMA.join(pieces[first:])


def _take(parts: Iterable[str], found: list[tuple[str, str]], loose: list[str]) -> None:
    for part in parts:
        words = _bare(part)
        match = _ADDRESS.fullmatch(words)
        if match:
            found.append(("", match[1]))
        elif words:
            loose.append(words)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip("\"' ")
