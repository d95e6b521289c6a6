from desktop.model.errors import RefusalError
from desktop.wording.preparation_refusals import OF_PREPARATION
from desktop.wording.refusals import sentence


def test_they_are_told_like_all_others():
    assert sentence(RefusalError("member.same_name", name="Bea")) == (
        "Somebody in the team is called Bea already. Give each a name that tells them apart, such as Bea B."
    )
    nouns = {"details", "member", "participant", "scope_item", "budget", "checklist", "form_round"}
    assert {code.partition(".")[0] for code in OF_PREPARATION} == nouns
