from desktop.wording.aftercare_records import AFTERWARDS
from desktop.wording.records import cell_name, kind_name


def test_what_comes_after_the_assessment_is_called_by_its_words():
    assert [kind_name(kind) for kind in AFTERWARDS] == [
        "Word of a review on an action",
        "Verification of an action",
        "Lesson of the team",
        "Hours of a team member",
    ]
    assert cell_name("lesson", "done") == "What came of it"
