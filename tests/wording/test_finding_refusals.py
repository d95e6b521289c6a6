from desktop.model.errors import RefusalError
from desktop.wording.finding_refusals import OF_FINDINGS
from desktop.wording.refusals import sentence


def test_they_are_told_like_all_others():
    refusal = RefusalError("observation.names", number=3, found=("Anna", "P-07"))
    assert sentence(refusal) == (
        "Observation O-03 may tell who said it: Anna, P-07. Reword it, or say that it gives nobody away."
    )
    assert all(code.partition(".")[0] in {"observation", "finding", "point", "comment"} for code in OF_FINDINGS)
