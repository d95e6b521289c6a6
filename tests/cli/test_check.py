import sqlite3
from contextlib import closing

import pytest


def test_a_sound_file(command, made):
    ran = command("check", made)
    assert (ran.status, ran.err) == (0, "")
    assert "is sound" in ran.out
    assert command("check", made, "--json").json == {"sound": True, "steps": 5, "faults": []}


def test_a_tampered_file(command, made):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("UPDATE participant SET role = 'director'")
        connection.commit()
    ran = command("check", made)
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 3
    assert "3 faults" in ran.err
    assert command("check", made, "--json").json["sound"] is False


def test_another_file(command, tmp_path):
    other = tmp_path / "other.maturity"
    other.write_text("not an assessment", encoding="utf-8")
    assert command("check", other).status == 1


@pytest.fixture
def senseless(made):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("UPDATE step SET kind = 'unheard' WHERE clock = (SELECT max(clock) FROM step)")
        connection.execute("CREATE VIEW more AS SELECT 1")
        connection.commit()
    return made


def test_a_file_that_is_not_opened_can_be_repaired(command, senseless, tmp_path):
    refused = command("check", senseless)
    assert refused.status == 1
    assert "--repair" in refused.err
    before, out = senseless.read_bytes(), tmp_path / "sound.maturity"
    ran = command("check", senseless, "--repair", out, "--author", "Ada", "--json")
    assert ran.status == 0
    assert ran.json["left_out"] == {"steps": [5], "records": [], "packs": [], "attachments": []}
    assert ran.json["sound"]
    assert senseless.read_bytes() == before
    assert command("check", out).status == 0


def test_a_repair_says_what_was_wrong_and_left_out(command, senseless, tmp_path):
    ran = command("check", senseless, "--repair", tmp_path / "sound.maturity")
    assert "Step 5 of the history makes no sense." in ran.out
    assert "Left out: 1 step of the history." in ran.out
    assert "is a sound copy" in ran.out


def test_a_repair_never_takes_the_place_of_a_file(command, senseless):
    assert command("check", senseless, "--repair", senseless).status == 1
    assert command("check", senseless, "--repair", senseless).err.count("is there already") == 1


def test_a_repair_tells_what_still_contradicts_the_models(command, made, tmp_path):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("UPDATE pack SET json = x'7b7d'")
        connection.commit()
    ran = command("check", made, "--repair", tmp_path / "sound.maturity")
    assert ran.status == 1
    assert "still not sound" in ran.err


def test_what_cannot_be_read_cannot_be_repaired(command, tmp_path):
    other = tmp_path / "other.maturity"
    other.write_text("not an assessment", encoding="utf-8")
    assert command("check", other, "--repair", tmp_path / "sound.maturity").status == 1
    assert not (tmp_path / "sound.maturity").exists()
