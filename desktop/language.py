"""Translation of every sentence a user reads, in the window, on the command line and in documents.

Strings are translated when they are used, never at import: call `_`, `pgettext` or `ngettext`; mark constants with
`N_`, `NC_` or, where they count something, `NN_`. A word that means two things is given its context, so that each can
have a translation of its own.

The language is chosen where the program is entered, by `choose`: the window has a setting, everybody else follows
the environment.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop import resources

DOMAIN = "maturity-workbench"
Counted = tuple[str, str]
"""What is said of one thing, and of any other number of them."""

VARIABLE = "MATURITY_WORKBENCH_LANGUAGE"
"""The variable of the environment that names a language for this program alone."""

_CONTEXT = "\4"
"""What gettext puts between a context and its message."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a constant for translation; translate it with `_` where it is shown."""
    return message


def NC_(context: str, message: str) -> str:  # noqa: N802 - as gettext has it
    """Mark a constant that means two things; `_` translates it by its context where it is shown."""
    return f"{context}{_CONTEXT}{message}"


def NN_(one: str, many: str) -> Counted:  # noqa: N802 - in the manner of gettext
    """Mark a constant that tells a number of things; `counted` translates it where it is shown."""
    return one, many


def _(message: str) -> str:
    """The message in the language in use."""
    translated = _current().gettext(message)
    return message.partition(_CONTEXT)[2] if translated == message and _CONTEXT in message else translated


def pgettext(context: str, message: str) -> str:
    """A message that means two things, in the language in use.

    Args:
        context: which of the meanings, for who translates.
        message: the message.
    """
    return _current().pgettext(context, message)


def ngettext(one: str, many: str, n: int) -> str:
    """The message for a number of things, in the language in use."""
    return _current().ngettext(one, many, n)


def counted(forms: Counted, n: int, **facts: object) -> str:
    """So many things, in the language in use: a constant of `NN_` with the number as its ``count``."""
    return ngettext(*forms, n).format(count=n, **facts)


def choose(setting: str = "", environment: Mapping[str, str] = os.environ) -> None:
    """Choose the language as the program is entered.

    Args:
        setting: code of the language that the user has set; empty where nothing is set or there is no setting.
        environment: its ``MATURITY_WORKBENCH_LANGUAGE`` comes next, then the language of the session as POSIX has
            it: ``LC_ALL``, ``LC_MESSAGES``, ``LANG``. Without any it is English as written.
    """
    named = (setting, *(environment.get(name, "") for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")))
    use(code_of(next(filter(None, named), "")) or None)


def code_of(text: str) -> str:
    """The code of a language or locale, e.g. ``nl_BE`` of ``nl_BE.UTF-8``; empty where the text is none."""
    code = text.partition(".")[0].partition("@")[0]
    return code if re.fullmatch(r"[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?", code) else ""


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
