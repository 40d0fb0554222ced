"""Whoever works with the keyboard alone sees where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.focus_ring import FocusRing
from app.ui.widgets import Button


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    window.setLayout(QVBoxLayout())
    qtbot.addWidget(window)
    window.ring = FocusRing(theme, window)
    return window


def button(theme, text: str, parent: QWidget) -> Button:
    made = Button(theme, text)
    parent.layout().addWidget(made)
    return made


def reach(qtbot, window: QWidget, widget: QWidget) -> None:
    """The Tab key has brought the keyboard there."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: window.ring.widget() is widget and window.ring.isVisible())


def test_the_ring_outlives_the_page_it_lay_on(qtbot, theme, window):
    first, field = button(theme, "First", window), QLineEdit()
    window.layout().addWidget(field)
    page = QWidget()
    page.setLayout(QVBoxLayout())
    window.layout().addWidget(page)
    inner = button(theme, "Inner", page)
    with qtbot.waitActive(window):
        window.show()
    first.setFocus()
    reach(qtbot, window, inner)

    field.setFocus()
    page.hide()
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass

    other = button(theme, "Other", window)
    reach(qtbot, window, other)
    reach(qtbot, window, first)


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_ring_is_whole_round_a_widget_that_fills_its_parent(qtbot, theme, window, side):
    other, tight = button(theme, "Other", window), QWidget()
    row = QHBoxLayout(tight)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    window.layout().addWidget(tight)
    pair = {each: button(theme, each, tight) for each in ("left", "right")}
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    reach(qtbot, window, pair[side])
    image = window.grab().toImage()
    place = window.ring.geometry()
    place.moveTopLeft(window.ring.mapTo(window, window.ring.rect().topLeft()))
    focus = theme.colour("focus").name()
    middle = place.center()
    edges = {
        "left": (place.left() + 1, middle.y()),
        "right": (place.right() - 1, middle.y()),
        "top": (middle.x(), place.top() + 1),
        "bottom": (middle.x(), place.bottom() - 1),
    }
    assert {edge: QColor(image.pixel(*at)).name() for edge, at in edges.items()} == dict.fromkeys(
        edges, focus
    )


def test_a_button_with_the_keyboard_has_nothing_but_the_ring(qtbot, theme, window):
    first, second = button(theme, "     ", window), button(theme, "     ", window)
    with qtbot.waitActive(window):
        window.show()
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    image = first.grab().toImage()
    inside = {
        QColor(image.pixel(x, y)).name()
        for x in range(6, image.width() - 6)
        for y in range(6, image.height() - 6)
    }
    assert len(inside) == 1


def test_a_button_that_works_does_not_hand_the_keyboard_to_its_neighbour(qtbot, theme, window):
    work, cancel = button(theme, "Connect", window), button(theme, "Cancel", window)
    with qtbot.waitActive(window):
        window.show()
    work.setFocus()
    work.set_busy(True)
    assert not cancel.hasFocus()
    work.set_busy(False)
    assert work.hasFocus()


def test_a_person_who_went_on_meanwhile_keeps_the_keyboard(qtbot, theme, window):
    work, other = button(theme, "Connect", window), button(theme, "Other", window)
    with qtbot.waitActive(window):
        window.show()
    work.setFocus()
    work.set_busy(True)
    other.setFocus()
    work.set_busy(False)
    assert other.hasFocus()
