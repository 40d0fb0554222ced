"""Paints rows of the transcript that are already laid out. Decides nothing about places."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from app.domain.dialog import Author, Delivery
from app.domain.markup import Style
from app.ui.dialogs.avatars import paint_avatar
from app.ui.dialogs.card_layout import HEIGHT, Card
from app.ui.dialogs.lines import TextBox
from app.ui.dialogs.row_builder import (
    AVATAR,
    DAY_HEIGHT,
    MARGIN,
    TICK,
    UNREAD_HEIGHT,
    shows_tick,
)
from app.ui.dialogs.row_layout import RowLayout
from app.ui.style import Theme

#: Icon and colour of each delivery state.
TICKS = {
    Delivery.QUEUED: ("clock", "text3"),
    Delivery.SENDING: ("clock", "text2"),
    Delivery.SENT: ("check", "text2"),
    Delivery.UNKNOWN: ("question", "warning"),
    Delivery.FAILED: ("alert", "danger"),
    Delivery.RECEIVED: ("check", "text2"),
    Delivery.DELIVERED: ("double-check", "text2"),
    Delivery.READ: ("double-check", "accent"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """What the view knows of a row: the selected range of its text, avatar, keyboard focus."""

    selected: tuple[int, int] = (0, 0)
    avatar: bool = False
    focused: bool = False


class BubblePainter:
    """Draws with the colours and icons of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, row: RowLayout, width: int, look: Look) -> None:
        """Paint a row whose top left corner is the painter's origin."""
        self._separators(painter, row, width)
        self._ground(painter, row)
        for card in row.cards:
            self._card(painter, card)
        for box in row.boxes:
            self._box(painter, box, look.selected if box is row.text else (0, 0))
        if row.meta:
            self._meta(painter, row)
        if look.avatar and not row.pill:
            x = width - MARGIN - AVATAR if row.is_right else MARGIN
            place = QRectF(x, row.bubble.bottom() - AVATAR, AVATAR, AVATAR)
            self._avatar(painter, row, place)
        if look.focused:
            self._ring(painter, row)

    def placeholder(self, painter: QPainter, width: int, height: int, odd: bool) -> None:
        """A bar where a message will be."""
        bar = QRectF(0, 4, min(width * 0.45, 320), max(12, height - 8))
        bar.moveLeft(width - bar.width() - 52 if odd else 52)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("hover"))
        painter.drawRoundedRect(bar, 8, 8)

    def _separators(self, painter: QPainter, row: RowLayout, width: int) -> None:
        if row.day:
            place = QRectF(MARGIN, row.day_top, width - 2 * MARGIN, DAY_HEIGHT)
            self._line(painter, row.day, place, "border", "text2")
        if row.unread:
            place = QRectF(MARGIN, row.unread_top, width - 2 * MARGIN, UNREAD_HEIGHT)
            self._line(painter, row.unread, place, "accent", "accent")

    def _line(self, painter: QPainter, text: str, place: QRectF, line: str, ink: str) -> None:
        font = self._theme.font("small")
        room = QFontMetricsF(font).horizontalAdvance(text) + 24
        middle, y = place.center().x(), round(place.center().y()) + 0.5
        painter.setPen(QPen(self._colour(line), 1))
        painter.drawLine(QPointF(place.left(), y), QPointF(middle - room / 2, y))
        painter.drawLine(QPointF(middle + room / 2, y), QPointF(place.right(), y))
        painter.setFont(font)
        painter.setPen(self._colour(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _ground(self, painter: QPainter, row: RowLayout) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("systemBubble" if row.pill else f"{row.side}Bubble"))
        rect, radius = row.bubble, self._theme.metric("radius_bubble")
        if row.dashed:
            painter.setPen(QPen(self._colour("borderStrong"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        if row.pill:
            radius = min(10, int(rect.height() / 2))
        painter.drawRoundedRect(rect, radius, radius)

    def _box(self, painter: QPainter, box: TextBox, selected: tuple[int, int]) -> None:
        for bar in box.bars:
            self._bar(painter, box, bar.style, bar.top, bar.bottom)
        ranges = []
        if selected[0] < selected[1]:
            ranges.append(self._selection(*selected))
        painter.setPen(self._colour(box.colour))
        box.layout.draw(painter, QPointF(box.x, box.y), ranges)

    def _bar(self, painter: QPainter, box: TextBox, style: Style, top: float, end: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if style is Style.QUOTE:
            painter.setBrush(self._colour("customer"))
            painter.drawRect(QRectF(box.x, box.y + top, 3, end - top))
            return
        painter.setBrush(self._colour("bg1"))
        painter.drawRoundedRect(QRectF(box.x, box.y + top, box.width, end - top), 4, 4)

    def _selection(self, start: int, end: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        form = QTextCharFormat()
        form.setBackground(self._colour("accentFill"))
        form.setForeground(self._colour("onAccent"))
        made.format = form
        return made

    def _card(self, painter: QPainter, card: Card) -> None:
        rect, theme = card.rect.adjusted(0.5, 0.5, -0.5, -0.5), self._theme
        painter.setPen(QPen(self._colour("border"), 1))
        painter.setBrush(self._colour("bg1"))
        painter.drawRoundedRect(rect, 4, 4)
        square = QRectF(rect.left() + 8, rect.top() + (HEIGHT - 32) / 2, 32, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("hover"))
        painter.drawRoundedRect(square, 4, 4)
        icon = "image" if card.attachment.kind == "image" else "file"
        painter.drawPixmap(square.topLeft() + QPointF(8, 8), theme.pixmap(icon, "text2", 16))
        painter.setPen(self._colour("text1"))
        self._elided(painter, card.name, card.words, "body", Qt.AlignmentFlag.AlignTop)
        painter.setPen(self._colour("warning" if card.view.warns else "text3"))
        self._elided(painter, card.view.note, card.words, "caption", Qt.AlignmentFlag.AlignBottom)
        if card.view.label:
            painter.setPen(self._colour("accent"))
            painter.setFont(theme.font("body"))
            painter.drawText(card.link, Qt.AlignmentFlag.AlignCenter, card.view.label)
        if card.view.picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(card.picture, card.view.picture)

    def _elided(
        self, painter: QPainter, text: str, place: QRectF, role: str, where: Qt.AlignmentFlag
    ) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        mode = Qt.TextElideMode.ElideMiddle
        shown = QFontMetricsF(font).elidedText(text, mode, place.width())
        painter.drawText(place, where | Qt.AlignmentFlag.AlignLeft, shown)

    def _meta(self, painter: QPainter, row: RowLayout) -> None:
        delivery, place = row.facts.message.delivery, QRectF(row.meta_rect)
        painter.setFont(self._theme.font("caption"))
        side = Qt.AlignmentFlag.AlignVCenter
        if row.edited:
            painter.setPen(self._colour("accent"))
            painter.drawText(place, side | Qt.AlignmentFlag.AlignLeft, row.edited)
        if shows_tick(row.facts.message):
            waits = delivery in (Delivery.UNKNOWN, Delivery.QUEUED)
            failed = row.facts.message.problem is not None and not waits
            icon = self._theme.pixmap(*TICKS[Delivery.FAILED if failed else delivery], 14)
            painter.drawPixmap(QPointF(place.right() - 14, place.center().y() - 6.5), icon)
            place.setRight(place.right() - TICK)
        painter.setPen(self._colour("text2"))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignRight, row.meta)

    def _avatar(self, painter: QPainter, row: RowLayout, place: QRectF) -> None:
        if row.side in (Author.BOT, Author.SYSTEM):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour(f"{row.side}Bubble"))
            painter.drawEllipse(place)
            name = "bot" if row.side is Author.BOT else "info"
            icon = self._theme.pixmap(name, row.side.value, 16)
            painter.drawPixmap(place.topLeft() + QPointF(6, 6), icon)
            return
        paint_avatar(painter, self._theme, row.facts.message.author_name, place, "caption")

    def _ring(self, painter: QPainter, row: RowLayout) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour("focus"), self._theme.metric("focus_ring")))
        painter.drawRoundedRect(row.bubble.adjusted(-2, -2, 2, 2), 9, 9)

    def _colour(self, token: str) -> QColor:
        return self._theme.colour(token)
