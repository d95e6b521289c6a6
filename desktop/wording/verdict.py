"""What a board is to know first: how many models stand where they are wanted, and how a level comes about."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import _, ngettext
from desktop.model.maturity import Pack
from desktop.model.planning.gaps import Gap
from desktop.wording.board import listing
from desktop.wording.model_words import words_of


def verdict(standings: Sequence[tuple[str, Gap]]) -> str:
    """How many models stand below their target, which is farthest from it, and which have none; see `verdicts`."""
    return " ".join(verdicts(standings))


def verdicts(standings: Sequence[tuple[str, Gap]]) -> list[str]:
    """The same in its sentences, what counts most first.

    Args:
        standings: names of models, each with its level as a whole and the one that is wanted.
    """
    wanted = [(name, gap) for name, gap in standings if gap.target is not None]
    unwanted = [name for name, gap in standings if gap.target is None]
    if not wanted:
        return [_("No target is set, so nothing says yet which level is enough.")]
    told = _against_targets(wanted)
    if unwanted:
        told.append(_("No target is set for {names}.").format(names=listing(unwanted)))
    return told


def how_levels_come_about(packs: Sequence[Pack]) -> str:
    """Why one weak part keeps a whole model down, in a line."""
    own = [pack.name for pack in packs if not words_of(pack).weakest_decides]
    told = []
    if len(own) < len(packs):
        told.append(_("A model stands where its weakest part stands, however far the others are ahead."))
    if own:
        text = ngettext("{names} follows rules of its own.", "{names} follow rules of their own.", len(own))
        told.append(text.format(names=listing(own)))
    return " ".join(told)


def _against_targets(wanted: Sequence[tuple[str, Gap]]) -> list[str]:
    open_ = [name for name, gap in wanted if gap.gap and not gap.rated]
    blank = [name for name, gap in wanted if gap.gap is None]
    told = [_of_one(*wanted[0]) if len(wanted) == 1 else _of_several(wanted)]
    if blank and len(wanted) > 1:
        told.append(_("Not rated yet: {names}.").format(names=listing(blank)))
    if open_:
        text = ngettext(
            "Not everything is judged yet: {names} may turn out higher.",
            "Not everything is judged yet: {names} may turn out higher.",
            len(open_),
        )
        told.append(text.format(names=listing(open_)))
    return told


def _of_one(name: str, gap: Gap) -> str:
    if gap.gap is None:
        return _("{name} is not rated yet, so nothing says whether its target is reached.").format(name=name)
    if not gap.gap:
        return _("{name} has reached its target.").format(name=name)
    if gap.part is not None:
        return _("{name} stands below its target.").format(name=name)
    return _("{name} stands below its target, level {target}: it is at level {level}.").format(
        name=name, level=gap.level, target=gap.target
    )


def _of_several(wanted: Sequence[tuple[str, Gap]]) -> str:
    below, all_ = [(name, gap) for name, gap in wanted if gap.gap], len(wanted)
    if not below and any(gap.gap is None for _name, gap in wanted):
        return _("No model is known to stand below its target.")
    if not below:
        return (
            _("Both models with a target have reached it.")
            if all_ == 2
            else _("All {all} models with a target have reached it.").format(all=all_)
        )
    if len(below) < all_:
        text = ngettext(
            "{count} of {all} models with a target stands below it{farthest}.",
            "{count} of {all} models with a target stand below it{farthest}.",
            len(below),
        )
    elif all_ == 2:
        text = _("Both models with a target stand below it{farthest}.")
    else:
        text = _("All {all} models with a target stand below it{farthest}.")
    return text.format(count=len(below), all=all_, farthest=_farthest(below))


def _farthest(below: Sequence[tuple[str, Gap]]) -> str:
    """The model that has most levels to go; nothing where several have as many, or count otherwise."""
    most = max(gap.gap or 0 for _name, gap in below)
    found = [(name, gap) for name, gap in below if gap.gap == most]
    if len(found) > 1 or any(gap.part is not None for _name, gap in below):
        return ""
    ((name, gap),) = found
    text = (
        _(": {name} is at level {level}, its target is {target}")
        if len(below) == 1
        else _("; farthest is {name}: level {level}, target {target}")
    )
    return text.format(name=name, level=gap.level, target=gap.target)
