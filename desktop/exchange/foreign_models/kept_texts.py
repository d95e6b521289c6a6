"""What is kept of a model that was read: the text of a pack, sound or as a draft, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from desktop.exchange.foreign_models.foreign_model import ForeignForm, ForeignModel
from desktop.model import bounds
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.nodes import Node, plain, size_of
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.reading import text_in
from desktop.model.vetting.pack_text import pack_text, tree_text
from desktop.model.vetting.vetted_packs import ExampleRun, VettedPack


class KeptText(Struct, frozen=True):
    """A model as it would be kept.

    Attributes:
        text: its YAML; empty where too little was understood to be kept even as a draft.
        pack: the model; None with faults.
        faults: what is wrong.
        examples: how its examples went, where it has rules of its own.
    """

    text: str
    pack: Pack | None = None
    faults: tuple[Fault, ...] = ()
    examples: tuple[ExampleRun, ...] = ()


def kept_text(model: ForeignModel) -> KeptText:
    """What is kept of a model of which nothing is left to be asked. A pack keeps the text that its author wrote.

    Raises:
        RefusalError: ``model.questions_open``.
    """
    own = own_text(model)
    try:
        found = model.vetted()
    except PackFaultsError as error:
        return KeptText(own or _draft(model.root), faults=error.faults)
    try:
        text = own or written_text(found, model.path)
    except PackFaultsError as error:
        return KeptText("", faults=error.faults)
    if isinstance(found, VettedPack):
        return KeptText(text, as_pack(found.pack), examples=found.examples)
    return KeptText(text, found)


def own_text(model: ForeignModel) -> str:
    """The text of a pack as its author wrote it, comments and all; empty for a model in another form."""
    return text_in(model.path) if model.form is ForeignForm.PACK else ""


def written_text(found: Pack | VettedPack, path: Path) -> str:
    """The YAML of a model that was made of a file.

    Raises:
        PackFaultsError: its file would be larger than that of a pack can be.
    """
    text = pack_text(found.pack if isinstance(found, VettedPack) else found)
    if len(text.encode()) > bounds.PACK_BYTES:
        raise PackFaultsError(path, [Fault(0, FaultCode.FILE_LARGE, {"limit": bounds.PACK_BYTES})])
    return text


def _draft(root: Node | None) -> str:
    """What can be mended of a model with faults; nothing of one that is too large for a file."""
    if root is None or size_of(root)[0] > bounds.PACK_NODES:
        return ""
    text = tree_text(plain(root))
    return text if len(text.encode()) <= bounds.PACK_BYTES else ""


def draft_of(error: PackFaultsError) -> KeptText:
    """What is kept of a file that could not be read to its end as YAML: its text, if it has one.

    Raises:
        PackFaultsError: it has none.
    """
    if error.file is None or error.file.suffix.lower() not in (".yaml", ".yml"):
        raise error
    return KeptText(text_in(error.file), faults=error.faults)
