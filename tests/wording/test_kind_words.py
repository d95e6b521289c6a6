from desktop.wording.kind_words import KindWords


def test_a_kind_has_no_number_unless_it_says_how_one_is_called():
    assert KindWords("note", {}).number == ""
