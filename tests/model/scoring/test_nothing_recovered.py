"""What is published says nothing about hidden answers: whatever these are, exactly the same is published.

That is stronger than any attack on the published numbers: from the same numbers nobody, however clever, can tell which
of the possible answers were given.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from desktop.model.maturity import Pack
from desktop.model.maturity.questionnaire import FULFILMENT, sections
from desktop.model.scoring.anonymity import Counts
from desktop.model.scoring.engine import score
from desktop.model.scoring.inputs import Given, Tally
from desktop.model.scoring.publication import Published, published
from tests.builders import nothing_said, tiny_area, tiny_pack
from tests.builders_schemes import no_levels, tiny_criteria, tiny_streams
from tests.thoroughness import many

THRESHOLD = 5
ASSESSMENTS = many(35)
"""How many are tried of each kind of model."""
STAGED = tiny_pack([tiny_area("PLN", 2), tiny_area("STD", 3, categories=("delivery",))])
EMPTY: tuple[tuple[Pack, Given | Given | Given], ...] = (
    (STAGED, nothing_said()),
    (tiny_streams(), no_levels()),
    (tiny_criteria(), Given(scale=FULFILMENT, asked=0, tallies={})),
)


class Assessment:
    """Answers to a model at random, by few people or not so few; each question by its own number of them."""

    def __init__(self, chance: random.Random, pack: Pack, empty: Given | Given | Given) -> None:
        self.chance, self.pack, self.empty = chance, pack, empty
        self.people = chance.randint(1, 12)
        self.choices = {
            question.id: [choice.id for choice in question.scale.choices]
            for section in sections(pack, empty.scale)
            for question in section.questions
        }
        self.blanks = {
            question.id: {choice.id for choice in question.scale.choices if choice.blank is not None}
            for section in sections(pack, empty.scale)
            for question in section.questions
        }
        alike = chance.random() < 0.2
        self.said = {
            question: self._some(question, chance.randint(0, self.people), alike=alike) for question in self.choices
        }

    def _some(self, question: str, people: int, *, alike: bool = False) -> dict[str, int]:
        choices = self.choices[question]
        said = dict.fromkeys(choices, 0)
        for choice in [choices[0]] * people if alike else self.chance.choices(choices, k=people):
            said[choice] += 1
        return said

    def publish(self, earlier: Mapping[str, Sequence[Counts]] | None = None) -> Published:
        tallies = {question: Tally(counts, self.people) for question, counts in self.said.items()}
        given = replace(self.empty, asked=self.people, tallies=tallies)
        return published(self.pack, given, score(self.pack, given), THRESHOLD, earlier)

    def say_something_else(self, question: str, *, blanks: bool) -> None:
        """As many people answer anything else; where blanks are hidden, as few choose any of them."""
        own = self.blanks[question]
        answers = sum(count for choice, count in self.said[question].items() if choice not in own)
        said = dict.fromkeys(self.choices[question], 0)
        for choice in self.chance.choices([choice for choice in said if choice not in own], k=answers):
            said[choice] += 1
        most = min(THRESHOLD - 1, self.people) - answers
        few = self.chance.randint(0 if answers else 1, most) if blanks else 0
        for choice in self.chance.choices(sorted(own), k=few):
            said[choice] += 1
        if not blanks:
            said |= {choice: self.said[question][choice] for choice in own}
        self.said[question] = said


@pytest.mark.parametrize("place", range(len(EMPTY)), ids=["staged", "streams", "criteria"])
def test_the_same_is_published_whatever_is_hidden(place: int) -> None:
    chance = random.Random(place)
    pack, empty = EMPTY[place]
    hidden = 0
    for _number in range(ASSESSMENTS):
        assessment = Assessment(chance, pack, empty)
        before = assessment.publish()
        for question in sorted(before.withheld.hidden | before.withheld.blanks):
            assessment.say_something_else(question, blanks=question in before.withheld.blanks)
            hidden += 1
        assert assessment.publish() == before
    assert hidden > ASSESSMENTS


@pytest.mark.parametrize("place", range(len(EMPTY)), ids=["staged", "streams", "criteria"])
def test_the_same_is_published_again_whatever_few_people_said_since(place: int) -> None:
    chance = random.Random(place)
    pack, empty = EMPTY[place]
    held = 0
    for _number in range(ASSESSMENTS):
        assessment = Assessment(chance, pack, empty)
        before = assessment.publish()
        earlier = {question: [counts] for question, counts in before.counts.items()}
        answered = {question.id for question in before.result.questions if question.answers.n >= THRESHOLD}
        then = {question: dict(assessment.said[question]) for question in sorted(answered)}
        newcomers = chance.randint(1, THRESHOLD - 1)
        assessment.people += newcomers
        after = []
        for _time in range(2):
            for question, said in then.items():
                more = assessment._some(question, newcomers)
                assessment.said[question] = {choice: count + more[choice] for choice, count in said.items()}
            after.append(assessment.publish(earlier))
        assert after[0] == after[1]
        assert after[0].counts == before.counts
        held += len(after[0].withheld.held)
    assert held > ASSESSMENTS // 4
