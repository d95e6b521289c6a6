"""What a program is doing when it is killed: a folder with files of the user's, and a command that writes into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from desktop.exchange.forms.content import gather
from desktop.exchange.forms.writer import write_all
from desktop.exchange.portable import save_portable
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack

FORMATS = Path(__file__).parents[1] / "formats"


class Scene(Struct, frozen=True):
    """One thing to do.

    Attributes:
        prepare: fills the folder with what is there before.
        command: what is run in the folder.
        again: statuses with which it may end when it is run once more after a kill.
    """

    prepare: Callable[[Path], None]
    command: tuple[str, ...]
    again: tuple[int, ...] = (0,)


def neighbours(folder: Path) -> None:
    """Files that are nobody's business, such as another assessment."""
    made(folder / "other.maturity").close()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / ".site.maturity.new").symlink_to(folder / "notes.txt")


def made(path: Path) -> Assessment:
    """An assessment with a model and three people who are asked."""
    assessment = Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example Services")
    for role in ("manager", "practitioner", "practitioner"):
        assessment.preparation.add_participant(role=role, group="Desk")
    return assessment


def nothing_more(folder: Path) -> None:
    """Only the neighbours."""
    neighbours(folder)


def data_of_another(folder: Path) -> None:
    """Portable data of an assessment."""
    neighbours(folder)
    with Assessment.open(folder / "other.maturity", author="") as other:
        save_portable(other, folder / "data.json")


def an_earlier_backup(folder: Path) -> None:
    """An assessment, and data of it from last week."""
    neighbours(folder)
    (folder / "data.json").write_text("last week's", encoding="utf-8")


def earlier_forms(folder: Path) -> None:
    """An assessment, and two of its three forms as they were before it was renamed."""
    neighbours(folder)
    with Assessment.open(folder / "other.maturity", author="Ada") as other:
        write_all(gather(other, "tiny")[:2], folder / "out")
        other.preparation.set_details(organisation="Renamed Services")


def an_earlier_export(folder: Path) -> None:
    """An assessment, and some files of an export as they were."""
    neighbours(folder)
    (folder / "out").mkdir()
    for name in ("results.xlsx", "radar by area.png", "levels.svg"):
        (folder / "out" / f"Example Services - {name}").write_bytes(b"earlier")
    (folder / "out" / "mine.txt").write_bytes(b"mine")


def an_older_file(folder: Path) -> None:
    """An assessment of an older format."""
    shutil.copyfile(FORMATS / "1.maturity", folder / "site.maturity")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")


SCENES = {
    "new": Scene(nothing_more, ("new", "site.maturity", "--model", "tool-ladder", "--organization", "A"), (0, 1)),
    "new from": Scene(data_of_another, ("new", "site.maturity", "--from", "data.json"), (0, 1)),
    "data": Scene(an_earlier_backup, ("data", "other.maturity", "--out", "data.json")),
    "forms": Scene(earlier_forms, ("forms", "other.maturity", "--out", "out")),
    "export": Scene(an_earlier_export, ("export", "other.maturity", "--out", "out")),
    "migration": Scene(an_older_file, ("check", "site.maturity")),
}
