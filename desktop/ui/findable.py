"""Everything that can be found: commands, pages and their parts, files, and what the open assessment names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.language import _, pgettext
from desktop.model.maturity.pack import Pack, Track
from desktop.model.maturity.parts import cell_id
from desktop.model.maturity.refs import Ref
from desktop.ui.commands import COMMANDS, Commands
from desktop.ui.corners import CORNERS
from desktop.ui.finding import Found
from desktop.ui.places import SHELF
from desktop.ui.session import Session
from desktop.wording import names
from desktop.wording.forms import participant_number, question_number

Named = tuple[str, str, str, str]
"""Something of a model: its kind, its words, the page that shows it and its id."""


def everything(session: Session, commands: Commands) -> list[Found]:
    """All that can be found now."""
    found = [*_commands(commands), *_files(session)]
    return [*found, *_corners(session), *_of_assessment(session)] if session.is_open else found


def _files(session: Session) -> Iterator[Found]:
    open_now = session.assessment.path if session.is_open else None
    for path in session.settings.recent:
        if path != open_now:
            words = _("{name} – {folder}").format(name=path.name, folder=path.parent)
            yield Found(words, _("Open file"), words.casefold(), partial(_open, session, path))


def _open(session: Session, path: Path) -> None:
    session.open(path)


def _corners(session: Session) -> Iterator[Found]:
    for corner in CORNERS:
        words = _("{page}: {part}").format(page=_(corner.page_title), part=_(corner.words))
        yield Found(words, _("Part"), f"{_(corner.words)} {words}".casefold(), partial(corner.open, session))


def _commands(commands: Commands) -> list[Found]:
    found = []
    also = {command.key: command.also for command in COMMANDS} | {f"go:{SHELF.key}": SHELF.also}
    for key, action in commands.actions.items():
        if action.isEnabled() and key != "find":
            words = action.text().replace("&", "")
            keys = action.shortcut().toString()
            kind = _("Page") if key.startswith("go:") else pgettext("to do", "Do")
            own, _colon, _step = words.partition(":")  # who looks for what a step speaks of does not mean to undo it
            shown = f"{words}   {keys}" if keys else words
            others = also.get(key, "")
            found.append(Found(shown, kind, f"{own} {_(others) if others else ''}".rstrip().casefold(), action.trigger))
    return found


def _of_assessment(session: Session) -> list[Found]:
    found: list[Found] = []
    assessment = session.assessment
    models = assessment.models.all()
    for in_use in models:
        found += _of_model(session, in_use.pack, several=len(models) > 1)
        found += _questions(session, in_use.pack, several=len(models) > 1)
    found += _people(session)
    for action in assessment.actions.all():
        number = f"A-{action.number}"
        found.append(_place(session, _("Action"), f"{number}  {action.title}", "actions", action.id, short=number))
    for one in assessment.measures.all():
        found.append(_place(session, _("Measure"), one.measure.name, "actions", one.measure.action))
    found += _sessions(session)
    return found


def _people(session: Session) -> Iterator[Found]:
    preparation = session.assessment.preparation
    for person in preparation.people():
        number = participant_number(person.participant.number)
        said = (number, person.identity.name, person.participant.role, person.participant.group)
        words = "  ".join(part for part in said if part)
        yield _place(session, _("Participant"), words, "questionnaires", person.participant.id, short=number)
    for member in preparation.members():
        yield _place(session, _("Team member"), member.name, "preparation", member.id)


def _sessions(session: Session) -> Iterator[Found]:
    """Sessions, and documents and other evidence by title."""
    sessions = session.assessment.interviews.all()
    for each in sessions:
        words = "  ".join(part for part in (each.name, names.name(each.kind), names.day(each.day)) if part)
        yield _place(session, _("Session"), words, "interviews" if each.kind.is_source else "schedule", each.id)
    for piece in session.assessment.evidence.all():
        words = "  ".join(part for part in (piece.session, names.name(piece.kind), piece.version) if part)
        yield _place(session, _("Evidence"), words, "evidence", piece.id)


def _of_model(session: Session, pack: Pack, *, several: bool) -> Iterator[Found]:
    """Everything that a model names. Where there are several models, their name is sought, too."""
    for kind, words, page, target in (*_places(pack), *_staged(pack), *_streams(pack), *_criteria(pack)):
        if several:
            yield _place(session, kind, f"{words} · {pack.name}", page, str(Ref(pack.id, target)))
        else:
            yield _place(session, kind, words, page, target)


def _places(pack: Pack) -> Iterator[Named]:
    yield pgettext("to do", "Read"), pack.name, "model", pack.id
    for known in pack.place_by_id.values():
        words = known.name if isinstance(known, Track) else f"{known.id}  {known.name}"
        yield pgettext("to do", "Rate"), words, "ratings", known.id
        yield pgettext("to do", "Read"), words, "model", known.id


def _staged(pack: Pack) -> Iterator[Named]:
    for _area, goal in pack.goal_by_id.values():
        yield _("Goal"), f"{goal.id}  {goal.text}", "ratings", goal.id
    for _area, practice in pack.practice_by_id.values():
        yield _("Practice"), f"{practice.id}  {practice.text}", "ratings", practice.id


def _questions(session: Session, pack: Pack, *, several: bool) -> Iterator[Found]:
    """Questions by the number that forms print; one that is not asked now by its text alone. Ids are found as well."""
    numbers = session.assessment.models.numbers(pack.id)
    for id_, text in pack.question_texts.items():
        if id_ in pack.statement_by_id:
            continue
        words = f"{text} · {pack.name}" if several else text
        target = str(Ref(pack.id if several else "", id_))
        number = question_number(numbers[id_]) if id_ in numbers else ""
        sought = f"{_('Question {number}').format(number=numbers.get(id_, ''))}  {number}  {id_}  {words}"
        shown = f"{number}  {words}" if number else words
        go = partial(session.go, "questionnaires", target)
        yield Found(shown, _("Question"), sought.casefold(), go, id_.casefold())


def _streams(pack: Pack) -> Iterator[Named]:
    for stream in pack.streams:
        for cell in stream.cells:
            part = cell_id(stream.id, cell.level)
            yield _("Level"), f"{part}  {stream.name}: {cell.text}", "ratings", part
    for _stream, cell, item in pack.item_by_id.values():
        done = item in cell.practices
        kind, page = (_("Practice"), "ratings") if done else (_("Outcome"), "model")
        yield kind, f"{item.id}  {item.text}", page, item.id
    for _stream, _cell, metric in pack.metric_by_id.values():
        yield _("Metric"), f"{metric.id}  {metric.name}", "model", metric.id


def _criteria(pack: Pack) -> Iterator[Named]:
    for _track, statement in pack.statement_by_id.values():
        yield _("Statement"), f"{statement.id}  {statement.text}", "ratings", statement.id
    for cap in pack.caps:
        yield _("Cap"), f"{cap.id}  {cap.reason}", "model", cap.id


def _place(session: Session, kind: str, words: str, page: str, target: str, *, short: str = "") -> Found:
    short = short or (Ref.read(target).part if Ref.read(target).part in words.split() else "")
    return Found(words, kind, words.casefold(), partial(session.go, page, target), short.casefold())
