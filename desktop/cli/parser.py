"""The command line: its commands and their arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import __version__
from desktop.cli.console import Console
from desktop.cli.copy_arguments import COPY_COMMANDS, add_copy_commands, unnamed
from desktop.cli.passphrase_arguments import add_encrypting, add_passphrase, add_uses
from desktop.cli.past_arguments import add_as_of, add_moments, add_restoring
from desktop.cli.plan_arguments import add_plan, add_tracker
from desktop.language import _

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COMMANDS = (
    "demo",
    "models",
    "new",
    "forms",
    "import",
    "results",
    "tracker",
    "score",
    "compare",
    "changes",
    "restore",
    "compact",
    "plan",
    "export",
    *COPY_COMMANDS,
    "data",
    "check",
    "passphrase",
)
PROGRAM = "maturity-workbench"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments read; the name of the command is in ``command``.

    Raises:
        SystemExit: with 2 for wrong usage, with 0 after help or version; what is wrong has been told.
        OutputError: help or version could not be told.
    """
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.command == "new" and bool(found.model) == bool(found.data):
        parser.error(_("new needs either --model or --from"))
    if found.command == "new" and found.data and found.organization:
        parser.error(_("new takes the organisation from the data that --from names"))
    if found.command == "new" and found.attachments and not found.data:
        parser.error(_("--attachments goes with the data that --from names"))
    if found.command == "export" and found.as_of and {"schedule", "follow-up"} & {*(found.only or ())}:
        parser.error(_("--as-of goes with what shows results, not with the schedule or a follow-up"))
    if found.command == "plan" and found.as_of and found.accept:
        parser.error(_("--accept sets dates now; it does not go with --as-of"))
    if found.command == "restore" and bool(found.save) != bool(found.out):
        parser.error(_("--save and --out go together"))
    return found


class _PlainParser(argparse.ArgumentParser):
    """Speaks through a console: that shows what was typed as a terminal may, and knows when it is not heard."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        speak = Console().say if file is sys.stdout else Console().tell
        speak(message.removesuffix("\n"))


def _parser() -> argparse.ArgumentParser:
    top = _PlainParser(
        prog=PROGRAM,
        description=_("Measures how mature an IT service organisation is, and plans and follows its improvement."),
        epilog=_("Without a command, or with an assessment file alone, the window opens."),
    )
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.add_argument(
        "--self-test", action="store_true", help=_("check that this installation works, without a display")
    )
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"), required=True)

    demo = _command(commands, "demo", _("assess the sample organisation and write every deliverable into a folder"))
    demo.add_argument("folder", type=Path, metavar=_("DIR"), help=_("created if it does not exist"))
    _models(_command(commands, "models", _("list the model packs, or check one")))

    new = _command(commands, "new", _("create an assessment"))
    _file(new)
    new.add_argument("--model", action="append", default=[], metavar="ID", help=_("id of a model, or a pack's file"))
    new.add_argument(
        "--organization", "--organisation", type=_text, default="", metavar=_("NAME"), help=_("who is assessed")
    )
    new.add_argument(
        "--from", dest="data", type=Path, metavar="DATA.json", help=_("take everything from a file that “data” wrote")
    )
    new.add_argument(
        "--attachments",
        type=Path,
        metavar="DIR",
        help=_("with --from: the folder into which “data” wrote what is attached"),
    )
    add_encrypting(new)
    _author(new)

    _forms(commands)

    taking = _command(commands, "import", _("read completed forms and report on each in one line"))
    _file(taking)
    taking.add_argument("forms", nargs="+", type=Path, metavar="FORM.xlsx", help=_("a workbook, or a folder of them"))
    taking.add_argument(
        "--skip-unclear",
        action="store_true",
        help=_("leave unanswered what cannot be read as an answer; each is listed"),
    )
    taking.add_argument(
        "--replace",
        action="append",
        default=[],
        metavar="P-03",
        help=_("take the form of this participant as it is, whatever it replaces; may be repeated"),
    )
    taking.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="P-03",
        help=_("keep what the form of this participant leaves empty and what the team has changed; may be repeated"),
    )
    _author(taking)

    _results(_command(commands, "results", _("show, and take, results that were kept in a workbook")))

    tracker = _command(commands, "tracker", _("write the workbook in which owners follow the actions, or take it back"))
    _with_author(tracker, add_tracker)

    score = _command(commands, "score", _("show levels, areas, categories, statistics of the answers, and the reasons"))
    _file(score)
    score.add_argument(
        "--public", action="store_true", help=_("hide what would show the answers of a small group, as exports do")
    )
    add_as_of(score)
    _author(score)

    _compare(_command(commands, "compare", _("tell what changed since a round, or how another unit stands")))

    _going_back(commands)

    plan = _command(commands, "plan", _("find the actions, and their quarters, that reach the most within a budget"))
    _with_author(plan, add_plan)
    add_as_of(plan)

    _exports(commands)

    add_copy_commands(partial(_of_file, commands), _author)

    _data(commands)

    check = _command(commands, "check", _("check the integrity of a file"))
    _file(check)
    check.add_argument(
        "--repair",
        type=Path,
        metavar="OUT.maturity",
        help=_("write a sound copy: all records, and the history that makes sense"),
    )
    _author(check)
    passphrase = _command(commands, "passphrase", _("encrypt a file, change its passphrase, or take it away"))
    add_uses(passphrase, _command, _file)
    return top


def _forms(commands: argparse._SubParsersAction[Any]) -> None:
    forms = _command(commands, "forms", _("write one form for each participant"))
    _file(forms)
    _out(forms)
    forms.add_argument("--model", metavar="ID", help=_("only for this model"))
    forms.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="ID",
        help=_("ask only about this area, stream or track; may be repeated"),
    )
    forms.add_argument(
        "--round", type=int, metavar=_("NUMBER"), help=_("only for those in this round of the questionnaire, such as 2")
    )
    forms.add_argument("--named", action="store_true", help=_("name the files after the people they go to"))


def _results(results: argparse.ArgumentParser) -> None:
    _file(results)
    results.add_argument(
        "workbook", type=Path, metavar="RESULTS.xlsx", help=_("or a CSV file; a row for each part of the model")
    )
    results.add_argument("--model", metavar="ID", help=_("the model that it is about, if the assessment uses several"))
    results.add_argument(
        "--column",
        action="append",
        default=[],
        metavar=_("NAME=USE"),
        help=_("what a column is: rating, note, target, answer or left; may be repeated"),
    )
    results.add_argument("--take", action="store_true", help=_("take the results; without it, nothing is changed"))
    results.add_argument(
        "--skip-unclear", action="store_true", help=_("leave out what cannot be read as a value; each is listed")
    )
    results.add_argument(
        "--existing",
        choices=("keep", "replace"),
        help=_("what becomes of results that stand there already and are others"),
    )
    _author(results)


def _with_author(command: argparse.ArgumentParser, add: Callable[[argparse.ArgumentParser], None]) -> None:
    """The file, arguments of the command's own, and whose name stands by its steps."""
    _file(command)
    add(command)
    _author(command)


def _going_back(commands: argparse._SubParsersAction[Any]) -> None:
    changes = _command(commands, "changes", _("tell what is otherwise at one moment than at another, and who did it"))
    _file(changes)
    add_moments(changes)

    restore = _command(commands, "restore", _("list restore points, make one, or go back to one"))
    _with_author(restore, add_restoring)
    _file(_command(commands, "compact", _("make a file as small as it can be; it keeps its whole history")))


def _compare(compare: argparse.ArgumentParser) -> None:
    _file(compare)
    compare.add_argument(
        "other",
        type=Path,
        nargs="?",
        metavar=_("OTHER"),
        help=_("another assessment file, which is only read; without it, the last round that is over"),
    )
    compare.add_argument("--round", type=_text, default="", metavar=_("NAME"), help=_("that round, by name or number"))
    add_as_of(compare)


def _models(models: argparse.ArgumentParser) -> None:
    inner = models.add_subparsers(dest="what", metavar="check|add|adopt|export|import")
    pack = _command(inner, "check", _("check a model pack"), again=True)
    pack.add_argument("pack", type=Path, metavar="PACK.yaml", help=_("the pack's file"))
    adding = _command(inner, "add", _("use a further model in an assessment"), again=True)
    _file(adding)
    adding.add_argument("pack", metavar="ID", help=_("id of a model, or a pack's file"))
    _author(adding)
    adopting = _command(
        inner,
        "adopt",
        _("use a newer version of a model in place of the one in use, and tell what that does"),
        again=True,
    )
    _file(adopting)
    adopting.add_argument("pack", metavar="PACK", help=_("id of a model, or a pack's file"))
    adopting.add_argument("--dry-run", action="store_true", help=_("tell what it would do, and change nothing"))
    adopting.add_argument(
        "--settle",
        action="append",
        default=[],
        metavar=_("OLD=NEW"),
        help=_("part OLD of the version in use is the same as NEW; nothing is, without NEW; may be repeated"),
    )
    _author(adopting)
    pack = _command(inner, "export", _("write a model pack as a workbook"), again=True)
    pack.add_argument("pack", metavar="PACK", help=_("id of a model, or a pack's file"))
    pack.add_argument("workbook", type=Path, metavar="MODEL.xlsx", help=_("must not exist yet"))
    pack = _command(inner, "import", _("make a model pack from a workbook, a library or a folder"), again=True)
    pack.add_argument(
        "model",
        type=Path,
        metavar="MODEL",
        help=_("a workbook, a CSV or YAML file, or a folder of YAML files, also as a zip file"),
    )
    pack.add_argument(
        "pack",
        type=Path,
        nargs="?",
        metavar="PACK.yaml",
        help=_("must not exist yet; without it, the model is shown"),
    )
    pack.add_argument("--keep", action="store_true", help=_("keep it among your own models"))
    pack.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar=_("QUESTION=ANSWER"),
        help=_("what the file does not say, e.g. result=average; without it, the questions are told"),
    )


def _data(commands: argparse._SubParsersAction[Any]) -> None:
    data = _command(commands, "data", _("write the whole assessment as portable JSON"))
    _file(data)
    data.add_argument("--out", type=Path, metavar="DATA.json", help=_("file to write to; without it, standard output"))
    data.add_argument(
        "--attachments",
        type=Path,
        metavar="DIR",
        help=_("folder for the attached files, made if it is not there; without it they are left out"),
    )
    add_as_of(data)


def _exports(commands: argparse._SubParsersAction[Any]) -> None:
    export = _command(commands, "export", _("write the deliverables"))
    _file(export)
    _out(export)
    export.add_argument("--only", action="append", metavar=_("KIND"), help=_("write only this kind; may be repeated"))
    export.add_argument(
        "--template",
        type=Path,
        metavar="HOUSE.docx",
        help=_("a Word document or template (.dotx) whose styles report and two pages take"),
    )
    export.add_argument(
        "--newest",
        action="store_true",
        help=_("show answers as they are now, even where that tells what a few people said since an earlier export"),
    )
    export.add_argument(
        "--slides-template",
        type=Path,
        metavar="HOUSE.potx",
        help=_("a PowerPoint file or template of your own for the slides"),
    )
    export.add_argument(
        "--zone",
        default="",
        metavar=_("ZONE"),
        help=_("of the schedule's times, such as Europe/Paris; else the computer's"),
    )
    add_as_of(export)
    _author(export)


def _command(
    commands: argparse._SubParsersAction[Any],
    name: str,
    text: str,
    *,
    again: bool = False,
) -> argparse.ArgumentParser:
    """Add a command; one inside another leaves alone what was said before it."""
    default = argparse.SUPPRESS if again else False
    found: argparse.ArgumentParser = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    found.add_argument("--json", action="store_true", default=default, help=_("print the result as one JSON object"))
    found.add_argument("--debug", action="store_true", default=default, help=_("show where in the program a bug arose"))
    return found


def _of_file(commands: argparse._SubParsersAction[Any], name: str, text: str) -> argparse.ArgumentParser:
    """Add a command that is about an assessment file."""
    found = _command(commands, name, text)
    _file(found)
    return found


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar=_("FILE"), help=_("the assessment file"))
    add_passphrase(command)


def _out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", type=Path, required=True, metavar=_("DIR"), help=_("created if it does not exist"))


def _author(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--author",
        type=_text,
        default=unnamed(),
        metavar=_("NAME"),
        help=_("name that the history shows for it"),
    )


def _text(argument: str) -> str:
    """Text that a file can keep: whoever names something else has a wrong encoding set."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError(_("is not in the encoding of this system")) from error
    return argument
