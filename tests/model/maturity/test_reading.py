"""Reading a pack's file, and the JSON that is frozen in an assessment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from desktop.model import bounds
from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.pack import Pack, SourceNote
from desktop.model.maturity.reading import digest, pack_to_json, read_pack, thaw
from desktop.model.maturity.scheme_settings import SchemeSettings
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, Scheme
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


@pytest.fixture
def pack(example, tmp_path):
    path = tmp_path / "tea-kitchen.yaml"
    path.write_text(example, encoding="utf-8")
    return read_pack(path)


def test_a_pack_comes_back_whole_from_its_json(pack):
    assert frozen_pack(pack_to_json(pack)) == replace(pack, examples=())
    assert thaw(pack_to_json(pack)) == replace(pack, examples=())


@pytest.mark.parametrize("scheme", NAMED_SCHEMES)
def test_packs_of_every_scheme_come_back_whole_from_their_json(examples, read_text, scheme):
    pack = read_text(examples[scheme.value])
    data, without = pack_to_json(pack), replace(pack, examples=())
    assert frozen_pack(data) == without
    assert thaw(data) == without
    assert pack_to_json(thaw(data)) == data


def test_examples_do_not_make_another_pack(pack):
    assert pack.examples
    assert digest(pack) == digest(replace(pack, examples=()))
    assert digest(pack) != digest(replace(pack, settings=SchemeSettings()))


def test_json_of_another_scheme_s_content_is_refused(examples, read_text):
    plain = msgspec.json.decode(pack_to_json(read_text(examples["criteria"])))
    plain["scheme"] = "streams"
    with pytest.raises(PackFaultsError) as caught:
        frozen_pack(msgspec.json.encode(plain))
    assert {(fault.code, fault.facts["key"]) for fault in caught.value.faults} == {
        (FaultCode.KEY_FOREIGN, "tracks"),
        (FaultCode.KEY_FOREIGN, "caps"),
        (FaultCode.KEY_MISSING, "streams"),
    }


def test_the_digest_depends_on_the_content_alone(pack, example, tmp_path):
    other = tmp_path / "other.yaml"
    moved = example.replace("language: en\nscheme: staged", "scheme: staged # the order of keys\nlanguage: en")
    assert moved != example
    other.write_text(moved, encoding="utf-8")
    assert digest(read_pack(other)) == digest(pack)
    other.write_text(example.replace("Tea depends", "Coffee depends"), encoding="utf-8")
    assert digest(read_pack(other)) != digest(pack)


def test_the_json_is_written_in_one_way_only():
    pack = Pack(
        version="1.0", id="m", format=1, name="M", based_on="B", summary="S", language="en", scheme=Scheme.STAGED,
        sources=(SourceNote(note="N", certain=True), SourceNote(note="Ü", certain=False)),
        levels=(), categories=(), features=(), scales=(), areas=(),
    )  # fmt: skip
    assert (
        pack_to_json(pack)
        == (
            '{"based_on":"B","format":1,"id":"m","language":"en","levels":[],"name":"M","scheme":"staged",'
            '"sources":[{"note":"N"},{"certain":false,"note":"Ü"}],"summary":"S","version":"1.0"}'
        ).encode()
    )


def test_json_is_checked_as_strictly_as_yaml(pack):
    plain = msgspec.json.decode(pack_to_json(pack))
    plain["areas"][0]["goals"][1]["naem"] = plain["areas"][0]["goals"][1].pop("name")
    plain["id"] = "tea-kitchen\n"
    with pytest.raises(PackFaultsError) as caught:
        frozen_pack(msgspec.json.encode(plain))
    assert {(fault.code, fault.where, fault.line) for fault in caught.value.faults} == {
        (FaultCode.KEY_UNKNOWN, "areas[0].goals[1]", 0),
        (FaultCode.TEXT_EDGES, "id", 0),
    }


def test_json_that_contradicts_itself_is_refused(pack):
    plain = msgspec.json.decode(pack_to_json(pack))
    plain["areas"][0]["questions"][0]["informs"] = ["TEA-G9"]
    with pytest.raises(PackFaultsError) as caught:
        frozen_pack(msgspec.json.encode(plain))
    assert [(fault.code, fault.where) for fault in caught.value.faults] == [
        (FaultCode.REFERENCE_DANGLING, "areas[0].questions[0].informs[0]")
    ]


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
@pytest.mark.parametrize("read", [frozen_pack, thaw])
def test_what_is_no_json_is_refused(read, data):
    with pytest.raises(PackFaultsError) as caught:
        read(data)
    assert [fault.code for fault in caught.value.faults] == [FaultCode.JSON_MALFORMED]


def test_pyyaml_is_loaded_only_when_a_pack_file_is_read():
    code = "import sys, desktop.model.maturity.reading; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
