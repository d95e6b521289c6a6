"""The sections of areas, streams, tracks and parts: what is strong, what is weak, how it is rated and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.exchange.board_texts import target_sentence
from desktop.exchange.deliverable import ActionLine, Deliverable, FindingLine, ModelPart
from desktop.exchange.reports.blocks import Block, Grid, GridCell, GridColumn, Items, Look, Paragraph
from desktop.exchange.reports.sections import Section, model_section, place_section
from desktop.exchange.tables.actions import in_turn
from desktop.language import _, ngettext
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.gaps import Gap
from desktop.model.planning.suggestions import ActionProposal, suggestions
from desktop.model.records import ActionStatus, Tone
from desktop.model.scoring.results import AreaResult, StreamResult, TrackResult
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import board, names, place_reasons, planning, traces
from desktop.wording.coverage import covered
from desktop.wording.tones import tone_of

SUGGESTED, MISSING = 3, 6
"""At most so many are told."""


def place_sections(deliverable: Deliverable) -> Iterator[Section]:
    """A section for each model, and beneath it one for each of its places that takes part."""
    for number, part in enumerate(deliverable.models):
        proposed = suggestions(part.pack, part.result)
        blocks = tuple(_of_model(deliverable, part))
        yield Section(model_section(part.pack.id), part.pack.name, 1, blocks, new_page=number == 0)
        gaps = {gap.place: gap for gap in part.gaps if gap.place != WHOLE}
        for place, found in part.pack.place_by_id.items():
            if place in gaps:
                blocks = tuple(_of_place(deliverable, part, gaps[place], proposed))
                yield Section(place_section(part.pack.id, place), found.name, 2, blocks)


def _of_model(deliverable: Deliverable, part: ModelPart) -> Iterator[Block]:
    yield Paragraph(board.result_sentence(part.result, part.pack), Look.LEAD, together=True)
    yield Paragraph(target_sentence(part), together=True)
    general = [each for each in deliverable.findings if each.model == part.pack.id and not each.place]
    yield from _findings(general)


def _of_place(
    deliverable: Deliverable, part: ModelPart, gap: Gap, proposed: Sequence[ActionProposal]
) -> Iterator[Block]:
    place = gap.place
    yield Paragraph(_("{stands}.").format(stands=planning.gap_text(gap)), Look.LABEL)
    why = _why(part, place)
    if why:
        yield Paragraph(why, begins=_("Why."))
    if place in part.reasons:
        yield Paragraph(part.reasons[place], begins=_("Reason."))
    yield from _findings([each for each in deliverable.findings if (each.model, each.place) == (part.pack.id, place)])
    yield from _goals(part, place)
    yield from _missing(part, gap)
    yield from _recommended(deliverable, part, gap, proposed)


def _why(part: ModelPart, place: str) -> str:
    """Why a place stands where it does; what is missing, and goals that differ, are told below."""
    found = next((each for each in part.result.places if each.id == place), None)
    told = ""
    match found:
        case None:
            return ""
        case AreaResult() if found.goals and found.rating is not Rating.NOT_APPLICABLE:
            return place_reasons.of_area(found, part.pack)
        case StreamResult():
            told = place_reasons.of_stream(found)
        case TrackResult():
            told = place_reasons.of_track(found, part.pack)
        case _:
            pass
    return told or traces.sentence(found.trace, part.pack, part.numbers)


def _findings(found: Sequence[FindingLine]) -> Iterator[Block]:
    titles = (
        (Tone.STRENGTH, _("Strengths")),
        (Tone.WEAKNESS, _("Weaknesses")),
        (Tone.ALTERNATIVE, _("Done in another way")),
    )
    for tone, title in titles:
        texts = tuple(("", each.text) for each in found if each.tone is tone)
        if texts:
            yield Paragraph(title, Look.LABEL)
            yield Items(texts)


def _goals(part: ModelPart, place: str) -> Iterator[Block]:
    """How the goals of an area are rated, with what keeps them from being met."""
    area = next((each for each in part.result.places if each.id == place), None)
    if not isinstance(area, AreaResult) or not area.goals:
        return
    if area.rating is Rating.NOT_APPLICABLE:
        return
    if place_reasons.of_area(area, part.pack) and not any(goal.id in part.weaknesses for goal in area.goals):
        return
    rows: list[tuple[GridCell, ...]] = []
    for goal in area.goals:
        tone = tone_of(goal.rating)
        cell = GridCell(names.name(goal.rating), None if tone == "plain" else tone)
        rows.append((GridCell(part.pack.text_by_id[goal.id]), cell, GridCell(part.weaknesses.get(goal.id, ""))))
    columns: tuple[GridColumn, ...] = (
        GridColumn(_("Goal"), 46),
        GridColumn(_("Rating"), 16),
        GridColumn(_("What keeps it from being met"), 38),
    )
    if not any(row[2].text for row in rows):
        columns, rows = columns[:2], [row[:2] for row in rows]
    yield Grid("", columns, tuple(rows))


def _missing(part: ModelPart, gap: Gap) -> Iterator[Block]:
    """What is still to be reached, where that is no goal: goals stand in their table."""
    texts = [(each, part.pack.text_by_id.get(each, "")) for each in gap.missing if each not in part.pack.goal_by_id]
    told = [(id_, text) for id_, text in texts if text]
    if not told:
        return
    yield Paragraph(_("What is missing"), Look.LABEL)
    more = len(told) - MISSING
    yield Items(tuple(told[:MISSING]))
    if more > 0:
        yield Paragraph(ngettext("{count} more.", "{count} more.", more).format(count=more), Look.QUIET)


def _recommended(
    deliverable: Deliverable, part: ModelPart, gap: Gap, proposed: Sequence[ActionProposal]
) -> Iterator[Block]:
    """The actions for a place; of what the model suggests what no action has taken up and is not told as missing."""
    place = gap.place
    actions = [
        each
        for each in in_turn(deliverable.actions)
        if (each.model, each.place) == (part.pack.id, place) and each.status is not ActionStatus.DROPPED
    ]
    taken = {each.aim for each in actions}
    told = {*taken, *gap.missing} - set(part.pack.goal_by_id) if place not in taken else set()
    reached = gap.target is not None and gap.gap == 0
    further = [each for each in proposed if each.place == place and each.part not in {*taken, *told} and not reached]
    if not actions and not further:
        if gap.missing and gap.rating is not Rating.NOT_RATED:
            yield Paragraph(_("No action yet."), begins=_("Recommendations."))
        return
    yield Paragraph(_("Recommendations"), Look.LABEL)
    yield Items(
        (
            *((_("Action {number}.").format(number=each.number), _action(each)) for each in actions),
            *((_("Suggested."), planning.title(each, part.pack)) for each in further[:SUGGESTED]),
        )
    )


def _action(action: ActionLine) -> str:
    """An action in a line."""
    facts = [
        action.owner or _("no owner yet"),
        names.day(action.due) or _("no day yet"),
        _("overdue") if action.overdue else "",
        names.name(action.status).lower(),
    ]
    return _("{title} ({facts})").format(title=action.title.rstrip("."), facts=", ".join(filter(None, facts)))


def coverage_line(part: ModelPart) -> str:
    """How far a model's parts are corroborated; empty where nothing is in scope."""
    total = part.coverage.total
    return _("{covered}.").format(covered=covered(total, part.pack)) if total.parts else ""
