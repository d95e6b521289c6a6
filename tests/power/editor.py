"""Edits an assessment file, undoes and redoes, and says after each that it is done: FILE SAID EDITS LEVEL."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from desktop.model.records import Answer, Member
from desktop.model.store import engine
from desktop.model.store.store import Store


def main(path: Path, said: Path, edits: int, level: str) -> None:
    """Every third step undoes or redoes."""
    engine.SETTINGS = tuple(setting.replace("EXTRA", level) for setting in engine.SETTINGS)
    with closing(Store.open(path, "Editor")) as store:
        descriptor = os.open(said, os.O_WRONLY | os.O_CREAT, 0o600)
        for number in range(edits):
            if number % 6 == 2:
                store.undo()
            elif number % 6 == 5 and store.next_redo() is not None:
                store.redo()
            else:
                with store.step("answer.set", number=number) as step:
                    step.draft.put_many(
                        Answer, [(("tiny", "p1", f"Q{place}"), {"comment": f"{number} " * 300}) for place in range(5)]
                    )
                    step.draft.put(Member, "m1", name=str(number))
            os.write(descriptor, b".")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
