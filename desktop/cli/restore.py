"""`restore`: the restore points of a file: listed, made, gone back to, saved as files of their own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import structs

from desktop.cli.console import Console
from desktop.cli.reading import opened, opened_to_edit
from desktop.language import _
from desktop.model.assessment.restoring import RestorePoint, make_point, save_as
from desktop.model.errors import RefusalError
from desktop.wording.restore_texts import made_at, made_for, point_name, rule_text, size_text

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment


def run(arguments: Namespace, console: Console) -> int:
    """Do what is asked for; without anything, list the points and tell how long they are kept."""
    if arguments.to is not None:
        return _restore(arguments, console)
    with opened(arguments.file, console) as assessment:
        if arguments.make is not None:
            made = make_point(arguments.file, arguments.make, arguments.author, key=assessment.key)
            console.result(_told(made))
            console.say(_("The restore point {path} was made.").format(path=made.path))
            return 0
        if arguments.save is not None:
            point = _named(arguments.save, assessment)
            save_as(point, arguments.out, assessment.key)
            console.result({"file": str(arguments.out)})
            console.say(_("{path} holds the assessment as it was then.").format(path=arguments.out))
            return 0
        points, rule, folder = assessment.restoring.points(), assessment.restoring.rule(), assessment.restoring.folder
    if arguments.keep_days is not None or arguments.keep_weeks is not None or arguments.folder is not None:
        return _set_rule(arguments, console)
    console.result({"folder": str(folder), "rule": rule, "points": [_told(point) for point in points]})
    for number, point in enumerate(points, start=1):
        text = _("{number}  {when}  {name} ({why}, step {step}, {size})")
        console.say(
            text.format(
                number=number,
                when=made_at(point),
                name=point_name(point),
                why=made_for(point),
                step=point.step,
                size=size_text(point.size),
            )
        )
    if not points:
        console.say(_("There is no restore point yet."))
    console.tell(_("They are in {folder}.").format(folder=folder))
    console.tell(rule_text(rule))
    return 0


def _restore(arguments: Namespace, console: Console) -> int:
    with opened_to_edit(arguments.file, arguments.author, console) as assessment:
        point = _named(arguments.to, assessment)
        changed = assessment.restoring.restore(point)
    step = None if changed.step is None else changed.step.number
    console.result({"point": str(point.path), "step": step, "records": len(changed.rows)})
    if step is None:
        console.say(_("Everything is as it was then already."))
    else:
        console.say(
            _("Everything is as it was at {when}. Step {step} did it; undo takes it back.").format(
                when=made_at(point), step=step
            )
        )
    return 0


def _set_rule(arguments: Namespace, console: Console) -> int:
    with opened_to_edit(arguments.file, arguments.author, console) as assessment:
        rule = assessment.restoring.rule()
        given = {"days": arguments.keep_days, "weeks": arguments.keep_weeks}
        rule = structs.replace(rule, **{name: value for name, value in given.items() if value is not None})
        chosen = assessment.restoring.chosen_folder() if arguments.folder is None else arguments.folder
        assessment.restoring.set_rule(rule, str(Path(chosen).absolute()) if chosen else "")
        console.result({"rule": rule, "folder": str(assessment.restoring.folder)})
        console.say(rule_text(rule))
        console.say(_("They are in {folder}.").format(folder=assessment.restoring.folder))
    return 0


def _told(point: RestorePoint) -> dict[str, Any]:
    return structs.asdict(point) | {"path": str(point.path)}


def _named(typed: str, assessment: Assessment) -> RestorePoint:
    """The point that somebody typed: by its number in the list, its name or its file.

    Raises:
        RefusalError: ``restore.unknown``.
    """
    points = assessment.restoring.points()
    if typed.isdecimal() and 0 < int(typed) <= len(points):
        return points[int(typed) - 1]
    found = [each for each in points if typed in (each.name, each.path.name, str(each.path))]
    if not found or not typed:
        raise RefusalError("restore.unknown", path=assessment.path, value=typed)
    return found[0]
