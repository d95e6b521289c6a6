from desktop.model.errors import RefusalError
from desktop.wording import refusals
from desktop.wording.tracker_refusals import OF_TRACKERS


def test_they_are_among_all_refusals_and_name_the_file():
    assert refusals.all_sentences().items() >= OF_TRACKERS.items()
    told = refusals.sentence(RefusalError("tracker.other_assessment", file="back.xlsx"))
    assert told.startswith("back.xlsx is a tracker of another assessment.")
