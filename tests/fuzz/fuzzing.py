"""Files gone wrong in every way, read again and again: a reader takes them or refuses them, quickly, and nothing else.

A target is a reader with sound files to begin from. `python -m tests.fuzz` runs for as long as one likes; the tests
run a hundred inputs of each. An input that fails is kept under `found/`, where it is read by every later test.
"""

from __future__ import annotations

import random
import re
import resource
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.wording import refusals

FOUND = Path(__file__).with_name("found")
SLOW = 10.0
"""Seconds of processor that no input may take."""
MEMORY = 1 << 30
"""Bytes above which no input may lift the memory of the process."""

NUMBERS = (
    "0",
    "-1",
    "999999999",
    "1e999",
    "9" * 30,
    "9" * 5000,
    "1.5",
    "true",
    "null",
    "NaN",
    "07",
    "0x1F",
    "2026-01-01",
    ".inf",
)
TEXTS = (
    "", " ", "\\u0000",
    "\\ud800", "\u202e", "\x1b[2J", "=1+1", "../../etc", "%s{0}{x}", "\N{ROCKET}" * 50, "a" * 40_000,
    "&a", "*a", "!!python/object:os.system", "<<", "null", "~", "[[[[[[[[[[[[[[[[[[[[", "{a: {a: {a: ", "- - - - - -",
)  # fmt: skip
"""What stands where something else is expected."""

_WORD = re.compile(rb'"[^"\n]{0,200}"|[\w.+-]+')


class Target(Struct, frozen=True):
    """A reader of files.

    Attributes:
        ending: of its files.
        seeds: sound files.
        read: reads the file; the folder is its own.
        spoil: makes an input of the seeds, with an eye for what they are; None takes them as text.
    """

    ending: str
    seeds: Callable[[], list[bytes]]
    read: Callable[[Path], None]
    spoil: Callable[[random.Random, list[bytes]], bytes] | None = None


class Failure(Struct, frozen=True):
    """An input that was neither taken nor refused, or not in time."""

    number: int
    why: str
    content: bytes


class Report(Struct, frozen=True):
    """What a run found.

    Attributes:
        inputs: how many were read, of them `taken`.
        slowest: seconds of processor for one.
        peak: of the memory of the process, in bytes.
    """

    inputs: int
    taken: int
    slowest: float
    peak: int
    failures: tuple[Failure, ...]


def run(target: Target, folder: Path, *, inputs: int, seed: int, seconds: float = float("inf")) -> Report:
    """Read inputs until there were so many or the time is over; the same seed gives the same inputs."""
    seeds, failures = target.seeds(), []
    slowest, taken, number, until = 0.0, 0, 0, time.monotonic() + seconds
    while number < inputs and time.monotonic() < until:
        content = (target.spoil or spoilt)(random.Random(f"{seed}/{number}"), seeds)
        was_taken, why, took = try_one(target, content, folder)
        taken += was_taken
        slowest = max(slowest, took)
        if why:
            failures.append(Failure(number, why, content))
        number += 1
    return Report(number, taken, slowest, _peak(), tuple(failures))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def try_one(target: Target, content: bytes, folder: Path) -> tuple[bool, str, float]:
    """Read one input; whether it was taken, what went wrong, and the seconds of processor that it took."""
    path = folder / f"input{target.ending}"
    path.write_bytes(content)
    start, before, why, was_taken = time.process_time(), _peak(), "", False
    try:
        target.read(path)
        was_taken = True
    except RefusalError as refusal:
        told = refusals.sentence(refusal)
        why = "" if told and len(told) < 1_000_000 else f"told in {len(told)} letters"
    except Exception:  # noqa: BLE001 - that is what is looked for
        why = traceback.format_exc()
    took = time.process_time() - start
    if before < MEMORY < _peak():
        why = why or f"took {_peak():,} bytes"
    left = sorted(found.name for found in folder.iterdir() if found != path)
    if left and not was_taken:
        why = why or f"left {left}"
    for name in left:
        (folder / name).unlink()
    return was_taken, why or (f"took {took:.1f} s" if took > SLOW else ""), took


def spoilt(chance: random.Random, seeds: list[bytes]) -> bytes:
    """A sound file with a few things wrong."""
    content = chance.choice(seeds)
    for _time in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = chance.choice(_CHANGES)(chance, content)
    return content


def _other_word(chance: random.Random, content: bytes) -> bytes:
    words = [found.span() for found in _words(chance, content)]
    if not words:
        return content
    start, end = chance.choice(words)
    strange = (
        chance.choice(NUMBERS) if chance.random() < 0.5 else chance.choice(('"{}"', "{}")).format(chance.choice(TEXTS))
    )
    return content[:start] + strange.encode(errors="surrogatepass") + content[end:]


def _word_of_elsewhere(chance: random.Random, content: bytes) -> bytes:
    words = [found.span() for found in _words(chance, content)]
    if not words:
        return content
    (start, end), (first, last) = chance.choice(words), chance.choice(words)
    return content[:start] + content[first:last] + content[end:]


def _words(chance: random.Random, content: bytes) -> Iterator[re.Match[bytes]]:
    """Some words, from anywhere in the file."""
    at = chance.randrange(len(content) + 1)
    yield from _WORD.finditer(content, max(at - 2_000, 0), at + 2_000)


def _lines(chance: random.Random, content: bytes) -> bytes:
    """A line gone, twice, elsewhere, or further in."""
    lines = content.split(b"\n")
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[place])
        case 2:
            lines[place], lines[other] = lines[other], lines[place]
        case 3:
            lines[place] = b" " * chance.randrange(6) + lines[place]
        case _:
            lines[place:place] = lines[other : other + chance.randrange(30)]
    return b"\n".join(lines)


def _bytes(chance: random.Random, content: bytes) -> bytes:
    if not content:
        return content
    place = chance.randrange(len(content))
    match chance.randrange(5):
        case 0:
            return content[:place]
        case 1:
            return content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
        case 2:
            return content[:place] + chance.randbytes(chance.randrange(1, 9)) + content[place:]
        case 3:
            return content[:place] + content[place + chance.randrange(1, 200) :]
        case _:
            return (
                content[:place]
                + chance.choice((b"{", b"}", b"[", b"]", b'"', b",", b":", b"\0", b"\r"))
                + content[place:]
            )


def _encoding(chance: random.Random, content: bytes) -> bytes:
    text = content.decode(errors="replace")
    if chance.random() < 0.3:
        text = content.decode("cp850")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "utf-7")), errors="replace")


_CHANGES = (_other_word, _other_word, _other_word, _word_of_elsewhere, _lines, _lines, _bytes, _bytes, _encoding)
