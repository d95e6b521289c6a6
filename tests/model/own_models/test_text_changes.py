import pytest

from desktop import resources
from desktop.model.errors import RefusalError
from desktop.model.own_models.checked_texts import check_text
from desktop.model.own_models.text_changes import with_heads


@pytest.mark.parametrize("written", ["name: Kettle", "name: 'Kettle'", "name: >-\n  The\n  kettle", "name: Ke\n  ttle"])
def test_a_name_is_changed_and_all_else_stays(written):
    text = f"# mine, with ä\nid: kettle\n{written}\nversion: '1.0' # first\n"
    changed = with_heads(text, name="Tea: the second", id="tea")
    assert changed == "# mine, with ä\nid: tea\nname: 'Tea: the second'\nversion: '1.0' # first\n"


@pytest.mark.parametrize("text", ["", "id: [", "- one", "id: kettle"])
def test_a_text_that_does_not_say_its_name_cannot_be_renamed(text):
    with pytest.raises(RefusalError, match=r"model\.text_unreadable"):
        with_heads(text, name="Tea")


def test_the_text_of_a_shipped_model_can_be_given_another_identity():
    for path in resources.model_packs():
        changed = check_text(with_heads(path.read_text(encoding="utf-8"), id="mine", name="Mine"))
        assert (changed.id, changed.name, changed.sound) == ("mine", "Mine", True)
