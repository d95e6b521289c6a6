"""What a program is doing when it is killed: a folder with files of the user's, and a command that writes into it."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct

from desktop.__main__ import main
from desktop.exchange.forms.content import gather
from desktop.exchange.forms.writer import write_all
from desktop.exchange.model_books.writing import model_book
from desktop.exchange.portable import save_portable
from desktop.exchange.travelling.sending import send_parcel
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import EVERYTHING_ASKED
from desktop.model.assessment.passphrases import change_passphrase, remove_passphrase, set_passphrase
from desktop.model.assessment.restoring import make_point
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import key_for
from desktop.model.files.half_typed import HalfTyped
from desktop.model.files.plain_files import looks_encrypted
from desktop.model.scoring.vocabulary import Characterisation
from desktop.model.store.restore_points import folder_of, points_in
from tests.builders import tiny_pack
from tests.encrypted import MARKER, OTHER, PASSPHRASE
from tests.exchange.foreign_models.books import book
from tests.exchange.forms.workbooks import fill
from tests.own_rules import PACKS, own_rules, say

SITE = "site.maturity"
FORMATS = Path(__file__).parents[1] / "formats"


class Scene(Struct, frozen=True):
    """One thing to do.

    Attributes:
        prepare: fills the folder with what is there before.
        command: what is run in the folder, by its words or as a function that returns its status.
        again: statuses with which it may end when it is run once more after a kill.
        hides: whether nothing can be read in the folder where the assessment in it is encrypted.
    """

    prepare: Callable[[Path], None]
    command: tuple[str, ...] | Callable[[], int]
    again: tuple[int, ...] = (0,)
    hides: bool = False

    def run(self) -> int:
        """Do it, in the folder one is in; returns its status."""
        return self.command() if callable(self.command) else main(list(self.command))


def neighbours(folder: Path) -> None:
    """Files that are nobody's business, such as another assessment."""
    made(folder / "other.maturity").close()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / ".site.maturity.new").symlink_to(folder / "notes.txt")


def made(path: Path) -> Assessment:
    """An assessment with a model and three people who are asked."""
    assessment = Assessment.create(path, [tiny_pack()], author="Ada", organisation="Example Services")
    for role in ("manager", "practitioner", "practitioner"):
        assessment.preparation.add_participant(role=role, group="Desk")
    return assessment


def nothing_more(folder: Path) -> None:
    """Only the neighbours."""
    neighbours(folder)


def data_of_another(folder: Path) -> None:
    """Portable data of an assessment."""
    neighbours(folder)
    with Assessment.open(folder / "other.maturity", author="") as other:
        save_portable(other, folder / "data.json")


def an_earlier_backup(folder: Path) -> None:
    """An assessment, and data of it from last week."""
    neighbours(folder)
    (folder / "data.json").write_text("last week's", encoding="utf-8")


def earlier_forms(folder: Path) -> None:
    """An assessment, and two of its three forms as they were before it was renamed."""
    neighbours(folder)
    with Assessment.open(folder / "other.maturity", author="Ada") as other:
        write_all(gather(other, "tiny")[:2], folder / "out")
        other.preparation.set_details(organisation="Renamed Services")


def an_earlier_export(folder: Path) -> None:
    """An assessment, and some files of an export as they were."""
    neighbours(folder)
    (folder / "out").mkdir()
    for name in ("results.xlsx", "radar by area.png", "levels.svg"):
        (folder / "out" / f"Example Services - {name}").write_bytes(b"earlier")
    (folder / "out" / "mine.txt").write_bytes(b"mine")


def an_older_file(folder: Path) -> None:
    """An assessment of an older format."""
    shutil.copyfile(FORMATS / "1.maturity", folder / "site.maturity")
    (folder / "notes.txt").write_text("mine", encoding="utf-8")


def forms_that_came_back(folder: Path) -> None:
    """An assessment, and its three forms, filled in."""
    neighbours(folder)
    with Assessment.open(folder / "other.maturity", author="Ada") as other:
        fill_forms(other, folder / "back")


def own_forms_that_came_back(folder: Path) -> None:
    """The same by a model with rules of its own."""
    an_assessment_with_own_rules(folder)
    with Assessment.open(folder / "own.maturity", author="Ada") as own:
        fill_forms(own, folder / "back")


def a_workbook_of_results(folder: Path) -> None:
    """An assessment, and what was found last year in a workbook of somebody's own."""
    neighbours(folder)
    practices = [practice for area in tiny_pack().areas for practice in area.practices]
    rows = [["ID", "Score", "Notes"], *([practice.id, "F", "seen"] for practice in practices)]
    book(folder / "past.xlsx", {"Scores": rows})


def a_file_with_a_senseless_step(folder: Path) -> None:
    """An assessment whose history says what cannot be."""
    neighbours(folder)
    made(folder / "site.maturity").close()
    with closing(sqlite3.connect(folder / "site.maturity")) as connection:
        connection.execute("UPDATE step SET kind = 'undo', target_clock = 1 WHERE clock = 2")
        connection.commit()


def fill_forms(assessment: Assessment, folder: Path) -> None:
    """Everybody's form, with the best answer to each question."""
    (in_use,) = assessment.models.all()
    said = {id_: asked.scale.answers[0].name for id_, asked in assessment.models.questions(in_use.id).items()}
    for path in write_all(gather(assessment, in_use.id), folder):
        fill(path, said)


def a_model_of_ones_own(folder: Path) -> None:
    """A pack with rules of its own, and a workbook of it."""
    neighbours(folder)
    shutil.copyfile(_file(OWN), folder / "own.yaml")
    (folder / "own.xlsx").write_bytes(model_book(own_rules(OWN)))


def an_assessment_with_own_rules(folder: Path) -> None:
    """An assessment by a model with rules of its own, and three people who are asked."""
    neighbours(folder)
    with Assessment.create(folder / "own.maturity", [own_rules(OWN)], author="Ada") as assessment:
        for _number in range(3):
            assessment.preparation.add_participant(role="practitioner")
        assessment.models.set_question_level(assessment.models.all()[0].id, EVERYTHING_ASKED)


def rate_parts() -> int:
    """Say of each part what the first example of the model says."""
    book = own_rules(OWN).rules
    with Assessment.open(Path("own.maturity"), author="Ada") as assessment:
        say(assessment, book, book.examples[0])
    return 0


def _file(name: str) -> Path:
    return next(path for path in PACKS if path.stem == name)


OWN = "numbers-with-targets"
"""The model with rules of its own that scenes use."""


def an_assessment_with_a_marker(folder: Path) -> None:
    """An assessment, with a copy kept before it was migrated, and a line that is half typed."""
    neighbours(folder)
    with made(folder / SITE) as assessment:
        assessment.preparation.set_details(organisation=MARKER)
    shutil.copyfile(folder / SITE, folder / "site.before-format-2.maturity")
    HalfTyped(folder / SITE).keep(MARKER.encode())


def an_encrypted_one(folder: Path) -> None:
    """The same with a passphrase."""
    an_assessment_with_a_marker(folder)
    set_passphrase(folder / SITE, PASSPHRASE)


def passphrase_set() -> int:
    """Encrypt it, unless it is already; then it is opened."""
    site = Path(SITE)
    if not looks_encrypted(site):
        set_passphrase(site, PASSPHRASE)
    Assessment.open(site, author="Ada", key=key_for(site, PASSPHRASE)).close()
    return 0


def passphrase_changed() -> int:
    """Give it another passphrase, unless it has it already; then it is opened."""
    site = Path(SITE)
    key = key_for(site, PASSPHRASE)
    assert key is not None
    with suppress(RefusalError):
        change_passphrase(site, key, OTHER)
    Assessment.open(site, author="Ada", key=key_for(site, OTHER)).close()
    return 0


def passphrase_removed() -> int:
    """Take it away, unless it is gone already; then it is opened."""
    site = Path(SITE)
    key = key_for(site, PASSPHRASE)
    if key is not None:
        remove_passphrase(site, key)
    Assessment.open(site, author="Ada").close()
    return 0


def an_assessment_that_was_rated(folder: Path) -> None:
    """An assessment in which all practices were characterised."""
    neighbours(folder)
    with made(folder / SITE) as assessment:
        practices = [practice.id for area in tiny_pack().areas for practice in area.practices]
        assessment.ratings.characterise_all("tiny", dict.fromkeys(practices, Characterisation.LARGELY))


def start_follow_up() -> int:
    """Start a follow-up unless one was; then nothing of what was rated may be lost, and nothing be there twice."""
    with Assessment.open(Path(SITE), author="Ada") as assessment:
        rated = [practice.id for area in tiny_pack().areas for practice in area.practices]
        if not assessment.rounds.all():
            if not _rated(assessment, rated):
                return 3
            assessment.rounds.begin("Second", last="First", day=dt.date(2031, 3, 4))
        (over,) = assessment.rounds.all()
        with assessment.looking_back(over.id) as then:
            left = [each for each in assessment.ratings.practices("tiny").values() if each.value is not None]
            return 0 if _rated(then, rated) and not left else 4


def _rated(assessment: Assessment, practices: list[str]) -> bool:
    found = assessment.ratings.practices("tiny")
    return all(id_ in found and found[id_].value is Characterisation.LARGELY for id_ in practices)


def an_assessment_with_a_point(folder: Path) -> None:
    """An assessment that has changed since its restore point was made."""
    an_assessment_that_was_rated(folder)
    make_named(folder / SITE)
    with Assessment.open(folder / SITE, author="Ada") as assessment:
        practices = [practice.id for area in tiny_pack().areas for practice in area.practices]
        assessment.ratings.characterise_all("tiny", dict.fromkeys(practices, Characterisation.NOT))


def make_named(path: Path) -> None:
    """Make a restore point whose name does not depend on the clock; one that is there stays."""
    place = folder_of(path) / "2026-03-31 12.00.00 named.maturity"
    if not place.exists():
        made_now = make_point(path, "Before", "Ada")
        made_now.path.rename(place)


def make_restore_point() -> int:
    """Make one, unless it is there; whatever is in the folder under a point's name is whole."""
    site = Path(SITE)
    for point in points_in(folder_of(site)):
        Assessment.open(point.path, author="", readonly=True).close()
    make_named(site)
    for point in points_in(folder_of(site)):
        if point.path.name != "2026-03-31 12.00.00 named.maturity":
            point.path.unlink()
    return 0


def go_back() -> int:
    """Put everything as it was, unless it is; then nothing of it may be missing, and undo must know the way."""
    with Assessment.open(Path(SITE), author="Ada") as assessment:
        rated = [practice.id for area in tiny_pack().areas for practice in area.practices]
        if not _rated(assessment, rated):
            assessment.restoring.restore(assessment.restoring.points()[0])
        return 0 if _rated(assessment, rated) and not assessment.check() else 4


def two_copies(folder: Path) -> None:
    """An assessment and a copy of it for a colleague, with something done in each."""
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    with made(folder / SITE) as lead:
        lead.copies.make_for(lead.preparation.add_member("Bea"), folder / "bea.maturity")
        lead.preparation.set_details(unit="Desk")
    with Assessment.open(folder / "bea.maturity", author="Bea") as bea:
        bea.preparation.set_details(purpose="Find out")


def sync_both() -> int:
    """Let both meet in a folder, which is then taken away; what each had done must be in both."""
    share = Path("share")
    share.mkdir(exist_ok=True)
    for name in (SITE, "bea.maturity", SITE):
        status = main(["sync", name, str(share)])
        if status:
            return status
    shutil.rmtree(share)
    with Assessment.open(Path(SITE), author="") as lead, Assessment.open(Path("bea.maturity"), author="") as bea:
        told = [(each.preparation.details().unit, each.preparation.details().purpose) for each in (lead, bea)]
        return 0 if told == [("Desk", "Find out")] * 2 and lead.merging.reach() == bea.merging.reach() else 1


def three_copies(folder: Path) -> None:
    """An assessment, a colleague's copy of it and another's parcel; two of them changed the same cell."""
    two_copies(folder)
    with Assessment.open(folder / SITE, author="Ada") as lead:
        lead.copies.make_for(lead.preparation.add_member("Cem"), folder / "cem.maturity")
    with Assessment.open(folder / "bea.maturity", author="Bea") as bea:
        bea.preparation.set_details(unit="Service desk")
    with Assessment.open(folder / "cem.maturity", author="Cem") as cem:
        cem.preparation.set_details(sponsor="Zoe")
        send_parcel(cem, cem.copies.named("Ada"), folder / "cem.maturity-parcel")


def merge_both() -> int:
    """Take in the file and the parcel; nothing of either may be missing, nothing be there twice."""
    site = Path(SITE)
    for other in ("bea.maturity", "cem.maturity-parcel"):
        status = main(["merge", SITE, other])
        if status:
            return status
    for point in points_in(folder_of(site)):  # they are called by the clock
        Assessment.open(point.path, author="", readonly=True).close()
        point.path.unlink()
    with Assessment.open(site, author="") as lead:
        details = lead.preparation.details()
        told = details.purpose, details.sponsor, lead.conflicts.count(), len(lead.preparation.members())
        return 0 if told == ("Find out", "Zoe", 1, 2) and not lead.check() else 4


SCENES = {
    "restore point": Scene(an_assessment_that_was_rated, make_restore_point),
    "go back": Scene(an_assessment_with_a_point, go_back),
    "compact": Scene(an_assessment_that_was_rated, ("compact", SITE)),
    "sync": Scene(two_copies, sync_both),
    "merge": Scene(three_copies, merge_both),
    "passphrase set": Scene(an_assessment_with_a_marker, passphrase_set, hides=True),
    "passphrase changed": Scene(an_encrypted_one, passphrase_changed, hides=True),
    "passphrase removed": Scene(an_encrypted_one, passphrase_removed),
    "new": Scene(nothing_more, ("new", "site.maturity", "--model", "tool-ladder", "--organization", "A"), (0, 1)),
    "new from": Scene(data_of_another, ("new", "site.maturity", "--from", "data.json"), (0, 1)),
    "data": Scene(an_earlier_backup, ("data", "other.maturity", "--out", "data.json")),
    "forms": Scene(earlier_forms, ("forms", "other.maturity", "--out", "out")),
    "export": Scene(
        an_earlier_export, ("export", "other.maturity", "--out", "out", "--only", "workbook", "--only", "charts")
    ),
    "import": Scene(forms_that_came_back, ("import", "other.maturity", "back")),
    "models add": Scene(a_model_of_ones_own, ("models", "add", "other.maturity", "own.yaml"), (0, 1)),
    "models export": Scene(a_model_of_ones_own, ("models", "export", "own.yaml", "made.xlsx"), (0, 1)),
    "models import": Scene(a_model_of_ones_own, ("models", "import", "own.xlsx", "made.yaml"), (0, 1)),
    "new by own rules": Scene(a_model_of_ones_own, ("new", "site.maturity", "--model", "own.yaml"), (0, 1)),
    "forms by own rules": Scene(an_assessment_with_own_rules, ("forms", "own.maturity", "--out", "out")),
    "import by own rules": Scene(own_forms_that_came_back, ("import", "own.maturity", "back")),
    "results": Scene(a_workbook_of_results, ("results", "other.maturity", "past.xlsx", "--take"), (0, 1)),
    "repair": Scene(a_file_with_a_senseless_step, ("check", "site.maturity", "--repair", "sound.maturity"), (0, 1)),
    "part ratings": Scene(an_assessment_with_own_rules, rate_parts),
    "follow-up": Scene(an_assessment_that_was_rated, start_follow_up),
    "migration": Scene(an_older_file, ("check", "site.maturity")),
}

ALIKE = ("new by own rules", "forms by own rules", "import by own rules", "passphrase changed")
"""Scenes that write as others do; they are left to a thorough run."""
