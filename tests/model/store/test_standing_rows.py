from contextlib import closing

from desktop.model.journal import StepId
from desktop.model.merging.cell_past import ConflictSort, Standing
from desktop.model.merging.reach import RULES, Reach
from desktop.model.records import Answer, Member
from desktop.model.store.engine import connected
from desktop.model.store.journal_reach import knowledge_of
from desktop.model.store.standing_rows import Journal, conflicts_in, is_own, note_all_conflicts, renew_rows


def written(store):
    """Two steps, and a third by somebody who knew of the first alone."""
    for name in ("Ada", "Ann"):
        with store.step("member.set") as step:
            step.draft.put(Member, "m1", name=name)
    store.close()
    connection = connected(store.path)
    (writer,) = connection.execute("SELECT DISTINCT writer FROM step").fetchone()
    connection.execute("INSERT INTO writer VALUES ('zz', 'Bea', '', ?, NULL, NULL)", (f'{{"{writer}": 1}}',))
    connection.execute("INSERT INTO step SELECT 2, 'zz', kind, NULL, NULL, label, facts, author, at FROM step LIMIT 1")
    connection.execute("INSERT INTO change VALUES (2, 'zz', 'member', 'm1', 'name', '\"Ada\"', '\"Bea\"')")
    return connection, writer


def test_rows_and_conflicts_follow_from_the_journal(store):
    connection, writer = written(store)
    with closing(connection):
        journal = Journal(connection, knowledge_of(connection))
        assert journal.is_forked()
        renew_rows(journal, {("member", "m1")})
        assert connection.execute("SELECT name, present FROM member").fetchall() == [("Bea", 1)]
        (conflict,) = conflicts_in(connection)
        assert (conflict.row, conflict.cell, conflict.sort) == ("m1", "name", ConflictSort.DIFFER)
        connection.execute("DELETE FROM conflict")
        note_all_conflicts(connection, knowledge_of(connection))
        assert conflicts_in(connection) == [conflict]
        own = Reach({writer: 9})
        name, present = (journal.past("member", "m1", cell).standing() for cell in ("name", "present"))
        assert (is_own(name, own, journal, None), is_own(present, own, journal, None)) == (False, True)
        back = Standing(None, None, name.heads[-1:], name.heads[:1])
        assert not is_own(back, own, journal, None), "somebody else took it back"
        sound = journal.past("member", "m1", "name", {StepId(1, writer), StepId(2, writer)}.__contains__)
        assert sound.standing().text == '"Ann"'


def test_the_rules_are_no_side_where_people_differ(store):
    connection, writer = written(store)
    with closing(connection):
        renew_rows(Journal(connection, knowledge_of(connection)), {("member", "m1")})
        (conflict,) = conflicts_in(connection)
        connection.execute(
            f"INSERT INTO writer SELECT '{RULES}1', '', '', seen, NULL, NULL FROM writer WHERE id = 'zz'"
        )
        connection.execute(f"INSERT INTO change VALUES (3, '{RULES}1', 'member', 'm1', 'name', '\"Ada\"', '\"Cy\"')")
        sides = Journal(connection, knowledge_of(connection)).sides(conflict)
        assert {side.step for _cell, side in sides} == {StepId(2, writer), StepId(2, "zz")}
        connection.execute("DELETE FROM change WHERE writer NOT LIKE ?", (f"{RULES}%",))
        sides = Journal(connection, knowledge_of(connection)).sides(conflict)
        assert [(cell, side.text) for cell, side in sides] == [("name", '"Cy"')], "better than none"


def test_a_record_of_which_nothing_is_told_any_more_is_gone(store):
    with store.step("x") as step:
        step.draft.put(Answer, "tiny", "p1", "Q1", choice="often", comment="Yes.")
    store.close()
    with closing(connected(store.path)) as connection:
        journal = Journal(connection, knowledge_of(connection))
        assert not journal.is_forked()
        connection.execute("DELETE FROM change WHERE cell = 'comment'")
        renew_rows(journal, {("answer", "tiny/p1/Q1")})
        assert connection.execute("SELECT choice, comment FROM answer").fetchall() == [("often", None)]
        connection.execute("DELETE FROM change")
        renew_rows(journal, {("answer", "tiny/p1/Q1")})
        assert connection.execute("SELECT * FROM answer").fetchall() == []
