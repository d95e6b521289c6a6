"""What a form says, gathered from the open assessment, so that forms can be written without it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from desktop.exchange.file_names import file_name
from desktop.model.assessment.forms import FormIdentity
from desktop.model.assessment.models import ModelInUse
from desktop.model.assessment.opened import Assessment
from desktop.model.maturity.pack import Scale
from desktop.model.maturity.questionnaire import LEVELS, Asked, Section, level_choice
from desktop.wording.forms import participant_number
from desktop.wording.model_words import FormWords, words_of


class FormContent(Struct, frozen=True):
    """All that one form holds.

    Attributes:
        number: of the participant; the form names nobody.
        model: the model's name.
        words: how the model asks.
        threshold: smallest group whose answers are shown.
        sections: what is asked.
        level_names: the names of the levels by the id of the choice that stands for each, where levels are chosen.
        several: whether the assessment uses more than one model, so that file names must tell them apart.
        named: name of the participant, for the name of the file alone; empty to name nobody.
    """

    identity: FormIdentity
    number: int
    organisation: str
    unit: str
    model: str
    words: FormWords
    threshold: int
    scale: Scale
    sections: tuple[Section, ...]
    several: bool = False
    level_names: tuple[tuple[str, str], ...] = ()
    named: str = ""

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All questions, in their order."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def file_name(self) -> str:
        """A name for the workbook that says whose it is, by number and, where that is wanted, by name."""
        model = f" {self.identity.model}" if self.several else ""
        number = f"Questionnaire {participant_number(self.number)}{model}"
        return file_name(number, self.named, ending=".xlsx") if self.named else f"{number}.xlsx"


def gather(
    assessment: Assessment,
    model: str,
    *,
    named: bool = False,
    places: Collection[str] | None = None,
    people: Collection[str] | None = None,
) -> list[FormContent]:
    """The content of every form of a model: one for each participant who is asked, by number.

    Args:
        assessment: the open assessment.
        model: id of the model.
        named: whether the files are named for the people they go to; what stands in them names nobody.
        places: the areas, streams or tracks that the forms ask about, as far as these are asked about; None for all.
        people: ids of the participants who get one, as far as they are asked; None for all.

    Raises:
        RefusalError: ``model.not_in_use``.
    """
    details = assessment.preparation.details()
    in_use = assessment.models.get(model)
    sections = tuple(each for each in assessment.models.asked(model) if places is None or each.place in places)
    several = len(assessment.models.all()) > 1
    return [
        FormContent(
            identity=assessment.questionnaires.identity(model, participant.id),
            number=participant.number,
            organisation=details.organisation,
            unit=details.unit,
            model=in_use.pack.name,
            words=words_of(in_use.pack).form,
            threshold=details.threshold,
            scale=_told_scale(in_use, sections),
            sections=sections,
            several=several,
            level_names=_level_names(in_use),
            named=identity.name.strip() if named else "",
        )
        for participant, identity in ((one.participant, one.identity) for one in assessment.preparation.people())
        if participant.asked and (people is None or participant.id in people)
    ]


def _told_scale(model: ModelInUse, sections: Sequence[Section]) -> Scale:
    """The scale that the instructions tell: all answers to any question that need words."""
    asked = (choice for section in sections for question in section.questions for choice in question.scale.answers)
    told = tuple(dict.fromkeys(choice for choice in asked if choice.meaning))
    return Scale(id=model.scale.id, name=model.scale.name, choices=(*told, *model.scale.blanks))


def _level_names(model: ModelInUse) -> tuple[tuple[str, str], ...]:
    """The names of the levels by the id of the choice that stands for each; none where no levels are chosen."""
    if model.scale.id != LEVELS:
        return ()
    return tuple((level_choice(level.number), level.name) for level in model.pack.levels)
