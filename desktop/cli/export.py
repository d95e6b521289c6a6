"""`export`: the deliverables into a folder."""

from __future__ import annotations

from argparse import Namespace

from desktop.cli.console import Console
from desktop.cli.follow_up_export import FOLLOW_UP, export_follow_up
from desktop.cli.past import then_or_now
from desktop.cli.reading import opened, opened_to_note
from desktop.cli.schedule_export import SCHEDULE, export_schedule
from desktop.exchange.deliverable import Deliverable, release
from desktop.exchange.export import export
from desktop.exchange.figures import missing_letters
from desktop.exchange.report_files import REPORT
from desktop.exchange.reports.faults import told
from desktop.exchange.slides import template_lacks
from desktop.language import _, ngettext
from desktop.model.errors import RefusalError
from desktop.wording.exports import held_told, letters_told, named_told, telling_told, unsaid_told


def run(arguments: Namespace, console: Console) -> int:
    """Write the deliverables, all or none, and note in the file what they show of the answers."""
    alone = next((kind for kind in _ALONE if arguments.only is not None and kind in arguments.only), None)
    if alone is not None:
        return _by_itself(alone, arguments, console)
    template = arguments.slides_template
    lacking = [] if template is None else template_lacks(template)
    with (
        opened_to_note(arguments.file, arguments.author, console) as present,
        then_or_now(present, arguments.as_of, console) as assessment,
    ):
        named = assessment.outgoing_names()
        deliverable = release(assessment, newest=arguments.newest)
    faults: list[str] = []
    paths = export(
        deliverable,
        arguments.out,
        only=arguments.only,
        progress=console.progress,
        template=arguments.template,
        slides_template=template,
        on_fault=lambda fault: faults.append(told(fault)),
    )
    console.result(
        {
            "files": [str(path) for path in paths],
            "held": deliverable.held,
            "telling": deliverable.telling,
            "template": [*lacking, *faults],
            "unsaid": deliverable.unsaid,
        }
    )
    for path in paths:
        console.say(str(path))
    text = ngettext("{count} file written to {folder}.", "{count} files written to {folder}.", len(paths))
    console.tell(text.format(count=len(paths), folder=arguments.out))
    if (arguments.only is None or "charts" in arguments.only) and (letters := missing_letters(deliverable)):
        console.tell(letters_told(letters))
    for line in [*lacking, *faults, *_unsaid(deliverable, arguments)]:
        console.tell(line)
    if named:
        console.tell(_("Some of what was written may name somebody who takes part. Reword it, and export again:"))
        for line in named_told(named):
            console.tell(line)
    if deliverable.held:
        console.tell(held_told(deliverable.held, deliverable.subject.threshold))
    if deliverable.telling:
        console.tell(telling_told(deliverable.telling))
    return 0


def _unsaid(deliverable: Deliverable, arguments: Namespace) -> list[str]:
    """That words of the team stay out of the report, where there is one."""
    written = arguments.only is None or REPORT in arguments.only
    return [unsaid_told(len(deliverable.unsaid))] if deliverable.unsaid and written else []


_ALONE = {SCHEDULE: export_schedule, FOLLOW_UP: export_follow_up}
"""What shows no answers, and is written by itself."""


def _by_itself(kind: str, arguments: Namespace, console: Console) -> int:
    if set(arguments.only) != {kind}:
        raise RefusalError("export.alone", kind=kind)
    with opened(arguments.file, console) as assessment:
        paths = _ALONE[kind](assessment, arguments, console)
    console.result({"files": [str(path) for path in paths]})
    for path in paths:
        console.say(str(path))
    return 0
