"""A pack as the JSON text that an assessment file keeps, and back."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec.structs import replace

from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import as_pack, as_written
from desktop.model.maturity.vocabulary_pack import VocabularyPack


class _Head(msgspec.Struct):
    """Which way a pack says its rules; one with rules of its own names no scheme."""

    scheme: str = ""


def thaw(data: bytes) -> Pack:
    """The pack that `pack_to_json` wrote, such as the one frozen in an assessment file, without checking it anew.

    Ten times quicker than `desktop.model.vetting.frozen_packs`, for data that was checked before it was written.

    Raises:
        PackFaultsError: it is not the JSON of a pack.
    """
    try:
        if msgspec.json.decode(data, type=_Head).scheme:
            return msgspec.json.decode(data, type=Pack)
        return as_pack(msgspec.json.decode(data, type=VocabularyPack))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackFaultsError(None, [Fault(0, FaultCode.JSON_MALFORMED, {"problem": str(error)})]) from error


def pack_to_json(pack: Pack) -> bytes:
    """The one JSON text of a pack: equal packs give equal bytes. One with rules of its own has its author's keys.

    Examples of a pack that follows a scheme are left out: they prove it to its author, and change nothing that is said.
    """
    written = as_written(pack)
    return msgspec.json.encode(replace(written, examples=()) if written is pack else written, order="sorted")


def digest(pack: Pack) -> str:
    """SHA-256 of the pack's JSON, in hexadecimal. Equal for equal packs, whatever file they came from."""
    return hashlib.sha256(pack_to_json(pack)).hexdigest()
