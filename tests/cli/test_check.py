import sqlite3
from contextlib import closing


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
