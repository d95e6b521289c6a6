"""The report for the sponsor, and the two pages that say the most of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop import characters
from desktop.exchange.board_tables import results
from desktop.exchange.board_texts import limits, reasons
from desktop.exchange.deliverable import Deliverable, FindingLine
from desktop.exchange.reports.back_sections import back_sections
from desktop.exchange.reports.blocks import Block, Contents, Cover, Document, Heading, Items, Look, PageBreak, Paragraph
from desktop.exchange.reports.charts import Draw, chart, drawn, levels_chart, telling_kinds, undrawn
from desktop.exchange.reports.front_sections import RESULT_WIDTHS, front_sections, next_steps, verdict_of, when
from desktop.exchange.reports.grids import grid
from desktop.exchange.reports.place_sections import place_sections
from desktop.exchange.reports.sections import Section, told
from desktop.language import _, in_use, ngettext
from desktop.model.records import Tone
from desktop.wording import names
from desktop.wording.manners import written_in
from desktop.wording.verdict import how_levels_come_about

STRENGTHS = 3
"""At most so many are told on the two pages."""


def sections(deliverable: Deliverable, draw: Draw = undrawn) -> tuple[Section, ...]:
    """The sections of the report in their order, without the team's own words.

    Args:
        deliverable: what may be told.
        draw: makes the pictures; without it they are empty, for whoever wants the words.
    """
    with written_in(deliverable.manner):
        return (*front_sections(deliverable, draw), *place_sections(deliverable), *back_sections(deliverable, draw))


def report(deliverable: Deliverable, draw: Draw = drawn) -> Document:
    """The report.

    Args:
        deliverable: what may be told.
        draw: makes the pictures.
    """
    blocks: list[Block] = []
    for section in sections(deliverable, draw):
        blocks += told(section, deliverable.narratives.get(section.id, ""))
    with written_in(deliverable.manner):
        return _document(deliverable, _("Report of the assessment"), (*_front(deliverable), *blocks))


def two_pages(deliverable: Deliverable, draw: Draw = drawn) -> Document:
    """The result on one page with its reasons and the next actions, and on the other how sure that is; see `report`."""
    with written_in(deliverable.manner):
        blocks = (*_first_page(deliverable), PageBreak(), *_second_page(deliverable, draw))
        return _document(deliverable, _("The result on two pages"), blocks, dense=True)


def plain_words(section: Section) -> Iterator[str]:
    """What the program says in a section, as lines without any look."""
    for block in section.blocks:
        match block:
            case Paragraph():
                yield f"{block.begins} {block.text}".strip()
            case Items():
                yield from (f"• {begins} {text}".replace("  ", " ") for begins, text in block.items)
            case Heading():
                yield block.text
            case _:
                caption = getattr(block, "caption", "")
                if caption:
                    yield _("[{caption}]").format(caption=caption)


def _document(deliverable: Deliverable, title: str, blocks: tuple[Block, ...], *, dense: bool = False) -> Document:
    subject = deliverable.subject
    organisation = characters.one_line(subject.organisation)
    return Document(
        title=_("{title}: {organisation}").format(title=title, organisation=organisation) if organisation else title,
        subject=organisation,
        footer=" · ".join(filter(None, (organisation, title, names.day(deliverable.day)))),
        day=deliverable.day,
        blocks=blocks,
        language=(in_use() or "en-GB").replace("_", "-"),
        placeholders=tuple(_placeholders(deliverable, title).items()),
        dense=dense,
    )


def _placeholders(deliverable: Deliverable, title: str) -> Mapping[str, str]:
    subject = deliverable.subject
    return {
        "subtitle": title,
        "organisation": subject.organisation,
        "unit": subject.unit,
        "sponsor": subject.sponsor,
        "purpose": subject.purpose,
        "on_site": when(subject),
        "day": names.day(deliverable.day),
    }


def _front(deliverable: Deliverable) -> Iterator[Block]:
    subject = deliverable.subject
    about = [
        subject.unit,
        _("For {sponsor}").format(sponsor=subject.sponsor) if subject.sponsor else "",
        _("Assessed {days}").format(days=when(subject)) if when(subject) else "",
    ]
    foot = [
        _("Results as of {day}").format(day=names.day(deliverable.day)),
        _(
            "Nothing in this report is attributed to anybody; answers of fewer than {threshold} people are not shown."
        ).format(threshold=subject.threshold),
    ]
    name = subject.organisation or _("Maturity of IT services")
    yield Cover(name, _("Report of the assessment of maturity"), tuple(filter(None, about)), tuple(foot))
    yield Contents(_("Contents"))


def _place(finding: FindingLine, deliverable: Deliverable) -> str:
    """What a finding is about, by name."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    known = packs[finding.model].place_by_id.get(finding.place) if finding.model in packs else None
    return known.name if known else _("In general")


def _first_page(deliverable: Deliverable) -> Iterator[Block]:
    subject = deliverable.subject
    name = subject.organisation or _("Maturity of IT services")
    yield Heading(_("{organisation}: the result of the assessment").format(organisation=name), 1, "result")
    facts = [
        subject.unit,
        _("for {sponsor}").format(sponsor=subject.sponsor) if subject.sponsor else "",
        _("assessed {days}").format(days=when(subject)) if when(subject) else "",
        _("as of {day}").format(day=names.day(deliverable.day)),
    ]
    yield Paragraph(" · ".join(filter(None, facts)), Look.QUIET)
    yield Paragraph(verdict_of(deliverable), Look.LEAD)
    yield grid(results(deliverable), "", RESULT_WIDTHS)
    found = reasons(deliverable)
    if found:
        yield Heading(_("Why no higher level: the main reasons"), 2, "reasons")
        yield Items(tuple((_("{place}.").format(place=place), text) for place, text in found))
    yield Heading(_("Next actions"), 2, "actions")
    for block in next_steps(deliverable):
        if not (isinstance(block, Paragraph) and block.look is Look.LABEL):
            yield block


def _second_page(deliverable: Deliverable, draw: Draw) -> Iterator[Block]:
    yield Heading(_("Where it stands"), 2, "profile")
    picture = levels_chart(deliverable, draw) if len(deliverable.models) > 1 else None
    if picture is None:
        part = deliverable.part()
        picture = chart(telling_kinds(part)[0], deliverable, part, draw)
    yield picture
    yield Paragraph(how_levels_come_about([part.pack for part in deliverable.models]), Look.QUIET)
    strengths = [each for each in deliverable.findings if each.tone is Tone.STRENGTH][:STRENGTHS]
    if strengths:
        yield Heading(_("What works well, and should stay"), 2, "strengths")
        yield Items(tuple((_("{place}.").format(place=_place(each, deliverable)), each.text) for each in strengths))
    yield Heading(_("What was not assessed, and how sure the team is"), 2, "limits")
    yield Items(tuple((_("{model}.").format(model=model), text) for model, text in limits(deliverable)))
    people = deliverable.participation
    if people.asked:
        asked = ngettext(
            "Of {asked} person asked, {answered} answered. ",
            "Of {asked} people asked, {answered} answered. ",
            people.asked,
        ).format(asked=people.asked, answered=people.answered)
    else:
        asked = ""
    yield Paragraph(
        asked
        + _(
            "Answers of fewer than {threshold} people are not shown, and nothing is attributed to anybody. "
            "Everything else stands in the report and in the results workbook."
        ).format(threshold=deliverable.subject.threshold),
        Look.QUIET,
    )
