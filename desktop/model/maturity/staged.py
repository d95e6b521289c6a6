"""What a model of the scheme `staged` is made of: key process areas with goals, practices and questions."""

from desktop.model.maturity.kinds import Code, LevelNumber, Part, Remark, Text, Word
from desktop.model.maturity.vocabulary import FeatureKind

INSTANCES = "instances"
"""What practices of such a model are characterised for, where an assessment names any: services, units, projects."""


class Category(Part, frozen=True):
    """A process category. It groups and filters; nothing is computed from it."""

    id: Word
    name: Text
    summary: Text


class Feature(Part, frozen=True):
    """A common feature: one of the sections into which an area's practices fall."""

    id: Code
    name: Text
    kind: FeatureKind
    summary: Text


class Goal(Part, frozen=True):
    """A state that holds when the area does what it is for.

    Attributes:
        name: a few words, for tables.
        text: the state as a full sentence.
    """

    id: Code
    name: Text
    text: Text


class Practice(Part, frozen=True):
    """A key practice.

    Attributes:
        feature: id of its common feature.
        goals: ids of the goals it serves; empty means all goals of its area.
        detail: what to look for.
    """

    id: Code
    feature: Code
    text: Text
    goals: tuple[Code, ...] = ()
    detail: Remark = ""


class Question(Part, frozen=True):
    """A question of the questionnaire.

    Attributes:
        informs: ids of goals and practices of its area; a goal stands for the practices of the
            implementing feature that serve it.
    """

    id: Code
    text: Text
    informs: tuple[Code, ...]
    help: Remark = ""


class Area(Part, frozen=True):
    """A key process area.

    Attributes:
        level: the maturity level that asks for it.
        categories: ids of its process categories, at least one.
        introduction: what respondents read before its questions.
        good: what good looks like.
        evidence: what typically shows it.
        may_not_apply: whether an organisation can naturally do without it.
    """

    id: Code
    name: Text
    level: LevelNumber
    categories: tuple[Word, ...]
    purpose: Text
    introduction: Text
    good: tuple[Text, ...]
    evidence: tuple[Text, ...]
    goals: tuple[Goal, ...]
    practices: tuple[Practice, ...]
    questions: tuple[Question, ...]
    may_not_apply: bool = False

    def goals_of(self, practice: Practice) -> tuple[str, ...]:
        """Ids of the goals that a practice of this area serves."""
        return practice.goals or tuple(goal.id for goal in self.goals)

    def practices_of(self, goal_id: str) -> tuple[Practice, ...]:
        """The practices that serve a goal, in the pack's order."""
        return tuple(practice for practice in self.practices if goal_id in self.goals_of(practice))
