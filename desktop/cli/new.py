"""`new`: an assessment, from models or from the data of another."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.models import named_pack
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey
from desktop.wording.passphrases import advice, no_back_door


def run(arguments: Namespace, console: Console) -> int:
    """Make the file; nothing may be there."""
    with _make(arguments, _key(arguments, console)) as assessment:
        models = [{"id": in_use.id, "name": in_use.pack.name} for in_use in assessment.models.all()]
        missing = assessment.attachments.missing()
        console.result(
            {
                "file": str(assessment.path),
                "id": assessment.about()["id"],
                "models": models,
                "encrypted": assessment.key is not None,
            }
        )
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


def _key(arguments: Namespace, console: Console) -> FileKey | None:
    """What encrypts the file, where that is wanted; that there is no back door is said before it is asked for."""
    if not arguments.encrypt and arguments.new_passphrase_fd is None:
        return None
    if arguments.file.exists():
        raise RefusalError("file.exists", path=arguments.file)
    console.tell(f"{no_back_door()}\n{advice()}")
    return FileKey(console.passphrases.new(arguments.file))


def _make(arguments: Namespace, key: FileKey | None) -> Assessment:
    if arguments.data:
        from desktop.exchange.portable import from_json  # noqa: PLC0415 - only this way of making one needs it

        return from_json(
            arguments.data, arguments.file, author=arguments.author, attached=arguments.attachments, key=key
        )
    packs = [named_pack(name) for name in arguments.model]
    return Assessment.create(
        arguments.file, packs, author=arguments.author, organisation=arguments.organization, key=key
    )
