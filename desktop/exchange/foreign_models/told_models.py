"""What people read of a model from elsewhere: what it was taken for, what was left out, and what is wrong where."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.exchange.foreign_models.foreign_model import ForeignModel
from desktop.exchange.foreign_models.kept_texts import KeptText
from desktop.language import _
from desktop.wording import model_intake, pack_examples, pack_faults


def form_line(model: ForeignModel, name: object) -> str:
    """What a file is.

    Args:
        model: what was understood of it.
        name: what the file is called.
    """
    return _("{path} is {form}.").format(path=name, form=model_intake.form_name(model.form))


def notice_lines(model: ForeignModel) -> Iterator[str]:
    """What was left out, or taken in a way that one should know, each with its place."""
    for notice in model.notices:
        sheet, row = model.places.of(notice.line)
        told = model_intake.notice_text(notice.notice, notice.facts)
        yield _("{sheet}, row {row}: {told}").format(sheet=sheet, row=row, told=told) if sheet else told


def place_told(model: ForeignModel, line: int) -> str:
    """A line of the model as its author finds it: by sheet and row, or by file and line."""
    sheet, row = model.places.of(line)
    if sheet:
        return _("{path}: sheet {sheet}, row {row}").format(path=model.path, sheet=sheet, row=row)
    return f"{model.path}:{row}" if row else str(model.path)


def wrong_lines(kept: KeptText, model: ForeignModel | None) -> Iterator[str]:
    """What is wrong with a model, each with its place in the file; None for a file that holds none so far."""
    for fault in kept.faults:
        yield _at(model, fault.line, pack_faults.sentence(fault))
    for example in kept.examples:
        for line, miss in example.misses:
            told = _("Example “{name}”: {told}").format(name=example.name, told=pack_examples.told(miss))
            yield _at(model, line, told)


def _at(model: ForeignModel | None, line: int, told: str) -> str:
    sheet, row = ("", line) if model is None else model.places.of(line)
    if sheet:
        return _("{sheet}, row {row}: {told}").format(sheet=sheet, row=row, told=told)
    return _("Line {line}: {told}").format(line=row, told=told) if row else told
