"""Whatever is done in whatever order, undo gives back exactly what was, and the file stays sound."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, precondition, rule

from desktop.model.assessment import Assessment
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.proposals import NewMeasure, Proposal
from desktop.model.records import ActionStatus, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.model.assessment.snapshots import snapshot
from tests.newer_versions import exchanged
from tests.thoroughness import THOROUGH, many

PACK = tiny_pack()
STREAMS = tiny_streams()
CRITERIA = tiny_criteria()
VERSIONS = {pack.id: (pack, exchanged(pack)) for pack in (PACK, STREAMS, CRITERIA)}
"""Of each model two versions with the same ids, so that whatever can be said in one can be said in the other."""
QUESTIONS = sorted(PACK.question_by_id)
PRACTICES = sorted(PACK.practice_by_id)
GOALS = sorted(PACK.goal_by_id)
AREAS = sorted(PACK.area_by_id)
CHOICES = [choice.id for choice in PACK.scales[0].choices]
CELLS = [f"{stream.id}-{cell.level}" for stream in STREAMS.streams for cell in stream.cells]
ITEMS = sorted(item.id for stream in STREAMS.streams for cell in stream.cells for item in cell.practices)
STATEMENTS = sorted(CRITERIA.statement_by_id)
PLACES = [("tiny", "PLN")] + [(pack.id, place) for pack in (STREAMS, CRITERIA) for place in pack.place_by_id]

LOOKS_EVERY = 1 if THOROUGH else 3
"""After how many turns the whole file is read anew: what is kept wrongly stays so for a while."""

choices = st.sampled_from([None, *CHOICES])
texts = st.sampled_from(["", "So it is.", "Ünlike “that” / other"])
values = st.sampled_from([None, *Characterisation])


def _leads(needs, first, last):
    """Whether one action waits for another, over however many others."""
    return first == last or any(_leads(needs, each, last) for each in needs.get(first, ()))


class AssessmentMachine(RuleBasedStateMachine):
    """The assessment beside a list of snapshots: one for each edit in effect, and those undone."""

    participants = Bundle("participants")
    members = Bundle("members")
    pieces = Bundle("pieces")
    actions = Bundle("actions")
    measures = Bundle("measures")
    readings = Bundle("readings")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "site.maturity")
        self.assessment = Assessment.create(self.path, [PACK, STREAMS, CRITERIA], author="Ada")
        self.saved = self.turns = 0
        self.past = []
        self.undone = []
        self.known = len(self.assessment.history.steps())

    def teardown(self):
        self.assessment.close()
        self.folder.cleanup()

    @initialize(target=participants)
    def somebody_takes_part(self):
        return self.edit(lambda: self.assessment.preparation.add_participant(role="manager"))

    def edit(self, do):
        """Do something and remember what was before, if it changed anything."""
        before = snapshot(self.assessment)
        result = do()
        steps = self.assessment.history.steps(1)[0].number
        if steps != self.known:
            self.past.append((steps, before))
            self.undone.clear()
            self.known = steps
            assert snapshot(self.assessment) != before
        else:
            assert snapshot(self.assessment) == before
        return result

    @rule(target=participants, role=texts, name=texts)
    def add_participant(self, role, name):
        return self.edit(lambda: self.assessment.preparation.add_participant(role=role, name=name))

    @rule(participant=consumes(participants))
    def remove_participant(self, participant):
        if self.is_there(participant):
            self.edit(lambda: self.assessment.preparation.remove_participant(participant))

    @rule(participant=participants, group=texts, email=texts)
    def change_participant(self, participant, group, email):
        if self.is_there(participant):
            self.edit(lambda: self.assessment.preparation.set_participant(participant, group=group, email=email))

    @rule(target=members, name=texts)
    def add_member(self, name):
        return self.edit(lambda: self.assessment.preparation.add_member(name))

    @rule(participant=participants, question=st.sampled_from(QUESTIONS), choice=choices)
    def answer(self, participant, question, choice):
        if self.is_there(participant):
            self.edit(lambda: self.assessment.questionnaires.answer("tiny", participant, question, choice))

    @rule(participant=participants, question=st.sampled_from(QUESTIONS), comment=texts)
    def comment(self, participant, question, comment):
        if self.is_there(participant):
            self.edit(lambda: self.assessment.questionnaires.comment("tiny", participant, question, comment))

    @rule(
        participant=participants,
        given=st.lists(choices, min_size=len(QUESTIONS), max_size=len(QUESTIONS)),
        empties=st.booleans(),
        prevails=st.booleans(),
    )
    def take_form(self, participant, given, empties, prevails):
        if self.is_there(participant):
            self.saved += 1
            saved = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=self.saved)
            answers = {question: FilledAnswer(choice) for question, choice in zip(QUESTIONS, given, strict=True)}
            identity = self.assessment.questionnaires.identity("tiny", participant)
            form, ruling = FilledForm(identity, saved, answers), Ruling(counts=True, empties=empties, prevails=prevails)
            self.edit(lambda: self.assessment.questionnaires.take(form, ruling))

    @rule(said=st.dictionaries(st.sampled_from(PRACTICES), values, min_size=1, max_size=4))
    def characterise(self, said):
        self.edit(lambda: self.assessment.ratings.characterise_all("tiny", said))

    @rule(goal=st.sampled_from(GOALS), significant=st.booleans(), weakness=texts)
    def rate_goal(self, goal, significant, weakness):
        cells = {"weaknesses_significant": significant, "weakness": weakness}
        self.edit(lambda: self.assessment.ratings.set_goal("tiny", goal, **cells))

    @rule(area=st.sampled_from(AREAS), rationale=texts)
    def give_rationale(self, area, rationale):
        self.edit(lambda: self.assessment.ratings.set_rationale("tiny", area, rationale))

    @rule(areas=st.sets(st.sampled_from(AREAS)), in_scope=st.booleans())
    def set_scope(self, areas, in_scope):
        self.edit(lambda: self.assessment.models.set_scope("tiny", sorted(areas), in_scope=in_scope))

    @rule(area=st.sampled_from(AREAS), member=members, stance=st.sampled_from([None, *Stance]))
    def take_stance(self, area, member, stance):
        self.edit(lambda: self.assessment.ratings.set_stance("tiny", area, member, stance))

    @rule(target=pieces, practices=st.sets(st.sampled_from(PRACTICES), max_size=3))
    def file_evidence(self, practices):
        kind = EvidenceKind.DOCUMENT
        return self.edit(lambda: self.assessment.evidence.add(kind, "Plan", model="tiny", practices=sorted(practices)))

    @rule(piece=pieces, practice=st.sampled_from(PRACTICES), linked=st.booleans())
    def link_evidence(self, piece, practice, linked):
        if piece in {item.id for item in self.assessment.evidence.all()}:
            self.edit(lambda: self.assessment.evidence.link(piece, "tiny", [practice], linked=linked))

    @rule(target=actions, area=st.sampled_from(["", *AREAS]), due=st.none() | st.just(dt.date(2026, 5, 1)))
    def add_action(self, area, due):
        return self.edit(lambda: self.assessment.actions.add("Do it", model="tiny", aim=area, due=due))

    @rule(action=actions, status=st.sampled_from(ActionStatus))
    def change_action(self, action, status):
        if action in {item.id for item in self.assessment.actions.all()}:
            it = self.assessment.actions
            if status is not ActionStatus.VERIFIED:
                self.edit(lambda: it.change(action, status=status, dropped_because="Too dear"))
            elif it.get(action).status.is_done and self.assessment.evidence.all():
                shown = self.assessment.evidence.all()[0].id
                day = dt.date(2100, 1, 1)
                self.edit(lambda: self.assessment.verifying.verify(action, day, "X", shown, although="So it is"))

    @rule(action=actions, needs=actions, needed=st.booleans())
    def let_wait(self, action, needs, needed):
        found = {item.id for item in self.assessment.actions.all()}
        it = self.assessment.action_links
        if {action, needs} <= found and action != needs and not _leads(it.needs(), needs, action):
            self.edit(lambda: it.need(action, needs, needed=needed))

    @rule(action=actions)
    def remove_action(self, action):
        if action in {item.id for item in self.assessment.actions.all()}:
            self.edit(lambda: self.assessment.actions.remove(action))

    @rule(stream=st.sampled_from(sorted(STREAMS.stream_by_id)), level=st.none() | st.integers(1, 5), reason=texts)
    def rate_stream(self, stream, level, reason):
        if self.is_used(STREAMS.id):
            self.edit(lambda: self.assessment.streams.rate_stream(STREAMS.id, stream, level, reason))

    @rule(items=st.sets(st.sampled_from(ITEMS), min_size=1, max_size=4), done=st.booleans())
    def tick(self, items, done):
        if self.is_used(STREAMS.id):
            self.edit(lambda: self.assessment.streams.tick(STREAMS.id, sorted(items), done=done))

    @rule(
        statements=st.sets(st.sampled_from(STATEMENTS), min_size=1, max_size=6),
        value=st.sampled_from([None, *Fulfilment]),
    )
    def rate_statements(self, statements, value):
        if self.is_used(CRITERIA.id):
            self.edit(lambda: self.assessment.statements.rate(CRITERIA.id, sorted(statements), value))

    @rule(statement=st.sampled_from(STATEMENTS), note=texts)
    def note_statement(self, statement, note):
        if self.is_used(CRITERIA.id):
            self.edit(lambda: self.assessment.statements.note(CRITERIA.id, statement, note))

    @rule(of=st.sampled_from(PLACES), level=st.sampled_from([None, 1]), importance=st.none() | st.integers(1, 5))
    def set_target(self, of, level, importance):
        model, place = of
        if self.is_used(model):
            self.edit(lambda: self.assessment.targets.set(model, place, level=level, importance=importance))

    @rule(of=st.sampled_from([*PLACES, ("tiny", WHOLE)]))
    def clear_target(self, of):
        model, place = of
        if self.is_used(model):
            self.edit(lambda: self.assessment.targets.clear(model, place))

    @rule(target=actions, cell=st.sampled_from(CELLS), count=st.integers(0, 3))
    def take_up_proposal(self, cell, count):
        measures = tuple(NewMeasure(name=f"Measure {number}", baseline="1,5") for number in range(count))
        place = {"model": STREAMS.id, "aim": cell} if self.is_used(STREAMS.id) else {}
        proposal = Proposal(title="Take it up", measures=measures, **place)
        return self.edit(lambda: self.assessment.actions.add_proposed([proposal]))[0]

    @rule(target=measures, action=actions, name=st.sampled_from(["Time", "Cost"]))
    def add_measure(self, action, name):
        if action in {item.id for item in self.assessment.actions.all()}:
            return self.edit(lambda: self.assessment.measures.add(action, name, unit="h", baseline="10"))
        return "unheard"

    @rule(measure=measures, wanted=st.sampled_from(["", "5", "7,5"]))
    def change_measure(self, measure, wanted):
        if self.is_measured(measure):
            self.edit(lambda: self.assessment.measures.change(measure, target=wanted))

    @rule(measure=measures)
    def remove_measure(self, measure):
        if self.is_measured(measure):
            self.edit(lambda: self.assessment.measures.remove(measure))

    @rule(target=readings, measure=measures, day=st.integers(1, 3), value=st.sampled_from(["1", "2,5"]))
    def read(self, measure, day, value):
        if self.is_measured(measure):
            on = dt.date(2026, 5, day)
            return self.edit(lambda: self.assessment.measures.add_reading(measure, on, value))
        return "unheard"

    @rule(reading=readings)
    def remove_reading(self, reading):
        if reading in {read.id for found in self.assessment.measures.all() for read in found.readings}:
            self.edit(lambda: self.assessment.measures.remove_reading(reading))

    @rule(pack=st.sampled_from([STREAMS, CRITERIA]))
    def stop_using_a_model_and_use_it_again(self, pack):
        if self.is_used(pack.id):
            before = snapshot(self.assessment)
            used = self.assessment.models.get(pack.id).pack
            self.edit(lambda: self.assessment.models.remove(pack.id))
            self.edit(lambda: self.assessment.models.add(used))
            assert snapshot(self.assessment) == before

    @rule(model=st.sampled_from(sorted(VERSIONS)))
    def adopt_the_other_version(self, model):
        if self.is_used(model):
            used = self.assessment.models.get(model).pack
            self.edit(lambda: self.assessment.adoptions.adopt(next(one for one in VERSIONS[model] if one != used)))

    @precondition(lambda self: self.past)
    @rule(times=st.integers(1, 4), back=st.integers(0, 4))
    def undo(self, times, back):
        """Some steps back, and some of them forth again."""
        for _ in range(min(times, len(self.past))):
            now = snapshot(self.assessment)
            changed = self.assessment.history.undo()
            number, before = self.past.pop()
            self.undone.append((number, now))
            assert changed.step is not None
            assert changed.step.target is not None
            assert changed.step.target.clock == number
            assert snapshot(self.assessment) == before
        for _ in range(min(back, times)):
            self.redo()
        self.known = self.assessment.history.steps(1)[0].number

    @rule()
    def redo(self):
        now = snapshot(self.assessment)
        changed = self.assessment.history.redo()
        if self.undone:
            number, after = self.undone.pop()
            self.past.append((number, now))
            assert changed.step is not None
            assert changed.step.target is not None
            assert changed.step.target.clock == number
            assert snapshot(self.assessment) == after
        else:
            assert changed.step is None
        self.known = self.assessment.history.steps(1)[0].number

    @precondition(lambda self: len(self.past) > 1)
    @rule(back=st.integers(1, 6))
    def undo_to(self, back):
        now = snapshot(self.assessment)
        back = min(back, len(self.past) - 1)
        number, _ = self.past[-back - 1]
        self.assessment.history.undo_to(number)
        for _ in range(back):
            undone, before = self.past.pop()
            self.undone.append((undone, now))
            now = before
        assert snapshot(self.assessment) == now
        self.known = self.assessment.history.steps(1)[0].number

    @rule()
    def close_and_open(self):
        before = snapshot(self.assessment)
        self.assessment.close()
        self.assessment = Assessment.open(self.path, author="Bea")
        assert snapshot(self.assessment) == before

    def is_there(self, participant):
        return participant in {item.id for item in self.assessment.preparation.participants()}

    def is_used(self, model):
        return model in {in_use.id for in_use in self.assessment.models.all()}

    def is_measured(self, measure):
        return measure in {found.measure.id for found in self.assessment.measures.all()}

    @invariant()
    def what_is_kept_is_what_the_sound_file_says(self):
        self.turns += 1
        if self.turns % LOOKS_EVERY:
            return
        assert self.assessment.check() == ()
        kept, scores = snapshot(self.assessment), self.assessment.results.all()
        with Assessment.open(self.path, author="Bob", readonly=True) as anew:
            assert snapshot(anew) == kept
            assert anew.results.all() == scores

    @invariant()
    def the_stacks_are_those_of_the_model(self):
        numbers = {number for number, _ in self.past}
        assert {edit.clock for edit in self.assessment.history.in_effect() if edit.clock > 3} == numbers
        redo = self.assessment.history.next_redo()
        assert (redo.number if redo else None) == (self.undone[-1][0] if self.undone else None)


TestAssessment = AssessmentMachine.TestCase
# Shrinking what failed takes longer than a test may; the steps that led there are told as they were.
TestAssessment.settings = settings(
    max_examples=many(6),
    stateful_step_count=20,
    phases=tuple(Phase) if THOROUGH else (Phase.explicit, Phase.generate),
)
