"""Parts of a model with rules of its own as they would be answered once the work on them is done."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from desktop.model.evaluation.answer_scales import AnswerScale
from desktop.model.evaluation.part_inputs import PartWord, Said, SupportPiece
from desktop.model.maturity.rulebook import EvidenceRule, PackPart, RatingScale, Rulebook
from desktop.model.maturity.rulebook.values import Limit
from desktop.model.scoring.inputs import Given

_SHOWN = ("document", "demonstration", "interview")


def with_best_answers(book: Rulebook, given: Given, parts: Iterable[str]) -> Given:
    """What is given, with the work on these parts done. Those that are not answered themselves are left as they are."""
    words = dict(given.words)
    for id_ in parts:
        part = book.part_by_id[id_]
        scale = book.scale_of(part)
        if scale is not None:
            words[id_] = _done(book, part, scale, words.get(id_, PartWord()))
    return replace(given, words=words)


def _done(book: Rulebook, part: PackPart, scale: RatingScale, word: PartWord) -> PartWord:
    kind = book.kind_of(part)
    answer = _best(scale, word.target, down=kind.better_down)
    return replace(
        word,
        answer=None if word.instances else answer,
        instances=dict.fromkeys(word.instances, answer),
        says=None,
        in_scope=True,
        support=(*word.support, *_support(kind.evidence)),
    )


def _best(scale: RatingScale, target: Limit | None, *, down: bool) -> Said:
    """The target where it is an answer, else the best answer of the scale."""
    if target is not None and _is_answer(scale, target):
        return target
    allowed = scale.number_range
    if allowed is not None:
        return allowed.low if down else allowed.high
    offered = [choice.id for choice in scale.offered]
    if scale.several:
        return tuple(offered)
    return offered[0] if down else offered[-1]


def _is_answer(scale: RatingScale, target: Limit) -> bool:
    try:
        AnswerScale(scale).state(target)
    except ValueError:
        return False
    return True


def _support(rule: EvidenceRule | None) -> tuple[SupportPiece, ...]:
    if rule is None:
        return ()
    shown = next((kind for kind in _SHOWN if kind not in rule.beyond), _SHOWN[0])
    return tuple(SupportPiece(shown, f"what if {number}") for number in range(rule.sources))
