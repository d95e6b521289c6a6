"""The sentences about attached files, and how a size is told."""

from __future__ import annotations

from desktop.language import N_, _

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
