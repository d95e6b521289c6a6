"""Organisational units and services by name: participants name them, and those not known yet come to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.records import ScopeItem, ScopeSort

if TYPE_CHECKING:
    from desktop.model.store.draft import Draft


def item_key(name: str) -> str:
    """What tells a unit or service from others: capitals and blanks do not."""
    return " ".join(name.split()).casefold()


def known_items(desk: Desk, sort: ScopeSort) -> dict[str, str]:
    """The ids of all units, or of all services, by `item_key`."""
    return {item_key(each.name): each.id for each in desk.store.all(ScopeItem) if each.sort is sort}


def named_items(desk: Desk, draft: Draft, sort: ScopeSort, names: Iterable[str]) -> dict[str, str]:
    """The ids of units or services by `item_key`; those that are not there yet come to be. No name has no id."""
    found = {"": "", **known_items(desk, sort)}
    for name in names:
        if item_key(name) not in found:
            found[item_key(name)] = new_id()
            draft.put(ScopeItem, found[item_key(name)], sort=sort, name=" ".join(name.split()))
    return found
