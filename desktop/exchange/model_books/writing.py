"""Writing a pack as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import chain
from typing import Any

import msgspec
from xlsxwriter import Workbook

from desktop.exchange.model_books.sheets import (
    CHOICE_KEYS,
    EXAMPLE_MAPS,
    HEADINGS,
    LISTS,
    MODEL_KEYS,
    SCALE_KEYS,
    ModelSheet,
)
from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.pack_text import flow_text

Row = dict[str, object]
_WIDE = {"text": 60, "value": 60, "meaning": 40, "name": 30, "detail": 40, "question": 40}
_NARROW = 14


def model_book(pack: VocabularyPack) -> bytes:
    """The workbook of a pack; reading it gives an equal one.

    Raises:
        RefusalError: ``model.cell_long`` with ``sheet`` and ``heading``: a value is longer than a cell can be.
    """
    plain: dict[str, Any] = msgspec.to_builtins(pack)
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold, text = book.add_format({"bold": True}), book.add_format({"num_format": "@", "text_wrap": True})
        for title, headings in HEADINGS.items():
            sheet = book.add_worksheet(title.value)
            sheet.freeze_panes(1, 0)
            for column, heading in enumerate(headings):
                sheet.set_column(column, column, _WIDE.get(heading.rpartition(" ")[2], _NARROW))
                sheet.write_string(0, column, heading, bold)
            for line, row in enumerate(_rows(title, plain), 1):
                for column, heading in enumerate(headings):
                    value = row.get(heading)
                    if isinstance(value, bool):
                        sheet.write_boolean(line, column, value)
                    elif isinstance(value, (int, float)):
                        sheet.write_number(line, column, value)
                    elif value is not None:
                        if len(str(value)) > bounds.TEXT_LENGTH:
                            raise RefusalError("model.cell_long", sheet=title.value, row=line + 1, heading=heading)
                        sheet.write_string(line, column, str(value), text)
    return stream.getvalue()


def _rows(title: ModelSheet, plain: Mapping[str, Any]) -> Iterator[Row]:
    match title:
        case ModelSheet.MODEL:
            return ({"key": key, "value": _cell(plain[key])} for key in MODEL_KEYS if key in plain)
        case ModelSheet.LEVELS:
            return iter(plain.get("levels", ()))
        case ModelSheet.SCALES:
            return chain.from_iterable(map(_scale, plain["scales"]))
        case ModelSheet.KINDS:
            return chain.from_iterable(map(_kind, plain["kinds"]))
        case ModelSheet.PARTS:
            return map(_part, plain["parts"])
        case ModelSheet.EXAMPLES:
            return chain.from_iterable(map(_example, plain.get("examples", ())))


def _part(part: Mapping[str, Any]) -> Row:
    return {key: ", ".join(value) if key in LISTS else value for key, value in part.items()}


def _scale(scale: Mapping[str, Any]) -> Iterator[Row]:
    head: Row = {"scale": scale["id"], **{key: _cell(scale[key]) for key in SCALE_KEYS if key in scale}}
    answers: list[Row] = [
        {"answers": "choices", **{f"choice {key}": choice[key] for key in CHOICE_KEYS if key in choice}}
        for choice in scale.get("choices", ())
    ]
    answers += [{"answers": "grades", "choice id": grade} for grade in scale.get("grades", ())]
    for row in answers or [{}]:
        yield {**head, **row}
        head = {"scale": scale["id"]}


def _kind(kind: Mapping[str, Any]) -> Iterator[Row]:
    yield {"kind": kind["id"]}
    for key, value in kind.items():
        if key not in ("id", "also"):
            yield {"kind": kind["id"], "key": key, "value": _ruled(key, value)}
    for measure in kind.get("also", ()):
        yield {"kind": kind["id"], "measure": measure["id"]}
        for key, value in measure.items():
            if key != "id":
                yield {"kind": kind["id"], "measure": measure["id"], "key": key, "value": _ruled(key, value)}


def _ruled(key: str, value: object) -> object:
    """A rule as authors write it; a name is text and stays as it is."""
    return value if key == "name" else flow_text(value)


def _example(example: Mapping[str, Any]) -> Iterator[Row]:
    name = example["name"]
    yield {"example": name}
    for what in EXAMPLE_MAPS:
        for part, value in example.get(what, {}).items():
            yield {"example": name, "what": what, "part": part, "value": flow_text(value)}
    for part in example.get("out_of_scope", ()):
        yield {"example": name, "what": "out_of_scope", "part": part}


def _cell(value: object) -> object:
    return flow_text(value) if isinstance(value, (list, tuple, dict)) else value
