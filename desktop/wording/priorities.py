"""The order of actions in words: what a method looked at, and what came of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from desktop.language import N_, NC_, _
from desktop.model.planning.priorities import LITTLE_EFFORT, MUCH_IMPACT, USED, Input, Quadrant, Weighed
from desktop.model.records import PriorityMethod
from desktop.model.scoring import rounding

_INPUTS = {
    Input.BLOCKS: N_("Blocks the next level"),
    Input.IMPORTANCE: N_("Importance"),
    Input.GAP: N_("Gap"),
    Input.EFFORT: N_("Effort"),
    Input.VALUE: N_("Value"),
    Input.URGENCY: N_("Urgency"),
    Input.OPPORTUNITY: N_("Opportunity"),
    Input.SIZE: NC_("of an action", "Size"),
    Input.IMPACT: N_("Impact"),
}
_QUADRANTS = {
    Quadrant.QUICK_WIN: N_("Quick win"),
    Quadrant.BIG_BET: N_("Big bet"),
    Quadrant.FILL_IN: N_("Fill-in"),
    Quadrant.THINK_TWICE: N_("Think twice"),
}
_LACKING = {
    Input.IMPORTANCE: N_("the importance of what it improves (on Gaps)"),
    Input.GAP: N_("a target for what it improves (on Gaps)"),
    Input.EFFORT: N_("its effort"),
    Input.VALUE: N_("its value"),
    Input.URGENCY: N_("its urgency"),
    Input.OPPORTUNITY: N_("its opportunity"),
    Input.SIZE: N_("its size"),
    Input.IMPACT: N_("its impact"),
}


def input_name(said: Input) -> str:
    """What a method looks at, as a heading."""
    return _(_INPUTS[said])


def quadrant_name(where: Quadrant) -> str:
    """What a quadrant is called."""
    return _(_QUADRANTS[where])


def rule(method: PriorityMethod) -> str:
    """How a method puts actions in order, in full."""
    text = {
        PriorityMethod.FORMULA: _(
            "Importance × gap ÷ effort in person days, twice that for what blocks the next level; the highest first."
        ),
        PriorityMethod.WSJF: _("(Value + urgency + opportunity) ÷ size, each in relative steps; the highest first."),
        PriorityMethod.IMPACT_EFFORT: _(
            "Quick wins first, then big bets, fill-ins and what is to be thought over twice: much impact is {impact} "
            "or more, little effort is up to {effort} person days."
        ).format(impact=MUCH_IMPACT, effort=LITTLE_EFFORT),
    }[method]
    return _("{rule} Of equal ones the earliest due date goes first; what lacks an input stands last.").format(
        rule=text
    )


def score_text(found: Weighed) -> str:
    """What came of it, e.g. “1.33”, “4.00” or “Quick win”; a dash where an input is missing."""
    if found.quadrant is not None:
        return quadrant_name(found.quadrant)
    return "–" if found.score is None else f"{rounding.half_up(found.score, 2):.2f}"


def plain(value: Fraction | Decimal | float) -> str:
    """A number with two decimals at most."""
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    text = f"{rounding.half_up(exact, 2):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def input_text(found: Weighed, said: Input) -> str:
    """The value of an input; a dash where nobody has said it."""
    value = getattr(found.of, said)
    if said is Input.BLOCKS:
        return _("yes") if value else _("no")
    return "–" if value is None else plain(value)


def reckoned(method: PriorityMethod, found: Weighed) -> str:
    """How the result of an action came about, with its inputs: “2 × 4 × 1 ÷ 6 = 1.33”; or what is missing."""
    if found.missing:
        lacking = ", ".join(_(_LACKING[each]) for each in found.missing)
        return _("No result yet; missing: {inputs}.").format(inputs=lacking)
    said = {each: input_text(found, each) for each in USED[method]}
    score = score_text(found)
    if method is PriorityMethod.FORMULA:
        factor = 2 if found.of.blocks else 1
        return _("{factor} × importance {importance} × gap {gap} ÷ {effort} days = {score}").format(
            factor=factor,
            importance=said[Input.IMPORTANCE],
            gap=said[Input.GAP],
            effort=said[Input.EFFORT],
            score=score,
        )
    if method is PriorityMethod.WSJF:
        return _("(value {value} + urgency {urgency} + opportunity {opportunity}) ÷ size {size} = {score}").format(
            value=said[Input.VALUE],
            urgency=said[Input.URGENCY],
            opportunity=said[Input.OPPORTUNITY],
            size=said[Input.SIZE],
            score=score,
        )
    return _("Impact {impact}, {effort} days: {quadrant}").format(
        impact=said[Input.IMPACT], effort=said[Input.EFFORT], quadrant=score
    )
