"""What is said of the debrief: how many lessons, and what the work took against its plan."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.model.assessment.debriefing import HoursSum
from desktop.model.assessment.organisation import BudgetSum


def lessons_text(count: int) -> str:
    """How many lessons the team has noted."""
    return ngettext("{count} lesson", "{count} lessons", count).format(count=count) if count else _("No lesson yet")


def hours_text(total: HoursSum) -> str:
    """Hours planned and spent, and by how much they differ."""
    if not total.planned and not total.spent:
        return _("No hours yet")
    if not total.planned:
        return _("Hours: {spent} spent, none planned").format(spent=total.spent)
    text = _("Hours: {planned} planned, {spent} spent").format(planned=total.planned, spent=total.spent)
    return _("{text}, {difference}").format(text=text, difference=_difference(total)) if total.over else text


def money_text(total: BudgetSum, currency: str) -> str:
    """Money planned and spent."""
    if not total.planned and not total.spent:
        return _("The budget has no lines yet")
    text = _("Cost: {planned} planned, {spent} spent").format(planned=total.planned, spent=total.spent)
    text = f"{text} {currency}".rstrip()
    return _("{text}, {amount} over").format(text=text, amount=total.over) if total.over else text


def _difference(total: HoursSum) -> str:
    if total.over > 0:
        return _("{hours} more than planned").format(hours=total.over)
    return _("{hours} fewer than planned").format(hours=-total.over)
