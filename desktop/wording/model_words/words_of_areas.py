"""The words of a model of key process areas, rated goal by goal."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import N_, NN_, _
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.vocabulary import Characterisation, Rating
from desktop.wording import names
from desktop.wording.model_words.vocabulary import AimWords, BlockerWords, FormWords, ModelWords


def _judged(_pack: Pack) -> Iterator[str]:
    yield _("A practice: {words}.").format(words=names.listed(Characterisation))
    yield _("A goal or an area: {words}.").format(words=names.listed((Rating.SATISFIED, Rating.UNSATISFIED)))


WORDS = ModelWords(
    kind=N_("Staged levels"),
    place=N_("Key process area"),
    places=N_("Key process areas"),
    short=N_("Area"),
    counted=NN_("{count} key process area", "{count} key process areas"),
    counted_short=NN_("{count} area", "{count} areas"),
    missing=NN_("{count} goal", "{count} goals"),
    outside=NN_("{count} area of {levels} is", "{count} areas of {levels} are"),
    holds={
        "goals": NN_("{count} goal", "{count} goals"),
        "practices": NN_("{count} practice", "{count} practices"),
        "questions": NN_("{count} question", "{count} questions"),
    },
    corroborated=NN_(
        "{corroborated} of {count} practice corroborated", "{corroborated} of {count} practices corroborated"
    ),
    judged=_judged,
    form=FormWords(
        task=N_("Answer each question with how often, or how far, it is true."),
        spread=NN_("in {count} area.", "in {count} areas."),
    ),
    aim=AimWords(no_place=N_("No area"), no_part=N_("No goal")),
    blocker=BlockerWords(
        stands=dict.fromkeys(Rating, N_("{name}: {rating}")),
        weak=NN_("{count} weak practice", "{count} weak practices"),
        open=NN_("{count} open practice", "{count} open practices"),
    ),
)
