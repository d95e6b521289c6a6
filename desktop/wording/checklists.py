"""What the items of the checklists say."""

from __future__ import annotations

from desktop.language import N_, _
from desktop.model.planning.checklists import CheckLine

ITEMS = {
    "sponsor": N_("Find a sponsor who asks for the assessment and acts on its results"),
    "goals": N_("Write down the business goals that it serves"),
    "model": N_("Choose the maturity models"),
    "scope": N_("Name the units and services that are assessed"),
    "team": N_("Form an assessment team of at least two"),
    "independence": N_("Note how independent each member of the team is"),
    "budget": N_("Set the budget"),
    "participants": N_("Choose the participants"),
    "cross_section": N_("See that they cover units, services, groups and areas"),
    "confidentiality": N_("Agree who may see what, and that nothing is attributed to anybody"),
    "schedule": N_("Plan the days on site"),
    "invitations": N_("Invite everybody who takes part"),
    "rooms": N_("Book rooms in which nobody overhears an interview"),
    "kick_off": N_("Hold the kick-off with all employees"),
    "questionnaires": N_("Hand out the questionnaires"),
    "ask_about": N_("Look through the answers for what to ask about"),
    "interviews": N_("Interview the participants"),
    "documents": N_("Read the documents and see the tools"),
    "discussions": N_("Discuss strengths and weaknesses area by area, with solutions and actions"),
    "ratings": N_("Agree in the team on every rating"),
    "feedback": N_("Hold the feedback meeting with all employees"),
    "report": N_("Hand the report to the sponsor"),
    "actions": N_("See that each action has an owner and a date"),
    "debrief": N_("Debrief the team: what to do better next time"),
    "clearing": N_("Destroy notes on paper and other copies that name people"),
    "follow_up": N_("Agree with the sponsor when the actions are looked at again"),
}
"""The ready-made ones by name."""


def item_text(line: CheckLine) -> str:
    """What an item says."""
    return line.own or _(ITEMS[line.item])
