"""The guide of an interview: what to ask about some areas, ranked by what the answers and earlier talks leave open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from desktop.model.listening.unheard import Unheard
from desktop.model.maturity.refs import Ref
from desktop.model.records import OWN
from desktop.model.scoring.asking import WEIGHTS, AskAbout, AskReason

SILENT, ROLE = 4, 2
"""What it weighs that nobody has spoken of a part yet, or that somebody of a role has not."""


class GuideTopic(Struct, frozen=True):
    """Something to ask.

    Attributes:
        ask: the question by model and id, or the part that is asked about where no question is; of a question of the
            team's own its id under `OWN`.
        text: what is asked.
        parts: the parts that it is about.
    """

    ask: Ref
    text: str
    parts: tuple[Ref, ...] = ()

    @property
    def own(self) -> bool:
        """Whether it is a question of the team's own."""
        return self.ask.model == OWN


class GuideLine(Struct, frozen=True):
    """A line of a guide.

    Attributes:
        reasons: what in the answers makes it worth asking.
        silent: the parts of which nobody has spoken yet.
        roles: the roles of those heard in the session that have not spoken of one of the other parts.
        asked: whether it was asked in the session.
    """

    topic: GuideTopic
    reasons: tuple[AskReason, ...] = ()
    silent: tuple[Ref, ...] = ()
    roles: tuple[str, ...] = ()
    asked: bool = False

    @property
    def weight(self) -> int:
        """How much speaks for asking it."""
        told = sum(WEIGHTS[reason] for reason in self.reasons)
        return told + (SILENT if self.silent else 0) + (ROLE if self.roles else 0)


def guide_lines(
    topics: Iterable[GuideTopic],
    worth: Mapping[Ref, AskAbout],
    unheard: Sequence[Unheard],
    asked: Iterable[Ref] = (),
) -> tuple[GuideLine, ...]:
    """A guide: first the team's own questions, then the weightiest, of one weight in their order; asked ones last.

    Args:
        topics: what can be asked, in the models' order.
        worth: by question, what the answers leave open.
        unheard: the parts that lack a word, and from which role.
        asked: what was asked in the session already.
    """
    lacking, done = {each.part: each for each in unheard}, frozenset(asked)
    lines = [_line(topic, worth.get(topic.ask), lacking, asked=topic.ask in done) for topic in topics]
    return tuple(sorted(lines, key=lambda line: (line.asked, not line.topic.own, -line.weight)))


def _line(topic: GuideTopic, worth: AskAbout | None, lacking: Mapping[Ref, Unheard], *, asked: bool) -> GuideLine:
    found = [lacking[part] for part in topic.parts if part in lacking]
    return GuideLine(
        topic,
        reasons=worth.reasons if worth is not None else (),
        silent=tuple(each.part for each in found if each.silent),
        roles=tuple(dict.fromkeys(role for each in found for role in each.roles)),
        asked=asked,
    )
