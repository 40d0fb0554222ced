"""The command palette: type a few letters, press Enter. Lies over the window, never blocks it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.commands import Command
from app.ui.fields import SearchField
from app.ui.labels import label
from app.ui.style import Theme

_ROW = 32
_SHOWN = 9
_WIDTH = 560


def matches(command: Command, words: Sequence[str]) -> bool:
    """Whether every typed word occurs in the command's text or group."""
    haystack = f"{command.text} {command.group}".casefold()
    return all(word in haystack for word in words)


def _distance(text: str, words: Sequence[str]) -> int:
    """0 where the text begins with what is typed, 1 where words of it do, 2 where it holds it, 3
    where only the group does.
    """
    text, begun = text.casefold(), f" {text.casefold()}"
    if text.startswith(" ".join(words)):
        return 0
    if all(f" {word}" in begun for word in words):
        return 1
    return 2 if all(word in text for word in words) else 3


class CommandModel(QAbstractListModel):
    """The commands that match what is typed; those that can be run come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Command, ...] = ()
        self._rows: list[Command] = []

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Another list of commands."""
        self._all = tuple(commands)
        self.search("")

    def search(self, text: str) -> None:
        """Keep what matches; the nearer to what is typed, the further up."""
        words = text.casefold().split()
        found = [command for command in self._all if matches(command, words)]
        found.sort(key=lambda command: (not command.enabled(), _distance(command.text, words)))
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    def command(self, row: int) -> Command | None:
        """The command of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def find(self, text: str) -> int:
        """The row of the command with that text, else the first."""
        return next((row for row, each in enumerate(self._rows) if each.text == text), 0)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]  # noqa: B008
        """How many match."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        """The text, also for a screen reader with its shortcut."""
        command = self.command(index.row())
        if command is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{command.text} {beside(command)}".strip()
        return None


class CommandDelegate(QStyledItemDelegate):
    """Icon, text, and at the right the shortcut or why it cannot be run now."""

    def __init__(self, theme: Theme, model: CommandModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex) -> QSize:  # type: ignore[override]
        """One line."""
        return QSize(0, _ROW)

    def paint(  # type: ignore[override]
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        """Draw one command."""
        command = self._model.command(index.row())
        if command is None:
            return
        theme, rect = self._theme, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.colour("selection"))
        token = ink(command, selected=selected)
        if command.icon:
            icon = theme.pixmap(command.icon, "text2" if command.enabled() else token)
            painter.drawPixmap(rect.left() + 16, rect.top() + 8, icon)
        middle, told = Qt.AlignmentFlag.AlignVCenter, beside(command)
        painter.setPen(theme.colour("text3"))
        painter.setFont(theme.font("small"))
        used = painter.fontMetrics().horizontalAdvance(told) + 16
        painter.drawText(rect.adjusted(0, 0, -16, 0), middle | Qt.AlignmentFlag.AlignRight, told)
        painter.setPen(theme.colour(token))
        painter.setFont(theme.font("body"))
        place = rect.adjusted(44, 0, -used - 12, 0)
        metrics, dots = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        painter.drawText(place, middle, metrics.elidedText(command.text, dots, place.width()))


class CommandPalette(QFrame):
    """Opens over `window` with the commands given to `open_with`."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Commands"))
        self._window = window
        self._before: QWidget | None = None
        self.search = SearchField(theme, self.tr("Search or run a command"))
        self.model = CommandModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(CommandDelegate(theme, self.model, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(self.tr("No command has these words"), "body", "text3")
        self.nothing.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 8)
        column.setSpacing(8)
        line = QVBoxLayout()
        line.setContentsMargins(12, 4, 12, 0)
        line.addWidget(self.search)
        column.addLayout(line)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._on_text)
        self.search.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.hide()

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show these commands and take the keyboard."""
        self._before = self._window.focusWidget()
        self.model.set_commands(commands)
        self.search.clear()
        self._on_text("")
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def take(self, commands: Sequence[Command]) -> None:
        """Show these instead; what is typed and chosen stays."""
        chosen = self.model.command(self.list.currentIndex().row())
        self.model.set_commands(commands)
        self._on_text(self.search.text())
        if chosen is not None:
            self._select(self.model.find(chosen.text))

    def close_up(self) -> None:
        """Hide, and give the keyboard back: a hidden field would pass it to the header."""
        self.search.clearFocus()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move the selection while the keyboard stays in the line."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> bool:
        row = self.list.currentIndex().row()
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(row)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._select(row + (1 if key == Qt.Key.Key_Down else -1))
        else:
            return False
        return True

    def _on_text(self, text: str) -> None:
        self.model.search(text)
        count = self.model.rowCount()
        self.nothing.setVisible(not count)
        self.list.setVisible(bool(count))
        self._select(0)
        self.list.setFixedHeight(min(count, _SHOWN) * _ROW)
        width = min(_WIDTH, self._window.width() - 48)
        self.resize(width, self.sizeHint().height())
        self.move((self._window.width() - width) // 2, 56)

    def _select(self, row: int) -> None:
        row = min(max(row, 0), self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(row))

    def _run(self, row: int) -> None:
        command = self.model.command(row)
        if command is None or not command.enabled():
            return
        self.close_up()
        command.run()


def ink(command: Command, *, selected: bool) -> str:
    """The colour of a command's text: greyed when it cannot be run, legible on either ground."""
    if command.enabled():
        return "text1"
    return "text3" if selected else "textDisabled"


def beside(command: Command) -> str:
    """What stands at the right: the shortcut, or why the command cannot be run now."""
    if command.why_not and not command.enabled():
        return command.why_not
    return keys(command.shortcut)


def keys(shortcut: str) -> str:
    """A shortcut as this platform writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
