"""What is to be thought of in each phase: the ready-made items, and which of them the records show to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from desktop.model.records import ChecklistItem, ChecklistTick, CheckState, Phase

READY_MADE: Mapping[Phase, tuple[str, ...]] = {
    Phase.PREPARATION: (
        "sponsor",
        "goals",
        "model",
        "scope",
        "team",
        "independence",
        "budget",
        "participants",
        "cross_section",
        "confidentiality",
        "schedule",
        "invitations",
        "rooms",
    ),
    Phase.EXECUTION: (
        "kick_off",
        "questionnaires",
        "ask_about",
        "interviews",
        "documents",
        "discussions",
        "ratings",
        "feedback",
    ),
    Phase.AFTERCARE: ("report", "actions", "debrief", "clearing", "follow_up"),
}
"""The names of the items that come with the program, in the order in which they are done."""


class ModelItem(Struct, frozen=True):
    """An item that a model in use asks for.

    Attributes:
        item: by which it is ticked.
        model: what the model is called.
    """

    item: str
    phase: Phase
    text: str
    model: str


class CheckLine(Struct, frozen=True):
    """An item of a checklist and how it stands with it.

    Attributes:
        item: id of an item of the team's own, or the name of one that is ready-made.
        own: the text of the team's own, or of one of a model; empty for a ready-made one.
        model: what the model is called that asks for it; empty for others.
        tick: what the team said of it.
        shown: whether the records show that it is done, though nobody ticked it.
    """

    item: str
    phase: Phase
    own: str
    tick: ChecklistTick
    shown: bool
    model: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.tick.state is CheckState.OPEN and not self.shown


def check_lines(
    own: Sequence[ChecklistItem],
    ticks: Sequence[ChecklistTick],
    done: Mapping[str, bool],
    of_models: Sequence[ModelItem] = (),
) -> tuple[CheckLine, ...]:
    """Every item, phase by phase: ready-made ones, those of the models, the team's own.

    Args:
        own: the team's items.
        ticks: what the team said.
        done: by name of a ready-made item, whether the records show that it is done; one that is missing shows nothing.
        of_models: what the models in use ask for.
    """
    said = {tick.item: tick for tick in ticks}
    return tuple(
        CheckLine(item, phase, text, said.get(item, ChecklistTick(item=item)), done.get(item, False), model)
        for phase in Phase
        for item, text, model in (
            *((name, "", "") for name in READY_MADE[phase]),
            *((each.item, each.text, each.model) for each in of_models if each.phase is phase),
            *((each.id, each.text, "") for each in own if each.phase is phase),
        )
    )


def next_line(lines: Sequence[CheckLine]) -> CheckLine | None:
    """The first item that is still to be done; None where everything is."""
    return next((line for line in lines if line.is_open), None)
