"""What stands in a cell of somebody's workbook, as an assessment keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from desktop.exchange.foreign_models.tree_values import as_number
from desktop.exchange.forms.choices import offer
from desktop.exchange.forms.typed_choice import Choices
from desktop.language import _
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.pack import Level
from desktop.model.maturity.rulebook import RatingScale
from desktop.model.scoring.part_answers import CHOSEN_BLANKS, answer_said
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from desktop.wording import names
from desktop.wording.part_results import answer_text

_LONGEST = 200
"""Letters of a value; what is longer is a remark, and looking for values in many of them takes long."""

Pairs = Iterable[tuple[str, str]]


class ValueReader:
    """Reads what can stand in a cell.

    Attributes:
        offered: what can be said, in words, in its order.
    """

    def __init__(self, pairs: Pairs, offered: Iterable[str], scale: RatingScale | None = None) -> None:
        """Take how each value can be written, what to offer, and the scale where numbers between its ends count."""
        self._choices = Choices(pairs)
        self._scale = scale
        self.offered = tuple(offered)

    def read(self, text: str) -> str | None:
        """The value as it is kept; None where the text is none."""
        if len(text) > _LONGEST:
            return None
        found, _why = self._choices.meant(text)
        if found is not None or self._scale is None:
            return found
        number = as_number(text.strip())
        return (
            str(number) if not isinstance(number, str) and answer_said(self._scale, str(number)) is not None else None
        )


def characterisations() -> ValueReader:
    """How far a practice is in place: in words, or by the two letters or the first of them."""
    words = [*Characterisation]
    pairs = chain(
        ((names.name(each), each.value) for each in words),
        ((names.short_name(each), each.value) for each in words),
        ((each.value, each.value) for each in words),
        ((each.value[0], each.value) for each in words[:4]),
        (("n/a", Characterisation.NOT_APPLICABLE.value),),
    )
    return ValueReader(pairs, map(names.short_name, words))


def fulfilments(asked: Asked | None) -> ValueReader:
    """How far a statement is met, in the words of the team or of respondents."""
    words = (Fulfilment.MET, Fulfilment.PARTLY_MET, Fulfilment.NOT_MET)
    pairs = chain(
        ((names.name(each), each.value) for each in words),
        ((_("Yes"), Fulfilment.MET.value), (_("No"), Fulfilment.NOT_MET.value)),
        ((_("Does not apply"), "not_applicable"), ("n/a", "not_applicable"), (_("Don't know"), "dont_know")),
        ((choice.name, choice.id) for choice in asked.scale.answers) if asked else (),
    )
    return ValueReader(pairs, map(names.name, words))


def levels_of(levels: Iterable[Level]) -> ValueReader:
    """A level, by number or name."""
    known = tuple(levels)
    pairs = ((text, str(each.number)) for each in known for text in (str(each.number), each.name))
    return ValueReader(pairs, (f"{each.number} {each.name}" for each in known))


def choices_of(asked: Asked) -> ValueReader:
    """What a respondent chooses from."""
    pairs = offer(asked.scale)
    return ValueReader((*pairs, ("n/a", "does_not_apply")), (name for name, _id in pairs))


def answers_on(scale: RatingScale) -> ValueReader:
    """What a part is answered with on the scale of its model: by name, id, or the number that a choice counts."""
    return ValueReader(_written(scale), _told(scale), scale if scale.number_range is not None else None)


def grades_of(grades: Iterable[str], scale: RatingScale | None) -> ValueReader:
    """What can be wanted of a part: its grades, or any number."""
    known = tuple(grades)
    pairs = [(text, each) for each in known for text in (each, answer_text(scale, each)) if text]
    return _AnyNumber(pairs, known or (_("a number"),))


class _AnyNumber(ValueReader):
    """Takes numbers, too; whether a part can reach one is for the model to say."""

    def read(self, text: str) -> str | None:
        """The value as it is kept; None where the text is none."""
        number = as_number(text.strip())
        return super().read(text) or (None if isinstance(number, str) else str(number))


def _written(scale: RatingScale) -> Iterator[tuple[str, str]]:
    if scale.number_range is None:
        values = [choice.value for choice in scale.offered]
        for choice in scale.offered:
            yield choice.name or choice.id, choice.id
            yield choice.id, choice.id
            if choice.value is not None and values.count(choice.value) == 1:
                yield f"{choice.value:g}", choice.id
    for blank in CHOSEN_BLANKS:
        if blank not in scale.words:
            yield answer_text(None, blank), blank
    yield "n/a", CHOSEN_BLANKS[0]


def _told(scale: RatingScale) -> Iterator[str]:
    if scale.number_range is not None:
        allowed = scale.number_range
        yield _("a number from {low} to {high}").format(low=f"{allowed.low:g}", high=f"{allowed.high:g}")
        return
    yield from (choice.name or choice.id for choice in scale.offered)
