"""The sentences about attached files, and how a size is told."""

from __future__ import annotations

from desktop.language import N_, _
from desktop.model.assessment.rules.item_freshness import Freshness
from desktop.model.records import Evidence
from desktop.wording import names

SENTENCES: dict[str, str] = {
    "attachment.empty": N_("{path} is empty, so there is nothing to attach. Look whether it is the right file."),
    "attachment.large": N_(
        "{path} has {size} MB; files of up to {most} MB can be attached. Leave it where it is and write its path or "
        "address under “Where it is”, or attach the part that matters."
    ),
    "attachment.total": N_(
        "{path} was not attached: the files in this assessment have {held} MB already, and all together can have "
        "{most} MB. Write its path or address under “Where it is”."
    ),
    "attachment.changed": N_(
        "{path} was changed while it was read, so it was not attached. Close it in other programs and try again."
    ),
    "attachment.program": N_(
        "“{name}” may be a program, or carry one. It is not opened from here. Save it into a folder, and open it there "
        "if you trust whoever it is from."
    ),
    "content.missing": N_(
        "The attached file is not in {path}: the assessment was made from portable data without its attachments. "
        "Attach the file again."
    ),
    "portable.attachment": N_(
        "{path} is not the attached file that its name says; it was changed since. Nothing was made or written over. "
        "Take that file away, and write the data with its attachments anew."
    ),
}


def size_text(size: int) -> str:
    """A size as people read it, e.g. ``1.4 MB``."""
    for unit, factor in ((_("{number} MB"), 1_000_000), (_("{number} kB"), 1_000)):
        if size >= factor:
            number = size / factor
            return unit.format(number=f"{number:.1f}" if number < 10 else f"{number:.0f}")
    return _("{number} bytes").format(number=size)


def freshness_text(item: Evidence, found: Freshness) -> str:
    """What there is to say about the age of an item; empty where it is fresh."""
    match found:
        case Freshness.EXPIRED:
            return _("It was valid until {day}. Ask for what holds now.").format(day=names.day(item.expires))
        case Freshness.SOON:
            return _("It is valid until {day}, which is soon.").format(day=names.day(item.expires))
        case Freshness.OLD:
            return _("It is of {day}, more than a year before the assessment.").format(day=names.day(item.dated))
        case Freshness.FRESH:
            return ""
