"""What the team says of a pack of any scheme, as the engine for rulebooks takes it."""

from __future__ import annotations

from collections.abc import Set

from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.own_answers import QUESTIONNAIRE
from desktop.model.evaluation.part_inputs import PartsInput, PartWord, SupportPiece
from desktop.model.maturity import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.rulebook import PackPart, Rulebook
from desktop.model.maturity.short_forms.of_areas import UNSATISFIED
from desktop.model.maturity.short_forms.of_streams import TICKED
from desktop.model.scoring.inputs import AreaJudgement, Given, GoalJudgement, PracticeJudgement, Tally, TargetJudgement
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment

_KINDS = {kind: kind.value for kind in EvidenceKind}
"""Looked up, since there may be tens of thousands of sources, and to ask a kind for its value takes longer."""

_BLANKS: dict[str, BlankReason] = {
    Characterisation.NOT_YET: BlankReason.NOT_DUE,
    Characterisation.NOT_APPLICABLE: BlankReason.DOES_NOT_APPLY,
    Fulfilment.NOT_APPLICABLE: BlankReason.DOES_NOT_APPLY,
    Fulfilment.DONT_KNOW: BlankReason.DONT_KNOW,
}


def parts_input(pack: Pack, given: Given, before: tuple[Given, PartsInput] | None = None) -> PartsInput:
    """What is said, part by part. What is given for ids that the pack has not is left aside.

    Args:
        pack: the model.
        given: answers and judgements.
        before: what was given of the same model before, and what this made of it; what is said of practices as it was
            then, with tens of thousands of sources maybe, is taken from there.

    Raises:
        KeyError: the pack has no such answer scale.
    """
    if isinstance(pack, PartsPack):
        return _own_rules(pack.rules, given)
    words = {
        **{id_: _goal(said) for id_, said in given.goals.items()},
        **{id_: PartWord(answer=TICKED) for id_ in given.ticks},
        **{id_: PartWord(answer=_BLANKS.get(value, value.value)) for id_, value in given.statements.items()},
        **_places(pack, given),
        **_practices(pack, given, before),
    }
    return PartsInput(words=words, tallies=_tallies(pack, given))


def _practices(pack: Pack, given: Given, before: tuple[Given, PartsInput] | None) -> dict[str, PartWord]:
    """What is said of practices alone: an area or a goal may have sources, too."""
    known, words = ({}, {}) if before is None else (before[0].practices, before[1].words)
    return {
        id_: words[id_] if known.get(id_) == said else _practice(said)
        for id_, said in given.practices.items()
        if id_ in pack.practice_by_id
    }


def _practice(said: PracticeJudgement) -> PartWord:
    return PartWord(
        answer=None if said.value is None else _BLANKS.get(said.value, said.value.value),
        alternative=said.alternative,
        reason=said.reason,
        support=tuple([SupportPiece(_KINDS[source.kind], source.session) for source in said.sources]),
    )


def _goal(said: GoalJudgement) -> PartWord:
    return PartWord(says=UNSATISFIED if said.weaknesses_significant else None)


def _places(pack: Pack, given: Given) -> dict[str, PartWord]:
    """What is said of areas, streams, tracks and the whole.

    A level is wanted of what stands at one; that an area is to be satisfied or need not be is no grade of it.
    """
    nothing, no_target = AreaJudgement(), TargetJudgement()
    areas = {id_: said for id_, said in given.areas.items() if id_ in pack.place_by_id}
    targets = {id_: wanted for id_, wanted in given.targets.items() if id_ not in pack.area_by_id}
    levels = {level.number for level in pack.levels}
    chosen = {id_: level for id_, level in given.chosen.items() if id_ in pack.stream_by_id and level in levels}
    return {
        id_: PartWord(
            answer=BlankReason.DOES_NOT_APPLY if areas.get(id_, nothing).not_applicable else None,
            reason=areas.get(id_, nothing).reason,
            in_scope=areas.get(id_, nothing).in_scope,
            says=chosen.get(id_),
            target=targets.get(id_, no_target).level,
            importance=targets.get(id_, no_target).importance,
        )
        for id_ in areas.keys() | targets.keys() | chosen.keys()
    }


def _tallies(pack: Pack, given: Given) -> dict[str, dict[str, int]]:
    """The answers to each question, without the blanks."""
    asked = asked_by_id(pack, given.scale)
    return {
        id_: {
            choice.id: given.tallies[id_].counts[choice.id]
            for choice in question.scale.answers
            if choice.id in given.tallies[id_].counts
        }
        for id_, question in asked.items()
        if id_ in given.tallies
    }


def _own_rules(book: Rulebook, given: Given) -> PartsInput:
    """What the engine is given: what the team says, and how often respondents gave each answer."""
    tallies = {part.id: _counts(book, part, given.tallies[part.id]) for part in book.parts if part.id in given.tallies}
    return PartsInput(words=given.words, tallies=tallies)


def without_answers(book: Rulebook, given: Given, questions: Set[str]) -> Given:
    """What was given, as if nobody had answered these questions, except that answers are a source of evidence."""
    words = dict(given.words)
    for id_ in questions & given.tallies.keys() & book.part_by_id.keys():
        part = book.part_by_id[id_]
        scale = book.scale_of(part)
        counts = _counts(book, part, given.tallies[id_])
        numbers = () if scale is None else (choice.id for choice in scale.asked if choice.value is not None)
        if not any(counts.get(choice) for choice in numbers):
            continue
        for about in (id_, *part.informs):
            word = words.get(about, PartWord())
            words[about] = replace(word, support=(*word.support, SupportPiece(QUESTIONNAIRE, "")))
    silent = dict.fromkeys(questions, Tally({}, 0))
    return replace(given, words=words, tallies={**given.tallies, **silent})


def _counts(book: Rulebook, part: PackPart, tally: Tally) -> dict[str, int]:
    """Answers alone, without the blanks."""
    scale = book.scale_of(part)
    answers = () if scale is None else scale.asked
    return {choice.id: tally.counts[choice.id] for choice in answers if choice.id in tally.counts}
