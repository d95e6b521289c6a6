"""`compare`: what changed since a round that is over, or how an assessment stands beside that of another unit."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import structs

from desktop.cli.console import Console
from desktop.cli.past import opened_then
from desktop.cli.reading import opened
from desktop.exchange.compared_words import likeness, summary
from desktop.exchange.comparison import ComparedModel, Comparison, compare
from desktop.exchange.tables.changes import action_line, changes, part_line
from desktop.exchange.tables.levels import levels
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.place_changes import PlaceChange
from desktop.model.records import Round
from desktop.model.scoring.place_stands import PlaceStand
from desktop.wording import rounds


def run(arguments: Namespace, console: Console) -> int:
    """Compare with the last round, with the one that is named, or with another file; nothing is written."""
    with opened_then(arguments.file, arguments.as_of, console) as assessment:
        if arguments.other is not None:
            with opened(arguments.other, console) as then:
                found = compare(then, assessment)
            subjects = (found.then.subject, found.now.subject)
            names = [rounds.side_name(each.organisation, each.unit) for each in subjects]
        else:
            over = _round(arguments.round, assessment)
            with assessment.looking_back(over.id) as then:
                found = compare(then, assessment)
            count = len(assessment.rounds.all())
            names = [
                rounds.round_name(over.name, over.number - 1),
                rounds.round_name(assessment.rounds.name(), count),
            ]
    _tell(found, names[0], names[1], console)
    return 0


def _round(wanted: str, assessment: Assessment) -> Round:
    over = assessment.rounds.all()
    if wanted:
        over = [each for each in over if wanted in (each.name, str(each.number))]
    if not over:
        raise RefusalError("round.none_such" if wanted else "round.none", path=assessment.path, name=wanted)
    return over[-1]


def _tell(found: Comparison, then: str, now: str, console: Console) -> None:
    console.result(
        {
            "then": then,
            "now": now,
            "models": [_model(each, then, now) for each in found.models],
            "levels": [
                {
                    "round": row.round,
                    "day": row.day,
                    "now": row.now,
                    "model": row.model,
                    "stand": _stand(row.stand),
                    "better": row.better,
                    "worse": row.worse,
                }
                for row in levels(found.now).rows
            ],
        }
    )
    console.say(_("Then: {then}. Now: {now}.").format(then=then, now=now))
    for each in found.models:
        for line in _lines(each, then, now):
            console.say(line)
    if not found.models:
        console.tell(_("Neither uses a model yet."))


def _lines(compared: ComparedModel, then: str, now: str) -> Iterator[str]:
    yield ""
    yield compared.name
    told = likeness(compared.likeness, then if compared.now is None else now)
    if told:
        yield f"  {told}"
    if not compared.places:
        return
    yield f"  {summary(compared)}"
    for row in changes(compared, then, now).rows:
        change = row.change
        if change.place == WHOLE or (change.then == change.now and not change.parts):
            continue
        before = _("not there") if change.then is None else rounds.stand(change.then)
        yield _("  {name}: {then} → {now}").format(name=row.name, then=before, now=rounds.stand(change.now))
        yield from (f"    {part_line(each, row.pack)}" for each in change.parts)
        yield from (f"    {action_line(each)}" for each in row.actions)


def _model(compared: ComparedModel, then: str, now: str) -> Mapping[str, Any]:
    side = now if compared.now else then
    return {
        "id": compared.id,
        "name": compared.name,
        "likeness": compared.likeness,
        "text": summary(compared) if compared.places else likeness(compared.likeness, side),
        "places": [_place(each, compared) for each in compared.places],
    }


def _place(change: PlaceChange, compared: ComparedModel) -> Mapping[str, Any]:
    return {
        **structs.asdict(change),
        "then": change.then and _stand(change.then),
        "now": _stand(change.now),
        "parts": [structs.asdict(each) for each in change.parts],
        "actions": [
            {
                "number": each.action.number,
                "title": each.action.title,
                "status": each.action.status,
                "achieved": each.achieved,
            }
            for each in compared.linked(change.place)
        ],
    }


def _stand(stand: PlaceStand) -> Mapping[str, Any]:
    return structs.asdict(stand) | {"text": rounds.stand(stand)}
