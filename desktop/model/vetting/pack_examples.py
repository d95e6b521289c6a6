"""Examples of a pack: whether they speak of what is there, and whether the rules give what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from desktop.model.evaluation.answer_scales import AnswerScale
from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput, PartWord, Said, SupportPiece
from desktop.model.evaluation.part_results import Ground, MeasureResult
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.findings import Finding, finding, reference, references
from desktop.model.maturity.nodes import Place
from desktop.model.maturity.rulebook import PackPart, PartKind, Rulebook, exact
from desktop.model.maturity.rulebook.values import Limit
from desktop.model.maturity.worked_examples import RESULT, PackExample, SingleAnswer
from desktop.model.vetting.comparing import unfit
from desktop.model.vetting.graded_parts import GradedParts

ENOUGH = 9
"""Sources that support each answer of an example: as many as a kind can ask for."""

GAP = "gap"


class ExampleMiss(Struct, frozen=True):
    """A result that is not what an example says.

    Attributes:
        place: where the example says it.
        part: the part.
        measure: which further measure, `gap`, or None for the result.
        wanted: what the example says.
        came: what the rules give: a number, a grade, the reason of a blank, or None for no gap.
        grounds: why.
    """

    place: Place
    part: str
    measure: str | None
    wanted: Limit
    came: Fraction | str | None
    grounds: tuple[Ground, ...]


def unsaid(book: Rulebook, examples: Sequence[PackExample]) -> Iterator[Finding]:
    """Examples that name what is not there, or answer what cannot be answered so."""
    known = frozenset(book.part_by_id)
    names: set[str] = set()
    for index, example in enumerate(examples):
        place: Place = ("examples", index)
        if example.name in names:
            yield finding((*place, "name"), FaultCode.NAME_TWICE, id=example.name)
        names.add(example.name)
        if not example.gives and not example.gaps:
            yield finding((*place, "gives"), FaultCode.LIST_EMPTY, key="gives")
        unknown = list(_unknown(example, known, place))
        yield from unknown or _unfit(book, example, place)


def _unknown(example: PackExample, known: frozenset[str], place: Place) -> Iterator[Finding]:
    yield from references(example.out_of_scope, known, (*place, "out_of_scope"), "parts")
    for key in ("answers", "says", "targets", "gives", "gaps"):
        for id_ in getattr(example, key):
            if id_ not in known:
                yield reference(id_, known, (*place, key, id_), "parts")


def _unfit(book: Rulebook, example: PackExample, place: Place) -> Iterator[Finding]:
    graded = GradedParts(book)
    for id_, answer in example.answers.items():
        yield from _answer(book, book.part_by_id[id_], answer, (*place, "answers", id_))
    for key in ("says", "targets"):
        for id_, limit in getattr(example, key).items():
            yield from unfit(limit, [book.part_by_id[id_]], None, (*place, key, id_), graded)
    for id_, wanted in example.gives.items():
        if isinstance(wanted, Mapping):
            measures = frozenset(rule.id for rule in _kind(book, id_).also) | {RESULT}
            yield from references(tuple(wanted), measures, (*place, "gives", id_), "measures")


def misses(book: Rulebook, example: PackExample, place: Place) -> list[ExampleMiss]:
    """Where the rules give something else than an example says.

    Args:
        book: the rulebook, without faults.
        example: the example.
        place: where it stands.
    """
    results = evaluate(book, given_in(book, example))
    found = []
    for id_, wanted in example.gives.items():
        each = wanted if isinstance(wanted, Mapping) else {RESULT: wanted}
        for measure, limit in each.items():
            result = results[id_].result if measure == RESULT else results[id_].also[measure]
            if not _meets(result, limit):
                named = None if measure == RESULT else measure
                here = (*place, "gives", id_)
                found.append(ExampleMiss(here, id_, named, limit, _told(result, limit), result.grounds))
    for id_, gap in example.gaps.items():
        came = results[id_].gap
        if came is None or not _is_number(came, gap):
            found.append(ExampleMiss((*place, "gaps", id_), id_, GAP, gap, came, results[id_].result.grounds))
    return found


def given_in(book: Rulebook, example: PackExample) -> PartsInput:
    """What an example says of the parts, as the engine takes it."""
    out = set(example.out_of_scope)
    ids = dict.fromkeys([*example.answers, *example.says, *example.targets, *example.out_of_scope])
    words = {}
    for id_ in ids:
        part, answer = book.part_by_id[id_], example.answers.get(id_)
        several = answer if isinstance(answer, Mapping) else {}
        words[id_] = PartWord(
            answer=None if answer is None or isinstance(answer, Mapping) else _said(book, part, answer),
            instances={name: _said(book, part, one) for name, one in several.items()},
            says=example.says.get(id_),
            reason=example.name,
            in_scope=id_ not in out,
            support=support_of_trial(book.kind_of(part)),
            target=example.targets.get(id_),
        )
    return PartsInput(words=words)


def _kind(book: Rulebook, part: str) -> PartKind:
    return book.kind_of(book.part_by_id[part])


def _answer(
    book: Rulebook, part: PackPart, answer: SingleAnswer | Mapping[str, SingleAnswer], place: Place
) -> Iterator[Finding]:
    scale, kind = book.scale_of(part), book.kind_of(part)
    if scale is None:
        if answer not in tuple(BlankReason):
            yield finding(place, FaultCode.ANSWER_NONE, id=part.id)
        return
    if (kind.across is not None) != isinstance(answer, Mapping):
        yield finding(place, FaultCode.ANSWER_ACROSS if kind.across else FaultCode.ANSWER_ONCE, id=part.id)
        return
    for one in answer.values() if isinstance(answer, Mapping) else [answer]:
        said = _said(book, part, one)
        if isinstance(said, BlankReason):
            continue
        try:
            AnswerScale(scale).state(said)
        except ValueError:
            words = tuple(choice.id for choice in scale.offered)
            shown = ", ".join(one) if isinstance(one, tuple) else str(one)
            yield finding(place, FaultCode.ANSWER_OFF, id=part.id, answer=shown, scale=scale.id, known=words)


def _said(book: Rulebook, part: PackPart, answer: SingleAnswer) -> Said:
    """An answer; a word for a blank stands for it, unless it is a choice of the scale."""
    scale = book.scale_of(part)
    choices = () if scale is None else tuple(choice.id for choice in scale.offered)
    if isinstance(answer, str) and answer not in choices and answer in tuple(BlankReason):
        return BlankReason(answer)
    return answer


def support_of_trial(kind: PartKind) -> tuple[SupportPiece, ...]:
    """Evidence for a part that is only tried: enough for its answer to count."""
    beyond = () if kind.evidence is None else kind.evidence.beyond
    shown = next((each for each in ("document", "demonstration", "interview") if each not in beyond), "document")
    return tuple(SupportPiece(kind=shown, session=str(number)) for number in range(ENOUGH))


def _meets(result: MeasureResult, wanted: Limit) -> bool:
    if result.blank is not None:
        return result.blank.value == wanted
    if isinstance(wanted, str):
        return result.grade == wanted
    return result.value is not None and _is_number(result.value, wanted)


def _is_number(value: Fraction, wanted: int | float) -> bool:
    """Whether a number is the one that is written, to its last decimal; a whole one is meant exactly."""
    if isinstance(wanted, int):
        return value == wanted
    return bool(abs(value - exact(wanted)) * 2 * 10 ** _decimals(wanted) <= 1)


def _decimals(number: float) -> int:
    return len(f"{number!r}".partition(".")[2])


def _told(result: MeasureResult, wanted: Limit) -> Fraction | str | None:
    if result.blank is not None:
        return result.blank.value
    if isinstance(wanted, str) and result.grade is not None:
        return result.grade
    return result.grade if result.value is None else result.value
