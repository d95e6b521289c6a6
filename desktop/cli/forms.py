"""`forms`: one questionnaire workbook per participant."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.exchange.forms.content import gather
from desktop.exchange.forms.writer import write_all
from desktop.language import ngettext
from desktop.model.assessment.opened import Assessment
from desktop.model.errors import RefusalError


def run(arguments: Namespace, console: Console) -> int:
    """Write the forms, all or none; where several models are asked about, each has a folder of its own."""
    with opened(arguments.file, console) as assessment:
        in_use = [one.id for one in assessment.models.all()]
        models = [arguments.model] if arguments.model else [m for m in in_use if assessment.models.asked(m)] or in_use
        places = _places(assessment, models, arguments.area)
        round_ = None if arguments.round is None else assessment.questionnaires.rounds.numbered(arguments.round)
        models = [model for model in models if places is None or places[model]]
        asks = [
            ask
            for model in models
            for ask in gather(
                assessment,
                model,
                named=arguments.named,
                places=None if places is None else places[model],
                people=None if round_ is None else assessment.questionnaires.people_in(round_, model),
            )
        ]
    written = write_all(asks, arguments.out, console.progress, by_model=len(models) > 1)
    console.result({"forms": [str(path) for path in written]})
    for path in written:
        console.say(str(path))
    text = ngettext("{count} form written to {folder}.", "{count} forms written to {folder}.", len(written))
    console.tell(text.format(count=len(written), folder=arguments.out))
    return 0


def _places(assessment: Assessment, models: Sequence[str], wanted: Sequence[str]) -> dict[str, frozenset[str]] | None:
    """The areas, streams or tracks asked about of each model; None where all are.

    Raises:
        RefusalError: ``form.area_not_asked``.
    """
    if not wanted:
        return None
    asked = {model: frozenset(each.place for each in assessment.models.asked(model)) for model in models}
    for place in wanted:
        if not any(place in each for each in asked.values()):
            known = ", ".join(sorted(frozenset().union(*asked.values())))
            raise RefusalError("form.area_not_asked", area=place, known=known)
    return {model: each & frozenset(wanted) for model, each in asked.items()}
