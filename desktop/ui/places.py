"""The pages of the window: names, phases, shortcuts. A page's code is loaded when it is first shown."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple, cast

from desktop.language import N_

if TYPE_CHECKING:
    from desktop.ui.page import Page
    from desktop.ui.session import Session


class Place(NamedTuple):
    """A page of the rail.

    Attributes:
        key: what code calls it.
        title: what people call it, untranslated.
        phase: the heading it stands under in the rail, untranslated; empty for none.
        shortcut: the keys that lead there.
        module: where its class is.
        page: name of its class.
        also: other words by which people look for it, untranslated.
    """

    key: str
    title: str
    phase: str
    shortcut: str
    module: str
    page: str
    also: str = ""

    def build(self, session: Session) -> Page:
        """Make the page."""
        module = importlib.import_module(f"desktop.ui.pages.{self.module}")
        return cast("Page", getattr(module, self.page)(session))


START = "start"
"""What code calls the page that is there while no assessment is open."""

_SHELVED = N_("own model import rubric library pack editor check try")

CHECK = "check:"
"""Begins a target on it that names an item of the checklist."""

_PLANNED = N_("calendar plan sessions days week")

SHELF = Place("shelf", N_("All models"), "", "Ctrl+Shift+M", "shelf.page", "ShelfPage", _SHELVED)
"""Stands on no rail: it belongs to no assessment, and needs none open."""

_FILED = N_("documents attachments register coverage sources")

IMPORT = "import:"
"""Begins a target on it that names a file or folder to read a model from."""

TAG = "tag:"
"""Begins a target on the page of interviews that names a part of a model to tag the note in the line with."""

ADOPT = "adopt:"
"""Begins a target on the page of preparation that names the file of a newer version of a model."""

TRACKER = "tracker:"
"""Begins a target on the page of actions that names a file in which somebody wrote about them."""

DRAW, PICK = "draw:", "pick:"
"""Begin a target on the page of findings that names notes or items of evidence by their ids, blanks between them: an
observation is made of them, or they are selected."""

PLACES = (
    Place("overview", N_("Overview"), "", "Ctrl+1", "overview.page", "OverviewPage"),
    Place("preparation", N_("Preparation"), N_("Prepare"), "Ctrl+2", "preparation.page", "PreparationPage"),
    Place("schedule", N_("Schedule"), N_("Prepare"), "Ctrl+Shift+S", "schedule.page", "SchedulePage", _PLANNED),
    Place("model", N_("Model"), N_("Prepare"), "Ctrl+3", "model.page", "ModelPage"),
    Place("questionnaires", N_("Questionnaires"), N_("Assess"), "Ctrl+4", "questionnaires.page", "QuestionnairesPage"),
    Place("interviews", N_("Interviews"), N_("Assess"), "Ctrl+5", "interviews.page", "InterviewsPage"),
    Place("evidence", N_("Evidence"), N_("Assess"), "Ctrl+Shift+V", "evidence.page", "EvidencePage", _FILED),
    Place("findings", N_("Findings"), N_("Assess"), "Ctrl+Shift+G", "findings.page", "FindingsPage"),
    Place("ratings", N_("Ratings"), N_("Assess"), "Ctrl+6", "ratings.page", "RatingsPage"),
    Place("results", N_("Results"), N_("Improve"), "Ctrl+7", "results.page", "ResultsPage"),
    Place("gaps", N_("Gaps"), N_("Improve"), "Ctrl+8", "gaps.page", "GapsPage"),
    Place("actions", N_("Actions"), N_("Improve"), "Ctrl+9", "actions.page", "ActionsPage"),
    Place("history", N_("History"), N_("Follow up"), "Ctrl+Shift+H", "history.page", "HistoryPage"),
)


def place_of(key: str) -> Place:
    """A page by its key, whether it stands on the rail or not.

    Raises:
        StopIteration: there is none.
    """
    return next(place for place in (*PLACES, SHELF) if place.key == key)
