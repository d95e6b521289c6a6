"""Slides say one thing each, in type that can be read from the last row, and nothing of them is cut or covered."""

from __future__ import annotations

import datetime as dt
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, Participation
from desktop.exchange.deliverable_plan import MilestoneLine
from desktop.exchange.slides.house import House
from desktop.exchange.slides.measuring import LEAST, TITLE_SIZES, lines_in, words_height
from desktop.exchange.slides.planned import SLIDES, row_height
from desktop.exchange.slides.slide import Cover, Grid, Ladder, Slide, Words
from desktop.exchange.slides.standings import LADDER
from desktop.exchange.slides.story import story
from desktop.exchange.slides.writing import as_deck
from desktop.model.records import Tone
from desktop.model.scoring.publication import is_hidden
from tests.exchange.slides.decks import alt_text, misplaced, opened, shapes, sizes, told

GOLDEN = Path(__file__).parent / "golden" / "deck_of_every.txt"
STAGE = House.opened().stage


def test_each_slide_says_what_it_said_when_somebody_last_looked(every_deck: bytes) -> None:
    """After a wanted change: UPDATE_GOLDEN=1 pytest, then look at the difference and at the slides."""
    found = told(opened(every_deck))
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
    assert found.splitlines() == GOLDEN.read_text("utf-8").splitlines()


def test_equal_content_gives_equal_bytes_without_the_time_or_a_name(every: Deliverable, every_deck: bytes) -> None:
    assert as_deck(every) == every_deck
    with ZipFile(BytesIO(every_deck)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        core = archive.read("docProps/core.xml")
        assert [name for name in archive.namelist() if name.startswith("docProps/")] == ["docProps/core.xml"]
        books = [archive.read(name) for name in archive.namelist() if name.endswith(".xlsx")]
    assert b"<dc:creator>Maturity Workbench</dc:creator>" in core
    assert b"<cp:lastModifiedBy>Maturity Workbench</cp:lastModifiedBy>" in core
    assert books
    for book in books:
        with ZipFile(BytesIO(book)) as inner:
            assert b"1980-01-01T00:00:00Z</dcterms:created>" in inner.read("docProps/core.xml")


def test_slides_are_wide_and_numbered_and_each_has_notes_and_a_title_of_its_own(any_deck: bytes) -> None:
    deck = opened(any_deck)
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert len(set(titles)) == len(titles)
    assert all(titles)
    for slide in list(deck.slides)[1:]:
        assert "slidenum" in slide.shapes._spTree.xml
    for slide in deck.slides:
        assert slide.notes_slide.notes_text_frame.text.strip()


def test_type_is_large_enough_for_the_last_row(any_deck: bytes) -> None:
    for slide in opened(any_deck).slides:
        for shape in shapes(slide):
            assert all(size >= LEAST for size in sizes(shape)), (slide.shapes.title.text_frame.text, sizes(shape))


def test_nothing_overlaps_or_leaves_its_slide(any_deck: bytes) -> None:
    deck = opened(any_deck)
    for slide in deck.slides:
        assert misplaced(slide, deck.slide_width, deck.slide_height) == [], slide.shapes.title.text_frame.text


def test_words_fit_the_room_they_are_given(any_deliverable: Deliverable, any_deck: bytes) -> None:
    for slide in story(any_deliverable, STAGE):
        assert height(slide) <= STAGE.body.height, slide.title
    for slide in list(opened(any_deck).slides)[1:]:
        (size,) = set(sizes(slide.shapes.title))
        title = slide.shapes.title.text_frame.text
        assert size in TITLE_SIZES
        assert lines_in(title, STAGE.title.width, size, bold=True) * size * 1.2 <= STAGE.title.height


def height(slide: Slide) -> float:
    """Of its words, as they are measured."""
    match slide.content:
        case Words(items, size):
            return words_height(items, STAGE.body.width, size)
        case Ladder(words=words):
            return LADDER + words_height(words.items, STAGE.body.width, words.size)
        case Grid(headings, _shares, rows):
            return sum(row_height(row, STAGE.body.width) for row in (headings, *rows))
        case _:
            return 0.0


def test_charts_tables_and_ladders_say_in_words_what_they_show(any_deck: bytes) -> None:
    found = 0
    for slide in opened(any_deck).slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or hasattr(shape, "shapes"):
                assert alt_text(shape), slide.shapes.title.text_frame.text
                found += 1
    assert found > 5


def test_charts_hold_the_engines_numbers(every: Deliverable, every_deck: bytes) -> None:
    charts = [shape.chart for slide in opened(every_deck).slides for shape in slide.shapes if shape.has_chart]
    known = {each.id: each.in_place_percent for each in every.part("tiny").result.areas}
    names = {area.id: area.name for area in every.part("tiny").pack.areas}
    shown = {}
    for chart in charts:
        for place, category in enumerate(chart.plots[0].categories):
            values = [series.values[place] for series in chart.plots[0].series if series.values[place] is not None]
            shown[str(category).split("\n")[0].split(" (")[0]] = values
    for id_, value in known.items():
        if id_ in {area.id for area in every.part("tiny").result.areas if area.excluded is None}:
            assert shown[names[id_]] == ([] if value is None else [value]), id_
    for stream in every.part("tiny-streams").result.streams:
        assert shown[stream.name][0] == stream.level
        assert shown[stream.name][1:] == ([stream.target] if stream.target is not None else [])


def test_findings_are_told_by_tone_each_place_once(every: Deliverable) -> None:
    slides = [slide for slide in story(every, STAGE) if isinstance(slide.content, Words)]
    by_title = {slide.title: slide.content.items for slide in slides if isinstance(slide.content, Words)}
    holding = by_title["This holds us back: Area PLN, Area SUP and Outside the models"]
    assert [(item.about, item.text) for item in holding] == [
        ("Area PLN", "weakness of PLN."),
        ("Area SUP", "weakness of SUP."),
        ("Outside the models", "Of no model."),
    ]
    order = [slide.title.split(":")[0] for slide in slides]
    assert order.index("We can build on what works") < order.index("This holds us back")


def test_without_findings_the_reasons_for_the_level_are_told(every: Deliverable) -> None:
    slides = story(replace(every, findings=()), STAGE)
    (slide,) = [slide for slide in slides if slide.title.startswith("This holds us back")]
    assert isinstance(slide.content, Words)
    assert all("No action yet" not in item.text for item in slide.content.items)
    assert slide.content.items


def test_actions_are_in_the_order_of_their_days_and_the_rest_is_counted(crowded: Deliverable) -> None:
    slides = [slide for slide in story(crowded, STAGE) if isinstance(slide.content, Grid)]
    assert len(slides) == SLIDES
    days = [row[3] for slide in slides if isinstance(slide.content, Grid) for row in slide.content.rows]
    assert days == sorted(days)
    assert slides[-1].notes[-1].startswith(f"{199 - len(days)} more actions are open")
    assert all("more actions" not in note for slide in slides[:-1] for note in slide.notes)


@pytest.mark.parametrize(
    ("asked", "answered", "title"),
    [
        (14, 12, "Thank you: 12 of 14 people answered the questionnaires"),
        (1, 1, "Thank you: 1 of 1 person answered the questionnaires"),
        (0, 0, "We were looked at in earnest: the team read, heard and saw how we work"),
    ],
)
def test_who_answered_is_counted(every: Deliverable, asked: int, answered: int, title: str) -> None:
    slides = story(replace(every, participation=Participation(asked, answered)), STAGE)
    assert slides[1].title == title


def test_an_assessment_that_has_just_begun_makes_a_deck(every: Deliverable) -> None:
    """No day, no unit, no finding, no action, one model of which nothing is rated."""
    part = every.part("tiny-streams")
    result = part.result
    unrated = tuple(replace(each, rated=False) for each in result.streams)
    subject = replace(every.subject, organisation="", unit="", purpose="", starts=None, ends=None)
    bare = replace(
        every,
        subject=subject,
        models=(replace(part, result=replace(result, streams=unrated)),),
        findings=(),
        actions=(),
        participation=Participation(0, 0),
    )
    titles = [slide.title for slide in story(bare, STAGE)]
    assert titles[0] == "What was found, and what we do about it"
    assert titles[-1] == "What comes next is still to be agreed"
    assert len(opened(as_deck(bare)).slides) == len(titles)


def test_hidden_answers_are_on_no_slide(every: Deliverable) -> None:
    """What is told of answers are counts of people and questions alone: no share, mean or consensus."""
    assert not any(is_hidden(question.answers) for part in every.models for question in part.result.questions)
    survey = {series for slide in opened(as_deck(every)).slides for series in _names(slide)}
    assert not any("answers" in name.lower() for name in survey)
    assert Tone.WEAKNESS in {line.tone for line in every.findings}


def _names(slide: object) -> set[str]:
    return {
        series.name
        for shape in slide.shapes  # type: ignore[attr-defined]  # of python-pptx
        if shape.has_chart
        for series in shape.chart.plots[0].series
    }


def test_the_cover_has_no_room_for_anything_else(every: Deliverable) -> None:
    first = story(every, STAGE)[0]
    assert isinstance(first.content, Cover)
    assert first.title.startswith("Northern region service centre")


def test_milestones_that_are_ahead_stand_among_the_next_steps(every: Deliverable) -> None:
    days = [every.day - dt.timedelta(days=1), None, *(every.day + dt.timedelta(days=number) for number in range(3))]
    lines = tuple(MilestoneLine(f"M{number}", day, ()) for number, day in enumerate(days))
    slide = story(replace(every, milestones=lines), STAGE)[-1]
    assert isinstance(slide.content, Words)
    assert [item.text for item in slide.content.items if item.begins.startswith("Milestone")] == ["M2", "M3"]
