"""`models`: the model packs there are; `check`: what is wrong with one; `export`, `import`: one as a workbook."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.pack_reports import (
    contents_line,
    own_data,
    own_lines,
    refuse_existing,
    tell_faults,
    tell_sound,
    tell_vetted,
)
from desktop.language import _
from desktop.model.files.whole_files import write_new_file
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_written
from desktop.model.maturity.shelf import find, shipped, shipped_ids
from desktop.wording import pack_faults


def run(arguments: Namespace, console: Console) -> int:
    """List the packs, or do with one what is said."""
    match arguments.what:
        case "check":
            return _check(arguments.pack, console)
        case "add":
            return _add(arguments, console)
        case "adopt":
            from desktop.cli.adopting import adopt  # noqa: PLC0415 - brings the file along

            return adopt(named_pack(arguments.pack), arguments, console)
        case "export":
            return _export(arguments.pack, arguments.workbook, console)
        case "import":
            from desktop.cli.model_import import import_model  # noqa: PLC0415 - brings the readers along

            return import_model(arguments.model, arguments.pack, arguments.answer, console, keep=arguments.keep)
    return _list(console)


def _list(console: Console) -> int:
    from desktop.model.own_models.kept_models import own_models  # noqa: PLC0415 - brings the engine along

    found, own = shipped(), own_models()
    console.result({"models": found, "own": [own_data(model) for model in own]})
    for pack in found:
        console.say(f"{pack.id} {pack.version}")
        console.say(_("  {name}: {summary}").format(name=pack.name, summary=pack.summary))
        console.say(f"  {contents_line(pack)}")
    for model in own:
        for line in own_lines(model):
            console.say(line)
    return 0


def _check(path: Path, console: Console) -> int:
    from desktop.model.vetting.vetted_packs import VettedPack, vet  # noqa: PLC0415 - brings the engine along

    def place(line: int) -> str:
        return f"{path}:{line}"

    try:
        found = vet(path)
    except PackFaultsError as error:
        return tell_faults(error, pack_faults.describe(error), console)
    if isinstance(found, VettedPack):
        return tell_vetted(path, found, place, console)
    return tell_sound(path, found, console)


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
    """The pack with an id, shipped or in the user's folder, or the one in a file.

    A pack's file is known by being there, or by a name that only a file has; any other name is that of a model.

    Raises:
        RefusalError: there is no such model, or the file holds none that can be used.
    """
    path = Path(name)
    of_a_file = path.suffix.lower() in (".yaml", ".yml") or path.name != name
    known = shipped_ids()
    if of_a_file or (name not in known and os.path.isfile(path)):  # noqa: PTH113
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - brings the engine along

        return usable_pack(path)
    return find(name) if name in known else _own(name)


def _own(id_: str) -> Pack:
    from desktop.model.own_models.kept_models import any_pack  # noqa: PLC0415 - brings the engine along

    return any_pack(id_)


def _export(pack: str, target: Path, console: Console) -> int:
    from desktop.exchange.model_books.writing import model_book  # noqa: PLC0415 - only this command needs it
    from desktop.model.vetting.vetted_packs import VettedPack, vet  # noqa: PLC0415 - brings the engine along

    refuse_existing(target)
    path = Path(pack)
    try:
        found = vet(path) if path.exists() or path.suffix else named_pack(pack)
    except PackFaultsError as error:
        return tell_faults(error, pack_faults.describe(error), console)
    write_new_file(target, model_book(found.pack if isinstance(found, VettedPack) else as_written(found)))
    console.result({"file": str(target)})
    console.say(_("{path} was written.").format(path=target))
    return 0
