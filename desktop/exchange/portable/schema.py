"""The JSON Schema of portable data.

`python -m desktop.exchange.portable.schema` writes it to the resources, and the table of kinds to the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from desktop import resources
from desktop.exchange.portable import document, shape

NAME = "portable.schema.json"
_PACK_SCHEMA = "models/model-pack.schema.json"
"""Where the schema of packs stands, seen from this one."""


_OWN_RULES: dict[str, Any] = {
    "type": "object",
    "required": ["format", "id", "version", "name", "scales", "kinds", "parts"],
    "not": {"required": ["scheme"]},
}
"""What a pack with rules of its own says; `docs/scoring-vocabulary.md` has all of it."""


def portable_schema() -> dict[str, Any]:
    """The schema, with what the docstrings say as descriptions. Packs are left to their own schema."""
    schema = msgspec.json.schema(shape.Portable)
    definitions = schema["$defs"]
    definitions["FrozenPack"]["properties"]["pack"] = {"anyOf": [{"$ref": _PACK_SCHEMA}, _OWN_RULES]}
    needed = _needed(definitions, "Portable")
    schema["$defs"] = {name: _described(definitions[name]) for name in definitions if name in needed}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Portable assessment", **schema}


def schema_text() -> str:
    """The schema as it stands in the resources."""
    return msgspec.json.format(msgspec.json.encode(portable_schema()), indent=2).decode() + "\n"


def write(folder: Path) -> Path:
    """Write the schema into a folder and say where it is."""
    path = folder / NAME
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    return path


def _needed(definitions: dict[str, Any], name: str) -> set[str]:
    """The names of a definition and of all it refers to."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += re.findall(r'"#/\$defs/(\w+)"', msgspec.json.encode(definitions[name]).decode())
    return found


def _described(definition: dict[str, Any]) -> dict[str, Any]:
    docstring = re.sub(r"^ {4}", "", definition.get("description", ""), flags=re.MULTILINE)
    described = {**definition, "description": docstring.partition("\n\n")[0].replace("\n", " ")}
    for name, words in _attributes(docstring):
        described["properties"][name] = {**described["properties"][name], "description": words}
    return described


def _attributes(docstring: str) -> Iterator[tuple[str, str]]:
    """The attributes that a docstring explains: name and explanation."""
    section = docstring.partition("\nAttributes:\n")[2]
    for found in re.finditer(r"^    (\w+): (.+(?:\n {8}.+)*)", section, re.MULTILINE):
        yield found[1], re.sub(r"\s+", " ", found[2])


if __name__ == "__main__":
    write(resources.root())
    document.write(resources.root().parent / "docs")
