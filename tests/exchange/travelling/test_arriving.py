"""What arrives is taken in, kept until it can be, or left; what leaves holds what its receiver may know."""

import shutil
from functools import partial

import pytest
from msgspec.structs import replace

from desktop.exchange.travelling import arriving, parcels, sending, syncing_copies
from desktop.exchange.travelling.arriving import Came, opens, read_other, still_waiting, take
from desktop.exchange.travelling.parcel_files import SUFFIX, write_parcel
from desktop.exchange.travelling.parcels import ParcelHead, read, written
from desktop.exchange.travelling.sending import send_parcel
from desktop.exchange.travelling.shared_folder import MOST_OWN, FolderView, SharedFile, SharedFolder
from desktop.exchange.travelling.syncing_copies import (
    Gathered,
    Outgoing,
    report,
    sync,
    take_gathered,
    to_write,
    write_out,
)
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Incoming, packed
from desktop.model.merging.reach import Reach
from desktop.model.scoring.vocabulary import EvidenceKind
from tests.encrypted import key
from tests.exchange.travelling.test_travelling import make


@pytest.fixture
def team(moulds, tmp_path):
    """Ada's file, Bea's copy, and Cem's without names; each opened when it is asked for."""
    made = moulds.folder("team of three", make)
    opened = {}

    def copy(name):
        if name not in opened:
            path = shutil.copyfile(made / f"{name}.maturity", tmp_path / f"{name}.maturity")
            opened[name] = Assessment.open(path, author=name)
        return opened[name]

    yield copy
    for each in opened.values():
        each.close()


def parcel_for(source, name, path):
    """A parcel for a copy, as it is read again."""
    send_parcel(source, source.copies.named(name), path)
    return read(path.read_bytes(), path)


def attach(assessment, folder, text):
    (folder / "minutes.txt").write_text(text)
    assessment.attachments.take(assessment.evidence.add(EvidenceKind.DOCUMENT, text), folder / "minutes.txt")


def test_a_parcel_for_a_copy_without_names_holds_none(team, tmp_path):
    lead, cem = team("lead"), team("cem")
    lead.preparation.add_participant(role="manager", name="Wilhelmina the Other")
    assert b"the Other" not in packed(parcel_for(lead, "Cem", tmp_path / f"1{SUFFIX}").bundle)
    with_names = parcel_for(lead, "Bea", tmp_path / f"2{SUFFIX}")
    assert b"the Other" in packed(with_names.bundle)
    assert [each.steps for each in take(cem, with_names, "Ada")] == [1]
    assert b"the Other" not in cem.path.read_bytes()


def test_what_a_copy_without_names_has_in_part_waits_for_a_full_one(team, tmp_path):
    lead, bea, cem = team("lead"), team("bea"), team("cem")
    lead.preparation.add_participant(role="manager", name="Zoe")
    take(cem, parcel_for(lead, "Cem", tmp_path / f"1{SUFFIX}"), "Ada")
    cem.preparation.set_details(unit="Desk")
    (came,) = take(bea, read_other(cem.path, bea), "cem")
    assert (came.steps, came.kept, [each.author for each in came.missing]) == (0, True, ["lead"])
    assert [each.steps for each in take(bea, parcel_for(lead, "Bea", tmp_path / f"2{SUFFIX}"), "Ada")] == [2, 1]
    assert [each.identity.name for each in bea.preparation.people()][-1:] == ["Zoe"]


def test_only_so_much_is_kept_and_what_can_never_come_in_is_let_go(team, tmp_path, monkeypatch):
    lead, bea = team("lead"), team("bea")
    first = parcel_for(lead, "Bea", tmp_path / f"1{SUFFIX}")
    lead.copies.hear(lead.copies.named("Bea").id, "Bea", lead.merging.reach())
    lead.preparation.set_details(unit="Desk")
    second = parcel_for(lead, "Bea", tmp_path / f"2{SUFFIX}")
    for name in ("_MOST_KEPT", "PARCELS_KEPT"):
        with monkeypatch.context() as patched:
            patched.setattr(arriving, name, 0)
            assert [each.kept for each in take(bea, second, "Ada")] == [False]
    assert [each.kept for each in take(bea, second, "Ada", by_itself=True)] == [False]
    bea.copies.keep_waiting("d" * 64, "nobody", b"no parcel")
    assert still_waiting(bea) == []
    take(bea, first, "Ada")
    assert bea.copies.waiting() == []


def test_what_had_waited_comes_in_whatever_the_order_and_stays_while_there_is_no_room(team, tmp_path, monkeypatch):
    lead, bea, sent = team("lead"), team("bea"), []
    for number, unit in enumerate(("Desk", "Operations", "Field")):
        lead.preparation.set_details(unit=unit)
        sent.append(parcel_for(lead, "Bea", tmp_path / f"{number}{SUFFIX}"))
        lead.copies.hear(lead.copies.named("Bea").id, "Bea", lead.merging.reach())
    for digest, waits in (("1", sent[2]), ("2", sent[1]), ("3", sent[0])):
        bea.copies.keep_waiting(digest * 64, digest, written(waits.head, waits.bundle))
    with monkeypatch.context() as patched:
        patched.setattr(parcels, "read", partial(_refused, "file.disk_full"))
        with pytest.raises(RefusalError, match=r"file\.disk_full"):
            take(bea, sent[0], "Ada")
    assert len(bea.copies.waiting()) == 3
    bea.history.undo()
    assert [each.steps for each in take(bea, sent[0], "Ada")] == [2, 1, 1]
    assert (bea.preparation.details().unit, bea.copies.waiting()) == ("Field", [])


def test_what_came_by_itself_is_not_what_undo_means(team, tmp_path):
    lead, bea = team("lead"), team("bea")
    bea.preparation.set_details(unit="Desk")
    (tmp_path / "share").mkdir()
    sync(lead, tmp_path / "share")
    assert [each.steps for each in sync(bea, tmp_path / "share").came] == [1]
    assert bea.history.next_undo().label == "details.set"


def test_only_what_steps_name_is_attached_as_far_as_there_is_room(team, tmp_path, monkeypatch):
    lead, bea = team("lead"), team("bea")
    attach(lead, tmp_path, "minutes")
    parcel = parcel_for(lead, "Bea", tmp_path / f"1{SUFFIX}")
    more = replace(parcel, attached={**parcel.attached, "0" * 64: b"foreign"})
    for name, most in (("ATTACHED_TOTAL", 6), ("ATTACHED_BYTES", 6)):
        with monkeypatch.context() as patched:
            patched.setattr(arriving, name, most)
            take(bea, more, "Ada")
        assert bea.copies.content_sizes() == {}
    take(bea, more, "Ada")
    assert bea.copies.content_sizes().keys() == parcel.attached.keys()
    for text in ("others", "thirds"):
        attach(lead, tmp_path, text)
    parcel = parcel_for(lead, "Bea", tmp_path / f"2{SUFFIX}")
    for total, count in ((12, 1), (13 + 5, 2)):
        monkeypatch.setattr(arriving, "ATTACHED_TOTAL", total)
        take(bea, parcel, "Ada")
        assert len(bea.copies.content_sizes()) == count, "what is here already counts, and what came just now"


def test_what_is_attached_goes_along_as_far_as_there_is_room_and_it_is_here(team, tmp_path, monkeypatch):
    lead, bea = team("lead"), team("bea")
    for text in ("minutes", "others."):
        attach(bea, tmp_path, text)
    monkeypatch.setattr(sending, "_ROOM", 13)
    sent = send_parcel(bea, bea.copies.named("Ada"), tmp_path / f"1{SUFFIX}")
    assert (sent.attached, sent.left_out) == (1, 1)
    take(lead, read_other(tmp_path / f"1{SUFFIX}", lead), "Bea")
    assert lead.attachments.missing() == 1
    assert take(lead, read_other(bea.path, lead), "Bea") == [Came("Bea", attached=1)]
    assert lead.attachments.missing() == 0, "merging the file brings what the parcel had not room for"


def test_what_is_attached_comes_later_than_the_steps_that_name_it(team, tmp_path):
    lead, bea, share = team("lead"), team("bea"), tmp_path / "share"
    share.mkdir()
    attach(lead, tmp_path, "minutes")
    sync(lead, share)
    (content,) = share.glob("*.maturity-content")
    content.unlink()
    assert (sync(bea, share).attached_in, bea.attachments.missing()) == (0, 1)
    assert sync(lead, share).attached_out == 1
    assert (sync(bea, share).attached_in, bea.attachments.missing()) == (1, 0)


def test_it_is_seen_whether_a_key_opens_a_parcel(team, tmp_path):
    parcel = parcel_for(team("lead"), "Bea", tmp_path / f"1{SUFFIX}")
    sealed = tmp_path / f"2{SUFFIX}"
    write_parcel(sealed, written(parcel.head, parcel.bundle), key())
    opens(sealed, key())
    with pytest.raises(RefusalError, match=r"parcel\.sealed"):
        opens(sealed, None)


def test_what_makes_no_sense_in_a_folder_is_left_and_what_hinders_all_is_told(team, tmp_path, monkeypatch):
    bea, parcel = team("bea"), parcel_for(team("lead"), "Bea", tmp_path / f"1{SUFFIX}")
    gathered = Gathered(FolderView((), frozenset(), ()), ((SharedFile(tmp_path, 1, parcel.head), parcel),), (), {}, ())
    monkeypatch.setattr(syncing_copies, "take", partial(_refused, "bundle.spoilt"))
    assert take_gathered(bea, gathered) == ([], 0)
    monkeypatch.setattr(syncing_copies, "take", partial(_refused, "file.disk_full"))
    with pytest.raises(RefusalError, match=r"file\.disk_full"):
        take_gathered(bea, gathered)


def _refused(code, *_told, **_more):
    raise RefusalError(code)


def test_a_report_tells_what_came_and_went_and_still_waits(team, tmp_path):
    lead, bea = team("lead"), team("bea")
    parcel = parcel_for(lead, "Bea", tmp_path / f"1{SUFFIX}")
    lead.copies.hear(lead.copies.named("Bea").id, "Bea", lead.merging.reach())
    lead.preparation.set_details(unit="Desk")
    later = parcel_for(lead, "Bea", tmp_path / f"2{SUFFIX}")
    file = SharedFile(tmp_path / "x", 1, parcel.head)
    gathered = Gathered(FolderView((), frozenset(), ()), (), ((file, parcel), (file, later)), {}, ())
    out = Outgoing("c1", parcel.head, parcel.bundle)
    told = report(bea, gathered, [Came("nothing"), Came("some", Incoming(steps=parcel.bundle.steps))], 0, out)
    assert ([each.source for each in told.came], told.sent) == (["some"], len(parcel.bundle.steps))
    assert [each.missing[0].author for each in told.waiting] == ["Ada"], "what could come in does not wait"
    take(bea, later, "a stick")
    told = report(bea, gathered, [], 0, replace(out, replaces=(file,)))
    assert (told.sent, [each.source for each in told.waiting][1:]) == (0, ["a stick"]), (
        "what is put together is not new"
    )


@pytest.mark.parametrize("begins", [False, True])
def test_files_of_ones_own_are_put_together_and_no_others(team, tmp_path, begins):
    lead = team("lead")
    reach = lead.merging.reach()
    more = reach | Reach({"w": 3})

    def shared(name, copy, starts, to):
        return SharedFile(tmp_path / name, 1, ParcelHead(1, "a1", copy, "", "", "", starts.clocks, to.clocks))

    own = [shared(f"{number}", "c1", reach if begins else Reach(), reach) for number in range(MOST_OWN + 1)]
    foreign = [shared("other", "c2", reach, reach), shared("twin", "c1", reach, more)]
    view = FolderView((*own, *foreign), frozenset(), ())
    found = to_write(lead, SharedFolder(tmp_path, "a1", None), view, "c1")
    assert [each.path for each in found.replaces] == [each.path for each in own]
    assert found.head is not None
    assert (found.head.starts, found.head.reach) == ({}, reach.clocks), (
        "nothing in the folder leads to where they begin"
    )


def test_what_is_attached_is_there_before_the_steps_and_these_before_others_go(team, tmp_path, monkeypatch):
    parcel = parcel_for(team("lead"), "Bea", tmp_path / f"1{SUFFIX}")
    done, written_there = [], ("write_attached", "write", "take_away", "take_away_open")
    for name in written_there:
        monkeypatch.setattr(SharedFolder, name, lambda _folder, *_told, name=name: done.append(name))
    outgoing = Outgoing("c1", parcel.head, parcel.bundle, (), {"d": b"x"}, parcel.head)
    write_out(SharedFolder(tmp_path, "a1", None), outgoing)
    assert done == [*written_there]
