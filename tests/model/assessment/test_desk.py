import hashlib
import sqlite3
from contextlib import closing

import msgspec
import pytest

from desktop.model.assessment import Assessment
from desktop.model.assessment.desk import new_id
from desktop.model.errors import RefusalError


def test_ids_are_never_alike_and_safe_in_keys():
    ids = {new_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(len(one) == 16 and one.isalnum() and one.islower() for one in ids)


def test_listeners_hear_each_step_once_it_is_safe(assessment, heard):
    states = []
    assessment.subscribe(lambda _changed: states.append(assessment.preparation.details().organisation))
    assessment.preparation.set_details(organisation="One")
    assert states == ["One"]
    assert [change.step.label for change in heard] == ["details.set"]


def test_what_changes_nothing_is_not_announced(assessment, heard):
    assessment.preparation.set_details(organisation="")
    assert heard == []


def test_what_fails_is_not_announced(assessment, heard):
    with pytest.raises(RefusalError):
        assessment.preparation.set_details(threshold=1)
    assert heard == []


def test_who_no_longer_listens_hears_nothing(assessment, heard):
    assessment.unsubscribe(heard.append)
    assessment.preparation.set_details(organisation="One")
    assert heard == []


def test_a_listener_may_leave_while_it_is_told(assessment, heard):
    def once(_changed):
        assessment.unsubscribe(once)

    assessment.subscribe(once)
    assessment.preparation.set_details(organisation="One")
    assessment.preparation.set_details(organisation="Two")
    assert len(heard) == 2


@pytest.mark.parametrize(
    ("model", "part", "known"),
    [
        ("tiny", "PLN-AC-1", True),
        ("tiny-streams", "DSK-3-P1", True),
        ("tiny-streams", "DSK-3", True),
        ("tiny-criteria", "TOL-3-1", True),
        ("tiny-criteria", "DSK-3-P1", False),
    ],
)
def test_parts_are_known_by_their_model(several, model, part, known):
    assert several._desk.knows(model, part) is known


def test_parts_of_a_model_not_in_use_are_refused(several, refused):
    assert refused(several._desk.knows, "unheard", "PLN") == "model.not_in_use"


def _other_pack(tree):
    tree["id"] = "another"


def _dangling(tree):
    tree["areas"][0]["category"] = "nowhere"


def _shapeless(tree):
    tree["areas"] = 7


def _without_scales(tree):
    tree["scales"] = []


@pytest.mark.parametrize("bend", [_other_pack, _dangling, _shapeless, _without_scales, dict.clear])
def test_a_pack_that_is_not_the_models_is_refused(assessment, path, bend):
    """Its digest fits: whoever changes a file with another program can compute it."""
    assessment.close()
    with closing(sqlite3.connect(path)) as connection:
        ((json,),) = connection.execute("SELECT json FROM pack").fetchall()
        tree = msgspec.json.decode(json)
        bend(tree)
        bent = msgspec.json.encode(tree)
        digest = hashlib.sha256(bent).hexdigest()
        connection.execute("UPDATE pack SET digest = ?, json = ?", (digest, bent))
        connection.execute("UPDATE model SET digest = ?", (digest,))
        connection.commit()
    with Assessment.open(path, author="Ada") as opened:
        for look in (opened.models.all, lambda: opened.results.of("tiny")):
            with pytest.raises(RefusalError) as refusal:
                look()
            assert (refusal.value.code, refusal.value.facts["model"]) == ("model.unfit", "tiny")
        assert opened.check() != ()
