from __future__ import annotations

import subprocess
import sys


def test_the_solver_says_nothing_where_commands_write_their_result() -> None:
    code = "from desktop.model.planning.solver import quiet_solver; s = quiet_solver(); s.addBinary(obj=1); s.run()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
