from __future__ import annotations

import pytest

from desktop.exchange.print_setup import footer_command, footer_text, pages_across


@pytest.mark.parametrize("left", ["Regional " * 33, "&" * 250, "🚀" * 200, "1" * 290, "Bell & Sons " * 25, "Short"])
@pytest.mark.parametrize("centre", ["", "Confidential: for the team only"])
def test_a_footer_is_never_longer_than_excel_takes(left: str, centre: str) -> None:
    """Else Excel throws it away after a warning that frightens whoever opens the workbook."""
    text = footer_command(left, centre)
    assert len(text.encode("utf-16-le")) // 2 <= 255
    assert text.endswith("&R&8 Page &P of &N")
    assert (f"&C&8 {centre}" in text) == bool(centre)
    assert text.startswith("&L&8 ")
    name = text.removeprefix("&L&8 ").partition("&R&8 ")[0].partition("&C&8 ")[0]
    assert left.startswith(name.replace("&&", "&").rstrip("…").rstrip())
    assert "&" not in name.replace("&&", "")


def test_a_long_name_does_not_run_into_the_number_of_the_page() -> None:
    name = footer_command("x" * 300).removeprefix("&L&8 ").partition("&R")[0]
    assert 80 < len(name) <= 90
    assert name.endswith("x…")


def test_where_a_long_text_stands_in_the_middle_the_name_gives_way() -> None:
    text = footer_command("x" * 80, "y" * 170)
    assert len(text) <= 255
    assert "y" * 170 in text


def test_a_footer_is_one_line_and_its_text_no_command() -> None:
    assert footer_text("Bell &P\nSons\x0b", 100) == "Bell &&P Sons"


def test_what_is_too_wide_for_one_page_takes_two_beside_each_other():
    assert [pages_across("landscape", width) for width in (100, 240, 250)] == [1, 1, 2]
    assert pages_across("portrait", 170) == 2
