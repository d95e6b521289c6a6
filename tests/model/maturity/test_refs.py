import pytest

from desktop.model.maturity.refs import Ref


@pytest.mark.parametrize(
    ("ref", "text"),
    [
        (Ref("tiny", "PLN-G1"), "tiny/PLN-G1"),
        (Ref("", "PLN-G1"), "PLN-G1"),
        (Ref("", ""), ""),
        (Ref("tiny", ""), "tiny/"),
    ],
)
def test_a_part_is_written_and_read_again(ref, text):
    assert str(ref) == text
    assert Ref.read(text) == ref
