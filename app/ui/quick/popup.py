"""The list of quick answers over the composer: type to find, arrows, Enter inserts, Esc closes."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.quick_answers import QuickAnswer, find
from app.ui.quick.rows import ROW_HEIGHT, QuickList
from app.ui.style import Theme
from app.ui.widgets import Button, SearchField, label

_SHOWN, _WIDTH = 6, 520
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The keyboard comes back by itself.
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _SHOWN,
    Qt.Key.Key_PageUp: -_SHOWN,
}


class QuickPopup(QFrame):
    """Lies over `page`. `taken` with the answer that was chosen, `given_up` with what was typed to
    find one; before either it is closed.
    """

    taken = Signal(object)  # QuickAnswer
    given_up = Signal(str)
    manage_asked = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Quick answers"))
        self._answers: tuple[QuickAnswer, ...] = ()
        self._place, self._room = QPoint(), 0
        self.search = SearchField(theme, self.tr("Find a quick answer"))
        self.list = QuickList(theme)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = label("", "body", "text3", wrap=True)
        self.nothing.setContentsMargins(16, 4, 16, 4)
        self.hint = label(self.tr("Enter inserts, Esc closes"), "caption", "text3")
        self.manage = Button(theme, self.tr("Manage…"), "link")
        self._arrange()
        self.search.textChanged.connect(self._on_text)
        self.search.installEventFilter(self)
        self.manage.installEventFilter(self)
        self.list.clicked.connect(lambda _: self._take())
        self.manage.clicked.connect(self._manage)
        self.hide()

    def open_at(self, answers: tuple[QuickAnswer, ...], place: QPoint, room: int) -> None:
        """Show these, with the lower left corner at a place of the page, and take the keyboard."""
        self._answers, self._place, self._room = answers, place, room
        self.search.clear()
        self._on_text("")
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move the mark while the keyboard stays in the line."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if self.isVisible() and event.reason() not in _STAYS and not self._has_keyboard():
                self._give_up()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _has_keyboard(self) -> bool:
        return QApplication.focusWidget() in (self.search, self.manage)

    def _on_key(self, watched: QObject, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self._give_up()
        elif watched is self.manage:
            if key not in _ENTER:
                return False
            self._manage()
        elif key in _ENTER:
            self._take()
        elif key in _STEPS:
            self.list.select(self.list.currentIndex().row() + _STEPS[key])
        else:
            return False
        return True

    def _on_text(self, text: str) -> None:
        found = find(self._answers, text)
        self.list.rows.show(found)
        self.list.setVisible(bool(found))
        self.list.setFixedHeight(min(len(found), _SHOWN) * ROW_HEIGHT)
        self.list.select(0)
        self.nothing.setText(
            self.tr("No quick answer has these words")
            if self._answers
            else self.tr("There are no quick answers yet. Write the first one under Manage.")
        )
        self.nothing.setVisible(not found)
        width = min(_WIDTH, self._room)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move(self._place.x(), max(0, self._place.y() - self.height()))

    def _take(self) -> None:
        answer = self.list.chosen
        if answer is not None:
            self.hide()
            self.taken.emit(answer)

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit(self.search.text())

    def _manage(self) -> None:
        self.hide()
        self.manage_asked.emit()

    def _arrange(self) -> None:
        line, foot = QHBoxLayout(), QHBoxLayout()
        line.setContentsMargins(12, 4, 12, 0)
        line.addWidget(self.search)
        foot.setContentsMargins(16, 0, 12, 0)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.manage)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        column.addLayout(foot)
