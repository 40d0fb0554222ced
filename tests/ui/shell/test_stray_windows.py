"""No small window flashes up while the pages of a portal are made."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.portal_pages import portal_pages
from app.ui.window import MainWindow
from tests.helpers.desk import connected, written


class Shown(QObject):
    """Every widget that the system was asked to show as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


async def test_nothing_but_the_window_is_shown_while_a_desk_opens(qtbot, theme, desk, until):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    await desk.connectors.refresh()
    shown = Shown()
    QApplication.instance().installEventFilter(shown)
    window = MainWindow(theme, "0")
    qtbot.addWidget(window)
    window.show()
    for place in portal_pages(desk, theme, None):
        window.add_page(*place)
    window.set_desk(desk)
    for key in (*window.page_keys, "settings", "portal"):
        window.open_page(key, dialog if key == "dialogs" else None)
        await until(window.pages.stack.currentWidget().isVisible)
    QApplication.instance().removeEventFilter(shown)

    others = {f"{type(each).__name__} {each.objectName()}" for each in shown.windows}
    assert others == {f"{MainWindow.__name__} {window.objectName()}"}
    window.set_desk(None)
    await window.clear_pages()
