"""Steps that leave for another copy: what it lacks, as a parcel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.exchange.travelling.parcel_files import write_parcel
from desktop.exchange.travelling.parcels import NUMBER, ParcelHead, written
from desktop.model.assessment import Assessment
from desktop.model.bounds import PARCEL_BYTES
from desktop.model.errors import RefusalError
from desktop.model.merging.bundle import Bundle
from desktop.model.merging.reach import Reach
from desktop.wording.travelling import copy_name

if TYPE_CHECKING:
    from desktop.model.assessment.team_copies import KnownCopy

_ROOM = PARCEL_BYTES - 50_000_000
"""Bytes of attached files in one parcel."""


class SentParcel(Struct, frozen=True):
    """A parcel that was written.

    Attributes:
        receiver: for whom.
        steps: how many it holds.
        attached: so many attached files go with it.
        left_out: so many did not fit.
    """

    receiver: str
    steps: int
    attached: int
    left_out: int


def send_parcel(assessment: Assessment, copy: KnownCopy, path: Path) -> SentParcel:
    """Write a parcel with the steps that a copy lacks, as far as is known.

    Raises:
        RefusalError: ``parcel.nothing``; ``file.exists`` and others. Then nothing is written.
    """
    bundle = assessment.copies.bundle_for(copy.reach, coded=copy.coded)
    if not bundle:
        raise RefusalError("parcel.nothing", name=copy_name(copy))
    attached, room = {}, _ROOM
    for digest, size in bundle.contents.items():
        if size <= room:
            attached[digest] = content_of(assessment, digest)
            room -= size
    head = head_for(assessment, bundle, copy.reach, receiver=copy.name)
    write_parcel(path, written(head, bundle, attached), assessment.key)
    return SentParcel(copy_name(copy), len(bundle.steps), len(attached), len(bundle.contents) - len(attached))


def head_for(
    assessment: Assessment,
    bundle: Bundle,
    starts: Reach | None = None,
    *,
    receiver: str = "",
    contents: Mapping[str, str] | None = None,
) -> ParcelHead:
    """What a parcel of this file says about itself."""
    begins = Reach(bundle.reach) & (starts or Reach())
    return ParcelHead(
        number=NUMBER,
        assessment=assessment.about().get("id", ""),
        copy=assessment.copies.own(),
        sender=assessment.copies.signature(),
        receiver=receiver,
        made=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        starts=begins.clocks,
        reach=bundle.reach,
        contents=contents or {},
    )


def content_of(assessment: Assessment, digest: str) -> bytes:
    """All bytes of what is attached."""
    return b"".join(assessment.attachments.content(digest))
