"""Formulas of the tables of areas, of their goals, and of levels and categories."""

from __future__ import annotations

from desktop.exchange.tables.practices import ALL_GOALS, IN_PLACE, NOT_APPLICABLE
from desktop.exchange.workbook.live.answer_formulas import added, answers_added
from desktop.exchange.workbook.live.ties import Around, Formula, Live, Row, text
from desktop.language import _
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Rating
from desktop.wording import names


def area_formulas() -> tuple[Live, ...]:
    """Of key process areas: their goals, practices and answers added up."""
    return (
        Live("goals", {"": ("id",), "goals": ("area",)}, _goals),
        Live("satisfied_goals", {"": ("id",), "goals": ("area", "rating")}, _satisfied_goals),
        Live("in_place_percent", {"": ("id",), "practices": ("area", "counts")}, _share_in_place),
        *answers_added("id", "place"),
    )


def goal_formulas() -> tuple[Live, ...]:
    """Of goals: the practices that serve them, counted."""
    needs = {"": ("area", "id"), "practices": ("area", "goals", "counts")}
    return (
        Live("practices", needs, lambda around: _serving(around, _applies(around))),
        Live("in_place", needs, lambda around: _serving(around, _is_in_place(around))),
    )


def group_formulas() -> tuple[Live, ...]:
    """Of levels and categories: their areas added up."""
    areas, goals = ("level", "rating"), ("area", "rating")
    return (
        Live("areas", {"areas": areas}, lambda around: _sum(around, _takes_part(around))),
        Live(
            "rated",
            {"areas": areas},
            lambda around: _sum(around, f"({_is(around, Rating.SATISFIED)}+{_is(around, Rating.UNSATISFIED)})"),
        ),
        Live("satisfied", {"areas": areas}, lambda around: _sum(around, _is(around, Rating.SATISFIED))),
        Live("progress_index", {"areas": (*areas, "id", "satisfied_goals"), "goals": goals}, _progress),
        Live(
            "in_place_percent",
            {"areas": (*areas, "id", "in_place_percent"), "practices": ("area", "counts")},
            _mean_share,
        ),
        Live("mean_percent", {"areas": ("level", "id"), "answers": ("place", "answers.mean_percent")}, _mean),
    )


def _goals(around: Around) -> Formula:
    area = around.cells("goals", "area")
    return lambda row: f"=COUNTIF({area},{row('id')})"


def _satisfied_goals(around: Around) -> Formula:
    area, rating = around.cells("goals", "area"), around.cells("goals", "rating")
    word = text(names.name(Rating.SATISFIED))
    return lambda row: f"=COUNTIFS({area},{row('id')},{rating},{word})"


def _share_in_place(around: Around) -> Formula:
    def formula(row: Row) -> str:
        return f"=ROUND(100*({_in_place(around, row('id'))})/({_applying(around, row('id'))}),{row.places})"

    return formula


def _in_place(around: Around, area: str) -> str:
    """How many practices of an area are in place."""
    own, counts = around.cells("practices", "area"), around.cells("practices", "counts")
    return "+".join(f"COUNTIFS({own},{area},{counts},{text(_(word))})" for word in IN_PLACE)


def _applying(around: Around, area: str) -> str:
    """How many practices of an area apply."""
    own, counts = around.cells("practices", "area"), around.cells("practices", "counts")
    return f"COUNTIF({own},{area})-COUNTIFS({own},{area},{counts},{text(_(NOT_APPLICABLE))})"


def _serving(around: Around, which: str) -> Formula:
    """How many practices that serve a goal are so."""
    own, goals = around.cells("practices", "area"), around.cells("practices", "goals")
    return lambda row: (
        f"=SUMPRODUCT(({own}={row('area')})*(({goals}={text(_(ALL_GOALS))})+{_listed(row('id'), goals)})*{which})"
    )


def _applies(around: Around) -> str:
    return f"({around.cells('practices', 'counts')}<>{text(_(NOT_APPLICABLE))})"


def _is_in_place(around: Around) -> str:
    counts = around.cells("practices", "counts")
    return "(" + "+".join(f"({counts}={text(_(word))})" for word in IN_PLACE) + ")"


def _listed(one: str, lists: str) -> str:
    """Which cells list one among others, which commas divide."""
    return f'ISNUMBER(FIND(", "&{one}&",",", "&{lists}&","))'


def _sum(around: Around, of: str) -> Formula:
    """What the areas of a level or category come to."""

    def formula(row: Row) -> str | None:
        members = _members(around, row)
        return members and f"=SUMPRODUCT({members}*{of})"

    return formula


def _members(around: Around, row: Row) -> str | None:
    """Which areas belong to a level or category: of the latter only where the areas tell theirs."""
    if row.item.trace.rule == Rule.ROLLUP_LEVEL:
        return f"({around.cells('areas', 'level')}={row.item.id})"
    return (
        _listed(row("name"), around.cells("areas", "categories")) if around.places["areas"].has("categories") else None
    )


def _is(around: Around, word: Rating) -> str:
    return f"({around.cells('areas', 'rating')}={text(names.name(word))})"


def _takes_part(around: Around) -> str:
    rating = around.cells("areas", "rating")
    return "*".join(f"({rating}<>{text(names.name(word))})" for word in (Rating.NOT_APPLICABLE, Rating.OUT_OF_SCOPE))


def _progress(around: Around) -> Formula:
    area, rating = around.cells("goals", "area"), around.cells("goals", "rating")
    ids, satisfied = around.cells("areas", "id"), around.cells("areas", "satisfied_goals")
    left_out = "".join(
        f"-COUNTIFS({area},{ids},{rating},{text(names.name(word))})"
        for word in (Rating.NOT_APPLICABLE, Rating.OUT_OF_SCOPE)
    )

    def formula(row: Row) -> str | None:
        members = _members(around, row)
        counted = f"{members}*{_takes_part(around)}"
        return members and (
            f"=ROUND(100*SUMPRODUCT({counted}*{satisfied})"
            f"/SUMPRODUCT({counted}*(COUNTIF({area},{ids}){left_out})),{row.places})"
        )

    return formula


def _mean_share(around: Around) -> Formula:
    """The mean of the shares of the areas that have one, unrounded."""
    ids = around.cells("areas", "id")
    known = f'({around.cells("areas", "in_place_percent")}<>"")'
    found, all_ = _in_place(around, ids), _applying(around, ids)

    def formula(row: Row) -> str | None:
        members = _members(around, row)
        counted = f"{members}*{_takes_part(around)}*{known}"
        return members and (
            f"=ROUND(100*SUMPRODUCT({counted}*({found})/({all_}+({all_}=0)))/SUMPRODUCT({counted}),{row.places})"
        )

    return formula


def _mean(around: Around) -> Formula:
    total = added(around, "place", around.cells("areas", "id"))

    def formula(row: Row) -> str | None:
        members = _members(around, row)
        if members is None or total is None:
            return None
        return f"=ROUND(SUMPRODUCT({members}*({total.percents}))/SUMPRODUCT({members}*({total.answers})),{row.places})"

    return formula
