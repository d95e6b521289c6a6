"""`models`: the model packs there are; `check`: what is wrong with one; `export`, `import`: one as a workbook."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import resources
from desktop.cli.console import Console
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.whole_files import write_file
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.shelf import PackSummary, find, shipped, summary
from desktop.wording import names, pack_faults, packs, refusals

if TYPE_CHECKING:
    from desktop.model.maturity.pack import Pack
    from desktop.model.vetting.vetted_packs import VettedPack


def run(arguments: Namespace, console: Console) -> int:
    """List the packs, or do with one what is said."""
    match arguments.what:
        case "check":
            return _check(arguments.pack, console)
        case "add":
            return _add(arguments, console)
        case "export":
            return _export(arguments.pack, arguments.workbook, console)
        case "import":
            return _import(arguments.workbook, arguments.pack, console)
    return _list(console)


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

    def place(line: int) -> str:
        return f"{path}:{line}"

    try:
        found = vet(path)
    except PackFaultsError as error:
        return _tell_faults(error, pack_faults.describe(error), console)
    if isinstance(found, VettedPack):
        return _tell_vetted(path, found, place, console)
    pack = summary(found)
    held = [{"name": example.name, "holds": True} for example in found.examples]
    console.result({"sound": True, "faults": [], "model": pack, "examples": held})
    console.say(_("{path} is sound: {name} {version}.").format(path=path, name=pack.name, version=pack.version))
    console.say(_contents(pack))
    for example in found.examples:
        console.say(_("Example “{name}” holds.").format(name=example.name))
    return 0


def _add(arguments: Namespace, console: Console) -> int:
    from desktop.cli.reading import opened_to_note  # noqa: PLC0415 - brings the file along

    pack = named_pack(arguments.pack)
    with opened_to_note(arguments.file, arguments.author, console) as assessment:
        assessment.models.add(pack)
        used = [{"id": each.id, "name": each.pack.name} for each in assessment.models.all()]
    console.result({"file": str(arguments.file), "model": pack.id, "models": used})
    console.say(_("{path} uses {model} now.").format(path=arguments.file, model=pack.name))
    return 0


def named_pack(name: str) -> Pack:
    """The shipped pack with an id, or the one in a file of the user's.

    A pack's file is known by being there, or by a name that only a file has; any other name is that of a model.

    Raises:
        RefusalError: there is no such model, or the file holds none that can be used.
    """
    path = Path(name)
    of_a_file = path.suffix.lower() in (".yaml", ".yml") or path.name != name
    known = {found.stem for found in resources.model_packs()}
    if of_a_file or (name not in known and os.path.isfile(path)):  # noqa: PTH113
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - brings the engine along

        return usable_pack(path)
    return find(name)


def _export(path: Path, target: Path, console: Console) -> int:
    from desktop.exchange.model_books.writing import model_book  # noqa: PLC0415 - only this command needs it
    from desktop.model.vetting.vetted_packs import VettedPack, vet  # noqa: PLC0415 - brings the engine along

    _refuse_existing(target)
    try:
        found = vet(path)
    except PackFaultsError as error:
        return _tell_faults(error, pack_faults.describe(error), console)
    if not isinstance(found, VettedPack):
        raise RefusalError("model.of_scheme", path=path)
    write_file(target, model_book(found.pack))
    console.result({"file": str(target)})
    console.say(_("{path} was written.").format(path=target))
    return 0


def _import(path: Path, target: Path, console: Console) -> int:
    from desktop.exchange.model_books.reading import place_of, read_model_book  # noqa: PLC0415 - only this needs it
    from desktop.model.vetting.pack_text import pack_text  # noqa: PLC0415 - likewise

    def place(line: int) -> str:
        sheet, row = place_of(line)
        return _("{path}: sheet {sheet}, row {row}").format(path=path, sheet=sheet, row=row) if sheet else str(path)

    _refuse_existing(target)
    try:
        found = read_model_book(path)
    except PackFaultsError as error:
        lines = [f"{place(fault.line)}: {pack_faults.sentence(fault)}" for fault in error.faults]
        return _tell_faults(error, lines, console, place_of)
    write_file(target, pack_text(found.pack).encode())
    console.say(_("{path} was written.").format(path=target))
    return _tell_vetted(path, found, place, console)


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise RefusalError("file.exists", path=path)


def _tell_faults(
    error: PackFaultsError,
    lines: Iterable[str],
    console: Console,
    place_of: Callable[[int], tuple[str, int]] = lambda line: ("", line),
) -> int:
    faults = []
    for fault in error.faults:
        sheet, line = place_of(fault.line)
        told = {"line": line, "where": fault.where, "code": fault.code, "message": pack_faults.sentence(fault)}
        faults.append(told | ({"sheet": sheet} if sheet else {}))
    console.result({"sound": False, "faults": faults})
    for said in lines:
        console.say(said)
    console.tell(refusals.sentence(error).partition("\n")[0])
    return 1


def _tell_vetted(path: Path, vetted: VettedPack, place: Callable[[int], str], console: Console) -> int:
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
    for line in pack_examples.run_lines(vetted.examples, place):
        console.say(line)
    if not vetted.holds:
        console.tell(_("{path} has no faults, but its rules do not give what its examples say.").format(path=path))
    return 0 if vetted.holds else 1


def _contents(pack: PackSummary) -> str:
    return _("{scheme}: {levels}; {counts}").format(
        scheme=names.name(pack.scheme), levels=packs.levels(pack.levels), counts=packs.counts(pack)
    )
