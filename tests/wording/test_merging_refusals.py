from desktop.model.errors import RefusalError
from desktop.wording import refusals
from desktop.wording.merging_refusals import OF_MERGING


def test_they_are_among_all_refusals_and_name_whose_steps_are_wanting():
    assert refusals.all_sentences().items() >= OF_MERGING.items()
    told = refusals.sentence(RefusalError("bundle.waiting", author="Bea"))
    assert told.startswith("This builds on steps of Bea that are not here yet.")
