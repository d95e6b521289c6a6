"""Using a further model in the open assessment, from wherever it is offered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.ui.dropping import MODELS
from desktop.ui.page import Page
from desktop.ui.places import IMPORT, SHELF
from desktop.ui.session import Session
from desktop.wording import packs


def chosen_model_file(session: Session, title: str) -> Path | None:
    """The file of a model that the user chooses, in any form that can be read; None for none."""
    return session.dialogs.open_file(title, _("Models (*.yaml *.yml *.xlsx *.csv *.tsv *.zip);;All files (*)"))


def chosen_pack_file(session: Session, title: str) -> Path | None:
    """The file of a model pack that the user chooses; None for none.

    What is in another form has questions to be answered first: the page of all models, to which that leads, asks them.
    """
    path = chosen_model_file(session, title)
    if path is None or path.suffix.casefold() in MODELS:
        return path
    session.go(SHELF.key, f"{IMPORT}{path}")
    return None


def add_model(page: Page, pack_of: Callable[[], Pack], adopt: Callable[[Pack], object]) -> bool:
    """Use a model and tell what it holds; a refusal is told, too.

    Args:
        page: the page that asks.
        pack_of: gives the model, or refuses.
        adopt: leads to where another version of a model that is, or was, in use can be adopted.
    """
    from desktop.model.maturity.shelf import summary  # noqa: PLC0415 - only when asked for

    session = page.session
    pack = session.run(pack_of, page)
    if pack is None:
        return False
    if page.assessment.models.knows_other_version(pack):
        adopt(pack)
        return False
    if session.run(lambda: page.assessment.models.add(pack), page) is None:
        return False
    told = (
        _("“{model}” is in use now: {counts}. Nothing else changes; what was said about it earlier counts again.")
        if page.assessment.models.is_spoken_of(pack.id)
        else _("“{model}” is in use now: {counts}. Nothing else changes.")
    )
    session.tell_of_step(told.format(model=pack.name, counts=packs.counts(summary(pack))))
    return True
