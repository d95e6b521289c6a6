"""What is still missing for a rating, in words."""

from __future__ import annotations

from desktop.language import _, ngettext
from desktop.model.assessment.settling import Settling
from desktop.model.scoring.missing_parts import Missing, MissingKind


def missing_text(missing: Missing) -> str:
    """One thing that is missing and for how many, e.g. “evidence missing for 13 practices”."""
    count = len(missing.ids)
    match missing.kind:
        case MissingKind.CHARACTERISATION:
            text = ngettext("{count} practice not characterised yet", "{count} practices not characterised yet", count)
        case MissingKind.REASON:
            text = ngettext(
                "reason missing why {count} practice does not apply",
                "reasons missing why {count} practices do not apply",
                count,
            )
        case MissingKind.EVIDENCE:
            text = ngettext("evidence missing for {count} practice", "evidence missing for {count} practices", count)
        case MissingKind.NOT_DUE:
            text = ngettext("{count} practice not yet due", "{count} practices not yet due", count)
        case MissingKind.WEAKNESS:
            text = ngettext(
                "weakness to be described for {count} goal", "weaknesses to be described for {count} goals", count
            )
        case MissingKind.AREA_REASON:
            text = _("reason missing why the area does not apply")
        case MissingKind.LEVEL:
            text = _("no level chosen and no practice ticked yet")
        case MissingKind.JUDGEMENT:
            text = ngettext("{count} rating missing", "{count} ratings missing", count)
        case MissingKind.SOURCES:
            text = ngettext(
                "sources missing for {count} thing that the rating rests on",
                "sources missing for {count} things that the rating rests on",
                count,
            )
    return text.format(count=count)


def settled_although(reason: str) -> str:
    """That a rating is final although something is missing, and why; empty without a reason."""
    return _("Settled although something is missing: {reason}").format(reason=reason) if reason else ""


def standing_before(settling: Settling) -> str:
    """What stands before an area can be settled, in one or more sentences; empty where nothing does."""
    told = []
    if settling.weaknesses:
        count = len(settling.weaknesses)
        told.append(
            ngettext(
                "Describe the weakness of {count} goal.", "Describe the weaknesses of {count} goals.", count
            ).format(count=count)
        )
    if settling.against:
        told.append(
            ngettext("{members} disagrees.", "{members} disagree.", len(settling.against)).format(
                members=", ".join(settling.against)
            )
        )
    if settling.silent:
        told.append(
            ngettext(
                "{members} has not said yet where they stand.",
                "{members} have not said yet where they stand.",
                len(settling.silent),
            ).format(members=", ".join(settling.silent))
        )
    if settling.alone:
        told.append(_("The team's members still rate it alone; open it first."))
    if settling.differing:
        count = len(settling.differing)
        text = ngettext(
            "Settle {count} rating on which you differed.", "Settle {count} ratings on which you differed.", count
        )
        told.append(text.format(count=count))
    return " ".join(told)
