"""Reading a pack's file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.model import bounds
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.reading import read_pack
from desktop.model.vetting.frozen_packs import frozen_pack


def test_other_encodings_are_refused_at_the_line_of_the_first_strange_byte(example, found_in, line_of):
    text = example.replace("Tea depends", "Thé depends").encode("latin-1")
    assert found_in(text) == [(FaultCode.FILE_NOT_UTF8, line_of(example, "Tea depends"))]
    assert found_in(example.encode("utf-16")) == [(FaultCode.FILE_NOT_UTF8, 1)]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(example, tmp_path):
    path = tmp_path / "pack.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + example.replace("\n", "\r\n").encode())
    assert read_pack(path).name == "Tea kitchen model"


def test_a_file_that_is_too_large_is_not_parsed(found_in):
    assert found_in("#" * (bounds.PACK_BYTES + 1)) == [(FaultCode.FILE_LARGE, 0)]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("missing.yaml", FaultCode.FILE_UNREADABLE),
        ("a" * 300, FaultCode.FILE_UNREADABLE),
        (".", FaultCode.FILE_NOT_PLAIN),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path, name, code):
    with pytest.raises(PackFaultsError) as caught:
        read_pack(tmp_path / name)
    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/stdin", "pipe"])
def test_devices_and_pipes_are_not_opened(tmp_path, name):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PackFaultsError) as caught:
        read_pack(tmp_path / name)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.FILE_NOT_PLAIN]


@pytest.mark.timeout(60)  # they took longer once, each compared with every id
def test_thousands_of_wrong_references_are_told_before_one_gives_up(example, found_in):
    found = found_in(
        example
        + "crosswalk:\n"
        + "".join(f"  - {{from: TEA-X{n}, model: a, to: [B{n}], why: x}}\n" for n in range(3_000))
    )
    assert len(found) == bounds.PACK_FAULTS
    assert {code for code, _line in found} == {FaultCode.REFERENCE_DANGLING}


def test_a_file_of_too_many_values_is_not_read_to_its_end(found_in):
    assert found_in("- a\n" * (bounds.PACK_NODES + 2))[-1][0] is FaultCode.YAML_LARGE
    many = b"[" + b"1," * (bounds.PACK_NODES + 1) + b"1]"
    with pytest.raises(PackFaultsError) as caught:
        frozen_pack(many)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.YAML_LARGE]


def test_faults_of_the_text_are_counted_up_to_a_bound(found_in):
    assert len(found_in("a: &x 1\n" * 5_000)) == bounds.PACK_FAULTS


def test_a_control_character_is_named_with_its_line(example, found_in, line_of):
    text = example.replace("To have tea", "To \x07have tea")
    assert found_in(text) == [(FaultCode.FILE_CHARACTER, line_of(text, "purpose: To"))]


def test_pyyaml_is_loaded_only_when_a_pack_file_is_read():
    code = "import sys, desktop.model.maturity.reading; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
