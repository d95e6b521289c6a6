"""The sheets of a model's workbook: what they are called, and their headings."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from desktop.model.maturity.rulebook import LevelName, MeasureRule, PackPart, PartKind, ScaleChoice
from desktop.model.maturity.vocabulary_pack import VocabularyPack


class ModelSheet(StrEnum):
    """Titles of the sheets, the same in every language, for they are read back."""

    MODEL = "Model"
    LEVELS = "Levels"
    SCALES = "Scales"
    KINDS = "Kinds"
    PARTS = "Parts"
    EXAMPLES = "Examples"


def keys_of(struct: type[msgspec.Struct]) -> tuple[str, ...]:
    """The keys of a struct as authors write them."""
    return tuple(field.encode_name for field in msgspec.structs.fields(struct))


SHEET_LISTS = ("levels", "scales", "kinds", "parts", "examples")
"""Keys of a pack that have sheets of their own."""

MODEL_KEYS = tuple(key for key in keys_of(VocabularyPack) if key not in SHEET_LISTS)

SCALE_KEYS = ("name", "several", "box", "range")
"""Keys of a scale that stand in its first row."""

CHOICE_KEYS = keys_of(ScaleChoice)

KIND_KEYS = tuple(key for key in keys_of(PartKind) if key not in ("id", "also"))

MEASURE_KEYS = ("name", *keys_of(MeasureRule))

EXAMPLE_MAPS = ("answers", "says", "targets", "gives", "gaps")

LISTS = ("counts_in", "informs")
"""Headings whose cells hold ids with commas between."""

HEADINGS: Mapping[ModelSheet, tuple[str, ...]] = {
    ModelSheet.MODEL: ("key", "value"),
    ModelSheet.LEVELS: keys_of(LevelName),
    ModelSheet.SCALES: ("scale", *SCALE_KEYS, "answers", *(f"choice {key}" for key in CHOICE_KEYS)),
    ModelSheet.KINDS: ("kind", "measure", "key", "value"),
    ModelSheet.PARTS: keys_of(PackPart),
    ModelSheet.EXAMPLES: ("example", "what", "part", "value"),
}
