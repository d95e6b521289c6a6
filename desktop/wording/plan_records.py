"""The words of the kinds of record about the improvement plan."""

from __future__ import annotations

from desktop.language import N_, NC_
from desktop.wording.kind_words import KindWords

PLANNED: dict[str, KindWords] = {
    "action": KindWords(
        N_("action"),
        {
            "number": N_("Number"),
            "title": N_("Title"),
            "description": N_("Description"),
            "model": N_("Model"),
            "aim": N_("What it improves"),
            "owner": N_("Owner"),
            "due": N_("Due"),
            "priority": N_("Priority"),
            "status": N_("Status"),
            "closed": N_("Closed"),
            "why": NC_("of an action", "Why"),
            "deputy": N_("Deputy"),
            "start": NC_("of an action", "Start"),
            "effort": N_("Effort"),
            "cost": NC_("of an action", "Cost"),
            "benefit": N_("Benefit"),
            "risk": N_("Risk"),
            "impact": N_("Impact"),
            "value": N_("Value to users and business"),
            "urgency": N_("Urgency"),
            "opportunity": N_("Risk lowered or chance opened"),
            "size": NC_("of an action", "Size"),
            "percent": N_("Percent done"),
            "milestone": N_("Milestone"),
            "dropped_because": N_("Dropped because"),
        },
        number=N_("{number}"),
    ),
    "milestone": KindWords(
        N_("milestone"),
        {
            "title": N_("Title"),
            "day": N_("Day"),
        },
    ),
    "action_need": KindWords(
        N_("what an action waits for"),
        {
            "needed": N_("Waits for it"),
        },
    ),
    "action_effect": KindWords(
        N_("what an action is expected to change"),
        {
            "expected": N_("Expected to change"),
        },
    ),
    "action_tag": KindWords(
        N_("tag of an action"),
        {
            "tagged": N_("Tagged"),
        },
    ),
    "kept_conflict": KindWords(
        N_("answer to a tracker"),
        {
            "said": N_("In the tracker"),
            "stood": N_("Kept"),
        },
    ),
    "action_entry": KindWords(
        N_("entry in the log of an action"),
        {
            "action": N_("Action"),
            "day": N_("Day"),
            "by": NC_("who says so", "By"),
            "text": N_("Text"),
        },
    ),
    "measure": KindWords(
        N_("measure"),
        {
            "action": N_("Action"),
            "name": N_("Name"),
            "unit": NC_("of a measure", "Unit"),
            "direction": N_("Direction"),
            "how": N_("How it is measured"),
            "baseline": N_("Baseline"),
            "target": N_("Target"),
            "due": N_("Due"),
            "metric": N_("Metric of the model"),
        },
    ),
    "reading": KindWords(
        N_("reading of a measure"),
        {
            "measure": N_("Measure"),
            "day": N_("Day"),
            "value": N_("Value"),
            "note": N_("Note"),
        },
    ),
}
"""By the name of the kind."""
