"""The models one has, as rows of a list: those that come with the program, then one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from desktop import resources
from desktop.language import _
from desktop.model.assessment.models import ModelInUse
from desktop.model.maturity import shelf
from desktop.model.maturity.freezing import digest
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.reading import text_in
from desktop.model.own_models.kept_models import OwnModel
from desktop.wording.own_models import faulty_lines, standing


class ShelfLine(Struct, frozen=True):
    """A model.

    Attributes:
        path: its file.
        id: its identity, empty where a draft does not say it.
        name: what it is called; of a draft that does not say it, the name of its file.
        pack: the model; None while it has faults.
        own: what is known of one of one's own; None for one that is shipped.
        used: whether the open assessment uses it.
        replaces: the version of it that the open assessment uses; empty where it uses none or this one.
    """

    path: Path
    id: str
    name: str
    version: str
    pack: Pack | None
    own: OwnModel | None = None
    used: bool = False
    replaces: str = ""

    @property
    def usable(self) -> bool:
        """Whether an assessment can use it."""
        return self.own is None or self.own.usable

    @property
    def changeable(self) -> bool:
        """Whether its text can be changed."""
        return self.own is not None and self.own.readable

    @property
    def stands(self) -> str:
        """How it stands, in a word or two."""
        return _("Sound") if self.own is None else standing(self.own)

    @property
    def origin(self) -> str:
        """Where it comes from."""
        return _("shipped") if self.own is None else _("your own")

    @property
    def wrong(self) -> list[tuple[int, str]]:
        """What keeps it from being used, each with the line of its text, 0 for none."""
        return [] if self.own is None else list(faulty_lines(self.own))

    def text(self) -> str:
        """Its text, empty where the file holds none."""
        return text_in(self.path) if self.own is None else self.own.checked.text


def shelf_lines(used: Mapping[str, ModelInUse], own: Iterable[OwnModel]) -> list[ShelfLine]:
    """Every model there is.

    Args:
        used: the models that the open assessment uses, by id.
        own: those in the user's folder.
    """
    packs = {path: shelf.find(path.stem) for path in resources.model_packs()}
    lines = [
        ShelfLine(path, pack.id, pack.name, pack.version, pack, None, *_used(used, pack))
        for path, pack in packs.items()
    ]
    for model in own:
        checked = model.checked
        name = checked.name or model.path.stem
        pack = model.pack() if model.usable else None
        here = _used(used, pack) if pack is not None else (checked.id in used and not model.rival, "")
        lines.append(ShelfLine(model.path, checked.id, name, checked.version, checked.pack, model, *here))
    return lines


def _used(used: Mapping[str, ModelInUse], pack: Pack) -> tuple[bool, str]:
    """Whether the open assessment uses a model, and which other version of it."""
    in_use = used.get(pack.id)
    if in_use is None:
        return False, ""
    same = in_use.model.digest == digest(pack)
    return same, "" if same else in_use.pack.version
