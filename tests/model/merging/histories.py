"""Random histories of several copies of one assessment, brought together by random ways."""

import datetime as dt
import random
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.examined import Ruling
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.assessment.restoring import TOLD_OUTSIDE
from desktop.model.errors import RefusalError
from desktop.model.journal import StepKind
from desktop.model.merging.bundle import ARRIVED, packed, unpacked
from desktop.model.merging.reach import Reach
from desktop.model.records import KINDS, ActionStatus, AreaRating, Narrative, Stance
from desktop.model.records.record import cell_types
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.model.store.copy_notes import WITHOUT
from desktop.model.store.engine import MemoryConnection
from desktop.model.store.lock import WriterLock
from desktop.model.store.rows_back import changes_back
from desktop.model.store.store import Store
from desktop.model.store.watch import StillWatch
from tests.builders import tiny_pack
from tests.model.merging.oracle import Oracle

PACK = tiny_pack()
QUESTIONS, PRACTICES, AREAS = (sorted(each) for each in (PACK.question_by_id, PACK.practice_by_id, PACK.area_by_id))
CHOICES = [choice.id for choice in PACK.scales[0].choices]
TEXTS = ["", "So it is.", "So it is. Or not.", "Otherwise."]
NAMES = ["", "Otherwise Smith", "Wilhelmina"]
DAYS = [dt.date(2026, 5, day) for day in (1, 2)]
NOWHERE = Path("memory.maturity")
MOST_COPIES = 6


class _Lock(WriterLock):
    """Of what lies in memory, which nobody else has."""

    def __init__(self):
        """There is nothing to lock."""

    def release(self):
        """There is nothing to release."""


class _Watch(StillWatch):
    """Nobody else can change it."""

    def refuse_changed(self, connection):
        """It is what memory holds."""


class CopyInMemory(Store):
    """A copy that is written to like any other, but lies in memory: ten thousand histories need no disk."""

    _watching = _Watch

    def __init__(self, of, author, **about):
        file = MemoryConnection()
        of.backup(file.driver)
        file.driver.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())
        file.driver.execute("PRAGMA foreign_keys = ON")
        super().__init__(NOWHERE, file, _Lock(), author, None)

    @property
    def driver(self):
        """To make a copy of it."""
        return self._file.driver


class Team:
    """Some copies, and what is under way between them.

    Args:
        seed: of all that is random.
        source: a connection to an assessment to begin with; it is not changed.
        blank: to a file of the same assessment in which nothing is told yet.
    """

    def __init__(self, seed, source, blank):
        self.random = random.Random(seed)
        self.post = []
        self.points = []
        self._blank = blank
        self.acknowledged = set()
        self.together = []
        self.copies = []
        self._join(source)
        for _copy in range(self.random.randint(2, 4)):
            self._join(self._any()._store.driver)

    def close(self):
        for copy in self.copies:
            copy.close()
        for point in self.points:
            point.close()

    def live(self, turns):
        """Let the copies work, and hand things over now and then."""
        turns_of = {
            self._work: 12,
            self._hand_over: 2,
            self._post: 1,
            self._receive: 2,
            self._settle: 2,
            self._again: 1,
            self._copy: 1,
            self._keep: 1,
            self._go_back: 1,
        }
        for _turn in range(turns):
            self.random.choices([*turns_of], [*turns_of.values()])[0]()

    def come_together(self):
        """By star, chain or ring, in whatever order, until all have all."""
        rounds = 0
        while len({frozenset(copy.merging.reach().clocks.items()) for copy in self.copies}) > 1:
            rounds += 1
            assert rounds < 4 * MOST_COPIES, "steps wait for ever for others"
            for one, other in self._route():
                self._over(one, other)

    def _route(self):
        order = self.random.sample(self.copies, len(self.copies))
        match self.random.randrange(3):
            case 0:
                return [(each, order[0]) for each in order[1:]] + [(order[0], each) for each in order[1:]]
            case 1:
                return [*pairwise(order), *pairwise(order[::-1])]
            case _:
                return [*zip(order, order[1:] + order[:1], strict=True)]

    def _any(self):
        return self.random.choice(self.copies)

    def _join(self, driver):
        author = f"Author {len(self.copies)}"
        self.copies.append(Assessment(CopyInMemory(driver, author)))

    def _again(self):
        """Close a copy and open it once more."""
        place = self.random.randrange(len(self.copies))
        old = self.copies[place]
        self.copies[place] = Assessment(CopyInMemory(old._store.driver, old.author))
        old.close()

    def _copy(self):
        """Copy a file by the file manager, be it open or not, or make a copy for a colleague, with names or without."""
        of = self._any()
        if len(self.copies) >= MOST_COPIES:
            return
        if self.random.random() < 0.5:
            self._join(of._store.driver)
            return
        coded = of.copies.is_coded() or self.random.random() < 0.5
        about = {WITHOUT: "without" if coded else "with"}
        made = Assessment(CopyInMemory(self._blank, f"Author {len(self.copies)}", **about))
        made.merging.take_in(of.copies.bundle_for(Reach(), coded=coded), of.author)
        made._store.copy_notes.forget_arrivals()
        self.copies.append(made)

    def _keep(self):
        """Make a restore point."""
        point = MemoryConnection()
        self._any()._store.driver.backup(point.driver)
        self.points.append(point)

    def _go_back(self):
        """Put a copy as it was, by a point of its own or of another copy."""
        if self.points:
            copy = self._any()
            changes = changes_back(self._pick(self.points).driver, copy._store.driver, TOLD_OUTSIDE)
            held = _held(copy)
            copy.restoring._put_back(changes, "Before", "2026-05-01")
            self._note(copy)
            if changes and self.random.random() < 0.5:
                self.do_undo(copy)
                assert _held(copy) == held, "undo of going back brings back what was, and what was to be decided"
                self._note(copy)

    def _hand_over(self):
        one, other = self.random.sample(self.copies, 2)
        self._over(one, other)

    def _over(self, one, other):
        coded = other.copies.is_coded() and self.random.random() < 0.5
        self._take_in(one.copies.bundle_for(other.merging.reach(), coded=coded), one.author, other)

    def _take_in(self, bundle, source, to):
        missing = to.copies.missing(bundle)
        bundle = to.copies.fit(bundle)
        if self.random.random() < 0.2:
            before = rows_of(to)
            to.merging.preview(bundle)
            assert rows_of(to) == before, "a look changes nothing"
        if to._store.copies.missing(bundle):
            with pytest.raises(RefusalError, match=r"bundle\.waiting"):
                to.merging.take_in(bundle, source)
        elif not missing:
            to.merging.take_in(bundle, source, undoable=self.random.random() < 0.3)

    def _post(self):
        """Send a parcel to whoever may want it, with what was last heard of somebody."""
        one, other = self._any(), self._any()
        beyond = self.random.choice([Reach(), other.merging.reach(), one.merging.reach() & other.merging.reach()])
        self.post.append(packed(one.copies.bundle_for(beyond, coded=self.random.random() < 0.2)))

    def _receive(self):
        """Let a parcel arrive, however late, once or twice."""
        if not self.post:
            return
        self._take_in(unpacked(self.random.choice(self.post)), "post", self._any())

    def _settle(self):
        copy = self._any()
        open_ = copy.conflicts.all()
        if open_:
            one = self.random.choice(open_)
            own = [side.value for side in one.sides if side.cell == one.conflict.cell]
            copy.conflicts.settle(one.conflict, self.random.choice([one.standing, *own]))
            self._note(copy)
            if self.random.random() < 0.3:
                self.do_undo(copy)
                is_open = one.conflict in copy._store.copies.conflicts()
                assert is_open, f"it is open again: {one.conflict}"
                self._note(copy)

    def _work(self):
        copy = self._any()
        deed = self.random.choice([name for name in dir(self) if name.startswith("do_")])
        last, held = copy.history.steps(1), _held(copy) if self.random.random() < 0.3 else None
        try:
            getattr(self, deed)(copy)
        except RefusalError as refusal:
            if refusal.code == "step.senseless":
                raise
        self._note(copy)
        made, *before = copy.history.steps(2)
        if held is not None and made.kind is StepKind.EDIT and before == last:
            self.do_undo(copy)
            assert _held(copy) == held, f"undo of {deed} brings back what was, and what was to be decided"
            self._note(copy)

    def _note(self, copy):
        steps = copy.history.steps(1)
        self.acknowledged.update(step.id for step in steps)

    def _pick(self, among):
        return self.random.choice([*among])

    def _of(self, records):
        if not records:
            raise RefusalError("nobody.there")
        return self._pick(records).id

    def do_answer(self, copy):
        person = self._of(copy.preparation.participants())
        copy.questionnaires.answer("tiny", person, self._pick(QUESTIONS[:2]), self._pick(CHOICES[:3]))

    def do_comment(self, copy):
        copy.questionnaires.comment("tiny", self._of(copy.preparation.participants()), QUESTIONS[0], self._pick(TEXTS))

    def do_take_form(self, copy):
        person = self._of(copy.preparation.participants())
        answers = {question: FilledAnswer(self._pick(CHOICES)) for question in QUESTIONS}
        saved = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=self.random.randrange(1000))
        form = FilledForm(copy.questionnaires.identity("tiny", person), saved, answers)
        copy.questionnaires.take(form, Ruling(counts=True, empties=True, prevails=True))

    def do_add_participant(self, copy):
        copy.preparation.add_participant(role="manager", name=self._pick(TEXTS))

    def do_name_somebody(self, copy):
        person = self._of(copy.preparation.participants())
        copy.preparation.set_participant(person, name=self._pick(NAMES), group=self._pick(TEXTS))

    def do_remove_participant(self, copy):
        copy.preparation.remove_participant(self._of(copy.preparation.participants()))

    def do_characterise(self, copy):
        copy.ratings.characterise_all("tiny", {self._pick(PRACTICES[:3]): self._pick([None, *Characterisation])})

    def do_take_stance(self, copy):
        members = copy.preparation.members()
        member = self._of(members) if members else copy.preparation.add_member("Cy")
        copy.ratings.set_stance("tiny", self._pick(AREAS), member, self._pick([None, *Stance]))

    def do_settle_area(self, copy):
        with copy._desk.step("area.settle", area=AREAS[0]) as step:
            step.draft.put(AreaRating, "tiny", self._pick(AREAS), settled=True)

    def do_write(self, copy):
        with copy._desk.step("narrative.write") as step:
            step.draft.put(Narrative, "summary", text=self._pick(TEXTS), names_nobody=True)

    def do_clear_of_names(self, copy):
        copy.narratives.clear_of_names("summary")

    def do_file_evidence(self, copy):
        copy.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=[self._pick(PRACTICES)])

    def do_link_evidence(self, copy):
        piece = self._of(copy.evidence.all())
        copy.evidence.link(piece, "tiny", [self._pick(PRACTICES)], linked=self._pick([True, False]))

    def do_add_action(self, copy):
        copy.actions.add(self._pick(["Do it", "Do that"]), model="tiny", aim=self._pick(AREAS))

    def do_change_action(self, copy):
        action = self._of(copy.actions.all())
        status = self._pick([ActionStatus.AGREED, ActionStatus.DONE])
        copy.actions.change(
            action, **self._pick([{"status": status}, {"due": self._pick(DAYS)}, {"description": self._pick(TEXTS)}])
        )

    def do_remove_action(self, copy):
        copy.actions.remove(self._of(copy.actions.all()))

    def do_need(self, copy):
        one, other = self._of(copy.actions.all()), self._of(copy.actions.all())
        copy.action_links.need(one, other, needed=self._pick([True, True, False]))

    def do_read_measure(self, copy):
        measures = copy.measures.all()
        measure = (
            self._pick(measures).measure.id if measures else copy.measures.add(self._of(copy.actions.all()), "Backlog")
        )
        copy.measures.add_reading(measure, self._pick(DAYS), self._pick(["7", "9"]))

    def do_undo(self, copy):
        before, held = copy.history.next_undo(), self._ids(copy)
        copy.history.undo()
        assert before is None or copy.history.next_redo().id == before.id
        if before is not None and before.writer.startswith(ARRIVED):
            arrived = copy.merging.arrivals()[int(before.writer.removeprefix(ARRIVED)) - 1].after
            self._look_at_what_is_left(copy, held)
            self.together.append({step for step in held - self._ids(copy) if not arrived.knows(step)})

    def _look_at_what_is_left(self, copy, held):
        """What came in is put aside, with what was done since and undone; it can come back, and then all of it."""
        bundle = copy.merging.bundle(Reach())
        assert rows_of(copy) == {place: cells for place, cells in Oracle(bundle).records().items() if cells}
        elsewhere = set().union(*(self._ids(each) for each in self.copies if each is not copy))
        self.acknowledged -= held - self._ids(copy) - elsewhere

    def _ids(self, copy):
        return {step.id for step in copy.history.steps()}

    def do_undo_more(self, copy):
        for _step in range(3):
            self.do_undo(copy)

    def do_redo(self, copy):
        copy.history.redo()


def _held(copy):
    """What it holds, and what there is to be decided."""
    return rows_of(copy), {*copy._store.copies.conflicts()}


def rows_of(copy):
    """By kind and row, each cell that holds anything, read from the tables themselves."""
    found, driver = {}, copy._store._file.driver
    for name, kind in KINDS.items():
        cursor = driver.execute(f"SELECT * FROM {name}")
        cells = [column[0] for column in cursor.description]
        for row in cursor:
            held = {
                cell: _value(kind, cell, value) for cell, value in zip(cells, row, strict=True) if value is not None
            }
            key = "/".join(held.pop(part) for part in kind.keys)
            if held:
                found[name, key] = held
    return found


def _value(kind, cell, value):
    return bool(value) if cell == "present" or cell_types(kind).get(cell) is bool else value
