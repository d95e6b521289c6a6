import json

import pytest

from desktop.model.assessment import Assessment


def test_all_of_it_comes_back(command, scored, tmp_path):
    ran = command("data", scored, "--json")
    assert ran.status == 0
    data = tmp_path / "data.json"
    data.write_text(ran.out, encoding="utf-8")
    copy = tmp_path / "copy.maturity"
    assert command("new", copy, "--from", data, "--author", "Bea").status == 0
    with Assessment.open(scored, author="Ada") as first, Assessment.open(copy, author="Ada") as second:
        assert second.whole() == first.whole()
        assert second.check() == ()


def test_it_is_json_whether_that_is_said_or_not(command, scored):
    ran = command("data", scored)
    assert isinstance(json.loads(ran.out), dict)
    assert "within the team" in ran.err


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"format": "other"}'])
def test_data_of_another_kind_make_nothing(command, tmp_path, content):
    data = tmp_path / "data.json"
    data.write_text(content, encoding="utf-8")
    ran = command("new", tmp_path / "copy.maturity", "--from", data)
    assert ran.status == 1
    assert [path.name for path in tmp_path.iterdir()] == ["data.json"]


def test_data_that_are_not_there(command, tmp_path):
    ran = command("new", tmp_path / "copy.maturity", "--from", tmp_path / "none.json")
    assert ran.status == 1
    assert "none.json" in ran.err
