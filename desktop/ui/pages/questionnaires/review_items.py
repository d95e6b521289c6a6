"""What has to be decided before forms are taken: one item a thing, with what can be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from desktop.language import _, ngettext
from desktop.model.assessment.comparison import Difference, Effect, Part
from desktop.model.assessment.examined import OPEN, Examined, Ruling, Rulings
from desktop.model.assessment.forms import Outcome, Unclear, UnclearCell
from desktop.model.assessment.versions import Order
from desktop.ui.pages.questionnaires.answer_keys import AnswerKey, answer_keys
from desktop.wording.forms import lost, participant_number, question_name, question_number
from desktop.wording.moments import local_time

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.model.assessment import Assessment
    from desktop.model.maturity.questionnaire import Asked

NAMED = 12
"""So many questions of a list are named."""


class Matter(StrEnum):
    """What is to be decided: which of several files counts, whether a version counts, or about an answer.

    Attributes:
        BLANK: whether a form in which nothing is filled in takes back what an earlier version said.
    """

    VERSIONS = "versions"
    VERSION = "version"
    BLANK = "blank"
    EMPTIES = "empties"
    CONTEST = "contest"
    CELL = "cell"


class Option(Struct, frozen=True):
    """What can be chosen.

    Attributes:
        digit: the key.
        text: what it means.
        rulings: what is decided then, by the form's place.
        usual: it is what happens when nothing is chosen.
    """

    digit: int
    text: str
    rulings: Rulings
    usual: bool = False


class Item(Struct, frozen=True):
    """Something to decide.

    Attributes:
        place: of the form in what was read.
        number: how its participant is called.
        title: what it is about.
        where: file, sheet and row.
        brief: what stands against what, in a few words.
        reason: why it has to be decided, in sentences.
        chosen: the digit of what was chosen, None while it is open.
    """

    matter: Matter
    place: int
    about: str
    number: str
    title: str
    where: str
    brief: str
    reason: str
    options: tuple[Option, ...]
    chosen: int | None

    @property
    def key(self) -> tuple[str, int, str]:
        """What tells it from others, whatever is chosen."""
        return self.matter, self.place, self.about

    @property
    def short(self) -> str:
        """What it is about in a word or two."""
        return self.title.partition(" · ")[0]

    @property
    def decision(self) -> str:
        """What happens as things stand."""
        found = next((option for option in self.options if option.digit == self.chosen), None)
        return (found or next(option for option in self.options if option.usual)).text


class ReviewItems:
    """Makes the items of one import."""

    def __init__(self, assessment: Assessment, paths: Sequence[Path]) -> None:
        self._assessment = assessment
        self._paths = paths

    def of(self, examined: Sequence[Examined], rulings: Rulings, rivals: Iterable[Sequence[int]]) -> list[Item]:
        """All items, form by form.

        Args:
            examined: the forms.
            rulings: what was decided so far.
            rivals: places of the versions of one form of which nobody knew, at first, which counts.
        """
        groups = [tuple(group) for group in rivals]
        rival = {place for group in groups for place in group}
        found: list[Item] = []
        for place, one in enumerate(examined):
            found += [self._versions(group, examined, rulings) for group in groups if group[0] == place]
            if one.refusal is not None or one.rivals:
                continue
            ruling = rulings.get(place, OPEN)
            if one.form.says_nothing and one.comparison.differences:
                found.append(self._blank(place, one, ruling))
            elif one.outcome in (Outcome.NEW, Outcome.REPLACED, Outcome.KEPT):
                found += self._of_form(place, one, ruling, certain=place in rival)
        return found

    def _of_form(self, place: int, one: Examined, ruling: Ruling, *, certain: bool) -> Iterator[Item]:
        if one.hesitates and not certain:
            yield self._version(place, one, ruling)
            if not ruling.counts:
                return
        if one.comparison.of(Effect.EMPTIES):
            yield self._empties(place, one, ruling)
        for found in one.comparison.of(Effect.CONTESTS):
            yield self._contest(place, one, ruling, found)
        for cell in one.unclear:
            yield self._cell(place, one, ruling, cell)

    def _versions(self, group: Sequence[int], examined: Sequence[Examined], rulings: Rulings) -> Item:
        chosen = next((digit for digit, place in enumerate(group, start=1) if rulings.get(place, OPEN).counts), None)
        dropped = all(rulings.get(place, OPEN).counts is False for place in group)

        def deciding(winner: int | None) -> dict[int, Ruling]:
            return {place: replace(rulings.get(place, OPEN), counts=place == winner) for place in group}

        options = [
            Option(digit, self._file(place, examined[place]), deciding(place))
            for digit, place in enumerate(group, start=1)
        ]
        options.append(Option(0, _("None of them"), deciding(None), usual=True))
        return Item(
            Matter.VERSIONS,
            group[0],
            "",
            _number(examined[group[0]]),
            _("Which version counts?"),
            ", ".join(self._paths[place].name for place in group),
            ngettext("{count} version", "{count} versions", len(group)).format(count=len(group)),
            _("These files are versions of one form. They differ, and nothing tells which is the newest."),
            tuple(options),
            0 if dropped else chosen,
        )

    def _file(self, place: int, one: Examined) -> str:
        answers = sum(answer.choice is not None for answer in one.form.answers.values())
        return ngettext(
            "{file}, saved {moment}, {count} answer", "{file}, saved {moment}, {count} answers", answers
        ).format(file=self._paths[place].name, moment=local_time(one.form.saved), count=answers)

    def _version(self, place: int, one: Examined, ruling: Ruling) -> Item:
        before = one.standing.before.saved if one.standing else None
        saved, taken = local_time(one.form.saved), local_time(before)
        match one.order:
            case Order.REPLACED:
                why = _("It was imported before, and another version has replaced it since.")
            case Order.OLDER:
                why = _("It was saved {saved}, before the other ({taken}).").format(saved=saved, taken=taken)
            case _:
                text = _(
                    "Nothing tells for sure which is newer: it was saved {saved}, the other {taken}, "
                    "by the clocks of other machines."
                )
                why = text.format(saved=saved, taken=taken)
        changes = len(one.comparison.of(Effect.CHANGES))
        reason = ngettext(
            "This form changes {count} answer or comment of the one already imported.",
            "This form changes {count} answers and comments of the one already imported.",
            changes,
        ).format(count=changes)
        return self._item(
            Matter.VERSION,
            place,
            one,
            (
                "",
                _("Does this version count?"),
                _("saved {saved}, the other {taken}").format(saved=saved, taken=taken),
                f"{reason} {why}",
            ),
            [
                Option(1, _("This form counts"), {place: replace(ruling, counts=True)}),
                Option(2, _("Keep what is there"), {place: replace(ruling, counts=False)}, usual=True),
            ],
            None if ruling.counts is None else 2 - ruling.counts,
        )

    def _blank(self, place: int, one: Examined, ruling: Ruling) -> Item:
        differences = one.comparison.differences
        comments = sum(found.part is Part.COMMENT for found in differences)
        what = lost(len(differences) - comments, comments)
        questions = self._named(one, (found.question for found in differences))
        reason = _(
            "Nothing is filled in here, and an earlier version said something to these questions: {questions}. "
            "It is most likely a form that went out and was not filled in yet."
        )
        keep = replace(ruling, counts=False, empties=False, prevails=False)
        clear = replace(ruling, counts=True, empties=True, prevails=True)
        return self._item(
            Matter.BLANK,
            place,
            one,
            (
                "",
                _("A blank form would clear {what}").format(what=what),
                questions,
                reason.format(questions=questions),
            ),
            [
                Option(1, _("Keep {what}").format(what=what), {place: keep}, usual=True),
                Option(2, _("Clear {what}").format(what=what), {place: clear}),
            ],
            None if ruling.counts is None else 1 + ruling.counts,
        )

    def _empties(self, place: int, one: Examined, ruling: Ruling) -> Item:
        count = one.comparison.count
        what = lost(count(Effect.EMPTIES, Part.CHOICE), count(Effect.EMPTIES, Part.COMMENT))
        reason = _(
            "An earlier version said something to these questions, and this form leaves them empty: {questions}."
        )
        questions = self._named(one, (found.question for found in one.comparison.of(Effect.EMPTIES)))
        return self._item(
            Matter.EMPTIES,
            place,
            one,
            ("", _("{what} would be lost").format(what=what), questions, reason.format(questions=questions)),
            [
                Option(1, _("Keep {what}").format(what=what), {place: replace(ruling, empties=False)}, usual=True),
                Option(2, _("Clear {what}").format(what=what), {place: replace(ruling, empties=True)}),
            ],
            None if ruling.empties is None else 1 + ruling.empties,
        )

    def _contest(self, place: int, one: Examined, ruling: Ruling, found: Difference) -> Item:
        asked, comment = self._asked(one, found.question), found.part is Part.COMMENT
        team = _("The team: {said}").format(said=_said(asked, found.now, comment=comment))
        form = _("The form: {said}").format(said=_said(asked, found.form, comment=comment))
        reason = (
            _("The team has changed this comment, and the form says something else.")
            if comment
            else _("The team has changed this answer, and the form says something else.")
        )
        rulings = [
            {place: replace(ruling, contests={**ruling.contests, (found.question, found.part): prevails})}
            for prevails in (False, True)
        ]
        chosen = ruling.contests.get((found.question, found.part))
        about = f"{found.question}/{found.part}"
        return self._item(
            Matter.CONTEST,
            place,
            one,
            (about, self._title(one, found.question), f"{team} · {form}", reason),
            [Option(1, team, rulings[0], usual=True), Option(2, form, rulings[1])],
            None if chosen is None else 1 + chosen,
        )

    def _cell(self, place: int, one: Examined, ruling: Ruling, cell: UnclearCell) -> Item:
        asked = self._asked(one, cell.question)
        keys = answer_keys(asked.scale) if asked else ()

        def deciding(choice: str | None) -> dict[int, Ruling]:
            return {place: replace(ruling, cells={**ruling.cells, cell.question: choice})}

        options = [Option(key.digit, _meant(key), deciding(key.choice.id)) for key in keys]
        options.append(Option(0, _("Leave unanswered"), deciding(None), usual=True))
        choice = ruling.cells.get(cell.question)
        chosen = next((key.digit for key in keys if key.choice.id == choice), None)
        item = self._item(
            Matter.CELL,
            place,
            one,
            (
                cell.question,
                self._title(one, cell.question, cell.number),
                _("“{value}” in row {row}").format(value=cell.value, row=cell.row),
                _why(cell),
            ),
            options,
            0 if choice is None and cell.question in ruling.cells else chosen,
        )
        where = _("{file}, sheet “{sheet}”, row {row}").format(file=item.where, sheet=cell.sheet, row=cell.row)
        return replace(item, where=where)

    def _item(
        self,
        matter: Matter,
        place: int,
        one: Examined,
        texts: tuple[str, str, str, str],
        options: Sequence[Option],
        chosen: int | None,
    ) -> Item:
        about, title, brief, reason = texts
        where = self._paths[place].name
        return Item(matter, place, about, _number(one), title, where, brief, reason, tuple(options), chosen)

    def _title(self, one: Examined, question: str, printed: str = "") -> str:
        """The question by the number that the form prints, and its text."""
        asked = self._asked(one, question)
        return f"{self._called(one, question, printed)} · {asked.text if asked else question}"

    def _called(self, one: Examined, question: str, printed: str = "") -> str:
        if printed:
            return question_number(printed)
        models, model = self._assessment.models, one.form.identity.model
        return question_name(question, models.get(model).pack, models.numbers(model))

    def _named(self, one: Examined, questions: Iterable[str]) -> str:
        named = [self._called(one, question) for question in dict.fromkeys(questions)]
        return ", ".join([*named[:NAMED], *(["…"] if len(named) > NAMED else [])])

    def _asked(self, one: Examined, question: str) -> Asked | None:
        return self._assessment.models.questions(one.form.identity.model).get(question)


def settled_as_shown(examined: Sequence[Examined], rulings: Rulings) -> dict[int, Ruling]:
    """The rulings with all that is open decided as it is when nothing is chosen: nothing is lost, nothing guessed."""
    found = {}
    for place, one in enumerate(examined):
        ruling = rulings.get(place, OPEN)
        if ruling.counts is None and one.is_doubtful:
            ruling = replace(ruling, counts=False)
        empties = bool(ruling.empties)
        found[place] = replace(ruling, skips_unclear=True, empties=empties, prevails=bool(ruling.prevails))
    return found


def _meant(key: AnswerKey) -> str:
    """An answer by its name; a level with its text too."""
    return f"{key.name} · {key.choice.meaning}" if key.level else key.name


def _number(one: Examined) -> str:
    return participant_number(one.participant.number) if one.participant else ""


def _why(cell: UnclearCell) -> str:
    match cell.reason:
        case Unclear.SEVERAL:
            text = _("“{value}” could be several of the answers.")
        case Unclear.ERROR:
            text = _("There is an error here, left by a formula: {value}.")
        case Unclear.MERGED:
            text = _("This cell is merged with that of an earlier question, where “{value}” stands. Is that for both?")
        case Unclear.FORMULA:
            text = _("There is a formula here ({value}), and the file does not hold its result.")
        case _:
            text = _("“{value}” is not one of the answers.")
    return text.format(value=cell.value)


def _said(asked: Asked | None, said: str, *, comment: bool) -> str:
    if not said:
        return _("nothing")
    if comment or asked is None:
        return _("“{comment}”").format(comment=said)
    return next((key.name for key in answer_keys(asked.scale) if key.choice.id == said), said)
