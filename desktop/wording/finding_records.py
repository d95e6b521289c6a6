"""The words of the kinds of record about what the team observed, found and discussed."""

from __future__ import annotations

from desktop.language import N_
from desktop.wording.kind_words import KindWords

FOUND: dict[str, KindWords] = {
    "observation": KindWords(
        N_("observation"),
        {
            "number": N_("Number"),
            "text": N_("Text"),
            "tone": N_("Tone"),
            "state": N_("State"),
            "reason": N_("Reason"),
            "names_nobody": N_("Gives nobody away"),
        },
        number=N_("O-{number:02}"),
    ),
    "observation_note": KindWords(
        N_("note behind an observation"),
        {
            "drawn": N_("Drawn from a note"),
        },
    ),
    "observation_comment": KindWords(
        N_("comment behind an observation"),
        {
            "drawn": N_("Drawn from a comment"),
        },
    ),
    "observation_item": KindWords(
        N_("evidence behind an observation"),
        {
            "drawn": N_("Drawn from an item of evidence"),
        },
    ),
    "observation_tag": KindWords(
        N_("what an observation is about"),
        {
            "tagged": N_("Observed"),
        },
    ),
    "observation_stance": KindWords(
        N_("stance on an observation"),
        {
            "stance": N_("Stance"),
        },
    ),
    "finding": KindWords(
        N_("finding"),
        {
            "number": N_("Number"),
            "model": N_("Model"),
            "place": N_("Area"),
            "text": N_("Text"),
            "tone": N_("Tone"),
            "rank": N_("Place in the order"),
            "final": N_("Marked for the report"),
            "names_nobody": N_("Gives nobody away"),
        },
        number=N_("F-{number:02}"),
    ),
    "finding_observation": KindWords(
        N_("observation behind a finding"),
        {
            "kept": N_("Rests on an observation"),
        },
    ),
    "finding_stance": KindWords(
        N_("stance on a finding in a discussion"),
        {
            "stance": N_("Stance"),
        },
    ),
    "finding_note": KindWords(
        N_("what was said on a finding"),
        {
            "about": N_("Spoken about"),
        },
    ),
    "discussion_point": KindWords(
        N_("point of a discussion"),
        {
            "session": N_("Session"),
            "finding": N_("Finding"),
            "sort": N_("Sort"),
            "text": N_("Text"),
            "rank": N_("Place in the order"),
        },
    ),
    "finding_action": KindWords(
        N_("action for a finding"),
        {
            "taken": N_("Comes of a finding"),
        },
    ),
}
"""By the name of the kind."""
