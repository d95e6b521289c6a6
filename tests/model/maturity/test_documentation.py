"""`docs/model-packs.md` says of every key what the code says."""

from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest
from msgspec import inspect

from desktop.model.maturity import pack as parts
from desktop.model.maturity import scheme_settings as settings
from desktop.model.maturity.reading import read_pack
from desktop.model.maturity.rulebook.values import GradeWord, PartId
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, EvidenceKind, Scheme
from desktop.model.maturity.worked_examples import PackExample

STRUCTS = (
    parts.Pack, parts.SourceNote, parts.Level, parts.Category, parts.Feature, parts.Scale, parts.Choice,
    parts.Area, parts.Goal, parts.Practice, parts.Question,
    parts.Stream, parts.StreamQuestion, parts.Cell, parts.Item, parts.Metric,
    parts.Track, parts.Statement, parts.Cap, parts.Guidance, parts.Caution, parts.Link, PackExample,
    parts.CheckItem,
    settings.SchemeSettings, settings.EvidenceSetting, settings.SurveySetting, settings.TeamSetting,
    settings.BlankSetting,
)  # fmt: skip
KINDS = {
    "text": parts.Text, "remark": parts.Remark, "slug": parts.Slug, "word": parts.Word, "code": parts.Code, "id": str,
    "mark": parts.Mark, "version": parts.Version, "language": parts.Language, "level number": parts.LevelNumber,
    "truth": bool, "grade": GradeWord, "part id": PartId, "kind of evidence": EvidenceKind,
}  # fmt: skip


def words(name: str) -> str:
    """A struct's name as people write it: SourceNote is a source note."""
    return re.sub(r"(?<!^)([A-Z])", r" \1", name).lower()


def fields_of(struct: type[msgspec.Struct]) -> tuple[inspect.Field, ...]:
    kind = inspect.type_info(struct)
    assert isinstance(kind, inspect.StructType)
    return kind.fields


def kind_of(kind: inspect.Type) -> str:
    """How the documentation names a kind of value."""
    said = next((name for name, known in KINDS.items() if inspect.type_info(known) == kind), "")
    if said:
        return said
    match kind:
        case inspect.DictType(key_type=key) if kind_of(key) == "grade":
            said = f"{kind_of(kind.value_type)} by grade"
        case inspect.UnionType():
            said = kind_of(next(one for one in kind.types if not isinstance(one, inspect.NoneType)))
        case inspect.VarTupleType():
            said = f"list of {kind_of(kind.item_type)}"
        case inspect.StructType():
            said = words(kind.cls.__name__)
        case inspect.EnumType():
            offered = NAMED_SCHEMES if kind.cls is Scheme else kind.cls
            said = " or ".join(f"`{word.value}`" for word in offered)
        case inspect.LiteralType():
            said = " or ".join(str(value) for value in kind.values)
        case inspect.IntType(ge=0, le=100):
            said = "percent"
        case inspect.IntType():
            said = f"{kind.ge} to {kind.le}"
    return said


def needed(struct: type[msgspec.Struct], field: inspect.Field) -> str:
    """Whether a key must be there; for the content of a scheme, in which packs."""
    schemes = [scheme.value for scheme, content in parts.CONTENT.each.items() if field.encode_name in content.needed]
    if struct is parts.Pack and schemes:
        return schemes[0]
    return "yes" if field.required else "no"


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_key_is_documented_with_its_kind_and_whether_it_is_needed(document, struct):
    section = document.split(f"\n### {words(struct.__name__).capitalize()}\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (\w+) \| .{9,} \|$", section, re.MULTILINE)
    expected = [(field.encode_name, kind_of(field.type), needed(struct, field)) for field in fields_of(struct)]
    assert [row for row in rows if not row[1].endswith(" by id")] == [
        row for row in expected if row[0] not in {name for name, said, _needed in rows if said.endswith(" by id")}
    ]


def test_no_part_of_a_pack_is_left_out():
    found, waiting = set(), [inspect.type_info(parts.Pack)]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, inspect.StructType):
            found.add(kind.cls)
            waiting += [field.type for field in kind.fields]
        elif isinstance(kind, inspect.VarTupleType):
            waiting.append(kind.item_type)
        elif isinstance(kind, inspect.UnionType):
            waiting += kind.types
    assert found == set(STRUCTS)


@pytest.mark.parametrize("kind", ["Text", "Remark", "Slug", "Word", "Code", "Mark", "Version"])
def test_every_kind_of_text_is_documented_with_its_limit(document, kind):
    meta = get_args(getattr(parts, kind))[1]
    row = re.search(rf"^\| {kind.lower()} \| (.+) \| (.*) \|$", document, re.MULTILINE)
    assert row
    assert row[2] == f"{meta.max_length} characters"
    shown = re.search(r"`\"?([^`\"]+)\"?`$", row[1])
    if meta.pattern:
        assert shown
        assert re.search(meta.pattern, shown[1])


def test_level_numbers_and_percents_are_documented_with_their_range(document):
    level = get_args(parts.LevelNumber)[1]
    assert f"| level number | a whole number | {level.ge} to {level.le} |" in document
    assert "| percent | a whole number | 0 to 100 |" in document


def test_the_example_is_a_pack_without_faults(example, tmp_path):
    path = tmp_path / "tea-kitchen.yaml"
    path.write_text(example, encoding="utf-8")
    pack = read_pack(path)
    assert pack.id == "tea-kitchen"
    assert [question.id for question in pack.informants["TEA-AC-2"]] == ["TEA-Q2"]


@pytest.mark.parametrize("scheme", NAMED_SCHEMES)
def test_there_is_an_example_of_each_scheme_without_faults(examples, read_text, scheme):
    assert read_text(examples[scheme.value]).scheme is scheme


def test_the_examples_show_every_key_but_the_rarest(examples):
    keys = {field.encode_name for struct in STRUCTS for field in fields_of(struct)}
    shown = "\n".join(examples.values())
    assert {key for key in keys if not re.search(rf"\b{key}:", shown)} == {"may_not_apply"}
