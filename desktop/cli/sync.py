"""`sync`: an assessment and a shared folder brought to the same steps."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened_copy
from desktop.exchange.travelling.syncing_copies import sync
from desktop.language import _
from desktop.wording.merge_previews import decision_lines
from desktop.wording.skipped_files import skipped_text
from desktop.wording.travelling import missing_lines, steps_text


def run(arguments: Namespace, console: Console) -> int:
    """Take what others wrote into the folder, and write what they lack.

    Raises:
        RefusalError: the folder is not there, or cannot be written to.
    """
    with opened_copy(arguments.file, arguments.author, console) as assessment:
        found = sync(assessment, arguments.folder)
        conflicts = assessment.conflicts.count()
    for came in found.came:
        console.say(_("{source}: {steps} came in").format(source=came.source, steps=steps_text(came.steps)))
    for each in found.waiting:
        for line in missing_lines(each.missing):
            console.say(_("{source}: {line}").format(source=each.source, line=line))
    console.say(_("{steps} went out").format(steps=steps_text(found.sent)))
    for line in decision_lines(conflicts, 0):
        console.say(line)
    skipped = [{"file": each.name, "message": skipped_text(each.name, each.refusal)} for each in found.skipped]
    for one in skipped:
        console.tell(one["message"])
    console.result(
        {
            "file": str(arguments.file),
            "came": [{"source": each.source, "steps": each.steps} for each in found.came],
            "waiting": [{"source": each.source, "messages": missing_lines(each.missing)} for each in found.waiting],
            "sent": found.sent,
            "attached": {"came": found.attached_in, "sent": found.attached_out},
            "conflicts": conflicts,
            "skipped": skipped,
        }
    )
    return 0
