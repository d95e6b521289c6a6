"""`parcel`: the steps that a colleague's copy lacks, as a small file."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened_to_edit
from desktop.exchange.travelling.sending import send_parcel
from desktop.language import _, ngettext
from desktop.wording.travelling import steps_text


def run(arguments: Namespace, console: Console) -> int:
    """Write a parcel.

    Raises:
        RefusalError: no copy of such a name is known; it has everything; the file cannot be written.
    """
    with opened_to_edit(arguments.file, arguments.author, console) as assessment:
        assessment.copies.own_for_sure()
        sent = send_parcel(assessment, arguments.receiver, arguments.out)
    console.result(
        {
            "file": str(arguments.out),
            "for": sent.receiver,
            "steps": sent.steps,
            "attached": sent.attached,
            "left_out": sent.left_out,
        }
    )
    console.say(
        _("{file}: {steps} for {name}").format(file=arguments.out, steps=steps_text(sent.steps), name=sent.receiver)
    )
    if sent.left_out:
        text = ngettext(
            "{count} attached file is not in it: it is too large. Merge the files, or use a shared folder.",
            "{count} attached files are not in it: they are too large. Merge the files, or use a shared folder.",
            sent.left_out,
        )
        console.tell(text.format(count=sent.left_out))
    return 0
