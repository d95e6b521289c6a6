"""One answer typed with the folder synced after it, so that no power cut takes it back, against without."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from desktop.model.store import engine
from tests.bench.answer import ours
from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    command = ["-m", __spec__.name, str(data.large)]
    return Program([*command, "EXTRA"]), Program([*command, "FULL"])


ROW = Row(
    title="one answer typed, its folder synced",
    against="the same without: a power cut can take back the last answers",
    target=1.5,
    pairs=9,
    needs="large",
    programs=programs,
)

if __name__ == "__main__":
    source, level = Path(sys.argv[1]), sys.argv[2]
    engine.SETTINGS = tuple(setting.replace("EXTRA", level) for setting in engine.SETTINGS)
    copy = source.with_name(f"synced-{level}.maturity")
    shutil.copyfile(source, copy)
    tell(ours(copy))
    copy.unlink()
