"""The readers of files from outside, each with sound files to begin from."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from desktop import resources
from desktop.exchange.foreign_models.examining import workbook_model
from desktop.exchange.forms.form_worker import sheets_in
from desktop.exchange.forms.reader import read_form
from desktop.exchange.model_books.reading import model_book_in
from desktop.exchange.model_books.writing import model_book
from desktop.exchange.portable import from_json, to_json
from desktop.model.assessment import Assessment
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.reading import read_pack
from desktop.model.vetting.pack_text import pack_text
from desktop.model.vetting.vetted_packs import VettedPack, vet
from desktop.wording import model_intake, pack_examples, pack_faults
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import filled
from tests.exchange.foreign_models.books import ACTIVITIES, LIBRARY, LISTED_LIBRARY, PRACTICES, book, rubric_rows
from tests.fuzz import assessment_files, filled_forms, foreign_trees, kept_results, kept_trackers, parcels
from tests.fuzz.fuzzing import Target
from tests.own_rules import PACKS, own_rules, say


@cache
def packs() -> list[bytes]:
    """The shipped packs, the small ones more often."""
    found = sorted((path.read_bytes() for path in resources.model_packs()), key=len)
    return [*found[:-1] * 2, found[-1]]


def check_pack(path: Path) -> None:
    """As `models check` does."""
    read_pack(path)


@cache
def vocabulary() -> list[bytes]:
    """Packs that say their rules themselves."""
    return [path.read_bytes() for path in PACKS]


def vet_pack(path: Path) -> None:
    """As `models check` does with a pack that says its rules itself."""
    try:
        found = vet(path)
    except PackFaultsError as error:
        list(pack_faults.describe(error))
        raise
    if isinstance(found, VettedPack):
        list(pack_examples.summary_lines(found.pack))
        list(pack_examples.run_lines(found.examples, str))


@cache
def books() -> list[bytes]:
    """The same packs as workbooks, and small ones of every scheme."""
    found = [model_book(pack) for pack in (tiny_pack(), tiny_streams(), tiny_criteria())]
    for content in vocabulary():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "a.yaml")
            path.write_bytes(content)
            vetted = vet(path)
            assert isinstance(vetted, VettedPack)
            found.append(model_book(vetted.pack))
    return found


def import_model(path: Path) -> None:
    """As `models import` does, but in this process; what is taken can be written."""
    found = model_book_in(sheets_in(path)).vetted(path)
    pack_text(found.pack if isinstance(found, VettedPack) else found)


@cache
def rubrics() -> list[bytes]:
    """Models in workbooks of other forms."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        for sheets in ({"A": rubric_rows()}, {"A": PRACTICES}, {"A": ACTIVITIES}, LIBRARY, LISTED_LIBRARY):
            found.append(book(path, sheets).read_bytes())
    return found


def understand_model(path: Path) -> None:
    """As `models import` does with a model in another form, whatever is answered."""
    file = workbook_model(path, sheets_in(path))
    found = file.understood()
    answers = {str(question.topic): question.choices[0] for question in found.missing}
    for notice in found.notices:
        model_intake.notice_text(notice.notice, notice.facts)
    file.understood(answers).vetted()


@cache
def data() -> list[bytes]:
    """Small assessments of every scheme."""
    found = []
    for pack in (tiny_pack(), tiny_streams(), tiny_criteria()):
        with tempfile.TemporaryDirectory() as folder, filled(Path(folder, "a.maturity"), [pack]) as assessment:
            found.append(to_json(assessment))
    for path in PACKS:
        own = own_rules(path.stem)
        with (
            tempfile.TemporaryDirectory() as folder,
            Assessment.create(Path(folder, "a.maturity"), [own], author="Ada") as assessment,
        ):
            say(assessment, own.rules, own.rules.examples[0])
            found.append(to_json(assessment))
    return found


def restore(path: Path) -> None:
    """As `new --from` does; what was made must be sound."""
    target = path.with_name("made.maturity")
    with from_json(path, target, author="Ada") as made:
        assert made.check() == ()
        made.history.undo()
    target.unlink()


def import_form(path: Path) -> None:
    """As the processes of `import` do."""
    read_form(path)


TARGETS = {
    "assessments": Target(".maturity", assessment_files.seeds, assessment_files.read, assessment_files.spoilt),
    "parcels": Target(".maturity-parcel", parcels.seeds, parcels.read_parcel, parcels.spoilt),
    "packs": Target(".yaml", packs, check_pack),
    "vocabulary": Target(".yaml", vocabulary, vet_pack),
    "books": Target(".xlsx", books, import_model, filled_forms.spoilt),
    "rubrics": Target(".xlsx", rubrics, understand_model, filled_forms.spoilt),
    "libraries": Target(".yaml", foreign_trees.libraries, foreign_trees.understand),
    "folders": Target(".txt", foreign_trees.folders, foreign_trees.understand_folder),
    "archives": Target(".zip", foreign_trees.archives, foreign_trees.understand),
    "tables": Target(".csv", foreign_trees.tables, foreign_trees.understand),
    "results": Target(".xlsx", kept_results.seeds, kept_results.take, filled_forms.spoilt),
    "trackers": Target(".xlsx", kept_trackers.seeds, kept_trackers.take, filled_forms.spoilt),
    "data": Target(".json", data, restore),
    "forms": Target(".xlsx", filled_forms.seeds, import_form, filled_forms.spoilt),
}
