"""The program knows rating schemes and no maturity model."""

from __future__ import annotations

import re

import yaml

from desktop import resources
from tests.architecture.repository import modules, relative, strings

PACKS = [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in resources.model_packs()]
IDS = sorted({pack["id"] for pack in PACKS} | {area["id"] for pack in PACKS for area in pack["areas"]})


def test_no_module_names_a_model_or_an_area():
    named = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, IDS)) + r")(?![\w])")
    assert not [
        (relative(path), line, text)
        for path in modules("desktop")
        for line, text in strings(path)
        if named.search(text)
    ]
