"""Lists of a pack as rows of sheets and back: each entry a row, under the names of those above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop.exchange.model_books.cell_values import cell_node, cell_value
from desktop.exchange.model_books.sheets import TableSheet, columns_of
from desktop.model.errors import Fact
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries, Entry, Items
from desktop.model.maturity.structure import nearest

Row = dict[str, object]
Cells = Mapping[str, str]
Rows = Iterable[tuple[int, Cells]]
"""Rows beneath the headings: line, and texts by heading."""


def rows_of(table: TableSheet, pack: Mapping[str, Any]) -> Iterator[Row]:
    """The rows of a sheet.

    Args:
        table: the sheet.
        pack: as plain values.
    """
    columns = columns_of(table.struct)
    for names, entry in _entries(pack, table.path, ()):
        row: Row = dict(zip(table.above, names, strict=True))
        yield row | {
            heading: cell_value(kind, value)
            for heading, kind in columns.items()
            if (value := _under(entry, heading)) is not None
        }


def _entries(
    node: Mapping[str, Any], path: tuple[str, ...], names: tuple[object, ...]
) -> Iterator[tuple[tuple[object, ...], Mapping[str, Any]]]:
    head, *rest = path
    below = node.get(head, ())
    if isinstance(below, dict):
        yield from _entries(below, tuple(rest), names)
        return
    for entry in below:
        if rest:
            yield from _entries(entry, tuple(rest), (*names, _name_of(entry)))
        else:
            yield names, entry


def _name_of(entry: Mapping[str, Any]) -> object:
    """By what those beneath an entry name it."""
    return entry["id"] if "id" in entry else entry["level"]


def _under(entry: Mapping[str, Any], heading: str) -> object:
    group, blank, key = heading.partition(" ")
    return entry.get(group, {}).get(key) if blank else entry.get(heading)


class Made:
    """An entry in the making.

    Attributes:
        line: where it stands.
        keys: what stands in it.
        lists: the lists of entries beneath it, by key.
    """

    def __init__(self, line: int) -> None:
        """Begin with nothing."""
        self.line = line
        self.keys: dict[str, Entry] = {}
        self.lists: dict[str, list[Made]] = {}

    def put(self, heading: str, entry: Entry) -> None:
        """Set a value; a heading of two words leads into a group of keys."""
        group, blank, key = heading.partition(" ")
        if not blank:
            self.keys[heading] = entry
            return
        node = self.keys[group].node if group in self.keys else Entries(entry.line, {})
        assert isinstance(node, Entries)
        self.keys[group] = Entry(node.line, Entries(node.line, {**node.by_key, key: entry}))

    def node(self) -> Entries:
        """What it has become."""
        keys = dict(self.keys)
        for key, below in self.lists.items():
            line = below[0].line if below else self.line
            keys[key] = Entry(line, Items(line, tuple(each.node() for each in below)))
        return Entries(self.line, keys)


class TableReader:
    """Puts rows where they belong, sheet by sheet, those above first."""

    def __init__(self, root: Made, faults: list[Fault]) -> None:
        """Begin with what the sheet Model says."""
        self._root = root
        self._faults = faults
        self._named: dict[tuple[str, ...], dict[tuple[str, ...], Made]] = {(): {(): root}}

    def read(self, table: TableSheet, rows: Rows) -> None:
        """Take the rows of a sheet. One under a name that is not there is a fault."""
        path = table.path[:-1]
        above: dict[tuple[str, ...], Made]
        above = self._named[path] if table.above else {(): self._inside(path)}
        key = table.path[-1]
        for holder in above.values():
            holder.lists.setdefault(key, [])
        own = self._named.setdefault(table.path, {})
        columns = columns_of(table.struct)
        for line, cells in rows:
            names = tuple(cells.get(heading, "") for heading in table.above)
            made = Made(line)
            for heading, kind in columns.items():
                if heading in cells:
                    made.put(heading, Entry(line, cell_node(kind, cells[heading], line, self._faults)))
            if names in above:
                above[names].lists[key].append(made)
            else:
                self._faults.append(_dangling(table, line, names, above))
            own[(*names, cells.get("id") or cells.get("level", ""))] = made

    def _inside(self, path: tuple[str, ...]) -> Made:
        """The pack itself, or a group of keys in it that holds lists."""
        if not path:
            return self._root
        group = self._named.get(path, {}).get(())
        if group is None:
            group = Made(self._root.line)
            if path[0] in self._root.keys:
                node = self._root.keys[path[0]].node
                assert isinstance(node, Entries)
                group.line, group.keys = node.line, dict(node.by_key)
            self._named[path] = {(): group}
        return group

    def close(self, path: tuple[str, ...]) -> None:
        """Put a group of keys that holds lists into the pack, if there is anything in it."""
        group = self._inside(path)
        group.lists = {key: below for key, below in group.lists.items() if below}
        if group.keys or group.lists:
            self._root.keys[path[0]] = Entry(group.line, group.node())


def _dangling(table: TableSheet, line: int, names: tuple[str, ...], above: Mapping[tuple[str, ...], Made]) -> Fault:
    """The fault of a row under a name that no row has."""
    firsts = {each[0] for each in above}
    wrong = 0 if names[0] not in firsts else len(names) - 1
    known = tuple(sorted({each[wrong] for each in above if each[:wrong] == names[:wrong]}))
    kind = table.refers[table.above[wrong]].lower()
    facts: dict[str, Fact] = {"id": names[wrong], "kind": kind, "nearest": nearest(names[wrong], known)}
    return Fault(line, FaultCode.REFERENCE_DANGLING, facts)
