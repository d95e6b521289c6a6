"""Text to a tree of plain values, as strictly as JSON allows: no key twice, no half characters."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any, NoReturn

from desktop.exchange.portable.decoding import decoded
from desktop.model import bounds
from desktop.model.errors import RefusalError

_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")
"""How half a character is written, in a pair or alone."""

_MARKS = (",", ":", "[", "{")
"""What there is at least one of for each value, key, list or object, but for one."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def parse(content: bytes, file: str) -> Any:  # noqa: ANN401 - JSON is anything
    """The tree that a JSON text holds.

    Args:
        content: the text, see `desktop.exchange.portable.decoding`.
        file: what refusals call it.

    Raises:
        RefusalError: ``portable.not_json`` with line and column, ``portable.key_twice``, ``portable.character``,
            ``portable.large``, ``portable.long_text``, ``portable.spoilt``.
    """
    text = decoded(content, file)
    if max(map(text.count, _MARKS)) > bounds.DATA_VALUES:
        raise RefusalError("portable.large", file=file, most=bounds.DATA_VALUES)
    try:
        tree = json.loads(text, object_pairs_hook=partial(_unique, file=file), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise RefusalError("portable.not_json", file=file, line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise RefusalError("portable.not_json", file=file, line=1, column=1) from error
    if _HALF_WRITTEN.search(text) and _HALF_CHARACTER.search(json.dumps(tree, ensure_ascii=False)):
        raise RefusalError("portable.character", file=file)
    return tree


def _unique(pairs: list[tuple[str, Any]], file: str) -> dict[str, Any]:
    if len(pairs) > bounds.DATA_KEYS:
        raise RefusalError("portable.large", file=file, most=bounds.DATA_KEYS)
    most = bounds.DATA_TEXT_LENGTH
    for key, value in pairs:
        if len(key) > most or (type(value) is str and len(value) > most):
            raise RefusalError("portable.long_text", file=file, most=most)
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                raise RefusalError("portable.key_twice", file=file, key=key)
            seen.add(key)
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
