"""Trees of packs in the making: plain values with the lines they come from, ids and texts that a pack can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from desktop import characters
from desktop.model.maturity.nodes import Entries, Entry, Items, Leaf, Node

LONGEST_TEXT = 2000
LONGEST_ID = 40
LONGEST_WORD = 30
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")
_SEPARATORS = re.compile(r"([._-])[._-]+")


def node_at(line: int, value: object) -> Node:
    """The tree of a plain value, all of which comes from one line; what is a tree already stays it."""
    match value:
        case Leaf() | Items() | Entries():
            return value
        case dict():
            return entries_at(line, value)
        case list() | tuple():
            return Items(line, tuple(node_at(line, each) for each in value))
        case bool() | int() | float():
            kinds = {bool: "truth", int: "number", float: "decimal"}
            return Leaf(line, kinds[type(value)], value)
    return Leaf(line, "text", str(value))


def entries_at(line: int, values: Mapping[str, object]) -> Entries:
    """A group of keys; those without a value are left out."""
    return Entries(
        line,
        {key: Entry(line, node_at(line, value)) for key, value in values.items() if value is not None and value != ""},
    )


def list_of(nodes: Iterable[Node]) -> Items:
    """A list that stands where its first entry does."""
    found = tuple(nodes)
    return Items(found[0].line if found else 0, found)


def plain_text(text: str) -> str:
    """A text as a pack can hold it, however long."""
    lines = (line.rstrip() for line in characters.text(text).split("\n"))
    return "\n".join(lines).strip()


def fitting(text: str) -> str:
    """A text as a pack can hold it, cut where it is too long."""
    kept = plain_text(text)
    return kept if len(kept) <= LONGEST_TEXT else kept[: LONGEST_TEXT - 1].rstrip() + "…"


def as_number(text: str) -> int | float | str:
    """The number that a text writes; the text where it writes none."""
    if re.fullmatch(r"-?\d{1,9}", text):
        return int(text)
    if re.fullmatch(r"-?\d{1,9}[.,]\d{1,6}", text):
        number = float(text.replace(",", "."))
        return int(number) if number == int(number) else number
    return text


class PartIds:
    """Ids of parts, each unlike the others.

    Attributes:
        changed: how many are not as they were written.
    """

    def __init__(self, *taken: str) -> None:
        """Begin with some that are taken."""
        self._taken = dict.fromkeys((each.lower() for each in taken), 1)
        self.changed = 0

    def of(self, written: str, otherwise: str) -> str:
        """The id closest to what is written.

        Args:
            written: how the model numbers the part; may be empty.
            otherwise: the id of a part that is not numbered.
        """
        found = id_text(written) or otherwise
        wanted = found
        while wanted.lower() in self._taken:
            self._taken[found.lower()] = self._taken.get(found.lower(), 1) + 1
            wanted = f"{found[: LONGEST_ID - 6]}-{self._taken[found.lower()]}"
        self._taken[wanted.lower()] = 1
        if written and wanted != written.strip():
            self.changed += 1
        return wanted


def id_text(written: str) -> str:
    """An id as close to a text as ids can be; empty where nothing is left of it."""
    plain = unicodedata.normalize("NFKD", written.strip()).encode("ascii", "ignore").decode()
    joined = _SEPARATORS.sub(r"\1", _NO_ID.sub("-", plain))
    return joined[:LONGEST_ID].strip("._-")


def slug(text: str) -> str:
    """The identity of a model made of its name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:50].strip("-") or "my-model"


class GradeWords:
    """Words for the choices of a scale, each unlike the others."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: dict[str, int] = {}

    def of(self, text: str) -> str:
        """The word closest to what a choice is called; a letter comes first."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        word = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
        word = (word if word[:1].isalpha() else f"a_{word}".rstrip("_"))[: LONGEST_WORD - 6].strip("_")
        found = word
        while found in self._taken:
            self._taken[word] += 1
            found = f"{word}_{self._taken[word]}"
        self._taken[found] = 1
        return found
