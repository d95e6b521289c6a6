"""Packs with rules of their own for tests: eight public rules, and what their examples say put into an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable, gather
from desktop.model.assessment import Assessment
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.maturity.worked_examples import PackExample, SingleAnswer
from desktop.model.scoring.part_answers import several_written
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.model.vetting.vetted_packs import usable_pack

PACKS = sorted((Path(__file__).parent / "model" / "vetting" / "packs").glob("*.yaml"))


def own_rules(name: str) -> PartsPack:
    """One of the eight, by the name of its file."""
    pack = usable_pack(next(path for path in PACKS if path.stem == name))
    assert isinstance(pack, PartsPack)
    return pack


def with_own_rules(deliverable: Deliverable, folder: Path) -> Deliverable:
    """A deliverable with one of the eight beside its models."""
    pack = own_rules("numbers-with-targets")
    with Assessment.create(folder / "own.maturity", [pack], author="Ada") as assessment:
        say(assessment, pack.rules, pack.rules.examples[0])
        own = gather(assessment, day=deliverable.day)
    return replace(deliverable, models=(*deliverable.models, *own.models))


def say(assessment: Assessment, book: VocabularyPack, example: PackExample) -> None:
    """What an example says, as a team would enter it: answers with their evidence, targets, scope, its word."""
    for part, answer in example.answers.items():
        for instance, one in answer.items() if isinstance(answer, Mapping) else [("", answer)]:
            _answer(assessment, book, part, instance, one)
    for part, says in example.says.items():
        assessment.parts.say(book.id, part, str(says))
    for part, target in example.targets.items():
        assessment.targets.set(book.id, part, value=str(target))
    if example.out_of_scope:
        assessment.models.set_scope(book.id, example.out_of_scope, in_scope=False, reason="Next year.")


def _answer(assessment: Assessment, book: VocabularyPack, part: str, instance: str, answer: SingleAnswer) -> None:
    kind = book.kind_of(book.part_by_id[part])
    text = several_written(answer) if isinstance(answer, tuple) else str(answer)
    if not instance:
        assessment.parts.answer(book.id, part, text)
    else:
        assert kind.across is not None
        known = {each.name: each.id for each in assessment.parts.instances(book.id, kind.across.of)}
        made = known.get(instance) or assessment.parts.add_instance(book.id, kind.across.of, instance)
        assessment.parts.answer(book.id, part, text, made)
    if kind.evidence is not None:
        for number in range(kind.evidence.sources):
            assessment.evidence.file(EvidenceKind.DOCUMENT, f"Paper {number}", model=book.id, practices=[part])
