"""Values of a pack as people write them into cells, by the kind that the pack's format gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import inspect

from desktop.model.maturity.faults import Fault
from desktop.model.maturity.nodes import Entries, Entry, Items, Leaf, Node
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, Scheme
from desktop.model.maturity.yaml_tree import DECIMAL, Stopped, from_yaml
from desktop.model.vetting.pack_text import flow_text

TRUTHS = {"yes": True, "true": True, "x": True, "no": False, "false": False}
"""What people write for what is so or not."""

_WHOLE = re.compile(r"-?\d{1,15}")


def without_none(kind: inspect.Type) -> inspect.Type:
    """The kind of value beside nothing at all."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    kinds = tuple(one for one in kind.types if not isinstance(one, inspect.NoneType))
    return kinds[0] if len(kinds) == 1 else inspect.UnionType(kinds)


def is_list_of_structs(kind: inspect.Type) -> bool:
    """Whether it is a list that has a sheet of its own."""
    return isinstance(kind, inspect.VarTupleType) and isinstance(kind.item_type, inspect.StructType)


def is_nested(kind: inspect.StructType) -> bool:
    """Whether it is a group of groups of keys."""
    return any(isinstance(without_none(field.type), inspect.StructType) for field in kind.fields)


def is_truth(kind: inspect.Type) -> bool:
    """Whether it is so or not so."""
    return isinstance(kind, inspect.BoolType)


def is_number(kind: inspect.Type) -> bool:
    """Whether it is a number."""
    if isinstance(kind, inspect.UnionType):
        return all(is_number(one) for one in kind.types)
    if isinstance(kind, inspect.LiteralType):
        return all(isinstance(one, int) for one in kind.values)
    return isinstance(kind, (inspect.IntType, inspect.FloatType))


def words_of(kind: inspect.Type) -> tuple[str, ...]:
    """The words that a value is one of; none where it is none of a few."""
    if not isinstance(kind, inspect.EnumType):
        return ()
    return tuple(str(word.value) for word in (NAMED_SCHEMES if kind.cls is Scheme else kind.cls))


def is_prose(kind: inspect.Type) -> bool:
    """Whether it is a list of texts and not of ids."""
    item = kind.item_type if isinstance(kind, inspect.VarTupleType) else None
    return isinstance(item, inspect.StrType) and item.pattern is None and item.max_length is not None


def cell_value(kind: inspect.Type | None, value: object) -> object:
    """A value as it stands in a cell: a number, or a text.

    Lists of ids have commas between, those of texts a line each. What that would not bring back stands as in a
    pack's file.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)) and kind is not None and isinstance(kind, inspect.VarTupleType):
        texts = [str(each) for each in value]
        between = "\n" if is_prose(kind) else ", "
        joined = between.join(texts)
        comes_back = texts and not joined.startswith("[") and _parted(joined, kind) == texts
        return joined if comes_back else flow_text(value)
    return flow_text(value) if isinstance(value, (list, tuple, dict)) else value


def cell_node(kind: inspect.Type | None, text: str, line: int, faults: list[Fault]) -> Node:
    """What a cell holds.

    Args:
        kind: the kind of value; None where it stands as in a pack's file.
        text: of the cell.
        line: where it stands.
        faults: to which what is wrong is added.
    """
    if (
        kind is None
        or isinstance(kind, inspect.StructType)
        or (isinstance(kind, inspect.VarTupleType) and text.startswith("["))
    ):
        return yaml_node(text, line, faults)
    if isinstance(kind, inspect.VarTupleType):
        return Items(line, tuple(Leaf(line, "text", each) for each in _parted(text, kind)))
    if is_truth(kind) and text.lower() in TRUTHS:
        return Leaf(line, "truth", TRUTHS[text.lower()])
    if is_number(kind):
        if _WHOLE.fullmatch(text):
            return Leaf(line, "number", int(text))
        if DECIMAL.fullmatch(text):
            return Leaf(line, "decimal", float(text))
    return Leaf(line, "text", text)


def yaml_node(text: str, line: int, faults: list[Fault]) -> Node:
    """What a cell that is written as in a pack's file holds; all of it stands in one row."""
    own: list[Fault] = []
    try:
        node = from_yaml(text, own)
    except Stopped:
        node = Leaf(line, "refused", None)
    faults += [Fault(line, fault.code, fault.facts, fault.where) for fault in own]
    return _placed(node, line)


def text_node(text: str, line: int) -> Leaf:
    """A text as it is."""
    return Leaf(line, "text", text)


def items(nodes: Sequence[Node], line: int) -> Items:
    """A list; it stands where its first entry does."""
    return Items(nodes[0].line if nodes else line, tuple(nodes))


def _parted(text: str, kind: inspect.Type) -> list[str]:
    parts = text.split("\n") if is_prose(kind) else text.split(",")
    return [part.strip() for part in parts if part.strip()]


def _placed(node: Node, line: int) -> Node:
    match node:
        case Items():
            return Items(line, tuple(_placed(each, line) for each in node.nodes), node.flow)
        case Entries():
            keys = {key: Entry(line, _placed(entry.node, line)) for key, entry in node.by_key.items()}
            return Entries(line, keys, node.flow)
    return Leaf(line, node.kind, node.value, node.cut, node.bare)
