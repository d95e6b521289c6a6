"""`export`: the deliverables into a folder."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.exchange.deliverable import gather
from desktop.exchange.export import export
from desktop.exchange.figures import missing_letters
from desktop.language import ngettext
from desktop.wording.exports import letters_told


def run(arguments: Namespace, console: Console) -> int:
    """Write the deliverables, all or none."""
    with opened(arguments.file, console) as assessment:
        deliverable = gather(assessment)
    paths = export(deliverable, arguments.out, only=arguments.only, progress=console.progress)
    console.result({"files": [str(path) for path in paths]})
    for path in paths:
        console.say(str(path))
    text = ngettext("{count} file written to {folder}.", "{count} files written to {folder}.", len(paths))
    console.tell(text.format(count=len(paths), folder=arguments.out))
    if (arguments.only is None or "charts" in arguments.only) and (letters := missing_letters(deliverable)):
        console.tell(letters_told(letters))
    return 0
