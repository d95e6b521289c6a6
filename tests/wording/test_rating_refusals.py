"""Why a rating is refused, as people read it."""

from __future__ import annotations

import pytest

from desktop.model.errors import RefusalError
from desktop.wording.refusals import sentence


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (RefusalError("blind.waiting", area="Planning", members=("Bea", "Cid")), "Planning yet: Bea, Cid."),
        (RefusalError("area.differing", area="Planning", practices=("PLN-1",)), "you differed on PLN-1."),
        (RefusalError("area.uncovered", area="Planning", count=3), "missing for 3."),
        (RefusalError("blind.lead_only", members=("Ada",)), "Ask Ada."),
    ],
)
def test_it_names_what_is_missing(refusal, told):
    assert told in sentence(refusal)
