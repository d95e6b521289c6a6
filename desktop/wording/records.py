"""The words of each kind of record: what one is called, and what its cells are called."""

from __future__ import annotations

from desktop.language import N_, NC_, _
from desktop.wording.aftercare_records import AFTERWARDS
from desktop.wording.finding_records import FOUND
from desktop.wording.kind_words import KindWords
from desktop.wording.plan_records import PLANNED
from desktop.wording.rounds import OF_ROUNDS
from desktop.wording.travelling import COPY_WORDS

WORDS: dict[str, KindWords] = {
    **OF_ROUNDS,
    **FOUND,
    **AFTERWARDS,
    **PLANNED,
    **COPY_WORDS,
    "details": KindWords(
        N_("assessment"),
        {
            "organisation": N_("Organisation"),
            "unit": N_("Unit"),
            "sponsor": N_("Sponsor"),
            "purpose": N_("Purpose"),
            "budget": N_("Budget"),
            "starts": N_("First day"),
            "ends": N_("Last day"),
            "threshold": N_("Smallest group shown"),
            "notes": N_("Notes"),
            "return_by": N_("Forms to be back by"),
            "goals": N_("Business goals"),
            "currency": N_("Currency"),
            "confidentiality": N_("Confidentiality"),
            "priority_method": N_("How actions are put in order"),
            "opens": N_("Questionnaire opens"),
            "round_name": N_("Round"),
            "round_began": N_("Follow-up started"),
            "day_style": N_("How days are written"),
            "decimal_mark": N_("Decimal mark"),
        },
    ),
    "scope_item": KindWords(
        N_("unit or service"),
        {
            "sort": N_("Kind"),
            "name": N_("Name"),
            "in_scope": N_("In scope"),
            "note": N_("Note"),
        },
    ),
    "budget_line": KindWords(
        N_("line of the budget"),
        {
            "name": N_("Name"),
            "planned": N_("Planned"),
            "spent": N_("Spent"),
            "note": N_("Note"),
        },
    ),
    "checklist_item": KindWords(
        N_("item of the checklist"),
        {
            "phase": N_("Phase"),
            "text": N_("Text"),
        },
    ),
    "checklist_tick": KindWords(
        N_("state of an item of the checklist"),
        {
            "state": N_("State"),
            "day": N_("Day"),
            "member": N_("Team member"),
        },
    ),
    "guide_question": KindWords(
        N_("question of the interview guide"),
        {
            "session": N_("Session"),
            "model": N_("Model"),
            "place": N_("Area"),
            "text": N_("Question"),
        },
    ),
    "asked_question": KindWords(
        N_("state of a question of the interview guide"),
        {"asked": N_("Asked")},
    ),
    "model": KindWords(
        N_("model in use"),
        {
            "digest": N_("Frozen pack"),
            "scale": N_("Answer scale"),
            "question_level": N_("Highest level asked about"),
        },
    ),
    "member": KindWords(
        N_("team member"),
        {
            "name": N_("Name"),
            "role": N_("Role"),
            "independence": N_("Independence"),
        },
    ),
    "participant": KindWords(
        N_("participant"),
        {
            "number": N_("Number"),
            "role": N_("Role"),
            "group": N_("Group"),
            "asked": N_("Gets a form"),
            "unit": N_("Unit"),
            "service": N_("Service"),
            "interviewed": N_("Is to be interviewed"),
            "discusses": N_("Is to join a discussion"),
            "left": N_("Taken out, what was said kept"),
        },
        number=N_("P-{number:02}"),
    ),
    "identity": KindWords(
        N_("name of a participant"),
        {
            "name": N_("Name"),
            "email": N_("E-mail"),
        },
    ),
    "form": KindWords(
        N_("form"),
        {
            "saved": N_("Last saved"),
            "digest": N_("Content"),
            "said": N_("What the form says"),
            "back": N_("Back"),
            "due": N_("To be back by"),
            "sent": N_("Sent"),
            "reminded": N_("Reminded"),
            "left_out": N_("Versions left out"),
            "asked_in": N_("Questionnaire round"),
        },
    ),
    "form_round": KindWords(
        N_("questionnaire round"),
        {
            "number": N_("Number"),
            "name": N_("Name"),
            "opens": N_("Opens"),
            "closes": N_("Forms to be back by"),
        },
        number=N_("{number}"),
    ),
    "form_area": KindWords(
        N_("area of a form"),
        {"asked": N_("Asked about")},
    ),
    "answer": KindWords(
        N_("answer"),
        {
            "choice": N_("Answer"),
            "comment": N_("Comment"),
        },
    ),
    "practice_rating": KindWords(
        N_("practice"),
        {
            "value": N_("Characterisation"),
            "alternative": N_("Alternative practice accepted"),
            "reason": N_("Rationale"),
        },
    ),
    "goal_rating": KindWords(
        N_("goal"),
        {
            "weaknesses_significant": N_("Weaknesses are significant"),
            "weakness": N_("Weakness"),
        },
    ),
    "area_rating": KindWords(
        N_("key process area"),
        {
            "in_scope": N_("In scope"),
            "not_applicable": N_("Does not apply"),
            "reason": N_("Reason"),
            "rationale": N_("Rationale"),
            "settled": N_("Settled"),
            "in_spite": N_("Settled although something is missing, because"),
        },
    ),
    "area_stance": KindWords(
        N_("stance on an area"),
        {
            "stance": N_("Stance"),
            "reason": N_("Reason"),
        },
    ),
    "blind_round": KindWords(
        N_("blind rating of an area"),
        {
            "stage": N_("Stage"),
            "reason": N_("Opened early because"),
        },
    ),
    "blind_hand_in": KindWords(
        N_("blind rating handed in"),
        {
            "handed": N_("Handed in"),
        },
    ),
    "blind_rating": KindWords(
        N_("blind rating"),
        {
            "value": N_("Rating"),
            "note": N_("Note"),
        },
    ),
    "stream_rating": KindWords(
        N_("stream"),
        {
            "level": N_("Level"),
            "reason": N_("Reason"),
        },
    ),
    "tick": KindWords(
        N_("practice of a stream"),
        {
            "done": NC_("of a practice", "Done"),
        },
    ),
    "statement_rating": KindWords(
        N_("statement"),
        {
            "value": N_("Fulfilment"),
            "note": N_("Note"),
        },
    ),
    "instance": KindWords(
        N_("instance"),
        {
            "model": N_("Model"),
            "of": N_("One of"),
            "name": N_("Name"),
        },
    ),
    "part_rating": KindWords(
        N_("part"),
        {
            "answer": N_("Answer"),
            "says": N_("Result by the team's word"),
            "alternative": N_("Alternative accepted"),
            "note": N_("Note"),
        },
    ),
    "evidence": KindWords(
        N_("evidence"),
        {
            "kind": N_("Kind"),
            "session": N_("Title"),
            "note": N_("Note"),
            "version": N_("Version"),
            "dated": N_("Date"),
            "owner": N_("Owner"),
            "expires": N_("Valid until"),
            "reference": N_("Where it is"),
            "directness": N_("Direct or supporting"),
            "adequacy": N_("Adequate"),
            "content": N_("Attached content"),
            "file_name": N_("Attached file"),
            "file_size": N_("Size of the attached file"),
        },
    ),
    "evidence_link": KindWords(
        N_("what evidence speaks of"),
        {
            "linked": N_("Supported by evidence"),
        },
    ),
    "session": KindWords(
        N_("session"),
        {
            "kind": N_("Kind"),
            "name": N_("Name"),
            "day": N_("Day"),
            "last_day": N_("Last day"),
            "starts": N_("Begins at"),
            "ends": N_("Ends at"),
            "place": N_("Place"),
        },
    ),
    "session_member": KindWords(
        N_("who asks in a session"),
        {
            "asks": N_("Asks"),
        },
    ),
    "session_participant": KindWords(
        N_("who is heard in a session"),
        {
            "heard": N_("Is heard"),
        },
    ),
    "session_area": KindWords(
        N_("what a session is about"),
        {
            "about": N_("Is spoken about"),
        },
    ),
    "session_note": KindWords(
        N_("note of a session"),
        {
            "session": N_("Session"),
            "at": N_("Noted at"),
            "participant": N_("Said by"),
            "text": N_("Text"),
            "tone": N_("Tone"),
        },
    ),
    "note_tag": KindWords(
        N_("what a note speaks of"),
        {
            "tagged": N_("Spoken of in a note"),
        },
    ),
    "target": KindWords(
        N_("target"),
        {
            "level": N_("Target"),
            "value": N_("Target"),
            "importance": N_("Importance"),
            "reason": N_("Reason"),
            "set_by": N_("Set by"),
        },
    ),
    "narrative": KindWords(
        N_("words of the team for the report"),
        {
            "text": N_("Text"),
            "names_nobody": N_("Names nobody"),
        },
    ),
    "adoption": KindWords(
        N_("newer version of a model"),
        {
            "after": N_("Newer version"),
            "scale": N_("Answer scale before"),
            "parts": N_("Parts that go on"),
            "questions": N_("Questions whose answers go on"),
        },
    ),
    "shown_answers": KindWords(
        N_("answers shown in an export"),
        {
            "number": N_("Number"),
            "day": N_("Day"),
            "newest": N_("Shown though it tells what a few people said"),
        },
    ),
}
"""By the name of the kind."""


def kind_name(kind: str) -> str:
    """What a record of a kind is called, as a heading."""
    noun = _(WORDS[kind].noun)
    return f"{noun[:1].upper()}{noun[1:]}"


def cell_name(kind: str, cell: str) -> str:
    """What a cell is called."""
    return _(WORDS[kind].cells[cell])


def number_name(kind: str, number: int) -> str:
    """How a record is called by its number on lists, e.g. ``P-03``."""
    return _(WORDS[kind].number).format(number=number)
