"""What the words of a model are: a constant for each thing that every model has, whatever it calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from desktop.language import N_, NN_, Counted
from desktop.model.maturity.pack import Pack
from desktop.model.scoring.vocabulary import Rating


class FormWords(Struct, frozen=True, kw_only=True):
    """How participants are asked.

    Attributes:
        seconds: what a question takes; more where texts have to be read to answer it.
        question: what is answered.
        read: what to read, as a sentence.
        task: how to answer, as a sentence.
        about: what the questions are about, as a sentence.
        size: how many questions there are, as the beginning of a sentence.
        spread: over how many places they are spread, as its end.
        progress: how many are answered, with ``answered`` and ``count``.
    """

    task: str
    spread: Counted
    seconds: int = 25
    question: str = N_("Question")
    read: str = N_("Please read every question.")
    about: str = N_("The questions are about ways of working, not about people.")
    size: Counted = NN_("There is {count} question", "There are {count} questions")
    progress: Counted = NN_("{answered} of {count} question answered", "{answered} of {count} questions answered")


class AimWords(Struct, frozen=True, kw_only=True):
    """How the fields of an action ask what it improves; letters after ``&`` are keys.

    Attributes:
        place: above the choice of places.
        part: above the choice of what is to be reached there.
        no_place: none is chosen.
        no_part: nothing is chosen.
    """

    place: str = N_("&Area")
    part: str = N_("G&oal")
    no_place: str = N_("Nothing")
    no_part: str = N_("Nothing")


STANDS: Mapping[Rating, str] = {
    Rating.UNSATISFIED: N_("{name}"),
    Rating.NOT_RATED: N_("{name}: not determined"),
    Rating.NOT_APPLICABLE: N_("{name}: nothing that the next level asks for applies"),
}
"""How a place is told that blocks the next level, where places stand at levels."""


class BlockerWords(Struct, frozen=True, kw_only=True):
    """How a place is told that blocks the next level.

    Attributes:
        stands: by how it is rated, with ``name`` and ``rating``.
        weak: how many parts of it are not as they should be; None where none are told.
        open: how many are not judged, likewise.
    """

    stands: Mapping[Rating, str]
    weak: Counted | None = None
    open: Counted | None = None


class ModelWords(Struct, frozen=True, kw_only=True):
    """What the places, parts and results of a model are called. Marked, not translated: `_` or `counted` does that.

    Attributes:
        kind: such a model.
        place: a place that is judged.
        places: all of them.
        short: one of them, where there is little room.
        counted: so many of them.
        counted_short: the same, where there is little room.
        missing: so many of what is missing in one of them.
        outside: so many of them are out of scope, as the beginning of a sentence; with their ``levels``.
        holds: what else is counted in such a model, by field of its summary.
        corroborated: how many of the parts that evidence speaks of have enough, with ``corroborated``.
        weakest_decides: whether it is said to stand where its weakest place stands.
        judged: in which words the team judges, a sentence each.
        form: how participants are asked.
        aim: how an action says what it improves.
        blocker: how a place is told that blocks the next level.
    """

    kind: str
    place: str
    places: str
    short: str
    counted: Counted
    counted_short: Counted
    missing: Counted
    outside: Counted
    holds: Mapping[str, Counted]
    corroborated: Counted
    judged: Callable[[Pack], Iterator[str]]
    form: FormWords
    aim: AimWords
    blocker: BlockerWords
    weakest_decides: bool = True
