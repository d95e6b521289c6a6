"""Of which units and services the assessment is, and what it may cost."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from desktop.model.assessment.decimals import amount_text, number
from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.scope_items import item_key, known_items
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import BudgetLine, ScopeItem, ScopeSort


class BudgetSum(Struct, frozen=True):
    """All lines of the budget together, exactly."""

    planned: Decimal
    spent: Decimal

    @property
    def over(self) -> Decimal:
        """By how much more was spent than planned; 0 where it was not."""
        return max(self.spent - self.planned, Decimal(0))


class Organisation:
    """Units, services and lines of the budget."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def items(self, sort: ScopeSort) -> list[ScopeItem]:
        """The organisational units, or the services, by name."""
        found = [each for each in self._desk.store.all(ScopeItem) if each.sort is sort]
        return sorted(found, key=lambda each: (item_key(each.name), each.id))

    def add(self, sort: ScopeSort, name: str) -> str:
        """Name a unit or a service; returns its new id.

        Raises:
            RefusalError: ``scope_item.nameless``, ``scope_item.known``.
        """
        item, kept = new_id(), self._free_name(sort, name)
        with self._desk.step("scope_item.add", name=kept) as step:
            step.draft.put(ScopeItem, item, sort=sort, name=kept)
        return item

    def change(self, item: str, **cells: object) -> Changed:
        """Set fields of a unit or a service.

        Raises:
            RefusalError: ``scope_item.unknown``, ``scope_item.nameless``, ``scope_item.known``.
        """
        known = self._get(item)
        if "name" in cells:
            cells["name"] = self._free_name(known.sort, str(cells["name"]), item)
        with self._desk.step("scope_item.set", name=str(cells.get("name", known.name))) as step:
            step.draft.put(ScopeItem, item, **cells)
        return step.changed

    def remove(self, item: str) -> Changed:
        """Take a unit or service off the list; who was of it is of none, until undo brings it back.

        Raises:
            RefusalError: ``scope_item.unknown``.
        """
        with self._desk.step("scope_item.remove", name=self._get(item).name) as step:
            step.draft.remove(ScopeItem, item)
        return step.changed

    def budget(self) -> list[BudgetLine]:
        """The lines of the budget, by name."""
        return sorted(self._desk.store.all(BudgetLine), key=lambda line: (item_key(line.name), line.id))

    def budget_sum(self) -> BudgetSum:
        """All lines together."""
        lines = self.budget()
        return BudgetSum(
            sum((number(line.planned) or Decimal(0) for line in lines), Decimal(0)),
            sum((number(line.spent) or Decimal(0) for line in lines), Decimal(0)),
        )

    def add_line(self, name: str, planned: str = "", spent: str = "") -> str:
        """Add a line to the budget; returns its new id.

        Raises:
            RefusalError: ``budget.nameless``, ``budget.thousands``, ``measure.not_a_number``.
        """
        line, cells = new_id(), _checked({"name": name, "planned": planned, "spent": spent})
        with self._desk.step("budget_line.add", name=str(cells["name"])) as step:
            step.draft.put(BudgetLine, line, **cells)
        return line

    def change_line(self, line: str, **cells: object) -> Changed:
        """Set fields of a line.

        Raises:
            RefusalError: ``budget.unknown``, ``budget.nameless``, ``budget.thousands``, ``measure.not_a_number``.
        """
        known, kept = self._line(line), _checked(cells)
        with self._desk.step("budget_line.set", name=str(kept.get("name", known.name))) as step:
            step.draft.put(BudgetLine, line, **kept)
        return step.changed

    def remove_line(self, line: str) -> Changed:
        """Take a line off the budget.

        Raises:
            RefusalError: ``budget.unknown``.
        """
        with self._desk.step("budget_line.remove", name=self._line(line).name) as step:
            step.draft.remove(BudgetLine, line)
        return step.changed

    def _free_name(self, sort: ScopeSort, name: str, item: str = "") -> str:
        kept = " ".join(name.split())
        if not kept:
            raise RefusalError("scope_item.nameless")
        if known_items(self._desk, sort).get(item_key(kept), item) != item:
            raise RefusalError("scope_item.known", name=kept)
        return kept

    def _get(self, item: str) -> ScopeItem:
        found = self._desk.store.get(ScopeItem, item)
        if found is None:
            raise RefusalError("scope_item.unknown")
        return found

    def _line(self, line: str) -> BudgetLine:
        found = self._desk.store.get(BudgetLine, line)
        if found is None:
            raise RefusalError("budget.unknown")
        return found


def _checked(cells: dict[str, object]) -> dict[str, object]:
    kept = dict(cells)
    if "name" in kept:
        kept["name"] = str(kept["name"]).strip()
        if not kept["name"]:
            raise RefusalError("budget.nameless")
    for field in ("planned", "spent"):
        if field in kept:
            kept[field] = amount_text(str(kept[field]))
    return kept
