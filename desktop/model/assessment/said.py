"""What a form says as text, so that a later version can be compared with it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from desktop.model.assessment.forms import FilledAnswer

Said = Mapping[str, FilledAnswer]
"""Answers by question id; a question that is not there is left empty."""


def said_text(answers: Said) -> str:
    """Answers and comments by question, those left empty left out; the same answers give the same text."""
    rows = {
        question: (answer.choice, answer.comment)
        for question, answer in sorted(answers.items())
        if answer.choice is not None or answer.comment
    }
    return msgspec.json.encode(rows).decode()


def said_answers(text: str) -> dict[str, FilledAnswer] | None:
    """What such a text says; None where it is none, as in files that did not keep it."""
    try:
        rows = msgspec.json.decode(text, type=dict[str, tuple[str | None, str]])
    except msgspec.DecodeError:
        return None
    return {question: FilledAnswer(choice, comment) for question, (choice, comment) in rows.items()}
