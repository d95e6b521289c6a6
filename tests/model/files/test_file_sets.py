import os
import subprocess
import sys
from functools import partial

import msgspec
import pytest

from desktop.model.errors import RefusalError
from desktop.model.files import file_sets, syncing
from desktop.model.files.file_sets import Note, Piece, tidy, write_set
from desktop.model.files.workplace import PREFIX

NOTE = Note("0 - not finished.txt", "Write again.")
unix = pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")


def write(content, path):
    path.write_bytes(content)


def pieces(**contents):
    return [Piece(f"{name}.txt", partial(write, content)) for name, content in contents.items()]


def content(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refusal(action, *arguments, **more):
    with pytest.raises(RefusalError) as caught:
        action(*arguments, **more)
    return caught.value


def test_all_come_at_once_and_replace_what_was_there(tmp_path):
    write_set(tmp_path / "not" / "yet", pieces(a=b"1", b=b"2"), NOTE)
    written = write_set(tmp_path / "not" / "yet", pieces(a=b"3", c=b"4"), NOTE)
    assert written == [tmp_path / "not" / "yet" / "a.txt", tmp_path / "not" / "yet" / "c.txt"]
    assert content(tmp_path) == {"not/yet/a.txt": b"3", "not/yet/b.txt": b"2", "not/yet/c.txt": b"4"}


def test_names_may_have_folders(tmp_path):
    write_set(tmp_path, [Piece("one/a.txt", partial(write, b"1")), Piece("two/a.txt", partial(write, b"2"))], NOTE)
    assert content(tmp_path) == {"one/a.txt": b"1", "two/a.txt": b"2"}


def test_a_piece_that_fails_leaves_nothing(tmp_path):
    def fail(_path):
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_bytes(b"old")
    found = refusal(write_set, tmp_path, [*pieces(a=b"new"), Piece("b.txt", fail)], NOTE)
    assert found.code == "file.full"
    assert content(tmp_path) == {"a.txt": b"old"}
    assert refusal(write_set, tmp_path / "new" / "er", [Piece("b.txt", fail)], NOTE).code == "file.full"
    assert not (tmp_path / "new").exists()


def test_cancelling_leaves_nothing(tmp_path):
    asked = iter([False, True])
    assert write_set(tmp_path / "new", pieces(a=b"1", b=b"2"), NOTE, cancelled=lambda: next(asked)) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", [0, 1, 2])
@pytest.mark.parametrize("after", [False, True])
def test_a_move_that_fails_takes_the_others_back(tmp_path, monkeypatch, failing, after):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_bytes(b"old")
    real, count = syncing.take_place, iter(range(10))

    def take(draft, path):
        number = next(count)
        if number != failing or after:
            real(draft, path)
        if number == failing:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(file_sets, "take_place", take)
    found = refusal(write_set, tmp_path, pieces(a=b"1", b=b"2", c=b"3"), NOTE)
    assert (found.code, found.facts["path"]) == ("file.in_use", tmp_path / f"{'abc'[failing]}.txt")
    assert content(tmp_path) == {"a.txt": b"old", "b.txt": b"old"}


@pytest.mark.parametrize("links", [True, False])
def test_a_note_says_while_files_are_moved_that_they_do_not_belong_together(tmp_path, monkeypatch, links):
    (tmp_path / "a.txt").write_bytes(b"old")
    real, seen = syncing.take_place, []

    def look(draft, path):
        seen.append((tmp_path / NOTE.name).read_text(encoding="utf-8"))
        real(draft, path)

    def no_links(*_paths, **_more):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(file_sets, "take_place", look)
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    write_set(tmp_path, pieces(a=b"1", b=b"2"), NOTE)
    assert seen == [NOTE.text, NOTE.text]
    assert content(tmp_path) == {"a.txt": b"1", "b.txt": b"2"}


def test_a_file_of_the_users_with_the_name_of_the_note_is_let_be(tmp_path):
    (tmp_path / NOTE.name).write_bytes(b"mine")
    write_set(tmp_path, pieces(a=b"1"), NOTE)
    assert content(tmp_path) == {NOTE.name: b"mine", "a.txt": b"1"}


def test_an_earlier_note_goes_with_the_next_set(tmp_path):
    (tmp_path / NOTE.name).write_text(NOTE.text, encoding="utf-8")
    write_set(tmp_path, pieces(a=b"1"), NOTE)
    assert content(tmp_path) == {"a.txt": b"1"}


@pytest.mark.parametrize(
    "names",
    [
        ("a", "A"),
        ("\u00e9", "e\u0301"),
        ("stra\u00dfe", "STRASSE"),
        ("../a",),
        ("/a",),
        ("b/../../a",),
        ("",),
        ("a\\b",),
    ],
)
def test_names_that_are_one_somewhere_or_lead_away_are_bugs(tmp_path, names):
    with pytest.raises(ValueError, match=r"^[^:]*$"):
        write_set(tmp_path, [Piece(name, partial(write, b"")) for name in names], NOTE)
    assert list(tmp_path.iterdir()) == []


@unix
def test_what_cannot_be_replaced_is_named_before_anything_moves(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").mkdir()
    assert refusal(write_set, tmp_path, pieces(a=b"1", b=b"2"), NOTE).facts == {"path": tmp_path / "b.txt"}
    (tmp_path / "c.txt").symlink_to(tmp_path / "a.txt")
    assert refusal(write_set, tmp_path, pieces(a=b"1", c=b"2"), NOTE).code == "file.not_plain"
    name = "a" * 300
    assert refusal(write_set, tmp_path, [*pieces(a=b"1"), *pieces(**{name: b"2"})], NOTE).code == "file.name_too_long"
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def test_an_assessment_is_never_replaced(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"SQLite format 3\0 and more")
    found = refusal(write_set, tmp_path, pieces(a=b"1", b=b"2"), NOTE)
    assert (found.code, found.facts) == ("file.is_assessment", {"path": tmp_path / "b.txt"})
    assert content(tmp_path) == {"b.txt": b"SQLite format 3\0 and more"}


def decided(folder, moves, *, note=NOTE.name):
    """What a program leaves that is killed after it decided."""
    place = folder / f"{PREFIX}0123456789abcdef"
    place.mkdir()
    plan = {"note": note, "told": NOTE.text, "moves": [{"draft": f"{n}.txt", "name": f"{name}.txt", "before": before}
                                    for n, (name, before) in enumerate(moves)]}  # fmt: skip
    (place / "plan").write_bytes(msgspec.json.encode(plan))
    for n, _move in enumerate(moves):
        (place / f"{n}.txt").write_bytes(b"new")
    return place


def test_what_was_decided_is_carried_out_by_the_next(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").write_bytes(b"new")
    (tmp_path / NOTE.name).write_text(NOTE.text, encoding="utf-8")
    place = decided(tmp_path, [("a", file_sets._digest(tmp_path / "a.txt")), ("b", "x"), ("c", None)])
    (place / "1.txt").unlink()
    tidy(tmp_path)
    assert content(tmp_path) == {"a.txt": b"new", "b.txt": b"new", "c.txt": b"new"}
    assert not place.exists()


@pytest.mark.parametrize("written", [b"", NOTE.text.encode()[:3]])
def test_a_note_that_was_only_begun_goes_too(tmp_path, written):
    (tmp_path / NOTE.name).write_bytes(written)
    decided(tmp_path, [("a", None)])
    tidy(tmp_path)
    assert content(tmp_path) == {"a.txt": b"new"}


def test_what_somebody_changed_since_is_left_as_it_is(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"filled in since")
    (tmp_path / "b.txt").write_bytes(b"made since")
    decided(tmp_path, [("a", "0" * 64), ("b", None), ("c", "0" * 64)])
    tidy(tmp_path)
    assert content(tmp_path) == {"a.txt": b"filled in since", "b.txt": b"made since", "c.txt": b"new"}


@pytest.mark.parametrize("name", ["../stolen", "/tmp/stolen"])
def test_a_plan_that_leads_away_is_none(tmp_path, name):
    folder = tmp_path / "folder"
    folder.mkdir()
    decided(folder, [(name, None)])
    tidy(folder)
    assert content(tmp_path) == {}


def planted(folder, draft, name, note=NOTE.name):
    """A plan that somebody sent along with a file."""
    place = decided(folder, [])
    plan = {"note": note, "moves": [{"draft": draft, "name": name, "before": None}]}
    (place / "plan").write_bytes(msgspec.json.encode(plan))
    return place


@pytest.mark.parametrize("draft", ["../../mine.txt", "{tmp_path}/mine.txt", "link.txt", "led/mine.txt"])
def test_a_plan_moves_nothing_but_drafts(tmp_path, draft):
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "mine.txt").write_bytes(b"mine")
    place = planted(folder, draft.format(tmp_path=tmp_path), "a.txt")
    (place / "link.txt").symlink_to(tmp_path / "mine.txt")
    (place / "led").symlink_to(tmp_path)
    tidy(folder)
    assert content(tmp_path) == {"mine.txt": b"mine"}


def test_a_plan_moves_nothing_out_of_the_folder_and_takes_no_note_but_its_own(tmp_path):
    folder, other = tmp_path / "folder", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (folder / "led").symlink_to(other)
    (folder / "mine.txt").write_bytes(b"mine")
    place = planted(folder, "0.txt", "led/a.txt", note="mine.txt")
    (place / "0.txt").write_bytes(b"new")
    tidy(folder)
    assert list(other.iterdir()) == []
    assert (folder / "mine.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("plan", [b"", b"{", b"[]", b'{"note": "a"}'])
def test_half_a_plan_is_none(tmp_path, plan):
    place = decided(tmp_path, [("a", None)])
    (place / "plan").write_bytes(plan)
    tidy(tmp_path)
    assert content(tmp_path) == {}


SLOW_SET = """
import sys
from pathlib import Path
from desktop.model.files.file_sets import Note, Piece, write_set

def write(path):
    path.write_bytes(b"theirs")
    print("writing", flush=True)
    sys.stdin.readline()

write_set(Path(sys.argv[1]), [Piece("a.txt", write), Piece("b.txt", lambda path: path.write_bytes(b"theirs"))],
          Note("n", "n"))
"""


@pytest.fixture
def another(tmp_path):
    """Another program that is writing a set into the folder, until it is told to go on."""
    command = [sys.executable, "-c", SLOW_SET, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "writing\n"
        yield program
        program.kill()


def test_two_sets_are_not_written_into_one_folder_at_the_same_time(tmp_path, another):
    assert refusal(write_set, tmp_path, pieces(a=b"ours", b=b"ours"), NOTE).code == "folder.in_use"
    assert content(tmp_path).get("a.txt") is None
    another.communicate("go on\n")
    assert another.returncode == 0
    assert content(tmp_path) == {"a.txt": b"theirs", "b.txt": b"theirs"}
    write_set(tmp_path, pieces(a=b"ours", b=b"ours"), NOTE)
    assert content(tmp_path) == {"a.txt": b"ours", "b.txt": b"ours"}


def test_a_set_whose_program_ended_keeps_nobody_out(tmp_path, another):
    another.kill()
    another.wait()
    write_set(tmp_path, pieces(a=b"ours", b=b"ours"), NOTE)
    assert content(tmp_path) == {"a.txt": b"ours", "b.txt": b"ours"}
