"""Slides of where each model stands, and what its next level asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.exchange.board_texts import has_level
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.figures.data import Role, Series
from desktop.exchange.slides.measuring import pages
from desktop.exchange.slides.slide import ChartKind, ChartSlide, Item, Ladder, Slide, Stage, Step, Words, told
from desktop.language import _
from desktop.model.maturity.parts_pack import rules_of
from desktop.wording import board, names, outcome, part_results, slides
from desktop.wording.verdict import how_levels_come_about, verdicts

LADDER = 112.0
"""Height of the levels on a slide, in points, with the space below them."""

_TOP = 5


def overview(deliverable: Deliverable) -> Iterator[Slide]:
    """All models side by side, where there are several and two or more have levels."""
    shown = [part for part in deliverable.models if part.pack.levels and has_level(part.result)]
    if len(deliverable.models) < 2 or len(shown) < 2:
        return
    now = tuple(float(part.result.level.reached) for part in shown)
    wanted = tuple(None if part.whole.target is None else float(part.whole.target) for part in shown)
    chart = ChartSlide(
        ChartKind.BARS,
        tuple(part.pack.name for part in shown),
        (Series(Role.NOW, _("Level now"), now), Series(Role.TARGET, _("Target"), wanted)),
        top=max(_TOP, *(part.pack.levels[-1].number for part in shown)),
        step=1,
        caption=_("Each model has levels of its own: compare a model with its target, not with another model."),
        alt=_("Levels: {all}.").format(
            all="; ".join(_("{model}: {stands}").format(model=part.pack.name, stands=_against(part)) for part in shown)
        ),
    )
    title, *others = verdicts([(part.pack.name, part.whole) for part in deliverable.models])
    yield Slide(
        title,
        chart,
        told(
            [
                *others,
                how_levels_come_about([part.pack for part in deliverable.models]),
                _("The numbers are the levels that the rules of each model give, as of {day}.").format(
                    day=names.day(deliverable.day)
                ),
            ]
        ),
    )


def standing(part: ModelPart, stage: Stage) -> Iterator[Slide]:
    """The levels of a model with what the next one asks for, on as many slides as that takes."""
    result, pack = part.result, part.pack
    title, notes = slides.standing(result, pack), told([outcome.why(result.level, pack), numbers_of(part)])
    if result.whole is not None:
        lines = part_results.why(result.whole, rules_of(pack)) or [board.result_sentence(result, pack)]
        for page, size in pages([Item(line) for line in lines], stage.body.width, stage.body.height):
            yield Slide(title, Words(page, size), notes)
        return
    texts = {board.reason_sentence(each, result, pack, []): each.place for each in result.level.blockers}
    items = [Item(text) for text in texts or [board.result_sentence(result, pack)]]
    steps = tuple(
        Step(
            level.number,
            level.name,
            held=level.number <= result.level.reached,
            next=level.number == result.level.next,
            wanted=level.number == part.whole.target,
        )
        for level in pack.levels
    )
    for number, (page, size) in enumerate(pages(items, stage.body.width, stage.body.height - LADDER)):
        if number:
            title = slides.also_asked(result, pack, [texts[each.text] for each in page if each.text in texts])
        yield Slide(title, Ladder(steps, Words(page, size), _alt(steps)), notes)


def numbers_of(part: ModelPart) -> str:
    """Where the numbers about a model come from, for whoever speaks."""
    return _("The numbers are results of {model} by its rules; the results workbook says why each is as it is.").format(
        model=part.pack.name
    )


def _against(part: ModelPart) -> str:
    level = _("{level} of {top}").format(level=part.result.level.reached, top=part.pack.levels[-1].number)
    if part.whole.target is None:
        return level
    return _("{level}, target {target}").format(level=level, target=part.whole.target)


def _alt(steps: Sequence[Step]) -> str:
    return _("Levels: {all}.").format(
        all="; ".join(f"{step.number} {step.name}, {step_words(step) or _('not reached')}" for step in steps)
    )


def step_words(step: Step) -> str:
    """How a level stands, in a few words."""
    if step.wanted:
        return _("target, reached") if step.held else _("our target")
    return _("reached") if step.held else _("comes next") if step.next else ""
