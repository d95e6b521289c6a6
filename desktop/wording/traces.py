"""Why a result is what it is, in sentences: the rule, the numbers, what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from desktop.language import N_, _
from desktop.model.evaluation.part_results import GroundCode
from desktop.model.maturity import Pack
from desktop.model.scoring.coverage import Coverage
from desktop.model.scoring.publication import QUESTION_HIDDEN, SUGGESTION_HIDDEN
from desktop.model.scoring.results import Detail, Trace
from desktop.model.scoring.rules import Rule
from desktop.model.scoring.vocabulary import Agreement, Characterisation, EvidenceKind, Fulfilment
from desktop.wording import names, part_grounds, setting_words
from desktop.wording.coverage import sources_told
from desktop.wording.forms import question_name
from desktop.wording.traces_of_growth import GROWTH

SENTENCES: dict[str, str] = {
    Rule.OWN_RULES: N_("{part}: {value}."),
    Rule.QUESTION_ANSWERED: N_(
        "{question}: answered by {n} of {asked} asked; mean {mean_percent}, consensus {consensus} ({agreement}). "
        "Blank: unanswered {unanswered}, does not apply {does_not_apply}, don't know {dont_know}."
    ),
    Rule.QUESTION_NO_ANSWERS: N_(
        "{question}: answered by none of {asked} asked. Blank: unanswered {unanswered}, does not apply "
        "{does_not_apply}, don't know {dont_know}."
    ),
    QUESTION_HIDDEN: N_(
        "{question}: answered by {n} of {asked} asked. What they say is hidden, because it would show the "
        "answers of too small a group."
    ),
    Rule.SUGGESTION_FROM_ANSWERS: N_(
        "The survey suggests “{value}”: the answers to {questions} (n = {n}) have a mean of {mean_percent} ({limits})."
    ),
    Rule.SUGGESTION_CAPPED: N_(
        "The survey alone would suggest “{survey}”: the answers to {questions} (n = {n}) have a mean of "
        "{mean_percent}. {unshown}, so the suggestion stays at “{value}”."
    ),
    Rule.SUGGESTION_NO_ANSWERS: N_("The survey suggests nothing: nobody answered {questions}."),
    Rule.SUGGESTION_NO_QUESTIONS: N_("The survey suggests nothing: no question asks about {practice}."),
    SUGGESTION_HIDDEN: N_(
        "What the survey suggests is hidden: the answers to {questions} (n = {n}) would show those of too "
        "small a group."
    ),
    Rule.PRACTICE_IN_PLACE: N_("{practice} is in place: “{value}”. Sources: {sources} ({kinds})."),
    Rule.PRACTICE_ALTERNATIVE: N_(
        "{practice} counts as in place: itself “{value}”, but another practice that reaches the goal is accepted. "
        "Sources: {sources} ({kinds})."
    ),
    Rule.PRACTICE_WEAK: N_("{practice} is weak: “{value}”. Sources: {sources} ({kinds})."),
    Rule.PRACTICE_NOT_APPLICABLE: N_("{practice} does not apply here, for the reason given, and blocks nothing."),
    Rule.PRACTICE_NOT_CHARACTERISED: N_("{practice} is open: the team has not said yet how far it is in place."),
    Rule.PRACTICE_NOT_YET: N_("{practice} is open: the work has not reached the point where it is due."),
    Rule.PRACTICE_REASON_MISSING: N_("{practice} is open: it is said not to apply, but not why."),
    Rule.PRACTICE_NOT_CORROBORATED: N_("{practice} is open: “{value}” needs {needed}. Sources: {sources} ({kinds})."),
    Rule.GOAL_SATISFIED: N_("Goal {goal} is satisfied. Practices in place: {in_place} of {practices} that apply."),
    Rule.GOAL_WEAK_PRACTICES: N_(
        "Goal {goal} is unsatisfied. Practices in place: {in_place} of {practices} that apply; weak: {weak}."
    ),
    Rule.ACROSS_ROLLED_UP: N_("Characterised for several instances ({instances}): {given}. Still open: {waiting}."),
    Rule.ACROSS_ASKED: N_(
        "Characterised for several instances ({instances}): {given}. The rule leaves it to the team: {asks}."
    ),
    Rule.GOAL_SIGNIFICANT_WEAKNESS: N_(
        "Goal {goal} is unsatisfied: its weaknesses together keep it from being met. Practices in place: "
        "{in_place} of {practices} that apply."
    ),
    Rule.GOAL_NOT_RATED: N_("Goal {goal} is not rated. Practices still open: {open}; weak so far: {weak}."),
    Rule.GOAL_NOT_APPLICABLE: N_("Goal {goal} does not apply: none of its practices applies."),
    Rule.GOAL_WITHOUT_PRACTICES: N_("Goal {goal} is not rated: the model has no practice that serves it."),
    Rule.GOAL_AREA_NOT_APPLICABLE: N_("Goal {goal} does not apply, because its area does not."),
    Rule.GOAL_AREA_OUT_OF_SCOPE: N_("Goal {goal} is out of scope, as its area is."),
    Rule.AREA_SATISFIED: N_(
        "{area} is satisfied. Goals satisfied: {satisfied} of {goals}; none is unsatisfied or not rated."
    ),
    Rule.AREA_UNSATISFIED: N_(
        "{area} is unsatisfied. Goals satisfied: {satisfied} of {goals}; unsatisfied: {unsatisfied}; not rated: "
        "{not_rated}."
    ),
    Rule.AREA_NOT_RATED: N_(
        "{area} is not rated. Goals satisfied: {satisfied} of {goals}; none is unsatisfied; not rated: {not_rated}."
    ),
    Rule.AREA_NOT_APPLICABLE: N_(
        "{area} does not apply: it lies outside the organisation's work, for the reason given."
    ),
    Rule.AREA_GOALS_NOT_APPLICABLE: N_("{area} does not apply: none of its goals applies."),
    Rule.AREA_REASON_MISSING: N_("{area} is not rated: it is said not to apply, but not why."),
    Rule.AREA_OUT_OF_SCOPE: N_("{area} is out of scope: it is not assessed."),
    Rule.AREA_WITHOUT_GOALS: N_("{area} is not rated: the model has no goals for it."),
    Rule.LEVEL_HIGHEST: N_("Level {reached} is reached: every area up to it is satisfied or does not apply."),
    Rule.LEVEL_STOPPED: N_(
        "Level {reached} is reached, level {next} is not reached yet. At level {next}, unsatisfied: "
        "{unsatisfied}; not rated: {not_rated}; out of scope: {out_of_scope}."
    ),
    Rule.LEVEL_NOT_DETERMINED: N_(
        "Level {reached} is reached, level {next} is not determined. At level {next}, unsatisfied: none; not rated: "
        "{not_rated}; out of scope: {out_of_scope}."
    ),
    Rule.LEVEL_ALL_NOT_APPLICABLE: N_(
        "Level {reached} is reached. Level {next} cannot be reached: none of its areas applies, so nothing shows it."
    ),
    Rule.ROLLUP_LEVEL: N_(
        "Level {group}. Areas satisfied: {satisfied} of {areas}; rated: {rated}. Goals satisfied: "
        "{satisfied_goals} of {goals} (progress index {progress_index}). Practices in place: {in_place_percent} "
        "(areas begun: {begun} of {areas}). Mean of the answers: {mean_percent}."
    ),
    Rule.ROLLUP_CATEGORY: N_(
        "Category {group}. Areas satisfied: {satisfied} of {areas}; rated: {rated}. Goals satisfied: "
        "{satisfied_goals} of {goals} (progress index {progress_index}). Practices in place: {in_place_percent} "
        "(areas begun: {begun} of {areas}). Mean of the answers: {mean_percent}."
    ),
    **GROWTH,
}
"""By rule. Placeholders are facts of the rule's kind, see `desktop.model.scoring.rules.FACTS`, and `SETTINGS`."""

SETTINGS = ("limits", "needed", "unshown")
"""Placeholders for what a pack sets of its scheme's rules."""

_SET: dict[str, Callable[[Pack | None], str]] = {
    Rule.SUGGESTION_FROM_ANSWERS: setting_words.practice_limits,
    Rule.SUGGESTION_CAPPED: setting_words.practice_limits,
    Rule.PRACTICE_NOT_CORROBORATED: setting_words.practice_limits,
    Rule.STATEMENT_SURVEY_ANSWERED: setting_words.statement_limits,
}

_GROUNDS = frozenset(code.value for code in GroundCode)
"""Rules of traces that are grounds of models with rules of their own."""

_RATED = frozenset(rule.partition(".")[0] for rule in (Rule.PRACTICE_IN_PLACE, Rule.STATEMENT_MET, Rule.OWN_RULES))
"""What traces of parts begin with of which sources speak."""

REPEATED = N_("{sentence} (Its reasons are listed above.)")


def sentence(trace: Trace, pack: Pack | None = None, numbers: Mapping[str, int] | None = None) -> str:
    """Why a result is what it is, without what that rests on.

    Args:
        trace: the result's trace.
        pack: its model, to say the names of areas, goals and groups beside their ids.
        numbers: of the questions, as forms print them; see `desktop.wording.forms.question_name`.
    """
    if trace.rule in _GROUNDS:
        return part_grounds.of_trace(trace)
    if trace.rule == Rule.OWN_RULES:
        part = _word("part", trace.facts["part"], pack, {})
        return _(SENTENCES[trace.rule]).format(part=part, value=part_grounds.result_of_trace(trace))
    words = _Words(trace, pack, numbers or {})
    if trace.rule in _SET:
        words.update(
            limits=_SET[trace.rule](pack),
            needed=setting_words.needed(pack),
            unshown=setting_words.unshown(pack),
        )
    reading, consensus = trace.facts.get("agreement"), trace.facts.get("consensus")
    if reading is not None and consensus is not None:
        words["agreement"] = names.agreement(Agreement(str(reading)), float(str(consensus)))
    return _(SENTENCES[trace.rule]).format_map(words)


class _Words(dict[str, str]):
    """Words for the facts of a trace, found when a sentence asks for them: no sentence tells all."""

    def __init__(self, trace: Trace, pack: Pack | None, numbers: Mapping[str, int]) -> None:
        super().__init__()
        self._facts, self._pack, self._numbers = trace.facts, pack, numbers

    def __missing__(self, fact: str) -> str:
        return _word(fact, self._facts[fact], self._pack, self._numbers)


def lines(
    trace: Trace,
    depth: int,
    pack: Pack | None = None,
    numbers: Mapping[str, int] | None = None,
    covered: Coverage | None = None,
) -> list[tuple[int, str]]:
    """The sentence and those of what it rests on, each with its indent from 0.

    What supports several results is spelled out the first time only.

    Args:
        trace: the result's trace.
        depth: how many levels of reasons to list; 0 gives the sentence alone.
        pack: see `sentence`.
        numbers: see `sentence`.
        covered: what speaks of the model's parts, to go on from each practice or statement to its sources.
    """
    return [(indent, words) for indent, _trace, words in walk(trace, depth, pack, numbers, covered)]


def walk(
    trace: Trace,
    depth: int,
    pack: Pack | None = None,
    numbers: Mapping[str, int] | None = None,
    covered: Coverage | None = None,
) -> Iterator[tuple[int, Trace, str]]:
    """`lines` together with the trace that each line is about."""
    parts = {} if covered is None else {part.part: part for part in covered.parts if part.applies}

    def sources(part: str) -> str:
        return sources_told(parts[part], pack) if part in parts else ""

    return _walk(trace, 0, depth, partial(sentence, pack=pack, numbers=numbers), sources, set())


def _walk(
    trace: Trace,
    indent: int,
    depth: int,
    say: Callable[[Trace], str],
    sources: Callable[[str], str],
    told: set[tuple[str, Detail]],
) -> Iterator[tuple[int, Trace, str]]:
    words = say(trace)
    key = (trace.rule, next(iter(trace.facts.values()), None))
    parts = trace.parts if indent < depth else ()
    if parts and key in told:
        yield indent, trace, _(REPEATED).format(sentence=words)
        return
    yield indent, trace, words
    told.add(key)
    rated = indent < depth and trace.rule.partition(".")[0] in _RATED
    if rated and (spoken := sources(str(key[1]))):
        yield indent + 1, trace, spoken
    for part in parts:
        yield from _walk(part, indent + 1, depth, say, sources, told)


def _word(fact: str, value: Detail, pack: Pack | None, numbers: Mapping[str, int]) -> str:
    if fact in _QUESTIONS and pack is not None:
        asked = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(question_name(question, pack, numbers) for question in asked)
    if isinstance(value, tuple):
        return ", ".join(_one(fact, item, pack) for item in value) or _("none")
    if value is None:
        return "–"
    if fact in _WORDS:
        return _WORDS[fact](value)
    return str(value) if pack is None else _named(fact, str(value), pack)


def _one(fact: str, value: str, pack: Pack | None) -> str:
    if fact == "kinds":
        return names.name(EvidenceKind(value))
    if pack is None:
        return value
    if value in pack.cap_by_id or value in pack.goal_by_id:
        return _quoted(value, pack.text_by_id[value])
    return _place(value, pack)


def _named(fact: str, value: str, pack: Pack) -> str:
    """A value with the name or text of what it stands for, where the fact is an id."""
    match fact:
        case "area" | "stream" | "track" | "place" | "part":
            return _place(value, pack)
        case "goal" | "statement" | "cap" if value in pack.text_by_id:
            return _quoted(value, pack.text_by_id[value])
        case "group":
            return _group(value, pack)
    return value


def _place(value: str, pack: Pack) -> str:
    """An area or stream with its id, which people know it by; a track by its name alone; anything else by its id."""
    if value in pack.track_by_id:
        return _("“{name}”").format(name=pack.track_by_id[value].name)
    place = pack.place_by_id.get(value)
    return value if place is None else _("{name} ({id})").format(name=place.name, id=value)


def _group(value: str, pack: Pack) -> str:
    groups = {
        str(level.number): _("{number} “{name}”").format(number=level.number, name=level.name) for level in pack.levels
    }
    groups |= {category.id: _("“{name}”").format(name=category.name) for category in pack.categories}
    return groups.get(value, value)


def _quoted(value: str, name: str) -> str:
    return _("{id} “{name}”").format(name=name.rstrip("."), id=value)


def _judgement(value: Detail) -> str:
    word = str(value)
    return names.name(Fulfilment(word) if word in set(Fulfilment) else Characterisation(word))


def _level_index(value: Detail) -> str:
    return names.index(float(str(value)))


def _percent(value: Detail) -> str:
    return names.percent(float(str(value)))


_QUESTIONS = frozenset({"question", "questions"})
"""Facts that are ids of questions."""

_WORDS: dict[str, Callable[[Detail], str]] = {
    "mean_percent": _percent,
    "in_place_percent": _percent,
    "progress_index": _percent,
    "consensus": lambda value: names.consensus_index(float(str(value))),
    "agreement": lambda value: names.name(Agreement(str(value))),
    "value": _judgement,
    "survey": _judgement,
    "met_percent": _percent,
    "mean_level": _level_index,
    "index": _level_index,
}
