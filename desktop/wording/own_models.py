"""Models of one's own: how they stand, and what is wrong with them, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import _, ngettext
from desktop.model.own_models.kept_models import OwnModel
from desktop.wording import pack_examples, pack_faults


def standing(model: OwnModel) -> str:
    """How a model stands, in a word or two."""
    checked = model.checked
    if checked.faults:
        return ngettext("{count} fault", "{count} faults", len(checked.faults)).format(count=len(checked.faults))
    if checked.failing:
        count = len(checked.failing)
        return ngettext("{count} example fails", "{count} examples fail", count).format(count=count)
    return _("Identity taken") if model.rival else _("Sound")


def faulty_lines(model: OwnModel) -> Iterator[tuple[int, str]]:
    """Everything that keeps a model from being used: the line of its text, 0 for none, and what is wrong there."""
    checked = model.checked
    yield from ((fault.line, pack_faults.sentence(fault)) for fault in checked.faults)
    for example in checked.failing:
        for line, miss in example.misses:
            yield line, _("Example “{name}”: {told}").format(name=example.name, told=pack_examples.told(miss))
    if model.rival:
        told = _("{other} has the identity “{model}” already. Write another after “id:”.")
        yield _line_of_id(checked.text), told.format(other=model.rival, model=checked.id)


def what_is_wrong(model: OwnModel) -> Iterator[str]:
    """The same as sentences that name the line."""
    for line, told in faulty_lines(model):
        yield _("Line {line}: {told}").format(line=line, told=told) if line else told


def _line_of_id(text: str) -> int:
    lines = text.split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.startswith("id:")), 0)
