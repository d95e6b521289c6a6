"""The sheets of a model's workbook: what they are called, and their headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
from msgspec import Struct, inspect

from desktop.exchange.model_books.cell_values import is_list_of_structs, is_nested, without_none
from desktop.model.maturity.by_scheme import ByScheme
from desktop.model.maturity.criteria import Cap, Statement, Track
from desktop.model.maturity.pack import Caution, CheckItem, Level, Link, Pack, SourceNote
from desktop.model.maturity.rulebook import LevelName, MeasureRule, PackPart, PartKind, RatingScale, ScaleChoice
from desktop.model.maturity.scales import Choice, Scale
from desktop.model.maturity.staged import Area, Category, Feature, Goal, Practice, Question
from desktop.model.maturity.streams import Cell, Item, Metric, Stream
from desktop.model.maturity.vocabulary_pack import VocabularyPack

MODEL, SCALES, KINDS, PARTS, EXAMPLES = "Model", "Scales", "Kinds", "Parts", "Examples"
"""Titles of sheets, the same in every language, for they are read back."""


def keys_of(struct: type[Struct]) -> tuple[str, ...]:
    """The keys of a struct as authors write them."""
    return tuple(field.encode_name for field in msgspec.structs.fields(struct))


class TableSheet(Struct, frozen=True):
    """A sheet on which a row is one entry of a list.

    Attributes:
        title: of the sheet.
        struct: what an entry is.
        path: keys that lead from the pack to the list.
        above: headings that name the entries under which it stands, from the outermost.
        refers: titles of the sheets whose rows a column names, by heading.
    """

    title: str
    struct: type[Struct]
    path: tuple[str, ...]
    above: tuple[str, ...] = ()
    refers: Mapping[str, str] = {}

    @property
    def headings(self) -> tuple[str, ...]:
        """Headings of the sheet."""
        return (*self.above, *columns_of(self.struct))


@cache
def columns_of(struct: type[Struct]) -> dict[str, inspect.Type]:
    """Headings of what stands in an entry itself, with the kind of value; a group of keys has a column for each.

    A group of groups stands in one cell as in a pack's file.
    """
    found: dict[str, inspect.Type] = {}
    described = inspect.type_info(struct)
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        kind = without_none(field.type)
        if isinstance(kind, inspect.StructType) and not is_nested(kind):
            found |= {f"{field.encode_name} {inner}": type_ for inner, type_ in columns_of(kind.cls).items()}
        elif not is_list_of_structs(kind):
            found[field.encode_name] = kind
    return found


class PackSheets(Struct, frozen=True):
    """The sheets of a pack of one scheme.

    Attributes:
        tables: those that are lists, each after those it stands under.
        titles: of all, in their order.
        pack: what the keys of the sheet Model belong to.
    """

    tables: tuple[TableSheet, ...]
    titles: tuple[str, ...]
    pack: type[Struct] = Pack

    @property
    def ruled(self) -> bool:
        """Whether it has sheets for rules that the pack says itself."""
        return KINDS in self.titles

    @property
    def model_columns(self) -> Mapping[str, inspect.Type]:
        """Keys of the sheet Model, with the kind of value."""
        return columns_of(self.pack)


def _short(*content: TableSheet) -> PackSheets:
    """Those of a pack that follows a scheme, with the lists that are its content."""
    tables = (_SOURCES, _LEVELS, *content, *_ADVICE)
    return PackSheets(tables, (MODEL, *(table.title for table in tables), EXAMPLES))


_SOURCES = TableSheet("Sources", SourceNote, ("sources",))
_LEVELS = TableSheet("Levels", Level, ("levels",))
_CHECKLIST = TableSheet("Checklist", CheckItem, ("checklist",))
_ADVICE = (
    TableSheet("Warnings", Caution, ("guidance", "warnings"), refers={"level": "Levels"}),
    TableSheet("Crosswalk", Link, ("crosswalk",)),
    _CHECKLIST,
)
_OF_CELL = {"stream": "Streams", "level": "Levels"}
LEVEL_NAMES = TableSheet("Levels", LevelName, ("levels",))
PART_TABLE = TableSheet(
    PARTS,
    PackPart,
    ("parts",),
    refers={"kind": KINDS, "parent": PARTS, "scale": SCALES, "counts_in": PARTS, "informs": PARTS},
)

SHEETS = ByScheme(
    staged=_short(
        TableSheet("Categories", Category, ("categories",)),
        TableSheet("Features", Feature, ("features",)),
        TableSheet(SCALES, Scale, ("scales",)),
        TableSheet("Choices", Choice, ("scales", "choices"), ("scale",), {"scale": SCALES}),
        TableSheet("Areas", Area, ("areas",), refers={"level": "Levels", "categories": "Categories"}),
        TableSheet("Goals", Goal, ("areas", "goals"), ("area",), {"area": "Areas"}),
        TableSheet(
            "Practices",
            Practice,
            ("areas", "practices"),
            ("area",),
            {"area": "Areas", "feature": "Features", "goals": "Goals"},
        ),
        TableSheet("Questions", Question, ("areas", "questions"), ("area",), {"area": "Areas"}),
    ),
    streams=_short(
        TableSheet("Streams", Stream, ("streams",)),
        TableSheet("Cells", Cell, ("streams", "cells"), ("stream",), _OF_CELL),
        TableSheet("Practices", Item, ("streams", "cells", "practices"), ("stream", "level"), _OF_CELL),
        TableSheet("Outcomes", Item, ("streams", "cells", "outcomes"), ("stream", "level"), _OF_CELL),
        TableSheet("Metrics", Metric, ("streams", "cells", "metrics"), ("stream", "level"), _OF_CELL),
    ),
    criteria=_short(
        TableSheet("Tracks", Track, ("tracks",)),
        TableSheet(
            "Statements", Statement, ("tracks", "statements"), ("track",), {"track": "Tracks", "level": "Levels"}
        ),
        TableSheet("Caps", Cap, ("caps",), refers={"unless": "Statements", "at_most": "Levels", "tracks": "Tracks"}),
    ),
    parts=PackSheets(
        (_SOURCES, LEVEL_NAMES, PART_TABLE, _CHECKLIST),
        (MODEL, _SOURCES.title, LEVEL_NAMES.title, SCALES, KINDS, PARTS, _CHECKLIST.title, EXAMPLES),
        VocabularyPack,
    ),
)


def id_column(title: str) -> int:
    """The column of a sheet, counted from 0, in which the ids of its entries stand."""
    tables = (table for form in SHEETS.each.values() for table in form.tables)
    return next((len(table.above) for table in tables if table.title == title), 0)


SCALE_KEYS = ("name", "several", "box", "range")
"""Keys of a scale that stand in its first row."""

CHOICE_KEYS = keys_of(ScaleChoice)
KIND_KEYS = tuple(key for key in keys_of(PartKind) if key not in ("id", "also"))
MEASURE_KEYS = ("name", *keys_of(MeasureRule))
EXAMPLE_MAPS = ("answers", "says", "targets", "gives", "gaps")
OUT_OF_SCOPE = "out_of_scope"

SCALE_HEADINGS = ("scale", *SCALE_KEYS, "answers", *(f"choice {key}" for key in CHOICE_KEYS))
KIND_HEADINGS = ("kind", "measure", "key", "value")
EXAMPLE_HEADINGS = ("example", "what", "part", "value")
MODEL_HEADINGS = ("key", "value")


def scale_column(heading: str) -> inspect.Type | None:
    """The kind of value beneath a heading of the sheet Scales; None where it stands as in a pack's file."""
    if heading.startswith("choice "):
        return columns_of(ScaleChoice)[heading.removeprefix("choice ")]
    return columns_of(RatingScale).get(heading)


def owner_of(title: str, heading: str, table: TableSheet | None) -> tuple[str, str]:
    """The structure that a heading belongs to, and its key there."""
    if table is not None:
        return ("above" if heading in table.above else table.struct.__name__), heading
    if title == SCALES and heading not in ("scale", "answers"):
        group, blank, key = heading.partition(" ")
        return (ScaleChoice.__name__, key) if blank else (RatingScale.__name__, group)
    return title, heading


def keys_in(title: str, form: PackSheets) -> Iterator[tuple[str, str]]:
    """Keys that stand in rows of a sheet, each with the structure that it belongs to."""
    if title == MODEL:
        for key in form.model_columns:
            yield Pack.__name__, key
    elif title == KINDS:
        for key in KIND_KEYS:
            yield PartKind.__name__, key
