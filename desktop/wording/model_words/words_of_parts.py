"""The words of a model that says its rules itself; its scales tell in which words its parts are judged."""

from __future__ import annotations

from desktop.language import N_, NN_
from desktop.wording.model_words.vocabulary import STANDS, AimWords, BlockerWords, FormWords, ModelWords

WORDS = ModelWords(
    kind=N_("Own rules"),
    place=N_("Part"),
    places=N_("Parts"),
    short=N_("Part"),
    counted=NN_("{count} part", "{count} parts"),
    counted_short=NN_("{count} part", "{count} parts"),
    missing=NN_("{count} part", "{count} parts"),
    outside=NN_("{count} part is", "{count} parts are"),
    holds={"questions": NN_("{count} question", "{count} questions")},
    corroborated=NN_("{corroborated} of {count} part corroborated", "{corroborated} of {count} parts corroborated"),
    judged=lambda _pack: iter(()),
    form=FormWords(
        task=N_("Answer each question with what comes closest."), spread=NN_("in {count} area.", "in {count} areas.")
    ),
    aim=AimWords(place=N_("P&art"), no_place=N_("No part"), no_part=N_("The part itself")),
    blocker=BlockerWords(stands=STANDS),
    weakest_decides=False,
)
