"""The words of a model of tracks, with statements level by level."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import N_, NN_, _
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import names
from desktop.wording.model_words.vocabulary import STANDS, AimWords, BlockerWords, FormWords, ModelWords


def _judged(_pack: Pack) -> Iterator[str]:
    yield _("A statement: {words}.").format(words=names.listed(Fulfilment))


WORDS = ModelWords(
    kind=N_("Criteria"),
    place=N_("Track"),
    places=N_("Tracks"),
    short=N_("Track"),
    counted=NN_("{count} track", "{count} tracks"),
    counted_short=NN_("{count} track", "{count} tracks"),
    missing=NN_("{count} statement", "{count} statements"),
    outside=NN_("{count} track is", "{count} tracks are"),
    holds={
        "questions": NN_("{count} statement", "{count} statements"),
        "caps": NN_("{count} cap", "{count} caps"),
    },
    corroborated=NN_(
        "{corroborated} of {count} statement corroborated", "{corroborated} of {count} statements corroborated"
    ),
    judged=_judged,
    form=FormWords(
        seconds=15,
        question=N_("Statement"),
        read=N_("Please read every statement."),
        task=N_("Say of each statement how far it is true."),
        about=N_("The statements are about ways of working and tools, not about people."),
        size=NN_("There is {count} statement", "There are {count} statements"),
        spread=NN_("about {count} subject.", "about {count} subjects."),
        progress=NN_("{answered} of {count} statement judged", "{answered} of {count} statements judged"),
    ),
    aim=AimWords(place=N_("Tr&ack"), part=N_("State&ment"), no_place=N_("No track"), no_part=N_("No statement")),
    blocker=BlockerWords(
        stands=STANDS,
        weak=NN_("{count} statement not met", "{count} statements not met"),
        open=NN_("{count} open statement", "{count} open statements"),
    ),
)
