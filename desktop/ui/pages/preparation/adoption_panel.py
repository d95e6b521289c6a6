"""A newer version of a model before it is adopted: what became of each part, and what has to be said again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.adopting.compared_parts import PartSort
from desktop.model.adopting.correspondence import PartFate
from desktop.model.adopting.counterparts import counterparts
from desktop.model.adopting.likeness import likeness
from desktop.model.assessment import Assessment
from desktop.model.assessment.adoptions import AdoptionPreview
from desktop.model.errors import RefusalError
from desktop.model.maturity.pack import Pack
from desktop.ui.deeds import Deed
from desktop.ui.page import Page
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import adoption
from desktop.wording.adoption import AdoptionLine

_OFFERED = 12
"""So many parts are offered as the counterpart of one."""

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
        self.table.pairing.connect(self._offer_counterparts)
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
        keys = _(
            "Keys: S the same · N not the same · P pairs what is gone with what is new · Enter adopts · Esc leaves it"
        )
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
        self.table.lonely = _sorts(preview, PartFate.GONE) & _sorts(preview, PartFate.NEW)
        self.table.fill(adoption.adoption_lines(preview), _key)
        self.adopt.setEnabled(not self._page.assessment.readonly)

    @Slot(bool)
    def _on_settled(self, same: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        line = self.table.current_row()
        if line is None or not line.change.before:
            return
        before = line.change.before[0]
        self._settle(before, self.table.pairs[before] if same else "")
        doubtful = [row for row in self.table.source.rows if row.change.change is PartFate.DOUBTFUL]
        wanted = _key(doubtful[0]) if doubtful else (before,)
        self.table.select(lambda row: _key(row) == wanted)

    def _settle(self, before: str, after: str) -> None:
        """Say what a part goes on as; whatever was said to go on as the same does no more."""
        rivals = [old for old, new in self._settled.items() if after and new == after]
        self._settled.update(dict.fromkeys(rivals, ""))
        self._settled[before] = after
        self.refresh()

    @Slot()
    def _offer_counterparts(self) -> None:
        line, preview = self.table.current_row(), self.preview
        if line is None or preview is None:
            return
        gone = line.change.change is PartFate.GONE
        others = (preview.holding.after if gone else preview.holding.before).parts
        menu = QMenu(self.table)
        for id_ in counterparts(preview.holding, line.change)[:_OFFERED]:
            text = _("{id}: {text}").format(id=id_, text=others[id_].text)
            action = menu.addAction(unmarked(menu.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, px(480))))
            action.setData((line.ids, id_) if gone else (id_, line.ids))
        menu.triggered.connect(self._on_counterpart)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.beneath_current())
        menu.setActiveAction(menu.actions()[0])

    @Slot(QAction)
    def _on_counterpart(self, action: QAction) -> None:
        before, after = action.data()
        self.table.pairs[before] = after
        self._settle(before, after)
        self.table.select(lambda row: before in row.change.before)

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
        lonely: the sorts of which something is gone and something is new.

    Signals:
        settled: whether the part in hand is the same.
        pairing: the part in hand is to be paired with one of the other version.
        adopting: take the version.
        leaving: leave the one in use.
    """

    settled = Signal(bool)
    pairing = Signal()
    adopting = Signal()
    leaving = Signal()

    def __init__(self) -> None:
        self.pairs: dict[str, str] = {}
        self.lonely: frozenset[PartSort] = frozenset()
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
            *self._pairing(line),
            Deed(("Enter",), _("Adopt"), self.adopting.emit),
            Deed(("Esc",), _("Leave it as it is"), self.leaving.emit),
            *super().deeds(),
        )

    def _pairing(self, line: AdoptionLine | None) -> Sequence[Deed]:
        if line is None or line.change.sort not in self.lonely:
            return ()
        match line.change.change:
            case PartFate.GONE:
                return (Deed(("P",), _("It goes on as…"), self.pairing.emit),)
            case PartFate.NEW:
                return (Deed(("P",), _("It was before…"), self.pairing.emit),)
            case _:
                return ()

    def beneath_current(self) -> QPoint:
        """Where a menu for the line in hand opens, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

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


def _sorts(preview: AdoptionPreview, fate: PartFate) -> frozenset[PartSort]:
    return frozenset(each.sort for each in preview.holding.found.of(fate))


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
