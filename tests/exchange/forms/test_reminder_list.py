"""The list of reminders: who is on it, in which order, and what the workbook says of them."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook

from desktop.exchange.forms.reminder_list import proposed_list, reminder_lines, save_reminders
from desktop.exchange.tables.reminders import reminder_table
from desktop.model.assessment import Assessment
from tests.builders import tiny_pack

TODAY = dt.date(2026, 3, 20)


@pytest.fixture
def assessment(moulds, tmp_path):
    with moulds.cast("reminded", tmp_path / "a.maturity", _made, author="Ada") as made:
        yield made


def _made(path):
    made = Assessment.create(path, [tiny_pack()], author="Ada", organisation="Northern centre")
    it = made.preparation
    for name, role in (("Cleo", "manager"), ("Dora", "practitioner"), ("Eve", "practitioner")):
        person = it.add_participant(role=role, group="Desk")
        it.set_participant(person, name=name, email=f"{name.lower()}@example.org")
    made.sending.mark_sent([("tiny", each.id) for each in it.participants()], dt.date(2026, 3, 2))
    it.set_details(return_by=dt.date(2026, 3, 16))
    return made


def test_who_is_late_stands_on_it_the_longest_first(assessment):
    cleo, dora, eve = (each.id for each in assessment.preparation.participants())
    assessment.sending.set_due("tiny", eve, dt.date(2026, 3, 10))
    assessment.sending.set_due("tiny", cleo, dt.date(2026, 3, 20))
    assessment.sending.mark_reminded("tiny", [dora], dt.date(2026, 3, 18))
    rows = reminder_table(reminder_lines(assessment, "tiny", TODAY)).rows
    assert [(row.name, row.days_late, row.reminded) for row in rows] == [
        ("Eve", 10, None),
        ("Dora", 4, dt.date(2026, 3, 18)),
    ], "whose day is today is not late"
    assert (rows[0].form, rows[0].email, rows[0].role) == ("P-03", "eve@example.org", "practitioner · Desk")


def test_the_workbook_has_a_row_for_each(assessment, tmp_path):
    path = tmp_path / proposed_list(assessment)
    save_reminders(assessment, reminder_lines(assessment, "tiny", TODAY), path, TODAY)
    sheet = load_workbook(path)["Reminders"]
    said = [[cell.value for cell in row] for row in sheet.iter_rows()]
    names = [row[1] for row in said if row[0] in ("P-01", "P-02", "P-03")]
    assert names == ["Cleo", "Dora", "Eve"]
    assert any("for the assessment team alone" in str(cell) for row in said for cell in row)
