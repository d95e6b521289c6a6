"""How an assessment file comes into being: all of it as a draft first, then it gets its name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from desktop.model.errors import RefusalError
from desktop.model.files.whole_files import drafted
from desktop.model.records import FORMAT
from desktop.model.store.blame import blaming_the_environment
from desktop.model.store.declared_tables import APPLICATION_ID, declared_statements
from desktop.model.store.engine import open_engine, writing
from desktop.model.store.tables import about

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

JOURNAL = "-journal"
"""What SQLite adds to the name of a file for what it needs to take a writing back."""

Fill = Callable[[Connection], None]


def make(path: Path, facts: dict[str, str], fill: Fill | None = None) -> None:
    """Make an assessment file without records in one move: see `making`."""
    with making(path, facts, fill):
        pass


@contextmanager
def making(path: Path, facts: dict[str, str], fill: Fill | None = None, key: FileKey | None = None) -> Iterator[Path]:
    """The draft of a new assessment file, to be opened and filled; when the block ends well, it is there as `path`.

    Args:
        path: where; nothing may be there.
        facts: what the file says about itself, e.g. its id.
        fill: puts content into the new file.
        key: encrypts it, from its first byte on.

    Raises:
        RefusalError: ``file.exists``, ``file.no_folder``, ``file.name_too_long``, ``file.leftover``,
            ``file.unwritable`` or what else the environment causes; then nothing is there.
    """
    _refuse_leftover(path)
    with drafted(path, room=len(JOURNAL)) as draft:
        engine = open_engine(draft, key=key)
        try:
            with blaming_the_environment(draft), writing(engine) as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
                for statement in declared_statements():
                    connection.exec_driver_sql(statement)
                for name, value in facts.items():
                    connection.execute(about.insert(), {"name": name, "value": value})
                if fill is not None:
                    fill(connection)
        finally:
            engine.dispose()
        yield draft


def _refuse_leftover(path: Path) -> None:
    """A rollback journal without its file would be played back into the new one."""
    journal = path.with_name(path.name + JOURNAL)
    if os.path.lexists(journal) and not os.path.lexists(path):
        raise RefusalError("file.leftover", path=journal)
