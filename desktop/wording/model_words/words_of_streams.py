"""The words of a model of streams, each at a level of its own."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import N_, NN_, _
from desktop.model.maturity.pack import Pack
from desktop.wording.model_words.vocabulary import STANDS, AimWords, BlockerWords, FormWords, ModelWords


def _judged(pack: Pack) -> Iterator[str]:
    levels = ", ".join(f"{level.number} {level.name}" for level in pack.levels)
    yield _("A stream: the level whose text fits best ({levels}), or practices ticked.").format(levels=levels)


_NOT_TICKED = NN_("{count} practice not ticked", "{count} practices not ticked")

WORDS = ModelWords(
    kind=N_("Streams"),
    place=N_("Stream"),
    places=N_("Streams"),
    short=N_("Stream"),
    counted=NN_("{count} stream", "{count} streams"),
    counted_short=NN_("{count} stream", "{count} streams"),
    missing=NN_("{count} practice", "{count} practices"),
    outside=NN_("{count} stream is", "{count} streams are"),
    holds={
        "cells": NN_("{count} level text", "{count} level texts"),
        "practices": NN_("{count} practice", "{count} practices"),
        "outcomes": NN_("{count} outcome", "{count} outcomes"),
        "metrics": NN_("{count} metric", "{count} metrics"),
    },
    corroborated=NN_(
        "{corroborated} of {count} practice corroborated", "{corroborated} of {count} practices corroborated"
    ),
    judged=_judged,
    form=FormWords(
        seconds=75,
        task=N_("Below each question are numbered texts. Answer with the number of the text that fits best."),
        size=NN_("There is {count} question,", "There are {count} questions,"),
        spread=NN_("about {count} subject.", "each about a different subject."),
    ),
    aim=AimWords(place=N_("Stre&am"), part=N_("&Level"), no_place=N_("No stream"), no_part=N_("No level")),
    blocker=BlockerWords(stands=STANDS, weak=_NOT_TICKED, open=_NOT_TICKED),
)
