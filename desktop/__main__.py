"""Start here: no arguments, or an assessment file, opens the window; a command runs without one."""

from __future__ import annotations

import gc
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
        gc.disable()  # what is loaded stays; the window collects once there can be garbage, on its own thread
        from desktop.ui.app import run as window  # noqa: PLC0415 - loads Qt

        return window(Path(arguments[0]) if arguments else None)
    from desktop.cli.entry import run as command  # noqa: PLC0415 - the window does without

    return command(arguments)


def _is_file(arguments: list[str]) -> bool:
    """Whether it is a file alone; a mistyped command is not taken for one."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return False
    path = Path(arguments[0])
    if path.suffix == SUFFIX:
        return True
    from desktop.cli.parser import COMMANDS  # noqa: PLC0415 - the window does without

    return arguments[0] not in COMMANDS and path.is_file()


if __name__ == "__main__":
    sys.exit(main())
