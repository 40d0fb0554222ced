"""The ring round whatever has the keyboard. Fields draw their own; buttons get this one.

A stylesheet cannot draw an outline with a gap, so one frame follows the focus of the window.
"""

from typing import cast

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from app.ui.style import Theme


class _AboveWidget(QProxyStyle):
    """Lays the frame on the window or on what scrolls: a parent that is as small as the widget
    would cut it off.
    """

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, data)


class FocusRing(QFocusFrame):
    """2 pixels in the focus colour, 1 pixel off, without moving anything."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._above = _AboveWidget()
        self.setStyle(self._above)
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self.update)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A gap over the button's own border, then the ring outside it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            whole = QRectF(self.rect())
            painter.setPen(QPen(self._theme.colour("bg1"), 1))
            painter.drawRoundedRect(whole.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # No ring for a click, and none when a window has just become the active one.
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        wanted = isinstance(new, QAbstractButton) or (new and new.property("focusRing"))
        shown = wanted and old is not None and not by_mouse
        self._settle(new if shown else None)
        QTimer.singleShot(0, self, self._again)  # when the layout is done

    def _again(self) -> None:
        self._settle(self.widget())

    def _settle(self, widget: QWidget | None) -> None:
        """Lie round `widget` where it is now; a widget that is hidden gets no ring."""
        self.setWidget(None)  # type: ignore[arg-type]
        if isValid(self._window):  # the last change of focus comes while the window is deleted
            self.setParent(self._window)  # else the ring would die with the page it lay on
        self.hide()
        if widget is not None and widget.isVisible():
            self.setWidget(widget)
            self.clearMask()
            self.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt cuts the inner part out again, and with it our gap."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.clearMask)
