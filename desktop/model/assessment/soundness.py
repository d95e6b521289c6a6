"""Whether what a file holds makes sense to the models it uses."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.reading import pack_from_json
from desktop.model.records import Model
from desktop.model.store.store import Store


def contradictions(store: Store) -> Iterator[str]:
    """What contradicts the frozen packs.

    Yields:
        ``model: id`` for a model in use whose pack is missing, no valid pack, another's, or without its answer scale;
        ``answer: model/question/choice`` for an answer that is not on the scale. What is said of ids that a pack has
        not is let be: scoring leaves it aside.
    """
    for model in store.all(Model):
        pack = _pack(store, model)
        if pack is None:
            yield f"model: {model.id}"
            continue
        scale = pack.scale(model.scale)
        for question, choice, _ in store.tallies(model.id):
            if scale.choice(choice) is None:
                yield f"answer: {model.id}/{question}/{choice}"


def _pack(store: Store, model: Model) -> Pack | None:
    try:
        pack = pack_from_json(store.pack(model.digest))
        pack.scale(model.scale)
    except (RefusalError, KeyError):
        return None
    return pack if pack.id == model.id else None
