"""Reading a pack from a workbook: what stands in its rows as the tree that a pack's file gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.form_processes import sheets_apart
from desktop.exchange.forms.sheet_cells import SheetCells
from desktop.exchange.model_books import sheets
from desktop.exchange.model_books.cell_values import cell_node, items, text_node, yaml_node
from desktop.exchange.model_books.places import SourcePlaces
from desktop.exchange.model_books.sheets import CHOICE_KEYS, OUT_OF_SCOPE, SCALE_KEYS, SHEETS, PackSheets
from desktop.exchange.model_books.table_rows import Cells, Made, TableReader
from desktop.model.errors import Fact, RefusalError
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries, Entry, Node
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.structure import nearest
from desktop.model.maturity.vocabulary import NAMED_SCHEMES
from desktop.model.vetting.vetted_packs import VettedPack, vetted_tree

Mutable = dict[str, Entry]


class ModelBook(Struct, frozen=True):
    """A workbook of a pack, as far as it is read.

    Attributes:
        root: the pack's tree; its lines are read by `places`.
        places: sheet and row of each line.
        faults: what is wrong with cells.
    """

    root: Entries
    places: SourcePlaces
    faults: list[Fault]

    def vetted(self, path: Path) -> Pack | VettedPack:
        """The pack, checked as one in a file is.

        Raises:
            PackFaultsError: it is no pack, or contradicts itself.
        """
        return vetted_tree(self.root, path, list(self.faults))


def sheets_of_model(path: Path) -> tuple[SheetCells, ...]:
    """The sheets of a workbook that somebody sent, read in a process of its own.

    Raises:
        RefusalError: ``model.no_workbook`` with ``path``, and what the system causes: it cannot be read.
    """
    try:
        return sheets_apart(path)
    except RefusalError as refusal:
        if refusal.code.startswith("form.") and refusal.code != "form.no_reader":
            raise RefusalError("model.no_workbook", path=path) from refusal
        raise


def is_model_book(found: Iterable[SheetCells]) -> bool:
    """Whether a workbook is that of a pack, by the headings of its sheet Model."""
    first = next((sheet.rows.get(1, {}) for sheet in found if sheet.title == sheets.MODEL), {})
    return set(sheets.MODEL_HEADINGS) <= set(first.values())


def model_book_in(found: Iterable[SheetCells]) -> ModelBook:
    """What sheets say, as those of a pack."""
    rows = _Rows(found)
    return ModelBook(rows.root(), rows.places, rows.faults)


class _Rows:
    """Makes a tree of the rows of a workbook."""

    def __init__(self, found: Iterable[SheetCells]) -> None:
        self._sheets = {sheet.title: sheet for sheet in found}
        self.faults: list[Fault] = []
        self._form = self._said_form()
        self.places = SourcePlaces(self._form.titles)

    def _said_form(self) -> PackSheets:
        """The sheets of what the pack follows; an unknown scheme is taken for the nearest, and a fault later."""
        model = self._sheets.get(sheets.MODEL, SheetCells(sheets.MODEL, {}, {}))
        said = next((row.get(2, "") for row in model.rows.values() if row.get(1) == "scheme"), "")
        words = tuple(scheme.value for scheme in NAMED_SCHEMES)
        said_to_be = (SHEETS.at(scheme) for scheme in NAMED_SCHEMES if said and scheme.value == nearest(said, words))
        return next(said_to_be, SHEETS.parts)

    def root(self) -> Entries:
        """The whole pack."""
        made = Made(0)
        columns = self._form.model_columns
        for line, row in self._rows(sheets.MODEL, sheets.MODEL_HEADINGS):
            key, text = row.get("key", ""), row.get("value", "")
            if key in made.keys:
                self.faults.append(Fault(line, FaultCode.NAME_TWICE, {"id": key}))
            elif key in columns:
                if text:
                    made.put(key, Entry(line, cell_node(columns[key], text, line, self.faults)))
            elif key:
                made.keys[key] = Entry(line, text_node(text, line))
        tables = TableReader(made, self.faults)
        for table in self._form.tables:
            tables.read(table, self._rows(table.title, table.headings))
        if not self._form.ruled:
            tables.close(("guidance",))
            optional = {"caps", "crosswalk"}
            if examples := self._examples():
                made.keys["examples"] = Entry(0, items(examples, 0))
        else:
            made.keys |= {key: Entry(0, items(nodes, 0)) for key, nodes in self._ruled() if nodes or key != "examples"}
            optional = {"levels"}
        made.lists = {key: below for key, below in made.lists.items() if below or key not in optional}
        return made.node()

    def _ruled(self) -> Iterator[tuple[str, Sequence[Entries]]]:
        yield "scales", self._scales()
        yield "kinds", self._kinds()
        yield "examples", self._examples()

    def _rows(self, title: str, known: tuple[str, ...]) -> Iterator[tuple[int, Cells]]:
        """The rows beneath the headings, by heading."""
        found = self._sheets.get(title, SheetCells(title, {}, {}))
        for row, _column in found.unclear:
            self.faults.append(Fault(self.places.line(title, row), FaultCode.CELL_UNCLEAR, {}))
        headings = {at: text.strip().lower() for at, text in found.rows.get(1, {}).items()}
        for heading in headings.values():
            if heading not in known:
                facts: dict[str, Fact] = {"key": heading, "nearest": nearest(heading, known), "known": known}
                self.faults.append(Fault(self.places.line(title, 1), FaultCode.KEY_UNKNOWN, facts))
        for number, cells in sorted(found.rows.items()):
            if number > 1:
                said = {headings[at]: text.strip() for at, text in cells.items() if at in headings and text.strip()}
                if said:
                    yield self.places.line(title, number), said

    def _scales(self) -> Sequence[Entries]:
        grouped: dict[str, tuple[int, Mutable, dict[str, list[Node]]]] = {}
        for line, row in self._rows(sheets.SCALES, sheets.SCALE_HEADINGS):
            id_ = row.get("scale", "")
            first = {"id": Entry(line, text_node(id_, line))}
            _, head, answers = grouped.setdefault(id_, (line, first, {}))
            head |= {key: self._entry(key, row[key], line) for key in SCALE_KEYS if key in row}
            choice = {key: row[f"choice {key}"] for key in CHOICE_KEYS if f"choice {key}" in row}
            if not choice:
                continue
            form = row.get("answers", "choices")
            keys = {key: self._entry(f"choice {key}", text, line) for key, text in choice.items()}
            node: Node = text_node(choice.get("id", ""), line) if form == "grades" else Entries(line, keys)
            answers.setdefault(form, []).append(node)
        return [
            Entries(line, {**head, **{form: Entry(nodes[0].line, items(nodes, line)) for form, nodes in by.items()}})
            for line, head, by in grouped.values()
        ]

    def _entry(self, heading: str, text: str, line: int) -> Entry:
        return Entry(line, cell_node(sheets.scale_column(heading), text, line, self.faults))

    def _kinds(self) -> Sequence[Entries]:
        kinds: dict[str, tuple[int, Mutable, dict[str, tuple[int, Mutable]]]] = {}
        for line, row in self._rows(sheets.KINDS, sheets.KIND_HEADINGS):
            id_, measure, key = row.get("kind", ""), row.get("measure", ""), row.get("key", "")
            _, keys, measures = kinds.setdefault(id_, (line, {"id": Entry(line, text_node(id_, line))}, {}))
            if measure:
                own = {"id": Entry(line, text_node(measure, line))}
                keys = measures.setdefault(measure, (line, own))[1]
            if not key:
                continue
            if key in keys:
                self.faults.append(Fault(line, FaultCode.NAME_TWICE, {"id": key}))
            text = row.get("value", "")
            keys[key] = Entry(line, text_node(text, line) if key == "name" else yaml_node(text, line, self.faults))
        return [
            Entries(line, {**keys, **_listed("also", [Entries(at, own) for at, own in measures.values()])})
            for line, keys, measures in kinds.values()
        ]

    def _examples(self) -> Sequence[Entries]:
        examples: dict[str, tuple[int, dict[str, tuple[int, Mutable]], list[Node]]] = {}
        for line, row in self._rows(sheets.EXAMPLES, sheets.EXAMPLE_HEADINGS):
            what, part, text = row.get("what", ""), row.get("part", ""), row.get("value", "")
            _, maps, out = examples.setdefault(row.get("example", ""), (line, {"gives": (line, {})}, []))
            if what == OUT_OF_SCOPE:
                out.append(text_node(part, line))
            elif what:
                maps.setdefault(what, (line, {}))[1][part] = Entry(line, yaml_node(text, line, self.faults))
        return [
            Entries(
                line,
                {
                    "name": Entry(line, text_node(name, line)),
                    **{what: Entry(at, Entries(at, by)) for what, (at, by) in maps.items() if by or what == "gives"},
                    **_listed(OUT_OF_SCOPE, out),
                },
            )
            for name, (line, maps, out) in examples.items()
        ]


def _listed(key: str, nodes: Sequence[Node]) -> Mapping[str, Entry]:
    return {key: Entry(nodes[0].line, items(nodes, 0))} if nodes else {}
