import sqlite3
import traceback
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError, StatementError

from desktop.model.errors import RefusalError
from desktop.model.records import Member
from desktop.model.store.blame import BLAME, StoreFaultError, blaming_the_content, blaming_the_environment

PATH = Path("site.maturity")
SECRET = "Anna Confidential"
WORDED = (
    "BUSY",
    "LOCKED",
    "PROTOCOL",
    "READONLY",
    "IOERR",
    "NOMEM",
    "CORRUPT",
    "FULL",
    "CANTOPEN",
    "NOTADB",
    "PERM",
    "AUTH",
    "NOLFS",
    "INTERRUPT",
    "TOOBIG",
)
"""SQLite's primary results (its documentation, "Result and error codes") but those that only a bug can cause."""


def failing(number, name="SQLITE_X", text=SECRET):
    error = sqlite3.OperationalError(text)
    error.sqlite_errorcode, error.sqlite_errorname = number, name
    return error


def caught(error, within=blaming_the_environment):
    with pytest.raises((RefusalError, StoreFaultError)) as found, within(PATH):
        raise error
    return found.value


@pytest.mark.parametrize("name", WORDED)
def test_every_result_of_sqlite_has_its_word(name):
    assert getattr(sqlite3, f"SQLITE_{name}") in BLAME


@pytest.mark.parametrize("number", [code for code in BLAME if BLAME[code] != "file.damaged"])
def test_what_is_not_about_the_content_is_never_called_damage(number):
    for extended in (number, number | 7 << 8):
        assert caught(failing(extended)).code not in {"file.damaged", None}


def test_an_extended_code_goes_before_its_primary():
    assert caught(failing(sqlite3.SQLITE_READONLY_ROLLBACK)).code == "file.interrupted"
    assert caught(failing(sqlite3.SQLITE_READONLY_CANTLOCK)).code == "file.readonly"


@pytest.mark.parametrize(
    "error",
    [
        failing(sqlite3.SQLITE_CONSTRAINT, "SQLITE_CONSTRAINT"),
        failing(sqlite3.SQLITE_FULL, "SQLITE_FULL"),
        DBAPIError("INSERT", (SECRET,), failing(sqlite3.SQLITE_CONSTRAINT)),
        sqlite3.OperationalError(f"Could not decode to UTF-8 column 'name' with text '{SECRET}'"),
        sqlite3.ProgrammingError(SECRET),
        StatementError(SECRET, "INSERT", (SECRET,), ValueError(SECRET)),
    ],
)
def test_no_value_of_the_file_stands_in_an_error(error):
    found = caught(error)
    assert "Confidential" not in "".join(traceback.format_exception(found))


def test_what_nobody_foresaw_is_a_bug_that_says_its_kind():
    found = caught(failing(sqlite3.SQLITE_CONSTRAINT, "SQLITE_CONSTRAINT_UNIQUE"))
    assert isinstance(found, StoreFaultError)
    assert str(found) == "SQLITE_CONSTRAINT_UNIQUE"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT])
def test_what_makes_no_sense_of_a_file_not_known_yet_is_due_to_the_file(code):
    def read():
        with blaming_the_environment(PATH, strange=True):
            raise failing(code)

    with pytest.raises(RefusalError) as refusal:
        read()
    assert refusal.value.code == "file.damaged"


@pytest.mark.parametrize("kind", [ValueError, TypeError, OverflowError, RecursionError])
def test_values_that_cannot_be_are_damage(kind):
    found = caught(kind(SECRET), blaming_the_content)
    assert (found.code, found.facts) == ("file.damaged", {"path": PATH})
    assert "Confidential" not in "".join(traceback.format_exception(found))


def test_a_statement_that_fails_keeps_its_values_to_itself(store):
    def write():
        with store.step("member.add", name="x") as step:
            step.draft._connection.exec_driver_sql("CREATE UNIQUE INDEX one ON member (present)")
            step.draft.put(Member, "m1", name=SECRET)
            step.draft.put(Member, "m2", name=SECRET)

    with pytest.raises(StoreFaultError) as bug:
        write()
    assert "Confidential" not in "".join(traceback.format_exception(bug.value))
    assert store.all(Member) == []
