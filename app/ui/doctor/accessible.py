"""The examination for screen readers: a list whose items can be opened.

Qt asks for an interface only while an assistive technology is at work.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from app.ui.doctor.check_row import CheckRow


class RowInterface(QAccessibleWidget):
    """One check: an item of a list that is opened or closed."""

    def __init__(self, row: CheckRow) -> None:
        super().__init__(row, QAccessible.Role.ListItem)
        self._row = row

    def state(self) -> QAccessible.State:
        """What every widget has, and whether it is opened."""
        state = super().state()
        state.expandable = True
        state.expanded = self._row.isChecked()
        state.collapsed = not self._row.isChecked()
        return state


@cache
def install() -> None:
    """Qt asks here for the interface of every widget that it has none for yet."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, CheckRow):
        return None
    interface = thing.accessible = RowInterface(thing)  # Qt owns it; Python must not forget it
    return interface
