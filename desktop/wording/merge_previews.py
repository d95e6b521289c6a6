"""What merging would bring and has brought, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.language import _, ngettext
from desktop.model.assessment.merging import IncomingLine, IncomingNoun, MergePreview
from desktop.model.maturity.refs import Ref
from desktop.wording.records import kind_name
from desktop.wording.travelling import missing_lines, steps_text

_SHOWN = 6
"""So many areas are named in a line."""


def noun_count(noun: IncomingNoun, count: int) -> str:
    """How many of what, e.g. ``3 answers``."""
    texts = {
        IncomingNoun.ANSWERS: ngettext("{count} answer", "{count} answers", count),
        IncomingNoun.NOTES: ngettext("{count} note", "{count} notes", count),
        IncomingNoun.EVIDENCE: ngettext("{count} item of evidence", "{count} items of evidence", count),
        IncomingNoun.RATINGS: ngettext("{count} rating", "{count} ratings", count),
        IncomingNoun.ACTIONS: ngettext("{count} action", "{count} actions", count),
        IncomingNoun.OTHERS: ngettext("{count} other thing", "{count} other things", count),
    }
    return texts[noun].format(count=count)


def places_text(places: Sequence[Ref], called: Callable[[Ref], str]) -> str:
    """The areas that something is about; empty for none."""
    named = [called(each) for each in places[:_SHOWN]]
    left = len(places) - len(named)
    more = [ngettext("{count} more", "{count} more", left).format(count=left)] if left else []
    return ", ".join([*named, *more])


def incoming_line(line: IncomingLine, called: Callable[[Ref], str]) -> str:
    """E.g. ``3 answers by Assessor B: REQM, PP``."""
    text = _("{what} by {author}").format(what=noun_count(line.noun, line.count), author=line.author)
    about = about_text(line, called)
    return _("{what}: {places}").format(what=text, places=about) if about else text


def about_text(line: IncomingLine, called: Callable[[Ref], str]) -> str:
    """The areas that something is about; of other things, what they are."""
    if line.noun is not IncomingNoun.OTHERS:
        return places_text(line.places, called)
    return ", ".join(dict.fromkeys(kind_name(kind) for kind in line.kinds))


def preview_lines(preview: MergePreview, called: Callable[[Ref], str]) -> list[str]:
    """All that merging would do, a sentence a line."""
    if preview.missing:
        return missing_lines(preview.missing)
    if not preview.steps and not preview.incoming.steps:
        return [nothing_new()]
    lines = [_("{steps} would come in:").format(steps=steps_text(preview.steps))]
    lines += [_("  {line}").format(line=incoming_line(each, called)) for each in preview.lines]
    return [*lines, *decision_lines(preview.conflicts, preview.settled)]


def nothing_new() -> str:
    """That merging would bring nothing."""
    return _("All of it is here already.")


def comes_text(steps: int) -> str:
    """How many steps would come in."""
    return _("{steps} would come in.").format(steps=steps_text(steps))


def decision_lines(conflicts: int, settled: int) -> list[str]:
    """How much somebody has to decide, and no longer has to."""
    found = []
    if conflicts:
        text = ngettext("{count} conflict is to be settled.", "{count} conflicts are to be settled.", conflicts)
        found.append(text.format(count=conflicts))
    if settled:
        text = ngettext("{count} conflict is settled by it.", "{count} conflicts are settled by it.", settled)
        found.append(text.format(count=settled))
    return found
