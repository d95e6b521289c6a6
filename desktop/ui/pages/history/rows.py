"""What the table of steps shows: each step with its sentence and whether it is in effect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from desktop.language import N_, NC_, _
from desktop.model.assessment.history import History
from desktop.model.journal import Step, StepId, StepKind
from desktop.ui.table_rows import Column
from desktop.wording import names
from desktop.wording.moments import local_time
from desktop.wording.steps import sentence


class State(StrEnum):
    """How a step stands now."""

    IN_EFFECT = "in_effect"
    NEXT_UNDO = "next_undo"
    UNDONE = "undone"
    NEXT_REDO = "next_redo"
    UNDO = "undo"
    REDO = "redo"
    NOTE = "note"
    MERGE = "merge"


WORDS = {
    State.IN_EFFECT: N_("In effect"),
    State.NEXT_UNDO: N_("Next undo"),
    State.UNDONE: N_("Undone"),
    State.NEXT_REDO: N_("Next redo"),
    State.UNDO: NC_("kind of step", "Undo"),
    State.REDO: NC_("kind of step", "Redo"),
    State.NOTE: NC_("kind of step", "Note"),
    State.MERGE: NC_("kind of step", "Merge"),
}

MEANINGS = {
    State.IN_EFFECT: N_("In effect."),
    State.NEXT_UNDO: N_("In effect. Undo takes this step next."),
    State.UNDONE: N_("Undone: what it changed is as it was before."),
    State.NEXT_REDO: N_("Undone. Redo brings this step back next."),
    State.UNDO: N_("Undoes step {target}."),
    State.REDO: N_("Brings back step {target}."),
    State.NOTE: N_("A note. Undo passes over it."),
    State.MERGE: N_("Steps of copies that came in together. Enter shows them."),
}

_BESIDES = {StepKind.UNDO: State.UNDO, StepKind.REDO: State.REDO, StepKind.NOTE: State.NOTE}
_TONES = {State.NEXT_UNDO: "accent", State.UNDONE: "warn", State.NEXT_REDO: "accent", State.MERGE: "good"}


class StepRow(Struct, frozen=True):
    """A step as it is shown.

    Attributes:
        what: its sentence.
        when: the time it was made, on this machine's clock.
        parts: the steps of a merge, of which this row stands for all.
        inside: the number of the merge with which it came and in whose row it is shown; 0 for none.
    """

    step: Step
    what: str
    when: str
    state: State
    parts: tuple[StepRow, ...] = ()
    inside: int = 0

    @property
    def number(self) -> int:
        """The step's number."""
        return self.step.number

    def meaning(self) -> str:
        """What its state means."""
        return _(MEANINGS[self.state]).format(target=self.step.target.clock if self.step.target else "")

    def passes(self, words: Iterable[str], author: str | None) -> bool:
        """Whether it is by the author, None for anybody, and says all words, in lower case."""
        if author is not None and self.step.author != author:
            return False
        text = f"{self.number}\n{self.what}\n{self.step.author}\n{self.when}".casefold()
        return all(word in text for word in words)


def rows(history: History, steps: Iterable[Step], questions: Mapping[str, str] | None = None) -> list[StepRow]:
    """Steps with their state now; `questions` says what questions are called, by id."""
    in_effect = history.in_effect()
    marked = {State.NEXT_UNDO: history.next_undo(), State.NEXT_REDO: history.next_redo()}
    marks = {step.id: state for state, step in marked.items() if step is not None}
    return [
        StepRow(
            step,
            sentence(step, questions),
            local_time(step.at),
            marks.get(step.id) or _state(step, in_effect),
        )
        for step in steps
    ]


def columns() -> tuple[Column[StepRow], ...]:
    """The columns of the table."""
    return (
        Column(_("Step"), lambda row: "" if row.parts else str(row.number), width=62),
        Column(_("When"), lambda row: row.when, width=156, gives_way=1),
        Column(
            _("Author"),
            lambda row: names.author(row.step.author),
            tip=lambda row: names.author(row.step.author),
            width=104,
            gives_way=2,
        ),
        Column(
            _("What"),
            lambda row: f"    {row.what}" if row.inside and not row.parts else row.what,
            tip=lambda row: row.what,
        ),
        Column(
            _("State"),
            lambda row: _(WORDS[row.state]),
            tone=lambda row: _TONES.get(row.state, "plain"),
            tip=StepRow.meaning,
            width=98,
        ),
    )


def _state(step: Step, in_effect: frozenset[StepId]) -> State:
    if step.kind is StepKind.EDIT:
        return State.IN_EFFECT if step.id in in_effect else State.UNDONE
    return _BESIDES[step.kind]
