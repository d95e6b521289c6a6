import pytest
from msgspec.structs import replace

from tests.builders import YES_NO
from tests.model.assessment.returned import form


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"assessment": "other"}, "form.other_assessment"),
        ({"model": "other"}, "form.other_model"),
        ({"digest": "0" * 64}, "form.other_version"),
        ({"scale": YES_NO.id}, "form.other_scale"),
        ({"participant": "nobody"}, "form.unknown_participant"),
    ],
)
def test_forms_of_something_else_are_refused(assessment, participant, refused, change, code):
    good = form(assessment, participant)
    bad = replace(good, identity=replace(good.identity, **change))
    assert refused(assessment.questionnaires.take, bad) == code
    assert assessment.questionnaires.answers("tiny", participant) == {}
