"""Parcels, shared folders and copies for colleagues, in sentences."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from desktop.language import N_, _, ngettext
from desktop.model.merging.bundle import Missing
from desktop.wording.kind_words import KindWords
from desktop.wording.moments import local_time

if TYPE_CHECKING:
    from desktop.model.assessment.team_copies import KnownCopy

COPY_WORDS: dict[str, KindWords] = {
    "team_copy": KindWords(
        N_("copy for the team"),
        {
            "member": N_("Made for"),
            "made": N_("Made"),
            "coded": N_("Without identities"),
        },
    ),
    "area_duty": KindWords(N_("part of somebody of the team"), {"works": N_("Works on it")}),
}

COPY_STEPS: dict[str, str] = {
    "team_copy.add": N_("Make a copy for {name}"),
    "area_duty.set": N_("Let {name} work on {place}"),
    "area_duty.set not": N_("Let {name} no longer work on {place}"),
    "copy.left_out": N_("Something about who a participant is, which this copy does without"),
}

OF_TRAVELLING: dict[str, str] = {
    "copy.no_team": N_(
        "A copy is made for a member of the team, and there is none yet. Add members on the page Preparation."
    ),
    "copy.no_member": N_(
        "Nobody of the assessment team is called so; a copy is made for a member. Members: {names}. Add others on the "
        "page Preparation."
    ),
    "copy.unknown": N_(
        "No copy of {name} is known here. Known are: {names}. Make a copy for {name} first, or merge theirs once."
    ),
    "copy.coded": N_(
        "This copy does without who the participants are, so nobody is named in it. Enter names and addresses in a "
        "copy that has them."
    ),
    "copy.unsaid": N_("Say with --for which copy the parcel is for. Known are: {names}."),
    "copy.none": N_("No copy of a colleague is known here yet. Make one with “copy”, or merge theirs once."),
    "parcel.none": N_("{path} is neither an assessment nor a parcel. Choose a file that a colleague's copy wrote."),
    "parcel.half": N_(
        "{path} is not there whole: its end is missing. Wait until it is copied, or ask for it again; nothing was "
        "changed."
    ),
    "parcel.spoilt": N_("{path} is damaged. Ask for it to be sent again; nothing was changed."),
    "parcel.newer": N_(
        "{path} was written by a newer version of Maturity Workbench. Install that version here; nothing was changed."
    ),
    "parcel.sealed": N_(
        "{path} is sealed with a passphrase, and this file has none. Give this file the passphrase of the team first."
    ),
    "parcel.nothing": N_(
        "The copy of {name} has all steps of this file already, as far as is known. Nothing was written."
    ),
    "parcel.other": N_("{path} is of another assessment."),
    "merge.given_up": N_("It was given up, and nothing was changed."),
    "merge.itself": N_("{path} is the open assessment itself. Choose a copy of it."),
    "folder.none": N_("There is no folder {path}. Plug in the stick or connect the share, then sync again."),
}


def missing_lines(missing: Sequence[Missing]) -> list[str]:
    """Whose steps are not here yet, a sentence each."""
    found = []
    for each in missing:
        if each.since:
            text = _("Steps of {author} after {since} are not here yet.")
        else:
            text = _("Steps of {author} up to {until} are not here yet.")
        found.append(text.format(author=each.author, since=_time(each.since), until=_time(each.until)))
    return list(dict.fromkeys(found))


def steps_text(count: int) -> str:
    """How many steps."""
    return ngettext("{count} step", "{count} steps", count).format(count=count)


def attached_text(count: int) -> str:
    """How many attached files came of steps that were here."""
    text = ngettext("{count} attached file came in.", "{count} attached files came in.", count)
    return text.format(count=count)


def source_text(sender: str, file: str) -> str:
    """What steps came from, as the history tells it."""
    return _("{sender} ({file})").format(sender=sender, file=file) if sender else file


def copy_name(copy: KnownCopy) -> str:
    """Whose a copy is; one that was made for nobody is the file that the others come from."""
    return copy.name or (_("Original file") if copy.made is None else _("nobody by name"))


def called_copies(copies: Iterable[KnownCopy]) -> dict[str, KnownCopy]:
    """Copies by what they are called, in their order: whose they are, and where several are, since when."""
    found = list(copies)
    count = Counter(copy_name(copy).casefold() for copy in found)
    called: dict[str, KnownCopy] = {}
    for copy in found:
        name = copy_name(copy)
        if count[name.casefold()] > 1:
            text = _("{name} (made {when})") if copy.made else _("{name} (last heard of {when})")
            name = text.format(name=name, when=local_time(copy.made or copy.heard))
        called[f"{name} ({copy.id})" if name in called else name] = copy
    return called


def _time(at: str) -> str:
    try:
        return local_time(dt.datetime.fromisoformat(at))
    except ValueError:
        return local_time(None)
