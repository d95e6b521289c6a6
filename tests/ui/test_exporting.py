"""Deliverables written from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from desktop.exchange.portable import from_json
from desktop.model.assessment import Assessment
from desktop.ui.exporting import HOUSE, NEWEST, Exporter, save_data
from desktop.ui.session import Session
from tests.builders import tiny_pack
from tests.exchange.filled import filled
from tests.gui import ScriptedDialogs

LONG = 100_000


@pytest.fixture
def assessment(closed_session: Session, tmp_path: Path) -> Assessment:
    made = filled(tmp_path / "a.maturity", [tiny_pack()])
    made.ratings.set_reason("tiny", "PLN-AC-1", "It names nobody.")
    closed_session.adopt(made)
    return made


def test_the_folder_gets_everything_and_the_toast_says_so(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path, few_charts: None
):
    folder = tmp_path / "out"
    dialogs.files = [folder]
    told: list[tuple[str, str]] = []
    closed_session.told.connect(lambda text, tone: told.append((text, tone)))
    Exporter(closed_session, closed_session).begin()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)
    files = list(folder.iterdir())
    assert [tone for _text, tone in told] == ["warn", "good"]
    assert f"{len(files)} files" in told[1][0]
    assert {path.suffix for path in files} == {".docx", ".xlsx", ".pptx", ".html", ".png", ".svg", ".pdf"}
    detail, results = sorted(folder.glob("*.xlsx"), reverse=True)
    assert "Summary" in load_workbook(results, read_only=True).sheetnames
    assert "Trace" in load_workbook(detail, read_only=True).sheetnames


def test_an_exporter_goes_when_it_has_ended(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    exporter = Exporter(closed_session, closed_session)
    dialogs.files, dialogs.picks = [tmp_path / "out"], [["workbook"]]
    with qtbot.waitSignal(exporter.destroyed, timeout=LONG):
        exporter.begin()


def test_no_folder_nothing_written(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    before = sorted(tmp_path.iterdir())
    exporter = Exporter(closed_session, closed_session)
    dialogs.files = [None]
    with qtbot.waitSignal(exporter.destroyed), qtbot.assertNotEmitted(closed_session.told):
        exporter.begin()
    assert sorted(tmp_path.iterdir()) == before


def test_slides_are_made_with_a_template_of_the_house_and_what_it_lacks_is_told(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    house = Presentation()
    master = house.slide_master._element.sldLayoutIdLst
    for entry in list(master)[1:]:
        house.slide_master.part.drop_rel(entry.rId)
        master.remove(entry)
    house.save(str(tmp_path / "house.pptx"))
    dialogs.picks, dialogs.files = [["deck", HOUSE]], [tmp_path / "house.pptx", tmp_path / "out"]
    told: list[str] = []
    closed_session.told.connect(lambda text, _tone: told.append(text))
    Exporter(closed_session, closed_session).begin()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)
    (deck,) = (tmp_path / "out").iterdir()
    assert Presentation(str(deck)).slide_width == house.slide_width
    assert "no layout for charts and tables (“Title Only”); the nearest is used." in told[1]


def test_a_template_that_is_none_is_refused_before_anything_is_asked(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    (tmp_path / "house.potx").write_text("no slides")
    dialogs.picks, dialogs.files = [["deck", HOUSE]], [tmp_path / "house.potx"]
    exporter = Exporter(closed_session, closed_session)
    with (
        qtbot.waitSignal(exporter.destroyed),
        qtbot.waitSignal(closed_session.told, check_params_cb=lambda text, _tone: "is no PowerPoint file" in text),
    ):
        exporter.begin()
    assert dialogs.asked == ["What to export", "Template of the slides"]


def test_a_folder_that_cannot_be_made_is_refused(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    (tmp_path / "notes").write_text("in the way")
    dialogs.files = [tmp_path / "notes" / "out"]
    with qtbot.waitSignal(closed_session.told, check_params_cb=lambda _text, tone: tone == "bad", timeout=LONG) as told:
        Exporter(closed_session, closed_session).begin()
    assert "out" in told.args[0]


def test_without_a_model_there_is_nothing_to_write(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    assessment.models.remove("tiny")
    dialogs.files = [tmp_path / "out"]
    with qtbot.waitSignal(closed_session.told, check_params_cb=lambda _text, tone: tone == "bad", timeout=LONG):
        Exporter(closed_session, closed_session).begin()
    assert not [*(tmp_path / "out").glob("*")]


def test_portable_data_hold_everything(
    closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path, qtbot
):
    dialogs.files = [tmp_path / "data.json"]
    with qtbot.waitSignal(closed_session.told) as told:
        save_data(closed_session)
    assert told.args[1] == "good"
    again = from_json((tmp_path / "data.json").read_bytes(), tmp_path / "b.maturity", author="Later")
    assert again.whole().records == assessment.whole().records
    again.close()


def test_portable_data_can_be_thought_better_of(
    closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path, qtbot
):
    before = sorted(tmp_path.iterdir())
    dialogs.files = [None]
    with qtbot.assertNotEmitted(closed_session.told):
        save_data(closed_session)
    assert sorted(tmp_path.iterdir()) == before


def test_portable_data_for_a_place_that_is_not_there_are_refused(
    closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path, qtbot
):
    dialogs.files = [tmp_path / "no such folder" / "data.json"]
    with qtbot.waitSignal(closed_session.told) as told:
        save_data(closed_session)
    assert told.args[1] == "bad"
    assert "no such folder" in told.args[0]


def test_letters_that_no_font_has_are_told(
    qtbot,
    closed_session: Session,
    dialogs: ScriptedDialogs,
    assessment: Assessment,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("desktop.ui.exporting.missing_letters", lambda _deliverable: "北")
    dialogs.files, dialogs.picks = [tmp_path / "out"], [["workbook"]]
    told: list[tuple[str, str]] = []
    closed_session.told.connect(lambda text, tone: told.append((text, tone)))
    Exporter(closed_session, closed_session).begin()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)
    assert told[1][1] == "warn"
    assert "No font on this computer has 北" in told[1][0]


def test_only_what_is_ticked_is_written_and_remembered(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    dialogs.files, dialogs.picks = [tmp_path / "out"], [["workbook"]]
    with qtbot.waitSignal(closed_session.wrote, timeout=LONG) as wrote:
        Exporter(closed_session, closed_session).begin()
    assert wrote.args == [tmp_path / "out"]
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".xlsx"]
    assert closed_session.settings.parts("What to export") == ["workbook"]


def test_nothing_ticked_nothing_asked(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    dialogs.picks = [None]
    exporter = Exporter(closed_session, closed_session)
    with qtbot.waitSignal(exporter.destroyed):
        exporter.begin()
    assert dialogs.asked == ["What to export"]


def test_the_newest_answers_are_offered_where_they_tell_what_few_people_said(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    offered: list[list[str]] = []
    several = dialogs.several

    def listening(title, options, chosen, *, none=False):
        offered.append([key for key, _words in options])
        return several(title, options, chosen, none=none)

    dialogs.several = listening  # type: ignore[method-assign]  # the script listens in
    told: list[str] = []
    closed_session.told.connect(lambda text, _tone: told.append(text))

    def export(*picks: str) -> None:
        told.clear()
        dialogs.files, dialogs.picks = [tmp_path / "out"], [[*picks]]
        Exporter(closed_session, closed_session).begin()
        qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)

    export("workbook")
    person = assessment.preparation.add_participant()
    assessment.questionnaires.answer("tiny", person, "PLN-Q1", "often")
    export("workbook")
    assert "1 question is shown as in an earlier export" in told[1]
    export("workbook", NEWEST)
    assert "1 question is shown as it is now" in told[1]
    assert assessment.history.steps(1)[0].facts["newest"] == 1
    export("workbook")
    assert "earlier export" not in told[1]
    parts = ["workbook", "report", "two-pages", "detail", "deck", "charts", HOUSE]
    assert offered == [parts, [*parts, NEWEST], [*parts, NEWEST], parts]


def test_what_names_somebody_is_told_before_it_is_written(
    qtbot, closed_session: Session, dialogs: ScriptedDialogs, assessment: Assessment, tmp_path: Path
):
    assessment.preparation.add_participant(name="Zoe Quist")
    action = assessment.actions.add("Let Zoe Quist write it down")
    led = []
    closed_session.asked_for.connect(lambda place, target: led.append((place, target)))
    dialogs.picks = [["workbook"]] * 3
    for way in (None, "reword"):
        dialogs.ways.append(way)
        Exporter(closed_session, closed_session).begin()
        assert "Zoe Quist" in dialogs.asked[-1]
    assert led == [("actions", action)]
    folder = tmp_path / "out"
    dialogs.ways, dialogs.files, told = ["write"], [folder], []
    closed_session.told.connect(lambda text, tone: told.append(text))
    Exporter(closed_session, closed_session).begin()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)
    assert list(folder.iterdir())
