"""The cross-section of participants in words."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _, ngettext
from desktop.model.planning.sampling import SampleRow, SampleSort

SHOWN = 3
"""So many areas that nobody is heard about are named."""

_SORTS = {
    SampleSort.UNIT: N_("Unit"),
    SampleSort.SERVICE: N_("Service"),
    SampleSort.GROUP: N_("Group"),
    SampleSort.ROLE: N_("Role"),
    SampleSort.AREA: N_("Area"),
}
_NOBODY = {
    SampleSort.UNIT: N_("Nobody from unit {name} takes part."),
    SampleSort.SERVICE: N_("Nobody of service {name} takes part."),
}
_UNHEARD = {
    SampleSort.UNIT: N_("Nobody from unit {name} is to be interviewed."),
    SampleSort.SERVICE: N_("Nobody of service {name} is to be interviewed."),
    SampleSort.GROUP: N_("Nobody of group {name} is to be interviewed."),
    SampleSort.ROLE: N_("Nobody in the role {name} is to be interviewed."),
}


def sort_name(row: SampleRow) -> str:
    """What a row of the matrix is."""
    return _(_SORTS[row.sort])


def row_name(row: SampleRow) -> str:
    """What a row is called, also where it is not said."""
    return row.name or _("not said")


def holes(rows: Sequence[SampleRow]) -> list[str]:
    """What the cross-section lacks, each in a sentence; areas nobody is heard about are told together."""
    found = []
    for row in rows:
        if row.is_hole and row.sort is not SampleSort.AREA:
            texts = _NOBODY if not row.people and row.sort in _NOBODY else _UNHEARD
            found.append(_(texts[row.sort]).format(name=row.name))
    areas = [row for row in rows if row.sort is SampleSort.AREA]
    silent = [row.name for row in areas if row.is_hole]
    if silent and len(silent) == len(areas):
        found.append(_("No session on the schedule is about an area yet, so it is not known who speaks about what."))
    elif silent:
        shown, more = ", ".join(silent[:SHOWN]), len(silent) - SHOWN
        if more > 0:
            shown = ngettext("{shown} and {count} more", "{shown} and {count} more", more).format(
                shown=shown, count=more
            )
        found.append(_("Nobody is to be heard about {areas}.").format(areas=shown))
    return found
