"""What people call what a change is about: names, numbers and titles, never the ids that only the file knows."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from msgspec import structs

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.journal import Cell, Change
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import asked_by_id, scales
from desktop.model.records import KINDS, Action, Identity, Participant, Record, cell_rules, record
from desktop.model.records.record import PART, QUESTION, key_part
from desktop.wording.forms import participant_number, question_name

R = TypeVar("R", bound=Record)


class Called:
    """Names for one assessment, those of what has been removed included; for the team's own eyes."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._known: dict[tuple[str, str], str] = {}

    def about(self, change: Change) -> str:
        """What records with an id of their own the change is about; empty where it is about none."""
        kind, rules = KINDS[change.kind], cell_rules(KINDS[change.kind])
        named = [
            (rules[name].names or (change.kind if kind.listed else ""), part)
            for name, part in zip(kind.keys, change.row.split("/"), strict=False)
        ]
        found = (self._record(of, part) for of, part in named if of in KINDS)
        return " · ".join(name for name in found if name)

    def place(self, change: Change) -> str | None:
        """What in a model the change is about; None where that is told by its code."""
        model, question, part = (key_part(KINDS[change.kind], change.row, names) for names in ("model", QUESTION, PART))
        pack = self._packs.get(model)
        if pack is None:
            return None
        if question:
            return question_name(question, pack, self._assessment.models.numbers(pack.id))
        if change.kind == "model" or part == WHOLE:
            return pack.name
        return pack.track_by_id[part].name if part in pack.track_by_id else None

    def part(self, change: Change) -> str:
        """The part of a model that the change is about: a place by its name, others by their code; empty for none."""
        return self._part(key_part(KINDS[change.kind], change.row, PART))

    def value(self, change: Change, value: Cell) -> Cell:
        """A value as people know it; itself where it is no id."""
        return self._told(change, value) if isinstance(value, str) and value else value

    def _told(self, change: Change, value: str) -> str:
        match cell_rules(KINDS[change.kind])[change.cell].names:
            case "" | record.SORT:
                return value
            case record.MARK:
                return _("version {digest}").format(digest=value[:8])
            case record.SCALE:
                return self._scale(change, value)
            case record.CHOICE:
                return self._choice(change, value)
            case record.PART | "model":
                return self._part(value)
            case kind:
                return self._record(kind, value)

    def _record(self, kind: str, row: str) -> str:
        if (kind, row) not in self._known:
            self._known[kind, row] = self._look_up(kind, row)
        return self._known[kind, row]

    def _look_up(self, kind: str, row: str) -> str:
        of = KINDS[kind]
        found = self._last(of, row) if of.listed else None
        match found:
            case None:
                return self._record("participant", row) if kind == "identity" else ""
            case Action():
                return _("A-{number} {title}").format(number=found.number, title=found.title)
            case Participant():
                who = None if found.left else self._last(Identity, row)
                return " ".join(part for part in (participant_number(found.number), who.name if who else "") if part)
        called = of.declared.called
        said = str(getattr(found, called)) if called else ""
        named = cell_rules(of)[called].names if called else ""
        return self._record(named, said) if named in KINDS else said

    def _last(self, of: type[R], row: str) -> R | None:
        """A record as it was last. Undo takes back even the name of what it takes back; then the one it had."""
        found = self._assessment.history.last(of, row)
        if found is None or getattr(found, "number", None):
            return found
        said: dict[str, object] = {}
        for each in self._assessment.history.of(of, row):
            now, was = getattr(found, each.change.cell, None), each.change.after or each.change.before
            if not now and was and type(now) is type(was):
                said.setdefault(each.change.cell, was)
        return structs.replace(found, **said)

    @cached_property
    def _packs(self) -> dict[str, Pack]:
        """The models in use, by id."""
        return {in_use.id: in_use.pack for in_use in self._assessment.models.all()}

    def _part(self, value: str) -> str:
        """A model, a place or a metric by its name; other parts, which have codes that people know, by these."""
        if value in self._packs:
            return self._packs[value].name
        for pack in self._packs.values():
            if value in pack.place_by_id or value in pack.metric_by_id:
                return pack.text_by_id[value]
        return value.rpartition(":")[2]

    def _scale(self, change: Change, value: str) -> str:
        pack = self._packs.get(change.row)
        return next((scale.name for scale in scales(pack) if scale.id == value), value) if pack else value

    def _choice(self, change: Change, value: str) -> str:
        kind = KINDS[change.kind]
        pack = self._packs.get(key_part(kind, change.row, "model"))
        if pack is None:
            return value
        question = key_part(kind, change.row, QUESTION)
        asked = asked_by_id(pack, self._assessment.models.get(pack.id).scale.id).get(question)
        found = asked.scale.choice(value) if asked is not None else None
        return found.name if found is not None else value


def question_names(assessment: Assessment) -> dict[str, str]:
    """What questions are called: their numbers on the form, else their texts, and of several models whose they are."""
    models = assessment.models.all()
    named = {}
    for in_use in models:
        numbers, several = assessment.models.numbers(in_use.id), len(models) > 1
        for question in assessment.models.questions(in_use.id):
            words = question_name(question, in_use.pack, numbers)
            named[question] = (
                _("{question} of {model}").format(question=words, model=in_use.pack.name) if several else words
            )
    return named
