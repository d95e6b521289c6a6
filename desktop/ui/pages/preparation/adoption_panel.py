"""A newer version of a model before it is adopted: what became of each part, and what has to be said again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.adopting.correspondence import PartFate
from desktop.model.adopting.likeness import likeness
from desktop.model.assessment import Assessment
from desktop.model.assessment.adoptions import AdoptionPreview
from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.tables import Column, RowsModel, Table
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import adoption
from desktop.wording.adoption import AdoptionLine

_TONES = {PartFate.DOUBTFUL: "warn", PartFate.NEW: "accent", PartFate.GONE: "bad"}


class AdoptionPanel(QWidget):
    """All that is not as it was; what is doubtful is settled with one key each, and nothing is written before Enter.

    Signals:
        left: the version was adopted, or is not to be.
    """

    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._pack: Pack | None = None
        self._settled: dict[str, str] = {}
        self._assessment: Assessment | None = None
        self.model = ""
        self.preview: AdoptionPreview | None = None
        self.headline = Label("", "strong", wrap=True)
        self.sums = Label("", wrap=True)
        self.doubts = Label("", wrap=True)
        self.table = AdoptionTable()
        self.adopt = QPushButton(_("&Adopt"))
        self.adopt.setProperty("kind", "primary")
        self.leave = QPushButton(_("&Leave it as it is"))
        self._arrange()
        self.table.settled.connect(self._on_settled)
        self.table.adopting.connect(self._on_adopt)
        self.table.leaving.connect(self.close_panel)
        self.adopt.clicked.connect(self._on_adopt)
        self.leave.clicked.connect(self.close_panel)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.headline, 1)
        head.addWidget(self.leave)
        head.addWidget(self.adopt)
        card = Card()
        card.tighten()
        card.body.addWidget(self.table, 1)
        keys = _("Keys: S the same · N not the same · Enter adopts · Esc leaves it as it is")
        card.body.addWidget(Label(keys, "small", wrap=True))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(8)
        frame.addLayout(head)
        frame.addWidget(self.sums)
        frame.addWidget(self.doubts)
        frame.addWidget(card, 1)

    @property
    def is_open(self) -> bool:
        """Whether a version is being looked at."""
        return self._pack is not None

    def begin(self, pack: Pack) -> bool:
        """Look at a version; False, and told why, where it cannot be adopted."""
        preview = self._page.session.run(lambda: self._page.assessment.adoptions.preview(pack))
        if preview is None:
            return False
        self._pack, self._settled, self.model = pack, {}, pack.id
        self._assessment = self._page.assessment
        self.table.pairs = _pairs(preview)
        self._show(preview)
        self.table.selectRow(0)
        return True

    def refresh(self) -> None:
        """Look again, as the assessment is now; where the version cannot be adopted any more, the panel goes."""
        if self._pack is None:
            return
        try:
            here = self._page.assessment is self._assessment
            preview = self._page.assessment.adoptions.preview(self._pack, self._settled) if here else None
        except RefusalError:
            preview = None
        if preview is None:
            self.close_panel()
        else:
            self._show(preview)

    def _show(self, preview: AdoptionPreview) -> None:
        self.preview = preview
        self.headline.setText(adoption.headline(preview))
        self.sums.setText("\n".join((adoption.parts_line(preview), adoption.records_line(preview))))
        self.sums.setToolTip(plain_tip("\n".join(adoption.records_lines(preview))))
        self.doubts.setText(adoption.doubts(preview))
        self.doubts.setVisible(bool(self.doubts.text()))
        self.table.fill(adoption.adoption_lines(preview), _key)
        self.adopt.setEnabled(not self._page.assessment.readonly)

    @Slot(bool)
    def _on_settled(self, same: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        line = self.table.current_row()
        if line is None or not line.change.before:
            return
        before = line.change.before[0]
        self._settled[before] = self.table.pairs[before] if same else ""
        self.refresh()
        doubtful = [row for row in self.table.source.rows if row.change.change is PartFate.DOUBTFUL]
        wanted = _key(doubtful[0]) if doubtful else (before,)
        self.table.select(lambda row: _key(row) == wanted)

    @Slot()
    def _on_adopt(self) -> None:
        pack, preview = self._pack, self.preview
        if pack is None or preview is None or self._page.assessment.readonly:
            return
        session = self._page.session
        if session.run(lambda: self._page.assessment.adoptions.adopt(pack, self._settled), self._page):
            session.tell_of_step(adoption.adopted(preview))
            self.close_panel()

    @Slot()
    def close_panel(self) -> None:
        """Look at no version any more."""
        self._pack, self.preview, self._assessment = None, None, None
        self.left.emit()


class AdoptionTable(Table):
    """What became of each part that is not as it was.

    Attributes:
        pairs: ids of the parts that somebody can settle, with those that they would be the same as.

    Signals:
        settled: whether the part in hand is the same.
        adopting: take the version.
        leaving: leave the one in use.
    """

    settled = Signal(bool)
    adopting = Signal()
    leaving = Signal()

    def __init__(self) -> None:
        self.pairs: dict[str, str] = {}
        super().__init__(RowsModel(_columns()), _("What became of each part"), sortable=False)

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: columns give way."""
        return QSize(px(280), px(120))

    def deeds(self) -> Sequence[Deed]:
        """One key settles the part in hand."""
        line: AdoptionLine | None = self.current_row()
        before = line.change.before[0] if line is not None and line.change.before else ""
        goes_on = self.pairs.get(before, "")
        same = _("It is the same") if goes_on == before else _("It goes on as {part}").format(part=goes_on)
        settling = (Deed(("S",), same, self._same), Deed(("N",), _("It is not the same"), self._not)) if goes_on else ()
        return (
            *settling,
            Deed(("Enter",), _("Adopt"), self.adopting.emit),
            Deed(("Esc",), _("Leave it as it is"), self.leaving.emit),
            *super().deeds(),
        )

    def _same(self) -> None:
        self.settled.emit(True)

    def _not(self) -> None:
        self.settled.emit(False)


def _pairs(preview: AdoptionPreview) -> dict[str, str]:
    """What each part can be said to go on as: what it was compared with, or the piece of it that is most alike."""
    before, after = preview.holding.before.parts, preview.holding.after.parts
    return {
        each.before[0]: max(each.after, key=lambda id_: likeness(before[each.before[0]].text, after[id_].text))
        for each in preview.plan.found.changes
        if len(each.before) == 1 and each.after
    }


def _columns() -> list[Column[AdoptionLine]]:
    return [
        Column(
            _("Part is"),
            lambda line: adoption.fate_name(line.change.change),
            tone=lambda line: _TONES.get(line.change.change, "plain"),
            width=96,
        ),
        Column(
            _("What it says"),
            lambda line: line.now or line.was,
            beneath=lambda line: (
                _("{ids} · before: {was}").format(ids=line.ids, was=line.was)
                if line.was and line.now and line.was != line.now
                else line.ids
            ),
            tip=lambda line: line.text,
        ),
        Column(_("To be said again"), lambda line: line.again, tip=lambda line: line.again, width=170, gives_way=1),
    ]


def _key(line: AdoptionLine) -> tuple[str, ...]:
    return line.change.before or ("", *line.change.after)
