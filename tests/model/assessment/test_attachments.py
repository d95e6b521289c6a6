import hashlib
import os
import random
import signal
import time
import tracemalloc

import pytest

from desktop.model.assessment import Assessment, attachments
from desktop.model.bounds import ATTACHED_SLICE
from desktop.model.errors import RefusalError
from desktop.model.files.attached_files import measure
from desktop.model.records import Evidence
from desktop.model.scoring.vocabulary import EvidenceKind
from tests.thoroughness import THOROUGH

DOCUMENT = EvidenceKind.DOCUMENT


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"day;what\n1;kick-off\n")
    return path


def content(assessment, piece):
    return b"".join(assessment.attachments.content(assessment.evidence.get(piece).content))


def test_a_file_is_attached_and_taken_off(assessment, plan):
    piece = assessment.evidence.add(DOCUMENT, "Plan")
    changed = assessment.attachments.take(piece, plan)
    assert changed.step is not None
    assert changed.step.facts == {"session": "Plan", "file": "plan.csv"}
    found = assessment.evidence.get(piece)
    assert (found.file_name, found.file_size) == ("plan.csv", 20)
    assert content(assessment, piece) == plan.read_bytes()
    assessment.attachments.detach(piece)
    found = assessment.evidence.get(piece)
    assert (found.content, found.file_name, found.file_size) == ("", "", None)
    assessment.history.undo()
    assert content(assessment, piece) == plan.read_bytes()
    assert assessment.check() == ()


def test_the_same_content_is_wanted_once(assessment, plan):
    pieces = [assessment.evidence.add(DOCUMENT, f"Plan {number}") for number in range(2)]
    assert assessment.attachments.begin(measure(plan))
    assessment.attachments.take(pieces[0], plan)
    twin = plan.rename(plan.with_name("copy of plan.csv"))
    assert not assessment.attachments.begin(measure(twin))
    assessment.attachments.take(pieces[1], twin)
    assert [assessment.evidence.get(piece).file_name for piece in pieces] == ["plan.csv", "copy of plan.csv"]
    assert len(assessment.attachments.digests()) == 1
    assert all(assessment.attachments.has(assessment.evidence.get(piece)) for piece in pieces)


def test_there_is_no_room_for_ever_more(assessment, plan, monkeypatch, refused):
    monkeypatch.setattr(attachments, "ATTACHED_TOTAL", 30)
    piece = assessment.evidence.add(DOCUMENT, "Plan")
    assessment.attachments.take(piece, plan)
    plan.write_bytes(b"another plan")
    assert refused(assessment.attachments.take, piece, plan) == "attachment.total"
    assert refused(assessment.attachments.take, "gone", plan) == "attachment.total"
    assert assessment.evidence.get(piece).file_size == 20


def test_nothing_is_attached_to_what_is_gone(assessment, plan, refused):
    assert not assessment.attachments.has(Evidence(id="gone"))
    assert refused(assessment.attachments.take, "gone", plan) == "evidence.unknown"
    assert assessment.attachments.digests() == frozenset()


def test_a_file_that_changes_meanwhile_is_not_attached(assessment, plan, monkeypatch, refused):
    piece = assessment.evidence.add(DOCUMENT, "Plan")
    begin = assessment.attachments.begin

    def begin_and_change(measured):
        plan.write_bytes(b"day;what\n1;finished\n")
        return begin(measured)

    monkeypatch.setattr(assessment.attachments, "begin", begin_and_change)
    assert refused(assessment.attachments.take, piece, plan) == "attachment.changed"
    assert assessment.evidence.get(piece).content == ""
    assert assessment.attachments.forget_unsealed(1)


def test_a_large_file_takes_little_memory(assessment, tmp_path):
    large = tmp_path / "large.bin"
    with large.open("wb") as stream:
        stream.truncate(20_000_000)
    piece = assessment.evidence.add(DOCUMENT, "Film")
    tracemalloc.start()
    try:
        assessment.attachments.take(piece, large)
        read = sum(map(len, assessment.attachments.content(assessment.evidence.get(piece).content)))
        (_now, peak) = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert read == 20_000_000
    assert peak < 8_000_000


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks whom it kills")
def test_a_kill_while_attaching_leaves_all_or_nothing(assessment, tmp_path):
    piece = assessment.evidence.add(DOCUMENT, "Plan")
    path, files, chance = assessment.path, [], random.Random(20260303)
    assessment.close()
    for number in range(3):
        file = tmp_path / f"plan {number}.bin"
        file.write_bytes(bytes([number]) * (ATTACHED_SLICE * 3 + number))
        files.append(file)
    whole = {hashlib.sha256(file.read_bytes()).hexdigest(): file.name for file in files}
    seen = set()
    for _round in range(100 if THOROUGH else 12):
        _attach_until_killed(path, piece, files, chance.randrange(2), chance.uniform(0.0, 0.05))
        with Assessment.open(path, author="Judge") as found:
            item = found.evidence.get(piece)
            assert whole.get(item.content, "") == item.file_name
            assert found.check() == ()
            assert not found.attachments.forget_unsealed(1)
            assert found.attachments.digests() <= whole.keys()
            if item.content:
                assert hashlib.sha256(content(found, piece)).hexdigest() == item.content
            seen.add(item.file_name)
    assert len(seen) > 1, "no kill came after the first file, or none before it"


def _attach_until_killed(path, piece, files, taken, moment):
    """Kill an editor so many seconds after it has opened the file and taken so many files."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        editor = Assessment.open(path, author="Editor")
        os.write(writer, b"!")
        while True:
            for file in files:
                editor.attachments.take(piece, file)
                os.write(writer, b"!")
                time.sleep(0.02)
                editor.attachments.detach(piece)
    for _told in range(1 + taken):
        os.read(reader, 1)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reader)
    os.close(writer)


def test_what_is_only_read_takes_nothing(assessment, plan):
    piece = assessment.evidence.add(DOCUMENT, "Plan")
    with Assessment.open(assessment.path, author="Bea") as reader, pytest.raises(RefusalError) as caught:
        reader.attachments.take(piece, plan)
    assert caught.value.code == "file.opened_readonly"


def test_a_sound_copy_takes_over_what_is_attached(assessment, plan, tmp_path):
    piece = assessment.evidence.add(DOCUMENT, "Plan")
    assessment.attachments.take(piece, plan)
    repaired = Assessment.repair(assessment.path, tmp_path / "copy.maturity", author="Bea")
    assert repaired.attachments == ()
    with Assessment.open(tmp_path / "copy.maturity", author="Bea") as copy:
        assert content(copy, piece) == plan.read_bytes()
        assert copy.check() == ()
