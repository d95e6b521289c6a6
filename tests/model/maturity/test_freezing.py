"""A pack as the JSON that is frozen in an assessment, and read again from there."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace

from desktop.model.maturity.faults import FaultCode, PackFaultsError
from desktop.model.maturity.freezing import digest, pack_to_json, thaw
from desktop.model.maturity.pack import Pack, SourceNote
from desktop.model.maturity.reading import read_pack
from desktop.model.maturity.scheme_settings import SchemeSettings
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, Scheme
from desktop.model.vetting.frozen_packs import frozen_pack


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
