from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.heights import HIGHEST_ROW, row_height, wrapped_lines

TEXTS = st.text(alphabet="abc WMilé漢\n", max_size=120)


def test_text_that_fits_takes_one_line():
    assert wrapped_lines("Do you hear in time about problems that affect your work?", 72, 10) == 1


def test_text_that_does_not_takes_more():
    question = "Are the results promised to your customer written down in a service level agreement that both approved?"
    assert wrapped_lines(question, 72, 10) == 2
    assert wrapped_lines(question, 30, 10) >= 4


def test_an_empty_cell_is_one_line_high():
    assert wrapped_lines("", 10, 10) == 1


def test_line_breaks_count():
    assert wrapped_lines("a\nb\n\nc", 50, 10) == 4


def test_a_word_wider_than_its_column_is_broken():
    assert wrapped_lines("x" * 200, 20, 10) >= 10


@given(TEXTS, st.floats(5, 100))
def test_a_wider_column_never_needs_more_lines(text, width):
    assert wrapped_lines(text, width + 10, 10) <= wrapped_lines(text, width, 10)


@given(TEXTS, st.floats(5, 100))
def test_bold_or_larger_text_never_needs_fewer_lines(text, width):
    plain = wrapped_lines(text, width, 10)
    assert wrapped_lines(text, width, 10, bold=True) >= plain
    assert wrapped_lines(text, width, 12) >= plain


def test_rows_grow_with_their_lines_up_to_what_programs_allow():
    heights = [row_height((lines, 10)) for lines in range(1, 60)]
    assert heights == sorted(heights)
    assert heights[0] > 10 * 1.15
    assert heights[-1] == HIGHEST_ROW
    assert row_height((2, 10), (1, 9)) > row_height((2, 10))
