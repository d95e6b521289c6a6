"""`compact`: a file as small as it can be, with all that counts in it."""

from __future__ import annotations

from argparse import Namespace

from msgspec import structs

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.language import _
from desktop.model.assessment.restoring import compact
from desktop.wording.restore_texts import size_text


def run(arguments: Namespace, console: Console) -> int:
    """Write the file anew without what no step ever named, and tell how small it is now."""
    with opened(arguments.file, console) as assessment:
        key = assessment.key
    found = compact(arguments.file, key)
    console.result(structs.asdict(found))
    text = _("{path}: {before} before, {after} now. The history is whole.")
    console.say(text.format(path=arguments.file, before=size_text(found.before), after=size_text(found.after)))
    return 0
