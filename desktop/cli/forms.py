"""`forms`: one questionnaire workbook per participant."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.reading import opened
from desktop.exchange.forms.writer import write_forms
from desktop.language import ngettext


def run(arguments: Namespace, console: Console) -> int:
    """Write the forms; where several models are in use, each has a folder of its own."""
    written = []
    with opened(arguments.file, console) as assessment:
        models = [arguments.model] if arguments.model else [in_use.id for in_use in assessment.models.all()]
        for model in models:
            folder = arguments.out / model if len(models) > 1 else arguments.out
            written += write_forms(assessment, folder, model, console.progress)
    console.result({"forms": [str(path) for path in written]})
    for path in written:
        console.say(str(path))
    text = ngettext("{count} form written to {folder}.", "{count} forms written to {folder}.", len(written))
    console.tell(text.format(count=len(written), folder=arguments.out))
    return 0
