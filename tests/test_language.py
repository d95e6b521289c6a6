"""Another language reaches the window, the commands and the sentences of the model alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop import language, resources
from desktop.__main__ import main
from desktop.language import NC_, _, code_of, ngettext, pgettext
from desktop.model.records import ActionStatus
from desktop.model.scoring.vocabulary import Rating
from desktop.wording.names import name


@pytest.fixture
def translations(tmp_path: Path):
    """A folder with a few words of Dutch; English is in use again afterwards."""
    catalog = Catalog(locale="nl")
    catalog.add("Satisfied", "Voldaan")
    catalog.add(("{n} area", "{n} areas"), ("{n} gebied", "{n} gebieden"))
    catalog.add("Done", "Gereed", context="of an action")
    catalog.add("Open", "Doe open", context="to do")
    catalog.add("Open", "Open staand", context="of an action")
    catalog.add(
        "There is no file {path}. Check its name, or make a new assessment.",
        "Er is geen bestand {path}. Kijk de naam na.",
    )
    target = tmp_path / "nl" / "LC_MESSAGES" / f"{language.DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as stream:
        write_mo(stream, catalog)
    yield tmp_path
    language.use(None)


@pytest.fixture
def dutch(translations):
    language.use("nl", translations)


def test_words_of_the_model_are_translated_when_they_are_shown(dutch):
    assert name(Rating.SATISFIED) == "Voldaan"


def test_numbers_choose_their_form(dutch):
    assert ngettext("{n} area", "{n} areas", 1).format(n=1) == "1 gebied"
    assert ngettext("{n} area", "{n} areas", 3).format(n=3) == "3 gebieden"


def test_what_has_no_translation_stays_as_written(dutch):
    assert _("Nothing of the kind") == "Nothing of the kind"
    assert _(NC_("of a message", "Done")) == "Done"
    assert pgettext("of a statement", "Open") == "Open"


def test_a_word_that_means_two_things_has_two_translations(dutch):
    assert (pgettext("to do", "Open"), _(NC_("of an action", "Open"))) == ("Doe open", "Open staand")
    assert name(ActionStatus.DONE) == "Gereed"


def test_a_word_with_a_context_is_itself_in_english():
    assert (pgettext("to do", "Open"), _(NC_("of an action", "Done"))) == ("Open", "Done")


def test_an_unknown_language_is_english():
    language.use("xx")
    assert name(Rating.SATISFIED) == "Satisfied"
    language.use(None)


@pytest.mark.parametrize(
    "environment",
    [
        {"MATURITY_WORKBENCH_LANGUAGE": "nl", "LANG": "de_DE.UTF-8"},
        {"LC_ALL": "nl_BE.UTF-8", "LANG": "C"},
        {"LC_MESSAGES": "nl", "LANG": "en_GB.UTF-8"},
        {"LANG": "nl_NL@euro"},
    ],
)
def test_commands_speak_the_language_of_their_environment(translations, environment, monkeypatch, capsys):
    monkeypatch.setattr(resources, "translations", lambda: translations)
    for variable in ("MATURITY_WORKBENCH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, environment.get(variable, ""))
    assert main(["score", "none.maturity"]) == 1
    assert capsys.readouterr().err == "Er is geen bestand none.maturity. Kijk de naam na.\n"


def test_what_the_user_has_set_goes_before_the_environment(translations, monkeypatch):
    monkeypatch.setattr(resources, "translations", lambda: translations)
    language.choose("nl", {"LANG": "de"})
    assert name(Rating.SATISFIED) == "Voldaan"
    language.choose("", {"LC_ALL": "C", "LANG": "nl"})
    assert name(Rating.SATISFIED) == "Satisfied"
    assert language.in_use() is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("nl_BE.UTF-8", "nl_BE"), ("sr@latin", "sr"), ("C.UTF-8", ""), ("POSIX", ""), ("../nl", ""), ("", "")],
)
def test_codes_of_languages(text, code):
    assert code_of(text) == code
