"""What all employees are shown in the end: the profile, the findings, and what is done next. Nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.exchange import figures
from desktop.exchange.deliverable import ActionLine, Deliverable, FindingLine
from desktop.exchange.figures import drawing
from desktop.exchange.tables.actions import in_turn
from desktop.language import _
from desktop.model.maturity.refs import Ref
from desktop.ui.settings import Settings
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart import figure_chart
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label
from desktop.wording import names, outcome

_PROFILE = "profile of the feedback meeting"
"""Under which it is remembered whose profile is shown."""


class FeedbackMeeting(QWidget):
    """Made of what may leave the team, and of nothing else."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setObjectName("scrolled")
        self.setAccessibleName(_("Feedback meeting"))
        self._deliverable: Deliverable | None = None
        self.model = Choice(_("Model"))
        self.standing = Label("", "projected", wrap=True)
        self.chart = figure_chart(_("Profile"), height=600)
        size(self.chart, least_height=320)
        self._texts: list[Label] = []
        self._profile, self._found, self._next = Card(_("Where we stand")), Card(_("What was found")), Card(_("Next"))
        self._profile.body.addWidget(self.model)
        self._profile.body.addWidget(self.standing)
        self._profile.body.addWidget(self.chart, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        for card in (self._profile, self._found, self._next):
            column.addWidget(card)
        self.model.chosen.connect(self._on_model)

    @property
    def told(self) -> list[str]:
        """All lines, as they stand."""
        return [label.text() for label in self._texts]

    def show_results(self, deliverable: Deliverable) -> None:
        """Show what may be told."""
        self._deliverable = deliverable
        models = [(part.pack.id, part.pack.name) for part in deliverable.models]
        self.model.offer(models)
        chosen = next((id_ for id_, _name in models if [id_] == self._settings.parts(_PROFILE)), None)
        if chosen is not None:
            self.model.show_value(chosen)
        self.model.setVisible(len(models) > 1)
        self._profile.setVisible(bool(models))
        if models:
            self._show_profile()
        for label in self._texts:
            label.setParent(None)
            label.deleteLater()
        self._texts = []
        self._fill(self._found, _findings(deliverable), _("No finding is marked for the report yet."))
        self._fill(self._next, _actions(deliverable.actions), _("No action is open."))

    def _show_profile(self) -> None:
        assert self._deliverable is not None
        part = self._deliverable.part(str(self.model.value()))
        self.standing.setText(outcome.standing(part.result, part.pack))
        self.chart.show_drawing(drawing.figure(figures.kinds(part)[0], self._deliverable, part.pack.id))

    def _fill(self, card: Card, lines: Sequence[tuple[str, str]], nothing: str) -> None:
        for text, look in lines or [(nothing, "legible")]:
            label = Label(text, look, wrap=True)
            card.body.addWidget(label)
            self._texts.append(label)

    def _on_model(self, model: object) -> None:
        self._settings.remember_parts(_PROFILE, [str(model)])
        self._show_profile()


def _findings(deliverable: Deliverable) -> list[tuple[str, str]]:
    """Area by area: its name, then what was found in it."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    found: list[tuple[str, str]] = []
    for area, lines in groupby(deliverable.findings, key=lambda line: Ref(line.model, line.place)):
        pack = packs.get(area.model)
        place = pack.place_by_id.get(area.part) if pack is not None else None
        found.append((place.name if place is not None else _("Outside the models"), "projected"))
        found += [(_line(line), "legible") for line in lines]
    return found


def _line(line: FindingLine) -> str:
    return _("{tone}: {text}").format(tone=names.name(line.tone), text=line.text)


def _actions(actions: Sequence[ActionLine]) -> list[tuple[str, str]]:
    """What is open, by urgency, with who sees to it and by when."""
    found = []
    for action in in_turn(action for action in actions if action.status.is_open):
        beside = " · ".join(part for part in (action.owner, names.day(action.due)) if part)
        told = _("{action} – {beside}").format(action=action.title, beside=beside) if beside else action.title
        found.append((told, "legible"))
    return found
