"""Models in forms that are not ours: what is asked about them, and what is told of how they were understood."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _, ngettext
from desktop.model.errors import Fact

_FORMS = {
    "pack": N_("a model pack"),
    "pack_book": N_("the workbook of a model pack"),
    "rubric": N_("a rubric: a row for each subject, a column for each level"),
    "practice_table": N_("a table of practices, each with the level that asks for it"),
    "library": N_("a library of requirements, as CISO Assistant has them"),
    "activity_model": N_("a model of activities, as OWASP SAMM publishes it"),
}

_QUESTIONS = {
    "table": N_("There are several tables. Which one is the model?"),
    "result": N_("Is the result of the whole the average, the weakest or the sum?"),
    "groups": N_("Is the result of a group the average of its subjects, the weakest or the sum?"),
    "weights": N_("Do the weights count?"),
    "first": N_("Does the first level, “{name}”, count 0 or 1?"),
    "open": N_("What counts for something that nobody has answered?"),
    "rounding": N_("Is an average rounded to whole levels?"),
    "answers": N_("How is a practice answered?"),
    "level": N_("What does a level ask for?"),
    "id": N_("What is the identity of the model: small letters, digits and hyphens?"),
    "name": N_("What is the model called?"),
    "version": N_("Which version is it?"),
    "based_on": N_("Whose published ideas does it follow, and is it an official edition?"),
    "language": N_("In which language are its texts? Give a code such as en."),
}

_CHOICES = {
    "average": N_("The average"),
    "weakest": N_("The weakest: nothing is better than its weakest part"),
    "sum": N_("The sum, as with points"),
    "yes": N_("Yes"),
    "no": N_("No"),
    "left_out": N_("Nothing: the rest is counted"),
    "lowest": N_("The lowest that it could be"),
    "exact": N_("No: 2.4 stays 2.4"),
    "down": N_("Down: 2.9 is 2"),
    "nearest": N_("To the nearest: 2.5 is 3"),
    "four_grades": N_("By four grades: not, partially, largely or fully in place"),
    "yes_no": N_("Done or not done"),
    "largely": N_("Its practices and all below are at least largely in place"),
    "fully_below": N_("Its practices are at least largely in place, and all below fully"),
    "all": N_("All of them, each as a group"),
}

_NOTICES = {
    "column_left": N_("The column “{name}” is left out."),
    "row_left": N_("The row “{text}” is left out: it is no subject."),
    "row_joined": N_("The row names no subject. Its texts are added to those of “{name}”."),
    "levels_turned": N_("The levels do not rise from left to right. They are taken by their numbers."),
    "level_missing": N_("No column has level {levels}."),
    "weights_left": N_("The weights are left out: {why}."),
    "section_empty": N_("“{name}” is left out: nothing beneath it is answered."),
    "old_letters": N_(
        "The file is not in UTF-8, and read as Windows-1252: look whether letters with accents are right."
    ),
    "parts_left": N_("These parts of the library are left out: {what}."),
}


def form_name(form: str) -> str:
    """What a file is."""
    return _(_FORMS[form])


def question_text(topic: str, facts: Mapping[str, Fact]) -> str:
    """What is asked, in plain words."""
    return _(_QUESTIONS[topic]).format(**facts)


def choice_text(choice: str, facts: Mapping[str, Fact]) -> str:
    """What an answer means; a number may be that of a table."""
    tables = facts.get("tables")
    if isinstance(tables, tuple) and choice.isdecimal():
        return tables[int(choice) - 1]
    return _(_CHOICES[choice]) if choice in _CHOICES else choice


def notice_text(notice: str, facts: Mapping[str, Fact]) -> str:
    """What was left out or taken in a certain way."""
    count = facts.get("count")
    if notice == "texts_cut" and isinstance(count, int):
        return ngettext(
            "{count} text is longer than a pack can hold, and cut.",
            "{count} texts are longer than a pack can hold, and cut.",
            count,
        ).format(count=count)
    if notice == "ids_changed" and isinstance(count, int):
        return ngettext(
            "{count} number of the model cannot be an id as it is, and is changed.",
            "{count} numbers of the model cannot be ids as they are, and are changed.",
            count,
        ).format(count=count)
    words: dict[str, object] = {
        key: ", ".join(fact) if isinstance(fact, tuple) else fact for key, fact in facts.items()
    }
    if "alike" in facts:
        words["why"] = _("they are all alike") if facts["alike"] else _("the weakest counts, whatever it weighs")
    return _(_NOTICES[notice]).format(**words)
