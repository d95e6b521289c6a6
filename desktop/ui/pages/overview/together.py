"""What the overview says of all models together, below their cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.scoring.results import ModelResult
from desktop.ui.pages.overview.differing import ModelsDisagree, ViewsDiffer
from desktop.ui.pages.overview.progress import ProgressCards
from desktop.ui.session import Session


class Together(QWidget):
    """Where models disagree, how far the work is, and where views differ most."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.disagree = ModelsDisagree(session)
        self.progress = ProgressCards(session)
        self.views = ViewsDiffer(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.disagree, self.progress, self.views):
            column.addWidget(part)

    def show_results(
        self, assessment: Assessment, models: Sequence[ModelInUse], results: Mapping[str, ModelResult]
    ) -> None:
        """Show the results of all models in use, by id."""
        self.disagree.show_results(models, results)
        self.progress.show_progress(assessment, models, results)
        self.views.show_questions(assessment, models, results)
