"""A question is called by the number that forms print, on screen, on paper, on the command line; never by its id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop import resources
from desktop.__main__ import main
from desktop.exchange.deliverable import gather
from desktop.exchange.workbook import write_team_detail, write_workbook
from desktop.model.assessment import Assessment
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.questionnaire import whole_numbers
from desktop.model.maturity.shelf import find
from desktop.ui import findable
from desktop.ui.pages.model import prose
from desktop.ui.pages.model.outline import outline
from tests.sample_window import SampleWindow, sample_window
from tests.seen_texts import visible

__all__ = ["sample_window"]

PACKS = {path.stem: find(path.stem) for path in resources.model_packs()}


def question_ids(pack: Pack) -> set[str]:
    """Ids of what is nothing but a question; a statement is known by its id where it is judged."""
    return set(pack.question_by_id) | {stream.question.id for stream in pack.streams}


IDS = frozenset().union(*map(question_ids, PACKS.values()))
ID = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, IDS)))})(?![\w-])")


def test_there_are_ids_to_look_for():
    assert len(IDS) > 100
    assert all(ID.search(f"Question {id_}: 3 answers") for id_ in IDS)


def test_nothing_that_can_be_found_shows_one(sample_window: SampleWindow):
    window = sample_window.window
    shown = [found.words for found in findable.everything(window.session, window.commands)]
    assert [text for text in shown if ID.search(text)] == []
    assert any(text.startswith("No. 10 ") for text in shown)


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
@pytest.mark.parametrize("asked", [True, False])
def test_nothing_to_read_about_a_model_shows_one(pack: Pack, asked: bool):
    numbers = whole_numbers(pack) if asked else {}
    told = []
    for top in outline(pack, numbers=numbers):
        for entry in top.walk():
            told += [entry.text, visible(prose.page_of(pack, entry.part, entry.id, numbers=numbers))]
    assert [text for text in told if ID.search(text)] == []
    assert not (asked and pack.question_by_id) or any("No. 1 of " in text for text in told)


def test_no_workbook_shows_one(sample_window: SampleWindow, tmp_path: Path):
    deliverable = gather(sample_window.window.session.assessment)
    write_workbook(deliverable, tmp_path / "results.xlsx")
    write_team_detail(deliverable, tmp_path / "detail.xlsx")
    numbered = 0
    for path in tmp_path.glob("*.xlsx"):
        for sheet in load_workbook(path):
            for row in sheet.iter_rows(values_only=True):
                for value in row:
                    if isinstance(value, str):
                        numbered += value.startswith("No. 10: ")
                        assert not ID.search(value), f"{path.name}, {sheet.title}: {value[:120]}"
    assert numbered


def test_no_command_shows_one(sample_window: SampleWindow, capsys: pytest.CaptureFixture[str]):
    path = str(sample_window.window.session.assessment.path)
    for command in ("score", "check"):
        assert main([command, path]) == 0
        said = capsys.readouterr()
        assert not ID.search(said.out + said.err)
        assert said.out


def test_steps_of_the_history_say_the_number_or_the_text(tmp_path: Path):
    from desktop.wording.called import question_names

    pack = next(pack for pack in PACKS.values() if pack.question_by_id)
    with Assessment.create(tmp_path / "a.maturity", [pack], author="Ada") as assessment:
        assert not [name for name in question_names(assessment).values() if ID.search(name)]
        assert question_names(assessment).keys() == assessment.models.questions(pack.id).keys()
        assert all(name.startswith("No. ") for name in list(question_names(assessment).values())[:3])
        assessment.models.set_question_level(pack.id, 1)
        texts_alone = [name for name in question_names(assessment).values() if name.startswith("“")]
        assert texts_alone
        assert not [name for name in texts_alone if ID.search(name)]
