"""Each way in which numbers leave the program, read back: what is shown, by table, by what a row is about, by column.

Somebody who adds a deliverable adds a reader, a function of `Exports` that gives the numbers it finds there, and names
it in `READERS` of `tests/exchange/test_numbers_once.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple, TypeGuard

import msgspec
from openpyxl import Workbook, load_workbook
from PIL import Image
from pptx import Presentation

from desktop.cli.scores import model_content
from desktop.exchange.board_tables import results
from desktop.exchange.deliverable import Deliverable, ModelPart
from desktop.exchange.reports.blocks import Document
from desktop.exchange.reports.report import report, two_pages
from desktop.exchange.reports.written import as_pdf, as_word
from desktop.exchange.slides.writing import as_deck
from desktop.exchange.tables.answers import answers
from desktop.exchange.tables.coverage import coverage
from desktop.exchange.tables.covered_places import covered_places
from desktop.exchange.tables.gaps import gaps
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.model_tables import tables_of
from desktop.exchange.tables.plan import plan
from desktop.exchange.tables.plan_totals import by_owner, by_quarter, by_status
from desktop.exchange.tables.readings import readings
from desktop.exchange.tables.table import AnyTable
from desktop.exchange.tables.words import for_cell
from desktop.exchange.workbook import results_book, write_team_detail, write_workbook
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from tests.exchange.document_readers import NUMBERS, Said, of_pdf, of_word


class Figure(NamedTuple):
    """Which number.

    Attributes:
        table: the key of its table, or its name.
        about: what its row is about.
        what: the key of its column.
    """

    table: str
    about: object
    what: str


Figures = dict[Figure, int | float]


class Exports:
    """What is written of an assessment, each when it is first asked for."""

    def __init__(self, deliverable: Deliverable, portable: bytes, folder: Path) -> None:
        """Begin with nothing written.

        Args:
            deliverable: what may be shown.
            portable: the same assessment as portable data.
            folder: for files.
        """
        self.deliverable = deliverable
        self.portable: Any = msgspec.json.decode(portable)
        self.folder = folder

    @cached_property
    def results(self) -> Workbook:
        """The results workbook, as a program sees it that works nothing out."""
        write_workbook(self.deliverable, self.folder / "results.xlsx")
        return load_workbook(self.folder / "results.xlsx", data_only=True)

    @cached_property
    def detail(self) -> Workbook:
        """The team's, likewise."""
        write_team_detail(self.deliverable, self.folder / "detail.xlsx")
        return load_workbook(self.folder / "detail.xlsx", data_only=True)

    @cached_property
    def slides(self) -> Any:
        """The feedback deck."""
        return Presentation(BytesIO(as_deck(self.deliverable)))

    @cached_property
    def documents(self) -> tuple[Document, Document]:
        """What the report and the two pages are made of, with a dot for each picture."""
        return report(self.deliverable, _dot), two_pages(self.deliverable, _dot)


def on_screen(exports: Exports) -> Figures:
    """What tables hold: the window and the commands show these rows."""
    deliverable = exports.deliverable
    tables = [*plan_tables(deliverable), gaps(deliverable.models), covered_places(deliverable.models)]
    tables += [table for part in deliverable.models for table in model_tables(deliverable, part)]
    tables += [table for part in deliverable.models for _title, table in _on_model_sheet(part)]
    return {key: value for table in (*tables, results(deliverable)) for key, value in figures(table).items()}


def in_results(exports: Exports) -> Figures:
    """What the results workbook shows."""
    deliverable, book = exports.deliverable, exports.results
    found = on_sheet(book, "Summary", results(deliverable))
    for table in plan_tables(deliverable):
        found |= on_sheet(book, "Plan totals" if table.key.startswith("totals") else table.name, table)
    found |= on_sheet(book, "Coverage", covered_places(deliverable.models))
    for part in deliverable.models:
        for _title, table in _on_model_sheet(part):
            if table.rows:
                found |= on_sheet(book, part.pack.name, table)
    return found


def in_detail(exports: Exports) -> Figures:
    """What the team's workbook shows."""
    deliverable, book = exports.deliverable, exports.detail
    found = on_sheet(book, "Gaps", gaps(deliverable.models))
    for part in deliverable.models:
        for table in model_tables(deliverable, part):
            found |= on_sheet(book, f"{part.pack.name} {table.name}", table)
    return found


def in_json(exports: Exports) -> Figures:
    """What `score --json --public` tells."""
    return {
        key: value
        for part in exports.deliverable.models
        for key, value in _told(msgspec.json.decode(msgspec.json.encode(model_content(part))), part.pack.id)
    }


def in_portable(exports: Exports) -> Figures:
    """What portable data hold of the plan: as it was said, in decimal text."""
    records = exports.portable["records"]
    found: Figures = {}
    for action in records["action"]:
        for key in ("number", "percent", "effort", "cost", "benefit", "risk", "impact"):
            if action.get(key):
                found[Figure("plan", Ref("", action["id"]), key)] = float(action[key])
    for measure in records["measure"]:
        for key in ("baseline", "target"):
            if measure.get(key):
                found[Figure("measures", measure["id"], f"measure.{key}")] = float(measure[key])
    for reading in records["reading"]:
        about = (reading["measure"], reading["day"])
        found[Figure("readings", about, "reading.value")] = float(reading["value"])
    return found


def in_slides(exports: Exports) -> Figures:
    """What the charts of the feedback deck hold, which can be edited there: levels, targets, shares in place."""
    known = {
        name: (now, target)
        for part in exports.deliverable.models
        for name, now, target in _charted(part, results(exports.deliverable).name)
    }
    found: Figures = {}
    for slide in exports.slides.slides:
        for plot in (shape.chart.plots[0] for shape in slide.shapes if shape.has_chart):
            for place, category in enumerate(plot.categories):
                columns = known.get(str(category).split("\n")[0].split(" (")[0])
                if columns is None:
                    continue
                for series in plot.series:
                    value, column = series.values[place], columns[series.name == "Target"]
                    if value is not None and column is not None:
                        found[column] = value
    return found


def in_words(exports: Exports) -> Figures:
    """What the report and the two pages say as Word files."""
    said = [each for document in exports.documents for each in of_word(as_word(document).content, exports.deliverable)]
    return dict(map(_figure, said))


def in_pages(exports: Exports) -> Figures:
    """What they say as PDF files."""
    said = [
        each
        for document in exports.documents
        for each in of_pdf(as_pdf(document), document, exports.deliverable, exports.folder)
    ]
    return dict(map(_figure, said))


def _figure(said: Said) -> tuple[Figure, float]:
    """Actions stand in the report as they do on the sheet of the plan."""
    table = "plan" if said.table.key == "actions" else said.table.key or said.table.name
    return Figure(table, _about(said.table, said.row), said.column.key), said.value


def _dot(*_about: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (1, 1)).save(stream, "png")
    return stream.getvalue()


def _charted(part: ModelPart, results: str) -> Iterator[tuple[str, Figure, Figure | None]]:
    """What charts call a model and its places, and which numbers of each they show: where it stands, its target."""
    model = part.pack.id
    whole = Ref(model, WHOLE)
    yield part.pack.name, Figure(results, whole, "level"), Figure(results, whole, "whole.target")
    for area in part.result.areas:
        yield area.name, Figure("areas", Ref(model, area.id), "in_place_percent"), None
    for table, places in (("streams", part.result.streams), ("tracks", part.result.tracks)):
        for place in places:
            ref = Ref(model, place.id)
            yield place.name, Figure(table, ref, "level"), Figure(table, ref, "target")


def plan_tables(deliverable: Deliverable) -> list[AnyTable]:
    """Those of the plan that have rows."""
    actions = deliverable.actions
    said = [column.key for column in by_status(deliverable).without_empty().columns]
    totals = [table.pick(*said) for table in (by_status(deliverable), by_owner(deliverable), by_quarter(deliverable))]
    tables: list[AnyTable] = [plan(deliverable), measures(actions), readings(actions), *totals]
    return [table for table in tables if table.rows]


def model_tables(deliverable: Deliverable, part: ModelPart) -> list[AnyTable]:
    """All that the team gets of a model."""
    found = [table for table, _frozen in tables_of(part).detail(part)]
    return [*found, coverage(part.pack, part.coverage), answers(part, deliverable.subject.threshold)]


def figures(table: AnyTable) -> Figures:
    """The numbers of a table."""
    return {
        Figure(table.key or table.name, _about(table, row), column.key): value
        for row in table.rows
        for column in table.columns
        if column.kind in NUMBERS and is_number(value := for_cell(column.value(row)))
    }


def on_sheet(book: Workbook, title: str, table: AnyTable) -> Figures:
    """The same read off a sheet, which has the headings of the table and below them its rows."""
    rows = [*book[title].iter_rows(values_only=True)]
    headings, wide = tuple(column.heading for column in table.columns), len(table.columns)
    first = next(number for number, row in enumerate(rows, start=1) if row[:wide] == headings)
    return {
        Figure(table.key or table.name, _about(table, item), column.key): value
        for item, row in zip(table.rows, rows[first:], strict=False)
        for column, value in zip(table.columns, row, strict=False)
        if column.kind in NUMBERS and is_number(value)
    }


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether something is one; truth is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _about(table: AnyTable, row: Any) -> object:
    """What tells a row from the others: of measures their own id, since an action may have several."""
    match table.key:
        case "measures":
            return row.measure.id
        case "readings":
            return row.measure.id, row.reading.day.isoformat()
        case "track_levels":
            return table.ref(row), row.level.level
        case _:
            return table.ref(row)


def _on_model_sheet(part: ModelPart) -> Iterable[tuple[str, AnyTable]]:
    return results_book.SHEETS.of(part.pack)(part).tables


_GROUP = ("areas", "rated", "satisfied", "progress_index", "in_place_percent", "mean_percent")
_ANSWERS = ("answers.n", "answers.mean_percent", "answers.consensus")
_WANTED = ("target", "importance", "gap", "weighted_gap")
_IN_JSON: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "levels": ("groups", _GROUP),
    "categories": ("groups", _GROUP),
    "areas": ("areas", ("level", "satisfied_goals", "in_place_percent", *_ANSWERS)),
    "practices": ("practices", ("sources", "suggestion.mean_percent")),
    "streams": ("streams", ("level", "index", "suggestion.level", "suggestion.mean_level", *_ANSWERS, *_WANTED)),
    "tracks": ("tracks", ("level", "uncapped", "next", *_ANSWERS, *_WANTED)),
    "statements": ("Statements", ("level", "suggestion.met_percent", "suggestion.mean_percent")),
    "questions": ("answers", ("number", "answers.asked", *_ANSWERS)),
}
"""By list of the JSON, the table that shows the same, and which columns of it."""


def _told(content: Any, model: str) -> Iterator[tuple[Figure, int | float]]:
    for name, (table, keys) in _IN_JSON.items():
        for item in content[name]:
            yield from _of_item(item, table, Ref(model, item["id"]), {key: key for key in keys})
    for area in content["areas"]:
        for goal in area["goals"]:
            yield from _of_item(goal, "goals", Ref(model, goal["id"]), {key: key for key in ("in_place", "practices")})
    for gap in content["gaps"]:
        named = {f"gap.{key}": key for key in ("importance", "gap", "weighted_gap")}
        yield from _of_item(gap, "gaps", Ref(model, gap["place"]), named)
    for part in content["coverage"]["parts"]:
        yield from _of_item(part, "coverage", Ref(model, part["part"]), {"sources": "sources"})
    for place in content["coverage"]["places"]:
        named = {f"covered.{key}": key for key in ("parts", "corroborated", "affirmed", "needed")}
        yield from _of_item(place, "covered_places", Ref(model, place["place"]), named)


def _of_item(item: Any, table: str, about: Ref, named: Mapping[str, str]) -> Iterator[tuple[Figure, int | float]]:
    for what, path in named.items():
        value = item
        for key in path.split("."):
            value = None if value is None else value.get(key)
        if is_number(value):
            yield Figure(table, about, what), value
