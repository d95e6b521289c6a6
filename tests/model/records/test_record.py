import msgspec
import pytest

from desktop.model.records import KINDS


@pytest.mark.parametrize("kind", KINDS.values())
def test_keys_come_first_and_all_else_has_a_default(kind):
    fields = msgspec.structs.fields(kind)
    assert tuple(field.name for field in fields[: len(kind.keys)]) == kind.keys
    assert all(field.default is not msgspec.NODEFAULT for field in fields[len(kind.keys) :])


@pytest.mark.parametrize("kind", KINDS.values())
def test_unheard_fields_are_refused(kind):
    key = dict.fromkeys(kind.keys, "x")
    assert msgspec.convert(key, kind)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**key, "unheard": 1}, kind)


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_listed_record_has_an_id_and_a_natural_one_an_identity_of_its_own(kind):
    assert (kind.keys == ("id",)) is (kind.listed or kind is KINDS["details"])
