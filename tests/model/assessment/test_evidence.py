import datetime as dt

import pytest

from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Directness
from desktop.model.scoring.vocabulary import EvidenceKind

INTERVIEW, DOCUMENT = EvidenceKind.INTERVIEW, EvidenceKind.DOCUMENT


def test_one_piece_speaks_of_several_practices(assessment):
    piece = assessment.evidence.add(
        INTERVIEW, " Interview 1 ", note="Heard.", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"]
    )
    (found,) = assessment.evidence.all()
    assert (found.id, found.kind, found.session, found.note) == (piece, INTERVIEW, "Interview 1", "Heard.")
    assert assessment.evidence.by_practice("tiny") == {"PLN-AC-1": (found,), "PLN-AC-2": (found,)}
    assessment.evidence.link(piece, "tiny", ["PLN-AC-2"], linked=False)
    assessment.evidence.link(piece, "tiny", ["PLN-CO-1"])
    assert assessment.evidence.by_practice("tiny").keys() == {"PLN-AC-1", "PLN-CO-1"}


def test_pieces_change_and_go(assessment, refused):
    piece = assessment.evidence.add(DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
    assessment.evidence.change(piece, note="Signed.", session="The plan")
    assert [(item.note, item.session) for item in assessment.evidence.all()] == [("Signed.", "The plan")]
    assessment.evidence.remove(piece)
    assert assessment.evidence.all() == []
    assert assessment.evidence.by_practice("tiny") == {}
    for action in (lambda: assessment.evidence.remove(piece), lambda: assessment.evidence.change(piece, note="x")):
        assert refused(action) == "evidence.unknown"
    assessment.history.undo()
    assert assessment.evidence.by_practice("tiny").keys() == {"PLN-AC-1"}


def test_sessions_are_offered_once_each(assessment):
    for session in ("plan", "Interview 2", "plan"):
        assessment.evidence.add(DOCUMENT, session)
    assert assessment.evidence.sessions() == ["Interview 2", "plan"]


def test_impossible_evidence_is_refused(assessment, refused):
    add = assessment.evidence.add
    assert refused(add, INTERVIEW, "  ") == "evidence.session_missing"
    assert refused(add, EvidenceKind.QUESTIONNAIRE, "Forms") == "evidence.questionnaire"
    assert refused(add, INTERVIEW, "I", model="tiny", practices=["PLN-AC-9"]) == "part.unknown"
    assert refused(add, INTERVIEW, "I", model="unheard", practices=["PLN-AC-1"]) == "model.not_in_use"
    assert assessment.evidence.all() == []


def test_evidence_speaks_of_parts_of_every_scheme(several):
    piece = several.evidence.add(INTERVIEW, "Interview 1", model="tiny-streams", practices=["DSK-2-P1", "DSK-2"])
    several.evidence.link(piece, "tiny-criteria", ["TOL-3-1"])
    assert several.evidence.by_practice("tiny-streams").keys() == {"DSK-2-P1", "DSK-2"}
    assert several.evidence.by_practice("tiny-criteria").keys() == {"TOL-3-1"}
    assert several.evidence.by_practice("tiny") == {}


def test_a_session_is_offered_once_however_it_is_written(assessment):
    for session in ("Interview 1", "interview\u00a0 1", "Ｉnterview 1"):
        assessment.evidence.add(INTERVIEW, session)
    (offered,) = assessment.evidence.sessions()
    assert offered.casefold().endswith("nterview 1")


def test_two_blanks_in_a_name_make_no_second_source(assessment):
    for session in ("Interview with the desk", "Interview with  the desk"):
        assessment.evidence.add(INTERVIEW, session, model="tiny", practices=["PLN-AC-1"])
    practice = next(one for one in assessment.results.of("tiny").practices if one.id == "PLN-AC-1")
    assert (practice.sources, practice.corroborated) == (1, False)


@pytest.mark.parametrize("session", ["", "  ", "\u00a0\n", "\u200b"])
def test_no_piece_is_without_a_session(assessment, refused, session):
    piece = assessment.evidence.add(INTERVIEW, "Interview 1")
    assert refused(assessment.evidence.add, INTERVIEW, session) == "evidence.session_missing"
    assert refused(lambda: assessment.evidence.change(piece, session=session)) == "evidence.session_missing"
    questionnaire = EvidenceKind.QUESTIONNAIRE
    assert refused(lambda: assessment.evidence.change(piece, kind=questionnaire)) == "evidence.questionnaire"
    assert [item.session for item in assessment.evidence.all()] == ["Interview 1"]


def test_a_session_that_is_filed_again_speaks_of_more(assessment):
    file = assessment.evidence.file
    piece = file(EvidenceKind.INTERVIEW, "Interview 1", model="tiny", practices=["PLN-AC-1"])
    assert file(EvidenceKind.INTERVIEW, " interview 1", model="tiny", practices=["PLN-AC-2"]) == piece
    assert file(EvidenceKind.DOCUMENT, "Interview 1", model="tiny", practices=["PLN-AC-2"]) != piece
    spoken = assessment.evidence.by_practice("tiny")
    assert [len(spoken[practice]) for practice in ("PLN-AC-1", "PLN-AC-2")] == [1, 2]


def test_a_piece_that_is_withdrawn_from_all_it_speaks_of_is_gone(assessment):
    piece = assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"])
    assessment.evidence.withdraw(piece, "tiny", "PLN-AC-1")
    assert [item.id for item in assessment.evidence.all()] == [piece]
    assert assessment.evidence.by_practice("tiny").keys() == {"PLN-AC-2"}
    assessment.evidence.withdraw(piece, "tiny", "PLN-AC-2")
    assert assessment.evidence.all() == []


def test_an_item_says_more_than_its_title(assessment):
    piece = assessment.evidence.add(
        DOCUMENT, "Plan", version="2.1", dated=dt.date(2025, 11, 3), owner="Head of desk", reference="S:/plans"
    )
    assessment.evidence.change(piece, expires=dt.date(2026, 12, 31), directness=Directness.DIRECT)
    found = assessment.evidence.get(piece)
    assert (found.version, found.dated, found.owner) == ("2.1", dt.date(2025, 11, 3), "Head of desk")
    assert (found.expires, found.directness, found.adequacy) == (dt.date(2026, 12, 31), Directness.DIRECT, None)


def test_tags_are_set_as_one_whole_in_all_models(several, refused):
    it = several.evidence
    piece = it.add(DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1"])
    wanted = (Ref("tiny", "PLN-AC-2"), Ref("tiny-streams", "DSK-2"))
    it.tag(piece, wanted)
    assert it.tags(piece) == wanted
    assert it.tagged() == {piece: wanted}
    assert refused(it.tag, piece, [Ref("tiny", "PLN-AC-9")]) == "part.unknown"
    several.models.remove("tiny-streams")
    it.tag(piece, [])
    assert it.tags(piece) == (Ref("tiny-streams", "DSK-2"),), "what it says of a model out of use stays"
    several.history.undo()
    several.history.undo()
    assert it.tags(piece) == wanted


def test_what_is_inadequate_is_no_source(assessment):
    it = assessment.evidence
    good = it.add(INTERVIEW, "Interview 1", model="tiny", practices=["PLN-AC-1"])
    bad = it.add(DOCUMENT, "Plan", model="tiny", practices=["PLN-AC-1", "PLN-AC-2"])

    def sources():
        return {each.id: each.sources for each in assessment.results.of("tiny").practices if each.sources}

    assert sources() == {"PLN-AC-1": 2, "PLN-AC-2": 1}
    it.change_several([good, bad], adequacy=Adequacy.ADEQUATE)
    assert sources() == {"PLN-AC-1": 2, "PLN-AC-2": 1}
    it.change(bad, adequacy=Adequacy.INADEQUATE)
    assert sources() == {"PLN-AC-1": 1}
    assert it.speaking("tiny").keys() == {"PLN-AC-1"}
    assert assessment.coverage.spoken("tiny").keys() == {"PLN-AC-1"}
    assert it.by_practice("tiny").keys() == {"PLN-AC-1", "PLN-AC-2"}, "it still stands beside what it was filed for"


def test_several_go_in_one_step(assessment):
    it = assessment.evidence
    pieces = [it.add(DOCUMENT, f"Plan {number}") for number in range(3)]
    it.remove(*pieces[:2])
    assert [each.id for each in it.all()] == pieces[2:]
    assessment.history.undo()
    assert len(it.all()) == 3
