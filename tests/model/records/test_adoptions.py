from desktop.model.records import KINDS, Adoption


def test_a_version_takes_the_place_of_one():
    assert KINDS["adoption"] is Adoption
    assert Adoption.keys == ("model", "before")
    assert Adoption(model="tiny", before="1").after == ""
