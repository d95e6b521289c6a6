"""What the lists and tables of the page say, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.evaluation.sessions import session_key
from desktop.model.maturity.pack import Area, Practice
from desktop.model.records import BlindStage
from desktop.model.scoring.results import GoalResult, PracticeResult
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Rating
from desktop.ui.pages.ratings.staged.snapshot import Snapshot, Subject, SubjectKind
from desktop.wording import names, setting_words

NAMED = 12
"""So many of the sources of a practice are named where it is pointed at."""


class AreaEntry(Struct, frozen=True):
    """An area in the list at the left.

    Attributes:
        heading: the level's name on the first area of a level, else empty.
        alone: whether the team's members are rating it blind.
    """

    id: str
    name: str
    level: int
    heading: str
    rating: Rating
    settled: bool
    alone: bool = False


class GoalEntry(Struct, frozen=True):
    """The area as a whole or one of its goals."""

    subject: Subject
    text: str
    progress: str
    rating: Rating
    tip: str


class PracticeEntry(Struct, frozen=True):
    """A practice with what the survey suggests, what supports it and what the team says.

    Attributes:
        code: its id within the area.
        goals: the goals it serves, in short.
        heading: the common feature's name on its first practice, else empty.
        survey: what the survey suggests; a second line says when it is held down.
        sources: what supports it, in short; a second line says whether that is enough.
        sources_told: the same in full words.
        note: what the team's value still lacks.
    """

    id: str
    code: str
    goals: str
    text: str
    heading: str
    survey: str
    survey_tip: str
    sources: str
    sources_told: str
    sources_tip: str
    corroborated: bool
    value: Characterisation | None
    note: str


def area_entries(snapshot: Snapshot, level: int | None, here: str = "") -> list[AreaEntry]:
    """The areas in scope by level, of one level or of all, and the one `here`."""
    level_names = {item.number: item.name for item in snapshot.pack.levels}
    entries: list[AreaEntry] = []
    for area in sorted(snapshot.result.areas, key=lambda item: item.level):
        if level is not None and area.level != level:
            continue
        if area.rating is Rating.OUT_OF_SCOPE and area.id != here:
            continue
        first = not entries or entries[-1].level != area.level
        heading = _("Level {number} · {name}").format(number=area.level, name=level_names.get(area.level, ""))
        settled = snapshot.area_rating(area.id).settled
        alone = snapshot.stages.get(area.id) is BlindStage.ALONE
        entries.append(AreaEntry(area.id, area.name, area.level, heading if first else "", area.rating, settled, alone))
    return entries


def goal_entries(snapshot: Snapshot, area_id: str) -> list[GoalEntry]:
    """The area as a whole, then its goals."""
    area, result = snapshot.area(area_id), snapshot.areas[area_id]
    whole = GoalEntry(
        subject=Subject(SubjectKind.AREA, area_id),
        text=_("The area as a whole"),
        progress=_("{satisfied} of {goals} satisfied").format(
            satisfied=result.satisfied_goals, goals=len(result.goals)
        ),
        rating=result.rating,
        tip=area.purpose,
    )
    entries = [whole]
    for goal, found in zip(area.goals, result.goals, strict=True):
        entries.append(
            GoalEntry(
                subject=Subject(SubjectKind.GOAL, goal.id),
                text=f"{short(area, goal.id)} · {goal.name}",
                progress=_progress(found),
                rating=found.rating,
                tip=goal.text,
            )
        )
    return entries


def _progress(goal: GoalResult) -> str:
    if goal.weakness_missing:
        return _("describe the weakness")
    if goal.open:
        return _("{open} of {practices} still open").format(open=len(goal.open), practices=goal.practices)
    return _("{in_place} of {practices} in place").format(in_place=goal.in_place, practices=goal.practices)


def practice_entries(snapshot: Snapshot, area_id: str) -> list[PracticeEntry]:
    """The practices of an area, each once, in the model's order under its common features."""
    area = snapshot.area(area_id)
    features = {feature.id: feature.name for feature in snapshot.pack.features}
    order = {feature: number for number, feature in enumerate(features)}
    entries: list[PracticeEntry] = []
    before = ""
    for practice in sorted(area.practices, key=lambda item: order[item.feature]):
        heading = features[practice.feature] if practice.feature != before else ""
        before = practice.feature
        entries.append(_practice(snapshot, area, practice, heading))
    return entries


def short(area: Area, id_: str) -> str:
    """An id without the area's, which everybody knows on this page."""
    return id_.removeprefix(f"{area.id}-")


def first_open(entries: Iterable[PracticeEntry]) -> PracticeEntry | None:
    """The first practice without a characterisation, or else the first."""
    found = list(entries)
    return next((entry for entry in found if entry.value is None), found[0] if found else None)


def _practice(snapshot: Snapshot, area: Area, practice: Practice, heading: str) -> PracticeEntry:
    result = snapshot.practices[practice.id]
    survey, survey_tip = _survey(result)
    served = area.goals_of(practice)
    all_served = len(served) == len(area.goals)
    return PracticeEntry(
        id=practice.id,
        code=short(area, practice.id),
        goals=_("all goals") if all_served else ", ".join(short(area, goal) for goal in served),
        text=practice.text,
        heading=heading,
        survey=survey,
        survey_tip=survey_tip,
        sources=_sources(snapshot, result),
        sources_told=_sources_told(snapshot, result),
        sources_tip=_sources_tip(snapshot, practice.id),
        corroborated=result.corroborated,
        value=result.value,
        note=_note(result),
    )


def _survey(result: PracticeResult) -> tuple[str, str]:
    found = result.suggestion
    if found is None:
        return "–", _("Nobody has answered a question that informs this practice.")
    says = _("{value} {percent}").format(value=found.survey.value, percent=names.percent(found.mean_percent))
    tip = ngettext("{count} answer suggests: {value}.", "{count} answers suggest: {value}.", found.n)
    tip = tip.format(count=found.n, value=names.name(found.survey))
    if found.capped:
        says += "\n" + _("no more than {value}").format(value=found.value.value)
        tip += " " + _("No more than this until a document or a demonstration shows the work.")
    return says, tip


def _sources(snapshot: Snapshot, result: PracticeResult) -> str:
    if not result.sources:
        return _("none")
    words = {
        EvidenceKind.DOCUMENT: _("doc"),
        EvidenceKind.DEMONSTRATION: _("demo"),
        EvidenceKind.OBSERVATION: _("obs"),
        EvidenceKind.INTERVIEW: _("int"),
        EvidenceKind.PRESENTATION: _("pres"),
    }
    counts = _counted(snapshot, result)
    listed = [f"{counts[kind]} {word}" if counts[kind] > 1 else word for kind, word in words.items() if counts[kind]]
    if result.sources > counts.total():
        listed.insert(0, _("Q"))
    return " · ".join(listed) + "\n" + (_("✓ corroborated") if result.corroborated else _("not enough"))


def _sources_told(snapshot: Snapshot, result: PracticeResult) -> str:
    if not result.sources:
        return _("none")
    counts = _counted(snapshot, result)
    kinds = [EvidenceKind.QUESTIONNAIRE] * (result.sources > counts.total()) + [
        kind for kind in EvidenceKind if counts[kind]
    ]
    listed = ", ".join(
        f"{counts[kind]} × {names.name(kind)}" if counts[kind] > 1 else names.name(kind) for kind in kinds
    )
    said = _("{sources}, corroborated") if result.corroborated else _("{sources}, not enough")
    return said.format(sources=listed)


def _counted(snapshot: Snapshot, result: PracticeResult) -> Counter[EvidenceKind]:
    """How many sessions and documents of each kind speak of a practice."""
    filed = {(piece.kind, session_key(piece.session)) for piece in snapshot.pieces.get(result.id, ())}
    filed |= {(each.kind, session_key(each.session)) for each in snapshot.noted.get(result.id, ())}
    return Counter(kind for kind, _session in filed)


def _sources_tip(snapshot: Snapshot, practice: str) -> str:
    pieces, noted = snapshot.pieces.get(practice, ()), snapshot.noted.get(practice, ())
    filed = [(piece.kind, piece.session) for piece in pieces]
    found = [*dict.fromkeys([*filed, *((each.kind, each.session) for each in noted)])]
    lines = [f"{names.name(kind)}: {session}" for kind, session in found[:NAMED]]
    more = len(found) - NAMED
    if more > 0:
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "\n".join([*lines, _("Needed: {sources}.").format(sources=setting_words.needed(snapshot.pack))])


def _note(result: PracticeResult) -> str:
    if result.across is not None and result.value is None:
        return _("the team decides") if result.across.asks else _("{count} open").format(count=result.across.waiting)
    if result.trace.rule == Rule.PRACTICE_REASON_MISSING:
        return _("reason?")
    if result.trace.rule == Rule.PRACTICE_ALTERNATIVE:
        return _("alternative")
    return ""
