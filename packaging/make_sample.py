"""Make the filled questionnaires of the shipped sample: real forms, filled by the rules in ``sample/answers.json``.

Run it from the project's folder after the model, the form or the sample's preparation has changed:
``python packaging/make_sample.py``. The same input always gives the same files.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell import Cell

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from desktop import resources  # noqa: E402 - only now can it be found
from desktop.exchange.cells import write_text  # noqa: E402
from desktop.exchange.forms.layout import FORM_SHEET, Column, Entry  # noqa: E402
from desktop.exchange.forms.writer import write_forms  # noqa: E402
from desktop.exchange.sample import start_sample  # noqa: E402
from desktop.model.assessment.opened import Assessment  # noqa: E402
from desktop.model.maturity.pack import Scale  # noqa: E402
from desktop.model.maturity.questionnaire import Asked  # noqa: E402
from desktop.model.maturity.vocabulary import BlankKind  # noqa: E402
from desktop.model.records import Participant  # noqa: E402

Said = tuple[str | None, str]
_PAUSE = dt.timedelta(minutes=23)
"""Between one form of a participant and the next."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    rules = json.loads((HERE / "sample" / "answers.json").read_text(encoding="utf-8"))
    folder = resources.sample("forms")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.xlsx"):
        old.unlink()
    with (
        tempfile.TemporaryDirectory() as workplace,
        start_sample(Path(workplace, "sample.maturity"), "Assessor A") as assessment,
    ):
        asked = [participant for participant in assessment.preparation.participants() if participant.asked]
        chances = {person.number: random.Random(f"{rules['seed']} {person.number}") for person in asked}
        models = [model for model in assessment.models.all() if assessment.models.asked(model.id)]
        known = {question for model in models for question in assessment.models.questions(model.id)}
        assert {question for _number, question, _choice, _comment in rules["comments"]} <= known
        for place, model in enumerate(models):
            paths = write_forms(assessment, Path(workplace, model.id), model.id)
            for path, participant in zip(paths, asked, strict=True):
                fill(
                    path, answers_of(chances[participant.number], participant, assessment, model.id, rules), model.scale
                )
                begun = dt.datetime.fromisoformat(rules["saved"][str(participant.number)])
                settle(path, folder / path.name, begun + place * _PAUSE)
    print(f"{len(list(folder.glob('*.xlsx')))} forms in {folder}")


def answers_of(
    chance: random.Random, participant: Participant, assessment: Assessment, model: str, rules: dict[str, Any]
) -> dict[str, Said]:
    """What a participant answers: drawn at random around the rules, except where the rules say it word for word."""
    scale = assessment.models.get(model).scale
    answers: dict[str, Said] = {}
    for section in assessment.models.asked(model):
        for question in section.questions:
            drawn = _draw(chance, participant, section.place, question, scale, rules)
            left_out = section.place in rules["left_out"].get(str(participant.number), ())
            answers[question.id] = (None if left_out else drawn, "")
    for number, question_id, choice, comment in rules["comments"]:
        if number == participant.number and question_id in answers:
            answers[question_id] = (choice, comment)
    return answers


def _draw(
    chance: random.Random, participant: Participant, area: str, question: Asked, scale: Scale, rules: dict[str, Any]
) -> str | None:
    role = rules["roles"][participant.role]
    mean = rules["areas"][area]["mean"] + rules["questions"].get(question.id, 0)
    mean += role["shift"] + role["areas"].get(area, 0) + rules["people"].get(str(participant.number), 0)
    value, blank, silent, foreign = chance.gauss(mean, rules["spread"]), *(chance.random() for _ in range(3))
    if silent < rules["unanswered"]:
        return None
    if foreign < rules["does_not_apply"].get(participant.group, {}).get(area, 0):
        return _blank(scale, BlankKind.DOES_NOT_APPLY)
    if blank < rules["dont_know"].get(participant.role, {}).get(area, 0):
        return _blank(scale, BlankKind.DONT_KNOW)
    return min(scale.answers, key=lambda choice: abs((choice.percent or 0) - value)).id


def _blank(scale: Scale, kind: BlankKind) -> str:
    return next(choice.id for choice in scale.blanks if choice.blank is kind)


def fill(path: Path, answers: dict[str, Said], scale: Scale) -> None:
    """Fill a form as a respondent would."""
    workbook = load_workbook(path, rich_text=True)
    entries = {row[0].value: row[1].value for row in workbook[FORM_SHEET].iter_rows(max_col=2)}
    sheet = workbook[str(entries[Entry.SHEET.value])]
    cells = [cell for row in sheet.iter_rows(max_row=10) for cell in row]
    marks = {str(cell.value): cell.column or 0 for cell in cells}
    for row in range(1, sheet.max_row + 1):
        question = sheet.cell(row, marks[Column.ID]).value
        if question in answers:
            choice_id, comment = answers[str(question)]
            choice = scale.choice(choice_id) if choice_id else None
            _write(sheet.cell(row, marks[Column.ANSWER]), choice.name if choice else "")
            _write(sheet.cell(row, marks[Column.COMMENT]), comment)
    workbook.save(path)


def _write(cell: object, text: str) -> None:
    assert isinstance(cell, Cell)
    if text:
        write_text(cell, text)


def settle(source: Path, target: Path, saved: dt.datetime) -> None:
    """Copy a workbook so that the same content always gives the same bytes, saved at a moment of our choice."""
    stamp = saved.isoformat().replace("+00:00", "Z")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp.encode(), content)
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.external_attr, entry.create_system = 0o644 << 16, 3
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    main()
