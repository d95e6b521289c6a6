"""What a maturity model says, laid out for reading: one function for each part of it.

The result is the small HTML that Qt's text view knows. Every text of the model is escaped; links are ``see:`` and
an id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Area, Pack, Practice, Question, SourceNote
from desktop.ui.pages.model.outline import Part
from desktop.ui.theme import current, px


def style() -> str:
    """The style sheet of the text in the theme in use."""
    t = current()
    return f"""
    body {{ color: {t.text}; }}
    p.title {{ font-size: {px(20)}px; font-weight: 600; margin-top: 2px; margin-bottom: 8px; }}
    p.heading {{ font-size: {px(14)}px; font-weight: 600; margin-top: 18px; margin-bottom: 4px; }}
    p.long {{ font-size: {px(16)}px; font-weight: 600; margin-top: 2px; margin-bottom: 8px; }}
    table {{ margin-top: 4px; }}
    p {{ margin-top: 0px; margin-bottom: 6px; }}
    li {{ margin-bottom: 3px; }}
    a {{ color: {t.accent}; text-decoration: none; }}
    .mute {{ color: {t.mute}; }}
    .small {{ color: {t.mute}; font-size: {px(12)}px; }}
    .uncertain {{ color: {t.warn}; background-color: {t.warn_soft}; font-size: {px(12)}px; font-weight: 600; }}
    td {{ padding-bottom: 7px; }}
    td.code {{ color: {t.mute}; padding-right: 14px; white-space: nowrap; }}
    """


def page_of(pack: Pack, part: Part, target: str) -> str:
    """What there is to read about one entry of the outline; a group is read as its area."""
    pages: dict[Part, Callable[[Pack, str], str]] = {
        Part.MODEL: _model,
        Part.LEVEL: _level,
        Part.AREA: _area,
        Part.GROUP: _area,
        Part.GOAL: _goal,
        Part.PRACTICE: _practice,
        Part.QUESTION: _question,
    }
    return pages[part](pack, target)


def locate(pack: Pack, target: str) -> Part | None:
    """Which part of a model bears an id; a level bears its number."""
    for part, known in (
        (Part.AREA, pack.area_by_id),
        (Part.GOAL, pack.goal_by_id),
        (Part.PRACTICE, pack.practice_by_id),
        (Part.QUESTION, pack.question_by_id),
        (Part.LEVEL, {str(level.number) for level in pack.levels}),
    ):
        if target in known:
            return part
    return None


def area_of(pack: Pack, part: Part, target: str) -> str:
    """The area that an entry of the outline belongs to; empty for the model and its levels."""
    match part:
        case Part.AREA | Part.GROUP:
            return target.partition("/")[0]
        case Part.GOAL:
            return pack.goal_by_id[target][0].id
        case Part.PRACTICE:
            return pack.practice_by_id[target][0].id
        case Part.QUESTION:
            return pack.question_by_id[target][0].id
    return ""


def _model(pack: Pack, _target: str) -> str:
    counts = " · ".join(
        (
            ngettext("{count} area", "{count} areas", len(pack.areas)).format(count=len(pack.areas)),
            ngettext("{count} goal", "{count} goals", len(pack.goal_by_id)).format(count=len(pack.goal_by_id)),
            ngettext("{count} practice", "{count} practices", len(pack.practice_by_id)).format(
                count=len(pack.practice_by_id)
            ),
            ngettext("{count} question", "{count} questions", len(pack.question_by_id)).format(
                count=len(pack.question_by_id)
            ),
        )
    )
    return "".join(
        (
            _head(_("Maturity model, version {version}").format(version=escape(pack.version)), pack.name),
            _paragraph(pack.summary),
            _paragraph(counts, "mute"),
            _heading(_("Levels")),
            _rows(
                (_link(str(level.number)), f"<b>{escape(level.name)}</b><br>{escape(level.summary)}")
                for level in pack.levels
            ),
            _heading(_("Process categories")),
            _terms((category.name, category.summary) for category in pack.categories),
            _heading(_("Common features")),
            _terms((feature.name, feature.summary) for feature in pack.features),
            _heading(_("Answer scales")),
            *(
                _paragraph(f"{scale.name}: {', '.join(choice.name for choice in scale.choices)}")
                for scale in pack.scales
            ),
            _heading(_("What it is based on")),
            _paragraph(pack.based_on),
            _sources(pack, pack.sources),
        )
    )


def _level(pack: Pack, target: str) -> str:
    number = int(target)
    level = pack.level(number)
    areas = pack.areas_at(number)
    body = _paragraph(level.summary)
    if areas:
        body += _heading(_("Key process areas")) + _rows((_link(area.id), _named(area)) for area in areas)
    return _head(_("Level {number}").format(number=number), level.name) + body


def _named(area: Area) -> str:
    return f"<b>{escape(area.name)}</b><br>{escape(area.purpose)}"


def _area(pack: Pack, target: str) -> str:
    area = pack.area_by_id[target.partition("/")[0]]
    names = {category.id: category.name for category in pack.categories}
    place = " · ".join(
        (
            area.id,
            f"{_('Level {number}').format(number=area.level)} {pack.level(area.level).name}",
            *map(names.__getitem__, area.categories),
        )
    )
    notes = [source for source in pack.sources if area.id in source.about]
    return "".join(
        (
            _head(escape(place), area.name),
            _paragraph(area.purpose),
            _paragraph(_("An organisation can naturally do without it."), "mute") if area.may_not_apply else "",
            _heading(_("What respondents read first")),
            _paragraph(area.introduction),
            _heading(_("What good looks like")),
            _list(area.good),
            _heading(_("What typically shows it")),
            _list(area.evidence),
            _heading(_("Goals")),
            _rows((_link(goal.id), f"<b>{escape(goal.name)}</b><br>{escape(goal.text)}") for goal in area.goals),
            *(
                _heading(feature.name) + _rows((_link(item.id), _of_practice(item)) for item in found)
                for feature in pack.features
                if (found := [item for item in area.practices if item.feature == feature.id])
            ),
            _heading(_("Questions")),
            _rows((_link(item.id), _of_question(item)) for item in area.questions),
            _heading(_("Where this comes from")) + _sources(pack, notes) if notes else "",
        )
    )


def _goal(pack: Pack, target: str) -> str:
    area, goal = pack.goal_by_id[target]
    practices = area.practices_of(target)
    asked = [item for item in area.questions if target in item.informs]
    return "".join(
        (
            _head(_("Goal {id} of {area}").format(id=goal.id, area=_link(area.id, area.name)), goal.name),
            _paragraph(goal.text),
            _heading(_("Practices that serve it")),
            _rows((_link(item.id), _of_practice(item, serves=False)) for item in practices),
            _heading(_("Questions about it")) + _rows((_link(item.id), escape(item.text)) for item in asked)
            if asked
            else "",
        )
    )


def _practice(pack: Pack, target: str) -> str:
    area, practice = pack.practice_by_id[target]
    feature = next(item for item in pack.features if item.id == practice.feature)
    goals = [goal for goal in area.goals if goal.id in area.goals_of(practice)]
    asked = pack.informants[target]
    return "".join(
        (
            _head(
                _("Practice {id} of {area}").format(id=practice.id, area=_link(area.id, area.name)),
                practice.text,
                "long",
            ),
            _paragraph(practice.detail) if practice.detail else "",
            _paragraph(_("{feature}: {summary}").format(feature=feature.name, summary=feature.summary), "mute"),
            _heading(_("Goals it serves")),
            _rows((_link(goal.id), f"<b>{escape(goal.name)}</b><br>{escape(goal.text)}") for goal in goals),
            _heading(_("Questions that say something about it")),
            _rows((_link(item.id), escape(item.text)) for item in asked)
            if asked
            else _paragraph(_("None. Interviews and documents have to show it."), "mute"),
        )
    )


def _question(pack: Pack, target: str) -> str:
    area, question = pack.question_by_id[target]
    texts = {goal.id: goal.text for goal in area.goals} | {item.id: item.text for item in area.practices}
    return "".join(
        (
            _head(
                _("Question {id} of {area}").format(id=question.id, area=_link(area.id, area.name)),
                question.text,
                "long",
            ),
            _paragraph(question.help) if question.help else "",
            _heading(_("What the answers inform")),
            _rows((_link(item), escape(texts[item])) for item in question.informs),
        )
    )


def _of_practice(practice: Practice, *, serves: bool = True) -> str:
    text = escape(practice.text)
    if practice.detail:
        text += f'<br><span class="mute">{escape(practice.detail)}</span>'
    if serves:
        goals = ", ".join(map(_link, practice.goals)) if practice.goals else _("all goals")
        text += f'<br><span class="small">{_("Serves {goals}").format(goals=goals)}</span>'
    return text


def _of_question(question: Question) -> str:
    text = escape(question.text)
    if question.help:
        text += f'<br><span class="mute">{escape(question.help)}</span>'
    informs = ", ".join(map(_link, question.informs))
    return f'{text}<br><span class="small">{_("Informs {targets}").format(targets=informs)}</span>'


def _sources(pack: Pack, notes: Sequence[SourceNote]) -> str:
    return "".join(f"<p>{_mark(note)}{escape(note.note)}{_about(pack, note)}</p>" for note in notes)


def _mark(note: SourceNote) -> str:
    return "" if note.certain else f'<span class="uncertain">&nbsp;{escape(_("Uncertain"))}&nbsp;</span> '


def _about(pack: Pack, note: SourceNote) -> str:
    if not note.about:
        return ""
    ids = ", ".join(_link(item) if locate(pack, item) else escape(item) for item in note.about)
    return f'<br><span class="small">{_("About {ids}").format(ids=ids)}</span>'


def _head(place: str, title: str, kind: str = "title") -> str:
    return f'<p class="small">{place}</p><p class="{kind}">{escape(title)}</p>'


def _heading(text: str) -> str:
    return f'<p class="heading">{escape(text)}</p>'


def _paragraph(text: str, kind: str = "body") -> str:
    return f'<p class="{kind}">{escape(text)}</p>'


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def _terms(items: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<p><b>{escape(name)}</b><br>{escape(text)}</p>" for name, text in items)


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    """A table of a code and what it stands for; both are HTML already."""
    cells = (f'<tr><td class="code">{code}</td><td width="100%">{text}</td></tr>' for code, text in rows)
    return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(cells)}</table>'


def _link(target: str, text: str = "") -> str:
    return f'<a href="see:{escape(target)}">{escape(text or target)}</a>'
