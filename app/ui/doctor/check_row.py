"""One check as a line: sign, title, and what to say to somebody who does not see it."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.domain.doctor import Verdict
from app.ui.doctor.words import Look
from app.ui.labels import plain_tip
from app.ui.style import Theme

HEIGHT = 28
_ICON, _GAP, _PAD = 16, 8, 6
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_STRONG = (Verdict.FAILED, Verdict.WARNING)


class CheckRow(QAbstractButton):
    """Checked while its finding is opened. Arrow keys are the list's business."""

    accessible: Any = None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look, self._note, self._verdict = Look("", "circle", "text3"), "", Verdict.WAITING
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def verdict(self) -> Verdict:
        """The verdict shown."""
        return self._verdict

    def shown_text(self) -> str:
        """The title; a check that could not be judged says so behind its claim."""
        unknown = self._verdict is Verdict.UNKNOWN
        return f"{self.text()}: {self._look.word}" if unknown else self.text()

    def show_check(self, title: str, verdict: Verdict, look: Look, note: str) -> None:
        """`note` stands at the right while the row is opened, and is told as its description."""
        self.setText(title)
        self._verdict, self._look, self._note = verdict, look, note
        self.setAccessibleName(f"{title}, {look.word}")
        self.setAccessibleDescription(note)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(160, max(HEIGHT, self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        """A few letters and dots are enough."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens like Space; arrows are passed on."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign, title, note."""
        with QPainter(self) as painter:
            self._paint_ground(painter)
            place = self._text_place()
            top = (self.height() - _ICON) // 2
            painter.drawPixmap(
                _PAD, top, self._theme.pixmap(self._look.icon, self._look.token, _ICON)
            )
            strong = self.isChecked() and self._verdict in _STRONG
            quiet = "text2" if self._verdict is Verdict.WAITING else "text1"
            painter.setPen(self._theme.colour(self._look.token if strong else quiet))
            font = self._theme.font("strong" if strong else "body")
            painter.setFont(font)
            shown = painter.fontMetrics().elidedText(
                self.shown_text(), Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            if self._shows_note():
                painter.setFont(self._theme.font("small"))
                painter.setPen(self._theme.colour("text2"))
                whole = self.rect().adjusted(0, 0, -12, 0)
                right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(whole, right, self._note)

    def resizeEvent(self, event: Any) -> None:
        """What does not fit can be read in the tooltip."""
        super().resizeEvent(event)
        self._fit()

    def _paint_ground(self, painter: QPainter) -> None:
        if self.underMouse() and not self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(self.rect(), 4, 4)

    def _text_place(self) -> QRect:
        right = 12 + (self._note_width() if self._shows_note() else 0)
        return self.rect().adjusted(_PAD + _ICON + _GAP, 0, -right, 0)

    def _shows_note(self) -> bool:
        """Only beside the whole title, which is worth more."""
        room = self.width() - (_PAD + _ICON + _GAP) - 12 - self._note_width()
        return self.isChecked() and bool(self._note) and self._title_width() <= room

    def _note_width(self) -> int:
        metrics = QFontMetrics(self._theme.font("small"))
        return metrics.horizontalAdvance(self._note) + 16

    def _title_width(self) -> int:
        metrics = QFontMetrics(self._theme.font("strong" if self.isChecked() else "body"))
        return metrics.horizontalAdvance(self.shown_text())

    def _fit(self) -> None:
        fits = self._title_width() <= self._text_place().width()
        self.setToolTip("" if fits else plain_tip(self.shown_text()))
