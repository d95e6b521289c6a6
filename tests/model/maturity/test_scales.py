from __future__ import annotations

from desktop.model.maturity.scales import Choice, Scale
from desktop.model.maturity.vocabulary import BlankKind

YES = Choice(id="yes", name="Yes", meaning="It is so.", percent=100)
NO = Choice(id="no", name="No", meaning="It is not so.", percent=0)
BLANK = Choice(id="unknown", name="Don't know", meaning="You cannot tell.", blank=BlankKind.DONT_KNOW)
SCALE = Scale(id="yes_no", name="Yes or no", choices=(YES, NO, BLANK))


def test_answers_and_blanks_are_told_apart_in_their_order():
    assert SCALE.answers == (YES, NO)
    assert SCALE.blanks == (BLANK,)


def test_a_choice_is_found_by_its_id():
    assert SCALE.choice("no") is NO
    assert SCALE.choice("unknown") is BLANK
    assert SCALE.choice("perhaps") is None
