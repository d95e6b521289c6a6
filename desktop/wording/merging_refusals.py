"""Why the steps of a copy are not taken in, in sentences that also say what to do."""

from __future__ import annotations

from desktop.language import N_

OF_MERGING: dict[str, str] = {
    "bundle.other_assessment": N_(
        "This is no copy of the open assessment: it began as another file. Only copies of one assessment can be "
        "merged; nothing was changed."
    ),
    "bundle.newer": N_(
        "This comes from a newer version of Maturity Workbench. Install that version here, then merge again; nothing "
        "was changed."
    ),
    "bundle.older": N_(
        "This comes from an older version of Maturity Workbench. Open the copy with the version of this one, then "
        "merge again; nothing was changed."
    ),
    "bundle.waiting": N_(
        "This builds on steps of {author} that are not here yet. Take those in first; nothing was changed."
    ),
    "conflict.gone": N_("This was settled meanwhile. Look at the list again; nothing was changed."),
    "bundle.spoilt": N_(
        "What came from the copy is damaged and makes no sense. Ask for it to be sent again; nothing was changed."
    ),
}
