"""What is wrong with a model pack, in sentences for whoever writes one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from desktop.language import N_, _
from desktop.model.errors import Fact
from desktop.model.maturity.faults import Fault, FaultCode, PackFaultsError
from desktop.model.maturity.pack import Code, Language, Mark, Slug, Version, Word
from desktop.model.maturity.rulebook.values import GradeWord, PartId, Share
from desktop.wording.part_grounds import COMBINERS

_SENTENCES = {
    FaultCode.FILE_UNREADABLE: N_("The file cannot be read: {problem}."),
    FaultCode.FILE_NOT_PLAIN: N_("This is a folder, a pipe or a device and not a file."),
    FaultCode.YAML_LARGE: N_("The file has more than {limit} values, too many for a model pack."),
    FaultCode.FILE_LARGE: N_("The file is larger than {limit} bytes, too large for a model pack."),
    FaultCode.FILE_NOT_UTF8: N_("The file is not UTF-8 text from here on. Save it with the encoding UTF-8."),
    FaultCode.FILE_CHARACTER: N_("There is a control character ({character}) here. Delete it."),
    FaultCode.FILE_EMPTY: N_("The file is empty."),
    FaultCode.JSON_MALFORMED: N_("This is not the JSON of a model pack: {problem}."),
    FaultCode.YAML_MALFORMED: N_("This is not valid YAML: {yaml}."),
    FaultCode.YAML_DOCUMENTS: N_("A second YAML document starts here. A pack is one document; remove the line “---”."),
    FaultCode.YAML_ANCHOR: N_("Anchors and aliases (& and *) are not allowed: “{name}”. Write the value out."),
    FaultCode.YAML_TAG: N_("Tags are not allowed: “{name}”. Remove it."),
    FaultCode.YAML_DEEP: N_("More than {limit} levels are nested here. No pack needs so many."),
    FaultCode.KEY_TWICE: N_("The key “{key}” stands here a second time; the first is on line {first}."),
    FaultCode.KEY_COMPLEX: N_("A key must be a single word."),
    FaultCode.KEY_UNKNOWN: N_("There is no key “{key}” here. {hint}"),
    FaultCode.KEY_MISSING: N_("The key “{key}” is missing."),
    FaultCode.KEY_FOREIGN: N_("The key “{key}” belongs to the scheme “{scheme}”, and this pack follows another."),
    FaultCode.TYPE_WRONG: N_("This is {found}, but {wanted} is needed."),
    FaultCode.TYPE_UNQUOTED: N_("Text is needed here. YAML reads this as something else; put it in quotes."),
    FaultCode.TEXT_CUT: N_(
        "What follows # on this line is a comment to YAML, and lost. Put the text in quotes, or the comment on a "
        "line of its own."
    ),
    FaultCode.TEXT_SPLIT: N_("The comma before “{text}” ends the text here. Put the whole text in quotes."),
    FaultCode.LIST_SPLIT: N_("The comma before “{text}” begins a new entry. If it is one text, put it in quotes."),
    FaultCode.NUMBER_COMMA: N_("“{text}” is not a number. Write decimals with a point."),
    FaultCode.NUMBER_QUOTED: N_("“{text}” is a text because of its quotes. Write the number without."),
    FaultCode.LIST_UNBRACKETED: N_("“{text}” is one text. Write a list in brackets: [one, two]."),
    FaultCode.TEXT_EMPTY: N_("The text is empty."),
    FaultCode.TEXT_LONG: N_("The text has {length} characters; at most {limit} are allowed."),
    FaultCode.TEXT_EDGES: N_("The text starts or ends with a space or a line break. For a block of text, write “>-”."),
    FaultCode.TEXT_CHARACTER: N_("The text holds a control character."),
    FaultCode.TEXT_PATTERN: N_("“{text}” is not allowed here. Write {form}."),
    FaultCode.WORD_UNKNOWN: N_("“{word}” is not known here. {hint}"),
    FaultCode.NUMBER_RANGE: N_("{number} is out of range; it must be from {least} to {most}."),
    FaultCode.NUMBER_LOW: N_("{number} is out of range; it must be {least} or more."),
    FaultCode.FORMAT_UNSUPPORTED: N_("The pack has format {number}; this program reads format {supported}."),
    FaultCode.ID_TWICE: N_("The id “{id}” is taken already. Every id occurs once in the whole pack."),
    FaultCode.ID_PREFIX: N_("The id “{id}” must start with “{prefix}”, the id of its area."),
    FaultCode.ID_FORM: N_("The id “{id}” does not say where it stands. Here it must look like “{form}”."),
    FaultCode.PREFIX_TWICE: N_(
        "Statements of the track “{id}” start with “{prefix}” already. Give those of this track another prefix."
    ),
    FaultCode.REFERENCE_DANGLING: N_("There is no {sought}. {hint}"),
    FaultCode.REFERENCE_FOREIGN: N_("“{id}” belongs to another area; only what is in the same area can be named here."),
    FaultCode.REFERENCE_TWICE: N_("“{id}” is named twice in this list."),
    FaultCode.LIST_EMPTY: N_("The list “{key}” is empty; it needs at least one entry."),
    FaultCode.LEVEL_ORDER: N_(
        "This level has the number {number}; levels are numbered 1, 2, 3, …, so it must be {expected}."
    ),
    FaultCode.LEVEL_FIRST: N_("Area “{id}” is at level 1. Level 1 is where everybody starts; it asks for no areas."),
    FaultCode.LEVEL_ALONE: N_("There is only one level. A pack of this scheme needs at least two."),
    FaultCode.FEATURE_NONE_IMPLEMENTING: N_("No common feature is of the kind “implementation”; at least one must be."),
    FaultCode.SCALE_ANSWERS: N_("Scale “{id}” has too few answers that are not blanks ({count}); it needs at least 2."),
    FaultCode.CHOICE_TWICE: N_("The choice “{id}” stands twice in this scale."),
    FaultCode.PERCENT_MISSING: N_("Answer “{id}” needs a percent, or a blank if it is no answer."),
    FaultCode.PERCENT_BLANK: N_("“{id}” is a blank; a blank has no percent."),
    FaultCode.PERCENT_ORDER: N_(
        "{percent} percent is not below the {above} of the answer above. The strongest comes first."
    ),
    FaultCode.BLANK_MISSING: N_("Scale “{id}” has no choice for the blank “{blank}”."),
    FaultCode.BLANK_TWICE: N_("The blank “{blank}” stands twice in this scale."),
    FaultCode.BLANK_ORDER: N_("Answer “{id}” stands after a blank; blanks come last."),
    FaultCode.GOAL_UNSERVED: N_(
        "No practice of an implementing feature serves goal “{id}”, so it could never be rated."
    ),
    FaultCode.CELL_MISSING: N_("Stream “{id}” has no cell for level {level}. It needs one for each level."),
    FaultCode.CELL_TWICE: N_("Stream “{id}” has a second cell for level {level} here. There is one for each level."),
    FaultCode.STATEMENT_NONE: N_("Track “{id}” has no statement at level {level}. It needs one at each level."),
    FaultCode.CAP_IDLE: N_("Cap “{id}” caps nothing: {level} is the highest level. Name a lower one."),
    FaultCode.LINK_SELF: N_("“{id}” is this pack itself. A link leads to another model."),
    FaultCode.LINK_TWICE: N_(
        "A link from “{id}” to the model “{model}” stands further up. Name all it leads to there."
    ),
    FaultCode.CATEGORY_UNUSED: N_("No area is of the process category “{id}”. Use it or leave it out."),
    FaultCode.CELL_UNCLEAR: N_("A cell of this row holds an error, or a formula without its value. Write the value."),
    FaultCode.SUBJECT_TWICE: N_("The subject “{name}” stands here a second time; the first is in row {first}."),
    FaultCode.LEVEL_TWICE: N_("Two columns are headed by level {number}. Give each level one column."),
    FaultCode.LEVEL_UNCLEAR: N_("“{text}” is no level. Write a number from 0 to 20 under “{column}”."),
    FaultCode.NAME_TWICE: N_("“{id}” stands here a second time. Give one of the two another name."),
    FaultCode.ROOT_NONE: N_("Every part has a parent. One part has none: the model as a whole."),
    FaultCode.ROOT_TWICE: N_(
        "“{id}” has no parent, and neither has “{first}”. Only the model as a whole has none; name the parent here."
    ),
    FaultCode.PARENT_LATER: N_(
        "“{id}” comes earlier than its parent “{parent}”. Write each part below the one it stands under."
    ),
    FaultCode.PART_CIRCLE: N_("“{id}” follows from itself: {parts}. Take it out of one “counts_in”, “of” or “over”."),
    FaultCode.PART_DEEP: N_(
        "“{id}” has more than {limit} parts above it, or behind it in what it follows from. Leave out steps between."
    ),
    FaultCode.LOOKS_MANY: N_(
        "The rules look at too many parts: {number} in all, and at most {limit}. Name fewer in “of”, "
        "or say it of a part that gathers them."
    ),
    FaultCode.EXAMPLES_MANY: N_(
        "There are too many examples for so many parts: {number}, and at most {limit}. Keep those that show most."
    ),
    FaultCode.ACROSS_PARTS: N_(
        "A table across compares the answers of one part and names no parts, levels, kinds or measures. Take them out."
    ),
    FaultCode.ACROSS_RULE: N_(
        "Kind “{id}” is answered several times and must say how the answers become one: write either "
        "“combine” (not “count”) or “choose”."
    ),
    FaultCode.SCALE_FORM: N_("Scale “{id}” must have exactly one of “choices”, “grades” and “range”."),
    FaultCode.SCALE_FEW: N_("Scale “{id}” has only one answer. It needs at least two."),
    FaultCode.RANGE_ORDER: N_("In the range of scale “{id}” “low” must be below “high”."),
    FaultCode.VALUES_PARTLY: N_(
        "Scale “{id}” has answers without a value: {without}. Give all answers a value or, where only one "
        "is ticked, none."
    ),
    FaultCode.RULE_TWICE: N_(
        "Only one of “combine”, “ladder” and “choose” can stand here. Put the others in further measures (“also”)."
    ),
    FaultCode.COUNT_RULE: N_(
        "“combine: count” and “count”, the condition that is counted, go together. Write both or neither."
    ),
    FaultCode.OUT_ORDER: N_("The first number of “out” must be below the second."),
    FaultCode.BAND_FIRST: N_(
        "The first band, “{id}”, holds from the lowest number on. Leave out its “from” or “above”."
    ),
    FaultCode.BAND_BEGIN: N_("Band “{id}” must say where it begins, with either “from” or “above”."),
    FaultCode.EVIDENCE_NEVER: N_(
        "Every kind of evidence is named as not enough by itself, so no practice could ever count. Leave one out."
    ),
    FaultCode.SETTING_FOREIGN: N_("The scheme “{scheme}” has no setting “{key}”. Leave it out."),
    FaultCode.SETTING_GRADE: N_("“{id}” is nothing that this can be set for. It can be: {known}."),
    FaultCode.SETTING_GRADE_MISSING: N_("Say from which percent “{id}” is suggested, too, or leave “above” out."),
    FaultCode.EXAMPLE_FAILS: N_("Example “{name}” does not hold: “{id}” should be {expected} and is {came}."),
    FaultCode.BAND_ORDER: N_(
        "Band “{id}” begins at {number}, which is not above where “{before}” begins. Write bands from the lowest up."
    ),
    FaultCode.BAND_UNREACHED: N_(
        "No number that can come about lies in band “{id}”. Mend where it or the next begins, or leave it out."
    ),
    FaultCode.GRADES_MISSING: N_(
        "The table gives grades ({grades}), and nothing says which is higher. List them in “grades”, the lowest first."
    ),
    FaultCode.GRADES_IDLE: N_("“grades” belongs to a table (“choose”), and there is none here. Leave it out."),
    FaultCode.GRADES_COMBINED: N_(
        "The {how} of grades means nothing: “{part}” has no number. Give its scale values, or write “take: share”."
    ),
    FaultCode.GRADES_SHAPED: N_(
        "“{key}” needs a number, and parts of the kind “{id}” are bare grades. Give their scale values, or "
        "leave it out."
    ),
    FaultCode.LADDER_ORDER: N_("The floor of the ladder ({floor}) must be below its top ({top})."),
    FaultCode.LADDER_FORM: N_(
        "A ladder says what it asks by “here” and “below”, or by “levels”. Write one of the two."
    ),
    FaultCode.LADDER_STEP: N_("Level {level} is out of order. Levels rise from above the floor up to the top."),
    FaultCode.CHOOSE_OPEN: N_("The last row has a condition, so there may be no result. Let the last row have none."),
    FaultCode.CHOOSE_EARLY: N_(
        "This row has no condition, so the rows below never decide. Only the last row has none."
    ),
    FaultCode.CHOOSE_ASK: N_("“is: ask” and “of”, between which the team decides, go together. Write both or neither."),
    FaultCode.CHOOSE_NEVER: N_(
        "The row “{row}” can never decide: a row above always holds first, or its condition never does. "
        "Mend or remove it."
    ),
    FaultCode.CHOOSE_FALLS: N_(
        "The table falls: {worse} gives {gives}, and {better}, which is better, gives {then}. Mend the "
        "conditions, or the order of rows."
    ),
    FaultCode.NEEDS_NOTHING: N_("The condition compares nothing. Write “at_least”, “at_most” or “below”."),
    FaultCode.NEEDS_NONE: N_("A condition on none of the parts always holds. Ask for at least one."),
    FaultCode.NEEDS_NEVER: N_(
        "The condition can never hold, whatever is answered. Mend its limit, how many it asks for, or which parts."
    ),
    FaultCode.LIMIT_GRADE: N_("“{grade}” is a grade, and “{id}” has only a number. Write a number."),
    FaultCode.LIMIT_NUMBER: N_("“{id}” has no number. Write one of its grades: {grades}."),
    FaultCode.KIND_UNUSED: N_("No part is of the kind “{id}”. Use it or leave it out."),
    FaultCode.SCALE_UNUSED: N_("Nothing is answered on the scale “{id}”. Use it or leave it out."),
    FaultCode.LEVEL_UNUSED: N_("No ladder has a level {level}, and no part is tagged with it. Leave its name out."),
    FaultCode.LEVEL_UNREACHED: N_(
        "No part of the kind “{id}” can reach level {level}, whatever is answered. Mend what the ladder "
        "asks for, or its top."
    ),
    FaultCode.LEVEL_EMPTY: N_(
        "No part is tagged with level {level}, so the ladder of the kind “{id}” asks nothing for it. Tag "
        "parts, or lower “top”."
    ),
    FaultCode.PART_MUTE: N_(
        "“{id}” can have no result: its kind “{kind_id}” has neither a scale nor a rule. Give it one."
    ),
    FaultCode.PART_EMPTY: N_(
        "Nothing is counted in “{id}”, so it never has a result. Put parts under it, or leave it out."
    ),
    FaultCode.PART_IDLE: N_(
        "Nothing follows from “{id}”: “{above}” does not count it. Count it somewhere, or leave it out."
    ),
    FaultCode.PART_NO_LEVEL: N_(
        "Nothing follows from “{id}”: the ladder of “{above}” does not ask for it at its level ({tag}). Tag "
        "it with another."
    ),
    FaultCode.WEIGHTS_UNUSED: N_("Weights count in a mean or a sum only. Take “weights” out of the kind “{id}”."),
    FaultCode.WEIGHTS_ZERO: N_(
        "All that is counted in “{id}” weighs 0, so there is no result. Give some of it a weight."
    ),
    FaultCode.WEIGHTS_ALIKE: N_(
        "All that is counted in the kind “{id}” weighs the same. Leave out “weights: given”, or give the weights."
    ),
    FaultCode.WEIGHTS_SPAN: N_(
        "All that is counted in the kind “{id}” has a span of the same length. Leave out “weights: span”."
    ),
    FaultCode.WEIGHT_UNASKED: N_(
        "The weight of “{id}” counts nowhere. Leave it out, or write “weights: given” where it is combined."
    ),
    FaultCode.OUT_UNREACHED: N_(
        "“{id}” cannot be stretched: it is always the same number, or none. Mend the scale, or leave out “out”."
    ),
    FaultCode.CAP_NEVER: N_(
        "Cap “{id}” never holds anything down: what lifts it is always so. Ask for more in “unless”, or leave it out."
    ),
    FaultCode.CAP_ALWAYS: N_("Nothing can lift cap “{id}”. Mend its “unless”."),
    FaultCode.CAP_NOTHING: N_(
        "Cap “{id}” holds nothing down: no part can be above its limit anyway. Lower “at_most”, or leave it out."
    ),
    FaultCode.DIRECTION_MIXED: N_(
        "In “{part}” parts of which more is better are combined with parts of which less is better. Turn "
        "the values of one of them."
    ),
    FaultCode.DIRECTION_DOWN: N_(
        "Kind “{id}” says that less is better, and in “{part}” more is better of what is combined. Leave "
        "out “better_down”, or turn the values."
    ),
    FaultCode.DIRECTION_UP: N_(
        "In “{part}” less is better of what is combined. Say “better_down: true” of the kind “{id}”, too, "
        "or turn the values."
    ),
    FaultCode.ANSWER_NONE: N_(
        "“{id}” follows from its parts and has no scale. It can only be answered with “does_not_apply”."
    ),
    FaultCode.ANSWER_ACROSS: N_(
        "“{id}” is answered several times. Write each answer by what it is for: {{Leeds: yes, York: no}}."
    ),
    FaultCode.ANSWER_ONCE: N_("“{id}” is answered once. Write one answer."),
    FaultCode.ANSWER_OFF: N_("“{answer}” is not an answer on the scale “{scale}” of “{id}”. {hint}"),
}

_YAML = {
    "too many directives": N_("too many lines begin with %; leave them out"),
    "mapping values are not allowed": N_("there is a second colon on the line; put a text that holds “: ” in quotes"),
    "found character that cannot start any token": N_(
        "a tab, or a text that starts with @, ` or %; indent with spaces, and put such a text in quotes"
    ),
    "found unexpected end of stream": N_("a quotation mark is opened here and never closed"),
    "did not find expected ',' or ']'": N_("a list is opened with [ and not closed with ]"),
    "did not find expected ',' or '}'": N_("a group of keys is opened with { and not closed with }"),
    "did not find expected node content": N_("a bracket or brace is opened and not closed before the next line"),
    "expected ',' or ']'": N_("a list is opened with [ and not closed with ]"),
    "expected ',' or '}'": N_("a group of keys is opened with { and not closed with }"),
    "did not find expected key": N_(
        "the line is indented differently from those above, or something follows a quoted text"
    ),
    "did not find expected '-' indicator": N_("entries of a list start with a hyphen, and this line does not"),
    "block sequence entries are not allowed": N_("a list starts on a line of its own, not after a key"),
    "could not find expected ':'": N_("a key has no colon after it"),
    "found unknown escape character": N_(
        "a backslash in double quotes means something else; write it twice, or use single quotes"
    ),
}
"""YAML's own errors in plain words, by how they begin."""

_NODES = {
    "text": N_("a text"),
    "number": N_("a whole number"),
    "decimal": N_("a number"),
    "limit": N_("a number or a word"),
    "pair": N_("a list of two numbers"),
    "truth": N_("true or false"),
    "list": N_("a list"),
    "keys": N_("a group of keys"),
    "nothing": N_("nothing"),
    "other": N_("another kind of value"),
}

_SOUGHT = {
    "levels": N_("level {id}"),
    "categories": N_("process category “{id}”"),
    "features": N_("common feature “{id}”"),
    "areas": N_("area “{id}”"),
    "streams": N_("stream “{id}”"),
    "goals": N_("goal “{id}” in this area"),
    "targets": N_("goal or practice “{id}” in this area"),
    "statements": N_("statement “{id}”"),
    "tracks": N_("track “{id}”"),
    "origins": N_("area, stream, track or statement “{id}” in this pack"),
    "parts": N_("part “{id}”"),
    "kinds": N_("kind “{id}”"),
    "scales": N_("scale “{id}”"),
    "grades": N_("grade “{id}” here"),
    "measures": N_("measure “{id}”"),
    "evidence": N_("kind of evidence “{id}”"),
    "anything": N_("part of the pack with the id “{id}”"),
}

_FORMS = {
    Slug: N_("small letters, digits and single hyphens, such as “my-model”"),
    Word: N_("small letters, digits and underscores, such as “about_half”"),
    Code: N_("capitals and digits, with single hyphens between, such as “TEA-AC-1”"),
    Mark: N_("an id: a code such as “TEA-AC-1” or a word such as “tool”"),
    PartId: N_("an id as models have them, such as “GV.OC-01” or “ASSET-1a”, with no spaces"),
    GradeWord: N_("a word or two that start with a letter, such as “LI” or “not yet”"),
    Share: N_("a share such as “80%”"),
    Version: N_("numbers with dots between, such as “1.0”"),
    Language: N_("a language code such as “en” or “pt-BR”"),
}


_MOST_QUOTED = 200
"""Characters of one text of the pack that a sentence quotes."""


def sentence(fault: Fault) -> str:
    """What is wrong and, where the sentence can say it, what to write instead."""
    return _(_SENTENCES[fault.code]).format(**_words(fault.facts)).strip()


def describe(error: PackFaultsError) -> list[str]:
    """A line for each fault: file, line and what is wrong. Without a line, the place inside the pack."""
    return [_line(error, fault) for fault in error.faults]


def form_of(pattern: str) -> str:
    """What a text of the pack format with this pattern looks like."""
    forms = {get_args(kind)[1].pattern: form for kind, form in _FORMS.items()}
    return _(forms[pattern])


def _line(error: PackFaultsError, fault: Fault) -> str:
    place = [str(error.file)] if error.file else []
    place += [str(fault.line)] if fault.line else [str(_clipped(fault.where))] if fault.where else []
    return ": ".join([":".join(place), sentence(fault)]) if place else sentence(fault)


def _words(found: Mapping[str, Fact]) -> dict[str, object]:
    facts = {name: fact if name == "pattern" else _clipped(fact) for name, fact in found.items()}
    words: dict[str, object] = dict(facts)
    for key in ("wanted", "found"):
        if key in facts:
            words[key] = _(_NODES[str(facts[key])])
    if "kind" in facts:
        words["sought"] = _(_SOUGHT[str(facts["kind"])]).format(id=facts["id"])
    if "pattern" in facts:
        words["form"] = form_of(str(facts["pattern"]))
    if "problem" in facts:
        problem = str(facts["problem"])
        words["yaml"] = next((_(said) for start, said in _YAML.items() if problem.startswith(start)), problem)
    if "combine" in facts:
        words["how"] = _(COMBINERS[str(facts["combine"])])
    if "level" in facts:
        words["tag"] = _("none") if facts["level"] is None else facts["level"]
    words |= {name: ", ".join(fact) for name, fact in facts.items() if isinstance(fact, tuple)}
    words["hint"] = _hint(facts)
    return words


def _clipped(fact: Fact) -> Fact:
    """What stands in the pack, as far as one needs it to find it there."""
    if isinstance(fact, tuple):
        return tuple(str(_clipped(one)) for one in fact)
    return f"{fact[:_MOST_QUOTED]}\u2026" if isinstance(fact, str) and len(fact) > _MOST_QUOTED else fact


def _hint(facts: Mapping[str, Fact]) -> str:
    if nearest := facts.get("nearest"):
        return _("Did you mean “{nearest}”?").format(nearest=nearest)
    known = facts.get("known")
    if isinstance(known, tuple) and known:
        return _("Possible are: {known}.").format(known=", ".join(known))
    return ""
