"""How a layout loses its widgets without losing memory."""

from PySide6.QtWidgets import QLayout, QWidget


def take_all(layout: QLayout) -> list[QWidget]:
    """Take every widget out and answer them: they stay where they are until somebody deletes them.

    Not by `takeAt`: nobody frees the item that it hands to Python.
    """
    items = [layout.itemAt(place) for place in range(layout.count())]
    widgets = [item.widget() for item in items if item is not None]
    taken = [widget for widget in widgets if widget is not None]
    for widget in taken:
        layout.removeWidget(widget)
    return taken
