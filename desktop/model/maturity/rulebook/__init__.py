"""The vocabulary in which a model says how its results follow: scales, kinds with their rules, and a tree of parts.

`docs/scoring-vocabulary.md` explains it to authors; `desktop.model.evaluation` works the results out.
"""

from desktop.model.maturity.rulebook.measures import (
    ASK,
    ITEMS,
    BlankRules,
    ChoiceRow,
    GradeBand,
    HeldDown,
    LadderStep,
    LevelLadder,
    MeasureRule,
    RoundingRule,
)
from desktop.model.maturity.rulebook.part_kinds import (
    RESPONDENTS,
    AcrossRule,
    EvidenceRule,
    JudgedRule,
    NamedMeasure,
    PartKind,
    SuggestionRule,
    TargetRule,
)
from desktop.model.maturity.rulebook.part_needs import PartNeeds
from desktop.model.maturity.rulebook.rating_scales import NumberRange, RatingScale, ScaleChoice
from desktop.model.maturity.rulebook.rulebook import PARTS, LevelName, PackPart, Rulebook
from desktop.model.maturity.rulebook.values import Combiner, Intake, Treatment, Turn, Weighing, WithoutReason, exact

__all__ = [
    "ASK",
    "ITEMS",
    "PARTS",
    "RESPONDENTS",
    "AcrossRule",
    "BlankRules",
    "ChoiceRow",
    "Combiner",
    "EvidenceRule",
    "GradeBand",
    "HeldDown",
    "Intake",
    "JudgedRule",
    "LadderStep",
    "LevelLadder",
    "LevelName",
    "MeasureRule",
    "NamedMeasure",
    "NumberRange",
    "PackPart",
    "PartKind",
    "PartNeeds",
    "RatingScale",
    "RoundingRule",
    "Rulebook",
    "ScaleChoice",
    "SuggestionRule",
    "TargetRule",
    "Treatment",
    "Turn",
    "Weighing",
    "WithoutReason",
    "exact",
]
