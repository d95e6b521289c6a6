"""How answers to parts, and what is wanted of them, are kept: as text, exactly."""

from __future__ import annotations

import re

from desktop.model.evaluation.answer_scales import AnswerScale
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.part_inputs import Said
from desktop.model.maturity.rulebook import RatingScale
from desktop.model.maturity.rulebook.values import Limit

CHOSEN_BLANKS = (BlankReason.DOES_NOT_APPLY, BlankReason.DONT_KNOW, BlankReason.NOT_DUE)
"""Blanks that can be chosen in place of an answer, on every scale."""

_BETWEEN = ", "
_NUMBER = re.compile(r"-?[0-9]{1,9}([.][0-9]{1,6})?")


def answer_said(scale: RatingScale | None, text: str | None) -> Said:
    """What a kept answer says; None where nothing is kept, and where it is not on the scale.

    Args:
        scale: of the part; None where it is not answered, so that only a blank can be said of it.
        text: the id of a choice, several with commas between them, a number, or a blank.
    """
    if text is None:
        return None
    if text in CHOSEN_BLANKS and (scale is None or text not in scale.words):
        return BlankReason(text)
    if scale is None:
        return None
    said: Said = limit_said(text) if scale.number_range is not None else text
    if scale.several:
        said = tuple(text.split(_BETWEEN)) if text else ()
    try:
        AnswerScale(scale).state(said)
    except ValueError:
        return None
    return said


def limit_said(text: str) -> Limit:
    """A number where the text is one, else the text as a grade."""
    if not _NUMBER.fullmatch(text):
        return text
    return float(text) if "." in text else int(text)


def choices_said(text: str | None) -> tuple[str, ...]:
    """The ids of several choices that an answer names."""
    return tuple(text.split(_BETWEEN)) if text else ()


def several_written(choices: tuple[str, ...]) -> str:
    """Several choices as one answer."""
    return _BETWEEN.join(choices)
