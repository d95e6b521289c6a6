"""Settings that mean nothing under the scheme, or contradict themselves. Each names its line."""

from __future__ import annotations

import pytest

from desktop.model.maturity.faults import FaultCode

LIMITS = "above: {FI: 80, LI: 50, PI: 20}"


@pytest.mark.parametrize(
    ("scheme", "old", "new", "code"),
    [
        ("staged", LIMITS, "above: {FI: 80, LI: 50}", FaultCode.SETTING_GRADE_MISSING),
        ("staged", LIMITS, "above: {FI: 50, LI: 50, PI: 20}", FaultCode.BAND_ORDER),
        ("staged", LIMITS, "above: {FI: 80, LI: 50, PI: 20, NI: 5}", FaultCode.SETTING_GRADE),
        ("staged", LIMITS, "above: {FI: 180, LI: 50, PI: 20}", FaultCode.NUMBER_RANGE),
        ("staged", "at_most: LI", "at_most: met", FaultCode.SETTING_GRADE),
        ("staged", "[demonstration]", "[demo]", FaultCode.WORD_UNKNOWN),
        ("staged", "sources: 2", "sources: 10", FaultCode.NUMBER_RANGE),
        (
            "staged",
            "[questionnaire, presentation]",
            "[questionnaire, presentation, interview, document, demonstration, observation]",
            FaultCode.EVIDENCE_NEVER,
        ),
        ("staged", "may_lower: true", "may_set: false", FaultCode.SETTING_FOREIGN),
        ("staged", "out_of_scope: leave_out", "dont_know: leave_out", FaultCode.SETTING_FOREIGN),
        ("staged", "out_of_scope: leave_out", "out_of_scope: highest", FaultCode.WORD_UNKNOWN),
        ("streams", "may_set: false", "alternatives: false", FaultCode.SETTING_FOREIGN),
        (
            "streams",
            "  blanks: {unanswered",
            "  suggest: {at_most: FI}\n  blanks: {unanswered",
            FaultCode.SETTING_FOREIGN,
        ),
        (
            "criteria",
            "above: {met: 90, partly_met: 10}",
            "above: {met: 90, partly_met: 10}, at_most: met",
            FaultCode.SETTING_FOREIGN,
        ),
        ("criteria", "partly_met: 10}", "partly: 10}", FaultCode.SETTING_GRADE),
    ],
)
def test_settings_are_checked(examples, found_in, scheme, old, new, code):
    text = examples[scheme]
    assert old in text
    told = text.replace(old, new, 1)
    line = told[: told.index(new.split("\n")[0])].count("\n") + 1
    assert found_in(told)[0] == (code, line)


def test_settings_that_say_what_is_usual_are_no_fault(examples, read_text):
    said = examples["streams"].replace("settings:\n  team", "settings:\n  evidence: {sources: 2}\n  team")
    assert said != examples["streams"]
    assert read_text(said).settings.evidence.sources == 2
