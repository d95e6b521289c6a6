"""The page in front on paper: its tables as tables, its charts as pictures, its texts as texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTextBrowser, QTreeView, QWidget

from desktop.exchange.tokens import tokens
from desktop.ui.copying import as_html
from desktop.ui.page import Page
from desktop.ui.session import Session
from desktop.ui.tables import Table
from desktop.ui.theme import FAMILY
from desktop.ui.widgets.chart import Chart

BROAD = 620
"""As wide as a picture may be on a sheet, in the document's pixels."""

_ROOM = "<br/>" * 3
"""What is left free beneath a line to write by hand."""

_STYLE = (
    "h1 { font-size: 15pt; } h2 { font-size: 11pt; margin-top: 12px; } p, td, th { font-size: 9pt; }"
    "td, th { padding: 3px 6px; border-bottom: 1px solid #999999; } th { text-align: left; }"
)


def numbered_document(title: str, beside: str, lines: Sequence[tuple[str, str]]) -> QTextDocument:
    """A heading, what stands beside it, and numbered lines, each with what is beneath and room to write by hand."""
    parts = [f"<h1>{escape(title)}</h1><p>{escape(beside)}</p><table width='100%'>"]
    for number, (text, beneath) in enumerate(lines, start=1):
        parts.append(f"<tr><td>{number}</td><td><b>{escape(text)}</b><br/>{escape(beneath)}{_ROOM}</td></tr>")
    document = _empty_document()
    document.setHtml("".join((*parts, "</table>")))
    return document


def _empty_document() -> QTextDocument:
    document = QTextDocument()
    font = QFont(FAMILY)
    font.setPointSizeF(9)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_STYLE)
    return document


def document_of(page: Page, session: Session) -> QTextDocument:
    """A page as a document: whose assessment it is, which page, and what it shows from the top down."""
    document = _empty_document()
    organisation = session.assessment.preparation.details().organisation or session.assessment.path.stem
    beside = " · ".join(part for part in (organisation, page.subtitle.text(), session.today().isoformat()) if part)
    parts = [f"<h1>{escape(page.title.text())}</h1><p>{escape(beside)}</p>"]
    shown = list(_shown(page))
    for number, widget in enumerate(shown or [page]):
        parts.append(_part(widget, number, document))
    document.setHtml("".join(parts))
    return document


def _shown(page: Page) -> Iterator[QWidget]:
    """What of a page goes on paper, from the top down and from the left."""
    chosen = page.on_paper()
    if chosen:
        yield from chosen
        return
    found = [
        widget
        for kind in (Chart, QAbstractItemView, QTextBrowser)
        for widget in page.findChildren(kind)
        if widget.isVisible() and not isinstance(widget, QHeaderView) and not _in_list(widget)
    ]
    yield from sorted(found, key=lambda widget: (widget.mapTo(page, widget.rect().topLeft()).y(), widget.x()))


def _in_list(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return any(isinstance(each, QComboBox) for each in (around, around.parentWidget() if around else None))


def _part(widget: QWidget, number: int, document: QTextDocument) -> str:
    if isinstance(widget, QTextBrowser):
        return f"<div>{widget.document().toHtml()}</div>"
    named = widget.heading if isinstance(widget, Chart) else widget.accessibleName()
    heading = f"<h2>{escape(named)}</h2>" if named else ""
    if isinstance(widget, Table):
        return heading + as_html(*widget.printed_cells())
    if isinstance(widget, QAbstractItemView):
        return heading + as_html(*_cells(widget))
    image = widget.picture(tokens("light")) if isinstance(widget, Chart) else widget.grab().toImage()
    name = f"picture-{number}"
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    return f'{heading}<p><img src="{name}" width="{_width(image)}"></p>'


def _width(image: QImage) -> int:
    return min(BROAD, round(image.width() / image.devicePixelRatio()))


def _cells(view: QAbstractItemView) -> tuple[Sequence[str], list[list[str]]]:
    """What a list, a matrix or an outline says, line by line; what is folded away stays away."""
    model = view.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    named = bool(model.headerData(0, down)) and not isinstance(view, QTreeView) and model.columnCount() > 1
    headings = [str(model.headerData(place, across) or "") for place in range(model.columnCount())]
    rows: list[list[str]] = []

    def add(parent: QModelIndex, depth: int) -> None:
        for row in range(model.rowCount(parent)):
            cells = [_said(model.index(row, place, parent)) for place in range(model.columnCount())]
            cells[0] = "\u2003" * depth + cells[0]
            rows.append(([str(model.headerData(row, down) or "")] if named else []) + cells)
            index = model.index(row, 0, parent)
            if not isinstance(view, QTreeView) or view.isExpanded(index):
                add(index, depth + 1)

    add(QModelIndex(), 0)
    return (["", *headings] if named else headings), rows


def _said(index: QModelIndex) -> str:
    text = index.data(Qt.ItemDataRole.DisplayRole) or index.data(Qt.ItemDataRole.AccessibleTextRole)
    return "" if text is None else str(text)
