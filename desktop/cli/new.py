"""`new`: an assessment, from models or from the data of another."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from desktop import resources
from desktop.cli.console import Console
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.maturity import Pack
from desktop.model.maturity.shelf import find


def run(arguments: Namespace, console: Console) -> int:
    """Make the file; nothing may be there."""
    with _make(arguments) as assessment:
        models = [{"id": in_use.id, "name": in_use.pack.name} for in_use in assessment.models.all()]
        console.result({"file": str(assessment.path), "id": assessment.about()["id"], "models": models})
    console.say(
        _("{path} was created. It uses {models}.").format(
            path=arguments.file, models=", ".join(model["name"] for model in models)
        )
    )
    return 0


def _make(arguments: Namespace) -> Assessment:
    if arguments.data:
        from desktop.exchange.portable import from_json  # noqa: PLC0415 - only this way of making one needs it

        return from_json(arguments.data, arguments.file, author=arguments.author)
    packs = [_pack(name) for name in arguments.model]
    return Assessment.create(arguments.file, packs, author=arguments.author, organisation=arguments.organization)


def _pack(name: str) -> Pack:
    """A pack's file is known by being there, or by a name that only a file has; any other name is that of a model."""
    path = Path(name)
    of_a_file = path.suffix.lower() in (".yaml", ".yml") or path.name != name
    known = {found.stem for found in resources.model_packs()}
    if of_a_file or (name not in known and os.path.isfile(path)):  # noqa: PTH113
        from desktop.model.vetting.vetted_packs import usable_pack  # noqa: PLC0415 - brings the engine along

        return usable_pack(path)
    return find(name)
