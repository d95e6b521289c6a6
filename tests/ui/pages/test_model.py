from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop import resources
from desktop.model.maturity import SourceNote
from desktop.model.maturity.shelf import find, shipped
from desktop.ui.pages.model import prose
from desktop.ui.pages.model.entries import QUIET, Part
from desktop.ui.pages.model.outline import outline
from desktop.ui.pages.model.page import ModelPage
from desktop.ui.pages.model.tree import found_in
from desktop.ui.pages.model.where import locate
from desktop.ui.session import Session
from desktop.wording import names
from tests.builders import tiny_pack
from tests.gui import put_in_front

MODEL = "it-service-cmm"
Key = Qt.Key


@pytest.fixture
def page(qtbot, session: Session) -> ModelPage:
    page = ModelPage(session)
    put_in_front(qtbot, page)
    qtbot.waitExposed(page)
    return page


def here(page: ModelPage) -> tuple[Part, str]:
    entry = page.tree.entry()
    assert entry is not None
    return entry.part, entry.id


def text(page: ModelPage) -> str:
    return " ".join(page.reading.toPlainText().split())


def test_the_outline_holds_the_whole_model_once(session: Session) -> None:
    pack = find(MODEL)
    every = [entry for top in outline(pack) for entry in top.walk()]

    for part, known in (
        (Part.AREA, pack.area_by_id),
        (Part.GOAL, pack.goal_by_id),
        (Part.PRACTICE, pack.practice_by_id),
        (Part.QUESTION, pack.question_by_id),
    ):
        assert sorted(entry.id for entry in every if entry.part is part) == sorted(known)


def test_every_entry_can_be_read(session: Session) -> None:
    pack = find(MODEL)
    for top in outline(pack):
        for entry in top.walk():
            assert prose.page_of(pack, entry.part, entry.id)


def test_an_area_is_read_with_all_that_belongs_to_it(page: ModelPage) -> None:
    page.reveal("SRI")
    area = find(MODEL).area_by_id["SRI"]

    parts = [area.name, area.purpose, area.introduction, *area.good, *area.evidence]
    parts += [goal.text for goal in area.goals]
    parts += [part for practice in area.practices for part in (practice.text, practice.detail)]
    parts += [part for question in area.questions for part in (question.text, question.help)]
    shown = text(page)
    assert [part for part in parts if " ".join(part.split()) not in shown] == []
    assert "Level 2 Repeatable" in shown


def test_the_model_says_what_it_is_based_on_and_what_is_uncertain(page: ModelPage) -> None:
    pack = find(MODEL)

    assert here(page) == (Part.MODEL, "")
    assert " ".join(pack.based_on.split()) in text(page)
    assert text(page).count("Uncertain") == sum(not note.certain for note in pack.sources)


def test_typing_searches_all_texts_and_enter_opens(qtbot, page: ModelPage) -> None:
    page.tree.setFocus()
    qtbot.keyClicks(page.tree, "s")
    assert page.focusWidget() is page.search
    page.search.clear()
    qtbot.keyClicks(page.search, "SHOUTS loudest")

    assert page.subtitle.text() == "1 match found"
    assert here(page) == (Part.AREA, "SRI")
    shown = [entry.id for top in outline(find(MODEL)) for entry in top.walk() if entry.says(("shouts", "loudest"))]
    assert shown == ["SRI"]
    assert len(page.reading.extraSelections()) == 2

    qtbot.keyClick(page.search, Key.Key_Down)
    assert page.focusWidget() is page.tree
    qtbot.keyClick(page.tree, Key.Key_Return)
    assert page.focusWidget() is page.reading
    qtbot.keyClick(page.reading, Key.Key_Escape)
    assert page.focusWidget() is page.tree


def test_a_search_keeps_hits_with_what_they_stand_under(qtbot, page: ModelPage) -> None:
    practice = find(MODEL).practice_by_id["SCM-AC-4"][1]
    qtbot.keyClicks(page.search, " ".join(practice.text.split()[:6]))

    visible = []
    item = page.tree.topLevelItem(0)
    while item is not None:
        if not item.isHidden() and page.tree.visualItemRect(item).isValid():
            visible.append(item.text(0))
        item = page.tree.itemBelow(item)
    assert visible[0].startswith("Level 2") or visible[0].startswith("About")
    assert here(page) == (Part.PRACTICE, "SCM-AC-4")
    page.search.clear()
    assert here(page) == (Part.PRACTICE, "SCM-AC-4")
    assert page.subtitle.text() == find(MODEL).name


def test_nothing_found_says_so(qtbot, page: ModelPage) -> None:
    qtbot.keyClicks(page.search, "zzzz")

    assert page.subtitle.text() == "Nothing found. Try fewer or shorter words."


def test_level_and_category_filter_the_outline(qtbot, page: ModelPage) -> None:
    pack = find(MODEL)
    page.level.setFocus()
    qtbot.keyClick(page.level, Key.Key_End)
    page.category.setFocus()
    qtbot.keyClick(page.category, Key.Key_Down)

    areas = [page.tree.topLevelItem(number) for number in range(page.tree.topLevelItemCount())][-1]
    assert areas is not None
    names = [below.text(0) for number in range(areas.childCount()) if (below := areas.child(number)) is not None]
    first = pack.categories[0].id
    assert names == [area.name for area in pack.areas_at(5) if first in area.categories]
    assert len(names) < len(pack.areas_at(5))

    page.reveal("SCM-Q1")
    assert here(page) == (Part.QUESTION, "SCM-Q1")


def test_links_lead_through_the_model(page: ModelPage) -> None:
    page.reveal("SRI-AC-4")
    page.reading.wanted.emit("SRI-G2")

    assert here(page) == (Part.GOAL, "SRI-G2")
    goal = find(MODEL).goal_by_id["SRI-G2"][1]
    assert goal.text in text(page)


def test_areas_lead_to_their_ratings(qtbot, session: Session, page: ModelPage) -> None:
    assert not page.ratings.isEnabled()
    for shown, asked_for in (("SRI", "SRI"), ("SRI-AC-4", "SRI-AC-4"), ("SRI-Q1", "SRI")):
        page.reveal(shown)
        with qtbot.waitSignal(session.asked_for) as asked:
            qtbot.keyClick(page.ratings, Key.Key_Space)
        assert asked.args == ["ratings", asked_for]


def test_a_second_model_can_be_chosen(qtbot, session: Session, page: ModelPage) -> None:
    assert page.model.isVisible() is (len(resources.model_packs()) > 1)
    session.assessment.models.add(tiny_pack())

    assert page.model.isVisible()
    page.reveal("PLN-G1")
    assert page.model.currentText() == "Tiny model"
    assert here(page) == (Part.GOAL, "PLN-G1")
    page.reveal("SRI")
    assert page.model.currentText() == "IT Service CMM"


def test_a_shipped_model_not_in_use_is_read_but_not_rated(session: Session, page: ModelPage) -> None:
    session.assessment.models.add(tiny_pack())
    session.assessment.models.remove(MODEL)

    page.reveal("SRI")

    assert page.model.currentText() == "IT Service CMM (not in use)"
    assert not page.ratings.isEnabled()


def test_texts_are_shown_as_they_are_written() -> None:
    from msgspec.structs import replace

    pack = replace(tiny_pack(), summary="<b>Bold</b> & more", sources=(SourceNote(note="<i>x</i>", certain=False),))

    html = prose.page_of(pack, Part.MODEL, "")

    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; more" in html
    assert "&lt;i&gt;x&lt;/i&gt;" in html


def test_words_are_found_wherever_they_stand() -> None:
    assert found_in("Agreed levels, agreed times", ("agreed", "times")) == [(0, 6), (15, 21), (22, 27)]
    assert found_in("nothing", ("else",)) == []


def schemes() -> list[str]:
    return [summary.id for summary in shipped()]


@pytest.mark.parametrize("model", schemes())
def test_the_outline_of_every_scheme_is_whole_and_readable(session: Session, model: str) -> None:
    pack = find(model)
    every = [entry for top in outline(pack) for entry in top.walk()]

    for part, known in (
        (Part.STREAM, pack.stream_by_id),
        (Part.ITEM, pack.item_by_id),
        (Part.METRIC, pack.metric_by_id),
        (Part.TRACK, pack.track_by_id),
        (Part.STATEMENT, pack.statement_by_id),
        (Part.CAP, pack.cap_by_id),
    ):
        assert sorted(entry.id for entry in every if entry.part is part) == sorted(known)
    for entry in every:
        assert prose.page_of(pack, entry.part, entry.id)
        if entry.id and entry.part not in QUIET:
            assert locate(pack, entry.id) is entry.part


def test_a_level_of_a_stream_is_read_with_its_practices_outcomes_and_metrics(page: ModelPage) -> None:
    stream, cell, metric = find("service-provisioning").metric_by_id["CTP-3-M1"]
    page.reveal("CTP-3")

    assert here(page) == (Part.CELL, "CTP-3")
    parts = [cell.text, metric.name, metric.unit, metric.how, names.name(metric.direction), stream.name]
    parts += [item.text for item in (*cell.practices, *cell.outcomes)]
    shown = text(page)
    assert [part for part in parts if " ".join(part.split()) not in shown] == []


def test_a_track_is_read_with_its_statements_and_what_holds_it_down(page: ModelPage) -> None:
    pack = find("tool-ladder")
    page.reveal("tool-ladder/tool")

    assert here(page) == (Part.TRACK, "tool")
    assert page.model.value() == "tool-ladder"
    parts = [statement.text for statement in pack.track_by_id["tool"].statements]
    parts += [cap.reason for cap in pack.caps_on("tool")]
    assert [part for part in parts if " ".join(part.split()) not in text(page)] == []


def test_guidance_and_cautions_stand_with_the_model(page: ModelPage) -> None:
    guidance = find("tool-ladder").guidance
    assert guidance is not None
    page.reveal("tool-ladder")

    assert here(page) == (Part.MODEL, "")
    for part in (*guidance.notes, *(warning.text for warning in guidance.warnings)):
        assert " ".join(part.split()) in text(page)
    assert "Recommended target: Level 4" in text(page)
    page.reveal("tool-ladder/5")
    assert " ".join(guidance.warnings[0].text.split()) in text(page)


def test_links_to_other_models_lead_both_ways(qtbot, session: Session, page: ModelPage) -> None:
    page.reveal("CTP")
    why = next(link.why for link in find("service-provisioning").crosswalk if link.origin == "CTP")
    assert " ".join(why.split()) in text(page)
    with qtbot.waitSignal(session.asked_for) as asked:
        page.reading.wanted.emit("it-service-cmm/SRI")
    assert asked.args == ["model", "it-service-cmm/SRI"]

    page.reveal("it-service-cmm/SRI")
    assert here(page) == (Part.AREA, "SRI")
    assert "see:service-provisioning/CTP" in page.reading.toHtml()


def test_a_search_goes_through_metrics_and_statements(qtbot, page: ModelPage) -> None:
    metric = find("service-provisioning").metric_by_id["CTP-3-M1"][2]
    page.reveal("service-provisioning")
    page.search.setFocus()
    qtbot.keyClicks(page.search, metric.how)

    assert here(page) == (Part.METRIC, "CTP-3-M1")
    page.search.clear()
    page.reveal("service-desk")
    statement = find("service-desk").track_by_id["process"].statements[0]
    qtbot.keyClicks(page.search, statement.text)
    assert here(page) == (Part.STATEMENT, statement.id)


def test_what_a_scheme_lacks_is_not_offered(page: ModelPage) -> None:
    page.reveal("service-provisioning")
    assert not page.category.isVisible()
    page.reveal("it-service-cmm")
    assert page.category.isVisible()


def test_places_of_every_scheme_lead_to_their_ratings(qtbot, session: Session, page: ModelPage) -> None:
    for model in schemes():
        if model != MODEL:
            session.assessment.models.add(find(model))
    page.refresh()
    for shown, asked_for in (
        ("CTP-Q1", "service-provisioning/CTP"),
        ("CTP-3-M1", "service-provisioning/CTP-3"),
        ("service-desk/tool-2", "service-desk/tool"),
        ("tool-ladder/TOL-2-1", "tool-ladder/TOL-2-1"),
    ):
        page.reveal(shown)
        with qtbot.waitSignal(session.asked_for) as asked:
            qtbot.keyClick(page.ratings, Key.Key_Space)
        assert asked.args == ["ratings", asked_for]
