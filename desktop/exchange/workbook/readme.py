"""The last sheet: what the file is, what each sheet and column means, and what is left out on purpose."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.tables.table import Column, Kind
from desktop.exchange.workbook.guide import Guide, Look
from desktop.exchange.workbook.page import Page
from desktop.language import _, pgettext
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from desktop.wording import names

WIDTHS = (20.0, 26.0, 74.0)
_BEGINNING = 110.0
"""In points: what is not left alone at the foot of a printed page."""


class About(Struct, frozen=True):
    """What a workbook is.

    Attributes:
        paragraphs: in a few sentences each.
        practices: whether it shows single practices, so that their words need to be explained.
    """

    paragraphs: tuple[str, ...]
    practices: bool


def guide() -> Guide:
    """What the sheet means."""
    return Guide(_("Read me"), _("What this file is, and what its sheets, columns and words mean."), ())


def write(page: Page, deliverable: Deliverable, guides: Sequence[Guide], about: About) -> None:
    """Write the sheet.

    Args:
        page: the sheet.
        deliverable: what may be shown.
        guides: of all sheets, in their order, this one last.
        about: what the workbook is.
    """
    page.line(guide().name, Look.TITLE)
    page.line(guide().about, Look.ABOUT)
    page.skip()
    for text in (*about.paragraphs, *_principles()):
        page.prose(text, len(WIDTHS))
    page.skip()
    page.line(_("Words"), Look.SECTION)
    words = _columns(pgettext("of word", "Kind"), _("Word"))
    page.headings(words)
    page.rows(words, _words(deliverable.models, practices=about.practices))
    page.skip()
    page.keep_together(_BEGINNING)
    page.line(_("Sheets and columns"), Look.SECTION)
    columns = _columns(_("Sheet"), _("Column"))
    page.headings(columns)
    names_twice = {each.name for each in guides if sum(other.name == each.name for other in guides) > 1}
    for each in guides[:-1]:
        label = _label(each) if each.name in names_twice else each.name
        page.rows(columns, [(label, None, each.about), *((None, *column) for column in each.columns)])


def _columns(first: str, second: str) -> tuple[Column[object], ...]:
    """Of a table of what things are, what they are called, and what they mean."""
    return (
        Column("first", first, WIDTHS[0], ""),
        Column("second", second, WIDTHS[1], "", Kind.NAME),
        Column("meaning", _("Meaning"), WIDTHS[2], ""),
    )


def about_results(deliverable: Deliverable) -> About:
    """What the results workbook is."""
    return About(
        (
            _(
                "This workbook holds the results of the assessment of {organisation}, written on {day} by Maturity "
                "Workbench. Begin with the sheet Summary. All numbers are those that the program computed. Where one "
                "follows from others that are shown, it is a formula; the sheet Check holds each against the program's "
                "value. The mark on overdue actions follows today's date. "
                "What the results rest on stands in a second workbook, which the assessment team keeps."
            ).format(day=names.day(deliverable.day), organisation=_organisation(deliverable)),
            _(
                "Privacy: nobody who took part can be found here. Answers are shown only as means of at least "
                "{threshold} people; questions that fewer have answered enter no number, so nothing can be "
                "worked out by subtraction. Of the texts the team wrote, only these are here: the purpose of the "
                "assessment, why something does not apply or is out of scope, why an area is settled although "
                "something is missing, weaknesses of unsatisfied goals, the findings that it marked for the report, "
                "and the actions with their measures."
            ).format(threshold=deliverable.subject.threshold),
        ),
        practices=False,
    )


def about_detail(deliverable: Deliverable) -> About:
    """What the team's workbook is."""
    return About(
        (
            _(
                "This workbook holds what the results of the assessment of {organisation} rest on, written on {day} by "
                "Maturity Workbench for the assessment team: every area, goal and practice, stream, track and "
                "statement, every question, and why each result is what it is. All numbers are those that the program "
                "computed. Where one follows from others that are shown, it is a formula; the sheet Check holds each "
                "against the program's value."
            ).format(day=names.day(deliverable.day), organisation=_organisation(deliverable)),
            _(
                "Privacy: nobody who took part can be found here, so this file may be handed on. Answers are "
                "shown only for questions that at least {threshold} people have answered; the others enter no "
                "number, so nothing can be worked out by subtraction. Names, roles, groups, comments, "
                "what evidence is called, what was said in interviews and the team's working notes are not in this "
                "file; of sources it tells how many of each kind there are, and of evidence what it speaks of."
            ).format(threshold=deliverable.subject.threshold),
        ),
        practices=True,
    )


def _label(guide_: Guide) -> str:
    """Sheets of one name differ by the kind of their models."""
    if not guide_.kind:
        return guide_.name
    return _("{sheet} ({kind})").format(sheet=guide_.name, kind=_(guide_.kind).lower())


def _organisation(deliverable: Deliverable) -> str:
    return deliverable.subject.organisation or _("the organisation")


def _principles() -> list[str]:
    return [
        _(
            "Levels are whole. A share, a mean or an index stands beside a level to show movement; it is not a level, "
            "and there is no level between two. Equal levels of different models do not mean the same."
        ),
        _("An empty cell means there is nothing to show; it never stands for zero."),
    ]


def _words(models: Sequence[ModelPart], *, practices: bool) -> list[tuple[str, str, str]]:
    practice, goal, statement = _("Practice"), _("Goal or area"), _("Statement")
    areas = not models or any(part.result.areas for part in models)
    statements = any(part.result.statements for part in models)
    return [
        *((practice, names.name(word), meaning) for word, meaning in _characterisations() if areas and practices),
        *((goal, names.name(word), meaning) for word, meaning in _ratings() if areas),
        *((statement, names.name(word), meaning) for word, meaning in _fulfilments() if statements),
    ]


def _characterisations() -> list[tuple[Characterisation, str]]:
    return [
        (Characterisation.FULLY, _("Done everywhere it should be, with no weakness that matters.")),
        (Characterisation.LARGELY, _("Done, with weaknesses that do not endanger the goal. Counts as in place.")),
        (Characterisation.PARTIALLY, _("Done in part, or only here and there. Counts as weak.")),
        (Characterisation.NOT, _("Not done, or nothing shows that it is. Counts as weak.")),
        (Characterisation.NOT_YET, _("The work has not reached the point where it is due. Stays open.")),
        (Characterisation.NOT_APPLICABLE, _("Does not fit this organisation, for a reason given.")),
    ]


def _ratings() -> list[tuple[Rating, str]]:
    return [
        (Rating.SATISFIED, _("The goal is met; the area meets all its goals.")),
        (Rating.UNSATISFIED, _("The goal is not met; the area misses at least one goal.")),
        (Rating.NOT_RATED, _("Something still has to be found out before it can be rated.")),
        (Rating.NOT_APPLICABLE, _("It lies outside the organisation's work. It blocks no level.")),
        (Rating.OUT_OF_SCOPE, _("It was not assessed. A level that needs it cannot be reached.")),
    ]


def _fulfilments() -> list[tuple[Fulfilment, str]]:
    return [
        (Fulfilment.MET, _("This is so, and it can be shown.")),
        (Fulfilment.PARTLY_MET, _("This is so in part, or not always. It blocks the level.")),
        (Fulfilment.NOT_MET, _("This is not so. It blocks the level.")),
        (Fulfilment.NOT_APPLICABLE, _("It does not fit this organisation. It blocks no level and lifts no cap.")),
        (Fulfilment.DONT_KNOW, _("The team could not find out. The level stays undetermined.")),
    ]
