"""Parcels and files of a shared folder gone wrong: their bytes, and what they say once they are well packed again."""

from __future__ import annotations

import random
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from desktop.exchange.travelling.arriving import read_other, take
from desktop.exchange.travelling.parcel_files import SUFFIX
from desktop.exchange.travelling.parcels import ParcelHead, read, written
from desktop.exchange.travelling.sending import send_parcel
from desktop.exchange.travelling.syncing_copies import sync
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Bundle
from desktop.model.scoring.vocabulary import EvidenceKind
from tests.builders import tiny_pack
from tests.fuzz import fuzzing
from tests.fuzz.bending import bend

AREA = tiny_pack().areas[0]
CHOICES = [choice.id for choice in tiny_pack().scales[0].choices]


def two_copies(folder: Path) -> tuple[Path, Path]:
    """A file and a colleague's copy of it, with something said in each, some of it in two ways."""
    here, there = folder / "lead.maturity", folder / "bea.maturity"
    with Assessment.create(here, [tiny_pack()], author="Ada") as lead:
        person = lead.preparation.add_participant(role="manager", name="Anna")
        lead.copies.make_for(lead.preparation.add_member("Bea"), there)
        _work(lead, person, CHOICES[0], folder)
    with Assessment.open(there, author="Bea") as bea:
        _work(bea, person, CHOICES[1], folder)
    return here, there


def _work(copy: Assessment, person: str, choice: str, folder: Path) -> None:
    copy.questionnaires.answer("tiny", person, AREA.questions[0].id, choice)
    action = copy.actions.add(f"Do {choice}", model="tiny", aim=AREA.id)
    copy.actions.change(action, description=choice)
    copy.history.undo()
    copy.preparation.add_participant(role="manager", name=f"Anna {choice}")
    (folder / "minutes.txt").write_text(f"So it is said: {choice}.")
    copy.attachments.take(copy.evidence.add(EvidenceKind.DOCUMENT, "Minutes"), folder / "minutes.txt")


@cache
def _made() -> tuple[bytes, tuple[bytes, ...]]:
    """A file, and what a colleague's copy hands over to it: a parcel, and a file in a shared folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        here, there = two_copies(folder)[0], folder / "cem.maturity"
        with Assessment.open(here, author="Ada") as lead:
            lead.copies.make_for(lead.preparation.add_member("Cem"), there)
        with Assessment.open(there, author="Cem") as cem:
            _work(cem, cem.preparation.participants()[0].id, CHOICES[2], folder)
            send_parcel(cem, cem.copies.named("Ada"), folder / f"a{SUFFIX}")
            (folder / "share").mkdir()
            sync(cem, folder / "share")
        sent = (folder / f"a{SUFFIX}", *(folder / "share").glob(f"*{SUFFIX}"))
        return here.read_bytes(), tuple(path.read_bytes() for path in sent)


def receiver() -> bytes:
    """The file that takes them in."""
    return _made()[0]


def seeds() -> list[bytes]:
    """What is handed over."""
    return [*_made()[1]]


@cache
def merged() -> bytes:
    """A file that took another in, with something to be decided, and what undo and redo make of that."""
    with tempfile.TemporaryDirectory() as folder:
        here, there = two_copies(Path(folder))
        with Assessment.open(here, author="Ada") as lead:
            take(lead, read_other(there, lead), "Bea")
            lead.history.undo()
            lead.history.redo()
            assert lead.conflicts.count()
        return here.read_bytes()


def spoilt(chance: random.Random, sound: list[bytes]) -> bytes:
    """One with a few things wrong: half of them well packed."""
    content = chance.choice(sound)
    if chance.random() < 0.3:
        return fuzzing.spoilt(chance, [content])
    parcel = read(content, Path("a"))
    head, bundle = msgspec.to_builtins(parcel.head), _thawed(parcel.bundle)
    for _time in range(chance.choice((1, 1, 2, 5))):
        bend(chance, head if chance.random() < 0.2 else bundle)
    try:
        return written(msgspec.convert(head, ParcelHead), _frozen(bundle), parcel.attached)
    except (ValueError, TypeError, OverflowError):
        return content[: chance.randrange(len(content))]


def _thawed(bundle: Bundle) -> Any:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(bundle))


def _frozen(tree: Any) -> Bundle:
    return msgspec.msgpack.decode(msgspec.msgpack.encode(tree), type=Bundle)


def read_parcel(path: Path) -> None:
    """As `merge` and `sync` do; whatever it says, what was here is here."""
    copy, share = path.with_name("copy.maturity"), path.with_name("share")
    try:
        share.mkdir()
        shutil.copyfile(path, share / f"a{SUFFIX}")
        copy.write_bytes(receiver())
        with Assessment.open(copy, author="Ada") as lead:
            held = {step.id for step in lead.history.steps()}
            sync(lead, share)
            assert held <= {step.id for step in lead.history.steps()}
        copy.write_bytes(receiver())
        with Assessment.open(copy, author="Ada") as lead:
            parcel = read_other(path, lead)
            lead.merging.preview(parcel.bundle)
            take(lead, parcel, "a")
            for look in (lead.conflicts.all, lead.results.all, lead.check, lead.history.undo, lead.history.redo):
                with suppress(RefusalError):
                    look()
            assert held <= {step.id for step in lead.history.steps()}
    finally:
        shutil.rmtree(share)
        for left in path.parent.glob("copy*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
