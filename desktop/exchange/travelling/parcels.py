"""A parcel: steps for a copy of an assessment as bytes, with what is attached to evidence, read as a stranger's data.

It begins with `MARK`, the length of its head, and the digest of all that follows; then come the head and the steps,
each packed. So the head can be read by itself, and what was copied half is known.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop.model.bounds import PARCEL_BYTES, PARCEL_HEAD, PARCEL_UNPACKED
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Bundle, packed, unpacked
from desktop.model.merging.reach import Reach

MARK = b"Maturity Workbench parcel\n"
NUMBER = 1
"""Of the way parcels are written; what steps look like has that of files."""

_FRONT = struct.Struct(f"<{len(MARK)}sII Q 32s")
_LEVEL = 6


class ParcelHead(Struct, frozen=True):
    """What a parcel says about itself.

    Attributes:
        number: of the way it is written.
        assessment: which it is of.
        copy: from which copy.
        sender: who sent it.
        receiver: for whom; empty for all.
        made: when, UTC, ISO.
        starts: the steps beyond which it goes, as clocks by writer: who has them can take it in.
        reach: the steps one has once it is taken in, likewise.
        contents: of what is attached to evidence, and its steps name: the name it has in a shared folder, by digest.
    """

    number: int
    assessment: str
    copy: str
    sender: str
    receiver: str
    made: str
    starts: Mapping[str, int] = {}
    reach: Mapping[str, int] = {}
    contents: Mapping[str, str] = {}


class Parcel(Struct, frozen=True):
    """A parcel that was read.

    Attributes:
        head: what it says about itself.
        bundle: the steps.
        attached: what is attached, by digest.
    """

    head: ParcelHead
    bundle: Bundle
    attached: Mapping[str, bytes] = {}

    @property
    def reach(self) -> Reach:
        """Which steps the sender had."""
        return Reach(self.head.reach)


class _Body(Struct, frozen=True):
    bundle: bytes
    attached: Mapping[str, bytes] = {}


_HEAD: msgspec.msgpack.Decoder[ParcelHead] = msgspec.msgpack.Decoder(ParcelHead)
_BODY: msgspec.msgpack.Decoder[_Body] = msgspec.msgpack.Decoder(_Body)


def written(head: ParcelHead, bundle: Bundle, attached: Mapping[str, bytes] | None = None) -> bytes:
    """A parcel as bytes."""
    body = _Body(packed(bundle), attached or {})
    first = zlib.compress(msgspec.msgpack.encode(head), _LEVEL)
    second = zlib.compress(msgspec.msgpack.encode(body), _LEVEL)
    told = hashlib.sha256(first + second).digest()
    return _FRONT.pack(MARK, NUMBER, len(first), len(second), told) + first + second


def head_of_parcel(content: bytes, size: int, path: Path) -> ParcelHead:
    """What a parcel says about itself.

    Args:
        content: its beginning, `HEAD_BYTES` of it or all.
        size: of the whole.
        path: where it is, for who is told what is wrong.

    Raises:
        RefusalError: ``parcel.none``, ``parcel.half``, ``parcel.newer``, ``parcel.spoilt``.
    """
    front = _front(content, size, path)
    return _head(content[_FRONT.size : _FRONT.size + front[0]], path)


def read(content: bytes, path: Path) -> Parcel:
    """A parcel from bytes that came from anywhere.

    Raises:
        RefusalError: those of `head_of_parcel`; those of `unpacked` for the steps.
    """
    length, _rest, told = _front(content, len(content), path)
    first, second = content[_FRONT.size : _FRONT.size + length], content[_FRONT.size + length :]
    if hashlib.sha256(first + second).digest() != told:
        raise RefusalError("parcel.spoilt", path=path)
    try:
        body = _BODY.decode(_unpacked(second, PARCEL_UNPACKED, path))
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusalError("parcel.spoilt", path=path) from None
    if any(hashlib.sha256(each).hexdigest() != digest for digest, each in body.attached.items()):
        raise RefusalError("parcel.spoilt", path=path)
    return Parcel(_head(first, path), unpacked(body.bundle), body.attached)


def is_parcel(begins: bytes) -> bool:
    """Whether something begins as parcels do."""
    return begins.startswith(MARK)


HEAD_BYTES = _FRONT.size + PARCEL_HEAD


def _front(content: bytes, size: int, path: Path) -> tuple[int, int, bytes]:
    if not is_parcel(content[: len(MARK)]):
        if MARK.startswith(content):
            raise RefusalError("parcel.half", path=path)
        raise RefusalError("parcel.none", path=path)
    if len(content) < _FRONT.size:
        raise RefusalError("parcel.half", path=path)
    _mark, number, first, second, told = _FRONT.unpack(content[: _FRONT.size])
    if number > NUMBER:
        raise RefusalError("parcel.newer", path=path)
    if first > PARCEL_HEAD or second > PARCEL_BYTES:
        raise RefusalError("parcel.spoilt", path=path)
    if size < _FRONT.size + first + second:
        raise RefusalError("parcel.half", path=path)
    if size > _FRONT.size + first + second:
        raise RefusalError("parcel.spoilt", path=path)
    return first, second, told


def _head(content: bytes, path: Path) -> ParcelHead:
    try:
        return _HEAD.decode(_unpacked(content, PARCEL_HEAD, path))
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise RefusalError("parcel.spoilt", path=path) from None


def _unpacked(content: bytes, most: int, path: Path) -> bytes:
    """What was packed, never more than `most` of it."""
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(content, most)
    except zlib.error:
        raise RefusalError("parcel.spoilt", path=path) from None
    if not unpacking.eof:
        raise RefusalError("parcel.spoilt", path=path)
    return found
