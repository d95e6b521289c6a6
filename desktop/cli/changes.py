"""`changes`: what is otherwise at one moment than it was at another, and who changed it."""

from __future__ import annotations

from argparse import Namespace
from itertools import groupby

from desktop.cli.console import Console
from desktop.cli.past import typed_moment
from desktop.cli.reading import opened
from desktop.language import _, ngettext
from desktop.model.assessment.going_back import MomentChanges, as_it_was, changes_between
from desktop.model.assessment.moment import Moment
from desktop.wording import names
from desktop.wording.changed_lines import ChangedLine, changed_lines
from desktop.wording.past_moments import moment_text


def run(arguments: Namespace, console: Console) -> int:
    """Tell every cell that holds something else, by what it is about; nothing is written."""
    with opened(arguments.file, console) as assessment:
        key = assessment.key
    earlier = typed_moment(arguments.file, arguments.since, key)
    later = typed_moment(arguments.file, arguments.until, key)
    found = changes_between(arguments.file, earlier, later, key=key)
    with as_it_was(arguments.file, later, key=key) as then:
        lines = changed_lines(found, then)
    _tell(found, lines, earlier, later, console)
    return 0


def _tell(found: MomentChanges, lines: list[ChangedLine], earlier: Moment, later: Moment, console: Console) -> None:
    console.result(
        {
            "from": {"step": earlier.step.number, "at": earlier.step.at},
            "to": {"step": later.step.number, "at": later.step.at},
            "authors": found.steps,
            "changes": lines,
        }
    )
    console.say(_("Then: {then}. Now: {now}.").format(then=moment_text(earlier), now=moment_text(later)))
    for author, count in found.steps.items():
        text = ngettext("{author}: {count} step", "{author}: {count} steps", count)
        console.say(text.format(author=names.author(author), count=count))
    for kind, group in groupby(lines, lambda line: line.kind):
        console.say()
        console.say(kind)
        for line in group:
            text = _("  {what} ({author}, {when})")
            console.say(text.format(what=line.sentence(), author=names.author(line.author), when=line.when))
    if not lines:
        console.tell(_("Nothing is otherwise."))
