"""Releases: what exports showed of the answers, remembered so that no two of them give away what a few people said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from desktop.model.assessment.desk import Desk
from desktop.model.assessment.lineage import Lineage
from desktop.model.assessment.rounds import shown_before
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, StepKind
from desktop.model.records import ShownAnswers
from desktop.model.scoring.anonymity import Counts


class Releases:
    """What left the team.

    Args:
        desk: of what is shown.
        notes: of the file in which it is noted; another one only where what is shown is the assessment as it was.
    """

    def __init__(self, desk: Desk, notes: Desk | None = None) -> None:
        self._desk = desk
        self._notes = notes or desk

    def of_then(self, then: Desk) -> Releases:
        """What is shown of the assessment as it was, compared with what left the team up to now, and noted here."""
        return Releases(then, self._notes)

    def shown(self, model: str) -> dict[str, list[Counts]]:
        """What exports of this round showed of the answers to each question, whatever id it had then, the oldest first.

        Nobody's answer can be told from a difference to an earlier round, for which everybody was asked anew.

        Raises:
            RefusalError: ``file.damaged``: what was shown cannot be read, so nothing can be compared with it.
        """
        goes_on: dict[str, set[str]] = {}
        for question, earlier in Lineage(self._desk).ancestors(model).items():
            for each in earlier:
                goes_on.setdefault(each, set()).add(question)
        found: dict[str, list[Counts]] = {}
        before = shown_before(self._desk)
        for record in sorted(self._notes.store.all(ShownAnswers, model=model), key=lambda record: record.number):
            if record.number <= before:
                continue
            counts = self._counts(record)
            for question in (record.question, *goes_on.get(record.question, ())):
                told = found.setdefault(question, [])
                if counts not in told:
                    told.append(counts)
        return found

    def _counts(self, record: ShownAnswers) -> Counts:
        try:
            return msgspec.json.decode(record.counts, type=dict[str, int])
        except msgspec.DecodeError:
            raise RefusalError("file.damaged", path=self._desk.store.path) from None

    def remember(
        self, day: dt.date, shown: Mapping[str, Mapping[str, Counts]], newest: Mapping[str, frozenset[str]]
    ) -> Changed:
        """Note what an export is about to show; a note in the history that undo passes over.

        Where everything has been shown before, nothing is written. A question that had another id in an earlier version
        of its model is noted under both, since undo, which passes over notes, can bring the earlier version back.

        Args:
            day: of the export.
            shown: by model and question, the counts; those of questions that nobody answered need not be remembered.
            newest: by model, questions shown as they are although a few people's answers can be told from them.

        Raises:
            RefusalError: ``file.opened_readonly`` when there is something to note and the file cannot be written to.
        """
        before = shown_before(self._notes)
        known = {
            (record.model, record.question, record.counts)
            for record in self._notes.store.all(ShownAnswers)
            if record.number > before
        }
        lineage = Lineage(self._desk)
        fresh = [
            (model, question, asked, text)
            for model, questions in shown.items()
            for ancestors in (lineage.ancestors(model),)
            for question, counts in questions.items()
            for asked in (question, *sorted(ancestors.get(question, ())))
            if any(counts.values()) and (model, asked, text := _text(counts)) not in known
        ]
        if not fresh:
            return Changed()
        number = self._notes.store.highest(ShownAnswers, "number") + 1
        told = {(model, question): question in newest.get(model, frozenset()) for model, question, *_rest in fresh}
        telling = sum(told.values())
        with self._notes.step("answers.shown", kind=StepKind.NOTE, questions=len(told), newest=telling) as step:
            for model, question, asked, text in fresh:
                step.draft.put(ShownAnswers, model, asked, text, number=number, day=day, newest=told[model, question])
        return step.changed


def _text(counts: Counts) -> str:
    return msgspec.json.encode(dict(sorted(counts.items()))).decode()
