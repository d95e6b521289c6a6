"""What is done in the detail of an action, as edits of the assessment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.ui.page import Page
from desktop.ui.pages.actions.detail import Detail
from desktop.wording.predicted import changes_text


class DetailEdits(QObject):
    """Runs what the parts of a detail ask for, each as one step."""

    def __init__(self, detail: Detail, page: Page) -> None:
        super().__init__(detail)
        self._detail, self._page = detail, page
        detail.edited.connect(self._on_edited)
        detail.tagged.connect(self._on_tagged)
        links, measures, log = detail.links, detail.measures, detail.log
        links.foreseeing.connect(self._on_foreseeing)
        links.needing.connect(self._on_needing)
        links.expecting.connect(self._on_expecting)
        links.taking_up.connect(self._on_taking_up)
        links.opening.connect(self._on_opening)
        measures.adding.connect(self._on_add_measure)
        measures.changing.connect(self._on_change_measure)
        measures.removing.connect(self._on_remove_measure)
        measures.reading.connect(self._on_reading)
        measures.unreading.connect(self._on_unread)
        log.writing.connect(self._on_writing)
        log.rewording.connect(self._on_rewording)
        log.erasing.connect(self._on_erasing)

    def _run(self, edit: Callable[[], object]) -> bool:
        """Make an edit and show what became of it; whether it was not refused."""
        done = self._page.session.run(edit, self._page) is not None
        self._page.refresh()
        return done

    @Slot(object)
    def _on_foreseeing(self, action: str) -> None:
        if self._page.session.is_open:
            self._detail.links.show_changes(self._changes(action))

    def _changes(self, action: str) -> list[str]:
        """What an action would change, model by model."""
        assessment = self._page.assessment
        effects = assessment.action_links.effects().get(action, ())
        found: list[str] = []
        for model in dict.fromkeys(ref.model for ref in effects):
            pack = assessment.models.get(model).pack
            before, after = assessment.results.of(model), assessment.foreseen.of(model, [action])
            first, *others = changes_text(pack, before, after)
            found += [_("{model}: {change}").format(model=pack.name, change=first), *others]
        return found

    @Slot(object, object)
    def _on_edited(self, action: str, cells: dict[str, object]) -> None:
        self._run(lambda: self._page.assessment.actions.change(action, **cells))

    @Slot(object, object, bool)
    def _on_tagged(self, action: str, tag: str, tagged: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._run(lambda: self._page.assessment.actions.change_several([action], tags={tag: tagged}))

    @Slot(object, object, bool)
    def _on_needing(self, action: str, other: str, needed: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._run(lambda: self._page.assessment.action_links.need(action, other, needed=needed))

    @Slot(object, object, bool)
    def _on_expecting(self, action: str, effect: Ref, expected: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._run(lambda: self._page.assessment.action_links.expect(action, effect, expected=expected))

    @Slot(object, object, bool)
    def _on_taking_up(self, finding: str, action: str, taken: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._run(lambda: self._page.assessment.discussions.take_up(finding, action, taken=taken))

    @Slot(object)
    def _on_opening(self, finding: str) -> None:
        self._page.session.go("findings", finding)

    @Slot(object, object, object, object)
    def _on_writing(self, action: str, text: str, day: dt.date, by: str) -> None:
        if self._run(lambda: self._page.assessment.action_log.write(action, text, day=day, by=by)):
            self._detail.log.written()

    @Slot(object, object)
    def _on_rewording(self, entry: str, text: str) -> None:
        self._run(lambda: self._page.assessment.action_log.change(entry, text=text))

    @Slot(object)
    def _on_erasing(self, entry: str) -> None:
        if self._run(lambda: self._page.assessment.action_log.remove(entry)):
            self._page.session.tell_of_step(_("The entry was taken out of the log."))

    @Slot(object)
    def _on_add_measure(self, cells: dict[str, object]) -> None:
        action, name = self._detail.action_id, str(cells.pop("name"))
        measure = self._page.session.run(lambda: self._page.assessment.measures.add(action, name, **cells), self._page)
        if measure is not None:
            self._page.refresh()
            self._detail.start_measure(measure)

    @Slot(object, object)
    def _on_change_measure(self, measure: str, cells: dict[str, object]) -> None:
        self._run(lambda: self._page.assessment.measures.change(measure, **cells))

    @Slot(object)
    def _on_remove_measure(self, measure: str) -> None:
        name = self._page.assessment.measures.get(measure).measure.name
        if self._run(lambda: self._page.assessment.measures.remove(measure)):
            self._page.session.tell_of_step(_("“{measure}” was removed, with its readings.").format(measure=name))

    @Slot(object, object, object, object)
    def _on_reading(self, measure: str, day: dt.date, value: str, note: str) -> None:
        measures = self._page.assessment.measures
        if self._run(lambda: measures.add_reading(measure, day, value, note=note)):
            self._detail.measures.taken()

    @Slot(object)
    def _on_unread(self, reading: str) -> None:
        self._run(lambda: self._page.assessment.measures.remove_reading(reading))
