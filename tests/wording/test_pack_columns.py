from desktop.exchange.model_books import sheets
from desktop.wording import pack_columns


def test_every_sheet_column_and_key_is_told_and_nothing_else():
    told = set()
    for form in sheets.SHEETS.each.values():
        tables = {table.title: table for table in form.tables}
        free: dict[str, tuple[str, ...]] = {
            sheets.MODEL: sheets.MODEL_HEADINGS,
            sheets.EXAMPLES: sheets.EXAMPLE_HEADINGS,
        }
        if form.ruled:
            free |= {
                sheets.SCALES: sheets.SCALE_HEADINGS,
                sheets.KINDS: sheets.KIND_HEADINGS,
                sheets.EXAMPLES: sheets.EXAMPLE_HEADINGS,
            }
        for title in form.titles:
            assert pack_columns.about(title)
            headings = free[title] if title in free else tables[title].headings
            told |= {sheets.owner_of(title, heading, tables.get(title)) for heading in headings}
            told |= set(sheets.keys_in(title, form))
    assert {f"{owner}.{key}" for owner, key in told} == set(pack_columns._COLUMNS)
    assert all(pack_columns.meaning(owner, key) for owner, key in told)


def test_the_introduction_says_how_to_use_the_workbook():
    assert any("drop" in text or "heading" in text for text in pack_columns.introduction())
