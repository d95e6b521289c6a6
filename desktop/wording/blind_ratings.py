"""What assessors say each alone, and how far they agree, in words."""

from __future__ import annotations

from desktop.language import N_, _, ngettext
from desktop.model.assessment.blind_ratings import OwnProgress
from desktop.model.assessment.blind_things import DONE, NOT_DONE, BlindThing
from desktop.model.assessment.rated_apart import RatedApart
from desktop.model.maturity.scheme_settings import PRACTICE_GRADES, STATEMENT_GRADES
from desktop.model.scoring.rater_agreement import KAPPA_PLACES, Kappa, KappaBand, NoKappa, RaterAgreement
from desktop.model.scoring.vocabulary import Characterisation, Fulfilment
from desktop.wording import names
from desktop.wording.part_results import answer_text

_BANDS = {
    KappaBand.POOR: N_("worse than chance"),
    KappaBand.SLIGHT: N_("slight"),
    KappaBand.FAIR: N_("fair"),
    KappaBand.MODERATE: N_("moderate"),
    KappaBand.SUBSTANTIAL: N_("substantial"),
    KappaBand.ALMOST_PERFECT: N_("almost perfect"),
}

_NONE = {
    NoKappa.NOTHING: N_("There is no kappa: nothing was rated by two or more."),
    NoKappa.ONE_THING: N_("There is no kappa for a single rating."),
    NoKappa.ALL_ALIKE: N_(
        "There is no kappa: everybody gave everything the same rating, which chance would bring, too."
    ),
}


def rated_as(thing: BlindThing, value: str | None) -> str:
    """How something is rated, as people read it; a dash for nothing."""
    if value is None:
        return "–"
    if thing.scale is not None:
        return answer_text(thing.scale, value)
    if thing.order == PRACTICE_GRADES:
        return names.short_name(Characterisation(value))
    if thing.order == STATEMENT_GRADES:
        return names.fulfilment(Fulfilment(value))
    if value in (DONE, NOT_DONE):
        return _("Done") if value == DONE else _("Not done")
    return _("Level {level}").format(level=value)


def progress_text(progress: OwnProgress) -> str:
    """How far somebody is, without a word of what they say."""
    if progress.handed:
        return _("{name}: handed in").format(name=progress.member.name)
    return _("{name}: {rated} of {things} rated").format(
        name=progress.member.name, rated=progress.rated, things=progress.things
    )


def agreement_sentences(found: RaterAgreement, on_scale: int | None = None) -> list[str]:
    """How far raters agree, beside what the team is used to: so many of so many.

    Args:
        found: how far.
        on_scale: how many things the kappas are about, where not all are rated in the same words.
    """
    told = []
    if found.things:
        told.append(_counted(found))
    if found.left_out:
        told.append(
            ngettext("{count} is not rated by all.", "{count} are not rated by all.", found.left_out).format(
                count=found.left_out
            )
        )
    coefficient = _("Cohen's kappa") if found.raters == 2 else _("Fleiss' kappa")
    told.append(_kappa(coefficient, found.kappa))
    if found.weighted is not None and found.weighted.value is not None:
        told.append(_kappa(_("Weighted by distance (linear)"), found.weighted))
    if on_scale is not None and found.kappa.value is not None:
        told.append(_("The kappas are about the {count} that are rated in the same words.").format(count=on_scale))
    if found.kappa.few:
        told.append(_("So few ratings say little about chance."))
    return told


def opened_sentences(found: RatedApart) -> list[str]:
    """The same of an opened area, and who rated alone where only one did."""
    if len(found.members) == 1:
        return [_("Only {name} has rated.").format(name=found.members[0].name)]
    return agreement_sentences(found.agreement, found.on_scale)


def _counted(found: RaterAgreement) -> str:
    percent = names.percent(found.percent)
    if found.raters == 2:
        return _("Agree on {agreed} of {things} ({percent}).").format(
            agreed=found.agreed, things=found.things, percent=percent
        )
    return _("All agree on {agreed} of {things}; of all pairs of ratings {percent} agree.").format(
        agreed=found.agreed, things=found.things, percent=percent
    )


def _kappa(coefficient: str, kappa: Kappa) -> str:
    if kappa.none is not None:
        return _(_NONE[kappa.none])
    assert kappa.value is not None
    assert kappa.band is not None
    return _("{coefficient} {value}, {band}.").format(
        coefficient=coefficient, value=names.number(kappa.value, KAPPA_PLACES), band=_(_BANDS[kappa.band])
    )
