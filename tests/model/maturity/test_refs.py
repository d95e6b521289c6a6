import pytest

from desktop.model.maturity.refs import AnswerRef, Ref


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


def test_an_answer_is_written_and_read_again():
    answer = AnswerRef("tiny", "ann", "PLN-Q1")
    assert AnswerRef.read(str(answer)) == answer
    assert AnswerRef.read("tiny/PLN-Q1") is None
    assert AnswerRef.read("ann") is None
