"""Who the respondents of somebody's workbook are among the participants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.exchange.forms.typed_text import folded
from desktop.model.assessment.preparation import Person
from desktop.wording.forms import participant_number


def known_people(respondents: Iterable[str], people: Sequence[Person]) -> dict[str, str]:
    """Ids of the participants that respondents mean, by name or number; those whom nobody knows are not there.

    Args:
        respondents: as the workbook calls them.
        people: all participants. Of two with one name neither is meant.
    """
    names: dict[str, list[str]] = {}
    for person in people:
        for name in {folded(person.identity.name), folded(participant_number(person.participant.number))} - {""}:
            names.setdefault(name, []).append(person.participant.id)
    meant = ((respondent, names.get(folded(respondent), [])) for respondent in respondents)
    return {respondent: found[0] for respondent, found in meant if len(found) == 1}
