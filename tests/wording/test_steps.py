import ast
import datetime as dt

import pytest

from desktop.model.journal import Step, StepKind
from desktop.model.merging.bundle import ARRIVE
from desktop.model.merging.identities import LEFT_OUT
from desktop.model.store.rule_steps import BY_RULE
from desktop.model.store.salvage import REPAIRED
from desktop.wording import steps
from desktop.wording.records import WORDS
from tests.wording.source_calls import calls, placeholders


def is_step(call):
    return isinstance(call.func, ast.Attribute) and call.func.attr == "step"


def used():
    """Labels with their facts; the desk only passes a label on, and some are written without it."""
    found = calls("model/assessment", is_step)
    known = {label: facts for label, facts in found.items() if not label.startswith("?desk.py")}
    return known | {LEFT_OUT: set(), REPAIRED: {"steps"}, BY_RULE: {"count"}, ARRIVE: {"source", "count"}}


def step(label, kind=StepKind.EDIT, **facts):
    return Step(1, "w", kind, None, label, facts, "Ada", dt.datetime(2026, 3, 2, tzinfo=dt.UTC))


def test_every_label_has_a_sentence_and_every_sentence_a_label():
    own = {key.removesuffix(" not") for key in steps.SENTENCES}
    assert own <= used().keys()
    assert [label for label in used() if label not in own and not _by_rule(label, used()[label])] == []


def _by_rule(label, facts):
    kind, _point, done = label.partition(".")
    named = "name" in facts or bool(WORDS[kind].number and "number" in facts)
    return named and done in steps.BY_RULE


def test_no_sentence_says_what_the_rule_says():
    facts = dict.fromkeys(("name", "number", "fields"), "")
    for label, text in steps.SENTENCES.items():
        kind, _point, done = label.partition(".")
        if kind in WORDS and done in ("add", "set", "remove"):
            noun = WORDS[kind].noun
            assert text != steps.rule_of(label, facts).replace("{noun}", noun), label


def test_sentences_name_only_facts_that_are_given():
    facts = used()
    for key, text in steps.SENTENCES.items():
        assert placeholders(text) <= facts[key.removesuffix(" not")], key


def test_switches_name_facts_that_are_given():
    facts = used()
    assert all(fact in facts[label] for label, fact in steps.SWITCHES.items())
    assert {key.removesuffix(" not") for key in steps.SENTENCES if key.endswith(" not")} == steps.SWITCHES.keys()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (step("form.take", number=3, answered=48), "Import the form of P-03 (answers: 48)"),
        (step("model.question_level", model="Curve", level=3), "Ask about Curve up to level 3"),
        (step("model.question_level", model="Curve", level=0), "Ask nobody about Curve"),
        (step("practice.characterise", practice="SRI-AC-4", value="LI"), "Characterise SRI-AC-4 as LI"),
        (step("practice.characterise", practice="SRI-AC-4", value=""), "Leave SRI-AC-4 open"),
        (
            step("practice.characterise", practice="A-1, A-2, A-3, A-4, A-5", value="FI"),
            "Characterise A-1, A-2, A-3 and 2 more as FI",
        ),
        (
            step("practice.alternative", StepKind.UNDO, practice="SRI-AC-4", accepted=False),
            "Undo: No longer accept an alternative for SRI-AC-4",
        ),
        (
            step("area.stance", StepKind.REDO, area="SRI", stance="disagrees"),
            "Redo: Note where a team member stands on SRI: Disagrees",
        ),
        (step("stream.rate", stream="DSK", level=3), "Put DSK at level 3"),
        (step("stream.rate", stream="DSK", level=None), "Read the level of DSK from its practices"),
        (step("practice.tick", practices="A-1, A-2", done=True), "Tick A-1, A-2"),
        (step("practice.tick", practices="A-1", done=False), "Untick A-1"),
        (
            step("statement.rate", statements="A-1, A-2, A-3, A-4", fulfilment="partly_met"),
            "Rate A-1, A-2, A-3 and 1 more: Partly met",
        ),
        (step("statement.rate", statements="TOL-1-1", fulfilment=None), "Leave TOL-1-1 open"),
        (
            step("measure.set", number=2, name="Time", fields="due, how"),
            "Change Due, How it is measured of the measure “Time” of action 2",
        ),
        (step("reading.add", name="Time", day="2026-05-01", value="12.5"), "Note “Time” on 2026-05-01: 12.5"),
        (step("details.set", fields="ends, starts"), "Set Last day, First day of the assessment"),
        (step("member.set", name="Ada"), "Change team member Ada"),
        (step("participant.remove", number=3), "Remove participant P-03"),
        (step("participant.add"), "Add participant"),
        (step("action.set", number=2, fields="due, status"), "Change Due, Status of action 2"),
    ],
)
def test_sentences(made, said):
    assert steps.sentence(made) == said


@pytest.mark.parametrize(
    "made", [step("from.elsewhere"), step("participant.unheard"), step("details.set", fields="unheard")]
)
def test_steps_nobody_here_knows_are_told_by_their_label(made):
    assert steps.sentence(made) == made.label


def test_observations_and_findings_are_called_as_on_their_page():
    marked = step("finding.mark", findings="1, 2, 3, 14")
    assert steps.sentence(marked) == "Mark F-01, F-02, F-03 and 1 more for the report"
    assert steps.sentence(step("observation.remove", observations="7")) == "Remove O-07"
