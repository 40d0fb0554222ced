"""Draws a chart with pyqtgraph. The only module that loads it, half a second's work: import this
one late. Knows no report.
"""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsRectItem, QToolTip, QVBoxLayout, QWidget

from app.ui.statistics.plot_data import Chart, Unread, initials, steps
from app.ui.statistics.swatches import brushes_of, tokens_of
from app.ui.style import Theme
from app.ui.widgets import plain_tip

_HALF, _BAR = 0.5, 0.44
_NARROWEST_BAR, _CROWDED = 10, 0.8
_WIDEST_BAR = 64  # pixels: one bar alone would fill the whole plot
_THINNEST_GAP = 0.15
_MARKS = ("o", "s")
_HEADROOM = 1.04
_ABOVE = 1.15  # the words of a target stand over its line
_NARROWEST_AXIS = 32
_NAMED = 40  # pixels below which a name is cut to its initials


class Canvas(QWidget):
    """A plot without a keyboard of its own: its owner tells where the cursor is."""

    clicked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._chart, self._cursor = theme, Chart(), -1
        self._plot = pg.PlotWidget(self, background=None, enableMenu=False)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._item = self._plot.getPlotItem()
        self._item.setMouseEnabled(x=False, y=False)
        self._item.hideButtons()
        self._item.getViewBox().setDefaultPadding(0)
        self._marked = QGraphicsRectItem()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        scene = self._plot.scene()
        scene.sigMouseClicked.connect(self._on_clicked)
        scene.sigMouseMoved.connect(self._on_moved)
        theme.changed.connect(self._draw_if_seen)

    def show_chart(self, chart: Chart) -> None:
        """Another chart."""
        if chart != self._chart:
            self._chart = chart
            self._draw_if_seen()

    def set_cursor(self, place: int) -> None:
        """Mark a slot; -1 marks none."""
        self._cursor = place
        self._marked.setVisible(0 <= place < len(self._chart.slots))
        self._marked.setRect(self._slot_rect(place))

    def point_of(self, place: int) -> QPoint:
        """Where a slot's words are told, on the screen."""
        middle = QPointF(place, self._ticks[-1] / 2)
        return self._on_screen(self._item.getViewBox().mapViewToScene(middle))

    def _on_screen(self, scene: QPointF) -> QPoint:
        return self._plot.viewport().mapToGlobal(self._plot.mapFromScene(scene))  # type: ignore[no-any-return]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Labels have another width now."""
        super().resizeEvent(event)
        self._draw_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Not drawn before it is seen."""
        super().showEvent(event)
        self._draw()

    @property
    def _ticks(self) -> tuple[float, ...]:
        chart = self._chart
        highest = max(chart.top, (chart.target or 0) * _ABOVE)
        return steps(highest, whole=chart.stacked)

    def _draw_if_seen(self) -> None:
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self._item.clear()
        chart = self._chart
        if not chart.slots:
            return
        self._item.setXRange(-_HALF, len(chart.slots) - _HALF, padding=0)
        self._item.setYRange(0, self._ticks[-1] * _HEADROOM, padding=0)
        self._draw_axes()
        for gap in chart.gaps:
            self._draw_gap(gap)
        (self._draw_bars if chart.stacked else self._draw_lines)()
        self._draw_target()
        self._marked = QGraphicsRectItem()
        self._marked.setPen(self._pen("focus", 2))
        self._marked.setZValue(20)
        self._item.addItem(self._marked)
        self.set_cursor(self._cursor)

    def _pen(self, token: str, width: float = 1, *, dashed: bool = False) -> QPen:
        pen = QPen(self._theme.colour(token), width)
        pen.setCosmetic(True)
        if dashed:
            pen.setDashPattern([4, 3])
        return pen

    def _draw_axes(self) -> None:
        for height in self._ticks:
            grid = pg.InfiniteLine(height, angle=0, pen=self._pen("border"))
            grid.setZValue(-10)
            self._item.addItem(grid)
        here = QLocale()
        labels = [(height, here.toString(height, "g", 6)) for height in self._ticks]
        metrics = QFontMetrics(self._theme.font("small"))
        widest = max(metrics.horizontalAdvance(text) for _, text in labels)
        self._item.getAxis("left").setWidth(max(_NARROWEST_AXIS, widest + 12))
        self._dress(self._item.getAxis("left"), labels)
        self._dress(self._item.getAxis("bottom"), self._labels())

    def _dress(self, axis: Any, labels: list[tuple[float, str]]) -> None:
        axis.setStyle(tickLength=0, tickFont=self._theme.font("small"), tickTextOffset=8)
        axis.setPen(None)
        axis.setTickPen(self._theme.colour("bg1"))  # even ticks of no length leave a dot
        axis.setTextPen(self._theme.colour("text2"))
        axis.setTicks([labels])

    def _labels(self) -> list[tuple[float, str]]:
        """What fits below the slots: cut a little, then only some of them. Names that follow no
        order cannot be guessed: each stands there, cut, or as its initials.
        """
        metrics = QFontMetrics(self._theme.font("small"))
        room = self._slot_width()
        texts, side = [slot.label for slot in self._chart.slots], Qt.TextElideMode.ElideRight
        if not self._chart.joined and room >= _NAMED:
            return list(enumerate(metrics.elidedText(each, side, int(room) - 6) for each in texts))
        if not self._chart.joined:
            texts = [initials(each) for each in texts]
        widest = min(max(metrics.horizontalAdvance(text) for text in texts) + 8, 96)
        every = max(1, -int(-widest // max(room, 1)))
        cut = int(room * every) - 8
        return [
            (place, metrics.elidedText(text, side, cut))
            for place, text in enumerate(texts)
            if place % every == 0
        ]

    def _slot_width(self) -> float:
        axis = self._item.getAxis("left").width()
        return max(float(self.width() - axis), 1.0) / len(self._chart.slots)

    def _draw_gap(self, gap: Unread) -> None:
        middle, wide = (gap.start + gap.end) / 2, max(gap.end - gap.start, _THINNEST_GAP)
        rect = QGraphicsRectItem(QRectF(middle - wide / 2, 0, wide, self._ticks[-1]))
        rect.setPen(self._pen("warning", dashed=True))
        rect.setZValue(5)
        self._item.addItem(rect)

    def _draw_bars(self) -> None:
        room = self._slot_width()
        wide = min(max(_BAR, _NARROWEST_BAR / room), _CROWDED, _WIDEST_BAR / room)
        base = [0.0] * len(self._chart.slots)
        for place, series in enumerate(self._chart.series):
            heights = [value or 0.0 for value in series.values]
            shown = [i for i in self._chart.places if heights[i]]
            for brush in brushes_of(self._theme, place):
                bars = pg.BarGraphItem(
                    x=shown,
                    y0=[base[i] for i in shown],
                    height=[heights[i] for i in shown],
                    width=wide,
                    brush=brush,
                    pen=self._pen("bg1", 2),  # half of it lies inside: two pixels between two bars
                )
                self._item.addItem(bars)
            base = [low + high for low, high in zip(base, heights, strict=True)]

    def _draw_lines(self) -> None:
        if not self._chart.joined:
            self._draw_stems()
        for place, series in reversed(list(enumerate(self._chart.series))):
            token = tokens_of(place)
            self._item.addItem(
                pg.PlotDataItem(
                    x=list(self._chart.places),
                    y=[float("nan") if value is None else value for value in series.values],
                    connect="finite",
                    antialias=True,
                    pen=self._pen(token, 2, dashed=place > 0) if self._chart.joined else None,
                    symbol=_MARKS[place % len(_MARKS)],
                    symbolSize=7 + 3 * (place > 0),  # the first one is seen on it
                    symbolPen=None,
                    symbolBrush=self._theme.colour(token),
                )
            )

    def _draw_stems(self) -> None:
        """From the lowest to the highest mark of each slot."""
        for place in self._chart.places:
            values = [each.values[place] for each in self._chart.series]
            known = [value for value in values if value is not None]
            if known:
                ends = [min(known), max(known)]
                stem = pg.PlotDataItem(x=[place, place], y=ends, pen=self._pen("borderStrong"))
                self._item.addItem(stem)

    def _draw_target(self) -> None:
        chart = self._chart
        if chart.target is None:
            return
        line = pg.InfiniteLine(chart.target, angle=0, pen=self._pen("warning", dashed=True))
        self._item.addItem(line)
        ground, ink = self._theme.colour("bg1"), self._theme.colour("warning")
        words = pg.TextItem(chart.aim, color=ink, anchor=(1, 1), fill=ground)
        words.setZValue(10)  # a line of figures may run where they stand
        words.setFont(self._theme.font("small"))
        words.setPos(len(chart.slots) - _HALF, chart.target)
        self._item.addItem(words, ignoreBounds=True)

    def _slot_rect(self, place: int) -> QRectF:
        return QRectF(place - 0.46, 0, 0.92, self._ticks[-1] * 1.02)

    def _place_at(self, scene: QPointF) -> int:
        """Which slot is there; -1 beside all of them."""
        if not self._item.getViewBox().sceneBoundingRect().contains(scene):
            return -1
        place = int(self._item.getViewBox().mapSceneToView(scene).x() + _HALF)
        return place if place < len(self._chart.slots) else -1

    def _on_clicked(self, event: Any) -> None:
        place = self._place_at(event.scenePos())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(place)

    def _on_moved(self, scene: QPointF) -> None:
        place = self._place_at(scene)
        said = self._chart.slots[place].said if place >= 0 else ""
        can_open = place >= 0 and bool(self._chart.slots[place].dialogs)
        shape = Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor
        self._plot.viewport().setCursor(shape)
        QToolTip.showText(self._on_screen(scene), plain_tip(said), self._plot.viewport())
