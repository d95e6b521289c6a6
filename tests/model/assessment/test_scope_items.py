from desktop.model.assessment.scope_items import item_key


def test_capitals_and_blanks_tell_nothing_apart():
    assert item_key(" Work  Place ") == item_key("work place")
    assert item_key("workplace") != item_key("work place")
