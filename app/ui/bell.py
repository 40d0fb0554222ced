"""The bell of the header: how many alerts there are. Loaded with the first paint."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from app.ui.labels import Badge, IconLabel
from app.ui.style import Theme

_MOST = 99


class Bell(QPushButton):
    """Grey and without a number while all is well; the number says it as well as the colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "ghost")
        self._icon = IconLabel(theme, "bell", "text2")
        self.count = Badge(theme)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._icon)
        row.addWidget(self.count)
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown: tuple[int, bool] | None = None
        self.show_count(0, urgent=False)

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Nothing of it is cut."""
        return self._row.minimumSize()

    def show_count(self, count: int, *, urgent: bool) -> None:
        """So many alerts; whether one of them is urgent."""
        if self._shown == (count, urgent):
            return
        more, self._shown = self._shown is not None and count > self._shown[0], (count, urgent)
        tone = "danger" if urgent else "warning"
        self._icon.set_icon("bell", tone if count else "text2")
        self.count.set(f"{count}" if count <= _MOST else f"{_MOST}+", tone)
        self.count.setVisible(count > 0)
        text = self.tr("%n alert(s)", "", count) if count else self.tr("No alerts")
        self.setAccessibleName(text)
        self.setToolTip(self.tr("{text} (Ctrl+Shift+B)").format(text=text))
        self.updateGeometry()
        if more:  # a screen reader says it although the keyboard is elsewhere
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
