from __future__ import annotations

import datetime as dt
import gc
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.exchange.portable import document, from_json, to_json
from desktop.exchange.portable.parsing import parse
from desktop.exchange.portable.schema import NAME, portable_schema, schema_text
from desktop.exchange.portable.shape import ROWS, VERSION
from desktop.model import bounds
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.records import KINDS, ActionStatus, Priority
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from desktop.model.store import patience
from desktop.wording.exports import SENTENCES
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.thoroughness import tries

Tree = dict[str, Any]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with filled(tmp_path_factory.mktemp("a") / "a.maturity", [tiny_pack()], respondents=3) as assessment:
        assessment.history.undo()
        assessment.preparation.remove_participant(assessment.preparation.participants()[0].id)
        return to_json(assessment)


@pytest.fixture
def tree(data: bytes) -> Tree:
    found: Tree = json.loads(data)
    return found


def refusal(content: bytes | Path, folder: Path) -> RefusalError:
    """Why it is refused; nothing may be left of it."""
    target = folder / "new.maturity"
    with pytest.raises(RefusalError) as refused:
        from_json(content, target, "B")
    assert not target.exists()
    return refused.value


def test_there_and_back_loses_nothing(data: bytes, tmp_path: Path) -> None:
    with from_json(data, tmp_path / "b.maturity", "B") as restored:
        assert restored.check() == ()
        assert to_json(restored) == data
        assert restored.history.next_redo() is None
        assert len(restored.history.steps()) > 10


def test_whole_files_are_equal(tmp_path: Path) -> None:
    with (
        filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment,
        from_json(to_json(assessment), tmp_path / "b.maturity", "B") as restored,
    ):
        assert restored.whole() == assessment.whole()
        assert restored.results.all() == assessment.results.all()


@pytest.mark.parametrize("version", [1, 2])
def test_data_from_before_a_kind_of_record_was_known_are_read(version: int, tmp_path: Path) -> None:
    with Assessment.create(tmp_path / "a.maturity", [tiny_pack()], author="A") as assessment:
        assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
        assessment.models.set_scope("tiny", ["DLV"], in_scope=False)
        action = assessment.actions.add("Do it", model="tiny", aim="PLN-G1")
        for aim in ("PLN-G2", "PLN", "SUP-G1"):
            assessment.actions.change(action, aim=aim)
        assessment.history.undo()
        assessment.actions.add("Or not")
        assessment.history.undo()
        tree = json.loads(to_json(assessment))
    _as_version_1(tree)
    tree["version"] = version
    later = ("stream_rating", "tick", "statement_rating", "target", "measure", "reading")
    assert [tree["records"].pop(kind) for kind in later] == [[]] * len(later)
    with from_json(json.dumps(tree).encode(), tmp_path / "b.maturity", "B") as restored:
        assert restored.check() == ()
        assert [action.title for action in restored.actions.all()] == ["Do it"]
        assert restored.models.out_of_scope("tiny") == {"DLV"}
        assert [*restored.evidence.by_practice("tiny")] == ["PLN-AC-1"]
        assert restored.history.redo().step is not None
        assert [action.title for action in restored.actions.all()] == ["Do it", "Or not"]
        assert restored.actions.get(action).aim == "PLN"
        assert restored.measures.all() == []


def _as_version_1(tree: Tree) -> None:
    """Steps had a number, their place in the file, and were pointed at by that; some keys had other names.

    An action had a place, and a goal in it.
    """
    for row in tree["records"]["action"]:
        if "aim" in row:
            row["goal"] = row.pop("aim")
            row["area"] = row["goal"].partition("-")[0]
    tree["journal"]["change"] = [each for row in tree["journal"]["change"] for each in _of_two_cells(row)]
    for kind, new, old in (("evidence_link", "part", "practice"), ("area_rating", "place", "area")):
        for row in tree["records"][kind]:
            row[old] = row.pop(new)
    numbers = {(row["clock"], row["writer"]): place for place, row in enumerate(tree["journal"]["step"], start=10)}
    for row in tree["journal"]["step"]:
        row["number"] = numbers[row["clock"], row["writer"]]
        if "target_clock" in row:
            row["target"] = numbers[row.pop("target_clock"), row.pop("target_writer")]
    for row in tree["journal"]["change"]:
        row["step"] = numbers[row.pop("clock"), row.pop("writer")]
    tree["version"] = 1


def _of_two_cells(change: Tree) -> Iterator[Tree]:
    if change["cell"] != "aim":
        yield change
        return
    yield {**change, "cell": "goal"}
    places = {name: change[name].partition("-")[0] for name in ("before", "after") if change.get(name) is not None}
    if places.get("before") != places.get("after"):
        yield {**{name: change[name] for name in ("clock", "writer", "kind", "row")}, "cell": "area", **places}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda tree: tree["journal"]["change"][0].update(step=9999), "portable.unknown_step"),
        (lambda tree: tree["journal"]["change"][0].update(step="x"), "portable.fault"),
        (lambda tree: tree["journal"]["change"].append(1), "portable.fault"),
        (
            lambda tree: tree["journal"]["change"].append({"kind": "action", "cell": "goal", "row": []}),
            "portable.fault",
        ),
        (lambda tree: tree["journal"]["step"][0].update(number=[]), "portable.unknown_step"),
        (lambda tree: tree["records"].update(action=[1]), "portable.fault"),
        (lambda tree: tree["records"].update(area_rating=1), "portable.fault"),
        (lambda tree: tree.update(records=1), "portable.fault"),
        (lambda tree: tree["journal"].update(step=None), "portable.fault"),
        (lambda tree: tree.update(journal=[]), "portable.fault"),
    ],
)
def test_faulty_data_of_version_1_are_refused(
    change: Callable[[Tree], object], code: str, tree: Tree, tmp_path: Path
) -> None:
    _as_version_1(tree)
    change(tree)
    assert refusal(json.dumps(tree).encode(), tmp_path).code == code


def test_the_copy_can_be_carried_on_with(data: bytes, tmp_path: Path) -> None:
    with from_json(data, tmp_path / "b.maturity", "B") as restored:
        restored.preparation.set_details(organisation="Elsewhere")
        restored.history.undo()
        assert restored.preparation.details().organisation == "Northern region service centre"
        assert restored.check() == ()


def test_data_is_read_from_a_file(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "data.json").write_bytes(b"\xef\xbb\xbf" + data)
    with from_json(tmp_path / "data.json", tmp_path / "b.maturity", "B") as restored:
        assert to_json(restored) == data


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
_EDITS: dict[str, Callable[[Assessment, st.DataObject], object]] = {
    "details": lambda a, d: a.preparation.set_details(organisation=d.draw(_TEXT), notes=d.draw(_TEXT)),
    "dates": lambda a, d: a.preparation.set_details(starts=d.draw(st.dates()), ends=dt.date.max),
    "person": lambda a, d: a.preparation.add_participant(name=d.draw(_TEXT), role=d.draw(_TEXT)),
    "leave": lambda a, _d: [a.preparation.remove_participant(p.id) for p in a.preparation.participants()[:1]],
    "member": lambda a, d: a.preparation.add_member(d.draw(_TEXT)),
    "judge": lambda a, d: a.ratings.characterise(
        "tiny", "PLN-AC-1", d.draw(st.sampled_from([*Characterisation, None]))
    ),
    "reason": lambda a, d: a.ratings.set_reason("tiny", "PLN-AC-1", d.draw(_TEXT)),
    "action": lambda a, d: a.actions.add(
        "Do " + d.draw(_TEXT),
        description=d.draw(_TEXT),
        due=d.draw(st.none() | st.dates()),
        status=d.draw(st.sampled_from(ActionStatus)),
        priority=d.draw(st.sampled_from(Priority)),
    ),
    "answer": lambda a, d: [
        a.questionnaires.answer("tiny", p.id, "PLN-Q1", d.draw(st.sampled_from(["always", "dont_know", None])))
        for p in a.preparation.participants()[:1]
    ],
    "level": lambda a, d: a.streams.rate_stream(
        "tiny-streams", "DSK", d.draw(st.none() | st.integers(1, 5)), d.draw(_TEXT)
    ),
    "tick": lambda a, d: a.streams.tick("tiny-streams", ["DSK-1-P1", "REQ-2-P2"], done=d.draw(st.booleans())),
    "statement": lambda a, d: a.statements.rate(
        "tiny-criteria", ["WRK-1-1", "TOL-3-1"], d.draw(st.sampled_from([*Fulfilment, None]))
    ),
    "note": lambda a, d: a.statements.note("tiny-criteria", "TOL-3-1", d.draw(_TEXT)),
    "target": lambda a, d: a.targets.set("tiny-streams", d.draw(st.sampled_from(["", "DSK"])), reason=d.draw(_TEXT)),
    "proposal": lambda a, d: a.actions.add_proposed(
        [
            Proposal(
                title="Do",
                model="tiny-streams",
                aim="DSK-2",
                measures=(NewMeasure(name="Time", baseline="1,5", how=d.draw(_TEXT)),),
            )
        ]
    ),
    "read": lambda a, d: [
        a.measures.add_reading(found.measure.id, d.draw(st.dates()), "−7,25", note=d.draw(_TEXT))
        for found in a.measures.all()[:1]
    ],
    "without model": lambda a, _d: a.models.remove("tiny-streams"),
    "undo": lambda a, _d: a.history.undo(),
    "redo": lambda a, _d: a.history.redo(),
}


@tries(6)
@given(st.data(), st.lists(st.sampled_from(sorted(_EDITS)), max_size=12))
def test_any_edits_survive_the_way_there_and_back(draw: st.DataObject, edits: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        packs = [tiny_pack(), tiny_streams(), tiny_criteria()]
        with Assessment.create(Path(folder) / "a.maturity", packs, author="Añna") as assessment:
            for edit in edits:
                with suppress(RefusalError):
                    _EDITS[edit](assessment, draw)
            whole, data = assessment.whole(), to_json(assessment)
        with from_json(data, Path(folder) / "b.maturity", "B") as restored:
            assert restored.whole() == whole
            assert to_json(restored) == data
            assert restored.check() == ()


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"", 1, 1),
        (b'{\n  "format": \n}', 3, 1),
        (b'{\n"a": "\xff"}', 2, 7),
        (b"[" * 100_000, 1, 1),
        (b'{"a": NaN}', 1, 1),
        (b'{"a": ' + b"9" * 5000 + b"}", 1, 1),
        (b"{}{}", 1, 3),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(content: bytes, line: int, column: int, tmp_path: Path) -> None:
    error = refusal(content, tmp_path)
    assert error.code == "portable.not_json"
    assert (error.facts["line"], error.facts["column"]) == (line, column)


@pytest.mark.parametrize("content", [b"[]", b"1", b'"text"', b"{}", b'{"format": "other"}', b'{"format": 1}'])
def test_other_json_is_refused(content: bytes, tmp_path: Path) -> None:
    assert refusal(content, tmp_path).code == "portable.other_format"


def test_a_key_twice_is_refused(data: bytes, tmp_path: Path) -> None:
    twice = data.replace(b'"version": 2,', b'"version": 2,\n"version": 2,', 1)
    error = refusal(twice, tmp_path)
    assert (error.code, error.facts["key"]) == ("portable.key_twice", "version")


def test_half_characters_are_refused(data: bytes, tmp_path: Path) -> None:
    broken = data.replace(b"Northern region", b"\\ud800 region", 1)
    assert refusal(broken, tmp_path).code == "portable.character"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "missing.json", tmp_path).code == "file.unreadable"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
@pytest.mark.parametrize("name", ["/dev/zero", "/dev/stdin", "pipe", "."])
def test_devices_pipes_and_folders_are_not_opened(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / name, tmp_path).code == "file.not_plain"


def test_data_that_are_too_much_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = b"[" + b"{}," * (bounds.DATA_VALUES + 1) + b"{}]"
    start = time.process_time()
    for most in (many, b"[" + b"[[]]," * (bounds.DATA_VALUES // 2) + b"[]]", b'{"a":' * (bounds.DATA_VALUES + 1)):
        assert refusal(most, tmp_path).code == "portable.large"
    assert time.process_time() - start < 2
    keys = ",".join(f'"{number}":0' for number in range(bounds.DATA_KEYS + 1))
    assert refusal(f"{{{keys}}}".encode(), tmp_path).code == "portable.large"
    (tmp_path / "data.json").write_bytes(b"1" * 1_001)
    monkeypatch.setattr(bounds, "DATA_BYTES", 1_000)
    assert refusal(tmp_path / "data.json", tmp_path).code == "file.too_large"


def test_rows_that_are_too_many_are_refused_before_they_are_written(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = sum(map(len, (tree["packs"], *tree["records"].values(), *tree["journal"].values())))
    monkeypatch.setattr(bounds, "DATA_ROWS", rows)
    from_json(json.dumps(tree).encode(), tmp_path / "made.maturity", "Ada").close()
    monkeypatch.setattr(bounds, "DATA_ROWS", rows - 1)
    refused = refusal(json.dumps(tree).encode(), tmp_path / "other.maturity")
    assert (refused.code, refused.facts["most"]) == ("portable.large", rows - 1)


def test_data_that_are_too_much_work_are_refused_and_nothing_is_made(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that changes nothing a thousand times, undone and done again a hundred times."""
    newest = max(tree["journal"]["step"], key=lambda step: step["clock"])
    edit, last = tree["journal"]["step"][0], newest["clock"] + 1
    assert edit["kind"] == "edit"
    added = [{**edit, "writer": newest["writer"], "clock": last}]
    for number, kind in enumerate(["undo", "redo"] * 50, start=1):
        walk = {"kind": kind, "clock": last + number, "target_clock": last, "target_writer": newest["writer"]}
        added.append({**added[0], **walk})
    tree["journal"]["step"] += added
    held = tree["journal"]["change"][-1]
    nothing = {**held, "writer": newest["writer"], "clock": last, "before": held["after"]}
    tree["journal"]["change"] += [nothing] * 1_000
    (tmp_path / "data.json").write_text(json.dumps(tree), encoding="utf-8")
    monkeypatch.setattr(patience, "LEAST_EFFORT", 50_000)
    refused = refusal(tmp_path / "data.json", tmp_path)
    assert (refused.code, refused.facts) == ("portable.too_long", {"file": str(tmp_path / "data.json")})
    assert [path.name for path in tmp_path.iterdir()] == ["data.json"]
    monkeypatch.undo()
    from_json(tmp_path / "data.json", tmp_path / "made.maturity", "Ada").close()


def test_collecting_garbage_goes_on_afterwards(data: bytes, tmp_path: Path) -> None:
    for content in (data, b"{}"):
        with suppress(RefusalError):
            from_json(content, tmp_path / "made.maturity", "Ada").close()
        assert gc.isenabled()


def test_a_text_without_end_is_refused(tree: Tree, tmp_path: Path) -> None:
    longest = "a" * bounds.DATA_TEXT_LENGTH
    assert parse(json.dumps([longest, {longest: longest}]).encode(), "a")
    for tree["records"] in ({longest + "a": 1}, {"a": [{"b": longest + "a"}]}, {"a": {"b": longest + '"'}}):
        assert refusal(json.dumps(tree).encode(), tmp_path).code == "portable.long_text"


ENCODINGS = ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_any_encoding_of_unicode_is_read(data: bytes, encoding: str, line_end: str, tmp_path: Path) -> None:
    text = data.decode().replace("Northern region", "N\u00f6rdliche Region \u2013 \u6e2c\u8a66").replace("\n", line_end)
    with from_json(text.encode(encoding), tmp_path / "b.maturity", "B") as restored:
        assert restored.preparation.details().organisation.startswith("N\u00f6rdliche Region \u2013 \u6e2c")


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1252", "cp866"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_letters_spoilt_by_powershell_are_noticed(data: bytes, page: str, encoding: str, tmp_path: Path) -> None:
    text = (
        data.decode().replace("Northern region", "Z\u00fcge \u00abNorth\u00bb \u00fc\u00f6\u00e9").replace("\n", "\r\n")
    )
    spoilt = text.encode().decode(page, errors="replace").encode(encoding)
    error = refusal(spoilt, tmp_path)
    assert error.code == "portable.spoilt"
    assert "PowerShell" in SENTENCES[error.code]


@pytest.mark.parametrize("page", ["cp932", "cp936", "cp949", "cp950"])
@pytest.mark.parametrize("name", ["M\u00fcller Gr\u00f6\u00dfe", "\u5317\u90e8\u5730\u57df\u60c5\u5831"])
def test_letters_spoilt_in_east_asia_are_noticed(data: bytes, page: str, name: str, tmp_path: Path) -> None:
    text = data.decode().replace("Northern region", name)
    spoilt = text.encode().decode(page, errors="replace").encode("utf-16")
    assert refusal(spoilt, tmp_path).code == "portable.spoilt"


@pytest.mark.parametrize("name", ["\u7709\u5c71", "\u811b", "\u5317\u90e8\u5730\u57df\u60c5\u5831", "\uff83\uff8b"])
def test_east_asian_letters_in_utf_16_are_read(data: bytes, name: str, tmp_path: Path) -> None:
    text = data.decode().replace("Northern region", name)
    with from_json(text.encode("utf-16"), tmp_path / "b.maturity", "B") as restored:
        assert restored.preparation.details().organisation.startswith(name)


def test_text_that_looks_spoilt_in_data_of_our_own_is_kept(data: bytes, tmp_path: Path) -> None:
    text = data.decode().replace("Northern region", "Z\u00c3\u00a9ge")
    with from_json(text.encode(), tmp_path / "b.maturity", "B") as restored:
        assert restored.preparation.details().organisation.startswith("Z\u00c3\u00a9ge")


def test_a_target_that_is_there_is_left_as_it_is(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.maturity").write_bytes(b"precious")
    with pytest.raises(RefusalError) as refused:
        from_json(data, tmp_path / "b.maturity", "B")
    assert refused.value.code == "file.exists"
    assert (tmp_path / "b.maturity").read_bytes() == b"precious"


def _set(*path: str | int, to: object) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        place: Any = tree
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


def _again(*path: str) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        rows: Any = tree
        for step in path:
            rows = rows[step]
        rows.append(rows[0])

    return change


def _without(*path: str) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        place: Any = tree
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


FAULTS: list[tuple[Callable[[Tree], None], str, str]] = [
    (_set("version", to=VERSION + 1), "portable.newer", ""),
    (_set("version", to=0), "portable.fault", "$.version"),
    (_set("version", to="1"), "portable.fault", "$.version"),
    (_set("more", to=1), "portable.fault", "$"),
    (_without("journal"), "portable.fault", "$"),
    (_set("records", "answer", 0, "choice", to=5), "portable.fault", "$.records.answer[0].choice"),
    (_set("records", "answer", 0, "mood", to="x"), "portable.fault", "$.records.answer[0]"),
    (_set("records", "action", 0, "status", to="lost"), "portable.fault", "$.records.action[0].status"),
    (_set("records", "action", 0, "due", to="31.3.2026"), "portable.fault", "$.records.action[0].due"),
    (_set("records", "action", 0, "number", to=2**70), "portable.fault", "$.records.action[0].number"),
    (_set("records", "action", 0, "number", to=1.5), "portable.fault", "$.records.action[0].number"),
    (_set("records", "participant", 0, "id", to="a/b"), "portable.fault", "$.records.participant[0].id"),
    (_set("records", "participant", 0, "id", to=""), "portable.fault", "$.records.participant[0].id"),
    (_set("records", "ghost", to=[]), "portable.fault", "$.records"),
    (_set("journal", "step", 0, "kind", to="merge"), "portable.fault", "$.journal.step[0].kind"),
    (_again("records", "participant"), "portable.id_twice", "$.records.participant"),
    (_again("records", "answer"), "portable.id_twice", "$.records.answer"),
    (_again("journal", "step"), "portable.id_twice", "$.journal.step"),
    (_again("journal", "writer"), "portable.id_twice", "$.journal.writer"),
    (_again("packs"), "portable.id_twice", "$.packs"),
    (_set("journal", "change", 0, "clock", to=9999), "portable.unknown_step", "$.journal.change[0].clock"),
    (_set("journal", "change", 0, "writer", to="nobody"), "portable.unknown_step", "$.journal.change[0].clock"),
    (_set("journal", "step", 0, "target_clock", to=9999), "portable.unknown_step", "$.journal.step[0].target_clock"),
    (_set("journal", "step", 0, "writer", to="nobody"), "portable.unknown_writer", "$.journal.step[0].writer"),
    (_set("packs", 0, "pack", "name", to="Another name"), "portable.digest", "$.packs[0]"),
    (_set("packs", 0, "digest", to="0" * 64), "portable.digest", "$.packs[0]"),
    (_set("records", "details", 0, "organisation", to="Other"), "data.inconsistent", ""),
    (_set("about", to={}), "data.inconsistent", ""),
    (_set("packs", to=[]), "data.inconsistent", ""),
    (_set("journal", "change", to=[]), "data.inconsistent", ""),
]


@pytest.mark.parametrize(("change", "code", "where"), FAULTS)
def test_faulty_data_is_refused_with_the_place(
    change: Callable[[Tree], None], code: str, where: str, tree: Tree, tmp_path: Path
) -> None:
    change(tree)
    error = refusal(json.dumps(tree).encode(), tmp_path)
    assert error.code == code
    assert error.facts.get("where", "") == where
    assert list(tmp_path.iterdir()) == []


def test_every_refusal_has_a_sentence_with_its_facts(data: bytes, tmp_path: Path) -> None:
    codes = {code for _change, code, _where in FAULTS if code.startswith("portable.")}
    for code in codes | {"portable.not_json", "portable.key_twice", "portable.character", "portable.other_format"}:
        assert SENTENCES[code]
    tree: Tree = json.loads(data)
    for change, code, _where in FAULTS:
        if code in SENTENCES:
            spoilt = json.loads(data)
            change(spoilt)
            error = refusal(json.dumps(spoilt).encode(), tmp_path)
            assert "{" not in SENTENCES[code].format(**error.facts)
    assert tree["version"] == VERSION


def test_the_shipped_schema_is_that_of_the_code() -> None:
    """If it is not: python -m desktop.exchange.portable.schema."""
    assert (resources.root() / NAME).read_text("utf-8") == schema_text()


def test_the_document_tells_of_every_kind_as_it_is_declared() -> None:
    """If it does not: python -m desktop.exchange.portable.schema."""
    text = (resources.root().parent / "docs" / document.NAME).read_text("utf-8")
    assert document.with_kinds(text) == text
    assert "| `identity` | Who a participant is" in text


def test_the_schema_knows_every_record_and_every_cell_that_is_written(tree: Tree) -> None:
    definitions = portable_schema()["$defs"]
    assert set(tree["records"]) == set(KINDS) == set(ROWS)
    for kind, rows in tree["records"].items():
        known = definitions[f"{KINDS[kind].__name__}Row"]["properties"]
        assert {name for row in rows for name in row} <= set(known)
    assert all(definition["description"] for definition in definitions.values())
    assert "#/$defs/Pack" not in json.dumps(definitions)


def test_the_document_tells_of_every_part(data: bytes) -> None:
    text = (resources.root().parent / "docs" / "portable-data.md").read_text("utf-8")
    for word in _words(json.loads(data)):
        assert f"`{word}`" in text, word


def _words(tree: Tree) -> Iterator[str]:
    yield from tree
    yield from tree["records"]
    yield from tree["journal"]
