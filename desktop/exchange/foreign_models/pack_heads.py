"""What a pack says of itself, for a model whose file does not say it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from desktop.exchange.foreign_models.foreign_model import AnswerSheet, Topic
from desktop.exchange.foreign_models.tree_values import entries_at, fitting, slug
from desktop.language import _
from desktop.model.maturity.nodes import Entry

_LONGEST_NAME = 200


def head_of(
    sheet: AnswerSheet,
    path: Path,
    title: str,
    line: int = 0,
    *,
    id_: str = "",
    version: str = "1.0",
    summary: str = "",
    based_on: str = "",
    language: str = "en",
) -> Mapping[str, Entry]:
    """The keys of a pack besides its content. What can be asked is asked, with what the file says as the default.

    Args:
        sheet: the answers.
        path: of the model.
        title: what the model is called; its file's name where that is not known.
        line: where the model begins.
        id_: its identity, if it has one.
        version: of its content.
        summary: what it is for.
        based_on: who published it.
        language: code of its language.
    """
    name = sheet.ask(Topic.NAME, default=fitting(title or path.stem)[:_LONGEST_NAME] or path.stem)
    found = {
        "format": 1,
        "id": sheet.ask(Topic.ID, default=slug(id_ or name)),
        "version": sheet.ask(Topic.VERSION, default=version),
        "name": name,
        "based_on": sheet.ask(
            Topic.BASED_ON,
            default=fitting(based_on) or _("Taken from {file}; no official edition.").format(file=path.name),
        ),
        "summary": fitting(summary) or name,
        "language": sheet.ask(Topic.LANGUAGE, default=language),
        "sources": (),
    }
    return entries_at(line, found).by_key
