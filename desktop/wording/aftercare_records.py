"""The words of the kinds of record about what comes after the assessment on site."""

from __future__ import annotations

from desktop.language import N_
from desktop.wording.kind_words import KindWords

AFTERWARDS: dict[str, KindWords] = {
    "review_remark": KindWords(
        N_("word of a review on an action"),
        {
            "day": N_("Day"),
            "text": N_("What was said"),
            "status": N_("Status"),
            "percent": N_("Done by"),
        },
    ),
    "verification": KindWords(
        N_("verification of an action"),
        {
            "action": N_("Action"),
            "day": N_("Day"),
            "by": N_("Seen by"),
            "evidence": N_("Evidence"),
            "text": N_("What was seen"),
            "expected": N_("Was to change something"),
            "rated": N_("Rated again"),
            "reached": N_("As expected"),
            "although": N_("Verified although something is missing, because"),
        },
    ),
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
