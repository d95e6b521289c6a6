"""The tables of every format: those that are released stand as they were frozen, today's follow from the records."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.model.records import FORMAT
from desktop.model.store import format_1
from desktop.model.store.declared_tables import declared_statements

FROZEN: Mapping[int, Callable[[], tuple[str, ...]]] = {1: format_1.statements}
"""The statements of formats that are released. When today's is, freeze it: `frozen_text` is the module to keep."""

KNOWN = tuple(sorted({*FROZEN, FORMAT}))
"""Formats whose tables are known."""


def statements(number: int) -> tuple[str, ...]:
    """The statements that make the tables of a format.

    Raises:
        KeyError: it is not known.
    """
    if number in FROZEN:
        return FROZEN[number]()
    if number != FORMAT:
        raise KeyError(number)
    return declared_statements()


def frozen_text() -> str:
    """A module ``format_N.py`` that keeps today's tables whatever becomes of the records."""
    text = ";\n\n".join(" ".join(statement.split()) for statement in declared_statements())
    return "\n".join(
        [
            f'"""The tables of format {FORMAT} as they were released."""',
            "",
            "from __future__ import annotations",
            "",
            f'_TABLES = """\n{text}\n"""  # noqa: E501',
            "",
            "",
            "def statements() -> tuple[str, ...]:",
            '    """The statements that make the tables."""',
            '    return tuple(statement.strip() for statement in _TABLES.split(";"))',
            "",
        ]
    )


if __name__ == "__main__":
    print(frozen_text(), end="")
