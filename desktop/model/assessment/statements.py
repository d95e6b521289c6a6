"""Statements: how far each is met, and what the team has found."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.assessment.blind_ratings import refuse_blind
from desktop.model.assessment.desk import Desk
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.records import StatementRating
from desktop.model.scoring.vocabulary import Fulfilment


class Statements:
    """The team's judgements of statements. They are input to scoring; the level of a track comes from there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ratings(self, model: str) -> dict[str, StatementRating]:
        """Judgements by statement id; statements nobody spoke of are not there."""
        return {rating.statement: rating for rating in self._desk.store.all(StatementRating, model=model)}

    def rate(self, model: str, statements: str | Iterable[str], value: Fulfilment | None) -> Changed:
        """Say in one step how far statements are met; None opens them again.

        Args:
            model: id of the model.
            statements: id of a statement, or several.
            value: how far they are met.

        Raises:
            RefusalError: ``statement.unknown``; ``blind.under_way`` while the team's members rate one of them alone.
        """
        ids = [statements] if isinstance(statements, str) else list(statements)
        for statement in ids:
            self._refuse_unknown(model, statement)
        refuse_blind(self._desk, model, ids)
        with self._desk.step("statement.rate", statements=", ".join(ids), fulfilment=value and value.value) as step:
            step.draft.put_many(StatementRating, (((model, statement), {"value": value}) for statement in ids))
        return step.changed

    def note(self, model: str, statement: str, note: str) -> Changed:
        """Take down what the team has heard, read or seen, or why a statement does not apply.

        Raises:
            RefusalError: ``statement.unknown``.
        """
        self._refuse_unknown(model, statement)
        with self._desk.step("statement.note", statement=statement) as step:
            step.draft.put(StatementRating, model, statement, note=note)
        return step.changed

    def _refuse_unknown(self, model: str, statement: str) -> None:
        if statement not in self._desk.pack(model).statement_by_id:
            raise RefusalError("statement.unknown", statement=statement, model=model)
