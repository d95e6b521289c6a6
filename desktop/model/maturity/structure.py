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
from desktop.model.maturity.pack import NEEDED, OWN, Pack
from desktop.model.maturity.vocabulary import Scheme

SHOWN = 60
_CLOSE = 0.6
"""The part of a word that must be as in another for that to be proposed."""

_Found = tuple[FaultCode, dict[str, Fact]]


def structural_faults(root: Node) -> Iterator[Fault]:
    """What keeps a tree from being a pack."""
    yield from _against(_type_of(Pack), Entry(root.line, root), ())


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
            if not (isinstance(node, Leaf) and node.kind == "nothing"):
                yield from _against(
                    next(one for one in kind.types if not isinstance(one, inspect.NoneType)), entry, path
                )
        case inspect.StructType() if isinstance(node, Entries):
            yield from _mapping(kind, node, path)
        case inspect.VarTupleType() if isinstance(node, Items):
            for index, inner in enumerate(node.nodes):
                yield from _against(kind.item_type, Entry(inner.line, inner), (*path, index))
        case _ if (found := _leaf_fault(kind, node)) is not None:
            code, facts = found
            yield Fault(entry.line, code, facts, spell(path))


def _mapping(kind: inspect.StructType, node: Entries, path: Place) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in kind.fields}
    missing = [key for key, field in fields.items() if field.required and key not in node.by_key]
    foreign: frozenset[str] = frozenset()
    if kind.cls is Pack and (scheme := _scheme(node)) is not None:
        missing += [key for key in NEEDED[scheme] if key not in node.by_key]
        foreign = frozenset(key for other, keys in OWN.items() if other is not scheme for key in keys)
    known = tuple(key for key in fields if key not in foreign)
    for key, entry in node.by_key.items():
        if key in foreign:
            yield Fault(entry.line, FaultCode.KEY_FOREIGN, {"key": key, "scheme": _belongs_to(key)}, spell(path))
            continue
        if key in fields:
            yield from _against(fields[key].type, entry, (*path, key))
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
    return next((scheme for scheme in Scheme if scheme.value == value), None)


def _belongs_to(key: str) -> str:
    return next(scheme.value for scheme, keys in OWN.items() if key in keys)


def _leaf_fault(kind: inspect.Type, node: Node) -> _Found | None:
    match kind, node:
        case inspect.StrType(), Leaf(kind="text", value=str(text)):
            return _text_fault(kind, text)
        case inspect.EnumType(), Leaf(kind="text", value=str(text)):
            return _word_fault(tuple(str(word.value) for word in kind.cls), text)
        case ((inspect.StrType() | inspect.EnumType()), Leaf(kind="number" | "truth" | "other")):
            return FaultCode.TYPE_UNQUOTED, {}
        case ((inspect.IntType() | inspect.LiteralType()), Leaf(kind="number", value=int(number))):
            return _number_fault(kind, number)
        case inspect.BoolType(), Leaf(kind="truth"):
            return None
    return FaultCode.TYPE_WRONG, {"wanted": _wanted(kind), "found": _found(node)}


def _word_fault(words: tuple[str, ...], text: str) -> _Found | None:
    if text in words:
        return None
    return FaultCode.WORD_UNKNOWN, {"word": text[:SHOWN], "nearest": nearest(text, words), "known": words}


def _number_fault(kind: inspect.IntType | inspect.LiteralType, number: int) -> _Found | None:
    if isinstance(kind, inspect.LiteralType):
        supported = max(value for value in kind.values if isinstance(value, int))
        return (
            None
            if number in kind.values
            else (FaultCode.FORMAT_UNSUPPORTED, {"number": number, "supported": supported})
        )
    if (kind.ge is not None and number < kind.ge) or (kind.le is not None and number > kind.le):
        return FaultCode.NUMBER_RANGE, {"number": number, "least": kind.ge, "most": kind.le}
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


def _wanted(kind: inspect.Type) -> str:
    match kind:
        case inspect.StructType():
            return "keys"
        case inspect.VarTupleType():
            return "list"
        case inspect.BoolType():
            return "truth"
        case inspect.IntType() | inspect.LiteralType():
            return "number"
    return "text"


def _found(node: Node) -> str:
    match node:
        case Entries():
            return "keys"
        case Items():
            return "list"
        case Leaf():
            return node.kind
