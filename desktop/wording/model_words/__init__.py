"""What models call their places, parts and results: a module of words for each scheme."""

from __future__ import annotations

from desktop.model.maturity.by_scheme import ByScheme, OfScheme
from desktop.wording.model_words import words_of_areas, words_of_parts, words_of_streams, words_of_tracks
from desktop.wording.model_words.vocabulary import AimWords, FormWords, ModelWords

__all__ = ["AimWords", "FormWords", "ModelWords", "words_of"]

_WORDS = ByScheme(
    staged=words_of_areas.WORDS,
    streams=words_of_streams.WORDS,
    criteria=words_of_tracks.WORDS,
    parts=words_of_parts.WORDS,
)


def words_of(model: OfScheme) -> ModelWords:
    """The words of a model, given its pack or a summary of it."""
    return _WORDS.of(model)
