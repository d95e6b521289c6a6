"""The text of a model as its author writes it, with everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from desktop.model.maturity.faults import Fault, PackFaultsError
from desktop.model.maturity.nodes import Entries, Leaf, Node
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.reading import tree_of
from desktop.model.vetting.vetted_packs import ExampleRun, VettedPack, vetted_tree


class TextHeads(Struct, frozen=True):
    """What a text says of the model as a whole; empty where it does not.

    Attributes:
        id: the identity of the model.
        name: what it is called.
        version: which version it is.
    """

    id: str = ""
    name: str = ""
    version: str = ""


class CheckedText(Struct, frozen=True):
    """A text, and what it came to.

    Attributes:
        text: the YAML.
        heads: what it says of the model as a whole.
        faults: what is wrong, in the order of the lines.
        examples: how those of a model with rules of its own went.
        pack: the model as an assessment uses it; None with faults. Whether its examples hold, `sound` tells.
    """

    text: str
    heads: TextHeads = TextHeads()
    faults: tuple[Fault, ...] = ()
    examples: tuple[ExampleRun, ...] = ()
    pack: Pack | None = None

    @property
    def id(self) -> str:
        """The identity of the model, empty where the text does not say it."""
        return self.heads.id

    @property
    def name(self) -> str:
        """What the model is called, likewise."""
        return self.heads.name

    @property
    def version(self) -> str:
        """Which version it is, likewise."""
        return self.heads.version

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
    heads = _heads(root)
    try:
        found = vetted_tree(root, path, faults)
    except PackFaultsError as error:
        return CheckedText(text, heads, faults=error.faults)
    if isinstance(found, VettedPack):
        return CheckedText(text, heads, examples=found.examples, pack=as_pack(found.pack))
    return CheckedText(text, heads, pack=found)


def heads_of(text: str) -> TextHeads:
    """What a text says of the model as a whole; nothing else in it is looked at, which would take longer."""
    try:
        return _heads(tree_of(text, None, []))
    except PackFaultsError:
        return TextHeads()


def _heads(root: Node) -> TextHeads:
    return TextHeads(_said(root, "id"), _said(root, "name"), _said(root, "version"))


def _said(root: Node, key: str) -> str:
    entry = root.by_key.get(key) if isinstance(root, Entries) else None
    return entry.node.value if entry and isinstance(entry.node, Leaf) and isinstance(entry.node.value, str) else ""
