"""Nothing that must stay in the team stands in anything that is exported, however deep one looks."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import msgspec
import pytest

from desktop.exchange.deliverable import gather
from desktop.exchange.export import export
from desktop.model.assessment import Assessment
from desktop.model.assessment.forms import FilledAnswer, FilledForm
from desktop.model.maturity.refs import Ref
from desktop.model.records import KINDS, CheckState, MemberRole, Phase, Privacy, ScopeSort, SessionKind, cell_rules
from desktop.model.store.cells import is_typed
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams
from tests.exchange.filled import DAY, filled
from tests.own_rules import own_rules, say

PACKS = [tiny_pack(), tiny_streams(), tiny_criteria()]
"""A model of each scheme."""

OWN = own_rules("team-decides")

CANARY = b"canary"
"""In every name, address, role, group, comment, session, note, rationale and other text that must not leave."""


HEARD = {
    "session/name", "session/place", "session_note/text", "observation/text", "observation/reason",
    "discussion_point/text",
}  # fmt: skip
"""Texts of sessions and of what was said in them."""

NUMBERS = {
    "measure/baseline", "measure/target", "reading/value", "target/value", "session/starts", "session/ends",
    "part_rating/answer", "part_rating/says", "budget_line/planned", "budget_line/spent",
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
    said_before(assessment)
    said_alone(assessment)
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


def said_before(assessment: Assessment) -> None:
    """What is said in preparation beside what the sponsor reads."""
    assessment.preparation.set_details(goals="canary goal", confidentiality="canary terms", currency="canary coins")
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


@pytest.fixture(scope="module")
def exported(assessment: Assessment, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return export(gather(assessment, day=DAY), tmp_path_factory.mktemp("out"))


def test_the_canaries_are_in_the_assessment(assessment: Assessment) -> None:
    """Or the tests below prove nothing."""
    people = assessment.preparation.people()
    assert all(b"canary" in person.identity.name.lower().encode() for person in people)
    assert any("canary" in comment for q in tiny_pack().question_by_id for comment in _comments(assessment, q))
    assert {"canary document", "canary interview"} <= set(assessment.evidence.sessions())


def test_the_canaries_of_the_other_schemes_are_there_too(assessment: Assessment) -> None:
    assert "canary" in assessment.streams.ratings("tiny-streams")["DSK"].reason
    assert all("canary" in said.note for said in assessment.statements.ratings("tiny-criteria").values())
    for model in ("tiny-streams", "tiny-criteria"):
        assert all("canary" in target.reason for target in assessment.targets.all(model).values())
        assert all("canary" in target.set_by for target in assessment.targets.all(model).values())
        people = assessment.preparation.participants()
        assert any(assessment.questionnaires.answers(model, person.id) for person in people)
    assert any("canary" in reading.note for found in assessment.measures.all() for reading in found.readings)


def _comments(assessment: Assessment, question: str) -> list[str]:
    return assessment.questionnaires.comments("tiny", question)


def test_no_canary_in_any_byte(exported: list[Path]) -> None:
    assert len(exported) == 2 + (4 + 2 + 2 + 2) * 3
    for path in exported:
        for place, content in _layers(path):
            lowered = content.lower()
            assert CANARY not in lowered, place
            assert not any(sum_ in lowered for sum_ in (b"271828", b"314159")), place
            assert "canary".encode("utf-16-le") not in lowered, place
            assert "canary".encode("utf-16-be") not in lowered, place


def test_only_findings_that_are_for_the_report_leave_the_team(assessment: Assessment) -> None:
    everything = gather(assessment, day=DAY)
    assert [(each.text, each.tone.value) for each in everything.findings] == [("Promises are not kept.", "weakness")]
    assert len(assessment.findings.all()) == 2


def test_no_participant_can_be_found_by_id(assessment: Assessment, exported: list[Path]) -> None:
    ids = [participant.id.encode() for participant in assessment.preparation.participants()]
    ids += [member.id.encode() for member in assessment.preparation.members()]
    ids += [piece.id.encode() for piece in assessment.evidence.all()]
    sessions = [session.id for session in assessment.interviews.all()]
    notes = [note.id for session in sessions for note in assessment.interviews.notes(session)]
    assert notes
    ids += [id_.encode() for id_ in (*sessions, *notes)]
    ids += [each.observation.id.encode() for each in assessment.observations.all()]
    ids += [each.id.encode() for each in assessment.findings.all()]
    for path in exported:
        for place, content in _layers(path):
            assert not any(id_ in content for id_ in ids), place


def test_the_name_of_this_machine_and_of_who_wrote_stay_out(exported: list[Path]) -> None:
    for path in exported:
        for place, content in _layers(path):
            assert b"Canary author" not in content, place
            assert str(path.parent).encode() not in content, place


def _layers(path: Path) -> Iterator[tuple[str, bytes]]:
    """The bytes of a file, and what is packed in them."""
    content = path.read_bytes()
    yield path.name, content
    if is_zipfile(path):
        with ZipFile(path) as archive:
            for name in archive.namelist():
                yield f"{path.name}/{name}", archive.read(name)
    if path.suffix == ".pdf":
        for number, stream in enumerate(content.split(b"stream\n")[1:]):
            try:
                yield f"{path.name}/{number}", zlib.decompress(stream.partition(b"\nendstream")[0])
            except zlib.error:
                continue


def test_what_no_record_declares_for_the_sponsor_is_not_gathered(tmp_path: Path) -> None:
    """Whatever kinds and cells there are: a new one stays in the team until it says otherwise."""
    with everything_said(tmp_path / "a.maturity") as assessment:
        sown = _sow(assessment, lambda privacy: privacy is not Privacy.SPONSOR)
        everything = msgspec.json.encode(gather(assessment, day=DAY)).lower()
    assert {
        "details/budget",
        "answer/comment",
        "identity/name",
        "details/goals",
        "details/confidentiality",
        "details/currency",
        "member/independence",
        "scope_item/name",
        "scope_item/note",
        "budget_line/name",
        "budget_line/note",
        "checklist_item/text",
        "guide_question/text",
        "evidence/note",
        "area_rating/rationale",
        "part_rating/note",
        "blind_rating/note",
        "blind_round/reason",
        "area_stance/reason",
    } | HEARD <= sown
    assert b"sown" not in everything


def test_what_records_declare_for_the_sponsor_is_gathered(tmp_path: Path) -> None:
    with everything_said(tmp_path / "a.maturity") as assessment:
        told = [each.id for each in assessment.findings.all() if each.final]
        sown = _sow(assessment, lambda privacy: privacy is Privacy.SPONSOR)
        assessment.findings.mark(told)  # another text is another finding
        everything = msgspec.json.encode(gather(assessment, day=DAY)).decode().lower()
    assert [cell for cell in sorted(sown) if f"sown {cell}" not in everything] == []


def _sow(assessment: Assessment, chosen: Callable[[Privacy | None], bool]) -> set[str]:
    """Say in every text that is chosen where it stands; which cells those are."""
    store, sown = assessment._desk.store, set()
    with store.step("details.set", fields="notes") as step:
        for name, kind in KINDS.items():
            cells = [cell for cell, rule in cell_rules(kind).items() if is_typed(name, cell) and chosen(rule.privacy)]
            for record in store.all(kind) if cells else ():
                key = [str(getattr(record, part)) for part in kind.keys]
                texts = {cell: f"sown {name}/{cell}" for cell in cells if f"{name}/{cell}" not in NUMBERS}
                step.draft.put(kind, *key, **texts)
                sown |= {f"{name}/{cell}" for cell in texts}
    return sown


def test_what_is_attached_is_a_canary_too(assessment: Assessment) -> None:
    """Or the tests above prove nothing of it."""
    attached = [piece for piece in assessment.evidence.all() if piece.content]
    assert attached
    assert all("canary" in piece.file_name for piece in attached)
    assert all(CANARY in b"".join(assessment.attachments.content(piece.content)) for piece in attached)
