"""What the check of an assessment file finds, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import N_, _, ngettext

if TYPE_CHECKING:
    from desktop.model.assessment import Repaired

SENTENCES: dict[str, str] = {
    "sqlite": N_("The database reports damage: {place}."),
    "reference": N_("The table “{place}” refers to something that is not there."),
    "about": N_("The file does not say its {place}."),
    "pack": N_("The frozen model pack {place} is not what it was when it was frozen."),
    "attachment": N_("The attached content {place} is not what it was when it was attached."),
    "record": N_("The record {place} holds an impossible value."),
    "step": N_("Step {place} of the history makes no sense."),
    "writer": N_("What the history says of the writer {place} cannot be read."),
    "arrival": N_("What the history says of the merge {place} makes no sense."),
    "conflict": N_("The list of what copies said in different ways is not what the history says of {place}."),
    "journal": N_("{place} and the history contradict each other."),
    "model": N_("The model “{place}” does not fit the pack frozen in the file."),
    "round": N_("What was said in the round “{place}” cannot be read; the results of that round are still told."),
    "answer": N_("The answer {place} is not on the scale in use."),
    "part_rating": N_("The team's answer {place} is not on the scale of what it answers."),
}
"""By the part before the colon of what `desktop.model.assessment.Assessment.check` gives."""


def sentence(fault: str) -> str:
    """What is wrong, as ``journal: answer/…`` is said to be not what the history says."""
    kind, _colon, place = fault.partition(": ")
    return _(SENTENCES[kind]).format(place=place)


def left_out(repaired: Repaired) -> str:
    """What a sound copy was made without."""
    parts = [
        ngettext("{count} step of the history", "{count} steps of the history", len(repaired.steps)),
        ngettext("{count} impossible value", "{count} impossible values", len(repaired.records)),
        ngettext("{count} frozen model", "{count} frozen models", len(repaired.packs)),
        ngettext("{count} attached file", "{count} attached files", len(repaired.attachments)),
    ]
    counts = tuple(map(len, (repaired.steps, repaired.records, repaired.packs, repaired.attachments)))
    told = [part.format(count=count) for part, count in zip(parts, counts, strict=True) if count]
    return _("Left out: {what}.").format(what=", ".join(told)) if told else _("Nothing was left out.")
