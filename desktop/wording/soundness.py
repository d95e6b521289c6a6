"""What the check of an assessment file finds, in sentences."""

from __future__ import annotations

from desktop.language import N_, _

SENTENCES: dict[str, str] = {
    "sqlite": N_("The database reports damage: {place}."),
    "reference": N_("The table “{place}” refers to something that is not there."),
    "about": N_("The file does not say its {place}."),
    "pack": N_("The frozen model pack {place} is not what it was when it was frozen."),
    "record": N_("The record {place} holds a value that cannot be."),
    "step": N_("Step {place} of the history cannot have been made."),
    "writer": N_("What the history says of the writer {place} cannot be read."),
    "journal": N_("{place} is not what the history says."),
    "model": N_("The model “{place}” does not fit the pack frozen in the file."),
    "answer": N_("The answer {place} is not on the scale in use."),
}
"""By the part before the colon of what `desktop.model.assessment.Assessment.check` gives."""


def sentence(fault: str) -> str:
    """What is wrong, as ``journal: answer/…`` is said to be not what the history says."""
    kind, _colon, place = fault.partition(": ")
    return _(SENTENCES[kind]).format(place=place)
