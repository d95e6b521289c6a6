"""What can be wrong with a model pack. `desktop.wording.pack_faults` has a sentence for each code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.model.errors import Fact, RefusalError


class FaultCode(StrEnum):
    """Every kind of fault."""

    FILE_UNREADABLE = "file.unreadable"
    FILE_NOT_PLAIN = "file.not_plain"
    FILE_LARGE = "file.large"
    FILE_NOT_UTF8 = "file.not_utf8"
    FILE_CHARACTER = "file.character"
    FILE_EMPTY = "file.empty"
    JSON_MALFORMED = "json.malformed"
    YAML_MALFORMED = "yaml.malformed"
    YAML_DOCUMENTS = "yaml.documents"
    YAML_ANCHOR = "yaml.anchor"
    YAML_TAG = "yaml.tag"
    YAML_DEEP = "yaml.deep"
    YAML_LARGE = "yaml.large"

    KEY_TWICE = "key.twice"
    KEY_COMPLEX = "key.complex"
    KEY_UNKNOWN = "key.unknown"
    KEY_MISSING = "key.missing"
    KEY_FOREIGN = "key.foreign"
    TYPE_WRONG = "type.wrong"
    TYPE_UNQUOTED = "type.unquoted"
    TEXT_CUT = "text.cut"
    TEXT_SPLIT = "text.split"
    LIST_SPLIT = "list.split"
    NUMBER_COMMA = "number.comma"
    NUMBER_QUOTED = "number.quoted"
    LIST_UNBRACKETED = "list.unbracketed"
    TEXT_EMPTY = "text.empty"
    TEXT_LONG = "text.long"
    TEXT_EDGES = "text.edges"
    TEXT_CHARACTER = "text.character"
    TEXT_PATTERN = "text.pattern"
    WORD_UNKNOWN = "word.unknown"
    NUMBER_RANGE = "number.range"
    NUMBER_LOW = "number.low"
    FORMAT_UNSUPPORTED = "format.unsupported"

    ID_TWICE = "id.twice"
    ID_PREFIX = "id.prefix"
    ID_FORM = "id.form"
    PREFIX_TWICE = "prefix.twice"
    REFERENCE_DANGLING = "reference.dangling"
    REFERENCE_FOREIGN = "reference.foreign"
    REFERENCE_TWICE = "reference.twice"
    LIST_EMPTY = "list.empty"
    LEVEL_ORDER = "level.order"
    LEVEL_FIRST = "level.first"
    LEVEL_ALONE = "level.alone"
    FEATURE_NONE_IMPLEMENTING = "feature.none_implementing"
    SCALE_ANSWERS = "scale.answers"
    CHOICE_TWICE = "choice.twice"
    PERCENT_MISSING = "percent.missing"
    PERCENT_BLANK = "percent.blank"
    PERCENT_ORDER = "percent.order"
    BLANK_MISSING = "blank.missing"
    BLANK_TWICE = "blank.twice"
    BLANK_ORDER = "blank.order"
    GOAL_UNSERVED = "goal.unserved"
    CELL_MISSING = "cell.missing"
    CELL_TWICE = "cell.twice"
    STATEMENT_NONE = "statement.none"
    CAP_IDLE = "cap.idle"
    LINK_SELF = "link.self"
    LINK_TWICE = "link.twice"

    CATEGORY_UNUSED = "category.unused"
    EVIDENCE_NEVER = "evidence.never"
    EXAMPLE_FAILS = "example.fails"
    SETTING_FOREIGN = "setting.foreign"
    SETTING_GRADE = "setting.grade"
    SETTING_GRADE_MISSING = "setting.grade_missing"
    CELL_UNCLEAR = "cell.unclear"
    SUBJECT_TWICE = "subject.twice"
    LEVEL_TWICE = "level.twice"
    LEVEL_UNCLEAR = "level.unclear"
    NAME_TWICE = "name.twice"
    ROOT_NONE = "root.none"
    ROOT_TWICE = "root.twice"
    PARENT_LATER = "parent.later"
    PART_CIRCLE = "part.circle"
    PART_DEEP = "part.deep"
    LOOKS_MANY = "looks.many"
    EXAMPLES_MANY = "examples.many"
    ACROSS_PARTS = "across.parts"
    ACROSS_RULE = "across.rule"
    SCALE_FORM = "scale.form"
    SCALE_FEW = "scale.few"
    RANGE_ORDER = "range.order"
    VALUES_PARTLY = "values.partly"
    RULE_TWICE = "rule.twice"
    COUNT_RULE = "count.rule"
    OUT_ORDER = "out.order"
    BAND_FIRST = "band.first"
    BAND_BEGIN = "band.begin"
    BAND_ORDER = "band.order"
    BAND_UNREACHED = "band.unreached"
    GRADES_MISSING = "grades.missing"
    GRADES_IDLE = "grades.idle"
    GRADES_COMBINED = "grades.combined"
    GRADES_SHAPED = "grades.shaped"
    LADDER_ORDER = "ladder.order"
    LADDER_FORM = "ladder.form"
    LADDER_STEP = "ladder.step"
    CHOOSE_OPEN = "choose.open"
    CHOOSE_EARLY = "choose.early"
    CHOOSE_ASK = "choose.ask"
    CHOOSE_NEVER = "choose.never"
    CHOOSE_FALLS = "choose.falls"
    NEEDS_NOTHING = "needs.nothing"
    NEEDS_NONE = "needs.none"
    NEEDS_NEVER = "needs.never"
    LIMIT_GRADE = "limit.grade"
    LIMIT_NUMBER = "limit.number"
    KIND_UNUSED = "kind.unused"
    SCALE_UNUSED = "scale.unused"
    LEVEL_UNUSED = "level.unused"
    LEVEL_UNREACHED = "level.unreached"
    LEVEL_EMPTY = "level.empty"
    PART_MUTE = "part.mute"
    PART_EMPTY = "part.empty"
    PART_IDLE = "part.idle"
    PART_NO_LEVEL = "part.no_level"
    WEIGHTS_UNUSED = "weights.unused"
    WEIGHTS_ZERO = "weights.zero"
    WEIGHTS_ALIKE = "weights.alike"
    WEIGHTS_SPAN = "weights.span"
    WEIGHT_UNASKED = "weight.unasked"
    OUT_UNREACHED = "out.unreached"
    CAP_NEVER = "cap.never"
    CAP_ALWAYS = "cap.always"
    CAP_NOTHING = "cap.nothing"
    DIRECTION_MIXED = "direction.mixed"
    DIRECTION_DOWN = "direction.down"
    DIRECTION_UP = "direction.up"
    ANSWER_NONE = "answer.none"
    ANSWER_ACROSS = "answer.across"
    ANSWER_ONCE = "answer.once"
    ANSWER_OFF = "answer.off"


class Fault(Struct, frozen=True):
    """One thing that is wrong.

    Attributes:
        line: line of the file, from 1; 0 when there is none to point at (JSON, or the file as a whole).
        code: the kind of fault.
        facts: what its sentence names.
        where: the place inside the pack, e.g. ``areas[3].goals[0].text``; empty for the pack as a whole.
    """

    line: int
    code: FaultCode
    facts: Mapping[str, Fact]
    where: str = ""


class PackFaultsError(RefusalError):
    """A model pack that cannot be used, with everything that was found wrong with it.

    Its code is ``model.faults``, its facts are ``file`` (a path, or None for data that is in no file) and ``count``.

    Attributes:
        file: the pack's file, or None.
        faults: at least one, in the order of their lines.
    """

    def __init__(self, file: Path | None, faults: Iterable[Fault]) -> None:
        self.file = file
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("model.faults", file=file, count=len(self.faults))

    def __str__(self) -> str:
        """For logs only; users read `desktop.wording.pack_faults`."""
        listed = "; ".join(f"{fault.line} {fault.where} {fault.code} {dict(fault.facts)}" for fault in self.faults)
        return f"{super().__str__()}: {listed}"
