"""The words of the kinds of record about what comes after the assessment on site."""

from __future__ import annotations

from desktop.language import N_
from desktop.wording.kind_words import KindWords

AFTERWARDS: dict[str, KindWords] = {
    "lesson": KindWords(
        N_("lesson of the team"),
        {
            "sort": N_("Kind"),
            "text": N_("Text"),
            "done": N_("What came of it"),
        },
    ),
    "team_hours": KindWords(
        N_("hours of a team member"),
        {
            "planned": N_("Planned"),
            "spent": N_("Spent"),
        },
    ),
}
