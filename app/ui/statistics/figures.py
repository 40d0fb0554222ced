"""A card with one large figure. It is a button when the figure stands for dialogs.

Its note has two lines, so that it is not cut where words are long.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.domain.dialog import DialogId
from app.ui.style import Theme
from app.ui.widgets import plain_tip

_PAD = 16
_NARROW, _PAD_THERE = 180, 12
_NOTES = 2  # lines
_LARGE = 22  # pixels of the figure where bodies are 13
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Figure:
    """What a card shows. `tone` colours the figure: warning, danger or ""; the note says why."""

    value: str = "—"
    note: str = ""
    tone: str = ""
    dialogs: tuple[DialogId, ...] = ()


class FigureCard(QAbstractButton):
    """Drawn by itself, so that five of them fit into the narrowest window."""

    dialogs_wanted = Signal(object, str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme, self.figure = theme, Figure()
        self.setText(title)
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.update)
        self.show_figure(Figure())

    def show_figure(self, figure: Figure) -> None:
        """Another value."""
        self.figure = figure
        opens = bool(figure.dialogs)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(f"{self.text()}: {figure.value}")
        self.setAccessibleDescription(figure.note)
        self.setToolTip(plain_tip(f"{self.text()}: {figure.value}\n{figure.note}".strip()))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens as in tables and lists; Qt leaves it to Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The title, the figure, the lines of the note."""
        title, large, note = (QFontMetrics(font).height() for font in self._fonts())
        return QSize(200, title + large + _NOTES * note + 2 * _PAD - 4)

    def minimumSizeHint(self) -> QSize:
        """Words give way."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card, the title, the figure, the note."""
        theme, figure = self._theme, self.figure
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            hovered = self.underMouse() and bool(figure.dialogs)
            painter.setPen(QPen(theme.colour("borderStrong" if hovered else "border"), 1))
            painter.setBrush(theme.colour("hover" if hovered else "bg1"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            title, large, small = self._fonts()
            room = self.width() - 2 * self._pad
            note = two_lines(figure.note, QFontMetrics(small), room)
            lines = [(self.text(), "text2", self.fitted(self.text(), title))]
            lines += [(figure.value, figure.tone or "text1", self.fitted(figure.value, large))]
            lines += [(each, "text2", small) for each in note]
            self._paint_lines(painter, lines)

    @property
    def _pad(self) -> int:
        return _PAD if self.width() >= _NARROW else _PAD_THERE

    def _paint_lines(self, painter: QPainter, lines: Iterable[tuple[str, str, QFont]]) -> None:
        top, pad = _PAD - 3, self._pad
        room = self.width() - 2 * pad
        for text, token, font in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theme.colour(token))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(pad, top, room, metrics.height()), _LEFT, shown)
            top += metrics.height() + 1

    def fitted(self, text: str, font: QFont) -> QFont:
        """The font in which a text has room: a figure that is cut is none."""
        shown, room = QFont(font), self.width() - 2 * self._pad
        least = self._theme.font("caption").pixelSize()
        while shown.pixelSize() > least and QFontMetrics(shown).horizontalAdvance(text) > room:
            shown.setPixelSize(shown.pixelSize() - 1)
        return shown

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        large = self._theme.font("page")
        large.setPixelSize(round(_LARGE * self._theme.font("body").pixelSize() / 13))
        return self._theme.font("small"), large, self._theme.font("caption")

    def _on_clicked(self) -> None:
        if self.figure.dialogs:
            self.dialogs_wanted.emit(self.figure.dialogs, self.text())


def two_lines(text: str, metrics: QFontMetrics, room: int) -> tuple[str, ...]:
    """A note as it is written: broken between two words where one line has no room for it."""
    words, fits = text.split(" "), 0
    while fits < len(words) and metrics.horizontalAdvance(" ".join(words[: fits + 1])) <= room:
        fits += 1
    parts = (" ".join(words[:fits]), " ".join(words[fits:]))
    return tuple(part for part in parts if part)
