"""The fields of the icon: the picture's file, colour, size, position, and the icon when off."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from app.ui.style import Theme
from app.ui.widgets import Button, label

#: More than the row needs at least, or it could never become two.
_ONE_ROW = 460


class FileField(QWidget):
    """A picture's name, a button to choose a file, and room to drop one."""

    chosen = Signal(str)  # a path

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.button = Button(theme, self.tr("Choose…"))
        self.button.clicked.connect(self._choose)
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)

    def show_file(self, name: str, picture: str) -> None:
        """The file's name and the size of what would be sent."""
        kilobytes = self.tr("{size} KB").format(size=f"{len(picture) / 1000:.1f}")
        named = name or (self.tr("picture") if picture else "")
        self.line.setText(f"{named} · {kilobytes}" if picture else "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files only."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file."""
        self.chosen.emit(event.mimeData().urls()[0].toLocalFile())

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose an icon"))
        dialog.setNameFilters([self.tr("SVG pictures (*.svg)"), self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Swatch(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.colour = QColor()
        self.setFixedSize(16, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._theme.colour("borderStrong"))
            painter.setBrush(self.colour if self.colour.isValid() else self._theme.colour("bg1"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)


class LookField(QWidget):
    """Colour, size and position of the picture, in one row."""

    edited = Signal()

    def __init__(self, theme: Theme, positions: tuple[str, ...]) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setProperty("mono", "true")
        self.line.setMaximumWidth(132)
        self.line.setMinimumWidth(96)
        self.line.setTextMargins(24, 0, 0, 0)
        self._swatch = _Swatch(theme)
        self._swatch.setParent(self.line)
        self._swatch.move(8, 8)
        self.size_line = QLineEdit()
        self.size_line.setAccessibleName(self.tr("Size"))
        self.size_line.setFixedWidth(64)
        self.position = QComboBox()
        self.position.setAccessibleName(self.tr("Position"))
        self.position.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.position.setMinimumWidth(90)
        names = self._positions()
        for position in positions:
            self.position.addItem(names.get(position, position), position)
        self._arrange()
        self.line.textEdited.connect(self.edited)
        self.size_line.textEdited.connect(self.edited)
        self.position.activated.connect(self.edited)

    def show_values(self, color: str, size: str, position: str) -> None:
        """Fill the row; a text that is being typed is not touched."""
        for field, text in ((self.line, color), (self.size_line, size)):
            if field.text() != text:
                field.setText(text)
        self.position.setCurrentIndex(max(0, self.position.findData(position)))
        self.show_colour(color)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows where one is too narrow."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        wide = self.width() >= _ONE_ROW
        self._rows.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def show_colour(self, color: str) -> None:
        """Paint the sample."""
        self._swatch.colour = QColor.fromString(color)
        self._swatch.update()

    def _arrange(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.line, 1)
        first.addWidget(label(self.tr("Size"), "small", "text3"))
        first.addWidget(self.size_line)
        first.addStretch(0)
        second.addWidget(label(self.tr("Position"), "small", "text3"))
        second.addWidget(self.position, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for stretch, row in enumerate((first, second)):
            row.setSpacing(8)
            self._rows.addLayout(row, stretch)
        self._rows.setSpacing(8)

    def _positions(self) -> dict[str, str]:
        return {
            "center": self.tr("center"),
            "top": self.tr("top"),
            "bottom": self.tr("bottom"),
            "left": self.tr("left"),
            "right": self.tr("right"),
        }
