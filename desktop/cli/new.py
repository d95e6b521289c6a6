"""`new`: an assessment, from models or from the data of another."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.models import named_pack
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment


def run(arguments: Namespace, console: Console) -> int:
    """Make the file; nothing may be there."""
    with _make(arguments) as assessment:
        models = [{"id": in_use.id, "name": in_use.pack.name} for in_use in assessment.models.all()]
        missing = assessment.attachments.missing()
        console.result({"file": str(assessment.path), "id": assessment.about()["id"], "models": models})
    console.say(
        _("{path} was created. It uses {models}.").format(
            path=arguments.file, models=", ".join(model["name"] for model in models)
        )
    )
    if missing:
        console.tell(
            ngettext(
                "{count} attached file is not in it: it was not beside the data.",
                "{count} attached files are not in it: they were not beside the data.",
                missing,
            ).format(count=missing)
        )
    return 0


def _make(arguments: Namespace) -> Assessment:
    if arguments.data:
        from desktop.exchange.portable import from_json  # noqa: PLC0415 - only this way of making one needs it

        return from_json(arguments.data, arguments.file, author=arguments.author, attached=arguments.attachments)
    packs = [named_pack(name) for name in arguments.model]
    return Assessment.create(arguments.file, packs, author=arguments.author, organisation=arguments.organization)
