"""What is kept of a model that was read: the text of a pack, sound or as a draft, and what is wrong with it."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.foreign_models.foreign_model import ForeignForm, ForeignModel
from desktop.model.maturity.faults import Fault, PackFaultsError
from desktop.model.maturity.nodes import plain
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
    own = text_in(model.path) if model.form is ForeignForm.PACK else ""
    try:
        found = model.vetted()
    except PackFaultsError as error:
        draft = own or ("" if model.root is None else tree_text(plain(model.root)))
        return KeptText(draft, faults=error.faults)
    if isinstance(found, VettedPack):
        return KeptText(own or pack_text(found.pack), as_pack(found.pack), examples=found.examples)
    return KeptText(own or pack_text(found), found)


def draft_of(error: PackFaultsError) -> KeptText:
    """What is kept of a file that could not be read to its end as YAML: its text, if it has one.

    Raises:
        PackFaultsError: it has none.
    """
    if error.file is None or error.file.suffix.lower() not in (".yaml", ".yml"):
        raise error
    return KeptText(text_in(error.file), faults=error.faults)
