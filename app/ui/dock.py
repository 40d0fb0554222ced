"""The dock below the pages: the calls at hand while another page is in front.

There is one calls page. It lives in `home`, its place in the stack, and moves into the dock while
the dock is open, so that what is selected and typed in it stays.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.buttons import IconButton
from app.ui.labels import label
from app.ui.style import Theme


class Dock(QFrame):
    """Closed at first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.home = QWidget()
        self.home.setObjectName("page")
        self._page: QWidget | None = None
        at_home = QVBoxLayout(self.home)
        at_home.setContentsMargins(0, 0, 0, 0)
        self.close_button = IconButton(theme, "close", self.tr("Close the calls dock"))
        self.close_button.clicked.connect(self.close_dock)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 8, 0)
        bar.addWidget(label(self.tr("Calls"), "strong"))
        bar.addStretch(1)
        bar.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        self.hide()

    def hold(self, page: QWidget) -> None:
        """This page lives here from now on."""
        self._page = page
        self._into(self.home)

    def release(self) -> None:
        """The page goes away with its desk."""
        self.hide()
        self._page = None

    def toggle(self) -> None:
        """Open or close."""
        if self.isVisible():
            self.close_dock()
        elif self._page is not None:
            self._into(self)
            self.show()
            self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_dock(self) -> None:
        """The page goes home."""
        self.hide()
        if self._page is not None:
            self._into(self.home)

    def _into(self, place: QWidget) -> None:
        layout = place.layout()
        if layout is not None and self._page is not None:
            layout.addWidget(self._page)
            self._page.show()
