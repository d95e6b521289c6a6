"""`models`: the model packs there are; `models check`: what is wrong with one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.console import Console
from desktop.language import _
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.shelf import PackSummary, shipped, summary
from desktop.wording import names, pack_faults, packs, refusals

if TYPE_CHECKING:
    from desktop.model.vetting.vetted_packs import VettedPack


def run(arguments: Namespace, console: Console) -> int:
    """List the packs, or check the one that is named."""
    return _check(arguments.pack, console) if arguments.what else _list(console)


def _list(console: Console) -> int:
    found = shipped()
    console.result({"models": found})
    for pack in found:
        console.say(f"{pack.id} {pack.version}")
        console.say(_("  {name}: {summary}").format(name=pack.name, summary=pack.summary))
        console.say(f"  {_contents(pack)}")
    return 0


def _check(path: Path, console: Console) -> int:
    from desktop.model.vetting.vetted_packs import VettedPack, vet  # noqa: PLC0415 - brings the engine along

    try:
        found = vet(path)
    except PackFaultsError as error:
        faults = [
            {"line": fault.line, "where": fault.where, "code": fault.code, "message": pack_faults.sentence(fault)}
            for fault in error.faults
        ]
        console.result({"sound": False, "faults": faults})
        for line in pack_faults.describe(error):
            console.say(line)
        console.tell(refusals.sentence(error).partition("\n")[0])
        return 1
    if isinstance(found, VettedPack):
        return _tell_vetted(path, found, console)
    pack = summary(found)
    console.result({"sound": True, "faults": [], "model": pack})
    console.say(_("{path} is sound: {name} {version}.").format(path=path, name=pack.name, version=pack.version))
    console.say(_contents(pack))
    return 0


def _tell_vetted(path: Path, vetted: VettedPack, console: Console) -> int:
    """A pack that says its rules itself, with what its examples came to."""
    from desktop.wording import pack_examples  # noqa: PLC0415 - brings the engine along

    pack = vetted.pack
    console.result(
        {
            "sound": vetted.holds,
            "faults": [],
            "model": pack_examples.contents(pack),
            "examples": [pack_examples.as_data(run) for run in vetted.examples],
        }
    )
    if vetted.holds:
        console.say(_("{path} is sound: {name} {version}.").format(path=path, name=pack.name, version=pack.version))
    for line in pack_examples.summary_lines(pack):
        console.say(line)
    for line in pack_examples.run_lines(path, vetted.examples):
        console.say(line)
    if not vetted.holds:
        console.tell(_("{path} has no faults, but its rules do not give what its examples say.").format(path=path))
    return 0 if vetted.holds else 1


def _contents(pack: PackSummary) -> str:
    return _("{scheme}: {levels}; {counts}").format(
        scheme=names.name(pack.scheme), levels=packs.levels(pack.levels), counts=packs.counts(pack)
    )
