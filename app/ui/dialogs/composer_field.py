"""The field that messages are typed in: grows from one line to eight, Enter sends."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit

from app.ui.quick.pasted import as_bbcode

_LINES = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ComposerField(QPlainTextEdit):
    """Plain text only, whatever is pasted: `takes_marks` says whether formats arrive as BBCode."""

    submitted = Signal()
    escaped = Signal()
    undo_asked = Signal()  # with nothing typed
    slash_asked = Signal()  # a slash as the first sign

    def __init__(self, fewest: int = 1) -> None:
        super().__init__()
        self._fewest = fewest
        self.takes_marks = False
        self.setProperty("flat", "true")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def replace_text(self, text: str) -> None:
        """Show another text; it can be undone."""
        if text != self.toPlainText():
            cursor = self.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text)
            self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        """As high as the lines that are typed."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(80, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Shift+Enter begins a line, Esc leaves."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not shift:
            self.submitted.emit()
        elif event.key() in _ENTER:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.toPlainText():
            self.undo_asked.emit()
        elif event.text() == "/" and not self.toPlainText():
            self.slash_asked.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted stands here as it will arrive."""
        text = as_bbcode(source) if self.takes_marks else source.text()
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def mark(self, places: Iterable[tuple[int, int]], colour: QColor) -> None:
        """Put a ground of this colour under parts of the text."""
        marks = []
        for start, end in places:
            mark = QTextEdit.ExtraSelection()
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setBackground(colour)
            mark.cursor, mark.format = cursor, look
            marks.append(mark)
        self.setExtraSelections(marks)

    def _height(self) -> int:
        lines = round(self.document().size().height())
        shown = max(self._fewest, min(_LINES, lines))
        return shown * self.fontMetrics().lineSpacing() + 10

    def _fit(self) -> None:
        many = self.document().size().height() > _LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        )
        if self.height() != self._height():
            self.setFixedHeight(self._height())
