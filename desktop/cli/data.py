"""`data`: the whole assessment as portable JSON, which `new --from` reads back."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.exchange import portable
from desktop.language import _


def run(arguments: Namespace, console: Console) -> int:
    """Write it to standard output, as JSON whether that is said or not."""
    with opened(arguments.file, console) as assessment:
        content = portable.to_json(assessment)
    console.pour(content)
    console.tell(_("This is all of the assessment, people's names included: keep it within the team."))
    return 0
