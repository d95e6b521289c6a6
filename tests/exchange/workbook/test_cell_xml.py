from __future__ import annotations

import datetime as dt

import pytest
from openpyxl.utils.datetime import to_excel

from desktop.exchange.workbook.cell_xml import RowFormat, Styles, row_xml
from desktop.exchange.workbook.guide import Look, Value
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Agreement, Rating

STYLES = Styles(
    plain={look: number for number, look in enumerate(Look)}, quoted={look: 100 + n for n, look in enumerate(Look)}
)


def cell(value: Value, look: Look = Look.TEXT) -> str:
    return row_xml(7, [value], [look], STYLES).removeprefix('<row r="7">').removesuffix("</row>")


def test_numbers_stand_exactly() -> None:
    assert cell(84.6, Look.PERCENT) == f'<c r="A7" s="{STYLES.plain[Look.PERCENT]}"><v>84.6</v></c>'
    assert "<v>0.1</v>" in cell(0.1)
    assert "<v>12</v>" in cell(12)


@pytest.mark.parametrize(
    "day", [dt.date(1900, 3, 1), dt.date(2024, 2, 29), dt.date(2026, 12, 31), dt.date(9999, 12, 31)]
)
def test_dates_are_days_as_workbooks_count_them(day: dt.date) -> None:
    assert f"<v>{int(to_excel(day))}</v>" in cell(day)


def test_nothing_is_an_empty_cell_that_keeps_its_look() -> None:
    assert cell(None, Look.STRONG) == f'<c r="A7" s="{STYLES.plain[Look.STRONG]}"/>'


def test_texts_are_escaped_and_cleaned() -> None:
    assert "<t>a &lt;b&gt; &amp; “c”\n</t>" not in cell("a <b> & “c”\x0b")
    assert "<t>a &lt;b&gt; &amp; “c”</t>" in cell("a <b> & “c”\x0b")
    assert '<t xml:space="preserve"> a </t>' in cell(" a ")


@pytest.mark.parametrize("text", ["=1+1", "+49", "-x", "@you", "\tx"])
def test_what_looks_like_a_formula_is_marked_as_text(text: str) -> None:
    assert f's="{STYLES.quoted[Look.TEXT]}" t="inlineStr"' in cell(text)


def test_judgements_have_their_word_and_look() -> None:
    assert f's="{STYLES.plain[Look.BAD]}"' in cell(Rating.UNSATISFIED)
    assert "<t>Unsatisfied</t>" in cell(Rating.UNSATISFIED)
    assert f's="{STYLES.plain[Look.GOOD]}"' in cell(Agreement.AGREED)
    assert "<t>agreed</t>" in cell(Agreement.AGREED)


def test_other_words_look_like_their_column() -> None:
    """The state “agreed” of an action is not the agreement of answers."""
    assert f's="{STYLES.plain[Look.TEXT]}"' in cell(ActionStatus.AGREED)
    assert "<t>Agreed</t>" in cell(ActionStatus.AGREED)


def test_columns_have_letters_and_rows_their_format() -> None:
    xml = row_xml(3, [None] * 28, [Look.TEXT] * 28, STYLES, RowFormat(30.6, 2, hidden=True))
    assert xml.startswith('<row r="3" ht="30.6" customHeight="1" outlineLevel="2" hidden="1"><c r="A3"')
    assert '<c r="AB3"' in xml


def test_a_row_has_as_many_looks_as_values() -> None:
    with pytest.raises(ValueError, match="zip"):
        row_xml(1, ["a", "b"], [Look.TEXT], STYLES)
