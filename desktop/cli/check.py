"""`check`: the integrity of a file."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.language import ngettext
from desktop.wording import soundness


def run(arguments: Namespace, console: Console) -> int:
    """Tell what is wrong with a file; returns 1 when anything is."""
    with opened(arguments.file, console) as assessment:
        faults = assessment.check()
        steps = len(assessment.history.steps())
    sentences = [soundness.sentence(fault) for fault in faults]
    console.result({"sound": not faults, "steps": steps, "faults": sentences})
    for sentence in sentences:
        console.say(sentence)
    if faults:
        text = ngettext("{path} has {count} fault.", "{path} has {count} faults.", len(faults))
        console.tell(text.format(path=arguments.file, count=len(faults)))
        return 1
    text = ngettext("{path} is sound: {count} step.", "{path} is sound: {count} steps.", steps)
    console.say(text.format(path=arguments.file, count=steps))
    return 0
