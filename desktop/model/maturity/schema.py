"""The JSON Schema of model packs, for editors. `python -m desktop.model.maturity.schema` writes it to the resources."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from desktop import resources
from desktop.model.maturity import pack, scheme_settings, vocabulary, worked_examples

NAME = "model-pack.schema.json"

_MODULES = (pack, vocabulary, scheme_settings, worked_examples)
"""Where the parts of a pack are declared."""


def pack_schema() -> dict[str, Any]:
    """The schema, with what the docstrings of the parts say as descriptions."""
    schema = msgspec.json.schema(pack.Pack)
    for name, definition in schema["$defs"].items():
        part = next(found for module in _MODULES if (found := getattr(module, name, None)) is not None)
        docstring = inspect.getdoc(part) or ""
        definition["description"] = docstring.partition("\n\n")[0]
        for field, description in _attributes(docstring):
            definition["properties"][_key(part, field)]["description"] = description
    schema["$defs"]["Scheme"]["enum"] = sorted(vocabulary.NAMED_SCHEMES)
    schema["$defs"]["Pack"]["allOf"] = [_content(scheme) for scheme in vocabulary.NAMED_SCHEMES]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Model pack", **schema}


def schema_text() -> str:
    """The schema as it stands in the resources."""
    return msgspec.json.format(msgspec.json.encode(pack_schema()), indent=2).decode() + "\n"


def write(folder: Path) -> Path:
    """Write the schema into a folder and say where it is."""
    path = folder / NAME
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    return path


def _key(part: type[msgspec.Struct], field: str) -> str:
    """The key under which a field stands in a file."""
    return next(one.encode_name for one in msgspec.structs.fields(part) if one.name == field)


def _content(scheme: vocabulary.Scheme) -> dict[str, Any]:
    """What a pack of a scheme must and must not hold."""
    return {
        "if": {"properties": {"scheme": {"const": scheme.value}}},
        "then": {
            "required": list(pack.CONTENT.at(scheme).needed),
            "properties": dict.fromkeys(pack.foreign_keys(scheme), False),
        },
    }


def _attributes(docstring: str) -> Iterator[tuple[str, str]]:
    """The attributes that a docstring explains: name and explanation."""
    section = docstring.partition("\nAttributes:\n")[2]
    for found in re.finditer(r"^    (\w+): (.+(?:\n {8}.+)*)", section, re.MULTILINE):
        yield found[1], re.sub(r"\s+", " ", found[2])


if __name__ == "__main__":
    write(resources.root() / "models")
