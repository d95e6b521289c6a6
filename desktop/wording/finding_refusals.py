"""Why something was not done with observations, findings and their discussion, and what to do."""

from __future__ import annotations

from desktop.language import N_

OF_FINDINGS: dict[str, str] = {
    "comment.unknown": N_("This comment is no longer there. Choose another, or undo what took it away."),
    "observation.empty": N_("The observation says nothing yet. Put what was seen or heard in one short sentence."),
    "observation.unknown": N_("This observation is no longer there. Undo brings back what was removed."),
    "observation.rejected": N_("Observation O-{number:02} was rejected. Make it a draft again first."),
    "observation.toneless": N_(
        "Say first whether observation O-{number:02} is a strength, a weakness or an alternative practice."
    ),
    "observation.sourceless": N_("Nothing stands behind observation O-{number:02}. Draw it from a note or a comment."),
    "observation.names": N_(
        "Observation O-{number:02} may tell who said it: {found}. Reword it, or say that it gives nobody away."
    ),
    "observation.not_accurate": N_("The team has not agreed on observation O-{number:02} yet. Agree first."),
    "observation.uncorroborated": N_(
        "Observation O-{number:02} is not borne out yet. Sources: {sources} of {wanted}, one of which is not the "
        "questionnaire; notes of one session are one source. Add a note of another session."
    ),
    "observation.reason_missing": N_("Say why observation O-{number:02} is rejected."),
    "observation.not_valid": N_(
        "Observation O-{number:02} is not valid. Findings rest on valid observations: agree on it and confirm it first."
    ),
    "finding.empty": N_("The finding says nothing yet. Put it in the words of the team."),
    "finding.unknown": N_("This finding is no longer there. Undo brings back what was removed."),
    "finding.toneless": N_(
        "Say first whether finding F-{number:02} is a strength, a weakness or an alternative practice."
    ),
    "finding.unfounded": N_(
        "Finding F-{number:02} is not marked for the report: it rests on no observation, or on one that is not valid."
    ),
    "finding.names": N_(
        "Finding F-{number:02} may tell who said it: {found}. Reword it, or say that it gives nobody away."
    ),
    "point.empty": N_("Type the direction or decision first."),
    "point.unknown": N_("This is no longer there. Undo brings back what was removed."),
}
"""By code; see `desktop.wording.refusals`."""
