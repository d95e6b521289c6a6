from datetime import date
from decimal import Decimal
from threading import Thread

import pytest

from desktop.exchange.tables.table import Kind
from desktop.exchange.tables.words import in_line
from desktop.model.records import DayStyle, DecimalMark
from desktop.wording import manners, measures, names
from desktop.wording.manners import Manner, day_example, day_format, mark_example, written_in

DAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("style", "day", "format_"),
    [
        (DayStyle.ISO, "2026-03-09", "yyyy-mm-dd"),
        (DayStyle.WORDS, "9 Mar 2026", "d mmm yyyy"),
        (DayStyle.DOTS, "09.03.2026", "dd.mm.yyyy"),
        (DayStyle.SLASHES, "03/09/2026", r"mm\/dd\/yyyy"),
    ],
)
def test_days_are_written_as_chosen(style, day, format_):
    with written_in(Manner(days=style)):
        assert (names.day(DAY), in_line(DAY, Kind.DAY), day_format()) == (day, day, format_)
        assert names.day(None) == ""
    assert (names.day(DAY), day_format()) == ("2026-03-09", "yyyy-mm-dd")


def test_all_numbers_have_the_mark_that_was_chosen():
    def told():
        return [
            names.percent(62.5),
            names.number(0.25),
            names.index(2.5),
            names.consensus_index(0.7996),
            measures.value("8.5", "hours"),
            in_line(Decimal("8.5"), Kind.DECIMAL),
            in_line(0.5, Kind.PERCENT),
            in_line(3, Kind.COUNT),
        ]

    usual = told()
    with written_in(Manner(mark=DecimalMark.COMMA)):
        assert told() == [text.replace(".", ",") for text in usual]
        assert in_line("1.4 of the plan", Kind.TEXT) == "1.4 of the plan"
    assert told() == usual


def test_another_thread_writes_in_its_own_manner():
    found = []
    with written_in(Manner(days=DayStyle.DOTS)):
        other = Thread(target=lambda: found.append(names.day(DAY)))
        other.start()
        other.join()
        assert (names.day(DAY), found) == ("09.03.2026", ["2026-03-09"])


def test_an_error_leaves_no_manner_behind():
    with pytest.raises(ZeroDivisionError), written_in(Manner(days=DayStyle.DOTS)):
        raise ZeroDivisionError
    assert names.day(DAY) == "2026-03-09"


def test_choices_are_told_by_examples():
    assert [day_example(style) for style in DayStyle] == ["2026-11-29", "29 Nov 2026", "29.11.2026", "11/29/2026"]
    assert [mark_example(mark) for mark in DecimalMark] == ["1234.5", "1234,5"]


def test_every_month_has_its_name():
    with written_in(Manner(days=DayStyle.WORDS)):
        months = [names.day(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert months == ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert manners.day_format() == "yyyy-mm-dd"
