"""Rounds, and how places moved between them, in words."""

from __future__ import annotations

from fractions import Fraction

from desktop.language import N_, _, ngettext
from desktop.model.planning.place_changes import Said
from desktop.model.scoring.place_stands import PlaceMove, PlaceStand
from desktop.wording import names
from desktop.wording.kind_words import KindWords
from desktop.wording.part_grounds import number

OF_ROUNDS: dict[str, KindWords] = {
    "round": KindWords(
        N_("round that is over"),
        {
            "number": N_("No."),
            "name": N_("Name"),
            "began": N_("Began"),
            "closed": N_("Closed"),
            "content": N_("What was said"),
            "shown": N_("Last number of answers shown"),
        },
        number=N_("round {number}"),
    ),
    "round_result": KindWords(
        N_("result of a round that is over"),
        {
            "digest": N_("Version of the model"),
            "level": N_("Level"),
            "rating": N_("Rating"),
            "value": N_("Value"),
            "grade": N_("Grade"),
        },
    ),
}

REFUSED_ROUNDS: dict[str, str] = {
    "round.none": N_(
        "{path} holds no earlier round, so there is nothing to compare with. Start a follow-up in the window, under "
        "Results, or name another assessment."
    ),
    "round.none_such": N_("{path} holds no round “{name}”. Without --round, the last one is taken."),
    "round.unknown": N_("This round is no longer there. Undo brings back what was removed."),
    "round.name_missing": N_("Give both rounds a name, such as “March” and “Follow-up in autumn”."),
    "round.empty": N_(
        "Nothing has been answered, heard or rated in this round yet, so there is nothing to follow up. Go on with it."
    ),
    "round.too_large": N_(
        "This round holds more than {most} MB of records, more than can be put away in one step. Save a copy of the "
        "assessment and go on with that instead."
    ),
    "round.damaged": N_(
        "What was said in the round “{name}” cannot be read any more; everything else in {path} can. The results of "
        "that round are still told. Look for an earlier copy of the file if you need the rest."
    ),
}

_MOVES: dict[PlaceMove, str] = {
    PlaceMove.BETTER: N_("Better"),
    PlaceMove.WORSE: N_("Worse"),
    PlaceMove.SAME: N_("The same"),
    PlaceMove.OTHER: N_("Otherwise"),
}


def move(found: PlaceMove) -> str:
    """How a place moved, in a word."""
    return _(_MOVES[found])


def stand(found: PlaceStand) -> str:
    """How a place stands, in a word or two: a level, a rating, a grade, a number."""
    if found.rating is not None:
        return names.name(found.rating)
    if found.level is not None:
        return _("Level {level}").format(level=found.level)
    told = number(Fraction(found.value)) if found.value else ""
    if found.grade:
        grade = found.grade.replace("_", " ")
        return _("{grade} ({number})").format(grade=grade, number=told) if told else grade
    return told or _("Not rated")


def round_name(name: str, count: int) -> str:
    """What a round is called; without a name of the team's own, by how many came before it."""
    if name:
        return name
    return _("Follow-up {number}").format(number=count) if count else _("First round")


def said(found: Said) -> str:
    """What is said of a part beneath a place, in a word or two."""
    if found is None:
        return _("nothing said")
    if isinstance(found, bool):
        return _("done") if found else _("not done")
    return names.name(found).lower()


def side_name(organisation: str, unit: str) -> str:
    """Whose results a side tells: the organisation and its unit."""
    return " · ".join(text for text in (organisation, unit) if text) or _("Without a name")


def otherwise(count: int) -> str:
    """That results are others today than were told when their round was over."""
    return ngettext(
        "When this round was over, {count} result was told that the program of today works out otherwise; the table "
        "shows it as it is worked out today.",
        "When this round was over, {count} results were told that the program of today works out otherwise; the table "
        "shows them as they are worked out today.",
        count,
    ).format(count=count)


def counted_noun(kind: str) -> str:
    """What records of a kind are called on the list of what a follow-up takes over, as a heading."""
    return _(_CARRIED[kind])


_CARRIED: dict[str, str] = {
    "participant": N_("Participants"),
    "model": N_("Models, with scope and scales"),
    "target": N_("Targets"),
    "member": N_("Assessment team"),
    "action": N_("Actions, with measures and readings"),
    "evidence": N_("Evidence, with what it speaks of"),
    "answer": N_("Answers"),
    "form": N_("Forms"),
    "rating": N_("Ratings and what is said of them"),
    "session": N_("Sessions, with notes"),
    "observation": N_("Observations"),
    "finding": N_("Findings, with what was said of them"),
    "blind_rating": N_("Blind ratings"),
    "checklist_tick": N_("Ticks on checklists"),
}
CARRIED = tuple(_CARRIED)
"""What is told before a follow-up starts, in this order; ``rating`` stands for all that the team judges."""
