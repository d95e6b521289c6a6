"""Reading model packs strictly: everything that is wrong is found and named with its line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import msgspec

from desktop.characters import NO_TEXT
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import read_plain
from desktop.model.maturity.checking import findings
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.findings import Finding
from desktop.model.maturity.nodes import Entries, Leaf, Node, from_plain, line_at, plain, spell
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.structure import nearest, structural_faults
from desktop.model.maturity.vocabulary import NAMED_SCHEMES
from desktop.model.maturity.yaml_tree import Stopped, from_yaml


def read_pack(path: Path) -> Pack:
    """The model pack in a YAML file that follows a scheme; `desktop.model.vetting.vetted_packs` reads any.

    Raises:
        PackFaultsError: the file cannot be read, is not a pack, or contradicts itself.
    """
    faults: list[Fault] = []
    return pack_of(tree_in(path, faults), path, faults)


def tree_in(path: Path, faults: list[Fault]) -> Node:
    """What a YAML file holds. What is wrong with it as YAML, and leaves the rest readable, is added to the faults.

    Raises:
        PackFaultsError: the file cannot be read to its end.
    """
    return tree_of(text_in(path), path, faults)


def tree_of(text: str, path: Path | None, faults: list[Fault]) -> Node:
    """What a YAML text holds; see `tree_in`.

    Raises:
        PackFaultsError: the text cannot be read to its end.
    """
    if found := NO_TEXT.search(text):
        fault = Fault(text.count("\n", 0, found.start()) + 1, FaultCode.FILE_CHARACTER, {"character": repr(found[0])})
        raise PackFaultsError(path, [fault])
    try:
        return from_yaml(text, faults)
    except Stopped:
        raise PackFaultsError(path, faults) from None


def in_vocabulary(root: Node) -> bool:
    """Whether a pack says its rules itself, in place of following a scheme."""
    if not isinstance(root, Entries) or {"kinds", "parts"}.isdisjoint(root.by_key):
        return False
    said = root.by_key.get("scheme")
    return said is None or not (isinstance(said.node, Leaf) and said.node.value in NAMED_SCHEMES)


def located(root: Node, found: Iterable[Finding]) -> list[Fault]:
    """Faults with their lines, and what was probably meant by what is named in vain."""
    faults: list[Fault] = []
    hints = bounds.PACK_HINTS
    for one in islice(found, bounds.PACK_FAULTS):
        facts = dict(one.facts)
        if one.choices and hints:
            facts["nearest"] = nearest(str(facts["id"]), tuple(sorted(one.choices)))
            hints -= 1
        faults.append(Fault(line_at(root, one.place), one.code, facts, spell(one.place)))
    return faults


def json_tree(data: bytes) -> Node:
    """What a JSON text that may have been edited or damaged holds; `desktop.model.vetting.frozen_packs` reads it.

    Raises:
        PackFaultsError: it is not JSON, or too large for a pack.
    """
    if len(data) > bounds.PACK_BYTES or data.count(b",") > bounds.PACK_NODES:
        raise PackFaultsError(None, [Fault(0, FaultCode.YAML_LARGE, {"limit": bounds.PACK_NODES})])
    try:
        return from_plain(msgspec.json.decode(data))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PackFaultsError(None, [Fault(0, FaultCode.JSON_MALFORMED, {"problem": str(error)})]) from error


def text_in(path: Path) -> str:
    """The text of a file, whatever it says.

    Raises:
        PackFaultsError: it cannot be read, is too large, or is not UTF-8.
    """
    try:
        data = read_plain(path, bounds.PACK_BYTES)
    except RefusalError as refusal:
        raise PackFaultsError(path, [_unreadable(refusal)]) from refusal
    return text_of(data, path)


def text_of(data: bytes, path: Path) -> str:
    """The text that the content of a file is.

    Raises:
        PackFaultsError: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackFaultsError(path, [Fault(line, FaultCode.FILE_NOT_UTF8, {})]) from error


def _unreadable(refusal: RefusalError) -> Fault:
    match refusal.code:
        case "file.too_large":
            return Fault(0, FaultCode.FILE_LARGE, {"limit": bounds.PACK_BYTES})
        case "file.not_plain":
            return Fault(0, FaultCode.FILE_NOT_PLAIN, {})
    return Fault(0, FaultCode.FILE_UNREADABLE, {"problem": refusal.facts.get("reason")})


def pack_of(root: Node, path: Path | None, faults: list[Fault]) -> Pack:
    """The pack that a tree is, if nothing is wrong with it besides the faults that are known.

    Raises:
        PackFaultsError: something is.
    """
    faults += islice(structural_faults(root), bounds.PACK_FAULTS)
    if faults:
        raise PackFaultsError(path, faults)
    pack = msgspec.convert(plain(root), Pack)
    if faults := located(root, findings(pack)):
        raise PackFaultsError(path, faults)
    return pack
