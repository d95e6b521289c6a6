"""`data`: the whole assessment as portable JSON, which `new --from` reads back."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.past import opened_then
from desktop.exchange import portable
from desktop.language import _, ngettext


def run(arguments: Namespace, console: Console) -> int:
    """Write it to the file that is named, or to standard output, there as JSON whether that is said or not."""
    with opened_then(arguments.file, arguments.as_of, console) as assessment:
        if arguments.out is None:
            console.pour(portable.to_json(assessment))
        else:
            console.result({"file": str(portable.save_portable(assessment, arguments.out))})
            console.say(_("All of the assessment is in {path}.").format(path=arguments.out))
        attached = len(assessment.attachments.digests())
        if arguments.attachments is not None:
            portable.write_attached(assessment, arguments.attachments)
    if attached:
        console.tell(_attached(attached, arguments.attachments))
    console.tell(_("This is all of the assessment, people's names included: keep it within the team."))
    return 0


def _attached(count: int, folder: Path | None) -> str:
    if folder is None:
        text = ngettext(
            "{count} attached file is left out; --attachments DIR writes it beside the data.",
            "{count} attached files are left out; --attachments DIR writes them beside the data.",
            count,
        )
        return text.format(count=count)
    text = ngettext("{count} attached file is in {folder}.", "{count} attached files are in {folder}.", count)
    return text.format(count=count, folder=folder)
