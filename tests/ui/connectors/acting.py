"""What a person does on the Connectors page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from app.ui.connectors.form_values import FormValues
from app.ui.connectors.page import ConnectorsPage

SHOP, WHOLESALE = 42, 57
HANDLER = "https://lamp.example/settings"


async def registered(desk: Any, key: str = "acme_kiosk", name: str = "Lamp kiosk") -> None:
    """A connector that this console has registered before the page was opened."""
    await desk.connectors.register(FormValues(id=key, name=name, handler=HANDLER).registration())
    await desk.connectors.refresh()


def click(widget: QWidget) -> None:
    """Press the left button on it; it has to be there to be pressed."""
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(field: QLineEdit, text: str) -> None:
    """Go into a field, replace what stands there. Qt's test keyboard knows ASCII only."""
    field.setFocus()
    field.selectAll()
    if text.isascii():
        QTest.keyClicks(field, text)
    else:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def leave(field: QLineEdit) -> None:
    """Press Enter: the field is done."""
    QTest.keyClick(field, Qt.Key.Key_Return)


def click_cell(page: ConnectorsPage, connector: str, line: int) -> None:
    """Press on a cell of the grid."""
    grid = page.detail.lines.grid
    index = page.presenter.grid_model.find(connector, line)
    assert index.isValid()
    point: QPoint = grid.visualRect(index).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=point)


async def prompt(page: ConnectorsPage, until: Callable[..., Any]) -> Any:
    """The question that the page asks."""

    def shown() -> Any:
        found = page.findChild(QDialog, "prompt")
        return found if found is not None and found.isVisible() else None

    await until(shown)
    return shown()
