"""What a maturity model says, laid out for reading: one function for each part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import TypeAlias

from desktop.language import _
from desktop.model.maturity.pack import Pack, Stream, Track
from desktop.model.maturity.shelf import summary
from desktop.model.planning.crosswalk import Bridge
from desktop.ui.pages.model import prose_growth, prose_parts, prose_staged
from desktop.ui.pages.model.entries import Part
from desktop.ui.pages.model.html import head, heading, link, named, paragraph, rows, terms
from desktop.ui.pages.model.sources import same, sources
from desktop.wording import packs
from desktop.wording.model_words import words_of

_Page: TypeAlias = Callable[[Pack, str, str], str]
_AskingPage: TypeAlias = Callable[[Pack, str, str, Mapping[str, int]], str]


def page_of(
    pack: Pack,
    part: Part,
    target: str,
    bridges: Iterable[Bridge] = (),
    others: Mapping[str, Pack] | None = None,
    numbers: Mapping[str, int] | None = None,
) -> str:
    """What there is to read about one entry of the outline; a group is read as what it belongs to.

    Args:
        pack: the model.
        part: what the entry is.
        target: its id.
        bridges: links between the models that can be read.
        others: these models by id.
        numbers: of its questions, as forms print them.
    """
    told = same(pack, part, target, bridges, others or {})
    asking = _with_questions()
    if part in asking:
        return asking[part](pack, target, told, numbers or {})
    return _pages()[part](pack, target, told)


def _with_questions() -> Mapping[Part, _AskingPage]:
    """The pages that name questions."""
    return {
        Part.GROUP: _group,
        Part.AREA: prose_staged.area_page,
        Part.GOAL: prose_staged.goal_page,
        Part.PRACTICE: prose_staged.practice_page,
        Part.QUESTION: _question,
    }


def _group(pack: Pack, target: str, same: str, numbers: Mapping[str, int]) -> str:
    if target.partition("/")[0] in pack.area_by_id:
        return prose_staged.area_page(pack, target, same, numbers)
    return prose_growth.cell_page(pack, target, same)


def _question(pack: Pack, target: str, same: str, numbers: Mapping[str, int]) -> str:
    page = prose_staged.question_page if target in pack.question_by_id else prose_growth.stream_question_page
    return page(pack, target, same, numbers)


def _pages() -> Mapping[Part, _Page]:
    return {
        Part.MODEL: _model,
        Part.LEVEL: _level,
        Part.STREAM: prose_growth.stream_page,
        Part.CELL: prose_growth.cell_page,
        Part.ITEM: prose_growth.item_page,
        Part.METRIC: prose_growth.metric_page,
        Part.TRACK: prose_growth.track_page,
        Part.RUNG: prose_growth.rung_page,
        Part.STATEMENT: prose_growth.statement_page,
        Part.CAPS: prose_growth.caps_page,
        Part.CAP: prose_growth.cap_page,
        Part.PART: prose_parts.part_page,
    }


def _model(pack: Pack, _target: str, _same: str) -> str:
    return "".join(
        (
            head(_("Maturity model, version {version}").format(version=escape(pack.version)), pack.name),
            paragraph(pack.summary),
            paragraph(packs.counts(summary(pack)), "mute"),
            heading(_("Levels")) if pack.levels else "",
            rows((link(str(level.number)), named(level.name, level.summary)) for level in pack.levels),
            _own(pack),
            prose_growth.guidance(pack),
            heading(_("What it is based on")),
            paragraph(pack.based_on),
            sources(pack, pack.sources),
        )
    )


def _own(pack: Pack) -> str:
    """What there is in it besides levels."""
    scales = (f"{scale.name}: {', '.join(choice.name for choice in scale.choices)}" for scale in pack.scales)
    grown: tuple[Stream | Track, ...] = (*pack.streams, *pack.tracks)
    places = [(link(each.id, each.name), escape(each.summary)) for each in grown]
    told = (
        (_("Process categories"), terms((category.name, category.summary) for category in pack.categories)),
        (_("Common features"), terms((feature.name, feature.summary) for feature in pack.features)),
        (_("Answer scales"), "".join(map(paragraph, scales))),
        (_(words_of(pack).places), rows(places) if places else ""),
    )
    return "".join(heading(title) + body for title, body in told if body) + prose_parts.own(pack)


def _level(pack: Pack, target: str, _same: str) -> str:
    number = int(target)
    level = pack.level(number)
    areas = pack.areas_at(number)
    body = paragraph(level.summary) + prose_growth.caution(pack, number)
    if areas:
        body += heading(_("Key process areas"))
        body += rows((link(area.id), named(area.name, area.purpose)) for area in areas)
    return head(_("Level {number}").format(number=number), level.name) + body + prose_growth.level_body(pack, number)
