"""What a participant reads before answering a questionnaire."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Scale

_SECONDS_PER_QUESTION = 25
_STEP_MINUTES = 5


class Section(Struct, frozen=True):
    """A section: its heading, and its paragraphs as (label, text). An unlabelled first one stands at the heading."""

    heading: str
    paragraphs: tuple[tuple[str, str], ...]


def sections(
    *, organisation: str, model: str, questions: int, areas: int, threshold: int, scale: Scale, sheet: str
) -> Iterator[Section]:
    """The instructions.

    Args:
        organisation: its name, or empty.
        model: its name.
        questions: how many there are.
        areas: in how many parts.
        threshold: smallest group whose answers are shown.
        scale: the answers to choose from.
        sheet: the title of the sheet with the questions.
    """
    yield Section(_("What this is"), _plain(_purpose(organisation, model), _size(questions, areas)))
    yield Section(
        _("How to answer"),
        _plain(
            _(
                "1.  Open the sheet “{sheet}”. The tinted cells are for your answers; they turn white once answered."
            ).format(sheet=sheet),
            _("2.  Choose each answer from the list in its cell (the arrow beside it, or Alt+Down), or type it."),
            _("3.  Answer from your own work, as it goes today: not as it is meant to go, and not for others."),
            _("4.  A comment is welcome: an example, or what the answer hangs on. Name no people and no customers."),
            _("5.  You can save and go on later. At the top of the sheet you see how many questions are answered."),
        ),
    )
    yield Section(_("What the answers mean"), tuple((choice.name, choice.meaning) for choice in scale.choices))
    yield Section(_("Leaving one open"), _plain(_blanks(scale)))
    yield Section(
        _("Who sees it"),
        _plain(
            _(
                "Your answers are held by the assessment team and are shown to nobody else, neither your manager "
                "nor the sponsor. This file carries a number in place of your name; only the team can tell whose "
                "number it is, so that it can ask you when something is unclear."
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


def _purpose(organisation: str, model: str) -> str:
    return _(
        "{organisation} is finding out how its IT services are managed and delivered, measured with {model}. "
        "You take part because you know the work from where you are. The questions are about ways of working, "
        "not about people."
    ).format(organisation=organisation or _("Your organisation"), model=model)


def _size(questions: int, areas: int) -> str:
    minutes = -(-questions * _SECONDS_PER_QUESTION // 60 // _STEP_MINUTES) * _STEP_MINUTES
    asked = ngettext("There is {count} question", "There are {count} questions", questions).format(count=questions)
    parts = ngettext("in {count} area.", "in {count} areas.", areas).format(count=areas)
    time = ngettext("It takes about {count} minute.", "It takes about {count} minutes.", minutes)
    return f"{asked} {parts} {time.format(count=minutes)}"


def _blanks(scale: Scale) -> str:
    names = ", ".join(f"“{choice.name}”" for choice in scale.blanks)
    return _(
        "Please read every question. {blanks} and cells left empty are counted apart and make no result better "
        "or worse; so an honest blank is better than a guess. An empty cell means that you did not answer."
    ).format(blanks=names)


def _plain(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple(("", text) for text in texts)
