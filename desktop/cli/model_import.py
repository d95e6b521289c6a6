"""`models import`: a model in a workbook, a library or a folder as a pack, with what has to be asked about it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from desktop.cli.console import Console
from desktop.cli.pack_reports import refuse_existing, tell_faults, tell_sound, tell_vetted
from desktop.exchange.foreign_models.examining import open_model
from desktop.exchange.foreign_models.foreign_model import ForeignModel, ModelQuestion
from desktop.exchange.foreign_models.kept_texts import own_text, written_text
from desktop.exchange.foreign_models.told_models import form_line, notice_lines, place_told
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.model.files.whole_files import write_new_file
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.own_models.kept_models import keep_new
from desktop.model.vetting.vetted_packs import VettedPack
from desktop.wording import model_intake, pack_faults, pack_outline


def import_model(path: Path, target: Path | None, answers: Iterable[str], console: Console, *, keep: bool) -> int:
    """Make a pack of a model and check it; without a target, show it.

    Args:
        path: where the model is.
        target: the file of the pack.
        answers: what the model does not say.
        console: where it is told.
        keep: whether to keep it among the user's own models.

    Raises:
        RefusalError: it cannot be read, answers are missing or fit nothing, or the target or, to be kept, its identity
            is there already.
    """
    if target is not None:
        refuse_existing(target)
    given = dict(map(_parted, answers))
    try:
        file = open_model(path)
    except PackFaultsError as error:
        return tell_faults(error, pack_faults.describe(error), console)
    model = file.understood(given)
    while model.missing and _can_ask(console):
        if (answer := _asked(model.missing[0], console)) is None:
            break
        model = file.understood(given := {**given, model.missing[0].topic: answer})
    _tell_model(model, given, console)
    if model.missing:
        return _tell_missing(model, console)
    return _make(model, target, console, keep=keep)


def _make(model: ForeignModel, target: Path | None, console: Console, *, keep: bool) -> int:
    place = partial(place_told, model)
    try:
        found = model.vetted()
        text = written_text(found, model.path)
    except PackFaultsError as error:
        lines = [f"{place(fault.line)}: {pack_faults.sentence(fault)}" for fault in error.faults]
        return tell_faults(error, lines, console, model.places.of)
    if target is not None:
        write_new_file(target, text.encode())
        console.say(_("{path} was written.").format(path=target))
    if keep:
        console.say(_("{path} was written.").format(path=keep_new(own_text(model) or text, model.path)))
    elif target is None and isinstance(found, VettedPack):
        for line in pack_outline.outline_lines(found.pack):
            console.say(line)
    if isinstance(found, VettedPack):
        return tell_vetted(model.path, found, place, console)
    return tell_sound(model.path, found, console)


def _parted(answer: str) -> tuple[str, str]:
    topic, equals, said = answer.partition("=")
    if not equals:
        raise RefusalError("model.answer_form", answer=answer)
    return topic.strip(), said.strip()


def _can_ask(console: Console) -> bool:
    return not console.json and sys.stdin is not None and sys.stdin.isatty()


def _asked(question: ModelQuestion, console: Console) -> str | None:
    """What somebody at the terminal answers; None where they leave."""
    while True:
        _tell_question(question, console)
        try:
            said = input("> ").strip()
        except EOFError:
            return None
        if said.isdecimal() and 0 < int(said) <= len(question.choices) and said not in question.choices:
            return question.choices[int(said) - 1]
        if said and (not question.choices or said in question.choices):
            return said


def _tell_question(question: ModelQuestion, console: Console) -> None:
    console.tell(model_intake.question_text(question.topic, question.facts))
    for number, choice in enumerate(question.choices, 1):
        told = model_intake.choice_text(choice, question.facts)
        console.tell(f"  {number}  {choice}: {told}" if told != choice else f"  {number}  {choice}")


def _tell_model(model: ForeignModel, given: Mapping[str, str], console: Console) -> None:
    """What it was taken for, what was left out, and which answers hold though nobody gave them."""
    if not model.questions:
        return
    console.tell(form_line(model, model.path))
    for line in notice_lines(model):
        console.tell(line)
    for question in model.questions:
        if question.default and question.topic not in given:
            told = model_intake.choice_text(question.default, question.facts)
            asked = model_intake.question_text(question.topic, question.facts)
            console.tell(
                _("{question} Taken: {answer} ({topic}={choice})").format(
                    question=asked, answer=told, topic=question.topic, choice=question.default
                )
            )


def _tell_missing(model: ForeignModel, console: Console) -> int:
    """Refuse, with what has to be answered."""
    console.result({"sound": False, "form": model.form, "questions": [_as_data(each) for each in model.questions]})
    for question in model.missing:
        _tell_question(question, console)
    example = model.missing[0]
    first = f"{example.topic}={example.choices[0] if example.choices else '…'}"
    console.tell(_("Nothing was written. Answer with --answer {example} and the like.").format(example=first))
    return 1


def _as_data(question: ModelQuestion) -> dict[str, object]:
    return {
        "topic": question.topic,
        "question": model_intake.question_text(question.topic, question.facts),
        "choices": {choice: model_intake.choice_text(choice, question.facts) for choice in question.choices},
        "default": question.default,
    }
