import pytest
from msgspec.structs import replace

from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Bundle, StepRow, packed, refuse_other_format, unpacked
from desktop.model.records import FORMAT

STEP = StepRow(1, "w", "edit", None, None, "x", "{}", "Ada", "2026-03-02T08:00:00.000+00:00")
BUNDLE = Bundle(FORMAT, "a1", reach={"w": 1}, steps=[STEP], changes=[(1, "w", "member", "m1", "name", None, '"Ada"')])


def test_it_is_the_same_after_a_journey():
    found = unpacked(packed(BUNDLE))
    assert (packed(found), bool(found), bool(Bundle(FORMAT, "a1"))) == (packed(BUNDLE), True, False)


@pytest.mark.parametrize("content", [b"", b"no bundle", packed(BUNDLE)[:-1], packed(BUNDLE) + b"x", b"\xc1"])
def test_what_is_none_is_refused(content):
    with pytest.raises(RefusalError, match=r"bundle\.spoilt"):
        unpacked(content)


@pytest.mark.parametrize(("number", "code"), [(FORMAT + 1, "newer"), (FORMAT - 1, "older")])
def test_another_format_is_refused(number, code):
    with pytest.raises(RefusalError, match=code):
        refuse_other_format(replace(BUNDLE, format=number))
    with pytest.raises(RefusalError, match=code):
        unpacked(packed(replace(BUNDLE, format=number)))
