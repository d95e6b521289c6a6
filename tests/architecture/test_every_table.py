"""Every table that is said once is read by the test of tables, column by column and row by row."""

from __future__ import annotations

import re

from tests.architecture.repository import ROOT


def test_no_table_is_left_out():
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "desktop/exchange/tables").glob("*.py")]
    made = {name for text in texts for name in re.findall(r"^def ([a-z]\w*)\([^)]*\) -> Table\[", text, re.MULTILINE)}
    assert len(made) > 20
    test = (ROOT / "tests/exchange/tables/test_tables.py").read_text(encoding="utf-8")
    read = set(re.findall(r"\w+", test.partition("def _every_table")[2]))
    left_out = made - read - {"parts_in_scope"}
    assert not left_out, "add it to _every_table in tests/exchange/tables/test_tables.py"
