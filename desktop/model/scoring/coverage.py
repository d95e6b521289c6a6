"""Which sources speak of each practice of a model, or of what is like one, and what is still missing.

What must support a part is what the model's rules say; where they ask for nothing, the usual rule of appraisals is the
aim: two sources, one of them not a questionnaire. Half of the parts of each area are to be affirmed face to face. That
is our reading of the rule of SCAMPI 1.2 on coverage (`docs/scoring.md`): somebody has spoken of it to the team, in an
interview or a discussion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.evaluation.blank_reasons import BlankReason
from desktop.model.evaluation.evaluate import Evaluation
from desktop.model.evaluation.own_answers import Support, enough, support_of
from desktop.model.evaluation.part_answers import PartAnswers
from desktop.model.evaluation.part_inputs import PartWord, SupportPiece
from desktop.model.evaluation.sessions import session_key
from desktop.model.maturity import Pack
from desktop.model.maturity.rulebook import EvidenceRule, PackPart, Rulebook
from desktop.model.maturity.scheme_settings import EvidenceSetting
from desktop.model.scoring.result_parts import Detail
from desktop.model.scoring.vocabulary import SourceKind

USUAL = EvidenceRule(sources=EvidenceSetting().sources, beyond=tuple(map(str, EvidenceSetting().beyond)))
"""What is to support a part where the model's rules ask for nothing."""


_ORDER = {kind: place for place, kind in enumerate(SourceKind)}

FACE_TO_FACE = frozenset({SourceKind.INTERVIEW, SourceKind.DISCUSSION})
"""What people say to the team."""


class Voice(Struct, frozen=True):
    """That a source speaks of a part.

    Attributes:
        kind: by what way.
        source: the session or document; all of one name are one source.
        role: of who said it; empty where that is not known, and where nobody said it.
    """

    kind: SourceKind
    source: str
    role: str = ""


class SourceGroup(NamedTuple):
    """Sources of one kind, interviews by the role of the one heard; in a discussion several speak to each other."""

    kind: SourceKind
    role: str = ""


class Spoken(Struct, frozen=True):
    """What speaks of a part besides answers, counted.

    Attributes:
        counts: how many sources of each group.
        kinds: the same by kind alone; one session with people of two roles is one interview.
        alone: what supports the part where no respondent answered about it.
        answered: the same where somebody did.
    """

    counts: tuple[tuple[SourceGroup, int], ...] = ()
    kinds: Mapping[SourceKind, int] = {}
    alone: Support = support_of(PartWord(), heard=False)
    answered: Support = support_of(PartWord(), heard=True)

    @classmethod
    def of(cls, voices: Iterable[Voice]) -> Spoken:
        """Count voices; a role that is not known tells nothing where another one of the same source is."""
        roles: dict[tuple[SourceKind, str], set[str]] = {}
        for voice in voices:
            role = voice.role if voice.kind is SourceKind.INTERVIEW else ""
            roles.setdefault((voice.kind, session_key(voice.source)), set()).add(role)
        counts = Counter(
            SourceGroup(kind, role) for (kind, _source), known in roles.items() for role in sorted(known - {""}) or [""]
        )
        kinds = Counter(kind for kind, _source in roles)
        word = PartWord(support=tuple(SupportPiece(kind.evidence.value, source) for kind, source in roles))
        return cls(
            counts=tuple(sorted(counts.items(), key=lambda each: (_ORDER[each[0].kind], each[0].role))),
            kinds={kind: kinds[kind] for kind in sorted(kinds, key=_ORDER.__getitem__)},
            alone=support_of(word, heard=False),
            answered=support_of(word, heard=True),
        )


NOTHING = Spoken()
"""Nobody has spoken, and nothing was shown or read."""


class LackKind(StrEnum):
    """What can be missing of a part."""

    SOURCES = "coverage.sources"
    BEYOND = "coverage.beyond"
    FACE_TO_FACE = "coverage.face_to_face"


class Lack(Struct, frozen=True):
    """One thing that is missing of a part.

    Attributes:
        kind: names what; `desktop.wording.coverage` has its sentence.
        facts: of `SOURCES` how many there are (``has``), how many must be (``needed``) and the kinds of which all of
            them are although these are not enough by themselves (``beyond``, empty where one is of another kind); of
            `BEYOND` those kinds; of `FACE_TO_FACE` how many parts of the place are affirmed (``has``) and how many are
            to be (``needed``).
    """

    kind: LackKind
    facts: Mapping[str, Detail]


class PartCoverage(Struct, frozen=True):
    """What speaks of a part.

    Attributes:
        part: id of the practice, statement or other part that is answered.
        place: id of its area, stream or track, or of the part it stands under.
        applies: whether anything has to speak of it; not where the team says that it does not apply.
        waits: whether the model's rules do not let it count before it is corroborated.
        answers: the most answers that a question about it has, blanks left out.
        questions: ids of the questions that were answered about it.
        counts: how many sources of each group speak of it; answers of respondents stand in none.
        kinds: the same by kind alone; one session with people of two roles is one interview.
        sources: how many independent sources speak of it, all questionnaires together being one.
        lacks: what is missing; nothing where it does not apply.
    """

    part: str
    place: str
    applies: bool
    waits: bool
    answers: int
    questions: tuple[str, ...]
    counts: tuple[tuple[SourceGroup, int], ...]
    kinds: Mapping[SourceKind, int]
    sources: int
    lacks: tuple[Lack, ...]

    @property
    def corroborated(self) -> bool:
        """Whether enough independent sources speak of it."""
        return self.applies and all(lack.kind is LackKind.FACE_TO_FACE for lack in self.lacks)

    def count(self, group: SourceGroup) -> int:
        """How many sources of a group speak of it."""
        return next((count for each, count in self.counts if each == group), 0)

    @property
    def affirmed(self) -> bool:
        """Whether somebody has spoken of it face to face."""
        return not FACE_TO_FACE.isdisjoint(self.kinds)


class PlaceCoverage(Struct, frozen=True):
    """How far the parts of an area, stream or track are covered.

    Attributes:
        place: its id.
        parts: how many of its parts apply.
        corroborated: of how many of these enough independent sources speak.
        affirmed: of how many somebody has spoken face to face.
        needed: how many are to be affirmed so: half of them.
    """

    place: str
    parts: int
    corroborated: int
    affirmed: int
    needed: int

    @property
    def enough(self) -> bool:
        """Whether nothing is missing."""
        return self.corroborated == self.parts and self.affirmed >= self.needed


class Coverage(Struct, frozen=True):
    """The coverage of a model. What is out of scope, or stands under what does not apply, is not in it.

    Attributes:
        model: its id.
        parts: in the model's order.
        places: those that have parts, in the model's order.
    """

    model: str
    parts: tuple[PartCoverage, ...]
    places: tuple[PlaceCoverage, ...]

    @property
    def total(self) -> PlaceCoverage:
        """All places together; of each half is to be affirmed, so what is needed is added up."""
        numbers = ((each.parts, each.corroborated, each.affirmed, each.needed) for each in self.places)
        return PlaceCoverage("", *(map(sum, zip(*numbers, strict=True)) if self.places else (0, 0, 0, 0)))


def coverage(pack: Pack, engine: Evaluation, spoken: Mapping[str, Spoken]) -> Coverage:
    """Which sources speak of the parts of a model, and what is missing.

    Args:
        pack: the model.
        engine: what its results are read off, with what is said of its parts.
        spoken: by part, what speaks of it besides answers of respondents.
    """
    book, walk = engine.book, engine.walk
    beneath: dict[str, list[PartCoverage]] = {}
    for part in _covered(pack, book):
        if part.id not in walk.inherited and walk.answers.word(part).in_scope:
            found = _part(book, walk.answers, part, spoken.get(part.id, NOTHING))
            beneath.setdefault(found.place, []).append(found)
    places = {place: _place(place, parts) for place, parts in beneath.items()}
    return Coverage(
        pack.id,
        tuple(_with_affirmation(part, places[part.place]) for parts in beneath.values() for part in parts),
        tuple(places.values()),
    )


def outside(covered: Coverage, answers: Mapping[str, int]) -> Coverage:
    """Coverage as it may leave the team: numbers alone, and nothing of who was heard, by role either.

    Args:
        covered: as the team sees it.
        answers: how many answers may be shown, by question; of others none are told.
    """
    return replace(covered, parts=tuple(_outside(part, answers) for part in covered.parts))


def _outside(part: PartCoverage, answers: Mapping[str, int]) -> PartCoverage:
    return replace(
        part,
        answers=max((answers.get(question, 0) for question in part.questions), default=0),
        questions=(),
        counts=tuple((SourceGroup(kind), count) for kind, count in part.kinds.items()),
    )


def _covered(pack: Pack, book: Rulebook) -> Iterator[PackPart]:
    """The parts of which something is to speak: those that the team answers and that are counted somewhere."""
    for part in book.parts:
        if part.above and book.scale_of(part) is not None and part.id not in pack.question_by_id:
            yield part


def _part(book: Rulebook, answers: PartAnswers, part: PackPart, spoken: Spoken) -> PartCoverage:
    asked, answered, rule = _answers(book, answers, part), answers.answered(part), book.kind_of(part).evidence
    kinds, sources = spoken.answered if asked else spoken.alone
    applies = answered is None or answered.state.blank is not BlankReason.DOES_NOT_APPLY
    return PartCoverage(
        part=part.id,
        place=part.parent or part.id,
        applies=applies,
        waits=rule is not None,
        answers=max(asked.values(), default=0),
        questions=tuple(asked),
        counts=spoken.counts,
        kinds=spoken.kinds,
        sources=sources,
        lacks=tuple(_wanting(rule or USUAL, sources, kinds)) if applies else (),
    )


def _answers(book: Rulebook, answers: PartAnswers, part: PackPart) -> dict[str, int]:
    """How many answers each question about a part has, without those that nobody answered.

    Where the model asks for no evidence and nobody answered about the part itself, about the part above it.
    """
    found = answers.counted(part)
    if found or book.kind_of(part).evidence is not None or part.parent is None:
        return found
    return answers.counted(book.part_by_id[part.parent])


def _wanting(rule: EvidenceRule, sources: int, kinds: Sequence[str]) -> Iterator[Lack]:
    if enough(rule, sources, kinds):
        return
    beyond = rule.beyond if not set(kinds) - set(rule.beyond) else ()
    if sources < rule.sources:
        yield Lack(LackKind.SOURCES, {"has": sources, "needed": rule.sources, "beyond": beyond})
    else:
        yield Lack(LackKind.BEYOND, {"beyond": beyond})


def _place(place: str, parts: Iterable[PartCoverage]) -> PlaceCoverage:
    counted = [part for part in parts if part.applies]
    return PlaceCoverage(
        place=place,
        parts=len(counted),
        corroborated=sum(part.corroborated for part in counted),
        affirmed=sum(part.affirmed for part in counted),
        needed=(len(counted) + 1) // 2,
    )


def _with_affirmation(part: PartCoverage, place: PlaceCoverage) -> PartCoverage:
    """The part; where its place lacks affirmations, one that nobody has spoken of lacks it, too."""
    if not part.applies or part.affirmed or place.affirmed >= place.needed:
        return part
    lack = Lack(LackKind.FACE_TO_FACE, {"has": place.affirmed, "needed": place.needed})
    return replace(part, lacks=(*part.lacks, lack))
