"""What a maturity model holds, in its own words."""

from __future__ import annotations

from desktop.language import _, counted, ngettext
from desktop.model.maturity.shelf import PackSummary
from desktop.wording.model_words import words_of


def counts(summary: PackSummary) -> str:
    """How much there is in a model, e.g. “9 streams · 45 level texts · 61 practices · 49 outcomes · 66 metrics”."""
    words = words_of(summary)
    holds = ((forms, getattr(summary, field)) for field, forms in words.holds.items())
    told = (counted(words.counted, summary.areas), *(counted(forms, count) for forms, count in holds if count))
    return " · ".join(told)


def offer(summary: PackSummary) -> str:
    """What one sees of a model before choosing it: its places and what a participant is asked."""
    return _("{name}: {places}, {questions}").format(
        name=summary.name,
        places=counted(words_of(summary).counted, summary.areas),
        questions=questions(summary.questions),
    )


def levels(count: int) -> str:
    """So many levels."""
    return ngettext("{count} level", "{count} levels", count).format(count=count)


def questions(count: int) -> str:
    """So many questions."""
    return ngettext("{count} question", "{count} questions", count).format(count=count)
