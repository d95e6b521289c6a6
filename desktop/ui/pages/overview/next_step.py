"""The one thing to do next, in words, and where it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.assessment.rules import next_step as rules
from desktop.model.assessment.rules.next_step import Task
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.results import ModelResult


class NextStep(Struct, frozen=True):
    """What to do next: words, and where it is done. No words when nothing is pressing."""

    text: str
    page: str
    target: str = ""


def next_step(assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]) -> NextStep:
    """The next step in words.

    Args:
        assessment: the open assessment.
        models: the models in use.
        results: of those that are to be looked at, by id.
    """
    found = rules.next_step(
        [in_use.pack for in_use in models],
        results,
        [item.answered for in_use in models for item in assessment.questionnaires.progress(in_use.id)],
        assessment.actions.all(),
        participants=bool(assessment.preparation.participants()),
    )
    match found.task:
        case Task.CHOOSE_MODEL:
            return NextStep(_("choose a model"), "preparation", "scope")
        case Task.ADD_PARTICIPANTS:
            return NextStep(_("add participants"), "preparation", "participants")
        case Task.COLLECT_FORMS:
            return NextStep(_("write and import forms"), "questionnaires")
        case Task.RATE:
            pack = next(in_use.pack for in_use in models if in_use.id == found.model)
            target = str(Ref(found.model if len(models) > 1 else "", found.part))
            return NextStep(_("rate {place}").format(place=pack.place_by_id[found.place].name), "ratings", target)
        case Task.PLAN:
            return NextStep(_("plan improvement actions"), "gaps")
        case Task.NOTHING:
            return NextStep("", "")
