"""Models that others keep as YAML: libraries in one file, and folders of activities whose files are one input."""

from __future__ import annotations

import csv
import io
import re
import tempfile
from functools import cache
from pathlib import Path

from desktop.exchange.foreign_models.activity_models import FOLDERS
from desktop.exchange.foreign_models.examining import ForeignFile, open_model
from desktop.exchange.foreign_models.foreign_model import ForeignModel
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.vetting.pack_text import pack_text
from desktop.model.vetting.vetted_packs import VettedPack
from desktop.wording import model_intake, pack_faults
from tests.exchange.foreign_models.archives import archive
from tests.exchange.foreign_models.books import PRACTICES, rubric_rows

_KEPT = Path(__file__).parents[1] / "exchange" / "foreign_models"
_FILE = re.compile(rb"^@@ (\w+)/([\w.-]{1,60})\n", re.MULTILINE)
"""Where a file of a folder begins."""

_CHOSEN = b"""\
      weight: 2.5
      typical_evidence: A clean pot.
      questions:
        urn:example:q1:
          type: unique_choice
          text: Is it warm?
          choices:
          - {urn: 'urn:example:q1:c1', value: "Yes", add_score: 3}
          - {urn: 'urn:example:q1:c2', value: "No", add_score: 0}
        urn:example:q2:
          type: multiple_choice
          text: What is it made of?
          choices:
          - {urn: 'urn:example:q2:c1', value: Tin, add_score: 1}
          - {urn: 'urn:example:q2:c2', value: Clay, add_score: "2,5"}
        urn:example:q3:
          type: text
          text: Who says so?
"""


@cache
def libraries() -> list[bytes]:
    """A library whose requirements have scores, and one whose requirements have questions."""
    plain = (_KEPT / "library.yaml").read_bytes()
    end = b"      description: The pot is warm.\n"
    assert end in plain
    return [plain, plain.replace(end, end + _CHOSEN)]


@cache
def folders() -> list[bytes]:
    """A folder of activities, its files one after the other."""
    root = _KEPT / "samm" / "model"
    files = sorted(root.glob("*/*.yml"))
    return [b"".join(b"@@ %s\n%s" % (bytes(path.relative_to(root)), path.read_bytes()) for path in files)]


@cache
def archives() -> list[bytes]:
    """The same folder packed into one file, and a part of it."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            archive(Path(folder, "a.zip"), above=above, other={f"{above}activities/X.yml": b"title: X"}).read_bytes()
            for above in ("", "core/model/")
        ]


@cache
def tables() -> list[bytes]:
    """A rubric and a table of practices, their cells separated in each way."""
    found = []
    for rows in (rubric_rows(), PRACTICES):
        for separator, encoding in ((",", "utf-8"), (";", "cp1252"), ("\t", "utf-16")):
            stream = io.StringIO()
            csv.writer(stream, delimiter=separator).writerows(rows)
            found.append(stream.getvalue().encode(encoding))
    return found


def understand(path: Path) -> None:
    """As `models import` does, whatever is answered, and with each fault told by its place."""
    try:
        file = open_model(path)
        model = file.understood()
        for notice in model.notices:
            model_intake.notice_text(notice.notice, notice.facts)
            model.places.of(notice.line)
        answers = {str(question.topic): question.choices[-1] for question in model.questions if question.choices}
        answers |= {str(question.topic): "tea-care" for question in model.missing if not question.choices}
        model = _answered(file, answers)
        found = model.vetted()
    except PackFaultsError as error:
        list(pack_faults.describe(error))
        raise
    pack_text(found.pack if isinstance(found, VettedPack) else found)


def _answered(file: ForeignFile, answers: dict[str, str]) -> ForeignModel:
    """With answers to what is still asked once others are given, as the window does."""
    while True:
        try:
            return file.understood(answers)
        except RefusalError as refusal:
            if refusal.code != "model.answer_unasked":
                raise
            del answers[str(refusal.facts["topic"])]


def understand_folder(path: Path) -> None:
    """The same with a folder, which is made anew of its files."""
    pieces = _FILE.split(path.read_bytes())
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        for name in FOLDERS:
            Path(folder, name).mkdir()
        for at in range(1, len(pieces) - 2, 3):
            if (name := pieces[at].decode()) in FOLDERS:
                Path(folder, name, pieces[at + 1].decode()).write_bytes(pieces[at + 2])
        understand(Path(folder))
