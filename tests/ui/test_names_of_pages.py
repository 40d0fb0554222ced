"""Every page of an open portal, as a screen reader meets it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from app.portal_pages import portal_pages
from app.ui.window import MainWindow
from tests.helpers.desk import connected, written

CONTROLS = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QTabBar)


def nameless(window):
    """Controls in sight that the keyboard reaches and that have neither name nor words."""
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in window.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
    ]


async def test_every_control_of_every_page_has_a_name(qtbot, theme, desk, until):
    window = MainWindow(theme, "0")
    qtbot.addWidget(window)
    for place in portal_pages(desk, theme, None):
        window.add_page(*place)
    window.resize(1440, 900)
    window.show()
    await connected(desk)
    await desk.connectors.refresh()
    dialog = await written(desk)
    window.set_desk(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    found = {}
    for key in (*window.page_keys, "settings", "portal"):
        window.open_page(key, dialog if key == "dialogs" else None)
        await until(window.pages.stack.currentWidget().isVisible)
        found[key] = nameless(window)
    tabs = window.page("connectors").findChild(QTabBar)
    window.open_page("connectors")
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        found[tabs.tabText(tab)] = nameless(window)

    assert len(found) == len(window.page_keys) + 2 + tabs.count()
    assert {key: names for key, names in found.items() if names} == {}
    window.set_desk(None)
    await window.clear_pages()
