"""Refusals: what the user or the environment caused, as a code and the facts, without prose.

`desktop.wording.refusals` turns a refusal into a sentence. Any other exception is a bug.
"""

from __future__ import annotations

from pathlib import Path

Fact = str | int | float | bool | Path | tuple[str, ...] | None


class RefusalError(Exception):
    """Something the program will not do, for a reason its user can act on.

    Attributes:
        code: names the reason, e.g. ``file.newer``; each code has a sentence in `desktop.wording.refusals`.
        facts: what the sentence names (file, row, value); keys are the sentence's placeholders.
        typed: what its user had typed and may want to copy; in no sentence and no log.
    """

    typed: str = ""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        """For logs only; users read `desktop.wording.refusals`."""
        return f"{self.code} " + " ".join(f"{key}={value}" for key, value in self.facts.items())
