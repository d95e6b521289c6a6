"""`check`: the integrity of a file."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.wording import soundness


def run(arguments: Namespace, console: Console) -> int:
    """Tell what is wrong with a file, or write a sound copy; returns 1 when anything is wrong with what is told of."""
    if arguments.repair is not None:
        return _repair(arguments, console)
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


def _repair(arguments: Namespace, console: Console) -> int:
    repaired = console.passphrases.open(
        arguments.file,
        lambda key: Assessment.repair(arguments.file, arguments.repair, author=arguments.author, key=key),
    )
    faults = [soundness.sentence(fault) for fault in repaired.faults]
    left = [soundness.sentence(fault) for fault in repaired.contradictions]
    console.result(
        {
            "copy": str(arguments.repair),
            "sound": not left,
            "faults": faults,
            "left_out": {
                "steps": repaired.steps,
                "records": repaired.records,
                "packs": repaired.packs,
                "attachments": repaired.attachments,
            },
            "contradictions": left,
        }
    )
    for sentence in faults:
        console.say(sentence)
    console.say(soundness.left_out(repaired))
    if left:
        text = _("{path} holds everything that could be saved, but it is still not sound:")
        console.tell("\n".join([text.format(path=arguments.repair), *left]))
        return 1
    console.say(_("{path} is a sound copy.").format(path=arguments.repair))
    return 0
