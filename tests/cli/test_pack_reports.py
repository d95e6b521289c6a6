from pathlib import Path

import pytest

from desktop.cli.console import Console
from desktop.cli.pack_reports import contents_line, refuse_existing, tell_faults
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.shelf import find, summary


def test_faults_are_told_where_they_stand(capsys):
    error = PackFaultsError(Path("a.xlsx"), [Fault(7, FaultCode.CELL_UNCLEAR, {})])
    assert tell_faults(error, ["a.xlsx: sheet A, row 2: it"], Console(), lambda _line: ("A", 2)) == 1
    assert "sheet A, row 2" in capsys.readouterr().out
    tell_faults(error, [], Console(json=True), lambda _line: ("A", 2))
    assert '"sheet": "A"' in capsys.readouterr().out


def test_nothing_is_replaced(tmp_path):
    refuse_existing(tmp_path / "a")
    (tmp_path / "a").touch()
    with pytest.raises(RefusalError):
        refuse_existing(tmp_path / "a")


def test_how_much_is_in_a_pack():
    assert "5 levels" in contents_line(summary(find("it-service-cmm")))
