"""Why a stream stands where it does: the trace, what respondents say, and the history."""

from __future__ import annotations

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.maturity.parts import cell_id
from desktop.model.maturity.refs import Ref
from desktop.model.records import StreamRating
from desktop.ui.pages.questionnaires.choice_bars import ChoiceBars
from desktop.ui.pages.ratings.guidance import Advice
from desktop.ui.pages.ratings.heard import HeardNotes
from desktop.ui.pages.ratings.lines import Lines
from desktop.ui.pages.ratings.past import Past
from desktop.ui.pages.ratings.scrolled_card import ScrolledCard
from desktop.ui.pages.ratings.streams.snapshot import Snapshot
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.wording import names, traces
from desktop.wording.coverage import place_covered

_DEPTH = 1


class StreamWhy(ScrolledCard):
    """The reasons for one stream's level, always open beside the matrix."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label("", "heading", wrap=True)
        self.lines = Lines(_("Reasons"))
        self.asked = Label(_("Answers"), "heading")
        self.question = Label("", "mute", wrap=True)
        self.bars = ChoiceBars()
        self.consensus = Label("", "small", wrap=True)
        self.heard = HeardNotes(headed=True)
        self.past = Past()
        self.advice = Advice()
        self.hold(
            _("Reasons, answers and history"),
            self.heading,
            self.lines,
            self.asked,
            self.question,
            self.bars,
            self.consensus,
            self.heard,
            self.past,
            self.advice,
            spacing=px(6),
        )

    def show_stream(self, assessment: Assessment, snapshot: Snapshot, stream: str) -> None:
        """Show a stream; another one starts at the top."""
        result = snapshot.streams[stream]
        why = _("Why level {level}?").format(level=result.level) if result.rated else _("Why not rated?")
        self.heading.setText(why)
        told = traces.lines(result.trace, _DEPTH, snapshot.pack, snapshot.numbers)
        spoken = place_covered(assessment.coverage.of(snapshot.model), stream, snapshot.pack)
        self.lines.show_lines([*told, *([(1, _("Sources: {covered}.").format(covered=spoken))] if spoken else [])])
        self.question.setText(snapshot.pack.stream_by_id[stream].question.text)
        self.bars.show_statistics(result.answers, snapshot.scales[stream])
        self.bars.setVisible(bool(result.answers.n))
        self.consensus.setText(
            _("Consensus {consensus}, {agreement}").format(
                consensus=names.consensus_index(result.answers.consensus),
                agreement=names.agreement(result.answers.agreement, result.answers.consensus),
            )
            if result.answers.n
            else _("Nobody has answered this question.")
        )
        cells = snapshot.pack.stream_by_id[stream].cells
        parts = [cell_id(stream, cell.level) for cell in cells]
        parts += [practice.id for cell in cells for practice in cell.practices]
        self.heard.show_notes(assessment.interviews.heard(snapshot.model, *parts), Ref(snapshot.model, stream))
        self.past.show_changes(assessment.history.of(StreamRating, snapshot.model, stream))
        self.advice.show_guidance(snapshot.pack.guidance)
        self.turn_to(stream)
