from __future__ import annotations

import msgspec

from desktop import resources
from desktop.model.maturity import schema

COMMITTED = resources.root() / "models" / schema.NAME


def test_the_committed_schema_is_what_the_code_makes():
    remedy = "run: python -m desktop.model.maturity.schema"
    assert COMMITTED.read_text(encoding="utf-8") == schema.schema_text(), remedy


def test_writing_gives_the_same_file(tmp_path):
    assert schema.write(tmp_path).read_bytes() == COMMITTED.read_bytes().replace(b"\r\n", b"\n")


def test_every_explained_attribute_becomes_a_description():
    parts = schema.pack_schema()["$defs"]
    assert parts["Practice"]["properties"]["detail"]["description"] == "what to look for."
    assert parts["Question"]["properties"]["informs"]["description"].endswith("implementing feature that serve it.")
    assert parts["Scale"]["description"].startswith("An answer scale.")
    assert not any("Attributes:" in part["description"] for part in parts.values())


def test_shipped_packs_point_editors_at_the_schema():
    for path in resources.model_packs():
        assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={schema.NAME}\n")
        assert (path.parent / schema.NAME).is_file()


def test_the_schema_knows_all_parts():
    assert msgspec.json.decode(COMMITTED.read_bytes())["$ref"] == "#/$defs/Pack"
