"""Places of a file's card: icon, words, what can be done, picture. Paints nothing."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from app.domain.dialog import Attachment
from app.ui.dialogs.file_cards import FileView
from app.ui.style import Theme

HEIGHT, NARROWEST, GAP = 48, 300, 4
_WORDS, _MARGIN, _BEFORE_LINK = 48, 12, 32
_MOST_PICTURE = 240.0


@dataclass(slots=True)
class Card:
    """An attachment; `link` is empty where nothing can be done."""

    rect: QRectF
    attachment: Attachment
    name: str
    view: FileView
    words: QRectF = field(default_factory=QRectF)
    link: QRectF = field(default_factory=QRectF)
    picture: QRectF = field(default_factory=QRectF)


def height_of(view: FileView, width: float) -> float:
    """How high a card of that width is."""
    picture = _picture_size(view, width)
    return HEIGHT + (picture.height() + _MARGIN if not picture.isEmpty() else 0)


def width_of(theme: Theme, view: FileView) -> float:
    """How wide a card wants to be, so that its note is not cut."""
    note = QFontMetricsF(theme.font("caption")).horizontalAdvance(view.note)
    label = QFontMetricsF(theme.font("body")).horizontalAdvance(view.label)
    return max(NARROWEST, _WORDS + note + _BEFORE_LINK + label + 2 * _MARGIN)


def place(theme: Theme, card: Card, left: float, width: float) -> None:
    """Give a card its final place; its height does not change any more."""
    card.rect.setLeft(left)
    card.rect.setWidth(width)
    body = QFontMetricsF(theme.font("body"))
    note = QFontMetricsF(theme.font("caption"))
    label = body.horizontalAdvance(card.view.label) + 4 if card.view.label else 0.0
    room = width - _WORDS - _MARGIN - (label + _BEFORE_LINK if label else 0)
    wanted = max(body.horizontalAdvance(card.name), note.horizontalAdvance(card.view.note)) + 2
    words = max(40.0, min(room, wanted))
    top = card.rect.top()
    card.words = QRectF(left + _WORDS, top + 5, words, HEIGHT - 10)
    if label:
        card.link = QRectF(left + width - _MARGIN - label - 8, top, label + 16, HEIGHT)
    size = _picture_size(card.view, min(width, card.rect.width()))
    if not size.isEmpty():
        card.picture = QRectF(QPointF(left + _MARGIN, top + HEIGHT), size)


def _picture_size(view: FileView, width: float) -> QSizeF:
    if view.picture is None:
        return QSizeF()
    size = QSizeF(view.picture.size())
    room = QSizeF(min(width, NARROWEST) - 2 * _MARGIN, _MOST_PICTURE)
    if size.width() <= room.width() and size.height() <= room.height():
        return size
    return size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
