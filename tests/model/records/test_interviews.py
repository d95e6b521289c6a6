import msgspec
import pytest

from desktop.model.maturity.vocabulary import EvidenceKind
from desktop.model.records import SessionKind, TeamSession


def test_what_is_said_shown_and_written_are_different_kinds_of_source():
    assert {kind: kind.evidence for kind in SessionKind if kind.is_source} == {
        SessionKind.INTERVIEW: EvidenceKind.INTERVIEW,
        SessionKind.DISCUSSION: EvidenceKind.INTERVIEW,
        SessionKind.DEMONSTRATION: EvidenceKind.DEMONSTRATION,
        SessionKind.DOCUMENTS: EvidenceKind.DOCUMENT,
    }


@pytest.mark.parametrize("time", ["", "00:00", "09:30", "23:59"])
def test_times_of_day(time):
    assert msgspec.convert({"id": "s", "starts": time, "ends": time}, TeamSession).starts == time


@pytest.mark.parametrize("time", ["9:30", "24:00", "12:60", "noon", "12:00 "])
def test_what_is_no_time_of_day(time):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": "s", "ends": time}, TeamSession)
