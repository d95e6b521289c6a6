"""What the sheets, columns and keys of a model's workbook mean, for whoever writes a model."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.language import N_, _

_INTRODUCTION = (
    N_(
        "This workbook is a maturity model. Change its rows, add and remove some, and save it as an Excel workbook "
        "(.xlsx); Excel and LibreOffice both do. Importing it makes a model of it again and tells everything that is "
        "wrong, each by its sheet and row."
    ),
    N_(
        "Leave the titles of the sheets and the headings as they are: they are read back. The order of columns, widths "
        "and colours do not matter, and sheets that you add are left aside, as this one is. A blank cell says nothing."
    ),
    N_("A cell with a list of ids has commas between them; one with several texts has a line for each (Alt+Enter)."),
)

_SHEETS = {
    "Model": N_("What the model is. A row is a key of the model."),
    "Sources": N_("Where facts come from and which are uncertain. A row is a note."),
    "Levels": N_("The levels, from the lowest up. A row is a level."),
    "Scales": N_("How parts are answered. A row is an answer; the first row of a scale also says what the scale is."),
    "ScalesOfScheme": N_("Scales on which respondents answer. The first is offered first. A row is a scale."),
    "Choices": N_("The answers of the scales, the strongest first, then the blanks. A row is an answer."),
    "Kinds": N_("The rules: how results follow. A row is a key of a kind; each kind begins with a row without key."),
    "Parts": N_("The content of the model. A row is a part; each stands beneath the one that it belongs to."),
    "Examples": N_("What is said of the model and what must follow: the proof that the rules are right."),
    "Categories": N_("Process categories, which group areas. A row is a category."),
    "Features": N_("Common features: the sections into which practices fall. A row is one of them."),
    "Areas": N_("Key process areas. A row is an area."),
    "Goals": N_("What holds when an area does what it is for. A row is a goal."),
    "Practices": N_("What is done. A row is a practice."),
    "Questions": N_("What respondents are asked. A row is a question."),
    "Streams": N_("Subjects that each grow over all levels. A row is a stream."),
    "Cells": N_("How a stream stands at a level, as an answer to its question. A row is a stream at one level."),
    "Outcomes": N_("What to expect of the practices of a cell. A row is an outcome."),
    "Metrics": N_("What shows whether the practices of a cell work. A row is a metric."),
    "Tracks": N_("Subjects that are judged by statements, level by level. A row is a track."),
    "Statements": N_("What is so or not, and can be checked. A row is a statement."),
    "Caps": N_("What holds tracks down, whatever else is met. A row is a cap."),
    "Warnings": N_("What to know before a level is made the target. A row is a warning."),
    "Checklist": N_("What to think of in each phase of an assessment. A row is an item."),
    "Crosswalk": N_("Parts of other models that speak of the same thing. A row is a link."),
}

_COLUMNS = {
    "Model.key": N_("What the row says. The sheet Read me lists all keys."),
    "Model.value": N_("What stands under the key."),
    "Pack.format": N_("Version of the format: 1."),
    "Pack.id": N_("Identity of the model, the same in all its versions: small letters, digits and hyphens."),
    "Pack.version": N_("Version of the content, such as 1.0. Changed content needs a new one."),
    "Pack.name": N_("What people read."),
    "Pack.based_on": N_("Whose published ideas it follows, and that it is no official edition if it is none."),
    "Pack.summary": N_("What the model is for, in a few sentences."),
    "Pack.language": N_("Language of all its texts, such as en."),
    "Pack.scheme": N_("How it is scored: staged, streams or criteria. Changing it takes other sheets."),
    "Pack.guidance notes": N_("What the sources advise, a line for each advice."),
    "Pack.guidance target": N_("The level that the sources recommend."),
    "Pack.settings": N_("Where it differs from the usual rules of its scheme: {evidence: {sources: 1}}."),
    "SourceNote.note": N_("What the reader should know."),
    "SourceNote.certain": N_("“no” where the sources leave the matter open."),
    "SourceNote.about": N_("Ids of what the note speaks of. Blank: the whole model."),
    "Level.number": N_("The level: 1, 2, 3, … without a hole."),
    "Level.name": N_("Its name."),
    "Level.summary": N_("Its essence in a sentence or two."),
    "LevelName.number": N_("The level, from 0 up."),
    "LevelName.name": N_("Its name."),
    "LevelName.summary": N_("Its essence in a sentence or two."),
    "Category.id": N_("Named by areas: small letters, digits and underscores."),
    "Category.name": N_("What people read."),
    "Category.summary": N_("What its areas have in common."),
    "Feature.id": N_("Named by practices: capitals and digits, such as AC."),
    "Feature.name": N_("What people read."),
    "Feature.kind": N_("Whether its practices are the work itself (implementation), or what makes the work last."),
    "Feature.summary": N_("What belongs in this section."),
    "Scale.id": N_("Named by the choices."),
    "Scale.name": N_("What people read."),
    "Choice.id": N_("What is stored when it is chosen: small letters, digits and underscores."),
    "Choice.name": N_("What the respondent reads."),
    "Choice.meaning": N_("When to choose it."),
    "Choice.percent": N_("For summaries, 0 to 100: each answer has one, lower than the one above; a blank has none."),
    "Choice.blank": N_("Makes the choice a blank, which never enters a mean. Each scale has one of either kind."),
    "Area.id": N_("Capitals and digits. Ids of its goals, practices and questions start with it and a hyphen."),
    "Area.name": N_("What people read."),
    "Area.level": N_("The level that asks for it."),
    "Area.categories": N_("Ids of its process categories, at least one, with commas between."),
    "Area.purpose": N_("What the area is for."),
    "Area.introduction": N_("What respondents read before its questions."),
    "Area.good": N_("What an assessor sees where the area works well, a line for each."),
    "Area.evidence": N_("What typically shows it, a line for each: documents, records, things to demonstrate."),
    "Area.may_not_apply": N_("“yes” if an organisation can naturally do without the area."),
    "Goal.id": N_("The area's id, a hyphen and more, such as TEA-G1."),
    "Goal.name": N_("A few words, for tables."),
    "Goal.text": N_("The state that holds when the goal is met, as a full sentence."),
    "Practice.id": N_("The area's id, a hyphen and more, such as TEA-AC-1."),
    "Practice.feature": N_("Id of its common feature."),
    "Practice.text": N_("What is in place, as one sentence."),
    "Practice.goals": N_("Ids of the goals of its area that it serves. Blank: all of them."),
    "Practice.detail": N_("What to look for."),
    "Question.id": N_("The area's id, a hyphen and more, such as TEA-Q1."),
    "Question.text": N_("The question. It must make sense with every scale."),
    "Question.informs": N_(
        "Ids of goals and practices of the same area, at least one. A goal stands for its practices."
    ),
    "Question.help": N_("A short clarification."),
    "Stream.id": N_("Capitals and digits. Ids of all its parts start with it and a hyphen."),
    "Stream.name": N_("What people read."),
    "Stream.summary": N_("What it is about; respondents read it before its question."),
    "Stream.question id": N_("The stream's id, Q and a number, such as BEA-Q1."),
    "Stream.question text": N_("Asks which text of its cells fits best; these are the answers."),
    "Cell.level": N_("The level. Each stream has one cell for each."),
    "Cell.text": N_("How things stand at this level, as an answer to the stream's question."),
    "Item.id": N_("The stream's id, the level, a letter and a number, such as BEA-2-P1 or BEA-2-O1."),
    "Item.text": N_("A practice says what to do; an outcome says what is so then."),
    "Metric.id": N_("The stream's id, the level, M and a number, such as BEA-2-M1."),
    "Metric.name": N_("A few words, for tables and charts."),
    "Metric.unit": N_("What its values are counted in: percent, hours, count."),
    "Metric.direction": N_("Which way its values get better."),
    "Metric.how": N_("What is measured, over what, and how often."),
    "Track.id": N_("Named by caps: small letters, digits and underscores."),
    "Track.name": N_("What people read."),
    "Track.summary": N_("What it is about; respondents read it before its statements."),
    "Statement.id": N_("The track's prefix, the level and a number, such as TIN-2-1."),
    "Statement.level": N_("The level that asks for it."),
    "Statement.text": N_("What is so, as a full sentence that can be checked."),
    "Statement.detail": N_("What to look for."),
    "Statement.source": N_("Where in the sources it comes from."),
    "Cap.id": N_("Identity of the cap: capitals and digits."),
    "Cap.unless": N_("Ids of statements. The cap holds until all of them are met."),
    "Cap.at_most": N_("The highest level that the tracks can reach while it holds."),
    "Cap.tracks": N_("Ids of the tracks that it holds down."),
    "Cap.reason": N_("Why, as a sentence that the result can quote."),
    "Caution.level": N_("The level."),
    "Caution.text": N_("What to know before making it the target."),
    "CheckItem.id": N_("Small letters, digits and underscores; once in the checklist."),
    "CheckItem.phase": N_("When it is done: preparation, execution or aftercare."),
    "CheckItem.text": N_("What is to be done."),
    "Link.from": N_("Id of a part of this model."),
    "Link.model": N_("Id of the other model."),
    "Link.to": N_("Ids of parts of the other model, with commas between."),
    "Link.why": N_("What they have in common."),
    "above.area": N_("Id of the area it belongs to."),
    "above.scale": N_("Id of the scale it belongs to."),
    "above.stream": N_("Id of the stream it belongs to."),
    "above.level": N_("Level of the cell it belongs to."),
    "above.track": N_("Id of the track it belongs to."),
    "Scales.scale": N_("Id of the scale, in each of its rows."),
    "Scales.answers": N_("choices: answers that can have values and meanings. grades: bare words. The lowest first."),
    "RatingScale.name": N_("What people read. Blank: the id. Stands in the first row of the scale."),
    "RatingScale.several": N_("“yes” where several choices can be ticked; their values are added. In the first row."),
    "RatingScale.box": N_(
        "“yes” where each part is a box. Once one is ticked, those beside it that are not count as the lowest choice."
    ),
    "RatingScale.range": N_("Where the answer is a number, from what to what: {low: 0, high: 10}. In the first row."),
    "ScaleChoice.id": N_("What is stored when it is chosen; also the grade that conditions can name."),
    "ScaleChoice.value": N_("What it counts, in the model's own units, such as 0.25. Blank: it is a grade, no number."),
    "ScaleChoice.name": N_("What people read. Blank: the id."),
    "ScaleChoice.meaning": N_("When to choose it."),
    "Kinds.kind": N_("Id of the kind, in each of its rows."),
    "Kinds.measure": N_("Id of a further measure. Blank: the result of the kind itself."),
    "Kinds.key": N_("What the row says. The sheet Read me lists all keys."),
    "Kinds.value": N_("As in a model's file: mean, [0, 5], {at_least: LI}."),
    "PartKind.name": N_("What people call such a part. Blank: the id."),
    "PartKind.scale": N_("The scale on which its parts are answered. Without it they are not."),
    "PartKind.across": N_("Answered several times: {of: sites, combine: mean}."),
    "PartKind.evidence": N_("What must support an answer: {sources: 2, beyond: [questionnaire]}."),
    "PartKind.judged": N_("How far the team's word goes: {may_lower: true}."),
    "PartKind.suggest": N_("What answers of respondents suggest: {combine: mean}."),
    "PartKind.target": N_("The target where the team has set none: {default: 3}."),
    "PartKind.asked": N_("true where respondents are asked, in the questionnaire."),
    "PartKind.better_down": N_("true where less is better."),
    "PartKind.without_reason": N_("Said not to apply without a reason: open, counts or accepted."),
    "PartKind.over": N_("What is counted: parts, items, or a kind. Without it: parts, those directly counted in it."),
    "PartKind.combine": N_("How numbers become one: mean, median, sum, min, max or count."),
    "PartKind.count": N_("With combine: count, what is counted: {below: 5}."),
    "PartKind.take": N_("value, or share: the place between the least and the most it could be, from 0 to 1."),
    "PartKind.weights": N_("equal, given (the weights of the parts) or span (as much as lies between least and most)."),
    "PartKind.from": N_("The combined number is taken away from this one: 110."),
    "PartKind.out": N_("The result is stretched to this span: [0, 5]."),
    "PartKind.grades": N_("The grades that choose gives, the lowest first: [basic, good]."),
    "PartKind.bands": N_('From numbers to grades: [{is: "N"}, {above: 15, is: P}].'),
    "PartKind.round": N_("Rounding that the model asks for: {how: down}."),
    "PartKind.ladder": N_("Climbing levels: {floor: 0, top: 5, here: {at_least: L}, below: {at_least: F}}."),
    "PartKind.choose": N_("A table, of which the first row that holds gives the result."),
    "PartKind.caps": N_("What holds it down, whatever else is met."),
    "PartKind.blanks": N_("What counts for parts without result: {unanswered: lowest}."),
    "PackPart.id": N_("Identity of the part, as the model has it: GV.OC-01, ASSET-1a."),
    "PackPart.kind": N_("Id of its kind."),
    "PackPart.parent": N_("Id of the part it stands under, further up. Blank: the whole model, of which there is one."),
    "PackPart.counts_in": N_("Ids of the parts in which it is counted. Blank: its parent."),
    "PackPart.informs": N_("For which parts the answers of respondents to this one suggest something."),
    "PackPart.level": N_("The level that it is tagged with."),
    "PackPart.weight": N_("What it weighs where weights are given. Blank: 1."),
    "PackPart.scale": N_("Its scale, if not that of its kind."),
    "PackPart.label": N_("The model's own numbering, if that is not the id."),
    "PackPart.name": N_("A few words, for tables."),
    "PackPart.text": N_("What is so when it is as it should be, as a full sentence."),
    "PackPart.question": N_("How respondents are asked. Blank: the text."),
    "PackPart.detail": N_("What to look for."),
    "Examples.example": N_("What the example shows, in each of its rows."),
    "Examples.what": N_(
        "answers: an answer. says: what the team says the result is. targets: the target. gives: the result. gaps: "
        "the gap. out_of_scope: the part is not assessed."
    ),
    "Examples.part": N_("Id of the part."),
    "Examples.value": N_("The answer, number, grade or blank: most, 2.5, unanswered."),
}


def introduction() -> Iterator[str]:
    """How the workbook is used, in a few paragraphs."""
    return map(_, _INTRODUCTION)


def about(sheet: str) -> str:
    """What a sheet holds."""
    return _(_SHEETS[sheet])


def meaning(owner: str, key: str) -> str:
    """What a column or a key means.

    Args:
        owner: the name of the structure that the key belongs to, or of the sheet.
        key: as it stands in the workbook.
    """
    return _(_COLUMNS[f"{owner}.{key}"])


def several_ids() -> str:
    """How several ids stand in one cell."""
    return _(
        "Several stand in one cell with commas between: A, B. The list in the cell puts in one, in place of what "
        "stands there; type the others behind it."
    )


def several_texts() -> str:
    """How several texts stand in one cell."""
    return _("Several stand in one cell with a line each (Alt+Enter).")
