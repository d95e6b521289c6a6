"""A pack file of either kind, read strictly and checked whole, with its examples run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop.model import bounds
from desktop.model.errors import RefusalError
from desktop.model.evaluation.evaluate import evaluate
from desktop.model.evaluation.part_inputs import PartsInput
from desktop.model.maturity.checking import checklist_twice
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.findings import Finding, finding, references
from desktop.model.maturity.nodes import Node, line_at, plain, size_of
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_pack
from desktop.model.maturity.reading import in_vocabulary, located, pack_of, tree_in
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.structure import structural_faults
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.vetting.comparing import incomparable
from desktop.model.vetting.directions import turned
from desktop.model.vetting.idle_words import idle
from desktop.model.vetting.naming import circles, misnamed
from desktop.model.vetting.pack_examples import ExampleMiss, misses, unsaid
from desktop.model.vetting.reaching import unreachable, untagged
from desktop.model.vetting.rule_effort import deep, laborious, towering
from desktop.model.vetting.rule_forms import misshapen
from desktop.model.vetting.scheme_examples import failing_examples
from desktop.model.vetting.tried_tables import unsteady


class ExampleRun(Struct, frozen=True):
    """An example that was run.

    Attributes:
        name: what it shows.
        line: where it stands.
        misses: what came out otherwise, each with its line; none where it holds.
    """

    name: str
    line: int
    misses: tuple[tuple[int, ExampleMiss], ...]


class VettedPack(Struct, frozen=True):
    """A pack of the scoring vocabulary without faults, and how its examples went."""

    pack: VocabularyPack
    examples: tuple[ExampleRun, ...]

    @property
    def holds(self) -> bool:
        """Whether all examples give what they say."""
        return not any(example.misses for example in self.examples)


def vet(path: Path) -> Pack | VettedPack:
    """The pack in a YAML file, whichever way it says its rules.

    Raises:
        PackFaultsError: the file cannot be read, is not a pack, or contradicts itself.
    """
    faults: list[Fault] = []
    return vetted_tree(tree_in(path, faults), path, faults)


def vetted_tree(root: Node, path: Path | None, faults: list[Fault]) -> Pack | VettedPack:
    """The pack that a tree is, whichever way it says its rules, besides the faults that are known.

    A tree that was made of a workbook can be larger than any file of a pack; such a one is not looked into.

    Raises:
        PackFaultsError: it has faults.
    """
    values, letters = size_of(root)
    if values > bounds.PACK_NODES:
        raise PackFaultsError(path, [Fault(0, FaultCode.YAML_LARGE, {"limit": bounds.PACK_NODES})])
    if letters > bounds.PACK_BYTES:
        raise PackFaultsError(path, [Fault(0, FaultCode.FILE_LARGE, {"limit": bounds.PACK_BYTES})])
    if not in_vocabulary(root):
        pack = pack_of(root, path, faults)
        if found := located(root, (*_categories(pack), *failing_examples(pack))):
            raise PackFaultsError(path, found)
        return pack
    return vetted(root, path, faults)


def usable_pack(path: Path) -> Pack:
    """The pack in a YAML file as an assessment uses it, whichever way it says its rules.

    Raises:
        PackFaultsError: as `vet`.
        RefusalError: ``model.examples_fail``: its rules do not give what its examples say.
    """
    found = vet(path)
    if isinstance(found, Pack):
        return found
    if not found.holds:
        failing = tuple(example.name for example in found.examples if example.misses)
        raise RefusalError("model.examples_fail", path=path, model=found.pack.name, examples=failing)
    return as_pack(found.pack)


def vetted(root: Node, path: Path | None, faults: list[Fault]) -> VettedPack:
    """The pack of the scoring vocabulary that a tree is, if nothing is wrong with it besides the faults that are known.

    Raises:
        PackFaultsError: something is.
    """
    faults += islice(structural_faults(root, VocabularyPack), bounds.PACK_FAULTS)
    if faults:
        raise PackFaultsError(path, faults)
    pack = msgspec.convert(plain(root), VocabularyPack)
    if found := located(root, faults_of(pack)):
        raise PackFaultsError(path, found)
    return VettedPack(pack, tuple(_run(pack, root)))


def _categories(pack: Pack) -> Iterator[Finding]:
    """Process categories that no area has. Assessments keep packs with such, so only their authors are told."""
    used = {category for area in pack.areas for category in area.categories}
    for index, category in enumerate(pack.categories):
        if category.id not in used:
            yield finding(("categories", index), FaultCode.CATEGORY_UNUSED, id=category.id)


def contradictions(book: Rulebook) -> Iterator[Finding]:
    """Everything in a rulebook that contradicts itself, says nothing or can never come about.

    Later questions are asked only where the earlier ones found nothing, for they would be about the same faults.
    """
    found = False
    for one in (*misnamed(book), *misshapen(book)):
        found = True
        yield one
    for asked in (towering, laborious, circles, deep, _of_use, _tried):
        if found:
            return
        for one in asked(book):
            found = True
            yield one


def faults_of(pack: VocabularyPack) -> Iterator[Finding]:
    """Everything that is wrong with a pack of the scoring vocabulary, its examples among it."""
    found = list(contradictions(pack))
    known = frozenset((*pack.part_by_id, *pack.kind_by_id, *pack.scale_by_id))
    for index, note in enumerate(pack.sources):
        found += references(note.about, known, ("sources", index, "about"), "anything")
    found += checklist_twice(pack.checklist)
    yield from found or unsaid(pack, pack.examples)


def _of_use(book: Rulebook) -> Iterator[Finding]:
    yield from incomparable(book)
    yield from idle(book)
    yield from untagged(book)
    yield from turned(book)


def _tried(book: Rulebook) -> Iterator[Finding]:
    results = evaluate(book, PartsInput())
    yield from unreachable(book, results)
    yield from unsteady(book, results)


def _run(pack: VocabularyPack, root: Node) -> Iterator[ExampleRun]:
    for index, example in enumerate(pack.examples):
        found = misses(pack, example, ("examples", index))
        told = tuple((line_at(root, miss.place), miss) for miss in found)
        yield ExampleRun(example.name, line_at(root, ("examples", index)), told)
