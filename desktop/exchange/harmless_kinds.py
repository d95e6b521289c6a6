"""Which attached files are handed to the system to be opened: those that cannot be, or carry, a program.

A list of what is allowed, since nobody knows all that a system runs; and what a file begins with, since a name can lie.
"""

from __future__ import annotations

from pathlib import PurePosixPath

_ENDINGS = """
    .txt .text .md .csv .tsv .log .json .yaml .yml .ics .vcf
    .pdf .docx .xlsx .pptx .vsdx .odt .ods .odp .odg
    .png .jpg .jpeg .gif .bmp .tif .tiff .webp .heic
    .mp3 .m4a .wav .ogg .oga .flac .mp4 .m4v .mov .webm .ogv .avi .mkv
"""
OPENED = frozenset(_ENDINGS.split())
"""Endings of names. Older office files and those with macros, web pages, archives and whatever else is not here can be
saved, and opened where the user trusts them."""

_PROGRAMS = (
    b"MZ",  # Windows
    b"\x7fELF",  # Linux
    b"#!",
    b"\xfe\xed\xfa\xce",  # macOS, in both orders of bytes and for several processors
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # and Java
    b"\x00asm",
    b"dex\n",
    b"L\x00\x00\x00\x01\x14\x02\x00",  # a shortcut of Windows
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # older office files and installers
)
_SCRIPTS = (
    b"[desktop entry]",
    b"[internetshortcut]",
    b"@echo",
    b"<html",
    b"<!doctype html",
    b"<script",
    b"<?php",
    b"<svg",
)
_HEAD = 512
"""Bytes that are looked at."""


def may_open(name: str, head: bytes) -> bool:
    """Whether a file may be handed to the system.

    Args:
        name: of the file.
        head: what it begins with, `_HEAD` bytes or more where it has them.
    """
    return PurePosixPath(name).suffix.casefold() in OPENED and not _is_program(head[:_HEAD])


def _is_program(head: bytes) -> bool:
    plain = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    text = plain.replace(b"\x00", b"").lstrip().lower()  # a script in letters of two bytes, too
    return head.startswith(_PROGRAMS) or plain.startswith(b"#!") or text.startswith((*_SCRIPTS, b"#!"))
