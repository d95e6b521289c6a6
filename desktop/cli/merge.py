"""`merge`: the steps of other copies, or of parcels, taken into an assessment."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from desktop.cli.console import Console
from desktop.cli.reading import opened_copy
from desktop.exchange.travelling.arriving import Came, read_copy, read_other, take
from desktop.exchange.travelling.looking_ahead import MergeLook, look_ahead
from desktop.exchange.travelling.parcels import Parcel
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.merging import MergePreview
from desktop.model.errors import RefusalError
from desktop.model.maturity.refs import Ref
from desktop.wording.merge_previews import decision_lines, incoming_line, preview_lines
from desktop.wording.travelling import attached_text, source_text, steps_text


def run(arguments: Namespace, console: Console) -> int:
    """Take in what others have, or tell what that would bring.

    Raises:
        RefusalError: one of them cannot be read or is of another assessment; those before it were taken in.
    """
    with opened_copy(arguments.file, arguments.author, console) as assessment:
        told = [_merge(assessment, other, arguments, console) for other in arguments.others]
        open_conflicts = assessment.conflicts.count()
    if open_conflicts and not arguments.dry_run:
        console.say(" ".join(decision_lines(open_conflicts, 0)))
    console.result({"file": str(arguments.file), "merged": told, "conflicts": open_conflicts})
    return 0


def _merge(assessment: Assessment, other: Path, arguments: Namespace, console: Console) -> dict[str, object]:
    console.say(str(other))
    parcel = _read(other, assessment, console)
    look = look_ahead(assessment.path, parcel, assessment.key)
    came: list[Came] = []
    if not arguments.dry_run:
        came = take(assessment, parcel, source_text(parcel.head.sender, other.name))
    preview = look.preview
    lines = [*look.told] if preview is None else preview_lines(preview, _called)
    if came and preview is not None:
        lines[0] = _("{steps} came in:").format(steps=steps_text(preview.steps))
    for line in (*lines, *_told(look)):
        console.say(line)
    attached = sum(each.attached for each in came)
    if attached and preview is None:
        console.say(attached_text(attached))
    if came and came[0].kept:
        console.say(_("It is kept, and taken in once they are here."))
    return {
        "other": str(other),
        "sender": parcel.head.sender,
        "missing": [{"author": each.author, "since": each.since, "until": each.until} for each in look.missing],
        "kept": bool(came and came[0].kept),
        "taken": sum(each.steps for each in came),
        **_content(preview),
        "to_settle": [structs.asdict(each) for each in look.conflicts],
        "followed": [*look.followed],
    }


def _told(look: MergeLook) -> Iterator[str]:
    for each in look.conflicts:
        yield _("  {about}, {what}").format(about=each.about, what=each.what)
        yield _("    here: {text}").format(text=each.here)
        yield _("    there: {text}").format(text=each.there)
    if look.followed:
        yield _("What follows by rule:")
        yield from (f"  {line}" for line in look.followed)


def _read(other: Path, assessment: Assessment, console: Console) -> Parcel:
    """What another file has, with the passphrase of this one; where it has another, that is asked for."""
    try:
        return read_other(other, assessment)
    except RefusalError as refusal:
        if refusal.code not in ("file.encrypted", "file.wrong_passphrase", "parcel.sealed"):
            raise
    reach, here = assessment.merging.reach(), frozenset(assessment.copies.content_sizes())
    return console.passphrases.open(other, lambda key: read_copy(other, reach, here, key))


def _content(preview: MergePreview | None) -> dict[str, object]:
    if preview is None:
        return {"steps": 0, "incoming": [], "new_conflicts": 0, "settled": 0}
    incoming = [
        {
            "what": each.noun.value,
            "author": each.author,
            "count": each.count,
            "places": [_called(place) for place in each.places],
            "message": incoming_line(each, _called),
        }
        for each in preview.lines
    ]
    return {
        "steps": preview.steps,
        "incoming": incoming,
        "new_conflicts": preview.conflicts,
        "settled": preview.settled,
    }


def _called(place: Ref) -> str:
    return place.part
