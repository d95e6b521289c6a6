"""Which choice somebody meant who typed the answer, instead of choosing it from the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from desktop.exchange.forms.typed_text import folded, whole, words
from desktop.language import _
from desktop.model.assessment.forms import Unclear

Meant = tuple[str | None, Unclear | None]
"""The id of a choice, or why it is not known."""

_LEADING = re.compile(r"(\d{1,3})(?:\s*[-:.,)=]\s*|\s+)(\S.*)", re.DOTALL)
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")


class Choices:
    """The choices of a list. Each is known by its name, by its id, and by a second name where it has one.

    Names and ids may be in any letter case and with any quotes, dashes and blanks; a number may be written as ``3.0``
    or ``Level 3``; a text to choose from may be pasted whole.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]], second_names: Mapping[str, str] | None = None) -> None:
        """Take the name and the id of each choice, and second names by id."""
        known = [*pairs]
        ids, alike = {choice for _name, choice in known}, _collect(known)
        self._listed = {name: choice for name, choice in known if len(alike.get(name, ())) == 1}
        self._names = _collect((folded(name), choice) for name, choice in known)
        self._others = _collect((folded(choice), choice) for choice in ids)
        for choice, name in (second_names or {}).items():
            if choice in ids:
                self._others.setdefault(folded(name), set()).add(choice)
        self._words = _collect(
            (words(name), choice)
            for known in (self._names, self._others)
            for name, found in known.items()
            for choice in found
        )
        self._level = re.escape(folded(_("Level {number}").format(number="0")).partition("0")[0].strip())

    def __bool__(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self._names)

    def listed(self, text: str) -> str | None:
        """The choice whose name this is, letter for letter, where no other has it."""
        return self._listed.get(text)

    def starts_line(self, text: str) -> bool:
        """Whether a text begins with the name of a choice, as the texts that stand below a question do."""
        return folded(text).partition(" ")[0] in self._names

    def meant(self, text: str, lines: Iterable[str] = ()) -> Meant:
        """What somebody meant.

        Args:
            text: what was typed.
            lines: the texts to choose from that stand below the question, each behind the name of its choice.
        """
        typed = folded(text)
        texts = self._texts(lines)
        for found in (
            self._names.get(typed),
            self._names.get(whole(typed)),
            self._others.get(typed),
            self._numbered(typed, texts),
            texts.get(typed),
            self._words.get(words(typed)) if words(typed) else None,
        ):
            if found:
                return (next(iter(found)), None) if len(found) == 1 else (None, Unclear.SEVERAL)
        return None, Unclear.SEVERAL if len(self._mentioned(typed)) > 1 else Unclear.NO_CHOICE

    def _numbered(self, typed: str, texts: Mapping[str, set[str]]) -> set[str] | None:
        """The choice of ``Level 4``, and of ``4 - Managed`` where what follows is no other's."""
        bare = re.sub(rf"^{self._level}\s*(?=\d)", "", typed)
        number = whole(bare)
        if number:
            return self._names.get(number)
        leading = _LEADING.fullmatch(bare)
        if leading is None:
            return None
        found = self._names.get(str(int(leading[1])), set())
        rest = folded(leading[2])
        said = self._others.get(rest) or texts.get(rest) or self._words.get(words(rest) or rest, set())
        return found & said or None

    def _texts(self, lines: Iterable[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for line in lines:
            name, _space, text = folded(line).partition(" ")
            if text and name in self._names:
                found.setdefault(folded(text), set()).update(self._names[name])
        return found

    def _mentioned(self, typed: str) -> set[str]:
        """The choices that a text names among other things, or lies between."""
        left, found = typed, set[str]()
        for name in sorted(filter(words, self._names), key=len, reverse=True):
            pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
            if re.search(pattern, left):
                left = re.sub(pattern, " ", left)
                found |= self._names[name]
        for number in _NUMBER.findall(left):
            lower, _point, part = number.replace(",", ".").partition(".")
            near = {int(lower), int(lower) + 1} if part.strip("0") else {int(lower)}
            for each in near:
                found |= self._names.get(str(each), set())
        return found


def _collect(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for text, choice in pairs:
        if text:
            found.setdefault(text, set()).add(choice)
    return found
