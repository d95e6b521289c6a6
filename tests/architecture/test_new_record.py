"""A kind of record is added in five places, and whoever forgets one is told by the name of a test."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT

pytestmark = pytest.mark.slow

CLASS = '''

class Note(Record, frozen=True):
    """A note on something in a model."""

    declared = RecordKind("note", Feeds.SCORES, Privacy.TEAM, called="text")
    listed: ClassVar[bool] = True

    id: str
    model: OfModel = ""
    part: OfPart = ""
    text: TeamText = ""
'''
OPERATION = '''
    def note(self, model: str, part: str, text: str) -> Changed:
        """Note something."""
        with self._desk.step("note.add", name=text) as step:
            step.draft.put(Note, new_id(), model=model, part=part, text=text)
        return step.changed

    def _'''
WORDS = """WORDS: dict[str, KindWords] = {
    "note": KindWords(N_("note"), {"model": N_("Model"), "part": N_("Part"), "text": N_("Text")}),"""

Edit = Callable[[str], str]
PLACES: dict[str, Edit] = {
    "desktop/model/records/judgements.py": lambda text: text + CLASS,
    "desktop/model/records/__init__.py": lambda text: text.replace("    Form,\n", "    Form,\n    Note,\n").replace(
        '    "Member",\n', '    "Member",\n    "Note",\n'
    ),
    "desktop/wording/records.py": lambda text: text.replace("WORDS: dict[str, KindWords] = {", WORDS),
    "desktop/model/assessment/evidence.py": lambda text: re.sub(r"\n    def _(?!_)", OPERATION, text, count=1).replace(
        "from desktop.model.records import ",
        "from desktop.model.records import Note\nfrom desktop.model.records import ",
        1,
    ),
    "desktop/ui/whereabouts.py": lambda text: text.replace(
        "_BY_KIND = (\n", '_BY_KIND = (\n    ("note", "ratings"),\n'
    ),
}
"""What is written by hand."""

SCHEMA, FORMAT = "desktop.exchange.portable.schema", "tests.formats.make"
MADE = {SCHEMA: "resources/portable.schema.json", FORMAT: "tests/formats/2.maturity"}
"""What writes the schema, with its document, and the file of today's format anew; and where."""

TELLS = {
    "desktop/model/records/judgements.py": "tests/model/records/test_record.py",
    "desktop/model/records/__init__.py": "tests/model/records/test_record.py::test_the_package_offers_every_kind",
    "desktop/wording/records.py": "tests/wording/test_records.py::test_there_are_words_for_every_kind_and_for_no_other",
    "desktop/model/assessment/evidence.py": (
        "tests/model/records/test_record.py::test_an_operation_of_the_assessment_writes_every_kind"
    ),
    "desktop/ui/whereabouts.py": "tests/ui/test_whereabouts.py::test_every_kind_of_record_is_seen_on_a_page",
    SCHEMA: "tests/exchange/portable/test_portable.py::test_the_document_tells_of_every_kind_as_it_is_declared",
    FORMAT: "tests/formats/test_formats.py::test_it_has_the_tables_of_a_new_file",
}
"""The test that fails where a place is left out."""

STORY = """
import shutil
from pathlib import Path

import msgspec

from desktop.exchange.deliverable import gather
from desktop.exchange.portable import from_json, to_json
from desktop.model.assessment import Assessment
from desktop.model.records import SCORES, Note
from desktop.ui.whereabouts import whereabouts
from desktop.wording.changes import change_text
from desktop.wording.records import kind_name
from desktop.wording.steps import sentence
from tests.builders import tiny_pack

FORMATS = Path(__file__).parent / "formats"


def test_a_note_is_a_record_like_any_other(tmp_path):
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="Ada") as it:
        before = it.results.of("tiny")
        changed = it.evidence.note("tiny", "PLN-AC-1", "Seen")
        assert changed.kinds == {"note"} <= SCORES
        assert it.results.of("tiny") is not before, "results are forgotten"
        assert sentence(changed.step) == "Add note Seen"
        (row,) = {row for _kind, row in changed.rows}
        told = {change_text(c.kind, c.row, c.cell, c.before, c.after) for c in it.history.changes(changed.step.id)}
        assert "Text: \u2013 \u2192 Seen" in told
        assert kind_name("note") == "Note"
        assert whereabouts(changed, it).page == "ratings"
        assert b"seen" not in msgspec.json.encode(gather(it)).lower()
        it.history.undo()
        assert it.history.last(Note, row).text == ""
        it.history.redo()
        data = to_json(it)
        assert it.check() == ()
    with from_json(data, tmp_path / "b.maturity", "Ada") as again:
        assert to_json(again) == data
        assert again.history.last(Note, row).text == "Seen"


def test_older_files_take_notes(tmp_path):
    older = shutil.copyfile(FORMATS / "1.maturity", tmp_path / "older.maturity")
    with Assessment.open(older, author="Ada") as it:
        it.evidence.note("tiny", "PLN-AC-1", "Seen")
        assert it.check() == ()
"""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("scratch")
    for name in ("desktop", "tests", "resources"):  # what is compiled already comes along
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("golden", "_resources"))
    (place / "docs").mkdir()
    shutil.copy(ROOT / "pyproject.toml", place)
    (place / "tests/test_story.py").write_text(STORY, encoding="utf-8")
    return place


@pytest.fixture
def scratch(copied: Path) -> Path:
    """The copy, in which nothing is written by hand and nothing made anew."""
    for place in (*PLACES, *MADE.values(), "docs/portable-data.md"):
        shutil.copy2(ROOT / place, copied / place)
    return copied


def write(scratch: Path, place: str) -> None:
    path = scratch / place
    before = path.read_text(encoding="utf-8")
    after = PLACES[place](before)
    assert after != before, place
    path.write_text(after, encoding="utf-8")


def make(scratch: Path, module: str) -> None:
    (scratch / MADE[FORMAT]).unlink() if module == FORMAT else None
    run(scratch, module)


def run(scratch: Path, *module: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *module], cwd=scratch, capture_output=True, text=True, encoding="utf-8", check=False
    )


def fails(scratch: Path, *tests: str) -> str:
    """What a run of tests says; nothing when they pass."""
    found = run(scratch, "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly", *tests)
    return "" if found.returncode == 0 else found.stdout + found.stderr


def test_five_places_are_enough(scratch: Path) -> None:
    assert len(PLACES) == 5
    for place in PLACES:
        write(scratch, place)
    for module in MADE:
        make(scratch, module)
    said = fails(scratch, "tests/test_story.py", *TELLS.values())
    assert not said, said


@pytest.mark.parametrize("left_out", TELLS)
def test_a_place_that_is_left_out_is_told_by_a_test(scratch: Path, left_out: str) -> None:
    for place in PLACES:
        if place != left_out:
            write(scratch, place)
    if left_out == FORMAT:
        make(scratch, SCHEMA)
    said = fails(scratch, TELLS[left_out])
    assert "1 failed" in said or "ImportError: cannot import name 'Note'" in said, said
