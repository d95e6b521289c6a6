from pathlib import Path

from desktop.model.assessment.passphrases import Rekeyed
from desktop.wording import passphrases

FILE = Path("site.maturity")
COPIES = (Path("a.maturity"), Path("b.maturity"))


def test_it_is_said_that_there_is_no_back_door():
    assert "no back door" in passphrases.no_back_door()
    assert "10" in passphrases.advice()


def test_what_came_along_is_told():
    assert "copy" not in passphrases.told_removed(FILE, Rekeyed())
    assert "So does 1 copy beside it." in passphrases.told_set(FILE, Rekeyed(COPIES[:1]))
    assert "So do 2 copies beside it." in passphrases.told_removed(FILE, Rekeyed(COPIES))


def test_what_could_not_come_along_is_named():
    for told in (passphrases.told_set, passphrases.told_removed):
        assert "as it was: a.maturity." in told(FILE, Rekeyed((), COPIES[:1]))
        assert "as they were: a.maturity, b.maturity." in told(FILE, Rekeyed((), COPIES))
