"""What the program would not do and why, in sentences that also say what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import reduce
from operator import or_

from desktop.language import N_, _, ngettext
from desktop.model.bounds import PACK_FAULTS
from desktop.model.errors import Fact, RefusalError
from desktop.model.maturity.faults import PackFaultsError
from desktop.wording import attachments, document_templates, exports, forms, pack_faults, rating_refusals
from desktop.wording.finding_refusals import OF_FINDINGS
from desktop.wording.merging_refusals import OF_MERGING
from desktop.wording.moments import local_time
from desktop.wording.passphrases import OF_PASSPHRASES
from desktop.wording.past_moments import REFUSED_PAST
from desktop.wording.preparation_refusals import OF_PREPARATION
from desktop.wording.restore_texts import newest_point
from desktop.wording.rounds import REFUSED_ROUNDS
from desktop.wording.tracker_refusals import OF_TRACKERS
from desktop.wording.travelling import OF_TRAVELLING

SENTENCES: dict[str, str] = {
    **OF_FINDINGS,
    **OF_MERGING,
    **OF_TRACKERS,
    **OF_TRAVELLING,
    **OF_PASSPHRASES,
    **OF_PREPARATION,
    **REFUSED_ROUNDS,
    **REFUSED_PAST,
    "file.missing": N_("There is no file {path}. Check its name, or make a new assessment."),
    "model.cell_long": N_(
        "The workbook was not written: {heading} in row {row} of the sheet “{sheet}” is longer than a cell "
        "can be. Shorten it and try again."
    ),
    "model.no_workbook": N_(
        "{path} cannot be read as the workbook of a model. Save it as an Excel workbook (.xlsx) without a password."
    ),
    "model.examples_fail": N_(
        "{path} is not used: the rules of “{model}” do not give what these of its examples say: {examples}. "
        "Check it with “models check” and mend the rules or the examples."
    ),
    "model.rival": N_(
        "{path} is not used: {other} has the identity “{model}” already. Write another after “id:” in the text of one "
        "of them."
    ),
    "model.text_unreadable": N_(
        "The text does not say so far what the model is called and what its identity is. Mend its faults first."
    ),
    "model.of_a_scheme": N_(
        "“{model}” follows a scheme; its ratings have a form of their own. Only models that bring their own rules are "
        "answered part by part."
    ),
    "part.not_answered": N_("“{part}” is not answered itself: its result follows from the parts under it."),
    "part.answer_off": N_("“{answer}” is not an answer on the scale “{scale}” of {part}. Choose one of those offered."),
    "part.instances": N_("{part} is answered for each of the {of}. Say for which, or add one first."),
    "part.once": N_("{part} is answered once, not for sites or projects. Answer it as a whole."),
    "part.not_judged": N_(
        "The model leaves the result of {part} to its rule. Change the answers that it follows from."
    ),
    "part.says_off": N_(
        "{part} cannot be {says}, or the model does not let the team go so far. Choose one of those offered."
    ),
    "part.no_alternative": N_("The model allows no alternative for {part}. Answer the part itself."),
    "instance.unknown": N_("There is no such site, project or the like here. If it was removed, undo brings it back."),
    "instance.sort_unknown": N_("Nothing of the model “{model}” is answered for {of}. Answer its parts once."),
    "instance.nameless": N_("One of the {of} needs a name, so that it can be told from others."),
    "instance.twice": N_("“{name}” is one of the {of} already. Choose another name."),
    "target.part_value": N_("“{value}” is nothing that {place} can be. Choose one of its grades, or a number."),
    "model.form_unknown": N_(
        "{path} is not recognised as a model. It can be a model pack or its workbook; a table with a row for each "
        "subject and a column for each level; a table of practices with their levels; a CISO Assistant library; or the "
        "folder of an OWASP SAMM model, also as a zip file."
    ),
    "past.columns_many": N_("{path} has results in more than {limit} columns. Put them into several workbooks."),
    "model.archive_broken": N_("The archive {path} is damaged or has a password. Unpack it and import the folder."),
    "table.broken": N_(
        "{path} cannot be read beyond line {line}: a quotation mark is not closed, or a cell is too long. Save it anew "
        "in the program that it comes from, or as an Excel workbook (.xlsx)."
    ),
    "table.cells_many": N_("The table {path} has more than {limit} cells, or too many columns."),
    "model.folder_large": N_(
        "The folder {path} has more than {limit} files, or more in them than a model can have. Choose the folder of "
        "one model."
    ),
    "model.choices_many": N_(
        "The questions on the sheet “{sheet}” have more than {limit} answers to choose from, too many for a model."
    ),
    "model.rows_many": N_("The sheet “{sheet}” has more than {limit} rows, too many for a model."),
    "model.questions_open": N_("{path} does not say all that a model must. Answer the questions ({count} open)."),
    "model.answer_unknown": N_("“{answer}” is no answer to the question “{topic}”. Possible are: {known}."),
    "model.answer_unasked": N_("There is no question “{topic}” about this model. There are: {known}."),
    "model.answer_form": N_("“{answer}” is no answer. Write question and answer with = between: result=average."),
    "file.exists": N_("{path} is there already and is left as it is. Choose another name, or move that file away."),
    "file.no_folder": N_("There is no folder {path}. Make it first, or choose another."),
    "file.unwritable": N_("{path} could not be written: {reason}. Choose a folder you may write to."),
    "file.unreadable": N_("{path} could not be read: {reason}. Check that it is a file you may read."),
    "file.not_plain": N_(
        "{path} is not an ordinary file but a folder, a link or a device, and is left as it is. Name the file itself."
    ),
    "file.is_assessment": N_(
        "{path} is an assessment, or would be taken for one, and is left as it is. Choose another name."
    ),
    "file.too_large": N_("{path} is larger than the {most} bytes that such a file may have. Choose another."),
    "file.name_too_long": N_("The name {path} is longer than the system allows. Choose a shorter one."),
    "file.name_unfit": N_("The name {path} has characters that the disk does not take. Choose another."),
    "file.in_use": N_(
        "{path} could not be replaced, so nothing was. It is open in another program, or write-protected. "
        "Close it there and try again."
    ),
    "folder.in_use": N_(
        "Another export or set of forms is being written into {path} at this moment, so nothing was written. "
        "Wait until it is done and try again, or choose another folder."
    ),
    "file.leftover": N_(
        "{path} is left over from saving that was interrupted, but the assessment it belongs to is gone. Bring "
        "the two together again, or move this file away before you make a new assessment of that name."
    ),
    "file.not_an_assessment": N_("{path} is not an assessment file. Choose a file that Maturity Workbench has made."),
    "file.newer": N_(
        "{path} was written by a newer version of Maturity Workbench (file format {format}; this version knows "
        "formats up to {known}). Open it with that version."
    ),
    "file.older_readonly": N_(
        "{path} has the older file format {format} and must be brought to today's before it is read, "
        "but it cannot be written to now. Close it elsewhere, or copy it to a folder you may write to."
    ),
    "file.migration_unknown": N_(
        "{path} has the file format {format}, which this version can no longer read. "
        "Open it once with an older version of Maturity Workbench."
    ),
    "file.damaged": N_("{path} is damaged, and nothing more is written to it. Go back to an earlier copy."),
    "file.interrupted": N_(
        "The last change to {path} was interrupted and has to be taken back first, but the file cannot be "
        "written to. Copy it, together with the file of the same name that ends in “-journal”, to a folder you "
        "may write to."
    ),
    "file.locked": N_("Another program is using {path} at the moment. Nothing was changed; try again shortly."),
    "file.readonly": N_("{path} cannot be written to. Nothing was changed; make the file and its folder writable."),
    "file.full": N_("There is no room left on the disk of {path}. Nothing was changed; make room and try again."),
    "file.io": N_("The disk or share that holds {path} reported an error. Nothing was changed; check the connection."),
    "file.memory": N_("There was not enough memory to go on with {path}. Nothing was changed; close other programs."),
    "file.too_long": N_(
        "{path} takes far more work to read than any assessment of its size, so reading was stopped. Nothing was "
        "changed; go back to an earlier copy."
    ),
    "file.too_big": N_("{path} holds a text that is longer than is allowed. Nothing was changed; shorten the text."),
    "file.moved": N_(
        "{path} was moved, renamed or deleted by another program, so nothing was written. "
        "Put it back under its name, or open it where it is now, and enter your last change again."
    ),
    "file.altered": N_(
        "{path} is not as an assessment file should be, at “{thing}”. Another program changed it, so it is not "
        "opened. Go back to an earlier copy, or let the command “check --repair” save what makes sense into a "
        "new file."
    ),
    "file.impossible": N_(
        "{path} holds an impossible value in “{table}”, so it is not opened. Go back to an earlier copy, or let "
        "the command “check --repair” save what makes sense into a new file."
    ),
    "file.unrepairable": N_("{path} cannot be repaired. Nothing was written; go back to an earlier copy."),
    "text.too_long": N_("A text may have {longest} characters at most. Shorten it, and enter it again."),
    "file.replaced": N_(
        "Another file was put in the place of {path} while it was open, so nothing was written. "
        "Open it again to go on with the file that is there now, and enter your last change again."
    ),
    "file.changed": N_(
        "Another program changed {path} while it was open, so your last change was not made. "
        "You now see the file as it is; look at it and make the change again."
    ),
    "file.overwritten": N_(
        "Another program wrote over {path} while it was open. What is there now is not an assessment, so nothing "
        "was written. Put an earlier version in its place, from a backup or from the program that synchronises "
        "the folder."
    ),
    "step.senseless": N_(
        "Step {step} cannot be undone or redone: what it changed is no longer there, or has changed since. "
        "Nothing was changed. Save a sound copy and go on with that."
    ),
    "file.opened_readonly": N_(
        "{path} is open for reading only, because it is being written to elsewhere or cannot be written to. "
        "Close it there and open it again here."
    ),
    "demo.in_the_way": N_(
        "{path} is not from an earlier demo and is left as it is. Choose another folder for the demo."
    ),
    "demo.in_use": N_("{path} is open elsewhere. Close it there, then start the demo again."),
    "data.inconsistent": N_(
        "The data contradict themselves ({faults}). Nothing was made; have them written out again."
    ),
    "form.area_not_asked": N_("Nobody is asked about “{area}”. Choose from: {known}."),
    "model.unknown": N_("There is no model “{model}”. Choose from: {known}."),
    "model.not_in_use": N_("The assessment does not use the model “{model}”. Choose one that it uses."),
    "model.unfit": N_(
        "{path} cannot be used: the model “{model}” that is frozen in it is damaged. Go back to an earlier copy."
    ),
    "adopt.no_part": N_("Neither version has a part “{part}”. Say OLD=NEW with ids that the versions have."),
    "adopt.settled_form": N_("“{said}” says nothing. Write OLD=NEW, or OLD= where nothing is the same."),
    "adopt.other_sort": N_(
        "“{before}” and “{after}” cannot be the same: one is something else than the other, such as a question and a "
        "practice. Name two of a kind."
    ),
    "adopt.settled_twice": N_("“{part}” cannot be the same as two parts. Say so of one of them."),
    "adopt.never_used": N_("This assessment has not used “{model}” yet, so there is nothing to adopt. Add the model."),
    "adopt.same_version": N_(
        "Version {version} of “{model}” is the one that the assessment uses. Nothing was changed."
    ),
    "adopt.other_scheme": N_(
        "“{model}” is rated in another way now, so nothing that was said could be carried over. Give the new model an "
        "id of its own and add it beside the other."
    ),
    "model.other_version": N_(
        "This assessment knows “{model}” in another version. Adopt version {version} in its place (on the command line "
        "“models adopt”): you see first what is carried over and what has to be said again."
    ),
    "past.no_table": N_(
        "{path} has no table about the model “{model}”: no column names its parts. Put their ids or names in one."
    ),
    "past.which_model": N_("Say which model the workbook is about with --model: {known}."),
    "past.column_form": N_(
        "“{column}” does not say what a column is. Write its name, = and a use, as in Score=rating."
    ),
    "past.column_unknown": N_("The workbook has no column “{column}” beside the parts. Choose from: {known}."),
    "past.use_unknown": N_("A column cannot be “{use}”. Choose from: {known}."),
    "past.rated_twice": N_(
        "Only one column can hold the ratings, and one the targets, of the team: {columns}. Leave out the others."
    ),
    "past.unclear": N_(
        "Values that cannot be read: {count} ({places}). Nothing was taken. Mend them, or take the rest with "
        "--skip-unclear."
    ),
    "past.stands": N_(
        "Results unlike those that stand there: {count}. Nothing was taken. Say --existing keep or --existing replace."
    ),
    "past.nowhere": N_("The model keeps no {use} “{said}” of “{part}”. Nothing was taken."),
    "model.in_use_already": N_("The assessment uses the model “{model}” already. Choose another."),
    "scale.unknown": N_("The model “{model}” has no answer scale “{scale}”. Choose one that it has."),
    "scale.answers_in": N_(
        "There are answers to “{model}” already, so its answer scale can no longer change. To change it, clear "
        "these answers first."
    ),
    "level.unknown": N_("The model “{model}” has no level {level}. Choose one that it has."),
    "area.unknown": N_("The model “{model}” has no area, stream or track “{area}”. Choose one that it has."),
    "goal.unknown": N_(
        "The model “{model}” has nothing called “{goal}” there. Choose a goal, cell or statement of it."
    ),
    "team.no_alternatives": N_(
        "The model “{model}” accepts no other practice in place of one. Say how far the practice itself is in place."
    ),
    "team.may_not_lower": N_(
        "Under the model “{model}” a goal is satisfied once its practices are in place. Rate the practices lower."
    ),
    "team.may_not_set": N_(
        "The model “{model}” reads the level of a stream from the practices that are ticked. Tick those instead."
    ),
    "practice.unknown": N_("The model “{model}” has no practice “{practice}”. Choose one that it has."),
    "statement.unknown": N_("The model “{model}” has no statement “{statement}”. Choose one that it has."),
    "part.unknown": N_("The model “{model}” has nothing called “{part}”. Choose a part that it has."),
    "target.area_level": N_("{area} can only be satisfied or not: set the target 1 to have it satisfied, 0 otherwise."),
    "target.importance": N_("Importance goes from {least} (little) to {most} (most). Choose a whole number between."),
    "question.unknown": N_("The questionnaire has no question “{question}”. Choose one that it has."),
    "choice.unknown": N_("“{choice}” is not an answer of the scale “{scale}”. Choose one of its answers."),
    "answer.unfit": N_(
        "{path} holds an answer to “{question}” that is not on its scale; another program changed the file. Go "
        "back to an earlier copy."
    ),
    "session.nameless": N_("A session needs a name, such as “Interview 3” or “Tour of the desk”. Give it one."),
    "session.has_notes": N_(
        "“{name}” has notes, so it stays a session that counts as a source. Take its notes away first, or leave it "
        "as it is."
    ),
    "session.days": N_("A session cannot end on {ends}, before it begins on {starts}. Change one of the days."),
    "schedule.empty": N_("No session has a day yet, so there is nothing to write. Plan the sessions under Schedule."),
    "review.silent": N_("“{name}” has said nothing yet. Say how its actions stand first, on Actions under Follow-up."),
    "follow_up.nothing_due": N_(
        "No open action has a due date, and no review has a day or has said anything. Say by when actions are due."
    ),
    "schedule.zone": N_("There is no time zone “{zone}”. Name one such as Europe/Amsterdam."),
    "session.unknown": N_("This session is no longer there. Undo brings back what was removed."),
    "note.empty": N_("The note says nothing yet. Type what was heard, seen or read."),
    "note.unknown": N_("This note is no longer there. Undo brings back what was removed."),
    "evidence.session_missing": N_("Name the interview, document or demonstration that the evidence comes from."),
    "evidence.questionnaire": N_("The questionnaire counts by itself. File what was heard, read or seen besides it."),
    "evidence.unknown": N_("This piece of evidence is no longer there. Undo brings back what was removed."),
    "plan.quarters": N_("A plan can have 1 to {most} quarters, not {quarters}."),
    "plan.below_zero": N_("A budget cannot be below zero. Write what there is, or leave it empty for no limit."),
    "plan.no_actions": N_("There is no open action to plan. Add actions first, or take up what is suggested."),
    "plan.no_target": N_("There is no target yet. Set targets on the page Gaps, or say which level is to be reached."),
    "plan.no_date": N_("“{value}” is not a day. Write it as year-month-day, such as 2026-12-31."),
    "plan.action_unknown": N_("There is no action {number}."),
    "plan.which_model": N_(
        "The assessment uses several models. Say which one is to reach the level, with --model: {known}."
    ),
    "action.unknown": N_("This action is no longer there. Undo brings back what was removed."),
    "action.title_missing": N_("Give the action a title that says what is to be done."),
    "action.negative": N_("“{value}” is below zero. Write what it takes, costs or brings as a number from 0 up."),
    "action.not_estimated_so": N_("“{value}” is not one of the steps of this estimate. Choose one of {steps}."),
    "action.percent_of_done": N_(
        "Action {number} is done, which is a hundred per cent. If only {value} % of it are done, set its status to "
        "in progress first."
    ),
    "action.percent": N_("“{value}” is not how much can be done. Choose a whole number from 0 to 100."),
    "action.due_before_start": N_(
        "The action cannot be due on {due}, before it starts on {start}. Change one of the two days."
    ),
    "action.status": N_("“{value}” is no status of an action."),
    "action.unverified": N_(
        "An action becomes verified by verification, once it is done and the team has seen what came of it."
    ),
    "action.not_done": N_("Action {number} is not done yet. Note that it is done before it is verified."),
    "action.dropped_because_missing": N_("Say why the action is dropped; the reason stays with it."),
    "action.needs_itself": N_("Action {number} cannot wait for itself."),
    "action.circle": N_(
        "Action {number} cannot wait for action {needs}: the actions {chain} would wait for each other. "
        "Let one of them no longer wait for the next."
    ),
    "action_entry.empty": N_("Type what is to be known about how the action goes on."),
    "action_entry.unknown": N_("This entry is no longer in the log. Undo brings back what was removed."),
    "milestone.nameless": N_("Give the milestone a title, such as “Pilot is over”."),
    "milestone.known": N_("There is a milestone “{name}” already. Give it another title, or use that one."),
    "milestone.unknown": N_("This milestone is no longer there. Undo brings back what was removed."),
    "tag.empty": N_("Type a word for the tag."),
    "tag.long": N_("A tag has at most {longest} characters. Choose a shorter word."),
    "verification.other_eyes": N_(
        "Somebody else than its owner and deputy has to see that action {number} is done. Name who has seen it."
    ),
    "verification.evidence": N_(
        "Nothing shows that action {number} is done. Name a piece of evidence that is not judged inadequate."
    ),
    "verification.rated_again": N_(
        "What action {number} was to change has not been rated since it was done. Rate it again, or say why it counts "
        "all the same."
    ),
    "verification.reached": N_(
        "What action {number} was to change is not as it was to be. Take the action up again, or say why it counts all "
        "the same."
    ),
    "verification.before": N_("Action {number} was done on {day}. It cannot have been verified before."),
    "lesson.empty": N_("Say what the team has learned."),
    "lesson.unknown": N_("This lesson is no longer on the list. Undo brings back what was removed."),
    "hours.negative": N_("“{value}” is less than no hours. Write hours such as 7.5."),
    "guide_question.empty": N_("Type what is to be asked."),
    "guide_question.unknown": N_("This question is no longer on the guide. Undo brings back what was removed."),
    "measure.unknown": N_("This measure is no longer there. Undo brings back what was removed."),
    "measure.name_missing": N_("Give the measure a name that says what is counted."),
    "measure.not_a_number": N_(
        "“{value}” is not a number. Write digits with at most one comma or point before the decimals, such as 12.5."
    ),
    "reading.unknown": N_("This reading is no longer there. Undo brings back what was removed."),
}
"""By code; the sentences of forms and of what is exported stand with their own words."""

MOMENTS = frozenset({"saved", "taken"})
"""Facts that are moments: written as ISO 8601 tells, empty where nobody knows."""


def sentence(error: RefusalError) -> str:
    """What happened and what to do about it; for a faulty model pack, one line a fault after the first."""
    if isinstance(error, PackFaultsError):
        return _faults(error)
    told = _(all_sentences()[error.code]).format(**_words(error.facts))
    return f"{told} {newest_point(error.facts['point'])}" if "point" in error.facts else told


def all_sentences() -> dict[str, str]:
    """Every sentence by its code."""
    others = (attachments, document_templates, exports, forms, rating_refusals)
    return reduce(or_, (module.SENTENCES for module in others), SENTENCES)


def _faults(error: PackFaultsError) -> str:
    count = len(error.faults)
    if error.file is None:
        first = ngettext("The model pack cannot be used:", "The model pack cannot be used; {count} faults:", count)
    else:
        first = ngettext("{file} cannot be used:", "{file} cannot be used; {count} faults:", count)
    lines = [first.format(file=error.file, count=count), *pack_faults.describe(error)]
    if count >= PACK_FAULTS:
        lines.append(_("There may be more: mend these first, then check again."))
    return "\n".join(lines)


def _words(facts: Mapping[str, Fact]) -> dict[str, object]:
    return {key: _word(key, fact) for key, fact in facts.items()}


def _word(key: str, fact: Fact) -> object:
    if key in MOMENTS:
        return local_time(dt.datetime.fromisoformat(str(fact)) if fact else None)
    return ", ".join(fact) if isinstance(fact, tuple) else fact
