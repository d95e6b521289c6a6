"""What is otherwise at a moment than at an earlier one, in lines: what, of what, by whom and when."""

from __future__ import annotations

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.going_back import MomentChanges
from desktop.wording.change_rows import change_rows, is_bookkeeping
from desktop.wording.moments import local_time
from desktop.wording.records import kind_name


class ChangedLine(Struct, frozen=True):
    """A cell that holds something else.

    Attributes:
        kind: what kind of thing it is about.
        about: which, as people call it; empty where what it says tells that.
        what: what it held and what it holds.
        author: who changed it last.
        when: and when, on this machine's clock.
        step: in which step.
    """

    kind: str
    about: str
    what: str
    author: str
    when: str
    step: int

    def sentence(self) -> str:
        """What, of what."""
        return _("{about}: {what}").format(about=self.about, what=self.what) if self.about else self.what


def changed_lines(found: MomentChanges, later: Assessment) -> list[ChangedLine]:
    """All that people need be told of, by kind, and in each by the step that changed it.

    Args:
        found: what changed.
        later: the assessment as it is at the later moment; its names are used.
    """
    cells = [each for each in found.cells if not is_bookkeeping(each.change)]
    told = change_rows([each.change for each in cells], later)
    lines = [
        ChangedLine(
            kind_name(each.change.kind),
            row.about.removeprefix(kind_name(each.change.kind)).removeprefix(" · "),
            row.text,
            each.step.author,
            local_time(each.step.at),
            each.step.number,
        )
        for each, row in zip(cells, told, strict=True)
    ]
    return sorted(lines, key=lambda line: line.kind.casefold())
