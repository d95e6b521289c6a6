"""Whether a tree has the structure of a pack: keys, types, limits. All faults are found, not only the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, inspect

from desktop.characters import NO_TEXT
from desktop.model.errors import Fact
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries, Entry, Items, Leaf, Node, Place, spell
from desktop.model.maturity.pack import CONTENT, Pack, foreign_keys
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, Scheme

SHOWN = 60
_CLOSE = 0.6
"""The part of a word that must be as in another for that to be proposed."""

_Found = tuple[FaultCode, dict[str, Fact]]


def structural_faults(root: Node, wanted: type[Struct] = Pack) -> Iterator[Fault]:
    """What keeps a tree from being a pack, or whatever is wanted."""
    yield from _against(_type_of(wanted), Entry(root.line, root), ())


def nearest(word: str, words: tuple[str, ...]) -> str:
    """The known word that an unknown one was probably meant to be, or an empty string."""
    from rapidfuzz import process  # noqa: PLC0415 - only a faulty pack needs it
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - likewise

    for form in (word.lower().replace("-", "_"), word):
        if close := process.extractOne(form, words, scorer=OSA.normalized_similarity, score_cutoff=_CLOSE):
            return close[0]
    return ""


@cache
def _type_of(part: type[Struct]) -> inspect.Type:
    return inspect.type_info(part)


def _against(kind: inspect.Type, entry: Entry, path: Place) -> Iterator[Fault]:
    node = entry.node
    if isinstance(node, Leaf) and node.kind == "refused":
        return
    match kind:
        case inspect.UnionType():
            yield from _against_one_of(kind, entry, path)
        case inspect.StructType() if isinstance(node, Entries):
            yield from _mapping(kind, node, path)
        case inspect.DictType() if isinstance(node, Entries):
            yield from _named(kind, node, path)
        case inspect.VarTupleType() if isinstance(node, Items):
            yield from _split_texts(kind, node, path)
            for index, inner in enumerate(node.nodes):
                yield from _against(kind.item_type, Entry(inner.line, inner), (*path, index))
        case inspect.TupleType() if isinstance(node, Items) and len(node.nodes) == len(kind.item_types):
            for index, (item_type, inner) in enumerate(zip(kind.item_types, node.nodes, strict=True)):
                yield from _against(item_type, Entry(inner.line, inner), (*path, index))
        case _ if (found := _leaf_fault(kind, node)) is not None:
            code, facts = found
            yield Fault(entry.line, code, facts, spell(path))


def _against_one_of(kind: inspect.UnionType, entry: Entry, path: Place) -> Iterator[Fault]:
    """Against the one of several kinds of value that what stands there is most like."""
    node = entry.node
    kinds = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
    if isinstance(node, Leaf) and node.kind == "nothing" and len(kinds) < len(kind.types):
        return
    if len(kinds) == 1:
        yield from _against(kinds[0], entry, path)
        return
    like = next((one for liked in _like(node) for one in kinds if isinstance(one, liked)), None)
    text = node.value if isinstance(node, Leaf) and node.kind == "text" else None
    number = _as_number(text) if isinstance(text, str) and _is_free(like) else None
    if number is not None:
        yield Fault(entry.line, number, {"text": str(text)}, spell(path))
    elif like is not None:
        yield from _against(like, entry, path)
    else:
        code, facts = _wrong(kind, node)
        yield Fault(entry.line, code, facts, spell(path))


def _like(node: Node) -> tuple[type[inspect.Type], ...]:
    """The kinds of value that a node is most like, the likest first."""
    match node:
        case Entries():
            return inspect.StructType, inspect.DictType
        case Items():
            return inspect.VarTupleType, inspect.TupleType
        case Leaf(kind="number"):
            return inspect.IntType, inspect.FloatType
        case Leaf(kind="decimal"):
            return (inspect.FloatType,)
        case Leaf(kind="nothing"):
            return ()
    return inspect.EnumType, inspect.StrType


def _is_free(kind: inspect.Type | None) -> bool:
    """Whether any text would do, so that a number that became a text would not be noticed."""
    return isinstance(kind, inspect.StrType) and kind.pattern is None


def _as_number(text: str) -> FaultCode | None:
    """What is wrong with a text that was meant as a number."""
    if re.fullmatch(r"-?\d+,\d+", text):
        return FaultCode.NUMBER_COMMA
    return FaultCode.NUMBER_QUOTED if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def _named(kind: inspect.DictType, node: Entries, path: Place) -> Iterator[Fault]:
    """Values under names that the author chooses, such as the ids of parts."""
    for key, entry in node.by_key.items():
        if isinstance(kind.key_type, inspect.StrType) and (found := _text_fault(kind.key_type, key)) is not None:
            yield Fault(entry.line, *found, spell((*path, key)))
        yield from _against(kind.value_type, entry, (*path, key))


def _split_texts(kind: inspect.VarTupleType, node: Items, path: Place) -> Iterator[Fault]:
    """Texts in brackets that look like one text, split by its comma."""
    if not (node.flow and _is_prose(kind.item_type)):
        return
    for index, inner in enumerate(node.nodes[1:], 1):
        if isinstance(inner, Leaf) and inner.bare and str(inner.value)[:1].islower():
            yield Fault(inner.line, FaultCode.LIST_SPLIT, {"text": str(inner.value)[:SHOWN]}, spell((*path, index)))


def _is_prose(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.StrType) and kind.pattern is None and kind.max_length is not None


def _mapping(kind: inspect.StructType, node: Entries, path: Place) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in kind.fields}
    missing = [key for key, field in fields.items() if field.required and key not in node.by_key]
    foreign: frozenset[str] = frozenset()
    if kind.cls is Pack and (scheme := _scheme(node)) is not None:
        missing += [key for key in CONTENT.at(scheme).needed if key not in node.by_key]
        foreign = frozenset(foreign_keys(scheme))
    known = tuple(key for key in fields if key not in foreign)
    for key, entry in node.by_key.items():
        if key in foreign:
            yield Fault(entry.line, FaultCode.KEY_FOREIGN, {"key": key, "scheme": _belongs_to(key)}, spell(path))
            continue
        if key in fields:
            yield from _against(fields[key].type, entry, (*path, key))
            continue
        if node.flow and " " in key and isinstance(entry.node, Leaf) and entry.node.kind == "nothing":
            yield Fault(entry.line, FaultCode.TEXT_SPLIT, {"text": key[:SHOWN]}, spell(path))
            continue
        meant = nearest(key, tuple(name for name in known if name not in node.by_key))
        if meant in missing:
            missing.remove(meant)
        facts: dict[str, Fact] = {"key": key[:SHOWN], "nearest": meant, "known": known}
        yield Fault(entry.line, FaultCode.KEY_UNKNOWN, facts, spell(path))
    for key in missing:
        yield Fault(node.line, FaultCode.KEY_MISSING, {"key": key}, spell(path))


def _scheme(node: Entries) -> Scheme | None:
    """The scheme that a pack says it follows; None if it says none that is known."""
    said = node.by_key.get("scheme")
    value = said.node.value if said is not None and isinstance(said.node, Leaf) else None
    return next((scheme for scheme in NAMED_SCHEMES if scheme.value == value), None)


def _belongs_to(key: str) -> str:
    return next(scheme.value for scheme, content in CONTENT.each.items() if key in content.own)


def _leaf_fault(kind: inspect.Type, node: Node) -> _Found | None:
    match kind, node:
        case inspect.StrType(), Leaf(kind="text", value=str(text)):
            return (FaultCode.TEXT_CUT, {}) if node.cut and _is_prose(kind) else _text_fault(kind, text)
        case inspect.EnumType(), Leaf(kind="text", value=str(text)):
            words = NAMED_SCHEMES if kind.cls is Scheme else kind.cls
            return _word_fault(tuple(str(word.value) for word in words), text)
        case ((inspect.StrType() | inspect.EnumType()), Leaf(kind="number" | "decimal" | "truth" | "other")):
            return FaultCode.TYPE_UNQUOTED, {}
        case inspect.LiteralType(), Leaf(kind="number", value=int(number)):
            return _version_fault(kind, number)
        case ((inspect.IntType() | inspect.FloatType()), Leaf(value=int(number) | float(number))) if _counts(
            kind, node
        ):
            return _range_fault(kind, number)
    return None if _is_truth(kind, node) else _wrong(kind, node)


def _counts(kind: inspect.Type, node: Node) -> bool:
    """Whether a node is a number of a kind: whole ones are of both."""
    kinds = ("number", "decimal") if isinstance(kind, inspect.FloatType) else ("number",)
    return isinstance(node, Leaf) and node.kind in kinds


def _is_truth(kind: inspect.Type, node: Node) -> bool:
    return isinstance(kind, inspect.BoolType) and isinstance(node, Leaf) and node.kind == "truth"


def _wrong(kind: inspect.Type, node: Node) -> _Found:
    """The fault of a value of another kind, and what it was probably meant to be."""
    text = node.value if isinstance(node, Leaf) and node.kind == "text" else None
    wanted = _wanted(kind)
    if isinstance(text, str):
        if wanted in ("decimal", "limit") and (meant := _as_number(text)):
            return meant, {"text": text}
        if wanted in ("list", "pair") and "," in text:
            return FaultCode.LIST_UNBRACKETED, {"text": text[:SHOWN]}
    return FaultCode.TYPE_WRONG, {"wanted": wanted, "found": _found(node)}


def _word_fault(words: tuple[str, ...], text: str) -> _Found | None:
    if text in words:
        return None
    return FaultCode.WORD_UNKNOWN, {"word": text[:SHOWN], "nearest": nearest(text, words), "known": words}


def _version_fault(kind: inspect.LiteralType, number: int) -> _Found | None:
    if number in kind.values:
        return None
    supported = max(value for value in kind.values if isinstance(value, int))
    return FaultCode.FORMAT_UNSUPPORTED, {"number": number, "supported": supported}


def _range_fault(kind: inspect.IntType | inspect.FloatType, number: float) -> _Found | None:
    if (kind.ge is not None and number < kind.ge) or (kind.le is not None and number > kind.le):
        facts: dict[str, Fact] = {"number": number, "least": kind.ge, "most": kind.le}
        return (FaultCode.NUMBER_LOW if kind.le is None else FaultCode.NUMBER_RANGE), facts
    return None


def _text_fault(kind: inspect.StrType, text: str) -> _Found | None:
    if NO_TEXT.search(text):
        return FaultCode.TEXT_CHARACTER, {}
    if kind.min_length and not text.strip():
        return FaultCode.TEXT_EMPTY, {}
    if text != text.strip():
        return FaultCode.TEXT_EDGES, {}
    if kind.max_length is not None and len(text) > kind.max_length:
        return FaultCode.TEXT_LONG, {"length": len(text), "limit": kind.max_length}
    if kind.pattern is not None and not re.search(kind.pattern, text):
        return FaultCode.TEXT_PATTERN, {"text": text[:SHOWN], "pattern": kind.pattern}
    return None


_WANTED: tuple[tuple[tuple[type[inspect.Type], ...], str], ...] = (
    ((inspect.StructType, inspect.DictType), "keys"),
    ((inspect.TupleType,), "pair"),
    ((inspect.VarTupleType,), "list"),
    ((inspect.BoolType,), "truth"),
    ((inspect.IntType, inspect.LiteralType), "number"),
    ((inspect.FloatType,), "decimal"),
)


def _wanted(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.UnionType):
        return "limit" if any(isinstance(one, inspect.StrType) for one in kind.types) else "decimal"
    return next((word for kinds, word in _WANTED if isinstance(kind, kinds)), "text")


def _found(node: Node) -> str:
    match node:
        case Entries():
            return "keys"
        case Items():
            return "list"
        case Leaf():
            return node.kind
