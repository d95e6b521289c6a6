"""Whatever kind of record is edited, a page in front then shows what the same page would show if it were made anew."""

import datetime as dt
from enum import Enum
from importlib import import_module

import pytest
from msgspec.structs import fields, replace
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit

from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity.refs import Ref
from desktop.model.records import KINDS, SCORES, SessionKind, Stance
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind, Fulfilment
from desktop.model.store.cells import is_typed
from desktop.ui.places import PLACES
from tests.builders import tiny_area, tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.gui import put_in_front

OF_THE_CLOCK = {"history"}
"""Pages that tell how long ago something was."""

LAST = ("blind_round", "blind_hand_in", "area_rating")
"""Rated blind, nothing is rated otherwise; handed in, not at all; what leaves the scope takes the selection along."""

SORTS_ANEW = {("gaps", "target")}
"""Pages whose lines change places with an edit: the card stays with the line chosen, on a new page with the first."""

FEW = 16
"""So many kinds that a page hears of are edited before it is compared."""

STAYS = {("ratings", "area_rating"): "Out of scope"}
"""What a page says that keeps the area in hand while it leaves the list; a new page begins with the first one."""


class Edits:
    """An assessment that has one of everything, and an edit for each kind of record."""

    def __init__(self, assessment: Assessment) -> None:
        self.it = assessment
        self.often = 5
        self.member = assessment.preparation.add_member("Ada")
        self.people = [assessment.preparation.add_participant(role="manager") for _ in range(3)]
        self.piece = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
        self.meeting = assessment.interviews.add(SessionKind.INTERVIEW, "Interview 1")
        self.heard = assessment.interviews.note(self.meeting, "It is planned.")
        self.action = assessment.actions.add("Plan ahead")
        self.measure = assessment.measures.add(self.action, "Time")
        assessment.blind.begin("tiny-criteria", ["tool"], self.member)
        assessment.blind.rate("tiny-criteria", "TOL-1-2", "met", self.member)
        every = sorted(assessment.models.get("tiny").pack.practice_by_id)
        assessment.ratings.characterise_all("tiny", dict.fromkeys(every, Characterisation.PARTIALLY))

    def details(self):
        self.it.preparation.set_details(organisation="Harbour desk", threshold=3, starts=dt.date(2026, 3, 2))

    def model(self):
        self.it.models.set_question_level("tiny", 2)

    def member_(self):
        self.it.preparation.set_member(self.member, name="Grace")

    def participant(self):
        self.it.preparation.add_participant(role="practitioner")

    def identity(self):
        self.it.preparation.set_participant(self.people[0], name="Somebody")

    def form(self):
        asked = self.it.models.questions("tiny")
        said = {question: FilledAnswer("often") for question in asked}
        self.it.questionnaires.take(FilledForm(self.it.questionnaires.identity("tiny", self.people[1]), None, said))

    def answer(self):
        for person in self.people:
            self.it.questionnaires.answer("tiny", person, "PLN-Q1", "often")

    def practice_rating(self):
        self.it.ratings.characterise("tiny", "PLN-AC-1", Characterisation.FULLY)

    def asked_question(self):
        self.it.guides.mark_asked(self.meeting, Ref("tiny", "PLN-Q1"))

    def goal_rating(self):
        self.it.ratings.set_goal("tiny", "PLN-G1", weaknesses_significant=True, weakness="It is left undone.")

    def area_rating(self):
        self.it.models.set_scope("tiny", ["PLN"], in_scope=False, reason="Not here.")

    def area_stance(self):
        self.it.ratings.set_stance("tiny", "PLN", self.member, Stance.DISAGREES)

    def blind_round(self):
        self.it.blind.begin("tiny", ["PLN"], self.member)

    def blind_rating(self):
        self.it.blind.rate("tiny-criteria", "TOL-1-1", "met", self.member)

    def blind_hand_in(self):
        self.it.blind.hand_in("tiny-criteria", "tool", self.member)

    def stream_rating(self):
        self.it.streams.rate_stream("tiny-streams", "DSK", 3)

    def tick(self):
        self.it.streams.tick("tiny-streams", "REQ-1-P1", done=True)

    def statement_rating(self):
        self.it.statements.rate("tiny-criteria", "WRK-1-1", Fulfilment.MET)

    def evidence(self):
        self.it.evidence.change(self.piece, session="Interview with the desk", kind=EvidenceKind.INTERVIEW)

    def evidence_link(self):
        self.it.evidence.link(self.piece, "tiny", ["PLN-AC-2"])

    def session_(self):
        self.it.interviews.change(self.meeting, name="Interview 2")

    def session_member(self):
        self.it.interviews.take_part(self.meeting, members=[self.member])

    def session_participant(self):
        self.it.interviews.take_part(self.meeting, participants=self.people[:1])

    def session_area(self):
        self.it.interviews.set_areas(self.meeting, [Ref("tiny", "PLN")])

    def session_note(self):
        self.it.interviews.change_note(self.heard, text="Something else.")

    def note_tag(self):
        self.it.interviews.tag(self.heard, [Ref("tiny", "PLN-AC-1")])

    def target(self):
        self.it.targets.set("tiny-criteria", "tool", level=3)

    def action_(self):
        self.it.actions.change(self.action, title="Plan well ahead")

    def measure_(self):
        self.it.measures.change(self.measure, name="Days to answer")

    def reading(self):
        self.it.measures.add_reading(self.measure, dt.date(2026, 5, 1), "12")

    def shown_answers(self):
        self.often += 1  # what was shown stays known, whatever is undone
        self.it.releases.remember(dt.date(2026, 5, 1), {"tiny": {"PLN-Q1": {"often": self.often}}}, {})

    def adoption(self):
        renamed = replace(tiny_area("PLN", 2), name="Looking ahead", purpose="What PLN is always for.")
        others = tiny_pack().areas[1:-1]
        self.it.adoptions.adopt(replace(tiny_pack([renamed, *others]), name="Tinier model", version="2.0"))

    def round_result(self):
        with self.it._desk.step("round.rename", name="it") as step:
            step.draft.put(KINDS["round_result"], "PLN", "tiny", "PLN", level=3)

    def make(self, kind):
        """The edit of a kind; of one that is not named here, the first text that it can hold, or else another word."""
        own = getattr(
            self,
            {"member": "member_", "action": "action_", "measure": "measure_", "session": "session_"}.get(kind, kind),
            None,
        )
        if own is not None:
            own()
            return
        record = KINDS[kind]
        key = [{"model": "tiny", "participant": self.people[0]}.get(name, "PLN") for name in record.keys]
        said = {cell: "Something else." for cell in record.__struct_fields__ if is_typed(kind, cell)}
        cell, value = next(iter((said or _other_words(record)).items()))
        with self.it._desk.step(f"{kind}.set", name="it") as step:
            step.draft.put(record, *key, **{cell: value})


def _other_words(record):
    """Cells that hold yes or no, or one of a few words, each with another value than before anything was said."""
    found: dict[str, object] = {}
    for field in fields(record):
        if isinstance(field.default, bool):
            found[field.name] = not field.default
        elif isinstance(field.default, Enum):
            found[field.name] = list(type(field.default))[-1]
        elif isinstance(field.type, type) and issubclass(field.type, Enum):
            found[field.name] = list(field.type)[-1]
    return found or {"stance": Stance.AGREES}


def _three_models(path):
    return Assessment.create(path, [tiny_pack(), tiny_streams(), tiny_criteria()], author="T", organisation="Desk")


@pytest.fixture
def edits(closed_session, moulds, tmp_path):
    made = moulds.cast("three models", tmp_path / "a.maturity", _three_models, author="T")
    closed_session.adopt(made)
    return Edits(made)


@pytest.fixture(scope="module")
def touched(tmp_path_factory):
    """The kinds that the edit of each kind writes: its own, and what goes with it."""
    with _three_models(tmp_path_factory.mktemp("touched") / "a.maturity") as it:
        edits, found = Edits(it), {}
        for kind in KINDS:
            before = it.history.steps(1)[0].number
            edits.make(kind)
            steps = [step for step in it.history.steps() if step.number > before]
            found[kind] = {change.kind for step in steps for change in it.history.changes(step.id)}
            it.history.undo_to(before)
    return found


@pytest.mark.parametrize("place", [place for place in PLACES if place.key not in OF_THE_CLOCK], ids=lambda p: p.key)
def test_a_page_in_front_follows_edits_of_every_kind(qtbot, closed_session, edits, place, touched):
    page = _open(qtbot, place, closed_session)
    kinds = sorted(KINDS, key=lambda kind: (LAST.index(kind) if kind in LAST else -1, kind))
    unheard = [kind for kind in kinds if kind not in page.concerns and kind not in LAST]
    # What the page hears of as well goes first, or it would make up for what the page did not hear of before it.
    unheard.sort(key=lambda kind: not touched[kind] & page.concerns)
    heard = [kind for kind in kinds if kind in page.concerns]
    alone = [kind for kind in heard if kind in LAST or (place.key, kind) in (*SORTS_ANEW, *STAYS)]
    together = [kind for kind in heard if kind not in alone]
    groups = [
        unheard,
        [kind for kind in LAST if kind not in page.concerns],
        *(together[first : first + FEW] for first in range(0, len(together), FEW)),
    ]
    groups += [[kind] for kind in alone]
    silent = []
    for group in filter(
        None, groups
    ):  # a page is compared once for several kinds, and for one by one if it is then behind
        behind = _behind(qtbot, place, closed_session, edits, page, group)
        if behind and len(group) > 1:
            groups += [[kind] for kind in group]
        elif behind:
            silent.append((*group, behind))
    assert silent == []


@pytest.mark.parametrize("key", ["overview", "ratings", "results", "gaps", "actions"])
def test_a_page_that_shows_results_follows_all_that_they_rest_on(key):
    """Also where the edits above happen to change none of its words."""
    place = next(place for place in PLACES if place.key == key)
    page = getattr(import_module(f"desktop.ui.pages.{place.module}"), place.page)
    assert page.concerns >= SCORES


def _behind(qtbot, place, session, edits, page, kinds):
    """Make and undo an edit of each kind; gives in what the page differed from one made anew after the last of them."""
    first = edits.it.history.steps(1)[0].number
    for kind in kinds:
        before = edits.it.history.steps(1)[0].number
        edits.make(kind)
        assert edits.it.history.steps(1)[0].number > before, kind
    QApplication.processEvents()
    anew = _open(qtbot, place, session)
    alone = (place.key, kinds[0]) if len(kinds) == 1 else None
    says = in_tables if alone in SORTS_ANEW else shown
    behind = [] if says(page) == says(anew) else sorted(set(says(anew)) ^ set(says(page)))[:6] or ["in another order"]
    if alone in STAYS:
        assert any(STAYS[alone] in text for text in shown(page))
        behind = []
    anew.close()
    anew.deleteLater()
    edits.it.history.undo_to(first)
    QApplication.processEvents()
    return behind


def _open(qtbot, place, session):
    page = place.build(session)
    put_in_front(qtbot, page, 1200, 800)
    for _turn in range(6):  # what lies below the first look is made after it
        QApplication.processEvents()
    return page


def shown(page) -> list[str]:
    """All that a page says in labels, buttons, fields, choices and tables."""
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    for button in page.findChildren(QAbstractButton):
        if button.isVisibleTo(page):
            texts.append(f"{button.text()} {'on' if button.isChecked() else ''}")
    texts += [field.text() for field in page.findChildren(QLineEdit) if field.isVisibleTo(page)]
    for box in page.findChildren(QComboBox):
        texts += [box.itemText(index) for index in range(box.count())]
    return texts + in_tables(page)


def in_tables(page) -> list[str]:
    """All that a page says in tables and lists."""
    texts = []
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None and view.isVisibleTo(page):
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
            for row in range(model.rowCount()):
                for column in range(columns):
                    index = model.index(row, column)
                    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                        texts.append(str(model.data(index, role)))
    return texts
