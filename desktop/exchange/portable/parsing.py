"""Text to a tree of plain values, as strictly as JSON allows: no key twice, no half characters."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from desktop.exchange.portable.decoding import decoded
from desktop.model import bounds
from desktop.model.errors import RefusalError

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
    if max(text.count(","), text.count(":")) > bounds.DATA_VALUES:
        raise RefusalError("portable.large", file=file, most=bounds.DATA_VALUES)
    try:
        tree = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise RefusalError("portable.not_json", file=file, line=error.lineno, column=error.colno) from error
    except _KeyTwiceError as error:
        raise RefusalError("portable.key_twice", file=file, key=error.key) from error
    except (ValueError, RecursionError) as error:
        raise RefusalError("portable.not_json", file=file, line=1, column=1) from error
    if "\\u" in text and _HALF_CHARACTER.search(json.dumps(tree, ensure_ascii=False)):
        raise RefusalError("portable.character", file=file)
    _refuse_long_texts(tree, file)
    return tree


def _refuse_long_texts(tree: Any, file: str) -> None:  # noqa: ANN401 - JSON is anything
    waiting = [tree]
    while waiting:
        found = waiting.pop()
        if isinstance(found, dict):
            waiting += found.values()
            waiting += (key for key in found if len(key) > bounds.DATA_TEXT_LENGTH)
        elif isinstance(found, list):
            waiting += found
        elif isinstance(found, str) and len(found) > bounds.DATA_TEXT_LENGTH:
            raise RefusalError("portable.long_text", file=file, most=bounds.DATA_TEXT_LENGTH)


class _KeyTwiceError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                raise _KeyTwiceError(key)
            seen.add(key)
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
