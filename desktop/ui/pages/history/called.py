"""What people call what a change is about: names, numbers and titles, never the ids that only the file knows."""

from __future__ import annotations

from functools import cached_property

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.journal import Cell, Change
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.questionnaire import asked_by_id, scales
from desktop.model.records import KINDS, Action, Evidence, Identity, Measure, Member, Participant, Reading, Record
from desktop.wording.forms import participant_number, question_number
from desktop.wording.planning import place_name


class Called:
    """Names for one assessment, those of what has been removed included; for the team's own eyes."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment
        self._known: dict[tuple[str, str], str] = {}

    def about(self, change: Change) -> str:
        """What records with an id of their own the change is about; empty where it is about none."""
        parts = self._parts(change)
        found = (self._record(_KIND_OF.get(name, change.kind), part) for name, part in parts.items() if name in _IDS)
        return " · ".join(name for name in found if name)

    def place(self, change: Change) -> str | None:
        """What in a model the change is about; None where that is told by its code."""
        parts = self._parts(change)
        pack = self._packs.get(parts.get("model", ""))
        if pack is None:
            return None
        if "question" in parts:
            number = self._assessment.models.numbers(pack.id).get(parts["question"])
            return question_number(number) if number else parts["question"]
        if change.kind == "model" or parts.get("place") == WHOLE:
            return pack.name
        for name in ("area", "stream", "place"):
            if parts.get(name) in pack.track_by_id:
                return pack.track_by_id[parts[name]].name
        return None

    def value(self, change: Change, value: Cell) -> Cell:
        """A value as people know it; itself where it is no id."""
        return self._told(change, value) if isinstance(value, str) and value else value

    def _told(self, change: Change, value: str) -> str:
        if (change.kind, change.cell) in _RECORDS:
            return self._record(change.cell, value)
        match change.kind, change.cell:
            case (_, "digest"):
                return _("version {digest}").format(digest=value[:8])
            case ("model", "scale"):
                return self._scale(change, value)
            case ("answer", "choice"):
                return self._choice(change, value)
            case ("action", _) | ("measure", "metric"):
                return self._part(change.cell, value)
        return value

    def _parts(self, change: Change) -> dict[str, str]:
        keys = KINDS[change.kind].keys
        return dict(zip(keys, change.row.split("/", len(keys) - 1), strict=False))

    def _record(self, kind: str, row: str) -> str:
        if (kind, row) not in self._known:
            self._known[kind, row] = self._look_up(kind, row)
        return self._known[kind, row]

    def _look_up(self, kind: str, row: str) -> str:
        record = self._assessment.history.last(_LISTED[kind], row) if kind in _LISTED else None
        match record:
            case Action():
                return _("A-{number} {title}").format(number=record.number, title=record.title)
            case Participant():
                who = self._assessment.history.last(Identity, row)
                return " ".join(part for part in (participant_number(record.number), who.name if who else "") if part)
            case Evidence():
                return record.session
            case Member() | Measure():
                return record.name
            case Reading():
                return self._record("measure", record.measure)
        return ""

    @cached_property
    def _packs(self) -> dict[str, Pack]:
        """The models in use, by id."""
        return {in_use.id: in_use.pack for in_use in self._assessment.models.all()}

    def _part(self, cell: str, value: str) -> str:
        """A model, a place or a metric by its name; other parts, which have codes that people know, by these."""
        packs = self._packs.values()
        match cell:
            case "model":
                return self._packs[value].name if value in self._packs else value
            case "area":
                return next((place_name(value, pack) for pack in packs if value in pack.place_by_id), value)
            case "metric":
                return next((pack.metric_by_id[value][2].name for pack in packs if value in pack.metric_by_id), value)
            case "origin":
                return value.rpartition(":")[2]
        return value

    def _scale(self, change: Change, value: str) -> str:
        pack = self._packs.get(change.row)
        return next((scale.name for scale in scales(pack) if scale.id == value), value) if pack else value

    def _choice(self, change: Change, value: str) -> str:
        parts = self._parts(change)
        pack = self._packs.get(parts.get("model", ""))
        if pack is None:
            return value
        asked = asked_by_id(pack, self._assessment.models.get(pack.id).scale.id).get(parts["question"])
        found = asked.scale.choice(value) if asked is not None else None
        return found.name if found is not None else value


def question_names(assessment: Assessment) -> dict[str, str]:
    """What the questions that are asked are called: their numbers on the form, and of several models whose they are."""
    models = assessment.models.all()
    named = {}
    for in_use in models:
        for question, number in assessment.models.numbers(in_use.id).items():
            words = question_number(number)
            several = len(models) > 1
            named[question] = (
                _("{question} of {model}").format(question=words, model=in_use.pack.name) if several else words
            )
    return named


_IDS = ("id", "participant", "member", "evidence")
"""Parts of a record's key that only the file knows."""

_KIND_OF = {"participant": "participant", "member": "member", "evidence": "evidence"}
_RECORDS = (("measure", "action"), ("reading", "measure"))
_LISTED: dict[str, type[Record]] = {
    "action": Action,
    "participant": Participant,
    "identity": Participant,
    "member": Member,
    "evidence": Evidence,
    "measure": Measure,
    "reading": Reading,
}
