"""A read-only pane of text with line numbers, JSON colours and marked lines."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui.calls.highlighter import JsonHighlighter
from app.ui.calls.pretty import Layout
from app.ui.style import Theme

_EDGE = 10
_TOP = 6


class _Numbers(QWidget):
    def __init__(self, view: "JsonView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.gutter(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_numbers(event)


class JsonView(QPlainTextEdit):
    """Shows a `Layout`. Long text is announced as shortened below it, in the same text."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._marked: tuple[tuple[int, int], ...] = ()
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setProperty("flat", "true")
        self.setProperty("mono", "true")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self._numbers = _Numbers(self)
        self._highlighter = JsonHighlighter(theme, self.document())
        self.updateRequest.connect(self._on_update_request)
        self.blockCountChanged.connect(self._make_room)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_layout(self, layout: Layout, marked: Sequence[tuple[int, int]] = ()) -> None:
        """Show text and mark blocks of lines, each from first to last, counted from 0."""
        mode = QPlainTextEdit.LineWrapMode
        self.setLineWrapMode(mode.NoWrap if layout.is_json else mode.WidgetWidth)
        self._highlighter.enabled = layout.is_json
        text = layout.text
        if layout.cut:
            text += "\n\n" + self.tr("Shortened: this is not the whole text.")
        self.setPlainText(text)
        self._marked = tuple(marked)
        self._mark()

    def make_editable(self) -> None:
        """Let a person type; what is marked is then said with `mark`."""
        self.setReadOnly(False)
        self.setUndoRedoEnabled(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)

    def mark(self, marked: Sequence[tuple[int, int]]) -> None:
        """Mark other blocks of lines of the same text."""
        self._marked = tuple(marked)
        self._mark()

    def go_to(self, line: int) -> None:
        """Scroll to a line and put the cursor on it."""
        block = self.document().findBlockByNumber(line)
        self.setTextCursor(QTextCursor(block))
        self.centerCursor()

    def marked_text(self) -> list[str]:
        """The marked blocks as text."""
        lines = self.toPlainText().split("\n")
        return ["\n".join(lines[first : last + 1]) for first, last in self._marked]

    def gutter(self) -> int:
        """The width of the line numbers."""
        digits = max(2, len(str(self.blockCount())))
        return 2 * _EDGE + digits * self.fontMetrics().horizontalAdvance("9")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the left edge."""
        super().resizeEvent(event)
        area = self.contentsRect()
        top = area.top() + _TOP
        self._numbers.setGeometry(QRect(area.left(), top, self.gutter(), area.height() - _TOP))

    def paint_numbers(self, event: QPaintEvent) -> None:
        """The numbers of the visible lines; the ground of marked ones reaches under them."""
        with QPainter(self._numbers) as painter:
            painter.fillRect(event.rect(), self.palette().base())
            painter.setFont(self.font())
            block = self.firstVisibleBlock()
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            while block.isValid() and top <= event.rect().bottom():
                height = self.blockBoundingRect(block).height()
                box = QRect(0, round(top), self._numbers.width(), round(height))
                self._paint_number(painter, block.blockNumber(), box)
                top += height
                block = block.next()

    def _paint_number(self, painter: QPainter, number: int, box: QRect) -> None:
        if any(first <= number <= last for first, last in self._marked):
            painter.fillRect(box, self._theme.colour("dangerSoft"))
        painter.setPen(self._theme.colour("text3"))
        box.setHeight(self.fontMetrics().height())
        box.setRight(box.right() - _EDGE)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(number + 1))

    def _mark(self) -> None:
        marks = []
        for first, last in self._marked:
            for number in range(first, last + 1):
                mark = QTextEdit.ExtraSelection()
                mark.format.setBackground(self._theme.colour("dangerSoft"))
                mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                mark.cursor = QTextCursor(self.document().findBlockByNumber(number))
                marks.append(mark)
        self.setExtraSelections(marks)
        self._numbers.update()

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter(), _TOP, 0, 0)

    def _on_update_request(self, area: QRect, moved: int) -> None:
        if moved:
            self._numbers.scroll(0, moved)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("mono"))
        self._make_room()
        self._mark()
