import pytest

from desktop.cli.parser import parse


def test_where_passphrases_come_from():
    told = parse(["passphrase", "change", "a.maturity", "--passphrase-fd", "3", "--new-passphrase-fd", "4"])
    assert (told.what, told.passphrase_fd, told.new_passphrase_fd) == ("change", 3, 4)
    assert parse(["score", "a.maturity"]).passphrase_fd is None


@pytest.mark.parametrize("wrong", [["remove", "a.maturity", "--new-passphrase-fd", "4"], [], ["set"], ["guess", "a"]])
def test_what_makes_no_sense_is_told(wrong, capsys):
    with pytest.raises(SystemExit):
        parse(["passphrase", *wrong])
    assert capsys.readouterr().err


def test_no_passphrase_is_an_argument(capsys):
    with pytest.raises(SystemExit):
        parse(["score", "a.maturity", "--passphrase", "seven grey herons wait"])
    assert capsys.readouterr().err
