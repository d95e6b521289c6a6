"""What respondents see of a model: the questionnaire as its form has it, laid out for reading."""

from __future__ import annotations

from html import escape

from desktop.language import _
from desktop.model.maturity.pack import Pack, Scale
from desktop.model.maturity.questionnaire import LEVELS, Asked, level_choice, sections, whole_numbers
from desktop.ui.pages.model.html import asked_about, head, heading, paragraph, rows, terms
from desktop.wording import packs
from desktop.wording.forms import question_number


def question_sheet(pack: Pack, scale: str) -> str:
    """Every question with the answers there are, section by section.

    Args:
        pack: the model.
        scale: id of one of its answer scales.
    """
    found = [section for section in sections(pack, scale) if section.questions]
    asked = [question for section in found for question in section.questions]
    if not asked:
        return head("", pack.name) + paragraph(_("Respondents are asked nothing: the team judges everything itself."))
    numbers, shared = whole_numbers(pack), _shared(asked)
    told = [head(escape(packs.questions(len(asked))), pack.name)]
    if shared is not None:
        told += [heading(_("Answers")), _meanings(shared)]
    for section in found:
        told += [heading(section.name), paragraph(section.introduction, "mute") if section.introduction else ""]
        told.append(
            rows(
                (escape(question_number(numbers[question.id])), _question(pack, question, with_meanings=shared is None))
                for question in section.questions
            )
        )
    return "".join(told)


def _shared(asked: list[Asked]) -> Scale | None:
    """The scale on which everything is answered, if it is one."""
    return asked[0].scale if all(question.scale == asked[0].scale for question in asked) else None


def _question(pack: Pack, question: Asked, *, with_meanings: bool) -> str:
    choices = question.scale.choices
    if question.scale.id == LEVELS:
        names = {level_choice(level.number): f"{level.number} {level.name}" for level in pack.levels}
        answers = [_answer(names.get(choice.id, choice.name), choice.meaning) for choice in choices]
    elif with_meanings and any(choice.meaning for choice in question.scale.answers):
        answers = [_answer(choice.name, choice.meaning) for choice in choices]
    else:
        answers = [_names(question.scale)]
    return asked_about(question.text, question.help, answers)


def _answer(name: str, meaning: str) -> str:
    return _("{name}: {meaning}").format(name=name, meaning=meaning) if meaning else name


def _names(scale: Scale) -> str:
    return " · ".join(choice.name for choice in scale.choices)


def _meanings(scale: Scale) -> str:
    if any(choice.meaning for choice in scale.choices):
        return terms((choice.name, choice.meaning) for choice in scale.choices)
    return paragraph(_names(scale))
