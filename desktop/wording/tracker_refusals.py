"""Why a tracker is not taken, in sentences that also say what to do."""

from __future__ import annotations

from desktop.language import N_

OF_TRACKERS: dict[str, str] = {
    "tracker.other_assessment": N_(
        "{file} is a tracker of another assessment. Open that assessment and take it back there; nothing was changed."
    ),
    "tracker.no_identity": N_(
        "{file} is no tracker of this program, or its hidden sheet is gone. Ask for the workbook that you sent, or "
        "send a new one."
    ),
    "tracker.newer": N_("{file} was written by a newer version of Maturity Workbench. Take it back with that version."),
    "tracker.no_actions": N_(
        "{file} has no sheet with the actions any more, or the headings of its columns are gone. Ask for the workbook "
        "as it was sent."
    ),
    "tracker.sheet_twice": N_(
        "The same table stands on two sheets, “{sheet}” and “{other}”. Have the one deleted that does not count, then "
        "take the tracker back again."
    ),
    "tracker.column_twice": N_(
        "On the sheet “{sheet}” the column “{column}” is there twice. Have the one deleted that does not count, then "
        "take the tracker back again."
    ),
    "tracker.no_keys": N_(
        "On the sheet “{sheet}” the hidden column with the keys is gone, so nobody can tell which row is about which "
        "action. Ask for the workbook with that column."
    ),
    "tracker.password": N_("{file} is protected by a password. Ask for it to be saved without one."),
    "tracker.other_format": N_(
        "{file} is in the format {format}. Open it and save it as an Excel workbook (.xlsx), then take that back."
    ),
    "tracker.too_large": N_(
        "{file} is far larger than a tracker can be and was not read. Pictures and other sheets do not belong in it."
    ),
    "tracker.damaged": N_("{file} is no Excel workbook, or it is damaged. Ask for it to be sent again."),
    "tracker.missing": N_("{file} is not there or cannot be read. Check its name, and that you may read it."),
    "tracker.in_the_way": N_(
        "{path} is there already, and somebody may have written in it. Move it or choose another folder."
    ),
    "tracker.no_actions_yet": N_("There is no action yet, so there is nothing to follow. Write the first one down."),
    "tracker.nothing_open": N_("No action is open, so there is nothing to hand over."),
    "tracker.no_list": N_(
        "{file} holds no table with a key of ours and a column Status, State or Progress. Export the list with its "
        "labels, tags or descriptions."
    ),
    "tracker.conflicts": N_(
        "What the team changed meanwhile, and otherwise: {count} ({places}). Say which side counts with "
        "--conflicts ours or --conflicts theirs; nothing was taken."
    ),
    "tracker.unclear": N_(
        "What cannot be read: {count} ({places}). Have it put right, or leave it out with --skip-unclear; nothing "
        "was taken."
    ),
}
