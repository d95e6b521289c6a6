"""A pack whose rules are said in the scoring vocabulary, and the examples that prove them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from desktop.model.maturity.kinds import Language, Part, Slug, Text, Version, Word
from desktop.model.maturity.pack import SourceNote
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.rulebook.values import Limit, PartId

RESULT = "result"
"""Names the result of a part beside its further measures."""

SingleAnswer = int | float | str | tuple[str, ...]
"""A number, the id of a choice, a blank that is chosen, or the ids of several choices."""


class PackExample(Part, frozen=True):
    """What is said of a model, and the results that follow from it by its published rule.

    What is answered in an example is supported by evidence, and what does not apply has its reason.

    Attributes:
        name: what it shows.
        answers: the answer of each part, or its answers by what it is answered for.
        says: what the team says the result of a part is.
        out_of_scope: ids of parts that are not assessed.
        targets: what is wanted of parts.
        gives: the result of parts: a number, a grade, or why there is none; or that of measures by their ids.
        gaps: the gaps of parts.
    """

    name: Text
    gives: Mapping[PartId, Limit | Mapping[Word, Limit]]
    answers: Mapping[PartId, SingleAnswer | Mapping[str, SingleAnswer]] = {}
    says: Mapping[PartId, Limit] = {}
    out_of_scope: tuple[PartId, ...] = ()
    targets: Mapping[PartId, Limit] = {}
    gaps: Mapping[PartId, int | float] = {}


class VocabularyPack(Rulebook, frozen=True, kw_only=True, omit_defaults=True):
    """A maturity model as data, with rules of its own.

    Attributes:
        format: version of the pack format.
        id: identity of the model.
        version: version of this pack's content.
        name: what users read.
        based_on: whose published ideas it follows.
        summary: what the model is for.
        language: language of all its texts.
        sources: notes on facts and on what is uncertain.
        examples: proofs of its rules.
    """

    format: Literal[1]
    id: Slug
    version: Version
    name: Text
    based_on: Text
    summary: Text
    language: Language
    sources: tuple[SourceNote, ...]
    examples: tuple[PackExample, ...] = ()
