"""Pictures of connectors: a registered SVG that passed the check, else an icon of our own."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterStateGuard
from PySide6.QtSvg import QSvgRenderer

from app.domain.connector import Connector, Icon, Origin
from app.domain.svg import check_svg, from_data_uri
from app.ui.style import Theme

#: Pictures that stay ready to be drawn.
_KEPT = 64
_OWN_ICONS = {Origin.OWN: "lamp", Origin.OTHER: "bolt", Origin.BUILT_IN: "dialogs"}


def renderer(icon: Icon) -> QSvgRenderer | None:
    """What draws the picture, or None for one that may not or cannot be drawn."""
    return _renderer(icon.data_image)


@lru_cache(maxsize=_KEPT)
def _renderer(data_image: str) -> QSvgRenderer | None:
    """Made once for each picture: rows are painted much more often than pictures change."""
    source = from_data_uri(data_image)
    if source is None or check_svg(source) is not None:
        return None
    made = QSvgRenderer(QByteArray(source.encode()))
    return made if made.isValid() else None


def paint_icon(painter: QPainter, box: QRectF, icon: Icon, svg: QSvgRenderer | None) -> None:
    """A disc in the icon's colour with the picture on it, in its size and position."""
    colour = QColor(icon.color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if colour.isValid() else QColor("#90be00"))
    painter.drawEllipse(box)
    if svg is None:
        return
    with QPainterStateGuard(painter):
        disc = QPainterPath()
        disc.addEllipse(box)
        painter.setClipPath(disc)
        svg.render(painter, _place(box, icon, svg))


def paint_connector(painter: QPainter, box: QRectF, connector: Connector, theme: Theme) -> None:
    """The small picture of a list row: the registered icon, or a sign of the origin."""
    if connector.registration is not None:
        icon = connector.registration.icon
        paint_icon(painter, box, icon, renderer(icon))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hover"))
    painter.drawRoundedRect(box, 4, 4)
    pixmap = theme.pixmap(_OWN_ICONS[connector.origin], "text2", 16)
    painter.drawPixmap(box.center() - QPointF(8, 8), pixmap)


def _place(box: QRectF, icon: Icon, svg: QSvgRenderer) -> QRectF:
    """Where the picture goes, as a background picture of that size and position would."""
    digits = icon.size.removesuffix("%")
    share = int(digits) / 100 if digits.isdigit() else 1.0
    size = svg.defaultSize().scaled(
        round(box.width() * share), round(box.height() * share), Qt.AspectRatioMode.KeepAspectRatio
    )
    x = {"left": 0.0, "right": 1.0}.get(icon.position, 0.5) * (box.width() - size.width())
    y = {"top": 0.0, "bottom": 1.0}.get(icon.position, 0.5) * (box.height() - size.height())
    return QRectF(box.x() + x, box.y() + y, size.width(), size.height())
