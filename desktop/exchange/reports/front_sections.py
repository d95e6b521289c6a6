"""The first sections of the report: the summary for the sponsor, scope and method, and the profile."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.board_tables import next_actions, results
from desktop.exchange.board_texts import counts_of_actions, reasons, target_sentence
from desktop.exchange.deliverable import Deliverable, Subject
from desktop.exchange.reports.blocks import Block, Grid, GridCell, GridColumn, Heading, Items, Look, Paragraph
from desktop.exchange.reports.charts import Draw, chart, levels_chart, telling_kinds
from desktop.exchange.reports.grids import actions_grid, grid
from desktop.exchange.reports.sections import PROFILE, SCOPE, SUMMARY, Section, anchor, model_section
from desktop.exchange.tables.levels import levels
from desktop.language import _, counted, ngettext
from desktop.wording import board, names, outcome
from desktop.wording.model_words import words_of
from desktop.wording.verdict import how_levels_come_about, verdict

RESULT_WIDTHS = {"pack.name": 22.0, "result": 56.0, "level": 12.0, "whole.target": 12.0}
LEVEL_WIDTHS = {"round": 24.0, "day": 13.0, "name": 25.0, "level": 8.0, "result": 14.0}
ACTION_WIDTHS = {"place": 24.0, "title": 46.0, "owner": 18.0, "due": 14.0}


def front_sections(deliverable: Deliverable, draw: Draw) -> Iterator[Section]:
    """These sections."""
    yield Section(SUMMARY, _("Summary for the sponsor"), 1, tuple(_summary(deliverable)), new_page=True)
    yield Section(SCOPE, _("Scope and method"), 1, tuple(_scope(deliverable)), new_page=True)
    yield Section(PROFILE, _("Profile"), 1, tuple(_profile(deliverable, draw)), new_page=True)


def verdict_of(deliverable: Deliverable) -> str:
    """What counts most, in a sentence or two."""
    return verdict([(part.pack.name, part.whole) for part in deliverable.models])


def when(subject: Subject) -> str:
    """When the assessment took place; empty where nobody has said."""
    if subject.starts and subject.ends:
        return _("{first} to {last}").format(first=names.day(subject.starts), last=names.day(subject.ends))
    return names.day(subject.starts or subject.ends)


def _summary(deliverable: Deliverable) -> Iterator[Block]:
    yield Paragraph(verdict_of(deliverable), Look.LEAD)
    yield grid(results(deliverable), "", RESULT_WIDTHS)
    found = reasons(deliverable)
    if found:
        yield Paragraph(_("Why no higher level: the main reasons"), Look.LABEL)
        yield Items(tuple((_("{place}.").format(place=place), text.partition("\n")[0]) for place, text in found))
    yield from next_steps(deliverable)


def next_steps(deliverable: Deliverable) -> Iterator[Block]:
    """What is next."""
    table = next_actions(deliverable)
    yield Paragraph(_("Next actions"), Look.LABEL)
    if not table.rows:
        yield Paragraph(_("No action is open."))
        return
    yield actions_grid(table, "", ACTION_WIDTHS)
    yield Paragraph(counts_of_actions(deliverable), Look.QUIET)


def _scope(deliverable: Deliverable) -> Iterator[Block]:
    subject, people = deliverable.subject, deliverable.participation
    if subject.purpose:
        yield Paragraph(subject.purpose, begins=_("Purpose."))
    about = [
        (_("Organisation"), subject.organisation),
        (_("Unit"), subject.unit),
        (_("Sponsor"), subject.sponsor),
        (_("On site"), when(subject)),
        (_("As of"), names.day(deliverable.day)),
    ]
    told = tuple((GridCell(name), GridCell(text)) for name, text in about if text)
    yield Grid(_("What was assessed"), (GridColumn(_("What"), 22, strong=True), GridColumn(_("Says"), 78)), told)
    yield _models_used(deliverable)
    yield Heading(_("How the team came to its results"), 2, anchor("method"))
    asked = (
        ngettext(
            "A questionnaire went to {asked} person, and {answered} answered.",
            "Questionnaires went to {asked} people, of whom {answered} answered.",
            people.asked,
        ).format(asked=people.asked, answered=people.answered)
        if people.asked
        else _("No questionnaire was sent.")
    )
    yield Items(
        (
            (_("Asked."), asked),
            (
                _("Heard and seen."),
                _(
                    "The team interviewed people, read documents and saw work being done. What it noted counts only "
                    "once at least two independent sources bear it out."
                ),
            ),
            (
                _("Judged."),
                _(
                    "Answers suggest a rating, evidence supports it, and the team decides by consensus. A level is "
                    "reached only as a whole: there are no halves."
                ),
            ),
            (
                _("Confidential."),
                _(
                    "Answers of fewer than {threshold} people are not shown, and nothing here is attributed to "
                    "anybody. Blanks (unanswered, does not apply, don't know) are kept apart and enter no mean."
                ).format(threshold=subject.threshold),
            ),
        )
    )


def _models_used(deliverable: Deliverable) -> Grid:
    columns = (
        GridColumn(_("Model"), 36, strong=True),
        GridColumn(_("Version"), 12),
        GridColumn(_("How it works"), 26),
        GridColumn(_("What is rated"), 26),
    )
    rows = tuple(
        (
            GridCell(part.pack.name),
            GridCell(part.pack.version),
            GridCell(_(words_of(part.pack).kind)),
            GridCell(counted(words_of(part.pack).counted, len(part.pack.place_by_id))),
        )
        for part in deliverable.models
    )
    return Grid(_("Maturity models used"), columns, rows)


def _profile(deliverable: Deliverable, draw: Draw) -> Iterator[Block]:
    several = len(deliverable.models) > 1
    yield Paragraph(how_levels_come_about([part.pack for part in deliverable.models]), together=several)
    overall = levels_chart(deliverable, draw) if several else None
    if overall is not None:
        yield overall
    if deliverable.rounds:
        yield grid(levels(deliverable), _("How the levels came along"), LEVEL_WIDTHS)
    for part in deliverable.models:
        yield Heading(part.pack.name, 2, anchor(f"{PROFILE}:{model_section(part.pack.id)}"))
        left = outcome.left_out(part.result, part.pack)
        about = [target_sentence(part), _("{left}.").format(left=left) if left else ""]
        yield Paragraph(board.result_sentence(part.result, part.pack), together=True)
        yield Paragraph(" ".join(filter(None, about)), Look.QUIET, together=True)
        for kind in telling_kinds(part):
            yield chart(kind, deliverable, part, draw)
