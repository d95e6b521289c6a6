"""`models`: the model packs there are; `models check`: what is wrong with one."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.language import _
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.reading import read_pack
from desktop.model.maturity.shelf import PackSummary, shipped, summary
from desktop.wording import names, pack_faults, packs, refusals


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
    try:
        pack = summary(read_pack(path))
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
    console.result({"sound": True, "faults": [], "model": pack})
    console.say(_("{path} is sound: {name} {version}.").format(path=path, name=pack.name, version=pack.version))
    console.say(_contents(pack))
    return 0


def _contents(pack: PackSummary) -> str:
    return _("{scheme}: {levels}; {counts}").format(
        scheme=names.name(pack.scheme), levels=packs.levels(pack.levels), counts=packs.counts(pack)
    )
