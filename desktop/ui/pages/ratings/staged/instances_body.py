"""Practices characterised for several services, units or projects: which one is in hand, and what comes after it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.model.maturity.staged import INSTANCES
from desktop.model.records import ONCE, ScopeSort
from desktop.ui.pages.ratings.body import Body
from desktop.ui.pages.ratings.staged.snapshot import Snapshot, read
from desktop.ui.pages.ratings.staged.work import WorkCard
from desktop.ui.session import Session


class InstancesBody(Body):
    """A body whose practices are characterised for instances, where the assessment names any."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(session, page)
        self._model = ""
        self._snapshot: Snapshot | None = None
        self._instances: dict[str, str] = {}

    def follow_instances(self, work: WorkCard) -> None:
        """Do what is asked for beside the practices and below them."""
        work.practices.naming.connect(self._on_naming)
        work.practices.sideways.connect(self._on_sideways)
        work.strip.instances.chosen.connect(self._on_instance)
        work.strip.instances.added.connect(self._on_added)
        work.strip.instances.called.connect(self._on_called)
        work.strip.instances.dropped.connect(self._on_dropped)

    def next_practice(self, practice: str, following: str) -> str:
        """The practice to go on with once one is rated: the same with its next instance, else the following.

        Where the rule leaves it to the team what several instances make of it, that comes before the following.
        """
        if self._snapshot is None or not self._snapshot.instances:
            return following or practice
        snapshot = read(self.assessment, self._model)
        ids, here = [each.id for each in snapshot.instances], self._instance(snapshot)
        if here in ids[:-1]:
            self._instances[self._model] = ids[ids.index(here) + 1]
            return practice
        result = snapshot.practices[practice]
        if here in ids and result.value is None and result.across is not None and result.across.asks:
            self._instances[self._model] = ONCE
            return practice
        self._instances.pop(self._model, None)
        return following or practice

    def _refresh(self) -> None:
        raise NotImplementedError

    def _instance(self, snapshot: Snapshot) -> str:
        """For what the practice in hand is characterised at the moment; `ONCE` for the practice as such."""
        ids = [ONCE, *(each.id for each in snapshot.instances)]
        known = self._instances.get(self._model, "")
        return known if known in ids else ids[min(1, len(ids) - 1)]

    @Slot(object)
    def _on_instance(self, instance: str) -> None:
        self.commit()
        self._instances[self._model] = instance
        self._refresh()

    @Slot(object)
    def _on_sideways(self, step: int) -> None:
        if self._snapshot is not None:
            ids = [ONCE, *(each.id for each in self._snapshot.instances)]
            place = ids.index(self._instance(self._snapshot)) + step
            if 0 <= place < len(ids):
                self._on_instance(ids[place])

    @Slot()
    def _on_naming(self) -> None:
        title = _("One more service, unit or project that practices are characterised for")
        organisation, taken = self.assessment.organisation, self.assessment.parts.instances(self._model)
        known = {each.name.casefold() for each in taken}
        offered = [
            each.name
            for sort in ScopeSort
            for each in organisation.items(sort)
            if each.in_scope and each.name.casefold() not in known
        ]
        name = self.session.dialogs.text(title, _("Name"), offered=offered)
        if name is not None:
            self._on_added(name)

    @Slot(object)
    def _on_added(self, name: str) -> None:
        model = self._model
        made = self.run(lambda: self.assessment.parts.add_instance(model, INSTANCES, name))
        if made is not None:
            self._instances[model] = made
        self._refresh()

    @Slot(object)
    def _on_called(self, instance: str) -> None:
        self.call_instance(instance)
        self._refresh()

    @Slot(object)
    def _on_dropped(self, instance: str) -> None:
        self.drop_instance(instance)
        self._refresh()
        self.go_back()
