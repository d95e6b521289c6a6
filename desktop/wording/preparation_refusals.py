"""Why what is decided in the preparation is refused, and what to do about it."""

from __future__ import annotations

from desktop.language import N_

OF_PREPARATION: dict[str, str] = {
    "details.threshold": N_("The smallest group whose answers are shown must have at least {smallest} people."),
    "details.dates": N_("The assessment cannot end on {ends}, before it starts on {starts}. Change one of the dates."),
    "details.currency": N_("Give the currency as a code or a sign of at most {most} letters, such as EUR or €."),
    "details.asking": N_(
        "The questionnaire cannot close on {closes}, before it opens on {opens}. Change one of the dates."
    ),
    "form_round.unknown": N_("This questionnaire round is no longer there. Undo brings back what was removed."),
    "form_round.no_number": N_("There is no round {number} of the questionnaire. Choose from: {known}."),
    "member.unknown": N_("This person is not in the assessment team, or no longer is. Add them to the team first."),
    "member.same_name": N_(
        "Somebody in the team is called {name} already. Give each a name that tells them apart, such as {name} B."
    ),
    "participant.left": N_("P-{number:02} has left; only what was said is kept. Undo that, or add the person anew."),
    "participant.unknown": N_(
        "This participant does not take part, or no longer does. Add them under Preparation first."
    ),
    "participant.no_number": N_("There is no participant “{number}”. Choose one of those who take part, such as P-03."),
    "scope_item.nameless": N_("Give it a name, such as “Network” or “Workplace support”."),
    "scope_item.known": N_("“{name}” is on the list already. Give it another name, or change that one."),
    "scope_item.unknown": N_("This unit or service is no longer on the list. Undo brings back what was removed."),
    "budget.nameless": N_("Say what the line of the budget is for, such as “Travel”."),
    "budget.thousands": N_(
        "“{value}” could be thousands or thousandths. Write thousands without a mark or with a blank, such as 1000 or "
        "1 000, and decimals with one or two digits, such as 12.50."
    ),
    "budget.unknown": N_("This line of the budget is no longer there. Undo brings back what was removed."),
    "checklist.empty": N_("Say what is to be done."),
    "checklist.unknown": N_("This item is no longer on the checklist. Undo brings back what was removed."),
}
"""By code."""
