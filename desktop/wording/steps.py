"""What a step of the journal did, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_, _
from desktop.model.journal import Fact, Step, StepKind
from desktop.model.records import Stance
from desktop.model.records.record import PRESENT
from desktop.model.scoring.vocabulary import Fulfilment
from desktop.wording import names
from desktop.wording.changes import change_text
from desktop.wording.records import WORDS, cell_name, number_name
from desktop.wording.travelling import COPY_STEPS

__all__ = ["change_text", "sentence", "sentence_of_edit"]

SHOWN = 3
"""So many ids of a list are named."""

SENTENCES: dict[str, str] = {
    **COPY_STEPS,
    "details.set": N_("Set {fields} of the assessment"),
    "member.add": N_("Add {name} to the assessment team"),
    "member.remove": N_("Remove {name} from the assessment team"),
    "participant.add_several": N_("Add participants P-{first:02} to P-{last:02}"),
    "participant.take_back": N_(
        "Remove P-{number:02} and take back what was said (answers: {answers}; notes: {notes})"
    ),
    "participant.leave": N_("Remove who P-{number:02} is and keep what was said (answers: {answers}; notes: {notes})"),
    "model.add": N_("Use the model {model}"),
    "model.adopt": N_("Adopt version {version} of {model} in place of {before}"),
    "model.remove": N_("Stop using the model {model}"),
    "model.scale": N_("Answer {model} on the scale {scale}"),
    "model.question_level": N_("Ask about {model} up to level {level}"),
    "model.question_level not": N_("Ask nobody about {model}"),
    "scope.in": N_("Bring {areas} into scope"),
    "scope.out": N_("Take {areas} out of scope"),
    "form.take": N_("Import the form of P-{number:02} (answers: {answered})"),
    "form.leave_out": N_("Leave out a version of the form of P-{number:02}"),
    "form.sent": N_("Note that forms were sent: {count}"),
    "form.reminded": N_("Note that people were reminded: {count}"),
    "form.round": N_("Put people into questionnaire round {number}: {count}"),
    "form.due": N_("Say when the form of P-{number:02} is to be back"),
    "restore.point": N_("Put everything as it was at the restore point “{name}”, {day}"),
    "round.begin": N_("Start the follow-up “{name}” and put “{last}” away"),
    "round.rename": N_("Call a round “{name}”"),
    "tracker.keep": N_("Keep to what stands there beside the tracker {file}: {count}"),
    "tracker.take": N_("Take back the tracker {file}: {count}"),
    "past.take": N_("Take results about {model} from a workbook: {count}"),
    "answer.set": N_("Answer question {printed} for P-{number:02}"),
    "answer.set not": N_("Answer {question} for P-{number:02}"),
    "answer.comment": N_("Comment on question {printed} for P-{number:02}"),
    "answer.comment not": N_("Comment on {question} for P-{number:02}"),
    "practice.characterise": N_("Characterise {practice} as {value}"),
    "practice.characterise not": N_("Leave {practice} open"),
    "practice.characterise_for": N_("Characterise {practice} as {value} for {name}"),
    "practice.characterise_for not": N_("Leave {practice} open for {name}"),
    "practice.alternative": N_("Accept an alternative for {practice}"),
    "practice.alternative not": N_("No longer accept an alternative for {practice}"),
    "practice.reason": N_("Say why {practice} is characterised so"),
    "goal.set": N_("Note the weaknesses of {goal}"),
    "area.rationale": N_("Say why {area} is rated so"),
    "area.not_applicable": N_("Declare that {area} does not apply"),
    "area.not_applicable not": N_("Declare that {area} applies"),
    "area.stance": N_("Note where a team member stands on {area}: {stance}"),
    "area.stance not": N_("Clear where a team member stands on {area}"),
    "area.agree_all": N_("Note that the whole team agrees on {area}"),
    "area.dissent": N_("Say why a team member disagrees on {area}"),
    "area.settle": N_("Settle {area} although something is missing: {in_spite}"),
    "area.settle not": N_("Settle {area}"),
    "area.reopen": N_("Open {area} again"),
    "blind.begin": N_("Let {areas} be rated blind"),
    "blind.rate": N_("Rate {parts} alone"),
    "blind.note": N_("Say alone why {part} is rated so"),
    "blind.hand_in": N_("Hand in a blind rating of {area}"),
    "blind.hand_in not": N_("Take back a blind rating of {area}"),
    "blind.open": N_("Open the blind ratings of {area}"),
    "blind.take_common": N_("Take what all say about {area} as the team's word (ratings: {count})"),
    "blind.pick": N_("Settle {part} from blind ratings: {value}"),
    "narrative.set": N_("Write words of the team for the report"),
    "stream.rate": N_("Put {stream} at level {level}"),
    "stream.rate not": N_("Read the level of {stream} from its practices"),
    "stream.reason": N_("Say why {stream} is at its level"),
    "practice.tick": N_("Tick {practices}"),
    "practice.tick not": N_("Untick {practices}"),
    "statement.rate": N_("Rate {statements}: {fulfilment}"),
    "statement.rate not": N_("Leave {statements} open"),
    "statement.note": N_("Note what was found on {statement}"),
    "part.answer": N_("Answer {parts}: {answer}"),
    "part.answer not": N_("Leave {parts} open"),
    "part.note": N_("Note what was found on {part}"),
    "part.say": N_("Set the result of {part} to {says}"),
    "part.say not": N_("Leave the result of {part} to the rule"),
    "part.alternative": N_("Accept an alternative for {part}"),
    "part.alternative not": N_("No longer accept an alternative for {part}"),
    "target.set": N_("Set the target of {place}"),
    "target.clear": N_("Clear the target of {place}"),
    "evidence.add": N_("File evidence from “{session}” for {practices}"),
    "evidence.add not": N_("File evidence from “{session}”"),
    "evidence.set": N_("Change evidence from “{session}”"),
    "evidence.link": N_("Link evidence from “{session}” to {practices}"),
    "evidence.unlink": N_("Take evidence from “{session}” off {practices}"),
    "evidence.attach": N_("Attach “{file}” to evidence from “{session}”"),
    "evidence.detach": N_("Take the file “{file}” off evidence from “{session}”"),
    "evidence.move": N_("Make sessions with notes of “{session}”"),
    "evidence.remove": N_("Remove evidence from “{session}”"),
    "checklist_tick.set": N_("Say how it stands with an item of the checklist"),
    "asked_question.set": N_("Mark a question as asked in “{name}”"),
    "asked_question.set not": N_("Mark a question as not asked in “{name}”"),
    "session.move": N_("Move “{name}” to {day} {starts}"),
    "session.lay_out": N_("Take the plan that was laid out (sessions: {count})"),
    "session.people": N_("Say who takes part in “{name}”"),
    "session.areas": N_("Say what “{name}” is about"),
    "session_note.add": N_("Keep a note of “{session}”"),
    "session_note.set": N_("Change a note of “{session}”"),
    "session_note.tag": N_("Tag a note of “{session}” with {parts}"),
    "session_note.untag": N_("Take {parts} off a note of “{session}”"),
    "session_note.remove": N_("Remove a note of “{session}”"),
    "observation.tone": N_("Say what {observations} is: strength, weakness or alternative"),
    "observation.draw": N_("Draw observation O-{number:02} from a further source"),
    "observation.withdraw": N_("Take a source off observation O-{number:02}"),
    "observation.tag": N_("Say what observation O-{number:02} is about"),
    "observation.stance": N_("Note where a team member stands on observation O-{number:02}"),
    "observation.agree": N_("Note that the whole team agrees on {observations}"),
    "observation.confirm": N_("Call {observations} valid"),
    "observation.reject": N_("Reject observation O-{number:02}"),
    "observation.reopen": N_("Take {observations} back to draft"),
    "observation.remove": N_("Remove {observations}"),
    "finding.keep": N_("Change what finding F-{number:02} rests on"),
    "finding.move": N_("Move finding F-{number:02}"),
    "finding.merge": N_("Make one finding of {findings}"),
    "finding.split": N_("Split finding F-{number:02}"),
    "finding.mark": N_("Mark {findings} for the report"),
    "finding.unmark": N_("Take {findings} out of the report"),
    "finding.remove": N_("Remove {findings}"),
    "finding.take_up": N_("Say which actions come of finding F-{number:02}"),
    "finding.discuss": N_("Note in “{session}” how finding F-{number:02} is seen"),
    "discussion_point.add": N_("Write down what was said in “{session}” on F-{finding:02}"),
    "discussion_point.remove": N_("Take back what was written down in a discussion"),
    "action.add": N_("Add action {number}: {title}"),
    "action.add_several": N_("Add actions {first} to {last}"),
    "action.set_several": N_("Change {fields} of several actions ({count})"),
    "action.tag": N_("Change the tags of actions ({count}): {tags}"),
    "action.plan": N_("Set start and due date of the actions of a plan ({count})"),
    "action.done": N_("Note that action {number} is done"),
    "action.verify": N_("Note that action {number} is verified"),
    "review.record": N_("Say in “{name}” how action {number} stands"),
    "review.record not": N_("Take back what “{name}” said of action {number}"),
    "action.drop": N_("Drop action {number}"),
    "action.reopen": N_("Reopen action {number}"),
    "action.need": N_("Let action {number} wait for action {needs}"),
    "action.need not": N_("Let action {number} no longer wait for action {needs}"),
    "action.expect": N_("Expect action {number} to change {part}"),
    "action.expect not": N_("No longer expect action {number} to change {part}"),
    "action_entry.add": N_("Write into the log of action {action}"),
    "action_entry.set": N_("Change the log of action {action}"),
    "action_entry.remove": N_("Remove from the log of action {action}"),
    "measure.add": N_("Add the measure “{name}” to action {number}"),
    "measure.set": N_("Change {fields} of the measure “{name}” of action {number}"),
    "measure.remove": N_("Remove the measure “{name}” from action {number}"),
    "reading.add": N_("Note “{name}” on {day}: {value}"),
    "conflict.settle": N_("Settle what copies said in different ways ({noun} {part}: {field})"),
    "conflict.settle not": N_("Settle what copies said in different ways ({noun}: {field})"),
    "merge.arrive": N_("Merge {source} (steps: {count})"),
    "merge.follow": N_("What follows from the merge by rule (changes: {count})"),
    "file.repaired": N_("Repair the file (steps left out: {steps})"),
    "reading.remove": N_("Remove the reading of “{name}” on {day}"),
    "answers.shown": N_(
        "Show the newest answers in an export (questions: {questions}), though some tell what a few people said "
        "({newest})"
    ),
    "answers.shown not": N_("Show answers in an export (questions: {questions})"),
}
"""By label, where one of `BY_RULE` would not do; `` not`` behind one: its sentence where the fact named in `SWITCHES`
is empty or false."""

BY_RULE: dict[str, str] = {
    "add": N_("Add {noun} {name}"),
    "set": N_("Change {noun} {name}"),
    "set fields": N_("Change {fields} of {noun} {name}"),
    "remove": N_("Remove {noun} {name}"),
}
"""By what was done to a record, for every kind alike: its label is the kind, a point, and this."""

SWITCHES: dict[str, str] = {
    "area_duty.set": "works",
    "conflict.settle": "part",
    "asked_question.set": "asked",
    "model.question_level": "level",
    "answer.set": "printed",
    "answer.comment": "printed",
    "practice.characterise": "value",
    "practice.characterise_for": "value",
    "practice.alternative": "accepted",
    "area.not_applicable": "declared",
    "area.stance": "stance",
    "area.settle": "in_spite",
    "blind.hand_in": "handed",
    "stream.rate": "level",
    "practice.tick": "done",
    "statement.rate": "fulfilment",
    "part.answer": "answer",
    "part.say": "says",
    "part.alternative": "accepted",
    "evidence.add": "practices",
    "answers.shown": "newest",
    "action.need": "needed",
    "action.expect": "expected",
    "review.record": "said",
}

_LISTS = ("areas", "findings", "observations", "parts", "practice", "practices", "statements")
_NUMBERED = {"findings": "finding", "observations": "observation"}
"""Lists of numbers of records, which are called on the screen as on their page, e.g. ``O-03``."""
_PREFIXES = {StepKind.UNDO: N_("Undo: {sentence}"), StepKind.REDO: N_("Redo: {sentence}")}
"""What stands before the sentence of a step that is no edit of its own."""


def sentence(step: Step, questions: Mapping[str, str] | None = None) -> str:
    """What the step did, e.g. ``Undo: Characterise SRI-AC-4 as LI``; of a step that nobody here knows, its label.

    Args:
        step: the step.
        questions: what questions are called, by id; one that is not there is told by its id.
    """
    text = sentence_of_edit(step, questions)
    return _(_PREFIXES[step.kind]).format(sentence=text) if step.kind in _PREFIXES else text


def sentence_of_edit(step: Step, questions: Mapping[str, str] | None = None) -> str:
    """The same without a word of undo or redo before it: what was done at first."""
    switch = SWITCHES.get(step.label)
    key = step.label if switch is None or step.facts.get(switch) else f"{step.label} not"
    try:
        words = _words(step.label, step.facts)
        if questions and "question" in words:
            words["question"] = questions.get(str(words["question"]), words["question"])
        return _(SENTENCES.get(key) or rule_of(key, words)).format(**words).strip()
    except (KeyError, ValueError):
        return step.label


def rule_of(label: str, facts: Mapping[str, object]) -> str:
    """The sentence that holds for steps of every kind of record.

    Raises:
        KeyError: there is none for such a step.
    """
    kind, _point, done = label.partition(".")
    if kind not in WORDS:
        raise KeyError(label)
    return BY_RULE["set fields" if done == "set" and "fields" in facts else done]


def _words(label: str, facts: Mapping[str, Fact]) -> dict[str, object]:
    words: dict[str, object] = dict(facts)
    kind = label.partition(".")[0]
    if kind in WORDS:
        by_number = bool(WORDS[kind].number) and "number" in facts
        known = number_name(kind, int(facts["number"] or 0)) if by_number else ""
        words = {"noun": _(WORDS[kind].noun), "name": known, **words}
    if {"noun", "field"} <= facts.keys():
        kind, cell = str(facts["noun"]), str(facts["field"])
        words["noun"] = _(WORDS[kind].noun)
        words["field"] = _("whether it is there") if cell == PRESENT else cell_name(kind, cell)
    for name in _LISTS:
        if name in facts:
            words[name] = _shortened(_numbered(_NUMBERED.get(name, ""), str(facts[name])))
    if facts.get("stance"):
        words["stance"] = names.name(Stance(str(facts["stance"])))
    if facts.get("fulfilment"):
        words["fulfilment"] = names.name(Fulfilment(str(facts["fulfilment"])))
    if "fields" in facts:
        words["fields"] = ", ".join(cell_name(kind, cell) for cell in str(facts["fields"]).split(", "))
    return words


def _numbered(kind: str, ids: str) -> str:
    """The numbers of records as one knows them; ids of other kinds as they are."""
    return ", ".join(number_name(kind, int(each)) for each in ids.split(", ")) if kind else ids


def _shortened(ids: str) -> str:
    """The first few of the ids, and how many more there are."""
    every = ids.split(", ")
    shown = ", ".join(every[:SHOWN])
    more = len(every) - SHOWN
    return shown if more <= 0 else _("{shown} and {more} more").format(shown=shown, more=more)
