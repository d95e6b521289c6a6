"""What a maturity model says, laid out for reading: one function for each part of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import TypeAlias

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.shelf import summary
from desktop.model.maturity.vocabulary import Scheme
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
    asking = _with_questions(pack.scheme)
    if part in asking:
        return asking[part](pack, target, told, numbers or {})
    return _pages()[part](pack, target, told)


def _with_questions(scheme: Scheme) -> Mapping[Part, _AskingPage]:
    """The pages that name questions."""
    match scheme:
        case Scheme.STAGED:
            return {
                Part.GROUP: prose_staged.area_page,
                Part.AREA: prose_staged.area_page,
                Part.GOAL: prose_staged.goal_page,
                Part.PRACTICE: prose_staged.practice_page,
                Part.QUESTION: prose_staged.question_page,
            }
        case Scheme.STREAMS:
            return {Part.QUESTION: prose_growth.stream_question_page}
        case Scheme.CRITERIA | Scheme.PARTS:
            return {}


def _pages() -> Mapping[Part, _Page]:
    return {
        Part.MODEL: _model,
        Part.LEVEL: _level,
        Part.GROUP: prose_growth.cell_page,
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
    """What the scheme has besides levels."""
    match pack.scheme:
        case Scheme.STAGED:
            return "".join(
                (
                    heading(_("Process categories")),
                    terms((category.name, category.summary) for category in pack.categories),
                    heading(_("Common features")),
                    terms((feature.name, feature.summary) for feature in pack.features),
                    heading(_("Answer scales")),
                    *(
                        paragraph(f"{scale.name}: {', '.join(choice.name for choice in scale.choices)}")
                        for scale in pack.scales
                    ),
                )
            )
        case Scheme.STREAMS | Scheme.CRITERIA:
            known = [(stream.id, stream.name, stream.summary) for stream in pack.streams]
            known += [(track.id, track.name, track.summary) for track in pack.tracks]
            return heading(_(words_of(pack).places)) + rows(
                (link(place, name), escape(text)) for place, name, text in known
            )
        case Scheme.PARTS:
            return prose_parts.own(pack)


def _level(pack: Pack, target: str, _same: str) -> str:
    number = int(target)
    level = pack.level(number)
    areas = pack.areas_at(number)
    body = paragraph(level.summary) + prose_growth.caution(pack, number)
    if areas:
        body += heading(_("Key process areas"))
        body += rows((link(area.id), named(area.name, area.purpose)) for area in areas)
    return head(_("Level {number}").format(number=number), level.name) + body + prose_growth.level_body(pack, number)
