"""What commands tell of a model pack: what is wrong with it, or what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.console import Console
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.file_sets import tidy
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.shelf import PackSummary, summary
from desktop.wording import pack_faults, packs, refusals
from desktop.wording.model_words import words_of

if TYPE_CHECKING:
    from desktop.model.own_models.kept_models import OwnModel
    from desktop.model.vetting.vetted_packs import VettedPack


def refuse_existing(path: Path) -> None:
    """Replace nothing; what a killed run has left beside the name is cleared away.

    Raises:
        RefusalError: ``file.exists`` with ``path``.
    """
    tidy(path.parent)
    if path.exists():
        raise RefusalError("file.exists", path=path)


def tell_faults(
    error: PackFaultsError,
    lines: Iterable[str],
    console: Console,
    place_of: Callable[[int], tuple[str, int]] = lambda line: ("", line),
) -> int:
    """Tell everything that is wrong with a pack; `place_of` reads sheet and row of a line."""
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


def tell_sound(path: Path, pack: Pack, console: Console) -> int:
    """Tell that a pack of a scheme is sound, and what it holds."""
    told = summary(pack)
    held = [{"name": example.name, "holds": True} for example in pack.examples]
    console.result({"sound": True, "faults": [], "model": told, "examples": held})
    console.say(_("{path} is sound: {name} {version}.").format(path=path, name=told.name, version=told.version))
    console.say(contents_line(told))
    for example in pack.examples:
        console.say(_("Example “{name}” holds.").format(name=example.name))
    return 0


def tell_vetted(path: Path, vetted: VettedPack, place: Callable[[int], str], console: Console) -> int:
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


def contents_line(pack: PackSummary) -> str:
    """The scheme of a pack and how much of what is in it."""
    return _("{scheme}: {levels}; {counts}").format(
        scheme=_(words_of(pack).kind), levels=packs.levels(pack.levels), counts=packs.counts(pack)
    )


def own_lines(model: OwnModel) -> Iterator[str]:
    """A model of the user's own in the list: what it is, where it comes from, and what is wrong with it."""
    checked = model.checked
    yield f"{checked.id} {checked.version}".strip() or model.path.name
    yield _("  {name}: your own, in {path}").format(name=checked.name or model.path.stem, path=model.path)
    if checked.pack is not None:
        yield f"  {contents_line(summary(checked.pack))}"
    for line in _wrong(model):
        yield f"  {line}"


def own_data(model: OwnModel) -> dict[str, object]:
    """The same for other programs."""
    checked = model.checked
    return {
        "file": str(model.path),
        "id": checked.id,
        "name": checked.name,
        "version": checked.version,
        "usable": model.usable,
        "faults": list(_wrong(model)),
    }


def _wrong(model: OwnModel) -> Iterator[str]:
    from desktop.wording import own_models  # noqa: PLC0415 - few have models of their own

    return own_models.what_is_wrong(model)
