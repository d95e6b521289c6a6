"""What the report and the two pages say."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.exchange.board_texts import level_now, limits, reasons
from desktop.exchange.deliverable import Deliverable
from desktop.exchange.reports import pdf, word
from desktop.exchange.reports.blocks import Document, Grid, Heading, Picture
from desktop.exchange.reports.charts import undrawn
from desktop.exchange.reports.report import report, sections, two_pages
from desktop.exchange.reports.sections import anchor
from desktop.model.records import DayStyle, DecimalMark
from desktop.wording.manners import Manner
from tests.exchange.reports.documents import words

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def told(every: Deliverable) -> Document:
    return report(replace(every, narratives={"summary": "We met open people.\n\nThey keep records."}))


@pytest.mark.parametrize("make", [report, two_pages])
def test_each_word_is_as_it_was_when_somebody_last_looked(every: Deliverable, make) -> None:
    """After a wanted change: UPDATE_GOLDEN=1 pytest, then look at the difference and at the document."""
    found = "\n".join(words(word.write(make(every), None, {}).content)) + "\n"
    kept = GOLDEN / f"{make.__name__}_of_every.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == kept.read_text("utf-8").splitlines()


def test_the_two_pages_are_two(every: Deliverable) -> None:
    made = pdf.write(two_pages(every))
    assert len(re.findall(rb"/Type /Page\b", made.content)) == 2


def test_the_summary_takes_one_page_and_every_section_has_one(told: Document) -> None:
    pages = pdf.write(told).pages
    assert pages["scope"] == pages["summary"] + 1
    assert {block.anchor for block in told.blocks if isinstance(block, Heading)} == pages.keys()


def test_words_of_the_team_stand_first_in_their_section(told: Document) -> None:
    texts = words(word.write(told, None, {}).content)
    at = texts.index("We met open people.")
    assert texts[at + 1] == "They keep records."
    assert texts[at - 2] == "Summary for the sponsor"


def test_summary_workbook_and_both_documents_say_the_same(every: Deliverable) -> None:
    texts = words(word.write(two_pages(every), None, {}).content)
    for part in every.models:
        row = next(text for text in texts if text.startswith(f"{part.pack.name} | "))
        level, target = row.split(" | ")[2:]
        assert level == str(level_now(part.result) or "–")
        assert target == str(part.whole.target or "–")
    for place, text in reasons(every):
        assert f"{place}. {text}".replace("\n", "") in texts
    for model, text in limits(every):
        assert f"{model}. {text}" in texts


def test_dates_and_numbers_are_written_as_chosen(every: Deliverable) -> None:
    manner = Manner(DayStyle.DOTS, DecimalMark.COMMA)
    texts = "\n".join(words(word.write(report(replace(every, manner=manner)), None, {}).content))
    assert "31.03.2026" in texts
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", texts)
    assert not re.search(r"\d\.\d+ %", texts)
    assert re.search(r"\d,\d+ %", texts)


def test_pictures_and_tables_are_told(told: Document) -> None:
    pictures = [block for block in told.blocks if isinstance(block, Picture)]
    assert len(pictures) == 1 + 2 * 3 + 2, "of all models, of each, of the plan"
    assert all(block.content.startswith(b"\x89PNG") and len(block.alt) > 40 for block in pictures)
    assert all(len(row) == len(block.columns) for block in told.blocks if isinstance(block, Grid) for row in block.rows)


def test_sections_are_known_by_ids_of_their_own(every: Deliverable) -> None:
    found = sections(every, undrawn)
    ids = [section.id for section in found]
    assert len({*ids}) == len(ids)
    assert ids[:3] == ["summary", "scope", "profile"]
    assert ids[-5:] == ["plan", "measures", "limits", "sureness", "appendix"]
    assert {f"place:tiny:{area.id}" for area in every.part("tiny").result.areas if area.excluded is None} <= {*ids}


def test_bookmarks_are_short_and_plain() -> None:
    long = [anchor(f"place:a-model-with-a-very-long-name-{number}:ÄÖ") for number in range(20)]
    assert all(re.fullmatch(r"[A-Za-z0-9_]{1,40}", each) for each in long)
    assert len({*long}) == 20


def test_without_anything_said_there_is_a_report(every: Deliverable) -> None:
    bare = replace(
        every, actions=(), findings=(), milestones=(), rounds=(), subject=replace(every.subject, organisation="")
    )
    texts = words(word.write(report(bare), None, {}).content)
    assert texts[0] == "Maturity of IT services"
    assert "No action has been planned yet." in texts
    assert any(text.startswith("No measure has been agreed on yet") for text in texts)
