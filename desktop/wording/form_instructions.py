"""What a participant reads before answering a questionnaire."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.language import _, counted, ngettext
from desktop.model.maturity.pack import Scale
from desktop.model.maturity.questionnaire import LEVELS
from desktop.wording.model_words import FormWords

_STEP_MINUTES = 5


class Section(Struct, frozen=True):
    """A section: its heading, and its paragraphs as (label, text). An unlabelled first one stands at the heading."""

    heading: str
    paragraphs: tuple[tuple[str, str], ...]


def sections(
    *,
    organisation: str,
    model: str,
    words: FormWords,
    questions: int,
    areas: int,
    threshold: int,
    scale: Scale,
    sheet: str,
) -> Iterator[Section]:
    """The instructions.

    Args:
        organisation: its name, or empty.
        model: its name.
        words: how the model asks.
        questions: how many there are, or statements.
        areas: in how many parts.
        threshold: smallest group whose answers are shown.
        scale: the answers to choose from.
        sheet: the title of the sheet with the questions.
    """
    yield Section(_("What this is"), _plain(_purpose(organisation, model, words), _size(questions, areas, words)))
    yield Section(
        _("How to answer"),
        _plain(
            _(
                "1.  Open the sheet “{sheet}”. The tinted cells are for your answers; they turn white once answered."
            ).format(sheet=sheet),
            _("2.  {task} Choose from the list in the cell (the arrow beside it, or Alt+Down), or type it.").format(
                task=_(words.task)
            ),
            _("3.  Answer from your own work, as it goes today: not as it is meant to go, and not for others."),
            _(
                "4.  A comment is welcome: an example, or what the answer depends on. Please name no people and "
                "no customers."
            ),
            _("5.  Write whatever you want to tell us into the comment beside a question, not into notes or new rows."),
            _("6.  You can save and go on later. At the top of the sheet you see how far you are."),
        ),
    )
    yield Section(_("What the answers mean"), tuple(_meanings(scale)))
    yield Section(_("If you cannot answer"), _plain(_blanks(scale, words)))
    yield Section(
        _("Who sees it"),
        _plain(
            _(
                "Only the assessment team sees your answers; nobody else does, neither your manager nor the "
                "sponsor. This file carries a number in place of your name; only the team can tell whose number "
                "it is, so that it can ask you when something is unclear."
            ),
            _(
                "Results are shown for groups of {threshold} people or more, never by person. "
                "Nobody is told who wrote a comment."
            ).format(threshold=threshold),
        ),
    )
    yield Section(
        _("How to return it"),
        _plain(
            _(
                "Save the file as it is, as an Excel workbook (.xlsx) without a password, and send it to the person "
                "you got it from. If you change your mind later, send it again: the latest version counts."
            )
        ),
    )


def _meanings(scale: Scale) -> Iterator[tuple[str, str]]:
    if scale.id == LEVELS:
        answers = scale.answers
        yield (
            _("{lowest} to {highest}").format(lowest=answers[-1].name, highest=answers[0].name),
            _(
                "The text with this number below the question. Each question has texts of its own, from a first "
                "start to the best there is. Take the text as a whole; between two, choose the lower."
            ),
        )
        yield from ((choice.name, choice.meaning) for choice in scale.blanks)
    else:
        yield from ((choice.name, choice.meaning) for choice in scale.choices)


def _purpose(organisation: str, model: str, words: FormWords) -> str:
    purpose = _(
        "{organisation} is finding out how its IT services are managed and delivered, measured against the model "
        "“{model}”. You take part because you know the work from where you are."
    ).format(organisation=organisation or _("Your organisation"), model=model)
    return f"{purpose} {_(words.about)}"


def _size(questions: int, areas: int, words: FormWords) -> str:
    minutes = -(-questions * words.seconds // 60 // _STEP_MINUTES) * _STEP_MINUTES
    time = ngettext("It takes about {count} minute.", "It takes about {count} minutes.", minutes)
    return f"{counted(words.size, questions)} {counted(words.spread, areas)} {time.format(count=minutes)}"


def _blanks(scale: Scale, words: FormWords) -> str:
    names = ", ".join(f"“{choice.name}”" for choice in scale.blanks)
    rest = _(
        "{blanks} and cells left empty are counted apart and make no result better or worse; so leave a question "
        "open rather than guess. An empty cell means that you did not answer."
    ).format(blanks=names)
    return f"{_(words.read)} {rest}"


def _plain(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", text) for text in texts)
