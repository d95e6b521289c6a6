"""Start here: no arguments, or an assessment file, opens the window; a command runs without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".maturity"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == ["--self-test"]:
        from desktop.ui.selftest import run as self_test  # noqa: PLC0415 - loads Qt

        return self_test()
    if arguments[:1] == ["--read-forms"]:
        from desktop.exchange.forms.form_worker import run as read_forms  # noqa: PLC0415 - what a file needs alone

        return read_forms(*arguments[1:])
    if not arguments or _is_file(arguments):
        if arguments:
            # PySide6 reads the source of every module that is loaded after it; what a file needs is loaded before.
            import desktop.model.assessment.opened  # noqa: F401, PLC0415 - see above
        from desktop.ui.app import run as window  # noqa: PLC0415 - loads Qt

        return window(Path(arguments[0]) if arguments else None)
    from desktop.cli.entry import run as command  # noqa: PLC0415 - the window does without

    return command(arguments)


def _is_file(arguments: list[str]) -> bool:
    """Whether it is a file alone; a mistyped command is not taken for one."""
    from desktop.cli.parser import COMMANDS  # noqa: PLC0415 - the empty window does without

    if len(arguments) != 1 or arguments[0].startswith("-") or arguments[0] in COMMANDS:
        return False
    path = Path(arguments[0])
    return path.suffix == SUFFIX or path.is_file()


if __name__ == "__main__":
    sys.exit(main())
