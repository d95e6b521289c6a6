"""`forms`: one questionnaire workbook per participant."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.exchange.forms.content import gather
from desktop.exchange.forms.writer import write_all
from desktop.language import ngettext


def run(arguments: Namespace, console: Console) -> int:
    """Write the forms, all or none; where several models are asked about, each has a folder of its own."""
    with opened(arguments.file, console) as assessment:
        in_use = [one.id for one in assessment.models.all()]
        models = [arguments.model] if arguments.model else [m for m in in_use if assessment.models.asked(m)] or in_use
        asks = [ask for model in models for ask in gather(assessment, model)]
    written = write_all(asks, arguments.out, console.progress, by_model=len(models) > 1)
    console.result({"forms": [str(path) for path in written]})
    for path in written:
        console.say(str(path))
    text = ngettext("{count} form written to {folder}.", "{count} forms written to {folder}.", len(written))
    console.tell(text.format(count=len(written), folder=arguments.out))
    return 0
