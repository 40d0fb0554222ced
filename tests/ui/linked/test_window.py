"""Find by any id is one key away from every page of a signed-in window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.window import MainWindow


class Page(QWidget):
    """Remembers what it was handed."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = []

    def take(self, payload):
        self.taken.append(payload)


async def test_the_key_opens_the_resolver_from_another_page(qtbot, theme, until, desk):
    window, dialogs = MainWindow(theme, "0.1.0"), Page()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    await until(window.isActiveWindow)
    window.add_page("dialogs", "dialogs", "Dialogs", lambda: dialogs)
    window.add_page("other", "plug", "Other", QWidget)
    window.set_desk(desk)
    window.open_page("other")
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_G, control_shift)
    told = [each for each in window.commands() if each.text == "Find by any id"]

    assert dialogs.taken == [("find", "")]
    assert [(each.shortcut, each.enabled()) for each in told] == [("Ctrl+Shift+G", True)]
    window.set_desk(None)
