"""Parcels as bytes: what comes back is what went in, and nothing else is taken for one."""

import hashlib
import random
from pathlib import Path

import msgspec
import pytest

from desktop.exchange.travelling import parcels
from desktop.exchange.travelling.parcel_files import is_sealed, read_head
from desktop.exchange.travelling.parcels import MARK, ParcelHead, head_of_parcel, read, written
from desktop.model.errors import RefusalError
from desktop.model.files.plain_files import looks_encrypted
from desktop.model.merging.bundle import Bundle, StepRow, WriterRow
from desktop.model.records import FORMAT

PATH = Path("x.maturity-parcel")
HEAD = ParcelHead(1, "a1", "c1", "Bea", "Ada", "2026-03-31T10:00:00+00:00", {"w": 3}, {"w": 4}, {"d": "t"})
BUNDLE = Bundle(
    FORMAT,
    "a1",
    reach={"w": 4},
    writers=[WriterRow("w", "Bea", "2026-03-31", "{}", None, None)],
    steps=[StepRow(4, "w", "edit", None, None, "x.set", "{}", "Bea", "2026-03-31")],
)
ATTACHED = {hashlib.sha256(b"minutes").hexdigest(): b"minutes"}
WHOLE = written(HEAD, BUNDLE, ATTACHED)


def refused(content):
    with pytest.raises(RefusalError) as told:
        read(content, PATH)
    return told.value.code


def test_what_comes_back():
    found = read(WHOLE, PATH)
    assert (found.head, found.attached) == (HEAD, ATTACHED)
    assert (found.bundle.steps, found.bundle.writers) == (BUNDLE.steps, BUNDLE.writers)
    assert head_of_parcel(WHOLE[: -len(WHOLE) // 4], len(WHOLE), PATH) == HEAD


def test_half_and_foreign_and_spoilt():
    assert {refused(WHOLE[:cut]) for cut in range(0, len(WHOLE), 7)} == {"parcel.half"}
    assert refused(b"PK\3\4 something else that is long enough") == "parcel.none"
    assert refused(WHOLE + b"x") == "parcel.spoilt"
    flipped = {refused(WHOLE[:at] + bytes([WHOLE[at] ^ 1]) + WHOLE[at + 1 :]) for at in range(80, len(WHOLE), 5)}
    assert flipped == {"parcel.spoilt"}
    with pytest.raises(RefusalError, match=r"parcel\.half"):
        head_of_parcel(WHOLE, len(WHOLE) - 1, PATH)


def test_newer_and_other_formats():
    newer = MARK + (2).to_bytes(4, "little") + WHOLE[len(MARK) + 4 :]
    assert refused(newer) == "parcel.newer"
    assert refused(written(HEAD, msgspec.structs.replace(BUNDLE, format=FORMAT + 1))) == "bundle.newer"


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(parcels, "PARCEL_UNPACKED", 100)
    assert refused(WHOLE) == "parcel.spoilt"


def test_one_of_whole_pages_is_not_taken_for_a_sealed_one(tmp_path):
    noise = random.Random(1).randbytes(20_000)
    size = 9_000 - len(_with(noise[:9_000])) % 4096
    content = next(found for more in range(-5, 6) if len(found := _with(noise[: size + more])) % 4096 == 0)
    path = tmp_path / PATH.name
    path.write_bytes(content)
    assert (looks_encrypted(path), is_sealed(path)) == (True, False)
    assert read_head(path, None) == HEAD


def _with(attached):
    return written(HEAD, BUNDLE, {hashlib.sha256(attached).hexdigest(): attached})


@pytest.mark.parametrize("most", ["PARCEL_HEAD", "PARCEL_BYTES"])
def test_what_says_that_it_is_too_large_is_refused_unread(monkeypatch, most):
    monkeypatch.setattr(parcels, most, 10)
    assert refused(WHOLE) == "parcel.spoilt"
    monkeypatch.setattr(parcels, "_unpacked", None)
    with pytest.raises(RefusalError, match=r"parcel\.spoilt"):
        head_of_parcel(WHOLE, len(WHOLE), PATH)


def test_an_attachment_that_is_another():
    wrong = {"0" * 64: b"minutes"}
    assert refused(written(HEAD, BUNDLE, wrong)) == "parcel.spoilt"
