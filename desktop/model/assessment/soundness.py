"""Whether what a file holds makes sense to the models it uses."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack
from desktop.model.maturity.questionnaire import asked_by_id
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import Model, PartRating
from desktop.model.scoring.part_answers import answer_said
from desktop.model.store.store import Store


def contradictions(store: Store) -> Iterator[str]:
    """What contradicts the frozen packs.

    Yields:
        ``model: id`` for a model in use whose pack is missing, no valid pack, another's, or without its answer scale;
        ``answer: model/question/choice`` for an answer that is not on the scale; ``part_rating:
        model/part/instance/answer`` for what the team answered of a part and its scale has not. What is said of ids
        that a pack has not is let be: scoring leaves it aside.
    """
    for model in store.all(Model):
        pack = _pack(store, model)
        if pack is None:
            yield f"model: {model.id}"
            continue
        questions = asked_by_id(pack, model.scale)
        for question, choice, _ in store.tallies(model.id):
            if question in questions and questions[question].scale.choice(choice) is None:
                yield f"answer: {model.id}/{question}/{choice}"
        if isinstance(pack, PartsPack):
            yield from _off_scale(store, pack.rules)


def _pack(store: Store, model: Model) -> Pack | None:
    """The frozen pack, or None when it does not belong to the model in use or cannot ask by its scale."""
    from desktop.model.vetting.frozen_packs import frozen_pack  # noqa: PLC0415 - brings all that packs are vetted by

    try:
        pack = frozen_pack(store.pack(model.digest))
        asked_by_id(pack, model.scale)
    except (RefusalError, KeyError):
        return None
    return pack if pack.id == model.id else None


def _off_scale(store: Store, book: VocabularyPack) -> Iterator[str]:
    for said in store.all(PartRating):
        known = book.part_by_id.get(said.part) if said.model == book.id else None
        scale = known and book.scale_of(known)
        if scale and said.answer is not None and answer_said(scale, said.answer) is None:
            yield f"part_rating: {said.model}/{said.part}/{said.instance}/{said.answer}"
