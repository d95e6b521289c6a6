"""`parcel`: the steps that a colleague's copy lacks, as a small file."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened_copy
from desktop.exchange.travelling.sending import send_parcel
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.team_copies import KnownCopy
from desktop.model.errors import RefusalError
from desktop.wording.travelling import called_copies, steps_text


def run(arguments: Namespace, console: Console) -> int:
    """Write a parcel.

    Raises:
        RefusalError: no copy, or none of such a name, is known; it has everything; the file cannot be written.
    """
    with opened_copy(arguments.file, arguments.author, console) as assessment:
        assessment.copies.own_for_sure()
        sent = send_parcel(assessment, _wanted(assessment, arguments.receiver), arguments.out)
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


def _wanted(assessment: Assessment, receiver: str) -> KnownCopy:
    """The copy that is called so; of several of one person the one made last.

    Raises:
        RefusalError: ``copy.none``; ``copy.unsaid`` or ``copy.unknown``, with those that are known.
    """
    called = called_copies(each for each in assessment.copies.all() if not each.own)
    if not called:
        raise RefusalError("copy.none")
    if not receiver.strip():
        raise RefusalError("copy.unsaid", names=tuple(called))
    for name, copy in called.items():
        if name.casefold() == receiver.strip().casefold():
            return copy
    try:
        return assessment.copies.named(receiver)
    except RefusalError as refusal:
        raise RefusalError("copy.unknown", name=receiver, names=tuple(called)) from refusal
