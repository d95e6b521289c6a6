"""The level of each model as a formula over what stands on its sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from desktop.exchange.workbook.live.ties import Around, Tie, text, tie_cell
from desktop.exchange.workbook.page import Place
from desktop.model.maturity.scheme_settings import BlankSetting
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names


def tie_levels(results: Place, around: Mapping[str, Around]) -> Iterator[Tie]:
    """Turn the levels of the models into formulas.

    Args:
        results: where they stand.
        around: by the id of a model its tables.
    """
    for row, part in enumerate(results.table.rows, start=results.span.first):
        level = results.numbers("level")[row - results.span.first]
        formula = None if level is None else _formula(around[part.pack.id], level)
        if level is not None and formula is not None:
            yield tie_cell(results, "level", row, formula, level)


def _formula(around: Around, reached: float) -> str | None:
    if "areas" in around.places:
        return _staged(around)
    return next((_weakest(around.places[key], reached) for key in ("streams", "tracks") if key in around.places), None)


def _weakest(place: Place, reached: float) -> str | None:
    """The lowest of streams or tracks; None where that is not what is shown.

    A stream that is not rated shows no level and still keeps the model down.
    """
    shown = [value for value in place.numbers("level") if value is not None]
    return f"=MIN({place.cells('level')})" if shown and min(shown) == reached else None


def _staged(around: Around) -> str | None:
    """One up for each level, from the lowest, of which no area is in the way.

    None where the pack says otherwise of areas that are not rated or out of scope.
    """
    assert around.part is not None
    if around.part.pack.settings.blanks != BlankSetting():
        return None
    level, rating = around.cells("areas", "level"), around.cells("areas", "rating")
    numbers = sorted(each.number for each in around.part.pack.levels)
    formula = ""
    for below, number in reversed(list(pairwise(numbers))):
        of_level = f"COUNTIFS({level},{number},{rating},"
        held = f"({of_level}{text(names.name(Rating.SATISFIED))})>0)"
        for word in (Rating.UNSATISFIED, Rating.NOT_RATED, Rating.OUT_OF_SCOPE):
            held += f"*({of_level}{text(names.name(word))})=0)"
        formula = f"+{held}*({number - below}{formula})"
    return f"={numbers[0]}{formula}"
