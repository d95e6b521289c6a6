"""One model in use: its answer scale, how far the questionnaire goes, which areas, streams or tracks are in scope."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.language import _, counted
from desktop.model.assessment.models import NOTHING_ASKED, ModelInUse, levels_asked
from desktop.model.journal import Changed
from desktop.model.maturity.pack import Pack, Scale
from desktop.model.maturity.questionnaire import Section, scales
from desktop.model.records import AreaRating
from desktop.ui.page import Page
from desktop.ui.pages.preparation.areas_tree import AreasTree
from desktop.ui.pages.preparation.newer_versions import NewerVersions
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import packs
from desktop.wording.model_words import words_of


class ModelScope(Card):
    """The scope of one model.

    Signals:
        edited: something changed; the section refreshes itself.
        past_wanted: (path) take results of this model from a workbook.
        newer_wanted: (pack) look at a newer version of this model.
    """

    edited = Signal()
    past_wanted = Signal(object)
    newer_wanted = Signal(object)

    def __init__(self, page: Page, in_use: ModelInUse) -> None:
        super().__init__(in_use.pack.name, in_use.pack.summary)
        self._page = page
        self.model = in_use.id
        self.version = in_use.model.digest
        self._ratings: dict[str, AreaRating] = {}
        self.scale = Choice(_("Answer scale"))
        self.scale.offer([(scale.id, _scale_text(scale)) for scale in scales(in_use.pack)])
        self.level = Choice(_("Questionnaire up to"))
        self.level.offer(_levels(page.assessment.models.sections(in_use.id), in_use.pack))
        self._remove = QPushButton(_("Remove model"))
        self._remove.setToolTip(
            plain_tip(_("Stop using this model. What was said stays in the file; undo brings it back"))
        )
        self._remove.clicked.connect(self._on_remove)
        self.past = QPushButton(_("Results from a workbook…"))
        self.past.setToolTip(plain_tip(_("Take scores, answers, targets and notes that were kept in a workbook")))
        self.past.clicked.connect(self._on_past)
        self.versions = NewerVersions(page, in_use)
        self.versions.chosen.connect(self.newer_wanted)
        self.head.addWidget(self.versions)
        self.head.addWidget(self.past)
        self.head.addWidget(self._remove)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        own_scales = len(scales(in_use.pack)) > 1
        for text, box in ((_("&Answer scale"), self.scale), (_("&Questionnaire up to"), self.level)):
            label = Label(text)
            label.setBuddy(box)
            line.addWidget(label)
            line.addWidget(box, 3 if box is self.scale else 1)
            line.addSpacing(px(10))
            if box is self.scale and not own_scales:
                label.hide()
                box.hide()
        if not own_scales:
            line.addStretch(3)
        self.body.addLayout(line)
        self.areas = AreasTree(in_use)
        self.body.addWidget(self.areas)
        self.scale.chosen.connect(self._on_scale)
        self.level.chosen.connect(self._on_level)
        self.areas.scoped.connect(self._on_scoped)
        self.areas.reasoned.connect(self._on_reasoned)

    def refresh(self) -> None:
        """Show the model's scope as it is now."""
        assessment = self._page.assessment
        in_use = assessment.models.get(self.model)
        editable = not assessment.readonly
        self._ratings = assessment.ratings.areas(self.model)
        self.scale.show_value(in_use.model.scale)
        self.level.show_value(in_use.model.question_level)
        for widget in (self.scale, self.level, self.versions, self.past, self._remove):
            widget.setEnabled(editable)
        asked = assessment.models.asked(self.model)
        questions = Counter({section.place: 0 for section in asked})
        for section in asked:
            questions[section.place] += len(section.questions)
        self.areas.show_scope(self._ratings, questions, editable=editable)
        self.areas.fit()
        places = counted(words_of(in_use.pack).counted, len(questions))
        count = packs.questions(questions.total())
        self.say(f"{in_use.pack.name} · {count} · {places}", in_use.pack.summary)

    @Slot(object)
    def _on_scale(self, scale: str) -> None:
        self._page.session.run(lambda: self._page.assessment.models.set_scale(self.model, scale), self._page)
        self.edited.emit()

    @Slot(object)
    def _on_level(self, level: int) -> None:
        self._page.session.run(lambda: self._page.assessment.models.set_question_level(self.model, level), self._page)
        self.edited.emit()

    @Slot(object, bool)
    def _on_scoped(self, areas: list[str], inside: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        by_reason: dict[str, list[str]] = {}
        for area in areas:
            rating = self._ratings.get(area)
            if (rating is None or rating.in_scope) is not inside:
                by_reason.setdefault(rating.reason if rating else "", []).append(area)
        for reason, ids in by_reason.items():
            self._put(ids, inside=inside, reason=reason)
        self.edited.emit()

    @Slot(str, str)
    def _on_reasoned(self, area: str, reason: str) -> None:
        self._put([area], inside=False, reason=reason)
        self.edited.emit()

    @Slot()
    def _on_past(self) -> None:
        dialogs = self._page.session.dialogs
        path = dialogs.open_file(_("Choose a workbook with results"), _("Tables (*.xlsx *.xlsm *.csv *.tsv)"))
        if path is not None:
            self.past_wanted.emit(path)

    @Slot()
    def _on_remove(self) -> None:
        name = self._page.assessment.models.get(self.model).pack.name
        if self._page.session.run(lambda: self._page.assessment.models.remove(self.model), self._page):
            self._page.session.tell_of_step(
                _(
                    "“{model}” is no longer used. Nothing is lost: what was said stays in the file and counts again "
                    "when the model is added, or by undo."
                ).format(model=name)
            )
        self.edited.emit()

    def _put(self, areas: list[str], *, inside: bool, reason: str) -> Changed | None:
        models = self._page.assessment.models
        return self._page.session.run(
            lambda: models.set_scope(self.model, areas, in_scope=inside, reason=reason), self._page
        )


def _levels(sections: Sequence[Section], pack: Pack) -> list[tuple[int, str]]:
    """How far a questionnaire can go: to any level that asks for something, or nowhere."""
    none = (NOTHING_ASKED, _("No questionnaire"))
    levels, numbers = levels_asked(pack), sorted({section.level for section in sections})
    if numbers == [levels[0]]:
        return [(levels[-1], _("All questions")), none]
    return [*((number, _("Level {number}").format(number=number)) for number in numbers), none]


def _scale_text(scale: Scale) -> str:
    words = ", ".join(choice.name for choice in scale.answers)
    return _("{name}: {answers}").format(name=scale.name, answers=words)
