"""Where the shipped files are: in the source tree, an installed wheel or a frozen build."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder that holds models, sample, fonts, icons, themes and translations.

    Raises:
        FileNotFoundError: the program was installed without its resources.
    """
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here)) / "resources"
    for candidate in (frozen, here / "_resources", here.parent / "resources"):
        if (candidate / "models").is_dir():
            return candidate
    raise FileNotFoundError(here.parent / "resources")


def model_packs() -> tuple[Path, ...]:
    """The shipped model packs, sorted by name."""
    return tuple(sorted((root() / "models").glob("*.yaml")))


def sample_forms() -> tuple[Path, ...]:
    """The filled questionnaires of the shipped sample, sorted by name."""
    return tuple(sorted((root() / "sample" / "forms").glob("*.xlsx")))


def sample(name: str) -> Path:
    """A file of the shipped sample."""
    return root() / "sample" / name


def translations() -> Path:
    """The folder of compiled translations."""
    return root() / "translations"


def theme(name: str) -> Path:
    """A file of design tokens: ``light`` or ``dark``."""
    return root() / "themes" / f"{name}.json"


def fonts() -> tuple[Path, ...]:
    """The bundled fonts."""
    return tuple(sorted((root() / "fonts").glob("*.[ot]tf")))


def document(name: str) -> Path:
    """A file that documents are made with: a template, or a font that they carry."""
    return root() / "documents" / name


def help_page(name: str) -> Path:
    """A page of the help that the window shows, by its name without an ending; it may not be there."""
    packed = root() / "help"
    return (packed if packed.is_dir() else root().parent / "docs" / "help") / f"{name}.md"


def icon(name: str) -> Path:
    """An icon file by its full name."""
    return root() / "icons" / name
