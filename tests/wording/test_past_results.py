import pytest

from desktop.exchange.past_results.past_workbooks import ColumnUse, Unreadable
from desktop.exchange.past_results.result_tables import RowNotice
from desktop.wording.past_results import cell_text, counts_text, row_text, use_name


def test_everything_that_can_be_told_has_words_of_its_own():
    assert len({use_name(use) for use in ColumnUse}) == len(ColumnUse)
    assert len({row_text(notice, "Cups", "S3") for notice in RowNotice}) == len(RowNotice)
    assert len({cell_text(why, "hardly", "S3", ()) for why in Unreadable}) == len(Unreadable)


def test_a_cell_is_told_with_the_values_there_are_and_no_longer_than_one_reads():
    assert cell_text("no_value", "hardly", "S3", ("1 Low", "2 High")).endswith("for S3: 1 Low, 2 High.")
    assert len(cell_text("no_value", "x" * 900, "S3", ())) < 120


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((1, 1, 1), "1 new result, 1 that stands there already, 1 unlike what stands there."),
        ((0, 2, 3), "2 that stand there already, 3 unlike what stands there."),
        ((0, 0, 0), "There is nothing to take."),
    ],
)
def test_what_taking_would_do_is_counted(counts, told):
    assert counts_text(*counts) == told
