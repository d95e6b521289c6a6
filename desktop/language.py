"""Translation of every sentence a user reads, in the window, on the command line and in documents.

Strings are translated when they are used, never at import: call `_` or `ngettext`; mark constants with `N_`.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

from desktop import resources

DOMAIN = "maturity-workbench"


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a constant for translation; translate it with `_` where it is shown."""
    return message


def _(message: str) -> str:
    """The message in the language in use."""
    return _current().gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for a number of things, in the language in use."""
    return _current().ngettext(one, many, n)


def use(language: str | None, folder: Path | None = None) -> None:
    """Switch to a language by its code, e.g. ``nl``; None or an unknown code is English as written."""
    _chosen["language"] = language
    if language:
        _state["translations"] = _load(language, folder or resources.translations())
    else:
        _state.clear()


def in_use() -> str | None:
    """The code of the language in use, for another process that is to speak it."""
    return _chosen.get("language")


@cache
def _load(language: str, folder: Path) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, folder, languages=[language], fallback=True)


_state: dict[str, gettext.NullTranslations] = {}
_chosen: dict[str, str | None] = {}


def _current() -> gettext.NullTranslations:
    return _state.get("translations") or _state.setdefault("translations", gettext.NullTranslations())
