"""`data`: the whole assessment as portable JSON, which `new --from` reads back."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.exchange import portable
from desktop.language import _


def run(arguments: Namespace, console: Console) -> int:
    """Write it to the file that is named, or to standard output, there as JSON whether that is said or not."""
    with opened(arguments.file, console) as assessment:
        if arguments.out is None:
            console.pour(portable.to_json(assessment))
        else:
            console.result({"file": str(portable.save_portable(assessment, arguments.out))})
            console.say(_("All of the assessment is in {path}.").format(path=arguments.out))
    console.tell(_("This is all of the assessment, people's names included: keep it within the team."))
    return 0
