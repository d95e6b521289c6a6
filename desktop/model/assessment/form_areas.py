"""Forms of chosen areas: what each participant was asked about, where that is not all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from desktop.model.records import FormArea

if TYPE_CHECKING:
    from desktop.model.assessment.desk import Desk
    from desktop.model.assessment.models import Models
    from desktop.model.store.draft import Draft


def places_put(desk: Desk, model: str) -> Mapping[str, frozenset[str]]:
    """By participant, the areas, streams or tracks that the forms asked about; who got whole forms is not there."""
    found: dict[str, set[str]] = {}
    for each in desk.all(FormArea, model=model):
        if each.asked:
            found.setdefault(each.participant, set()).add(each.place)
    return {participant: frozenset(places) for participant, places in found.items()}


def place_of_question(models: Models, model: str) -> Mapping[str, str]:
    """Of each question that is asked now, the area, stream or track it is about."""
    return {question.id: section.place for section in models.asked(model) for question in section.questions}


def put_places(
    desk: Desk,
    draft: Draft,
    model: str,
    participant: str,
    places: Collection[str] | None,
    *,
    has_form: bool,
) -> None:
    """Note what a form that goes out, or came back, asks about.

    Forms add up: who got one of some areas and then one of others was asked about both, and who has a whole one about
    all.

    Args:
        desk: of the assessment.
        draft: of the step.
        model: id of the model.
        participant: id of whoever gets the form.
        places: what it asks about; None for all.
        has_form: whether the participant had a form before.
    """
    before = places_put(desk, model).get(participant, frozenset())
    if places is None:
        rows = dict.fromkeys(before, False)
    elif has_form and not before:
        return
    else:
        rows = dict.fromkeys(places, True)
    draft.put_many(FormArea, (((model, participant, place), {"asked": asked}) for place, asked in rows.items()))
