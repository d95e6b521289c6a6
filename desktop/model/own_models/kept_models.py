"""The models in the user's folder: found, kept, changed and removed. A file there may hold anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import tidy
from desktop.model.files.syncing import make_folder, sync_folder
from desktop.model.files.system_refusals import refusing_for
from desktop.model.files.whole_files import write_file, write_new_file
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.reading import text_in
from desktop.model.maturity.shelf import find, shipped_ids
from desktop.model.own_models.checked_texts import CheckedText, check_text, heads_of
from desktop.model.own_models.models_folder import models_folder

ENDING = ".yaml"
_ENDINGS = (ENDING, ".yml")
_UNNAMED = "model"


class OwnModel(Struct, frozen=True):
    """A model in the folder, sound or a draft.

    Attributes:
        path: its file.
        checked: its text, and what is wrong with it.
        rival: the file, or the shipped model, that has its identity already; empty where none has.
        readable: whether the file holds text at all, which can be mended as such.
    """

    path: Path
    checked: CheckedText
    rival: str = ""
    readable: bool = True

    @property
    def usable(self) -> bool:
        """Whether an assessment can use it."""
        return self.checked.sound and not self.rival

    def pack(self) -> Pack:
        """The model as an assessment uses it.

        Raises:
            PackFaultsError: it has faults.
            RefusalError: ``model.examples_fail``, ``model.rival``.
        """
        checked = self.checked
        if checked.pack is None:
            raise PackFaultsError(self.path, checked.faults)
        if checked.failing:
            names = tuple(example.name for example in checked.failing)
            raise RefusalError("model.examples_fail", path=self.path, model=checked.name, examples=names)
        if self.rival:
            raise RefusalError("model.rival", path=self.path, model=checked.id, other=self.rival)
        return checked.pack


def own_models() -> tuple[OwnModel, ...]:
    """Everything in the folder, by the names of the files; what is no model is there with its faults.

    Raises:
        RefusalError: ``file.unreadable``: the folder is there and cannot be read.
    """
    folder = models_folder()
    with refusing_for(folder, "file.unreadable"):
        try:
            found = sorted((path for path in folder.iterdir() if path.suffix.lower() in _ENDINGS), key=_place)
        except FileNotFoundError:
            return ()
    return tuple(_told_apart(map(_read, found[: bounds.OWN_MODELS])))


def any_pack(id_: str) -> Pack:
    """The shipped model with an identity, or the one in the folder.

    Raises:
        RefusalError: ``model.unknown`` with ``model`` and ``known``, and as `OwnModel.pack`.
    """
    if id_ in shipped_ids():
        return find(id_)
    if owner := owner_of(id_):
        return owner.pack()
    known = (*shipped_ids(), *(model.checked.id for model in own_models() if model.usable))
    raise RefusalError("model.unknown", model=id_, known=known)


def keep(text: str) -> Path:
    """Keep a further model, as a draft where it has faults; its file bears its identity as far as that is free.

    Raises:
        RefusalError: what the system causes; then nothing is kept.
    """
    folder = models_folder()
    with refusing_for(folder):
        make_folder(folder)
    path = _free(folder, heads_of(text).id)
    write_new_file(path, text.encode())
    return path


def keep_new(text: str, source: Path) -> Path:
    """Keep a further model whose identity nothing has yet.

    Raises:
        RefusalError: ``model.rival``, and as `keep`.
    """
    id_ = heads_of(text).id
    owner = owner_of(id_)
    if owner is not None or id_ in shipped_ids():
        other = id_ if owner is None else owner.path.name
        raise RefusalError("model.rival", path=source, model=id_, other=other)
    return keep(text)


def change(path: Path, text: str, before: str) -> Path:
    """Keep another text in place of that of a model; where another program changed it meanwhile, beside it.

    Args:
        path: the file of the model.
        text: what it is to hold.
        before: what it held when its author saw it last.

    Returns:
        Where the text is kept.

    Raises:
        RefusalError: what the system causes; then the earlier text is there.
    """
    if _text_now(path) != before:
        return keep(text)
    write_file(path, text.encode())
    return path


def replace_with(path: Path, text: str) -> Path:
    """Keep another model in the place of one, which goes.

    Raises:
        RefusalError: what the system causes; then the earlier one is there.
    """
    write_file(path, text.encode())
    return path


def remove(path: Path) -> None:
    """Take a model out of the folder. Assessments that use it keep theirs.

    Raises:
        RefusalError: what the system causes.
    """
    tidy(path.parent)
    with refusing_for(path):
        path.unlink(missing_ok=True)
        sync_folder(path.parent)


def owner_of(id_: str) -> OwnModel | None:
    """The model in the folder that has an identity, sound or a draft."""
    return next((model for model in own_models() if id_ and model.checked.id == id_), None)


def free_id(wanted: str) -> str:
    """An identity that neither a shipped model nor one in the folder has: this one, or it with a number behind."""
    taken = {*shipped_ids(), *(model.checked.id for model in own_models())}
    return next(each for each in _numbered(wanted) if each not in taken)


def _place(path: Path) -> tuple[str, str]:
    return path.stem, path.suffix


def _free(folder: Path, id_: str) -> Path:
    stem = id_ if re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", id_) else _UNNAMED
    paths = (folder / f"{each}{ENDING}" for each in _numbered(stem))
    return next(path for path in paths if not path.exists())


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in range(2, 2 + bounds.OWN_MODELS + len(shipped_ids())))


def _told_apart(found: Iterable[OwnModel]) -> Iterable[OwnModel]:
    """Each with what has its identity before it."""
    taken = {id_: id_ for id_ in shipped_ids()}
    for model in found:
        checked = model.checked
        yield replace(model, rival=taken.get(checked.id, ""))
        if checked.id and checked.pack is not None:
            taken.setdefault(checked.id, model.path.name)


def _text_now(path: Path) -> str:
    try:
        return text_in(path)
    except PackFaultsError:
        return ""


def _read(path: Path) -> OwnModel:
    try:
        text = text_in(path)
    except PackFaultsError as error:
        return OwnModel(path, CheckedText("", faults=error.faults), readable=False)
    return OwnModel(path, _checked_once(text, path))


@lru_cache(maxsize=64)
def _checked_once(text: str, path: Path) -> CheckedText:
    """Whoever lists models again checks none that is as it was."""
    return check_text(text, path)
