"""What a pack sets of its scheme's rules, in words that sentences take up."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _, ngettext
from desktop.model.maturity import Pack
from desktop.model.maturity.scheme_settings import PRACTICE_LIMITS, STATEMENT_LIMITS, EvidenceSetting, SurveySetting
from desktop.model.maturity.short_forms.pack_settings import limits_of
from desktop.model.maturity.vocabulary import EvidenceKind
from desktop.wording import names

NUMBERS = (
    N_("none"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
)


def needed(pack: Pack | None) -> str:
    """What must support a practice before it counts, e.g. “two different sources, one of them not a questionnaire”."""
    said = EvidenceSetting() if pack is None else pack.settings.evidence
    if not said.sources:
        return _("no evidence")
    many = ngettext("one source", "{count} different sources", said.sources).format(count=_(NUMBERS[said.sources]))
    if not said.beyond:
        return many
    if said.beyond == (EvidenceKind.QUESTIONNAIRE,):
        return _("{sources}, one of them not a questionnaire").format(sources=many)
    kinds = ", ".join(names.name(kind) for kind in said.beyond)
    return _("{sources}, one of them of another kind than: {kinds}").format(sources=many, kinds=kinds)


def unshown(pack: Pack | None) -> str:
    """Why the survey is held down, as the first half of a sentence."""
    usual = SurveySetting().unless_shown
    said = usual if pack is None else pack.settings.suggest.unless_shown
    if said == usual:
        return _("No document or demonstration shows the work")
    if not said:
        return _("The model lets the survey suggest no more")
    return _("No evidence of these kinds shows the work: {kinds}").format(
        kinds=", ".join(names.name(kind) for kind in said)
    )


def practice_limits(pack: Pack | None) -> str:
    """From which mean of the answers the survey suggests what for a practice; of no model, what is usual."""
    return _("above {FI} % fully, above {LI} % largely, above {PI} % partially").format(**_found(pack, PRACTICE_LIMITS))


def statement_limits(pack: Pack | None) -> str:
    """From which mean of the answers the survey suggests what for a statement; of no model, what is usual."""
    return _("above {met} % met, above {partly_met} % partly met").format(**_found(pack, STATEMENT_LIMITS))


def _found(pack: Pack | None, usual: Mapping[str, float]) -> dict[str, str]:
    return {grade: f"{percent:g}" for grade, percent in (usual if pack is None else limits_of(pack)).items()}
