"""What is shown of a model with rules of its own at one moment, read once and handed to its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.model.evaluation.part_results import PartResult
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import rules_of
from desktop.model.maturity.rulebook import PackPart, RatingScale
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import ONCE, Evidence, Instance, PartRating
from desktop.model.scoring.results import QuestionResult
from desktop.ui.pages.ratings.wanted_model import WantedModel
from desktop.wording.part_results import PartLine, part_lines

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


class Snapshot(WantedModel, frozen=True):
    """A model with rules of its own, its result and what the team says.

    Attributes:
        lines: every part as a row, in the order of the tree.
        ratings: by part and by instance.
        asked: what respondents answered, by part.
        pieces: evidence by part.
    """

    book: VocabularyPack
    lines: tuple[PartLine, ...]
    results: Mapping[str, PartResult]
    ratings: Mapping[str, Mapping[str, PartRating]]
    instances: tuple[Instance, ...]
    asked: Mapping[str, QuestionResult]
    pieces: Mapping[str, tuple[Evidence, ...]]
    sessions: tuple[str, ...]

    def part(self, id_: str) -> PackPart:
        """A part of the pack."""
        return self.book.part_by_id[id_]

    def scale(self, id_: str) -> RatingScale | None:
        """The scale on which a part is answered, None where it is not."""
        return self.book.scale_of(self.part(id_))

    def answered_for(self, id_: str) -> tuple[Instance, ...]:
        """What a part is answered for; nothing where it is answered once."""
        of = self.sort_of(id_)
        return tuple(each for each in self.instances if of and each.of == of)

    def sort_of(self, id_: str) -> str:
        """The model's word for what a part is answered for; empty where it is answered once."""
        return self.book.answered_for(self.part(id_))

    def rating(self, id_: str, instance: str = ONCE) -> PartRating:
        """What the team says of a part; nothing said yet reads as the defaults."""
        known = self.ratings.get(id_, {}).get(instance)
        return known or PartRating(model=self.model, part=id_, instance=instance)

    def first_open(self) -> str:
        """The first part that is answered itself and is open, else the first that is answered, else the whole."""
        answered = [line.id for line in self.lines if line.answered and not line.closed]
        open_ = (id_ for id_ in answered if self.results[id_].result.blank is not None)
        return next(open_, (answered or [self.lines[0].id])[0])

    def following(self, id_: str) -> str:
        """The next part that is answered itself, in the order of the tree; the same where there is none."""
        ids = [line.id for line in self.lines]
        later = (line.id for line in self.lines[ids.index(id_) + 1 :] if line.answered and not line.closed)
        return next(later, id_)


def read(assessment: Assessment, model: str) -> Snapshot:
    """The state of a model in use.

    Raises:
        RefusalError: ``model.not_in_use``.
    """
    pack, result = assessment.models.get(model).pack, assessment.results.of(model)
    book = rules_of(pack)
    targets = assessment.targets.all(model)
    return Snapshot(
        model=model,
        pack=pack,
        book=book,
        result=result,
        lines=tuple(part_lines(pack, result)),
        results={part.id: part for part in result.parts},
        ratings=assessment.parts.all(model),
        instances=tuple(assessment.parts.instances(model)),
        targets={book.root.id if place == WHOLE else place: target for place, target in targets.items()},
        declared=assessment.ratings.areas(model),
        numbers=assessment.models.numbers(model),
        asked={question.id: question for question in result.questions},
        pieces=assessment.evidence.by_practice(model),
        sessions=tuple(assessment.evidence.sessions()),
    )
