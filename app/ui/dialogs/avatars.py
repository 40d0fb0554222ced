"""Avatars: initials on a soft ground. Never a picture from the network."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.links import neutral
from app.ui.style import Theme


def initials(name: str) -> str:
    """At most two letters or digits of a name; a number stands as it is."""
    words = [word for word in neutral(name).split() if word[0].isalnum()]
    if not words:
        return "?"
    if len(words) == 1 and words[0].isdecimal():
        return words[0][:2]
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper() if len(words) == 1 or words[-1][0].isalpha() else words[0][0].upper()


def paint_avatar(
    painter: QPainter, theme: Theme, name: str, place: QRectF, role: str = "strong"
) -> None:
    """A disc with initials; the same name always has the same colours."""
    ground, ink = theme.avatar(name)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(place)
    if theme.name == "high_contrast":
        painter.setPen(theme.colour("border"))
        painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    font = theme.font(role)
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initials(name))
