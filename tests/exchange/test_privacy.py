"""Nothing that must stay in the team stands in anything that is exported, however deep one looks."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import get_args
from zipfile import ZipFile, is_zipfile

import msgspec
import pytest

from desktop.cli.scores import model_content
from desktop.exchange.deliverable import Deliverable, gather, release
from desktop.exchange.export import export
from desktop.exchange.figures import PLAN_KINDS
from desktop.exchange.forms.content import gather as form_contents
from desktop.exchange.forms.writer import write_form
from desktop.exchange.planned_days import planned_days
from desktop.exchange.schedules.schedule_files import write_schedule
from desktop.exchange.trackers.content import tracker_content
from desktop.exchange.trackers.programs import Program, write_lists
from desktop.exchange.trackers.tracker_files import write_tracker
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.records import (
    KINDS,
    ActionStatus,
    CheckState,
    KeptConflict,
    LessonSort,
    MemberRole,
    Phase,
    Privacy,
    Record,
    Round,
    RoundResult,
    ScopeSort,
    SessionKind,
    TeamCopy,
    cell_rules,
)
from desktop.model.records.record import cell_types
from desktop.model.store.cells import is_typed
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled
from tests.own_rules import own_rules, say
from tests.programs import program

PACKS = [tiny_pack(), tiny_streams(), tiny_criteria()]
"""A model of each scheme."""

OWN = own_rules("team-decides")

CANARY = b"canary"
"""In every name, address, role, group, comment, session, note, rationale and other text that must not leave."""


LONG_AGO = dt.datetime(1977, 7, 7, tzinfo=dt.UTC)
"""On this day nothing else happens."""

NUMBERS = {
    "measure/baseline", "measure/target", "reading/value", "target/value", "session/starts", "session/ends",
    "part_rating/answer", "part_rating/says", "budget_line/planned", "budget_line/spent",
    "team_hours/planned", "team_hours/spent",
    "action/effort", "action/cost", "action/benefit",
    "round_result/value",
}  # fmt: skip
"""Texts that are decimals, times of day, or are read only as a number or a grade."""


@pytest.fixture(scope="module")
def assessment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assessment]:
    with everything_said(tmp_path_factory.mktemp("a") / "a.maturity") as found:
        yield found


def everything_said(path: Path) -> Assessment:
    """By seven people on models of every scheme, and on one with rules of its own for two sites."""
    assessment = filled(path, PACKS, respondents=7)
    assessment.models.add(OWN)
    say(assessment, OWN.rules, OWN.rules.examples[0])
    for part, ratings in assessment.parts.all(OWN.id).items():
        for instance in ratings:
            assessment.parts.note(OWN.id, part, "canary note on a part", instance)
    asked = assessment.models.questions(OWN.id)
    said = {id_: FilledAnswer(each.scale.answers[0].id, "canary comment on a part") for id_, each in asked.items()}
    people = [person.id for person in assessment.preparation.participants()]
    identities = [assessment.questionnaires.identity(OWN.id, person) for person in people]
    assessment.questionnaires.take_all([FilledForm(identity, None, said) for identity in identities])
    round_before(assessment)
    said_before(assessment)
    said_alone(assessment)
    said_afterwards(assessment)
    said_of_copies(assessment)
    assessment.narratives.set("summary", "The start is good.")
    session = assessment.interviews.add(SessionKind.INTERVIEW, "canary session on a part", place="canary kitchen")
    assessment.interviews.take_part(session, participants=people[:1])
    tags = [Ref(OWN.id, part) for part in asked]
    assessment.interviews.note(session, "canary heard of a part", participant=people[0], tags=tags)
    return assessment


def said_alone(assessment: Assessment) -> None:
    """What a member says blind, and why one disagrees."""
    lead = next(each.id for each in assessment.preparation.members() if each.role is MemberRole.LEAD)
    practice = assessment.blind.things("tiny", "SUP")[0].part
    assessment.blind.begin("tiny", ["SUP"], lead)
    assessment.blind.rate("tiny", practice, "LI", lead)
    assessment.blind.note("tiny", practice, "canary said alone", lead)
    assessment.blind.hand_in("tiny", "SUP", lead)
    assessment.blind.open("tiny", "SUP", lead, "canary opened early")
    assessment.ratings.set_dissent("tiny", "SUP", lead, "canary dissent")


def said_of_copies(assessment: Assessment) -> None:
    """Who has a copy, and what was kept where a tracker said otherwise."""
    action, member = assessment.actions.all()[0].id, assessment.preparation.members()[0].id
    with assessment._desk.step("details.set", fields="notes") as step:
        step.draft.put(KeptConflict, action, "owner", said="canary said", stood="canary stood")
        step.draft.put(TeamCopy, "c234567890bcdfgh", member=member, made=dt.datetime(2026, 3, 1, tzinfo=dt.UTC))


def round_before(assessment: Assessment) -> None:
    """That a round is over."""
    with assessment._desk.step("round.begin", name="Second", last="First") as step:
        step.draft.put(Round, "r234567890bcdfgh", name="First", number=1, closed=DAY)
        for model in ("tiny", OWN.id):
            step.draft.put(RoundResult, "r234567890bcdfgh", model, WHOLE, grade="sound")


def said_before(assessment: Assessment) -> None:
    """What is said in preparation beside what the sponsor reads."""
    assessment.preparation.set_details(goals="canary goal", confidentiality="canary terms", currency="EUR")
    observer = assessment.preparation.add_member("Canary observer", MemberRole.OBSERVER)
    assessment.preparation.set_member(observer, independence="canary independence")
    unit = assessment.organisation.add(ScopeSort.UNIT, "canary unit")
    service = assessment.organisation.add(ScopeSort.SERVICE, "canary service")
    assessment.organisation.change(service, note="canary note on a service")
    assessment.preparation.set_participant(
        assessment.preparation.participants()[0].id, unit=unit, service=service, interviewed=True
    )
    line = assessment.organisation.add_line("canary line", "271828", "314159")
    assessment.organisation.change_line(line, note="canary note on a line")
    item = assessment.checklists.add(Phase.PREPARATION, "canary item")
    assessment.checklists.tick(item, CheckState.DONE, DAY, observer)
    assessment.guides.add("canary question", area=Ref("tiny", "PLN"))
    assessment.interviews.add(SessionKind.KICK_OFF, "canary kick-off", place="canary hall", day=DAY)


def said_afterwards(assessment: Assessment) -> None:
    """What comes after the assessment: a review, something verified, and the debrief."""
    assessment.debriefing.add(LessonSort.KEEP, "canary lesson")
    lead = assessment.preparation.members()[0].id
    assessment.debriefing.note_hours(lead, Phase.EXECUTION, planned="271828", spent="314159")
    review = assessment.reviews.plan("canary review", DAY)
    done, other = (action.id for action in assessment.actions.all()[:2])
    assessment.reviews.record(review, other, text="Nearly there")
    assessment.actions.change(done, status=ActionStatus.DONE, closed=DAY)
    shown = assessment.evidence.all()[0].id
    assessment.verifying.verify(done, DAY, "canary eyes", shown, text="canary sight", although="Later")


@pytest.fixture(scope="module")
def sown(assessment: Assessment) -> set[str]:
    """The cells of the team alone that people type into; in every record of them stands a canary that says where."""
    return sow(assessment, lambda privacy: privacy is not Privacy.SPONSOR)


@pytest.fixture(scope="module")
def deliverable(assessment: Assessment, sown: set[str]) -> Deliverable:
    assert sown
    return gather(assessment, day=DAY)


@pytest.fixture(scope="module")
def exported(deliverable: Deliverable, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All files; bitmaps are coarse, for they are drawn sooner and have the same words."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.exchange.figures.picture_files.FINENESS", 0.5)
        return export(deliverable, tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def layers(exported: list[Path]) -> list[tuple[str, bytes]]:
    return [layer for path in exported for layer in _layers(path)]


def test_a_canary_is_in_every_cell_of_the_team_that_people_type_into(sown: set[str]) -> None:
    """Whatever kinds and cells there are: whoever adds one has `everything_said` say something in it."""
    declared = {f"{kind}/{cell}" for kind, cell in typed(lambda privacy: privacy is not Privacy.SPONSOR)}
    assert declared - sown == NUMBERS & declared


def test_no_canary_in_any_byte(exported: list[Path], layers: list[tuple[str, bytes]]) -> None:
    assert len(exported) == 8 + (5 + 3 + 4 + 3 + len(PLAN_KINDS)) * 3
    assert len(layers) > len(exported) * 2
    for place, content in layers:
        lowered = content.lower()
        assert CANARY not in lowered, place
        assert not any(sum_ in lowered for sum_ in (b"271828", b"314159")), place
        assert "canary".encode("utf-16-le") not in lowered, place
        assert "canary".encode("utf-16-be") not in lowered, place


def test_only_findings_that_are_for_the_report_leave_the_team(assessment: Assessment, deliverable: Deliverable) -> None:
    assert [(each.text, each.tone.value) for each in deliverable.findings] == [("Promises are not kept.", "weakness")]
    assert len(assessment.findings.all()) == 2


def test_nothing_can_be_found_by_id(assessment: Assessment, layers: list[tuple[str, bytes]]) -> None:
    """Of whatever kind it is, but for models, whose id is that of their pack, and actions, whose lines have it."""
    store = assessment._desk.store
    listed = {name: kind for name, kind in KINDS.items() if kind.listed and name not in ("model", "action")}
    ids = {name: [_key(each)[0].encode() for each in store.all(kind)] for name, kind in listed.items()}
    assert [name for name, found in ids.items() if not found] == []
    for place, content in layers:
        assert [name for name, found in ids.items() if any(id_ in content for id_ in found)] == [], place


def test_the_name_of_this_machine_and_of_who_wrote_stay_out(
    exported: list[Path], layers: list[tuple[str, bytes]]
) -> None:
    folder = str(exported[0].parent).encode()
    for place, content in layers:
        assert b"Canary author" not in content, place
        assert folder not in content, place


def _layers(path: Path) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file, and what is packed in them."""
    content = path.read_bytes()
    yield from _unpacked(path.name, content)
    if path.suffix == ".pdf":
        for number, stream in enumerate(re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)):
            try:
                yield f"{path.name}/{number}", zlib.decompress(stream)
            except zlib.error:
                continue
        read = subprocess.run([program("pdftotext"), str(path), "-"], check=True, capture_output=True)
        yield f"{path.name}/words", read.stdout


def _unpacked(place: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file with all that is in it, such as the workbooks behind the charts of slides."""
    yield place, content
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from _unpacked(f"{place}/{name}", archive.read(name))


def test_no_day_of_the_team_is_gathered(tmp_path: Path) -> None:
    """When somebody was heard, asked or reminded, how long a document holds, when something was ticked."""
    with everything_said(tmp_path / "a.maturity") as assessment:
        release(assessment, day=DAY)
        store, sown = assessment._desk.store, set()
        with store.step("details.set", fields="notes") as step:
            for (name, cell), day in days().items():
                for record in store.all(KINDS[name]):
                    step.draft.put(KINDS[name], *_key(record), **{cell: day})
                    sown.add((name, cell))
        everything = msgspec.json.encode(gather(assessment, day=DAY))
    assert sown == set(days())
    assert str(LONG_AGO.year).encode() not in everything


def days() -> dict[tuple[str, str], dt.date]:
    """All days and times that are the team's alone, by kind and cell: long ago."""
    found: dict[tuple[str, str], dt.date] = {}
    for name, kind in KINDS.items():
        for cell, rule in cell_rules(kind).items():
            types = {cell_types(kind)[cell], *get_args(cell_types(kind)[cell])}
            if rule.privacy is not Privacy.SPONSOR and types & {dt.date, dt.datetime}:
                found[name, cell] = LONG_AGO if dt.datetime in types else LONG_AGO.date()
    return found


def _key(record: Record) -> list[str]:
    return [str(getattr(record, part)) for part in record.keys]


def test_what_is_printed_for_programs_has_no_canary(deliverable: Deliverable) -> None:
    """As `score --public` says it."""
    said = [model_content(part) for part in deliverable.models]
    assert said
    assert CANARY not in msgspec.json.encode([said, deliverable]).lower()


def test_a_schedule_has_codes_and_roles_and_no_other_word_of_who_takes_part(
    assessment: Assessment, sown: set[str], tmp_path: Path
) -> None:
    """It is for the team; of what people type this may stand in it, and nothing else."""
    told = b"".join(
        content.replace(b"\r\n ", b"").lower()  # lines of a calendar are folded
        for path in write_schedule(planned_days(assessment), tmp_path)
        for _place, content in _layers(path)
    )
    assert {cell for cell in sown if f"canary {cell}".encode() in told} == {
        "session/name",
        "session/place",
        "member/name",
        "participant/role",
        "participant/group",
        "scope_item/name",
    }
    assert told.count(CANARY) == sum(told.count(f"canary {cell}".encode()) for cell in sown)


def test_a_tracker_and_the_lists_for_other_programs_have_no_word_of_the_team(
    assessment: Assessment, sown: set[str], tmp_path: Path
) -> None:
    """Nor the name of whoever wrote the steps; remarks on readings and the logs of actions stay where they are."""
    assert {"reading/note", "action_entry/text"} <= sown
    content = tracker_content(assessment, DAY)
    assert content.readings
    for path in (
        write_tracker(content, tmp_path),
        *(each for it in Program for each in write_lists(content, it, tmp_path)),
    ):
        for place, layer in _layers(path):
            assert CANARY not in layer.lower(), place


def test_a_form_has_no_word_of_the_team(assessment: Assessment, sown: set[str], tmp_path: Path) -> None:
    """Nor of the one whom it asks, who is known by number."""
    assert "identity/name" in sown
    for model in assessment.models.all():
        form = form_contents(assessment, model.id)[0]
        write_form(tmp_path / form.file_name, form)
    forms = [*tmp_path.iterdir()]
    assert len(forms) == len(assessment.models.all())
    for form_file in forms:
        for place, content in _layers(form_file):
            assert CANARY not in content.lower(), place


def test_what_records_declare_for_the_sponsor_is_gathered(tmp_path: Path) -> None:
    with everything_said(tmp_path / "a.maturity") as assessment:
        sown = sow(assessment, lambda privacy: privacy is Privacy.SPONSOR)
        everything = msgspec.json.encode(gather(assessment, day=DAY)).decode().lower()
    assert [cell for cell in sorted(sown) if f"canary {cell}" not in everything] == []


def typed(chosen: Callable[[Privacy | None], bool]) -> Iterator[tuple[str, str]]:
    """Kind and cell of all that people type into and that is chosen."""
    for name, kind in KINDS.items():
        yield from (
            (name, cell) for cell, rule in cell_rules(kind).items() if is_typed(name, cell) and chosen(rule.privacy)
        )


def sow(assessment: Assessment, chosen: Callable[[Privacy | None], bool]) -> set[str]:
    """Say in every text that is chosen where it stands; which cells those are."""
    store, sown = assessment._desk.store, set()
    told = [each.id for each in assessment.findings.all() if each.final]
    cells: dict[str, list[str]] = {}
    for name, cell in typed(chosen):
        if f"{name}/{cell}" not in NUMBERS:
            cells.setdefault(name, []).append(cell)
    with store.step("details.set", fields="notes") as step:
        for name, kind in KINDS.items():
            for record in store.all(kind) if name in cells else ():
                texts = {cell: f"canary {name}/{cell}" for cell in cells[name]}
                step.draft.put(kind, *_key(record), **texts)
                sown |= {f"{name}/{cell}" for cell in texts}
    tell_again(assessment, told)
    return sown


def tell_again(assessment: Assessment, findings: list[str]) -> None:
    """Mark findings for the report: what they say, or what they rest on, is another text now."""
    for finding in findings:
        resting = [each.id for each in assessment.findings.observations(finding)]
        for each in resting:
            assessment.observations.change(each, names_nobody=True)
        assessment.observations.agree_all(resting)
        assessment.observations.confirm(resting)
        assessment.findings.change(finding, names_nobody=True)
    assessment.findings.mark(findings)
    for section in assessment.narratives.all():
        assessment.narratives.clear_of_names(section)


def test_what_is_attached_is_a_canary_too(assessment: Assessment) -> None:
    """Or the tests above prove nothing of it."""
    attached = [piece for piece in assessment.evidence.all() if piece.content]
    assert attached
    assert all("canary" in piece.file_name for piece in attached)
    assert all(CANARY in b"".join(assessment.attachments.content(piece.content)) for piece in attached)
