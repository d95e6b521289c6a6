"""What was answered to one question or in one area, in full: spread, agreement, reasons, comments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.maturity.pack import Scale
from desktop.model.scoring.results import AnswerStatistics
from desktop.ui.pages.questionnaires.choice_bars import ChoiceBars
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.tones import tone_of


class Detail(Card):
    """The panel beside the tables."""

    def __init__(self) -> None:
        super().__init__(_("Why?"))
        self.heading.setWordWrap(True)
        self._bars = ChoiceBars()
        self._consensus, self._camps, self._unknown = (
            Tag(),
            Tag(_("two camps"), "bad"),
            Tag(_("many don't know"), "warn"),
        )
        self._camps.setToolTip(
            plain_tip(_("At least a quarter of the answers stand at each end of the scale: talk it over."))
        )
        self._unknown.setToolTip(plain_tip(_("More than 30 % of those who could have answered don't know.")))
        tags = QHBoxLayout()
        tags.setSpacing(px(6))
        for tag in (self._consensus, self._camps, self._unknown):
            tags.addWidget(tag)
        tags.addStretch(1)
        self._reasons = _reading(_("Reasons"))
        self._groups_title, self._groups = Label(_("By group"), "strong"), _reading(_("By group"))
        self._title, self._comments = Label(style="strong"), _reading(_("Comments"))
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(px(8))
        column.addWidget(self._bars)
        column.addLayout(tags)
        for label in (self._groups_title, self._groups, Label(_("Why?"), "strong"), self._reasons):
            column.addWidget(label)
        for label in (self._title, self._comments):
            column.addWidget(label)
        column.addStretch(1)
        self.body.addWidget(scrolled(content, _("Why?")), 1)
        self._content = content
        content.hide()

    def show_answers(
        self,
        heading: str,
        statistics: AnswerStatistics,
        scale: Scale,
        reasons: Sequence[tuple[int, str]],
        comments: Sequence[str],
        groups: Sequence[str] = (),
    ) -> None:
        """Show a question or an area.

        Args:
            heading: what it is.
            statistics: its answers.
            scale: the answer scale.
            reasons: lines of its trace, each with its indent.
            comments: what was added, without saying by whom.
            groups: what each group of participants answers, a line each.
        """
        self.say(heading)
        self._bars.show_statistics(statistics, scale)
        self._consensus.say(
            _("consensus {consensus}").format(consensus=names.consensus(statistics)), tone_of(statistics.agreement)
        )
        self._camps.setVisible(statistics.bimodal)
        self._unknown.setVisible(statistics.coverage_weak)
        self._groups.setText("\n".join(groups))
        for label in (self._groups_title, self._groups):
            label.setVisible(bool(groups))
        self._reasons.setText("\n\n".join("    " * indent + text for indent, text in reasons))
        self._title.setText(
            ngettext("{count} comment", "{count} comments", len(comments)).format(count=len(comments))
            if comments
            else _("No comments")
        )
        self._comments.setText("\n\n".join(_("“{comment}”").format(comment=comment) for comment in comments))
        self._comments.setVisible(bool(comments))
        self._content.show()


def _reading(name: str) -> Label:
    label = Label(style="body", wrap=True)
    label.setAccessibleName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
