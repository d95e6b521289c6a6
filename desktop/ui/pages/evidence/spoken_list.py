"""What speaks of a practice: answers, notes and evidence, each a way to where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.language import _, ngettext
from desktop.model.assessment.session_reading import Standing, role_of
from desktop.model.maturity.refs import Ref
from desktop.model.records import Evidence
from desktop.model.scoring.coverage import PartCoverage, SourceGroup
from desktop.model.scoring.vocabulary import SourceKind
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.whereabouts import Whereabouts
from desktop.wording import names
from desktop.wording.coverage import group_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.model.assessment import Assessment


_ROW = 52
"""The height of a row in pixels at 100 %: not measured, since hundreds of notes may speak of one practice."""


class SpokenLine(Struct, frozen=True):
    """One thing that speaks of a part.

    Attributes:
        group: where it comes from, interviews by role.
        source: the session or document; empty for answers.
        text: what it says.
        tone: what a note says of the part; empty where that is not said.
        shown: where one sees it.
    """

    group: SourceGroup
    source: str
    text: str
    tone: str
    shown: Whereabouts


def spoken_lines(
    assessment: Assessment,
    model: str,
    part: PartCoverage,
    pieces: Mapping[str, Sequence[Evidence]],
    group: SourceGroup | None,
    by: Standing = role_of,
) -> list[SpokenLine]:
    """What speaks of a part: answers, then notes in the order of their times, then evidence.

    Args:
        assessment: the open one.
        model: id of the model.
        part: its coverage.
        pieces: the evidence by part.
        group: only what comes from there; None for all. A note of which nobody knows who said it stands with each role
            that was heard in its session.
        by: as whom people are told apart who were interviewed.
    """
    found = [*_answers(assessment, model, part), *_notes(assessment, model, part, by), *_filed(part, pieces)]
    if group is None:
        return found
    heard = {line.source for line in found if line.group == group}
    return [
        line
        for line in found
        if line.group == group or (line.group == SourceGroup(group.kind) and line.source in heard)
    ]


def _answers(assessment: Assessment, model: str, part: PartCoverage) -> Iterator[SpokenLine]:
    asked = assessment.models.questions(model)
    counts = {each.id: each.answers.n for each in assessment.results.of(model).questions}
    for question in part.questions:
        count = counts.get(question, 0)
        told = ngettext("{count} answer", "{count} answers", count).format(count=count)
        text = asked[question].text if question in asked else question
        shown = Whereabouts("questionnaires", str(Ref(model, question)))
        yield SpokenLine(SourceGroup(SourceKind.QUESTIONNAIRE), "", f"{text} ({told})", "", shown)


def _notes(assessment: Assessment, model: str, part: PartCoverage, by: Standing) -> Iterator[SpokenLine]:
    for heard in assessment.interviews.heard(model, part.part, by=by):
        kind = heard.session.kind.source
        if kind is None:
            continue
        role = heard.role if kind is SourceKind.INTERVIEW else ""
        shown = Whereabouts("interviews", heard.note.id)
        yield SpokenLine(
            SourceGroup(kind, role), heard.session.name, heard.note.text, names.name(heard.note.tone), shown
        )


def _filed(part: PartCoverage, pieces: Mapping[str, Sequence[Evidence]]) -> Iterator[SpokenLine]:
    for piece in pieces.get(part.part, ()):
        text = " – ".join(each for each in (piece.session, piece.note) if each)
        yield SpokenLine(
            SourceGroup(SourceKind(piece.kind.value)), piece.session, text, "", Whereabouts("evidence", piece.id)
        )


class SpokenList(Table):
    """The list; Enter leads to where a thing stands."""

    def __init__(self) -> None:
        columns: list[Column[SpokenLine]] = [
            Column(_("Source"), lambda line: group_text(line.group), width=170),
            Column(_("What it says"), lambda line: line.text, beneath=_beneath),
        ]
        super().__init__(RowsModel(columns), _("What speaks of it"), sortable=False, fit_rows=False)
        size(self.verticalHeader(), section=_ROW)

    def show_lines(self, lines: Sequence[SpokenLine]) -> None:
        """Show what there is."""
        self.fill(lines, _key)
        if lines and self.current_row() is None:
            self.selectRow(0)


def _beneath(line: SpokenLine) -> str | None:
    return " · ".join(part for part in (line.tone, line.source) if part) or None


def _key(line: SpokenLine) -> Whereabouts:
    return line.shown
