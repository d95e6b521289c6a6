import pytest

from desktop.model.assessment.rules.evidence_sessions import piece_of, speaks_elsewhere
from desktop.model.records import Evidence, EvidenceLink
from desktop.model.scoring.vocabulary import EvidenceKind

INTERVIEW, DOCUMENT = EvidenceKind.INTERVIEW, EvidenceKind.DOCUMENT
PIECES = [Evidence(id="a", kind=INTERVIEW, session="Interview 1"), Evidence(id="b", kind=DOCUMENT, session="Plan")]


@pytest.mark.parametrize(
    ("kind", "session", "found"),
    [
        (INTERVIEW, "Interview 1", "a"),
        (INTERVIEW, "  interview  1", "a"),
        (DOCUMENT, "Interview 1", None),
        (DOCUMENT, "Plan", "b"),
        (DOCUMENT, "Plan 2", None),
    ],
)
def test_a_session_gives_one_piece_of_a_kind(kind, session, found):
    piece = piece_of(kind, session, PIECES)
    assert (piece and piece.id) == found


def test_a_piece_stays_while_it_speaks_of_something_else():
    def link(part, *, piece="a", model="m", linked=True):
        return EvidenceLink(evidence=piece, model=model, part=part, linked=linked)

    assert not speaks_elsewhere("a", "m", "P1", [link("P1"), link("P2", linked=False), link("P3", piece="b")])
    assert speaks_elsewhere("a", "m", "P1", [link("P1"), link("P2")])
    assert speaks_elsewhere("a", "m", "P1", [link("P1"), link("P1", model="n")])
