"""Slides in the house style: a template of one's own gives the look, and nothing of it but that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.slides.house import House
from desktop.exchange.slides.measuring import LEAST
from desktop.exchange.slides.writing import as_deck
from desktop.model.errors import RefusalError
from desktop.wording.document_templates import LAYOUTS, no_layout
from tests.exchange.slides.decks import misplaced, opened, shapes, sizes


def template(folder: Path, change: Callable[[Any], object] = lambda _deck: None, name: str = "house.pptx") -> Path:
    """A house's template: python-pptx's own, which is narrower and set otherwise, with a slide of theirs, changed."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "A slide of the house"
    slide.notes_slide.notes_text_frame.text = "Said by Canary"
    deck.core_properties.author = deck.core_properties.last_modified_by = "Canary person"
    change(deck)
    deck.save(str(folder / name))
    return folder / name


def without_layouts(*kinds: str) -> Callable[[Any], None]:
    def change(deck: Any) -> None:
        ids = deck.slide_master._element.sldLayoutIdLst
        for entry in list(ids):
            if deck.slide_master.part.related_part(entry.rId)._element.get("type") in kinds:
                deck.slide_master.part.drop_rel(entry.rId)
                ids.remove(entry)

    return change


def test_the_layouts_of_the_house_are_used_and_its_slides_and_people_are_not(
    every: Deliverable, every_deck: bytes, tmp_path: Path
) -> None:
    house = House.opened(template(tmp_path))
    assert house.missing == ()
    content = as_deck(every, house)
    deck, ours = opened(content), opened(every_deck)
    assert (deck.slide_width, deck.slide_height) == (Inches(10), Inches(7.5))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert "A slide of the house" not in titles
    assert titles[0] == ours.slides[0].shapes.title.text_frame.text
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert not [name for name in archive.namelist() if "thumbnail" in name or "app.xml" in name]
    assert b"Canary" not in everything
    assert b"A slide of the house" not in everything


def test_a_template_file_is_as_good_as_a_presentation(every: Deliverable, tmp_path: Path) -> None:
    plain = template(tmp_path)
    with zipfile.ZipFile(plain) as archive, zipfile.ZipFile(tmp_path / "house.potx", "w") as made:
        for name in archive.namelist():
            part = archive.read(name)
            made.writestr(name, part.replace(b"presentation.main+xml", b"template.main+xml"))
    assert as_deck(every, House.opened(tmp_path / "house.potx")) == as_deck(every, House.opened(plain))


@pytest.mark.parametrize("kinds", [("titleOnly",), ("title",), ("obj", "titleOnly", "title")])
def test_missing_layouts_are_told_and_the_deck_is_made_all_the_same(
    every: Deliverable, tmp_path: Path, kinds: tuple[str, ...]
) -> None:
    def change(deck: Any) -> None:
        for slide in list(deck.slides._sldIdLst):
            deck.part.drop_rel(slide.rId)
            deck.slides._sldIdLst.remove(slide)
        without_layouts(*kinds)(deck)

    house = House.opened(template(tmp_path, change))
    assert set(house.missing) == set(kinds)
    assert all(no_layout(LAYOUTS[use]).endswith("the nearest is used.") for use in house.missing)
    deck = opened(as_deck(every, house))
    assert len(deck.slides) > 10
    for slide in deck.slides:
        for shape in shapes(slide):
            assert all(size >= LEAST for size in sizes(shape))


def test_on_a_narrow_page_nothing_overlaps_or_leaves_it(
    every: Deliverable, crowded: Deliverable, tmp_path: Path
) -> None:
    for shown in (every, crowded):
        deck = opened(as_deck(shown, House.opened(template(tmp_path))))
        for slide in deck.slides:
            assert misplaced(slide, deck.slide_width, deck.slide_height) == [], slide.shapes.title.text_frame.text


def test_what_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    path = template(tmp_path)
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    kept["ppt/presentation.xml"] = b"<nothing"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
    with pytest.raises(RefusalError) as refused:
        House.opened(path)
    assert refused.value.code == "template.broken"
