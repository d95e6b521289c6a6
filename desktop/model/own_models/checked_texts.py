"""The text of a model as its author writes it, with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from desktop.model.maturity.faults import Fault, PackFaultsError
from desktop.model.maturity.nodes import Entries, Leaf, Node
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.reading import tree_of
from desktop.model.vetting.vetted_packs import ExampleRun, VettedPack, vetted_tree


class CheckedText(Struct, frozen=True):
    """A text, and what it came to.

    Attributes:
        text: the YAML.
        id: the identity of the model, as far as the text says it; empty where it does not.
        name: what the model is called, likewise.
        version: which version it is, likewise.
        faults: what is wrong, in the order of the lines.
        examples: how those of a model with rules of its own went.
        pack: the model as an assessment uses it; None with faults. Whether its examples hold, `sound` tells.
    """

    text: str
    id: str = ""
    name: str = ""
    version: str = ""
    faults: tuple[Fault, ...] = ()
    examples: tuple[ExampleRun, ...] = ()
    pack: Pack | None = None

    @property
    def failing(self) -> tuple[ExampleRun, ...]:
        """The examples that do not come out as they say."""
        return tuple(example for example in self.examples if example.misses)

    @property
    def sound(self) -> bool:
        """Whether an assessment can use it."""
        return self.pack is not None and not self.failing


def check_text(text: str, path: Path | None = None) -> CheckedText:
    """Check a text as a file with it would be; whatever is wrong is in the result."""
    faults: list[Fault] = []
    try:
        root = tree_of(text, path, faults)
    except PackFaultsError as error:
        return CheckedText(text, faults=error.faults)
    said = CheckedText(text, _said(root, "id"), _said(root, "name"), _said(root, "version"))
    try:
        found = vetted_tree(root, path, faults)
    except PackFaultsError as error:
        return _with(said, faults=error.faults)
    if isinstance(found, VettedPack):
        return _with(said, examples=found.examples, pack=as_pack(found.pack))
    return _with(said, pack=found)


def _with(
    said: CheckedText, faults: Iterable[Fault] = (), examples: tuple[ExampleRun, ...] = (), pack: Pack | None = None
) -> CheckedText:
    return CheckedText(said.text, said.id, said.name, said.version, tuple(faults), examples, pack)


def _said(root: Node, key: str) -> str:
    entry = root.by_key.get(key) if isinstance(root, Entries) else None
    return entry.node.value if entry and isinstance(entry.node, Leaf) and isinstance(entry.node.value, str) else ""
