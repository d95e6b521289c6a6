"""`copy`: a copy of an assessment for a colleague."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened_copy
from desktop.language import _
from desktop.model.assessment.team_copies import no_member


def run(arguments: Namespace, console: Console) -> int:
    """Make a copy for somebody of the team.

    Raises:
        RefusalError: nobody of the team is called so; it cannot be written.
    """
    wanted = arguments.receiver.strip().casefold()
    with opened_copy(arguments.file, arguments.author, console) as assessment:
        members = assessment.preparation.members()
        member = next((each for each in members if each.name.casefold() == wanted), None)
        if member is None:
            raise no_member(members)
        copy = assessment.copies.make_for(member.id, arguments.out, coded=arguments.without_identities)
    console.result(
        {"file": str(arguments.out), "for": member.name, "copy": copy, "identities": not arguments.without_identities}
    )
    console.say(str(arguments.out))
    console.tell(_("Bring back what {name} does there with “merge”, “parcel” or “sync”.").format(name=member.name))
    return 0
