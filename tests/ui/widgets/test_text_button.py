from __future__ import annotations

from desktop.ui.widgets.text_button import TextButton


def test_it_is_as_tall_as_its_text(qtbot) -> None:
    button = TextButton("3")
    qtbot.addWidget(button)
    button.resize(200, 30)
    button.say("Short.", "Level 3")
    low = button.heightForWidth(200)
    button.say("A sentence that goes on and on, over several lines, until nobody reads it any more.", "Level 3")

    assert button.heightForWidth(200) > low
    assert button.heightForWidth(200) > button.heightForWidth(800)
    assert button.minimumSizeHint().height() >= button.heightForWidth(200)
    assert button.accessibleName().startswith("Level 3: A sentence")
