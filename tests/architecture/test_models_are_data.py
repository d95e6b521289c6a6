"""The program knows rating schemes and no maturity model."""

from __future__ import annotations

import re

import yaml

from desktop import resources
from tests.architecture.repository import modules, relative, strings

PACKS = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in resources.model_packs()]
PARTS = [part for pack in PACKS for key in ("areas", "streams", "caps") for part in pack.get(key, ())]
STATEMENTS = [item for pack in PACKS for track in pack.get("tracks", ()) for item in track["statements"]]
IDS = sorted({part["id"] for part in (*PACKS, *PARTS, *STATEMENTS)})
"""Ids of tracks are everyday words and left out; those of their statements are not."""


def test_no_module_names_a_model_or_a_part_of_one():
    named = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, IDS)) + r")(?![\w])")
    assert not [
        (relative(path), line, text)
        for path in modules("desktop")
        for line, text in strings(path)
        if named.search(text)
    ]
