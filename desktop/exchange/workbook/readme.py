"""The last sheet: what the file is, what each sheet and column means, and what is left out on purpose."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.workbook.guide import Column, Guide, Look
from desktop.exchange.workbook.page import Page
from desktop.language import _
from desktop.model.maturity import Scheme
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment, Rating
from desktop.wording import names

WIDTHS = (22.0, 26.0, 100.0)


def guide() -> Guide:
    """What the sheet and its columns mean."""
    return Guide(
        _("Read me"),
        _("What this file is, and what its sheets, columns and words mean."),
        (
            Column(_("Sheet"), WIDTHS[0], _("Name of the sheet.")),
            Column(_("Column"), WIDTHS[1], _("Heading of the column."), Look.STRONG),
            Column(_("Meaning"), WIDTHS[2], _("What it holds.")),
        ),
    )


def write(page: Page, deliverable: Deliverable, guides: Sequence[Guide]) -> None:
    """Write the sheet.

    Args:
        page: the sheet.
        deliverable: what may be shown.
        guides: of all sheets, in their order.
    """
    page.line(guide().name, Look.TITLE)
    page.line(guide().about, Look.SUBTITLE)
    page.skip()
    for text in _paragraphs(deliverable):
        page.prose(text, len(WIDTHS))
    page.skip()
    page.line(_("Words"), Look.SECTION)
    words = (
        Column(_("Kind"), WIDTHS[0], ""),
        Column(_("Word"), WIDTHS[1], "", Look.STRONG),
        Column(_("Meaning"), WIDTHS[2], ""),
    )
    page.headings(words)
    page.rows(words, _words({part.pack.scheme for part in deliverable.models}))
    page.skip()
    page.line(_("Sheets and columns"), Look.SECTION)
    page.headings(guide().columns)
    names_twice = {each.name for each in guides if sum(other.name == each.name for other in guides) > 1}
    for each in guides:
        label = _label(each) if each.name in names_twice else each.name
        page.rows(guide().columns, [(label, None, each.about)])
        page.rows(
            guide().columns,
            [
                (
                    label,
                    _("{heading} (hidden)").format(heading=column.heading) if column.hidden else column.heading,
                    column.meaning,
                )
                for column in each.columns
            ],
        )


def _label(guide_: Guide) -> str:
    """Sheets of one name differ by the kind of their models."""
    if guide_.scheme is None:
        return guide_.name
    return _("{sheet} ({kind})").format(sheet=guide_.name, kind=names.name(guide_.scheme).lower())


def _paragraphs(deliverable: Deliverable) -> list[str]:
    subject = deliverable.subject
    return [
        _(
            "This workbook was written on {day} by Maturity Workbench from the assessment of {organisation}. All "
            "numbers are values that the program computed; nothing here is calculated again when you open it, except "
            "the mark on overdue actions, which follows today's date."
        ).format(day=names.day(deliverable.day), organisation=subject.organisation or _("the organisation")),
        _(
            "Privacy: nobody who took part can be found here. Answers are shown only as counts of at least {threshold} "
            "people, and whatever would let smaller groups be worked out by subtraction is left empty. Names, roles, "
            "groups, comments, interviews, evidence and the team's working notes are not in this file. Of the texts "
            "the team wrote, only these are: the purpose of the assessment, why something does not apply or is out of "
            "scope, the weakness of an unsatisfied goal, and the action items with their measures."
        ).format(threshold=subject.threshold),
        _(
            "Levels are whole. A progress index or a share stands beside a level to show movement; it is not a level, "
            "and there is no level between two."
        ),
        _("An empty cell means there is nothing to show; it never stands for zero."),
    ]


def _words(schemes: Collection[Scheme]) -> list[tuple[str, str, str]]:
    practice, goal, statement = _("Practice"), _("Goal or area"), _("Statement")
    staged = Scheme.STAGED in schemes or not schemes
    return [
        *((practice, names.name(word), meaning) for word, meaning in _characterisations() if staged),
        *((goal, names.name(word), meaning) for word, meaning in _ratings() if staged),
        *((statement, names.name(word), meaning) for word, meaning in _fulfilments() if Scheme.CRITERIA in schemes),
    ]


def _characterisations() -> list[tuple[Characterisation, str]]:
    return [
        (Characterisation.FULLY, _("Done everywhere it should be, with no weakness that matters.")),
        (Characterisation.LARGELY, _("Done, with weaknesses that do not endanger the goal. Counts as in place.")),
        (Characterisation.PARTIALLY, _("Done in part or in some places only. Counts as weak.")),
        (Characterisation.NOT, _("Not done, or nothing shows that it is. Counts as weak.")),
        (Characterisation.NOT_YET, _("The work has not reached the point where it is due. Stays open.")),
        (Characterisation.NOT_APPLICABLE, _("Does not fit this organisation, for a reason given.")),
    ]


def _ratings() -> list[tuple[Rating, str]]:
    return [
        (Rating.SATISFIED, _("The goal is met; the area meets all its goals.")),
        (Rating.UNSATISFIED, _("The goal is not met; the area misses at least one goal.")),
        (Rating.NOT_RATED, _("Something still has to be found out before it can be rated.")),
        (Rating.NOT_APPLICABLE, _("It lies outside the organisation's work. It holds no level back.")),
        (Rating.OUT_OF_SCOPE, _("It was not appraised. A level that needs it cannot be given.")),
    ]


def _fulfilments() -> list[tuple[Fulfilment, str]]:
    return [
        (Fulfilment.MET, _("This is so, and it can be shown.")),
        (Fulfilment.PARTLY_MET, _("This is so in part, or not always. It stops the level.")),
        (Fulfilment.NOT_MET, _("This is not so. It stops the level.")),
        (Fulfilment.NOT_APPLICABLE, _("It does not fit this organisation. It stops no level and lifts no cap.")),
        (Fulfilment.DONT_KNOW, _("The team could not find out. The level stays undetermined.")),
    ]
