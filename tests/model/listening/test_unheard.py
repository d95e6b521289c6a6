from desktop.model.listening.unheard import Unheard, unheard
from desktop.model.maturity.refs import Ref

ONE, TWO, THREE = (Ref("tiny", f"PLN-AC-{number}") for number in (1, 2, 3))


def test_parts_without_a_word_and_roles_without_theirs_are_told_in_order():
    said = {TWO: ["Manager", ""], THREE: ["Manager", "Practitioner"]}
    assert list(unheard([ONE, TWO, THREE], said, ["Practitioner", "Manager"])) == [
        Unheard(ONE),
        Unheard(TWO, ("Practitioner",)),
    ]
    assert Unheard(ONE).silent
    assert not Unheard(TWO, ("Practitioner",)).silent


def test_where_no_roles_are_wanted_any_word_will_do():
    assert list(unheard([ONE, TWO], {TWO: [""]}, [])) == [Unheard(ONE)]
