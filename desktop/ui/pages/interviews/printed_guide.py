"""A guide on paper: what to ask in a session, each question with room for what is heard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument

from desktop.language import _
from desktop.ui.pages.interviews.guide_rows import GuideRow
from desktop.ui.printed_page import numbered_document
from desktop.wording import names
from desktop.wording.interviews import session_times

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


def printed_guide(assessment: Assessment, session: str, rows: Sequence[GuideRow]) -> QTextDocument:
    """The guide as a document. Who is heard stands there by role alone."""
    it = assessment.interviews
    found, heard = it.get(session), it.participants(session)
    roles = [each.role for each in assessment.preparation.participants() if each.id in heard and each.role]
    areas = ", ".join(ref.part for ref in sorted(it.areas(session)))
    when = " ".join(part for part in (names.day(found.day), session_times(found)) if part)
    beside = " · ".join(part for part in (when, found.place, ", ".join(dict.fromkeys(roles)), areas) if part)
    title = _("Guide: {session}").format(session=found.name)
    return numbered_document(title, beside, [(row.line.topic.text, row.beneath) for row in rows])
