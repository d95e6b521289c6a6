"""Another language reaches the window and the sentences of the model alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop import language
from desktop.language import _, ngettext
from desktop.model.scoring.vocabulary import Rating
from desktop.wording.names import name


@pytest.fixture
def dutch(tmp_path: Path):
    catalog = Catalog(locale="nl")
    catalog.add("Satisfied", "Voldaan")
    catalog.add(("{n} area", "{n} areas"), ("{n} gebied", "{n} gebieden"))
    target = tmp_path / "nl" / "LC_MESSAGES" / f"{language.DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as stream:
        write_mo(stream, catalog)
    language.use("nl", tmp_path)
    yield
    language.use(None)


def test_words_of_the_model_are_translated_when_they_are_shown(dutch):
    assert name(Rating.SATISFIED) == "Voldaan"


def test_numbers_choose_their_form(dutch):
    assert ngettext("{n} area", "{n} areas", 1).format(n=1) == "1 gebied"
    assert ngettext("{n} area", "{n} areas", 3).format(n=3) == "3 gebieden"


def test_what_has_no_translation_stays_as_written(dutch):
    assert _("Nothing of the kind") == "Nothing of the kind"


def test_an_unknown_language_is_english():
    language.use("xx")
    assert name(Rating.SATISFIED) == "Satisfied"
