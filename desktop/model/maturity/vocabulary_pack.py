"""A pack whose rules are said in the scoring vocabulary, and the examples that prove them."""

from __future__ import annotations

from typing import Literal

from desktop.model.maturity.kinds import Language, Slug, Text, Version
from desktop.model.maturity.pack import CheckItem, SourceNote
from desktop.model.maturity.rulebook import Rulebook
from desktop.model.maturity.worked_examples import PackExample


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
        checklist: what to think of in each phase of an assessment.
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
    checklist: tuple[CheckItem, ...] = ()
