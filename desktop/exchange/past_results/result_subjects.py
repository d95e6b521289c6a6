"""What the rows of somebody's workbook can be about: each part of a model, with what can be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from desktop.exchange.past_results.result_values import (
    ValueReader,
    answers_on,
    characterisations,
    choices_of,
    fulfilments,
    grades_of,
    levels_of,
)
from desktop.model.assessment.past_results import PastUse
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack, part_name
from desktop.model.vetting.graded_parts import GradedParts


class ResultSubject(Struct, frozen=True):
    """Something that a row can be about.

    Attributes:
        part: its id.
        ids: what the model numbers it by, its id among them.
        texts: what it is called, and what it asks.
        above: what it stands under, to tell apart what is called alike; may be empty.
        readers: how a value is read, by what it can be; a note is any text.
        noted: whether a note on it is kept.
    """

    part: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    above: str = ""
    readers: Mapping[PastUse, ValueReader] = {}
    noted: bool = True

    def takes(self, use: PastUse) -> bool:
        """Whether an assessment keeps such a thing of it."""
        return self.noted if use is PastUse.NOTE else use in self.readers


def subjects_of(pack: Pack, questions: Mapping[str, Asked]) -> tuple[ResultSubject, ...]:
    """Everything in a model that results can be about.

    Args:
        pack: the model.
        questions: those that respondents can be asked, by id.
    """
    return (
        *_of_areas(pack, questions),
        *_of_streams(pack, questions),
        *_of_tracks(pack, questions),
        *_of_parts(pack, questions),
    )


def _of_areas(pack: Pack, questions: Mapping[str, Asked]) -> Iterator[ResultSubject]:
    in_place = characterisations() if pack.areas else None
    for area in pack.areas:
        yield ResultSubject(area.id, (area.id,), (area.name,))
        for practice in area.practices:
            readers = {PastUse.RATING: in_place} if in_place else {}
            yield ResultSubject(practice.id, (practice.id,), (practice.text,), area.name, readers)
        for question in area.questions:
            asked = _asked(questions, question.id)
            yield ResultSubject(question.id, (question.id,), (question.text,), area.name, asked, noted=False)


def _of_streams(pack: Pack, questions: Mapping[str, Asked]) -> Iterator[ResultSubject]:
    reached = levels_of(pack.levels)
    for stream in pack.streams:
        readers = {PastUse.TARGET: reached}
        if pack.settings.team.may_set:
            readers[PastUse.RATING] = reached
        yield ResultSubject(stream.id, (stream.id,), (stream.name,), "", readers)
        asked = _asked(questions, stream.question.id)
        ids, texts = (stream.question.id, stream.id), (stream.question.text, stream.name)
        yield ResultSubject(stream.question.id, ids, texts, "", asked, noted=False)


def _of_tracks(pack: Pack, questions: Mapping[str, Asked]) -> Iterator[ResultSubject]:
    for track in pack.tracks:
        wanted = {PastUse.TARGET: levels_of(pack.levels)}
        yield ResultSubject(track.id, (track.id,), (track.name,), "", wanted, noted=False)
        for statement in track.statements:
            readers = {PastUse.RATING: fulfilments(questions.get(statement.id)), **_asked(questions, statement.id)}
            yield ResultSubject(statement.id, (statement.id,), (statement.text,), track.name, readers)


def _of_parts(pack: Pack, questions: Mapping[str, Asked]) -> Iterator[ResultSubject]:
    if not isinstance(pack, PartsPack):
        return
    book, graded = pack.rules, GradedParts(pack.rules)
    for part in book.parts:
        scale = book.scale_of(part)
        readers = {PastUse.TARGET: grades_of(graded.grades(part), scale), **_asked(questions, part.id)}
        if scale is not None and not book.answered_for(part) and not scale.several:
            readers[PastUse.RATING] = answers_on(scale)
        texts = dict.fromkeys(filter(None, (part.name, part.text, part.question)))
        ids = tuple(dict.fromkeys(filter(None, (part.id, part.label))))
        above = book.part_by_id.get(part.parent or "")
        yield ResultSubject(part.id, ids, tuple(texts), part_name(above) if above else "", readers)


def _asked(questions: Mapping[str, Asked], question: str) -> dict[PastUse, ValueReader]:
    return {PastUse.ANSWER: choices_of(questions[question])} if question in questions else {}
