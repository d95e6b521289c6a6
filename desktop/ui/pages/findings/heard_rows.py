"""What was heard and written, as lines from which observations are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.assessment.observation_reading import Commented
from desktop.model.assessment.session_reading import HeardNote
from desktop.model.listening.part_texts import parts_of
from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import Evidence, Observation, Tone
from desktop.ui.pages.findings.drawn_from import Behind, text_of
from desktop.ui.pages.interviews.note_rows import TONE_COLOURS
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.table_rows import Column
from desktop.wording import names as words
from desktop.wording.interviews import heard_from
from desktop.wording.observed import first_tags, observation_number, shortened, shown_by

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

EVERYTHING, COMMENTS, ITEMS, SESSION, AREA = "", "comments", "items", "session:", "area:"
"""What the lines are chosen by: nothing, all comments, all items of the register, one session, one area."""

SEPARATOR = ", "
"""Stands between what a line is about."""

MOST = 2_000
"""So many notes and items are shown at once; of more one session or area at a time."""


class HeardRow(Struct, frozen=True):
    """A note, a comment of a participant without who it is from, or an item of evidence.

    Attributes:
        drawn: numbers of the observations drawn from it.
        about: what it speaks of, in words.
    """

    thing: Behind
    drawn: tuple[int, ...]
    about: str

    @property
    def key(self) -> str | AnswerRef:
        """The id of the note or item, or the answer that the comment belongs to."""
        match self.thing:
            case HeardNote():
                return self.thing.note.id
            case Commented():
                return self.thing.source
            case Evidence():
                return self.thing.id

    @property
    def text(self) -> str:
        """What was heard, written or shown."""
        return text_of(self.thing)

    @property
    def tone(self) -> Tone:
        """What it says; comments and items say nothing by themselves."""
        return self.thing.note.tone if isinstance(self.thing, HeardNote) else Tone.NEUTRAL

    @property
    def source(self) -> str:
        """Where it comes from, by kind, and by role or title."""
        match self.thing:
            case HeardNote():
                return heard_from(self.thing)
            case Commented():
                return _("Comment in a form")
            case Evidence():
                return shown_by(self.thing)

    def says(self, sought: Sequence[str]) -> bool:
        """Whether all these words, in small letters, stand in it."""
        text = f"{self.text} {self.about} {self.source}".casefold()
        return all(word in text for word in sought)


def choices(assessment: Assessment, names: PartNames) -> list[tuple[str, str]]:
    """What one can choose the lines by, with its words."""
    it = assessment.interviews
    counted = it.counted()
    found = []
    if sum(counted.values()) + assessment.evidence.count() <= MOST:
        found.append((EVERYTHING, _("All notes, comments and evidence")))
    held = [each for each in it.all() if counted.get(each.id)]
    found += [(f"{SESSION}{each.id}", each.name) for each in held]
    found.append((COMMENTS, _("Comments in forms")))
    if assessment.evidence.count():
        found.append((ITEMS, _("Evidence register")))
    found += [(f"{AREA}{key}", area) for key, area in names.areas()]
    return found


def heard_rows(assessment: Assessment, names: PartNames, chosen: str) -> list[HeardRow]:
    """The lines that a choice leaves: notes in the order of their sessions and times, then comments, then items."""
    it, drawn = assessment.interviews, assessment.observations.drawn()
    notes: list[HeardNote] = []
    comments: list[Commented] = []
    items: list[Evidence] = []
    if chosen.startswith(SESSION):
        notes += it.noted(note.id for note in it.notes(chosen.removeprefix(SESSION)))
    elif chosen.startswith(AREA):
        area = Ref.read(chosen.removeprefix(AREA))
        within = _within(assessment, area)
        notes += it.heard(area.model, *within)
        items += _items_on(assessment, area.model, within)
    if chosen in (EVERYTHING, COMMENTS):
        comments = assessment.observations.comments()
    if chosen in (EVERYTHING, ITEMS):
        items = assessment.evidence.all()
    if chosen == EVERYTHING:
        for session in it.all():
            notes += it.noted(note.id for note in it.notes(session.id))
    found = [
        HeardRow(each, _numbers(drawn.get(each.note.id, ())), _about(it.tags(each.note.id), names)) for each in notes
    ]
    asked = {each.id: each.pack.question_texts for each in assessment.models.all()}
    found += [
        HeardRow(
            each,
            _numbers(drawn.get(each.source, ())),
            asked.get(each.source.model, {}).get(each.source.question, each.source.question),
        )
        for each in comments
    ]
    tags = assessment.evidence.tagged() if items else {}
    found += [HeardRow(each, _numbers(drawn.get(each.id, ())), _about(tags.get(each.id, ()), names)) for each in items]
    return found


def heard_key(row: HeardRow) -> str | AnswerRef:
    """What tells a line from others."""
    return row.key


def heard_columns() -> tuple[Column[HeardRow], ...]:
    """The columns of the lines."""
    return (
        Column(_("Heard"), lambda row: shortened(row.text), beneath=_beneath),
        Column(
            _("Says"),
            lambda row: words.name(row.tone) if row.tone is not Tone.NEUTRAL else "",
            tone=lambda row: TONE_COLOURS.get(row.tone),
            width=92,
            gives_way=2,
        ),
        Column(
            _("Drawn"),
            lambda row: ", ".join(map(observation_number, row.drawn)),
            sort=lambda row: row.drawn,
            width=62,
            gives_way=1,
            meaning=_("The observations that are drawn from it"),
        ),
    )


def told_of(rows: Sequence[HeardRow]) -> str:
    """How many there are and from how many nothing is drawn, in words."""
    if not rows:
        return _("None yet. Notes come from Interviews, comments from completed forms, the rest from Evidence.")
    waiting = sum(not row.drawn for row in rows)
    many = ngettext("{count} line", "{count} lines", len(rows)).format(count=len(rows))
    return _("{many}, {waiting} not drawn from yet").format(many=many, waiting=waiting)


def _beneath(row: HeardRow) -> str:
    about = row.about if isinstance(row.thing, Commented) else first_tags(row.about.split(SEPARATOR))
    return " · ".join(part for part in (row.source, about) if part)


def _items_on(assessment: Assessment, model: str, parts: Sequence[str]) -> list[Evidence]:
    """The items that speak of these parts, by title."""
    speaking = assessment.evidence.by_practice(model)
    wanted = {item.id for part in parts for item in speaking.get(part, ())}
    return [each for each in assessment.evidence.all() if each.id in wanted]


def _within(assessment: Assessment, area: Ref) -> list[str]:
    """The ids of all that is judged in an area, and of the area itself."""
    pack = next(each.pack for each in assessment.models.all() if each.id == area.model)
    goals = [goal.id for goal in pack.area_by_id[area.part].goals] if area.part in pack.area_by_id else []
    return list(dict.fromkeys((area.part, *goals, *parts_of(pack, area.part))))


def _about(tags: Sequence[Ref], names: PartNames) -> str:
    return SEPARATOR.join(names.called(tag) for tag in tags)


def _numbers(drawn: Sequence[Observation]) -> tuple[int, ...]:
    return tuple(each.number for each in drawn)
