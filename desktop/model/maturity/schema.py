"""The JSON Schema of model packs, for editors. `python -m desktop.model.maturity.schema` writes it to the resources."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from desktop import resources
from desktop.model.maturity import pack

NAME = "model-pack.schema.json"


def pack_schema() -> dict[str, Any]:
    """The schema, with what the docstrings of the parts say as descriptions."""
    schema = msgspec.json.schema(pack.Pack)
    for name, definition in schema["$defs"].items():
        part = getattr(pack, name)
        docstring = inspect.getdoc(part) or ""
        definition["description"] = docstring.partition("\n\n")[0]
        for field, description in _attributes(docstring):
            definition["properties"][field]["description"] = description
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Model pack", **schema}


def schema_text() -> str:
    """The schema as it stands in the resources."""
    return msgspec.json.format(msgspec.json.encode(pack_schema()), indent=2).decode() + "\n"


def write(folder: Path) -> Path:
    """Write the schema into a folder and say where it is."""
    path = folder / NAME
    path.write_text(schema_text(), encoding="utf-8", newline="\n")
    return path


def _attributes(docstring: str) -> Iterator[tuple[str, str]]:
    """The attributes that a docstring explains: name and explanation."""
    section = docstring.partition("\nAttributes:\n")[2]
    for found in re.finditer(r"^    (\w+): (.+(?:\n {8}.+)*)", section, re.MULTILINE):
        yield found[1], re.sub(r"\s+", " ", found[2])


if __name__ == "__main__":
    write(resources.root() / "models")
