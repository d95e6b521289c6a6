"""Whether what a file holds makes sense to the models it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.model.errors import RefusalError
from desktop.model.maturity.questionnaire import Asked, asked_by_id
from desktop.model.records import Model
from desktop.model.store.store import Store
from desktop.model.vetting.frozen_packs import frozen_pack


def contradictions(store: Store) -> Iterator[str]:
    """What contradicts the frozen packs.

    Yields:
        ``model: id`` for a model in use whose pack is missing, no valid pack, another's, or without its answer scale;
        ``answer: model/question/choice`` for an answer that is not on the scale. What is said of ids that a pack has
        not is let be: scoring leaves it aside.
    """
    for model in store.all(Model):
        questions = _questions(store, model)
        if questions is None:
            yield f"model: {model.id}"
            continue
        for question, choice, _ in store.tallies(model.id):
            if question in questions and questions[question].scale.choice(choice) is None:
                yield f"answer: {model.id}/{question}/{choice}"


def _questions(store: Store, model: Model) -> Mapping[str, Asked] | None:
    """All that the frozen pack can ask, or None when it does not belong to the model in use."""
    try:
        pack = frozen_pack(store.pack(model.digest))
        return asked_by_id(pack, model.scale) if pack.id == model.id else None
    except (RefusalError, KeyError):
        return None
