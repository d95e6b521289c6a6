"""From the closed file to the result: an encrypted file against the same one without a passphrase."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.data import Data
from tests.bench.measure import Program, tell
from tests.bench.row import Row

PASSPHRASE = "seven grey herons wait"


def programs(data: Data) -> tuple[Program, Program]:
    encrypted = data.folder / "encrypted.maturity"
    if not encrypted.exists():
        make(data.large, encrypted)
    command = ["-m", __spec__.name]
    return Program([*command, str(encrypted), "encrypted"]), Program([*command, str(data.large), "plain"])


ROW = Row(
    title="open and score an encrypted file, {respondents} respondents × {questions} questions",
    against="the same file without a passphrase",
    target=2.0,
    pairs=9,
    needs="large",
    programs=programs,
)


def make(plain: Path, encrypted: Path) -> None:
    """Encrypt a copy."""
    import shutil

    from desktop.model.assessment.passphrases import set_passphrase

    draft = encrypted.with_name("making-encrypted.maturity")
    shutil.copyfile(plain, draft)
    set_passphrase(draft, PASSPHRASE)
    draft.rename(encrypted)


def score(path: Path, passphrase: str) -> float:
    from desktop.model.assessment.opened import Assessment
    from desktop.model.files.file_key import key_for

    started = time.perf_counter()
    key = key_for(path, passphrase) if passphrase else None
    with Assessment.open(path, author="bench", readonly=True, key=key) as assessment:
        results = assessment.results.all()
    seconds = time.perf_counter() - started
    assert results
    return seconds


if __name__ == "__main__":
    tell(score(Path(sys.argv[1]), PASSPHRASE if sys.argv[2] == "encrypted" else ""))
