"""What a model of areas says, laid out for reading: areas, goals, practices, questions."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from desktop.language import _
from desktop.model.maturity.pack import Pack, Practice, Question
from desktop.ui.pages.model.entries import question_label
from desktop.ui.pages.model.html import bullets, head, heading, link, named, paragraph, rows
from desktop.ui.pages.model.sources import sources_of


def area_page(pack: Pack, target: str, same: str, numbers: Mapping[str, int]) -> str:
    """An area with all that belongs to it."""
    area = pack.area_by_id[target.partition("/")[0]]
    names = {category.id: category.name for category in pack.categories}
    place = " · ".join(
        (
            area.id,
            f"{_('Level {number}').format(number=area.level)} {pack.level(area.level).name}",
            *map(names.__getitem__, area.categories),
        )
    )
    return "".join(
        (
            head(escape(place), area.name),
            paragraph(area.purpose),
            same,
            paragraph(_("Some organisations have no such work."), "mute") if area.may_not_apply else "",
            heading(_("What respondents read first")),
            paragraph(area.introduction),
            heading(_("What good looks like")),
            bullets(area.good),
            heading(_("What typically shows it")),
            bullets(area.evidence),
            heading(_("Goals")),
            rows((link(goal.id), named(goal.name, goal.text)) for goal in area.goals),
            *(
                heading(feature.name) + rows((link(item.id), _of_practice(item)) for item in found)
                for feature in pack.features
                if (found := [item for item in area.practices if item.feature == feature.id])
            ),
            heading(_("Questions")),
            rows((link(item.id, question_label(item.id, numbers)), _of_question(item)) for item in area.questions),
            sources_of(pack, area.id),
        )
    )


def goal_page(pack: Pack, target: str, _same: str, numbers: Mapping[str, int]) -> str:
    """A goal with the practices that serve it and the questions about it."""
    area, goal = pack.goal_by_id[target]
    practices = area.practices_of(target)
    asked = [item for item in area.questions if target in item.informs]
    return "".join(
        (
            head(_("Goal {id} of {area}").format(id=goal.id, area=link(area.id, area.name)), goal.name),
            paragraph(goal.text),
            heading(_("Practices that serve it")),
            rows((link(item.id), _of_practice(item, serves=False)) for item in practices),
            heading(_("Questions about it"))
            + rows((link(item.id, question_label(item.id, numbers)), escape(item.text)) for item in asked)
            if asked
            else "",
        )
    )


def practice_page(pack: Pack, target: str, _same: str, numbers: Mapping[str, int]) -> str:
    """A practice with the goals it serves and the questions about it."""
    area, practice = pack.practice_by_id[target]
    feature = next(item for item in pack.features if item.id == practice.feature)
    goals = [goal for goal in area.goals if goal.id in area.goals_of(practice)]
    asked = pack.informants[target]
    return "".join(
        (
            head(
                _("Practice {id} of {area}").format(id=practice.id, area=link(area.id, area.name)),
                practice.text,
                "long",
            ),
            paragraph(practice.detail) if practice.detail else "",
            paragraph(_("{feature}: {summary}").format(feature=feature.name, summary=feature.summary), "mute"),
            heading(_("Goals it serves")),
            rows((link(goal.id), named(goal.name, goal.text)) for goal in goals),
            heading(_("Questions that say something about it")),
            rows((link(item.id, question_label(item.id, numbers)), escape(item.text)) for item in asked)
            if asked
            else paragraph(_("None. Interviews and documents have to show it."), "mute"),
        )
    )


def question_page(pack: Pack, target: str, _same: str, numbers: Mapping[str, int]) -> str:
    """A question with what its answers inform."""
    area, question = pack.question_by_id[target]
    texts = {goal.id: goal.text for goal in area.goals} | {item.id: item.text for item in area.practices}
    return "".join(
        (
            head(
                _("{question} of {area}").format(
                    question=question_label(question.id, numbers), area=link(area.id, area.name)
                ),
                question.text,
                "long",
            ),
            paragraph(question.help) if question.help else "",
            heading(_("What the answers inform")),
            rows((link(item), escape(texts[item])) for item in question.informs),
        )
    )


def _of_practice(practice: Practice, *, serves: bool = True) -> str:
    text = escape(practice.text)
    if practice.detail:
        text += f'<br><span class="mute">{escape(practice.detail)}</span>'
    if serves:
        goals = ", ".join(map(link, practice.goals)) if practice.goals else _("all goals")
        text += f'<br><span class="small">{_("Serves {goals}").format(goals=goals)}</span>'
    return text


def _of_question(question: Question) -> str:
    text = escape(question.text)
    if question.help:
        text += f'<br><span class="mute">{escape(question.help)}</span>'
    informs = ", ".join(map(link, question.informs))
    return f'{text}<br><span class="small">{_("Informs {targets}").format(targets=informs)}</span>'
