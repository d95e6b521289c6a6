"""What stands at the top of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.ui.widgets.page_head import PageHead


def test_buttons_without_room_beside_the_title_stand_beneath(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    head = PageHead("A title of some words")
    head.setParent(ground)
    button = QPushButton("A button of some words")
    head.add_button(button)
    ground.show()

    def widen(width: int) -> None:
        head.resize(width, 100)
        QApplication.processEvents()

    widen(600)
    beside = head.minimumSizeHint().height()
    assert button.geometry().left() > head.title.geometry().right()
    widen(head.minimumSizeHint().width())
    assert button.geometry().top() > head.title.geometry().bottom()
    assert head.rect().contains(button.geometry())
    assert head.minimumSizeHint().height() > beside
    widen(600)
    assert head.minimumSizeHint().height() == beside
