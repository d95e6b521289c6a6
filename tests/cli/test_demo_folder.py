from shutil import copyfile

import pytest

from desktop.cli.demo_folder import AUTHOR, DemoFolder
from desktop.exchange.sample import start_sample
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "demo"


@pytest.fixture
def new(tmp_path):
    """Files of a new demo: an assessment and a workbook, as far as their names go."""
    workplace = tmp_path / "new"
    workplace.mkdir()
    for name in ("sample.maturity", "results.xlsx"):
        (workplace / name).write_text("new", encoding="utf-8")
    return sorted(workplace.iterdir(), reverse=True)


@pytest.fixture
def earlier(folder):
    """What an earlier demo left."""
    folder.mkdir()
    with start_sample(folder / "sample.maturity", AUTHOR):
        pass
    (folder / "results.xlsx").write_text("old", encoding="utf-8")


def code_of(action, *arguments):
    with pytest.raises(RefusalError) as refusal:
        action(*arguments)
    return refusal.value.code


def contents(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix != ".maturity"}


def test_the_folder_is_made(folder, new):
    place = DemoFolder(folder)
    place.prepare()
    assert place.receive(new[0].parent, new) == [folder / "sample.maturity", folder / "results.xlsx"]
    assert contents(folder) == {"results.xlsx": "new"}
    assert place.kept == []


def test_an_earlier_demo_is_replaced_and_all_else_let_be(folder, earlier, new):
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    place = DemoFolder(folder)
    place.prepare()
    place.receive(new[0].parent, new)
    assert contents(folder) == {"results.xlsx": "new", "notes.txt": "mine"}
    assert (folder / "sample.maturity").read_bytes() == b"new"


def test_an_assessment_that_was_worked_on_is_kept(folder, earlier, new):
    with Assessment.open(folder / "sample.maturity", author="Ada") as worked_on:
        worked_on.preparation.set_details(sponsor="Me")
    place = DemoFolder(folder)
    place.later.parent.mkdir()
    copyfile(folder / "sample.maturity", place.later)
    place.prepare()
    later = new[0].parent / place.later.relative_to(folder)
    later.parent.mkdir()
    later.touch()
    place.receive(new[0].parent, [*new, later])
    moved = place.later.with_name("sample, half a year later-kept-1.maturity")
    assert place.kept == [folder / "sample-kept-1.maturity", moved]
    assert moved.exists()
    assert place.later.read_bytes() == b""
    with Assessment.open(folder / "sample-kept-1.maturity", author="Ada") as kept:
        assert kept.preparation.details().sponsor == "Me"


def test_a_file_of_that_name_from_elsewhere_is_let_be(folder, new):
    folder.mkdir()
    (folder / "results.xlsx").write_text("mine", encoding="utf-8")
    place = DemoFolder(folder)
    place.prepare()
    assert code_of(place.receive, new[0].parent, new) == "demo.in_the_way"
    assert contents(folder) == {"results.xlsx": "mine"}
    assert not place.assessment.exists()


@pytest.mark.parametrize("content", ["an assessment of its own", "no assessment"])
def test_an_assessment_from_elsewhere_is_let_be(folder, content):
    folder.mkdir()
    path = folder / "sample.maturity"
    if content == "no assessment":
        path.write_text(content, encoding="utf-8")
    else:
        Assessment.create(path, [], author=AUTHOR).close()
    before = path.read_bytes()
    assert code_of(DemoFolder(folder).prepare) == "demo.in_the_way"
    assert path.read_bytes() == before


def test_a_demo_that_is_open_is_let_be(folder, earlier):
    with Assessment.open(folder / "sample.maturity", author="Ada"):
        assert code_of(DemoFolder(folder).prepare) == "demo.in_use"


def test_a_place_that_is_no_folder_is_refused(folder):
    folder.write_text("mine", encoding="utf-8")
    assert code_of(DemoFolder(folder).prepare) == "file.exists"
