"""Three copies of an assessment and all ways between them: whatever the way, all come to the same."""

import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from desktop.exchange.travelling.arriving import read_other, still_waiting, take
from desktop.exchange.travelling.parcel_files import SUFFIX, read_parcel
from desktop.exchange.travelling.sending import send_parcel
from desktop.exchange.travelling.shared_folder import ATTACHED, MOST_OWN, SharedFolder, in_order
from desktop.exchange.travelling.syncing_copies import sync
from desktop.model.assessment import Assessment
from desktop.model.assessment.passphrases import set_passphrase
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey
from desktop.model.merging.reach import Reach
from desktop.model.scoring.vocabulary import EvidenceKind
from tests.builders import tiny_pack
from tests.encrypted import MARKER, PASSPHRASE, key
from tests.thoroughness import THOROUGH

ROUNDS = 100 if THOROUGH else 5


def make(folder):
    with Assessment.create(folder / "lead.maturity", [tiny_pack()], author="Ada", organisation=MARKER) as lead:
        fill(lead, folder)


def fill(lead, folder):
    members = [lead.preparation.add_member(name) for name in ("Ada", "Bea", "Cem")]
    lead.preparation.add_participant(role="manager", name="Wilhelmina Example")
    lead.copies.make_for(members[1], folder / "bea.maturity")
    lead.copies.make_for(members[2], folder / "cem.maturity", coded=True)


class Team:
    """Three copies, each opened when it is asked."""

    def __init__(self, folder, secret=None):
        self.folder, self.secret = folder, secret
        self.share = folder / "share"
        self.share.mkdir()

    def open(self, who):
        name = {"lead": "Ada", "bea": "Bea", "cem": "Cem", "twin": "Bea"}[who]
        return Assessment.open(self.folder / f"{who}.maturity", author=name, key=self.secret)

    def sync(self, who):
        with self.open(who) as found:
            return sync(found, self.share)

    def answer(self, who, question, choice):
        with self.open(who) as found:
            found.questionnaires.answer("tiny", found.preparation.participants()[0].id, question, choice)

    def state(self, who):
        with self.open(who) as found:
            assert found.check() == ()
            records = found.whole().records
            return {kind: rows for kind, rows in records.items() if kind != "identity"}

    def even(self):
        for who in ("lead", "bea", "cem", "lead", "bea"):
            self.sync(who)
        assert self.state("lead") == self.state("bea") == self.state("cem")


@pytest.fixture
def team(moulds, tmp_path):
    for name in ("lead", "bea", "cem"):
        shutil.copyfile(moulds.folder("team of three", make) / f"{name}.maturity", tmp_path / f"{name}.maturity")
    return Team(tmp_path)


def test_a_copy_knows_whose_it_is_and_undo_stops_there(team):
    with team.open("bea") as bea, team.open("lead") as lead:
        assert next((each.name, each.own) for each in bea.copies.all()) == ("Bea", True)
        assert {each.name for each in lead.copies.all()} == {"Ada", "Bea", "Cem"}
        assert bea.history.next_undo() is None
        assert bea.merging.arrivals() == []
        assert lead.merging.reach().covers(bea.merging.reach())


def test_a_copy_without_identities_holds_none_and_gives_back_all_else(team):
    content = (team.folder / "cem.maturity").read_bytes()
    assert b"Wilhelmina" not in content
    assert b"Wilhelmina" in (team.folder / "bea.maturity").read_bytes()
    team.answer("cem", "PLN-Q1", "often")
    team.even()
    assert b"Wilhelmina" not in (team.folder / "cem.maturity").read_bytes()
    with team.open("lead") as lead:
        assert lead.preparation.people()[0].identity.name == "Wilhelmina Example"


def test_what_was_left_out_of_a_step_is_not_taken_for_the_step(team, tmp_path):
    team.sync("lead")
    team.sync("cem")
    shutil.rmtree(team.share)
    team.share.mkdir()
    team.answer("cem", "PLN-Q1", "often")
    assert team.sync("cem").sent == 0  # it has not all of what its steps build on
    team.sync("lead")
    assert team.sync("cem").sent == 1
    assert team.sync("bea").came


def test_a_parcel_holds_what_is_lacking_and_may_come_twice(team, tmp_path):
    team.answer("lead", "PLN-Q1", "often")
    first = tmp_path / f"1{SUFFIX}"
    with team.open("lead") as lead:
        assert send_parcel(lead, lead.copies.named("bea"), first).steps == 2  # the copy for Cem, and the answer
        with pytest.raises(RefusalError, match=r"copy\.unknown"):
            send_parcel(lead, lead.copies.named("Dan"), tmp_path / f"2{SUFFIX}")
    with team.open("bea") as bea:
        parcel = read_other(first, bea)
        assert [each.steps for each in take(bea, parcel, "Ada")] == [2]
        assert [each.steps for each in take(bea, parcel, "Ada")] == [0]
        assert bea.copies.named("Ada").reach.covers(parcel.reach)
        with pytest.raises(RefusalError, match=r"parcel\.nothing"):
            send_parcel(bea, bea.copies.named("Ada"), tmp_path / f"3{SUFFIX}")


def test_parcels_out_of_order_wait_for_each_other(team, tmp_path):
    paths = [tmp_path / f"{number}{SUFFIX}" for number in range(3)]
    for path, question in zip(paths, ("PLN-Q1", "PLN-Q2", "PLN-Q1"), strict=True):
        team.answer("lead", question, "often" if path is not paths[2] else "seldom")
        with team.open("lead") as lead:
            send_parcel(lead, lead.copies.named("Bea"), path)
            lead.copies.hear(lead.copies.named("Bea").id, "Bea", lead.merging.reach())
    with team.open("bea") as bea:
        for path in (paths[2], paths[1], paths[2]):
            (came,) = take(bea, read_other(path, bea), path.name)
            assert (came.steps, came.kept, [each.author for each in came.missing]) == (0, True, ["Ada"])
        assert len(still_waiting(bea)) == 2
    with team.open("bea") as bea:
        assert [each.steps for each in take(bea, read_other(paths[0], bea), "1")] == [2, 1, 1]
        for _time in range(3):
            assert bea.history.next_undo().label == "merge.arrive", "what had waited goes the same way back"
            bea.history.undo()
        for _time in range(3):
            bea.history.redo()
        assert still_waiting(bea) == []
    assert team.state("bea") == team.state("lead")


def test_a_folder_brings_all_to_the_same(team):
    team.answer("bea", "PLN-Q1", "often")
    team.answer("cem", "PLN-Q2", "seldom")
    with team.open("lead") as lead:
        lead.preparation.set_details(unit="Desk")
    team.even()
    before = {each.name for each in team.share.iterdir()}
    assert (team.sync("cem").sent, team.sync("bea").came) == (0, ())
    assert {each.name for each in team.share.iterdir()} == before


def test_two_say_different_things(team):
    team.answer("bea", "PLN-Q1", "often")
    team.answer("cem", "PLN-Q1", "seldom")
    team.even()
    for who in ("lead", "bea", "cem"):
        with team.open(who) as found:
            (conflict,) = found.conflicts.all()
            assert {side.author for side in conflict.sides} == {"Bea", "Cem"}
    with team.open("lead") as lead:
        lead.conflicts.settle(conflict.conflict, conflict.sides[0].value)
    team.even()
    with team.open("cem") as found:
        assert found.conflicts.count() == 0


def test_what_is_attached_travels_once(team, tmp_path):
    (tmp_path / "minutes.txt").write_text("what was said " * 50)
    with team.open("bea") as bea:
        piece = bea.evidence.add(EvidenceKind.DOCUMENT, "Minutes")
        bea.attachments.take(piece, tmp_path / "minutes.txt")
    team.even()
    assert len([*team.share.glob(f"*{ATTACHED}")]) == 1
    with team.open("cem") as cem:
        assert cem.attachments.missing() == 0


def test_half_foreign_and_others_files_are_named_and_harm_nothing(team, tmp_path):
    team.answer("lead", "PLN-Q1", "often")
    team.sync("lead")
    (whole,) = team.share.glob(f"*{SUFFIX}")
    half = team.share / f"half{SUFFIX}"
    half.write_bytes(whole.read_bytes()[:-20])
    (team.share / "holiday.txt").write_text("nothing of ours")
    for hidden in ("desktop.ini", "Thumbs.db", "~$plan.docx", ".sync"):
        (team.share / hidden).touch()
    spoilt = bytearray(whole.read_bytes())
    spoilt[-5] ^= 1
    (team.share / f"0{SUFFIX}").write_bytes(spoilt)
    with Assessment.create(tmp_path / "other.maturity", [tiny_pack()], author="Dan") as other:
        assert {each.refusal.code for each in sync(other, team.share).skipped} == {
            "parcel.other",
            "parcel.half",
            "parcel.none",
        }
    found = team.sync("bea")
    assert {each.name: each.refusal.code for each in found.skipped} == {
        half.name: "parcel.half",
        "holiday.txt": "parcel.none",
        **{each.name: "parcel.other" for each in team.share.glob(f"*{SUFFIX}") if each.name.startswith(_id(other))},
        f"0{SUFFIX}": "parcel.spoilt",
    }
    assert sum(each.steps for each in found.came) == 2
    half.write_bytes(whole.read_bytes())
    assert half.name not in {each.name for each in team.sync("bea").skipped}
    with team.open("bea") as bea, pytest.raises(RefusalError, match=r"folder\.none"):
        sync(bea, team.share / "gone")


def _id(assessment):
    with Assessment.open(assessment.path, author="", readonly=True) as found:
        return found.copies.own()


def test_a_folder_does_not_grow_for_ever_and_a_newcomer_gets_all(team):
    for number in range(3 * MOST_OWN):
        team.answer("lead", "PLN-Q1", ("often", "seldom")[number % 2])
        team.sync("lead")
    assert len([*team.share.glob(f"*{SUFFIX}")]) <= MOST_OWN + 1
    team.even()
    assert len([*team.share.glob(f"*{SUFFIX}")]) <= MOST_OWN + 4
    with team.open("bea") as bea:
        files = SharedFolder(team.share, bea.about()["id"], None).look().files
        assert in_order(files, Reach())[1].covers(bea.merging.reach())


def test_two_that_sync_at_the_very_same_moment_lose_nothing(team):
    (team.folder / "minutes.txt").write_text("what was said " * 50)
    nursery = [sys.executable, "-m", "tests.exchange.travelling.syncing_nursery"]
    names = {"lead": "Ada", "bea": "Beatrix"}
    with ExitStack() as running:
        laptops = [
            running.enter_context(
                subprocess.Popen(
                    [*nursery, team.folder / f"{who}.maturity", team.share, name],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for who, name in names.items()
        ]
        heard, told = [each.stdout for each in laptops], [each.stdin for each in laptops]
        assert [each and each.readline() for each in heard] == ["ready\n"] * 2
        for _round in range(ROUNDS):
            for each in told:
                print("go", file=each, flush=True)
            assert [each and each.readline() for each in heard] == ["done\n"] * 2
        assert [each.communicate()[0] for each in laptops] == ["", ""]
    team.even()
    assert len([*team.share.glob(f"*{SUFFIX}")]) <= 3 * (MOST_OWN + 1)
    with team.open("lead") as lead, team.open("bea") as bea, team.open("cem") as cem:
        assert lead.merging.reach() == bea.merging.reach() == cem.merging.reach()
        said = {f"{name} {turn}" for name in names.values() for turn in range(ROUNDS)}
        assert {each.title for each in cem.actions.all()} == said
        assert len({each.number for each in cem.actions.all()}) == len(said)
        assert cem.attachments.missing() == 0


def test_a_copy_made_by_the_file_manager_meets_its_twin_in_the_folder(team, tmp_path):
    """Both go by one name there; neither takes away what the other alone has."""
    team.sync("bea")
    shutil.copyfile(tmp_path / "bea.maturity", tmp_path / "twin.maturity")
    with team.open("bea") as bea, team.open("twin") as twin:
        for turn in range(MOST_OWN + 2):
            for found in (bea, twin):
                found.actions.add(f"{turn}", model="tiny", aim="PLN")
                if found is bea or turn % 3 == 0:
                    sync(found, team.share)
    for who in ("twin", "lead", "bea", "twin"):
        team.sync(who)
    assert team.state("lead") == team.state("bea") == team.state("twin")
    with team.open("lead") as lead:
        assert len(lead.actions.all()) == 2 * (MOST_OWN + 2)


def test_nothing_can_be_read_of_an_assessment_with_a_passphrase(tmp_path):
    secret = key()
    with Assessment.create(
        tmp_path / "lead.maturity", [tiny_pack()], author="Ada", organisation=MARKER, key=secret
    ) as lead:
        fill(lead, tmp_path)
    team = Team(tmp_path, secret)
    (tmp_path / "minutes.txt").write_text("Zwetschgen " * 50)
    with team.open("bea") as bea:
        bea.attachments.take(bea.evidence.add(EvidenceKind.DOCUMENT, "Minutes"), tmp_path / "minutes.txt")
    team.even()
    for path in [*team.share.iterdir(), tmp_path / "cem.maturity"]:
        content = path.read_bytes()
        assert len(content) > 1000
        for word in (MARKER.encode(), b"Wilhelmina", b"Zwetschgen", b"SQLite", b"parcel"):
            assert word not in content
    file = next(iter(team.share.glob(f"*{SUFFIX}")))
    with pytest.raises(RefusalError, match=r"parcel\.sealed"):
        read_parcel(file, None)


def test_what_a_copy_wrote_before_it_had_a_passphrase_is_written_anew(team, tmp_path):
    (tmp_path / "minutes.txt").write_text("Zwetschgen " * 50)
    with team.open("lead") as lead:
        lead.attachments.take(lead.evidence.add(EvidenceKind.DOCUMENT, "Minutes"), tmp_path / "minutes.txt")
    team.sync("lead")
    assert any(b"parcel" in path.read_bytes() for path in team.share.iterdir())
    set_passphrase(tmp_path / "lead.maturity", PASSPHRASE)
    team.secret = FileKey(PASSPHRASE)
    team.sync("lead")
    kinds = [path.suffix for path in team.share.iterdir()]
    assert sorted(kinds) == [ATTACHED, SUFFIX]
    assert not any(b"parcel" in path.read_bytes() for path in team.share.iterdir())


def test_where_a_parcel_is_none(team, tmp_path):
    with team.open("bea") as bea:
        with pytest.raises(RefusalError, match=r"merge\.itself"):
            read_other(bea.path, bea)
        (tmp_path / f"x{SUFFIX}").write_bytes(b"")
        with pytest.raises(RefusalError, match=r"parcel\.half") as told:
            read_other(tmp_path / f"x{SUFFIX}", bea)
        assert told.value.facts["path"] == Path(tmp_path / f"x{SUFFIX}")
