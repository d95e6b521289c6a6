"""A zip archive in memory whose parts are not compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_UTF8_NAMES = 0x800
_EARLIEST_DATE = 0x21


def stored(parts: Mapping[str, bytes]) -> bytes:
    """The archive (PKWARE's APPNOTE 4.3, without compression)."""
    body, directory, offset = [], [], 0
    for name, data in parts.items():
        title, size, crc = name.encode(), len(data), zlib.crc32(data)
        facts = (_VERSION, _UTF8_NAMES, 0, 0, _EARLIEST_DATE, crc, size, size, len(title), 0)
        body += [_LOCAL.pack(b"PK\3\4", *facts), title, data]
        directory += [_CENTRAL.pack(b"PK\1\2", _VERSION, *facts, 0, 0, 0, 0, offset), title]
        offset += _LOCAL.size + len(title) + size
    listing = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listing), offset, 0)
    return b"".join([*body, listing, end])
