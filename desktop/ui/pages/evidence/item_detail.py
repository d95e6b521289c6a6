"""One item of evidence with all that is said of it, each written as soon as it is left."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.rules.item_freshness import Freshness
from desktop.model.records import Adequacy, Directness
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.evidence.attached_line import AttachedLine
from desktop.ui.pages.evidence.register_rows import ItemRow
from desktop.ui.pages.interviews.part_names import PartNames
from desktop.ui.pages.interviews.tag_field import TagField
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.attachments import freshness_text

DETAIL_WIDTH = 344


class ItemDetail(Card):
    """The fields of one item.

    Signals:
        edited: ``(id, fields that change)``.
        tagged: ``(id, all its tags)``.
        left: the list is to have the keys.
    """

    edited = Signal(object, object)
    tagged = Signal(object, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Item"))
        self._row: ItemRow | None = None
        self._owners = QStringListModel(self)
        self.title = LineField(_("Title"), _("What it is called"))
        self.shows = TextField(_("What it shows"), _("What one sees in it, in a sentence or two"), lines=2)
        self.tags = TagField(_("What the item speaks of"))
        self.kind, self.directness, self.adequacy = Choice(_("Kind")), Choice(_("Direct")), Choice(_("Adequate"))
        self.version = LineField(_("Version"))
        self.dated, self.expires = DateField(_("Date")), DateField(_("Valid until"))
        self.owner = LineField(_("Owner"), _("A role, e.g. desk lead"))
        self.reference = LineField(_("Where it is"), _("A path, an address, a shelf"))
        self.freshness = Label("", "small", wrap=True)
        self.attached = AttachedLine()
        self.ratings, self.remove = QPushButton(_("See ratings")), QPushButton(_("Re&move"))
        self.ratings.setProperty("kind", "link")
        self.remove.setToolTip(plain_tip(_("Remove this item (Delete in the table); undo brings it back")))
        self.fields = QWidget()
        self.fields.setObjectName("scrolled")
        self.kind.offer([(kind, names.name(kind)) for kind in EvidenceKind if kind is not EvidenceKind.QUESTIONNAIRE])
        self.directness.offer([(None, _("Not said")), *((each, names.name(each)) for each in Directness)])
        self.adequacy.offer([(None, _("Not judged yet")), *((each, names.name(each)) for each in Adequacy)])
        self._lay_out()
        completer = QCompleter(self._owners, self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self._connect()

    @property
    def row(self) -> ItemRow | None:
        """The item shown."""
        return self._row

    def show_item(self, row: ItemRow | None, names: PartNames, owners: Sequence[str], *, held: bool) -> None:
        """Show an item, or that none is chosen. What was being typed for another one is written first.

        Args:
            row: the item.
            names: knows what can be tagged.
            owners: those named so far.
            held: whether what is attached to it is in the file.
        """
        anew = row is None or self._row is None or row.item.id != self._row.item.id
        if anew:
            self.commit()
        self._row = row
        self._around.setVisible(row is not None)
        if row is None:
            self.say(_("Item"), _("Choose an item in the table to see and change it."))
            return
        item = row.item
        self.say(_("Item"))
        self._owners.setStringList(list(owners))
        for field, text in (
            (self.title, item.session),
            (self.shows, item.note),
            (self.version, item.version),
            (self.owner, item.owner),
            (self.reference, item.reference),
        ):
            field.show_text(text)
        self.dated.show_date(item.dated, item.id)
        self.expires.show_date(item.expires, item.id)
        self.kind.show_value(item.kind)
        self.directness.show_value(item.directness)
        self.adequacy.show_value(item.adequacy)
        self.tags.show_tags(row.parts, names, anew=anew)
        self.freshness.setText(freshness_text(item, row.freshness))
        self.freshness.setVisible(row.freshness is not Freshness.FRESH)
        self.attached.show_item(item, held=held)
        self.ratings.setVisible(bool(row.parts))

    def let_write(self, *, writable: bool) -> None:
        """Whether anything may change."""
        texts = (self.title, self.shows, self.version, self.owner, self.reference, self.dated, self.expires)
        for field in texts:
            field.setReadOnly(not writable)
        for part in (self.kind, self.directness, self.adequacy, self.remove):
            part.setEnabled(writable)
        self.tags.let_write(writable=writable)
        self.attached.let_write(writable=writable)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._row is not None:
            texts = (self.title, self.shows, self.version, self.owner, self.reference)
            for field in (*texts, self.dated, self.expires):
                field.commit()

    def forget(self) -> None:
        """Write nothing more: the item goes."""
        self._row = None

    def start_title(self) -> None:
        """Put the cursor into the title, ready to be typed over."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def start_tag(self) -> None:
        """Put the cursor into the line for tags."""
        self.tags.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("&Kind"), self.kind),
            (_("Ade&quate"), self.adequacy),
            (_("&Direct"), self.directness),
            (_("Version"), self.version),
            (_("Date"), self.dated),
            (_("Valid &until"), self.expires),
            (_("&Owner"), self.owner),
            (_("&Where it is"), self.reference),
        )
        last = QHBoxLayout()
        last.addWidget(self.ratings)
        last.addStretch(1)
        last.addWidget(self.remove)
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, px(12), 0)
        column.setSpacing(6)
        above = (
            *(labelled(_("&Title"), self.title), self.title, self.freshness),
            *(labelled(_("S&peaks of"), self.tags.line), self.tags),
            *(labelled(_("Attached f&ile"), self.attached.attach), self.attached),
            *(labelled(_("What it &shows"), self.shows), self.shows),
        )
        for part in above:
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(FieldGrid((labelled(text, field), field) for text, field in rows))
        column.addSpacing(4)
        column.addLayout(last)
        column.addStretch(1)
        self._around = scrolled(self.fields, _("Fields of the item"))
        self.body.addWidget(self._around)
        order = (self.title, self.tags, self.attached, self.shows, *(field for _text, field in rows), self.ratings)
        for before, after in pairwise((*order, self.remove)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.title.committed.connect(self._on_title)
        for line in (self.title, self.version, self.owner, self.reference):
            line.returnPressed.connect(self.left)
        self.shows.committed.connect(self._on_note)
        self.version.committed.connect(self._on_version)
        self.owner.committed.connect(self._on_owner)
        self.reference.committed.connect(self._on_reference)
        self.dated.committed.connect(self._on_dated)
        self.expires.committed.connect(self._on_expires)
        self.kind.chosen.connect(self._on_kind)
        self.directness.chosen.connect(self._on_directness)
        self.adequacy.chosen.connect(self._on_adequacy)
        self.tags.changed.connect(self._on_tagged)
        self.tags.left.connect(self.left)

    def _edit(self, **cells: object) -> None:
        if self._row is not None:
            self.edited.emit(self._row.item.id, cells)

    @Slot(str)
    def _on_title(self, text: str) -> None:
        if text.strip():
            self._edit(session=text.strip())
        elif self._row is not None:
            with QSignalBlocker(self.title):
                self.title.show_text(self._row.item.session)

    @Slot(str)
    def _on_note(self, text: str) -> None:
        self._edit(note=text)

    @Slot(str)
    def _on_version(self, text: str) -> None:
        self._edit(version=text.strip())

    @Slot(str)
    def _on_owner(self, text: str) -> None:
        self._edit(owner=text.strip())

    @Slot(str)
    def _on_reference(self, text: str) -> None:
        self._edit(reference=text.strip())

    @Slot(object)
    def _on_dated(self, day: object) -> None:
        self._edit(dated=day)

    @Slot(object)
    def _on_expires(self, day: object) -> None:
        self._edit(expires=day)

    @Slot(object)
    def _on_kind(self, kind: EvidenceKind) -> None:
        self._edit(kind=kind)

    @Slot(object)
    def _on_directness(self, directness: Directness | None) -> None:
        self._edit(directness=directness)

    @Slot(object)
    def _on_adequacy(self, adequacy: Adequacy | None) -> None:
        self._edit(adequacy=adequacy)

    @Slot(object)
    def _on_tagged(self, tags: object) -> None:
        if self._row is not None:
            self.tagged.emit(self._row.item.id, tags)
