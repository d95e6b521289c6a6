import pytest

from desktop.model.assessment.rules.corroboration import Corroboration, corroboration
from desktop.model.scoring.inputs import Source
from desktop.model.scoring.vocabulary import EvidenceKind

INTERVIEW, ASKED = EvidenceKind.INTERVIEW, EvidenceKind.QUESTIONNAIRE


@pytest.mark.parametrize(
    ("sources", "count", "enough"),
    [
        ([], 0, False),
        ([(INTERVIEW, "1")], 1, False),
        ([(INTERVIEW, "1"), (INTERVIEW, " 1 ")], 1, False),
        ([(INTERVIEW, "1"), (INTERVIEW, "2")], 2, True),
        ([(INTERVIEW, "1"), (ASKED, "")], 2, True),
        ([(ASKED, ""), (ASKED, "")], 1, False),
    ],
)
def test_two_independent_sources_bear_something_out_one_of_them_no_questionnaire(sources, count, enough):
    found = corroboration(Source(*each) for each in sources)
    assert found == Corroboration(count, tuple(sorted({kind.value for kind, _ in sources})), 2, enough)
