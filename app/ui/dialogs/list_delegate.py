"""Draws a row of the dialog list: avatar, name, last words, line, waiting time, unread, state."""

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.dialog import Dialog, DialogState
from app.ui.dialogs.avatars import paint_avatar
from app.ui.dialogs.list_shown import Role
from app.ui.dialogs.list_words import ListWords
from app.ui.style import Theme

_WHERE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _WHERE, Qt.AlignmentFlag.AlignRight | _WHERE
_TONES = {"neutral": ("text2", "systemBubble"), "warning": ("warning", "warningSoft")}
_TONES["danger"] = ("danger", "dangerSoft")


class ListDelegate(QStyledItemDelegate):
    """Paints everything itself; the words come from `ListWords`."""

    def __init__(self, theme: Theme, words: ListWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words, self._view = theme, words, parent

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the theme says, or as three lines of a large font need."""
        lines = sum(QFontMetricsF(self._theme.font(role)).height() for role in ("strong", "body"))
        needed = lines + QFontMetricsF(self._theme.font("caption")).height() + 18
        return QSize(200, max(self._theme.metric("row_dialog"), round(needed)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, avatar, three lines."""
        dialog = index.data(Role.DIALOG)
        if not isinstance(dialog, Dialog):
            return
        rect = QRectF(option.rect)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text its own
            self._ground(painter, option, rect)
            side = self._theme.metric("avatar_list")
            disc = QRectF(rect.left() + 12, rect.center().y() - side / 2, side, side)
            paint_avatar(painter, self._theme, self._words.face(dialog), disc)
            now, third = datetime.now(UTC), (rect.height() - 16) / 3
            lines = QRectF(
                disc.right() + 12, rect.top() + 8, rect.right() - disc.right() - 24, third
            )
            self._first(painter, dialog, lines, now)
            self._second(painter, dialog, lines.translated(0, third))
            self._third(painter, dialog, lines.translated(0, 2 * third), now)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, self._colour("selection"))
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), self._colour("accent")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._colour("hover"))
        bottom = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(bottom, self._colour("border"))
        if selected and self._view.hasFocus():
            painter.setPen(self._colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -1.5))

    def _first(self, painter: QPainter, dialog: Dialog, line: QRectF, now: datetime) -> None:
        used = self._right(painter, self._words.when(dialog, now), line, "small", "text2")
        name = self._words.name(dialog)
        self._left(painter, name, line.adjusted(0, 0, -used - 8, 0), "strong", "text1")

    def _second(self, painter: QPainter, dialog: Dialog, line: QRectF) -> None:
        used = self._pill(painter, str(dialog.unread), line) + 8 if dialog.unread else 0.0
        ink = "text1" if dialog.unread or dialog.waiting_since else "text2"
        self._left(painter, self._words.last(dialog), line.adjusted(0, 0, -used, 0), "body", ink)

    def _third(self, painter: QPainter, dialog: Dialog, line: QRectF, now: datetime) -> None:
        waiting = self._words.waiting(dialog, now)
        if waiting:
            used = self._waiting(painter, dialog, waiting, line, now)
        else:
            used = self._state(painter, dialog, line)
        room = line.adjusted(0, 0, -used - 8, 0)
        self._left(painter, self._words.place(dialog), room, "caption", "text2")

    def _waiting(
        self, painter: QPainter, dialog: Dialog, text: str, line: QRectF, now: datetime
    ) -> float:
        ink, ground = _TONES[self._words.waiting_tone(dialog, now)]
        font = self._theme.font("caption")
        font.setWeight(font.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(text) + 28
        place = QRectF(line.right() - width, line.center().y() - 8.5, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(ground))
        painter.drawRoundedRect(place, 3, 3)
        clock = self._theme.pixmap("clock", ink, 12)
        painter.drawPixmap(place.topLeft() + QPointF(6, 2.5), clock)
        painter.setFont(font)
        painter.setPen(self._colour(ink))
        painter.drawText(place.adjusted(22, 0, 0, 0), _LEFT, text)
        return width

    def _state(self, painter: QPainter, dialog: Dialog, line: QRectF) -> float:
        text = self._words.state(dialog)
        used = self._right(
            painter, text, line.adjusted(line.width() / 3, 0, 0, 0), "caption", "text2"
        )
        icon = (
            "check" if dialog.state is DialogState.CLOSED else "headset" if dialog.operator else ""
        )
        if icon:
            token = "text2" if icon == "check" else "accent"
            place = line.topRight() + QPointF(-used - 18, (line.height() - 13) / 2)
            painter.drawPixmap(place, self._theme.pixmap(icon, token, 13))
            used += 18
        return used

    def _pill(self, painter: QPainter, text: str, line: QRectF) -> float:
        font = self._theme.font("caption")
        font.setWeight(font.Weight.DemiBold)
        width = max(17.0, QFontMetricsF(font).horizontalAdvance(text) + 10)
        place = QRectF(line.right() - width, line.center().y() - 8.5, width, 17)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("accentFill"))
        painter.drawRoundedRect(place, 8.5, 8.5)
        painter.setFont(font)
        painter.setPen(self._colour("onAccent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def _left(self, painter: QPainter, text: str, place: QRectF, role: str, ink: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._colour(ink))
        mode = Qt.TextElideMode.ElideRight
        painter.drawText(place, _LEFT, QFontMetricsF(font).elidedText(text, mode, place.width()))

    def _right(self, painter: QPainter, text: str, place: QRectF, role: str, ink: str) -> float:
        font = self._theme.font(role)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        painter.setPen(self._colour(ink))
        painter.drawText(place, _RIGHT, shown)
        return metrics.horizontalAdvance(shown)

    def _colour(self, token: str) -> QColor:
        return self._theme.colour(token)
