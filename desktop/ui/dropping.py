"""Files dropped anywhere on the window: an assessment is opened, copies of the open one and all others are taken in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui.places import IMPORT, SHELF, TRACKER
from desktop.ui.session import Session

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey
    from desktop.ui.page import Page

ASSESSMENT = ".maturity"
PARCEL = ".maturity-parcel"
FORMS = (".xlsx", ".xlsm", ".xls", ".ods")
MODELS = (".yaml", ".yml")
TABLES = (".csv", ".tsv", ".zip")
"""What can be a model on the page of all models."""

_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Dropping(QObject):
    """Takes drops of files before any field in the window sees them.

    Args:
        window: where files may be dropped.
        session: opens an assessment.
        import_forms: takes forms and folders of them.
        place: gives the key of the page in front, empty for none, and the page.
        merge: shows what copies and parcels of the open assessment would bring, given what opens the copies.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        import_forms: Callable[[list[Path]], None],
        place: Callable[[], tuple[str, Page | None]],
        merge: Callable[[list[Path], dict[Path, FileKey | None]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._import = import_forms
        self._place = place
        self._merge = merge
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook."""
        if event.type() == QEvent.Type.Show and watched is self._window and self._window.windowHandle() is not None:
            self._window.windowHandle().installEventFilter(self)
        if event.type() not in _DROPS or not isinstance(event, QDropEvent):
            return False
        paths = local_files(event.mimeData()) if self._page_for_files() is not None else dropped(event.mimeData())
        if not paths or not event.possibleActions() & Qt.DropAction.CopyAction:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.take(paths)
        return True

    def _page_for_files(self) -> Page | None:
        """The page in front, if it takes whatever is dropped."""
        _key, page = self._place()
        return page if page is not None and page.takes_files else None

    def take(self, paths: list[Path]) -> None:
        """Open the assessment among files, or else import them.

        On the page of all models they are models; a page that takes files of any kind is given them.
        """
        models = paths if self._place()[0] == SHELF.key else [each for each in paths if _is_model(each)]
        found = [path for path in paths if path.suffix.casefold() == ASSESSMENT]
        page = self._page_for_files()
        parcels = [path for path in paths if path.suffix.casefold() == PARCEL]
        if self._session.is_open and (parcels or found):
            self._take_copies(found, parcels)
        elif found:
            self._session.open(found[0])
        elif page is not None:
            page.take_files(paths)
        elif back := [path for path in paths if self._is_returned(path)]:
            self._take_back(back)
        elif models:
            self._session.go(SHELF.key, f"{IMPORT}{models[0]}")
            if len(models) > 1:
                self._session.tell(_("Models come in one by one. This is the first; drop the others again."), "warn")
        elif self._session.is_open:
            self._import(paths)
        else:
            self._session.tell(_("Open the assessment first, then drop the forms again."), "warn")

    def _take_copies(self, found: list[Path], parcels: list[Path]) -> None:
        """Merge what is of the open assessment; another assessment is opened where there is nothing to merge."""
        own = self._session.assessment
        keys: dict[Path, FileKey | None] = {}
        others: dict[Path, FileKey | None] = {}
        for path in found:
            known = self._session.run(partial(self._known, path))
            if known is not None:
                of, key = known
                (keys if of == own.about().get("id") and not own.is_at(path) else others)[path] = key
        if keys or parcels:
            self._merge([*keys, *parcels], keys)
        elif others:
            path, key = next(iter(others.items()))
            self._session.open(path, key)

    def _known(self, path: Path) -> tuple[str, FileKey | None] | None:
        """Of which assessment a file is, and what opens it; None where somebody does not say its passphrase."""
        from desktop.model.assessment import Assessment  # noqa: PLC0415 - seldom needed

        def opening(key: FileKey | None) -> tuple[str, FileKey | None]:
            with Assessment.open(path, author="", readonly=True, key=key) as other:
                return other.about().get("id", ""), other.key

        return self._session.unlocked(path, opening, self._session.assessment.key)

    def _is_returned(self, path: Path) -> bool:
        """Whether it is a tracker; on the page of actions also the list of another program."""
        from desktop.exchange.trackers.returned import LISTS, looks_like_tracker  # noqa: PLC0415 - seldom needed

        on_actions = self._place()[0] == "actions" and path.suffix.casefold() in LISTS
        return self._session.is_open and (on_actions or looks_like_tracker(path))

    def _take_back(self, paths: list[Path]) -> None:
        self._session.go("actions", f"{TRACKER}{paths[0]}")
        if len(paths) > 1:
            self._session.tell(_("Trackers come back one by one. This is the first; drop the others again."), "warn")


def local_files(data: QMimeData) -> list[Path]:
    """All files and folders on this computer among dropped data."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def dropped(data: QMimeData) -> list[Path]:
    """What of dropped data can be taken on every page: assessments, forms, models and folders on this computer."""
    return [
        path
        for path in local_files(data)
        if path.suffix.casefold() in (ASSESSMENT, PARCEL, *FORMS, *MODELS, *TABLES) or path.is_dir()
    ]


def _is_model(path: Path) -> bool:
    return path.suffix.casefold() in MODELS
