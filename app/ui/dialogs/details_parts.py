"""What the right pane is made of: avatar, values to copy, sections, pages of sections."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.links import neutral
from app.ui.dialogs.avatars import paint_avatar
from app.ui.emptying import take_all
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, label, line

_LABEL_WIDTH, _LARGE = 88, 40


class Avatar(QWidget):
    """Initials on a disc. The name stands beside it."""

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__()
        self._theme, self._name = theme, ""
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)

    def set_name(self, name: str) -> None:
        """Somebody else."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            role = "title" if self.width() > _LARGE else "caption"
            paint_avatar(painter, self._theme, self._name, QRectF(self.rect()), role)


class Person(QWidget):
    """A face, a name, and a few words about who it is. Hidden when there is nobody."""

    def __init__(self, theme: Theme, side: int) -> None:
        super().__init__()
        self._avatar = Avatar(theme, side)
        self._name = ElidedLabel("", "strong")
        self._words = ElidedLabel("", "small", "text2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._words)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12 if side > _LARGE else 8)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)

    def show_person(self, name: str, words: str = "") -> None:
        """Somebody else, or nobody."""
        self._avatar.set_name(name)
        self._name.setText(neutral(name))
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setVisible(bool(name))


class Value(QTextEdit):
    """A value to select and copy: as high as its lines, broken inside a word where it has to be.

    No label: one breaks only between words and makes the whole pane as wide as its longest.
    """

    def __init__(self, theme: Theme, name: str, text: str, role: str) -> None:
        super().__init__()
        self.setProperty("flat", "true")
        self.setFont(theme.font(role))
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.show_value(name, text)

    def show_value(self, name: str, text: str) -> None:
        """Another value of the same name."""
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.setAccessibleName(f"{name}: {text}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.document().size().height()))


class Section(QWidget):
    """A heading and rows of name and value; empty values are left out."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(label(title, "strong"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._column.addLayout(self._grid)
        self._shown: tuple[tuple[str, str, bool], ...] = ()
        self._values: list[Value] = []

    def add_head(self, head: QWidget) -> None:
        """Something between heading and rows."""
        self._column.insertWidget(1, head)

    def show_rows(self, rows: tuple[tuple[str, str, bool], ...]) -> None:
        """Rows of name, value, and whether the value is an id in the fixed font."""
        rows = tuple(row for row in rows if row[1])
        same = [_kind(row) for row in rows] == [_kind(row) for row in self._shown]
        if not same:
            self._build(rows)
        for value, row, old in zip(self._values, rows, self._shown if same else rows, strict=True):
            if row != old:
                value.show_value(row[0], neutral(row[1]))
        self._shown = rows

    def _build(self, rows: tuple[tuple[str, str, bool], ...]) -> None:
        for old in take_all(self._grid):
            old.deleteLater()
        self._values = [
            Value(self._theme, name, neutral(value), "mono" if mono else "body")
            for name, value, mono in rows
        ]
        for place, shown in enumerate(self._values):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(label(rows[place][0], "body", "text2", wrap=True), place, 0, top)
            self._grid.addWidget(shown, place, 1, top)


def _kind(row: tuple[str, str, bool]) -> tuple[str, bool]:
    return row[0], row[2]


class Slot(QWidget):
    """A section with the line under it; both go when the section is hidden."""

    def __init__(self, section: QWidget) -> None:
        super().__init__()
        self._line = line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(section)
        column.addWidget(self._line)
        self._line.setVisible(not section.isHidden())
        section.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The section comes or goes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._line.setVisible(event.type() is QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)


class Sections(QScrollArea):
    """Sections one below the other; with none of them, a sentence that says so."""

    def __init__(self, name: str, empty: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = label(empty, "body", "text2", wrap=True)
        self._empty.setContentsMargins(16, 14, 16, 14)
        if not empty:
            self._empty.hide()
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(inner)

    def add(self, section: QWidget) -> None:
        """One more section at the end."""
        self._empty.hide()
        self._column.insertWidget(self._column.count() - 1, Slot(section))
