"""The lines with who waits and who is answered there; each number opens its dialogs."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.domain.board import LineNow
from app.domain.dialog import DialogId
from app.domain.service_levels import LevelState
from app.ui.log_table import PAD, LogDelegate
from app.ui.model_rows import Index
from app.ui.statistics.board_words import TONES, BoardWords
from app.ui.statistics.cards import Card
from app.ui.style import Theme
from app.ui.widgets import plain_tip

LINE, WAITING, LONGEST, ANSWERING = range(4)
#: The token of a cell's colour.
TOKEN = Qt.ItemDataRole.UserRole + 1
_ROW, _SLACK = 28, 6
_MOST = 8  # rows that are seen at once
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LinesModel(QAbstractTableModel):
    """Tells only of what is different: times grow every second."""

    def __init__(self, words: BoardWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[LineNow, ...] = ()
        self._titles = (
            self.tr("Line"),
            self.tr("Waiting"),
            self.tr("Longest"),
            self.tr("Answering"),
        )

    def show_lines(self, lines: Sequence[LineNow]) -> None:
        """Other figures."""
        if len(lines) != len(self._lines):
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()
            return
        self._lines = tuple(lines)
        if lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, ANSWERING))

    def dialogs(self, index: Index) -> tuple[tuple[DialogId, ...], str]:
        """What a number stands for, and what it is called."""
        line = self._lines[index.row()]
        found = {
            LINE: (*line.waiting, *line.answering),
            WAITING: line.waiting,
            LONGEST: line.waiting[:1],
            ANSWERING: line.answering,
        }[index.column()]
        name = self._words.line(line.line)
        title = self._titles[index.column()]
        return found, name if index.column() == LINE else f"{name}, {title.lower()}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One for each line."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Name and three figures."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The titles."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._titles[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if section == LINE else _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, colours, and a sentence for a screen reader."""
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column == LINE else _RIGHT
        if role == TOKEN:
            return self._tone(line, column)
        return self._sentence(line, role)

    def _sentence(self, line: LineNow, role: int) -> str | None:
        if role not in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        whole = self._words.row(line, datetime.now(UTC))
        return plain_tip(whole) if role == Qt.ItemDataRole.ToolTipRole else whole

    def _text(self, line: LineNow, column: int) -> str:
        if column == LINE:
            return self._words.line(line.line)
        if column == LONGEST:
            if line.longest is None:
                return "—"
            wait = self._words.wait(line.longest.since, datetime.now(UTC))
            return self._words.marked(wait, line.longest.state)
        return str(len(line.waiting if column == WAITING else line.answering))

    def _tone(self, line: LineNow, column: int) -> str:
        state = line.state if column == WAITING else LevelState.OK
        if column == LONGEST and line.longest is not None:
            state = line.longest.state
        empty = column in (WAITING, LONGEST) and not line.waiting
        return TONES[state] or ("text2" if empty else "text1")


class LinesNow(Card):
    """A table in which arrows walk and Enter opens."""

    dialogs_wanted = Signal(object, str)

    def __init__(self, theme: Theme, words: BoardWords) -> None:
        super().__init__("", PAD)
        self._theme = theme
        self.title.setText(self.tr("Lines now"))
        self.model = LinesModel(words, self)
        self.table = _Cells()
        self.table.setModel(self.model)
        self.table.setItemDelegate(_Painter(theme, self.table))
        self.table.setAccessibleName(self.tr("Lines now"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(LINE, QHeaderView.ResizeMode.Stretch)
        self.table.opened.connect(self._open)
        self.column.addWidget(self.table)
        theme.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[LineNow]) -> None:
        """Other figures."""
        self.model.show_lines(lines)
        self.say_nothing("" if lines else self.tr("No open line is known yet."))
        self.table.setVisible(bool(lines))
        self._fit()
        rows = min(max(len(lines), 1), _MOST)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * _ROW)

    def _fit(self) -> None:
        """Figures as wide as they are: what is left belongs to the names."""
        title, body = (QFontMetrics(self._theme.font(role)) for role in ("small", "body"))
        for column in (WAITING, LONGEST, ANSWERING):
            cells = (self.model.index(row, column) for row in range(self.model.rowCount()))
            widest = max((body.horizontalAdvance(str(each.data())) for each in cells), default=0)
            name = str(self.model.headerData(column, Qt.Orientation.Horizontal))
            width = max(title.horizontalAdvance(name), widest) + 2 * PAD + _SLACK
            if width != self.table.columnWidth(column):
                self.table.setColumnWidth(column, width)
        self.table.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        dialogs, title = self.model.dialogs(index)
        if dialogs:
            self.dialogs_wanted.emit(dialogs, title)


class _Painter(LogDelegate):
    def font(self, _index: Index) -> QFont:
        return self.theme.font("body")

    def token(self, index: Index) -> str:
        return str(index.data(TOKEN))


class _Cells(QTableView):
    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.clicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
