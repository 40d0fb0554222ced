"""What opens below the filter button: conditions, order, saved views."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.dialogs.filter_panel import FilterPanel
from app.ui.dialogs.filter_words import FilterWords
from app.ui.dialogs.view_list import ViewList
from app.ui.style import Theme
from app.ui.widgets import line

_NARROWEST, _WIDEST = 320, 400


class FilterPopup(QFrame):
    """Closes with Escape and with a click beside it; what was chosen holds at once."""

    def __init__(self, theme: Theme, words: FilterWords, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.panel = FilterPanel(theme, words)
        self.views = ViewList(theme)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Filters and views"))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(0)
        for part in (self.panel, line(), self.views):
            column.addWidget(part)

    def open_at(self, place: QPoint, room: int) -> None:
        """Show it there, moved up where the screen ends, and give it the keyboard."""
        self.setFixedWidth(min(_WIDEST, max(_NARROWEST, room)))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        lowest = max(screen.top(), screen.bottom() - self.height())
        self.move(QPoint(place.x(), min(place.y(), lowest)))
        self.show()
        self.panel.lines.setFocus(Qt.FocusReason.PopupFocusReason)
