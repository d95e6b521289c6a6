"""What merging would bring, in sentences."""

from desktop.model.assessment.merging import IncomingLine, IncomingNoun, MergePreview
from desktop.model.maturity.refs import Ref
from desktop.model.merging.bundle import Incoming, Missing
from desktop.wording.merge_previews import noun_count, preview_lines


def called(place):
    return place.part


def test_how_many_of_whom_in_which_areas():
    places = tuple(Ref("m", f"A{number}") for number in range(8))
    line = IncomingLine(IncomingNoun.ANSWERS, "Bea", 3, places)
    found = preview_lines(MergePreview((), 4, (line,), 2, 1, Incoming()), called)
    assert found == [
        "4 steps would come in:",
        "  3 answers by Bea: A0, A1, A2, A3, A4, A5, 2 more",
        "2 conflicts are to be settled.",
        "1 conflict is settled by it.",
    ]
    assert [noun_count(noun, 1).split(" ", 1)[0] for noun in IncomingNoun] == ["1"] * len(IncomingNoun)


def test_nothing_new_and_what_is_missing():
    assert preview_lines(MergePreview((), 0, (), 0, 0, Incoming()), called) == ["All of it is here already."]
    (line,) = preview_lines(MergePreview((Missing("Bea", "x"),), 0, (), 0, 0, Incoming()), called)
    assert "Bea" in line
