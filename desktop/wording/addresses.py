"""People as a mail program takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.model.records import Identity

_SPECIAL = re.compile(r'[()<>@,;:\\".\[\]]')
"""What needs quotes in a name (RFC 5322, 3.2.3)."""


def recipients(people: Iterable[Identity]) -> str:
    """Names with addresses, to paste into the field for recipients; who has no address is left out."""
    return "; ".join(_recipient(one) for one in people if one.email.strip())


def _recipient(person: Identity) -> str:
    name, address = " ".join(person.name.split()), "".join(person.email.split())
    if not name:
        return address
    if _SPECIAL.search(name):
        name = '"' + re.sub(r'(["\\])', r"\\\1", name) + '"'
    return f"{name} <{address}>"
