"""The sentences for traces of streams, tracks and what is wanted of them; `desktop.wording.traces` says them."""

from __future__ import annotations

from desktop.language import N_
from desktop.model.scoring.publication import STATEMENT_SURVEY_HIDDEN, STREAM_SURVEY_HIDDEN
from desktop.model.scoring.rules import Rule

GROWTH: dict[str, str] = {
    Rule.STREAM_CHOSEN: N_(
        "{stream} stands at level {level}: the team chose its text as the one that fits best. By the "
        "ticks alone it would be level {ticked}; index {index}. Not ticked for the next level: {missing}."
    ),
    Rule.STREAM_TICKED: N_(
        "{stream} stands at level {level}: every practice up to it is ticked. Index {index}. Not ticked "
        "for the next level: {missing}."
    ),
    Rule.STREAM_FLOOR: N_(
        "{stream} stands at level {level}, where everybody starts: not all its practices are ticked. "
        "Index {index}. Not ticked for the next level: {missing}."
    ),
    Rule.STREAM_NOT_RATED: N_(
        "{stream} is not rated: no level is chosen and no practice ticked. "
        "Level {level} is only where everybody starts."
    ),
    Rule.STREAM_OUT_OF_SCOPE: N_("{stream} is out of scope: it is not assessed and takes no part in the result."),
    Rule.STREAM_NOT_APPLICABLE: N_(
        "{stream} does not apply: it lies outside the organisation's work, for the reason given, and takes no "
        "part in the result."
    ),
    Rule.STREAM_SURVEY_ANSWERED: N_(
        "The survey suggests level {level}, the level of the middle answer (n = {n}). Mean {mean_level}, "
        "consensus {consensus} ({agreement})."
    ),
    Rule.STREAM_SURVEY_NO_ANSWERS: N_("The survey suggests nothing: nobody answered about {stream}."),
    STREAM_SURVEY_HIDDEN: N_(
        "What the survey suggests for {stream} is hidden: the answers (n = {n}) would show those of too small a group."
    ),
    Rule.STREAMS_HIGHEST: N_(
        "Level {reached} is reached, the highest there is: every stream stands at it. Mean level {index} (an "
        "index, not a level)."
    ),
    Rule.STREAMS_STOPPED: N_(
        "Level {reached} is reached, that of the weakest: {weakest}. Level {next} is not reached yet. Streams "
        "rated: {rated} of {streams}; not rated: {not_rated}. Mean level of those rated: {index} (an index, not "
        "a level)."
    ),
    Rule.STREAMS_NOT_DETERMINED: N_(
        "Level {reached} is reached. Level {next} is not determined. Streams rated: {rated} of {streams}; not "
        "rated: {not_rated}. Mean level of those rated: {index} (an index, not a level)."
    ),
    Rule.STREAMS_NONE: N_("No stream is both in scope and applicable, so no level above {reached} can be reached."),
    Rule.STATEMENT_MET: N_("{statement} is met."),
    Rule.STATEMENT_PARTLY_MET: N_("{statement} is only partly met."),
    Rule.STATEMENT_NOT_MET: N_("{statement} is not met."),
    Rule.STATEMENT_NOT_APPLICABLE: N_("{statement} does not apply here."),
    Rule.STATEMENT_DONT_KNOW: N_("{statement} is open: the team does not know."),
    Rule.STATEMENT_NOT_RATED: N_("{statement} is open: the team has not judged it yet."),
    Rule.STATEMENT_SURVEY_ANSWERED: N_(
        "The survey suggests “{value}”: {met_percent} of the answers (n = {n}) say met, and their mean is "
        "{mean_percent} ({limits})."
    ),
    Rule.STATEMENT_SURVEY_NO_ANSWERS: N_("The survey suggests nothing: nobody answered about {statement}."),
    STATEMENT_SURVEY_HIDDEN: N_(
        "What the survey suggests for {statement} is hidden: the answers (n = {n}) would show those of too "
        "small a group."
    ),
    Rule.CAP_HOLDS: N_("{cap} caps at level {at_most}, whatever else is met. To be met: {missing}."),
    Rule.CAP_OPEN: N_(
        "{cap} caps at level {at_most}, whatever else is met, until these are judged: {open}. To be met: {missing}."
    ),
    Rule.TRACK_HIGHEST: N_(
        "{track} demonstrates level {level}, the highest there is: every statement that applies is met."
    ),
    Rule.TRACK_STOPPED: N_("{track} demonstrates level {level}. Level {next} is blocked by {unmet}; open: {open}."),
    Rule.TRACK_NOT_DETERMINED: N_(
        "{track} demonstrates level {level}. Level {next} is not determined: nothing blocks it, but these "
        "are open: {open}."
    ),
    Rule.TRACK_CAPPED: N_(
        "{track} demonstrates level {level}. Its statements alone would give level {uncapped}, but it is "
        "capped by {caps} until these are met: {unmet}; open: {open}."
    ),
    Rule.TRACK_CAP_OPEN: N_(
        "{track} demonstrates level {level}. Its statements alone would give level {uncapped}, but it is "
        "capped by {caps} until these are judged: {open}."
    ),
    Rule.TRACK_ALL_NOT_APPLICABLE: N_(
        "{track} demonstrates level {level}. Level {next} cannot be reached: none of its statements "
        "applies, so nothing shows it."
    ),
    Rule.TRACK_OUT_OF_SCOPE: N_("{track} is out of scope: it is not assessed and takes no part in the result."),
    Rule.TRACK_NOT_APPLICABLE: N_(
        "{track} does not apply: it lies outside the organisation's work, for the reason given, and takes no "
        "part in the result."
    ),
    Rule.TRACK_LEVEL_LOWEST: N_(
        "Level {level} is where {track} starts, whatever is met. Statements met: {met} of {statements} that apply."
    ),
    Rule.TRACK_LEVEL_HELD: N_("{track} reaches level {level}. Statements met: {met} of {statements} that apply."),
    Rule.TRACK_LEVEL_CAPPED: N_(
        "{track} does not reach level {level}, although its statements are met: it is capped by {caps}."
    ),
    Rule.TRACK_LEVEL_STOPPED: N_(
        "{track} does not reach level {level}. Statements met: {met} of {statements} that apply; not met: "
        "{unmet}; open: {open}."
    ),
    Rule.TRACK_LEVEL_OPEN: N_(
        "{track} has not reached level {level} yet. Statements met: {met} of {statements} that apply; open: {open}."
    ),
    Rule.TRACK_LEVEL_WAITING: N_(
        "{track} does not reach level {level}, because a level below is not reached. Statements met: {met} of "
        "{statements} that apply."
    ),
    Rule.TRACK_LEVEL_NOT_APPLICABLE: N_(
        "{track} does not reach level {level}: none of its statements applies, so nothing shows it."
    ),
    Rule.TRACKS_HIGHEST: N_("Level {reached} is reached, the highest there is: every track demonstrates it."),
    Rule.TRACKS_STOPPED: N_(
        "Level {reached} is reached, that of the lowest: {weakest}. Level {next} is not reached yet. Not "
        "determined: {not_determined}."
    ),
    Rule.TRACKS_NOT_DETERMINED: N_(
        "Level {reached} is reached. Level {next} is not determined: nothing blocks it, but judgements are "
        "missing on {not_determined}."
    ),
    Rule.TRACKS_NONE: N_("No track is both in scope and applicable, so no level above {reached} can be reached."),
    Rule.GAP_OPEN: N_(
        "{place} is at level {level}, its target is level {target}: a gap of {gap}; times importance "
        "{importance}, a weighted gap of {weighted_gap}."
    ),
    Rule.GAP_UNWEIGHTED: N_(
        "{place} is at level {level}, its target is level {target}: a gap of {gap}. No importance is given, "
        "so it counts 1."
    ),
    Rule.GAP_CLOSED: N_("{place} is at level {level}, its target is level {target}: no gap."),
}
"""By rule. Placeholders are facts of the rule's kind, see `desktop.model.scoring.rules.FACTS`."""
