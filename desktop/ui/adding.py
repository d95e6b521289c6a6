"""Using a further model in the open assessment, from wherever it is offered."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.ui.page import Page
from desktop.wording import packs


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
