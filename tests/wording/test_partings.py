from desktop.model.assessment.parting import Parting
from desktop.model.records import Participant
from desktop.wording.partings import KEEP, TAKE_BACK, parted, parting_told, ways_to_part

SAID = Parting(answers=24, comments=1, notes=5, heard=2)


def test_the_ways_to_part_say_how_much_each_is_about():
    told = parting_told(Participant(id="p", number=7), SAID)
    assert told.startswith("P-07 gave 24 answers, 1 comment; 5 notes")
    assert "Kept," in told
    assert [key for key, _words in ways_to_part(left=False)] == [KEEP, TAKE_BACK]


def test_of_who_left_everything_is_kept_already():
    assert "Kept," not in parting_told(Participant(id="p", number=7, left=True), SAID)
    assert [key for key, _words in ways_to_part(left=True)] == [TAKE_BACK]


def test_it_is_told_what_was_done():
    someone = Participant(id="p", number=7)
    assert parted(someone, SAID, kept=True) == (
        "P-07 was taken out. What was said is kept without identity: 24 answers, 1 comment and 5 notes."
    )
    assert parted(someone, SAID, kept=False) == "P-07 was removed with 24 answers, 1 comment and 5 notes."
    assert parted(someone, Parting(), kept=False) == "P-07 was removed."
