"""YAML read strictly into a tree: no anchors, no tags, no key twice. Nothing in it can run, repeat or grow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from desktop.model import bounds
from desktop.model.errors import Fact
from desktop.model.maturity.faults import Fault, FaultCode
from desktop.model.maturity.nodes import Entries, Entry, Items, Leaf, Node

if TYPE_CHECKING:
    import yaml

MAX_DEPTH = 16
DECIMAL = re.compile(r"-?(0|[1-9]\d{0,13})\.\d{1,14}")
"""A number with a point as the vocabulary takes it; whether it has too many digits is asked besides."""
MOST_DIGITS = 15


_DIRECTIVE = re.compile("(?:^|[\n\r\x85\u2028\u2029])%")


class _Parser(Protocol):
    """What is used of PyYAML's loaders, the quick one in C or the one in Python."""

    def get_event(self) -> yaml.Event: ...
    def check_event(self, *choices: type[yaml.Event]) -> bool: ...
    def resolve(self, kind: type[yaml.Node], value: str, implicit: tuple[bool, bool]) -> str: ...
    def dispose(self) -> None: ...


class Stopped(Exception):  # noqa: N818 - it ends the reading, it is no error of its own
    """Nothing more can be read; the faults found so far say why."""


def from_yaml(text: str, faults: list[Fault]) -> Node:
    """The tree of a YAML text. What is wrong with it as YAML is added to the faults.

    Raises:
        Stopped: the text could not be read to its end.
    """
    import yaml  # noqa: PLC0415 - only who reads a pack file pays for it

    if len(_DIRECTIVE.findall(text)) > bounds.PACK_DIRECTIVES:
        faults.append(Fault(0, FaultCode.YAML_MALFORMED, {"problem": "too many directives"}))
        raise Stopped
    parser: _Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        return _Tree(parser, faults, text.split("\n")).root()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or ""
        faults.append(Fault(mark.line + 1 if mark else 0, FaultCode.YAML_MALFORMED, {"problem": str(problem)}))
        raise Stopped from error
    finally:
        parser.dispose()


class _Tree:
    """Builds the tree from the parser's events."""

    def __init__(self, parser: _Parser, faults: list[Fault], lines: Sequence[str]) -> None:
        import yaml  # noqa: PLC0415 - see from_yaml

        self._yaml = yaml
        self._parser = parser
        self._faults = faults
        self._lines = lines
        self._nodes = 0

    def root(self) -> Node:
        self._parser.get_event()  # the stream's start
        if self._parser.check_event(self._yaml.StreamEndEvent):
            self._fault(0, FaultCode.FILE_EMPTY)
            raise Stopped
        self._parser.get_event()  # the document's start
        node = self._node(self._parser.get_event(), 0)
        self._parser.get_event()  # the document's end
        if self._parser.check_event(self._yaml.DocumentStartEvent):
            self._fault(self._line(self._parser.get_event()), FaultCode.YAML_DOCUMENTS)
        return node

    def _fault(self, line: int, code: FaultCode, **facts: Fact) -> None:
        self._faults.append(Fault(line, code, facts))
        if len(self._faults) >= bounds.PACK_FAULTS:
            raise Stopped

    @staticmethod
    def _line(event: yaml.Event) -> int:
        return event.start_mark.line + 1 if event.start_mark else 0

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        self._nodes += 1
        if self._nodes > bounds.PACK_NODES:
            self._fault(line, FaultCode.YAML_LARGE, limit=bounds.PACK_NODES)
            raise Stopped
        if depth > MAX_DEPTH:
            self._fault(line, FaultCode.YAML_DEEP, limit=MAX_DEPTH)
            raise Stopped
        if anchor := getattr(event, "anchor", None):
            self._fault(line, FaultCode.YAML_ANCHOR, name=str(anchor))
        if tag := getattr(event, "tag", None):
            self._fault(line, FaultCode.YAML_TAG, name=str(tag))
        if isinstance(event, self._yaml.ScalarEvent):
            return self._leaf(event, line) if tag is None else Leaf(line, "refused", None)
        if isinstance(event, self._yaml.SequenceStartEvent):
            return Items(line, self._items(depth), flow=bool(event.flow_style))
        if isinstance(event, self._yaml.MappingStartEvent):
            return self._entries(line, depth, flow=bool(event.flow_style))
        return Leaf(line, "refused", None)

    def _leaf(self, event: yaml.ScalarEvent, line: int) -> Leaf:
        tag = self._parser.resolve(self._yaml.ScalarNode, event.value, event.implicit)
        match str(tag).rpartition(":")[2]:
            case "str":
                bare = not event.style
                return Leaf(line, "text", event.value, cut=bare and self._commented(event), bare=bare)
            case "null":
                return Leaf(line, "nothing", None)
            case "bool":
                return Leaf(line, "truth", event.value.lower() in {"yes", "true", "on"})
            case "int" if re.fullmatch(r"-?(0|[1-9]\d{0,17})", event.value):
                return Leaf(line, "number", int(event.value))
            case "float" if DECIMAL.fullmatch(event.value) and sum(map(str.isdigit, event.value)) <= MOST_DIGITS:
                return Leaf(line, "decimal", float(event.value))
        return Leaf(line, "other", event.value)

    def _commented(self, event: yaml.ScalarEvent) -> bool:
        """Whether a comment follows a scalar on its line."""
        end = event.end_mark
        rest = self._lines[end.line][end.column :] if end and end.line < len(self._lines) else ""
        return re.match(r"\s+#", rest) is not None

    def _items(self, depth: int) -> tuple[Node, ...]:
        nodes = []
        while not self._parser.check_event(self._yaml.SequenceEndEvent):
            nodes.append(self._node(self._parser.get_event(), depth + 1))
        self._parser.get_event()
        return tuple(nodes)

    def _entries(self, line: int, depth: int, *, flow: bool) -> Entries:
        by_key: dict[str, Entry] = {}
        while not self._parser.check_event(self._yaml.MappingEndEvent):
            event = self._parser.get_event()
            key_line = self._line(event)
            key = event.value if isinstance(event, self._yaml.ScalarEvent) else None
            self._node(event, depth + 1)  # finds what is wrong with the key itself
            node = self._node(self._parser.get_event(), depth + 1)
            if key is None:
                self._fault(key_line, FaultCode.KEY_COMPLEX)
            elif key in by_key:
                self._fault(key_line, FaultCode.KEY_TWICE, key=key, first=by_key[key].line)
            else:
                by_key[key] = Entry(key_line, node)
        self._parser.get_event()
        return Entries(line, by_key, flow)
