"""Reading a pack from a workbook: what stands in its rows as the tree that a pack's file gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from desktop.exchange.forms.workbook import ReturnedWorkbook
from desktop.exchange.model_books.sheets import CHOICE_KEYS, HEADINGS, LISTS, SCALE_KEYS, ModelSheet
from desktop.model import bounds
from desktop.model.errors import Fact, RefusalError
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries, Entry, Items, Leaf, Node
from desktop.model.maturity.yaml_tree import Stopped, from_yaml
from desktop.model.vetting.vetted_packs import VettedPack, vetted

_SHEET_LINES = 10 * bounds.ROWS
"""Lines of a sheet, so that one number tells sheet and row."""

_NUMBERS = ("level", "weight", "number", "choice value", "format")
_TRUTHS = ("several", "box")
_YAML = ("range", "sources")

Cells = dict[str, str]
Mutable = dict[str, Entry]


def read_model_book(path: Path) -> VettedPack:
    """The pack in a workbook, checked as one in a file is. Lines of its faults are read by `place_of`.

    Raises:
        RefusalError: ``model.no_workbook`` with ``path``, and what the system causes: it cannot be read.
        PackFaultsError: it is not that of a pack, or the pack contradicts itself.
    """
    faults: list[Fault] = []
    try:
        root = _Rows(ReturnedWorkbook(path), faults).root()
    except RefusalError as refusal:
        if refusal.code.startswith("form."):
            raise RefusalError("model.no_workbook", path=path) from refusal
        raise
    return vetted(root, path, faults)


def place_of(line: int) -> tuple[str, int]:
    """Sheet and row of a line of a workbook's fault; no sheet where it is the workbook's as a whole."""
    number, row = divmod(line, _SHEET_LINES)
    return (list(ModelSheet)[number - 1].value, row) if number else ("", row)


class _Rows:
    """Makes a tree of the rows of a workbook."""

    def __init__(self, book: ReturnedWorkbook, faults: list[Fault]) -> None:
        self._book = book
        self._faults = faults

    def root(self) -> Entries:
        """The whole pack."""
        entries: Mutable = {}
        for line, row in self._rows(ModelSheet.MODEL):
            if key := row.get("key", ""):
                entries[key] = Entry(line, self._value(key, row.get("value", ""), line))
        lists = {
            "levels": list(self._plain(ModelSheet.LEVELS)),
            "scales": self._scales(),
            "kinds": self._kinds(),
            "parts": list(self._plain(ModelSheet.PARTS)),
            "examples": self._examples(),
        }
        for key, nodes in lists.items():
            if nodes or key in ("scales", "kinds", "parts"):
                entries[key] = Entry(nodes[0].line if nodes else 0, Items(nodes[0].line if nodes else 0, tuple(nodes)))
        return Entries(0, entries)

    def _rows(self, sheet: ModelSheet) -> Iterator[tuple[int, Cells]]:
        """The rows beneath the headings, by heading."""
        found = self._book.sheet(sheet.value)
        start = (list(ModelSheet).index(sheet) + 1) * _SHEET_LINES
        for row, _column in found.unclear:
            self._faults.append(Fault(start + row, FaultCode.CELL_UNCLEAR, {}))
        headings = found.rows.get(1, {})
        for heading in headings.values():
            if heading not in HEADINGS[sheet]:
                facts: dict[str, Fact] = {"key": heading, "nearest": "", "known": HEADINGS[sheet]}
                self._faults.append(Fault(start + 1, FaultCode.KEY_UNKNOWN, facts))
        for number, cells in sorted(found.rows.items()):
            if number > 1:
                yield start + number, {headings[at]: text for at, text in cells.items() if at in headings}

    def _value(self, key: str, text: str, line: int) -> Node:
        """What a cell under a heading holds."""
        if key in _YAML:
            return self._yaml(text, line)
        if key in LISTS:
            return Items(line, tuple(Leaf(line, "text", each.strip()) for each in text.split(",")))
        if key in _TRUTHS and text.lower() in ("true", "false"):
            return Leaf(line, "truth", text.lower() == "true")
        if key in _NUMBERS:
            if re.fullmatch(r"-?\d{1,15}", text):
                return Leaf(line, "number", int(text))
            if re.fullmatch(r"-?\d{1,14}\.\d{1,14}", text):
                return Leaf(line, "decimal", float(text))
        return Leaf(line, "text", text)

    def _yaml(self, text: str, line: int) -> Node:
        """What a cell that is written as in a pack's file holds."""
        faults: list[Fault] = []
        try:
            node = from_yaml(text, faults)
        except Stopped:
            node = Leaf(line, "refused", None)
        self._faults += [Fault(line, fault.code, fault.facts, fault.where) for fault in faults]
        return _placed(node, line)

    def _plain(self, sheet: ModelSheet) -> Iterator[Entries]:
        """Rows that are each a group of keys."""
        for line, row in self._rows(sheet):
            yield Entries(line, {key: Entry(line, self._value(key, text, line)) for key, text in row.items()})

    def _scales(self) -> Sequence[Entries]:
        grouped: dict[str, tuple[int, Mutable, dict[str, list[Node]]]] = {}
        for line, row in self._rows(ModelSheet.SCALES):
            id_ = row.get("scale", "")
            first = {"id": Entry(line, Leaf(line, "text", id_))}
            _, head, answers = grouped.setdefault(id_, (line, first, {}))
            head |= {key: Entry(line, self._value(key, row[key], line)) for key in SCALE_KEYS if key in row}
            choice = {key: row[f"choice {key}"] for key in CHOICE_KEYS if f"choice {key}" in row}
            if not choice:
                continue
            form = row.get("answers", "choices")
            keys = {key: Entry(line, self._value(f"choice {key}", text, line)) for key, text in choice.items()}
            node: Node = Leaf(line, "text", choice.get("id", "")) if form == "grades" else Entries(line, keys)
            answers.setdefault(form, []).append(node)
        return [
            Entries(
                line, {**head, **{form: Entry(nodes[0].line, Items(line, tuple(nodes))) for form, nodes in by.items()}}
            )
            for line, head, by in grouped.values()
        ]

    def _kinds(self) -> Sequence[Entries]:
        kinds: dict[str, tuple[int, Mutable, dict[str, tuple[int, Mutable]]]] = {}
        for line, row in self._rows(ModelSheet.KINDS):
            id_, measure, key = row.get("kind", ""), row.get("measure", ""), row.get("key", "")
            _, keys, measures = kinds.setdefault(id_, (line, {"id": Entry(line, Leaf(line, "text", id_))}, {}))
            if measure:
                own = {"id": Entry(line, Leaf(line, "text", measure))}
                keys = measures.setdefault(measure, (line, own))[1]
            if not key:
                continue
            if key in keys:
                self._faults.append(Fault(line, FaultCode.NAME_TWICE, {"id": key}))
            text = row.get("value", "")
            keys[key] = Entry(line, Leaf(line, "text", text) if key == "name" else self._yaml(text, line))
        return [
            Entries(line, {**keys, **_listed("also", [Entries(at, own) for at, own in measures.values()])})
            for line, keys, measures in kinds.values()
        ]

    def _examples(self) -> Sequence[Entries]:
        examples: dict[str, tuple[int, dict[str, tuple[int, Mutable]], list[Node]]] = {}
        for line, row in self._rows(ModelSheet.EXAMPLES):
            what, part, text = row.get("what", ""), row.get("part", ""), row.get("value", "")
            _, maps, out = examples.setdefault(row.get("example", ""), (line, {"gives": (line, {})}, []))
            if what == "out_of_scope":
                out.append(Leaf(line, "text", part))
            elif what:
                maps.setdefault(what, (line, {}))[1][part] = Entry(line, self._yaml(text, line))
        return [
            Entries(
                line,
                {
                    "name": Entry(line, Leaf(line, "text", name)),
                    **{what: Entry(at, Entries(at, by)) for what, (at, by) in maps.items() if by or what == "gives"},
                    **_listed("out_of_scope", out),
                },
            )
            for name, (line, maps, out) in examples.items()
        ]


def _listed(key: str, nodes: Sequence[Node]) -> Mapping[str, Entry]:
    return {key: Entry(nodes[0].line, Items(nodes[0].line, tuple(nodes)))} if nodes else {}


def _placed(node: Node, line: int) -> Node:
    """A tree all of whose nodes stand in one row."""
    match node:
        case Items():
            return Items(line, tuple(_placed(each, line) for each in node.nodes), node.flow)
        case Entries():
            keys = {key: Entry(line, _placed(entry.node, line)) for key, entry in node.by_key.items()}
            return Entries(line, keys, node.flow)
    return Leaf(line, node.kind, node.value, node.cut, node.bare)
