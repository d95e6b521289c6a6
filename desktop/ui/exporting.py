"""Writing deliverables from the window: gathered at once, written beside it, told in the toast."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from desktop.exchange.deliverable import Deliverable, gather, release
from desktop.exchange.export import PARTS, export
from desktop.exchange.figures import missing_letters
from desktop.exchange.file_names import with_ending
from desktop.exchange.portable import save_portable
from desktop.exchange.report_files import REPORT
from desktop.exchange.reports.faults import TemplateFault, told
from desktop.exchange.slides import template_lacks
from desktop.language import _, ngettext
from desktop.model.errors import RefusalError
from desktop.ui.session import Session
from desktop.ui.whereabouts import shown_at
from desktop.ui.work import Progress, Work
from desktop.wording.exports import (
    held_told,
    letters_told,
    named_told,
    newest_offered,
    part_text,
    telling_told,
    unsaid_told,
)

_SLIDES = "PowerPoint (*.pptx *.potx)"

HOUSE = "house"
"""What is ticked to make the slides with a template of one's own."""

REWORD, WRITE = "reword", "write"
NEWEST = "newest"
"""What is ticked to show answers as they are now, whatever their difference to an earlier export tells."""


class Written(NamedTuple):
    """What an export wrote: the files, none when it was cancelled, the letters that no font has, and from what.

    Attributes:
        lacking: what is to be told of the templates.
        unsaid: of so many sections the team's words were left out.
    """

    paths: list[Path]
    letters: str
    deliverable: Deliverable
    lacking: list[str]
    unsaid: int = 0


class Exporter(QObject):
    """One export: asks for the folder, writes in a thread, tells how it went."""

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session

    def begin(self, wanted: Sequence[str] = ()) -> None:
        """Ask what, unless that is said, and where, and start.

        Args:
            wanted: some of `PARTS`.
        """
        assessment, day = self._session.assessment, self._session.today()
        before = self._session.run(lambda: gather(assessment, day=day))
        if before is None:
            self.deleteLater()
            return
        purpose = _("What to export")
        offered = [(part, part_text(part)) for part in wanted or PARTS]
        if not wanted:
            offered.append((HOUSE, _("The slides with a template of our own (.pptx or .potx)")))
        if before.held:
            offered.append((NEWEST, newest_offered(before.held, before.subject.threshold)))
        chosen = wanted or self._session.settings.parts(purpose) or PARTS
        ask = not wanted or len(offered) > len(wanted)
        picked = self._session.dialogs.several(purpose, offered, chosen) if ask else list(wanted)
        parts = [part for part in picked or () if part in PARTS]
        template, lacking = None, list[str]()
        if "deck" in parts and HOUSE in (picked or ()):
            asked = self._session.dialogs.open_file(_("Template of the slides"), _SLIDES)
            checked = None if asked is None else self._session.run(lambda: template_lacks(asked))
            if checked is None:
                self.deleteLater()
                return
            template, lacking = asked, checked
        folder = self._session.dialogs.folder(_("Folder for the results")) if parts and self._may_name() else None
        if folder is None:
            self.deleteLater()
            return
        if not wanted:
            self._session.settings.remember_parts(purpose, parts)
        newest = NEWEST in (picked or ())
        deliverable = self._session.run(lambda: release(assessment, day=day, newest=newest))
        if deliverable is None:
            self.deleteLater()
            return

        word_template = self._session.settings.template

        def task(progress: Progress, cancelled: object) -> Written:
            faults: list[TemplateFault] = []
            paths = export(
                deliverable,
                folder,
                parts,
                progress=progress,
                cancelled=cancelled,  # type: ignore[arg-type]
                template=word_template,
                slides_template=template,
                on_fault=faults.append,
            )
            unsaid = len(deliverable.unsaid) if REPORT in parts else 0
            return Written(paths, missing_letters(deliverable), deliverable, [*lacking, *map(told, faults)], unsaid)

        self._work = Work(task, self)
        self._work.finished.connect(self._on_finished)
        self._work.refused.connect(self._session.refuse)
        self._work.failed.connect(self._session.report)
        self._work.ended.connect(self.deleteLater)
        self._session.tell(_("Writing the results…"), "warn")
        self._work.start()

    def _may_name(self) -> bool:
        """Whether what leaves the team names nobody, or is to be written all the same."""
        named = self._session.assessment.outgoing_names()
        if not named:
            return True
        text = _("These texts may name somebody who takes part:")
        ways = ((REWORD, _("&Go and reword the first")), (WRITE, _("&Write all the same")))
        told = "\n".join((text, *named_told(named)))
        way = self._session.dialogs.one_of(_("Names in what leaves the team"), told, ways)
        if way == REWORD:
            self._session.go(*shown_at(named[0].kind, "/".join(named[0].key), self._session.assessment))
        return way == WRITE

    @Slot(object)
    def _on_finished(self, written: Written) -> None:
        paths, letters, deliverable = written.paths, written.letters, written.deliverable
        if not paths:
            self._session.tell(_("Nothing was written."), "warn")
            return
        text = ngettext("{count} file is in {folder}.", "{count} files are in {folder}.", len(paths))
        where = text.format(count=len(paths), folder=paths[0].parent)
        notes = [
            *written.lacking,
            unsaid_told(written.unsaid) if written.unsaid else "",
            letters_told(letters) if letters else "",
            held_told(deliverable.held, deliverable.subject.threshold) if deliverable.held else "",
            telling_told(deliverable.telling) if deliverable.telling else "",
        ]
        told_all, tone = " ".join([where, *filter(None, notes)]), "warn" if any(notes) else "good"
        self._session.tell_of_files(told_all, paths[0].parent, tone)


def confirmed_ending(session: Session, path: Path, ending: str, *others: str) -> Path | None:
    """The path with the ending; None, and told, where the ending makes it that of a file nobody agreed to replace."""
    ended = with_ending(path, ending, *others)
    if ended != path and ended.exists():
        session.refuse(RefusalError("file.exists", path=ended))
        return None
    return ended


def save_data(session: Session) -> None:
    """Ask where to write the whole assessment as portable data, and write it."""
    path = session.dialogs.save_file(_("Save as portable data"), "assessment.json", "JSON (*.json)")
    if path is None:
        return
    path = confirmed_ending(session, path, ".json")
    if path is not None and session.run(lambda: save_portable(session.assessment, path)) is not None:
        told = _("All of the assessment is in {path}, people's names included.").format(path=path)
        if session.assessment.attachments.digests():
            told += " " + _("Attached files are not in it; save a copy of the assessment file to keep them.")
        session.tell(told)
