"""A plan as a tree: each step with its sign and, below it, the fields that differ.

The sign is a letter as well as a colour; the last column says how a step ended.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from app.domain.configuration import Change, Sign
from app.services.configuration import Done
from app.ui.configuration.words import change_text, difference_text
from app.ui.errors import explain_problem
from app.ui.labels import plain_tip
from app.ui.style import Theme

_COLOURS = {Sign.ADD: "success", Sign.CHANGE: "accent", Sign.REMOVE: "danger"}
_SIGN, _WHAT, _END = range(3)
_ROW = 28


class PlanView(QTreeWidget):
    """Read-only. Enter and the arrow keys open a step."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._steps: list[Change] = []
        self._ends: dict[int, bool] = {}  # by row: whether the portal did it
        self.setColumnCount(3)
        self.setHeaderLabels(["", self.tr("Step"), self.tr("Result")])
        self.setAccessibleName(self.tr("Steps of the plan"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_SIGN, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_END, QHeaderView.ResizeMode.ResizeToContents)
        theme.changed.connect(self._paint)

    def show_steps(self, steps: Sequence[Change]) -> None:
        """Another plan."""
        self.clear()
        self._ends.clear()
        self._steps = list(steps)
        for step in steps:
            item = QTreeWidgetItem([step.sign.value, change_text(step), ""])
            item.setToolTip(_WHAT, plain_tip(change_text(step)))
            item.setSizeHint(_WHAT, QSize(0, _ROW))
            for each in step.differences:
                told = difference_text(each, new=step.sign is Sign.ADD)
                below = QTreeWidgetItem(["", told, ""])
                below.setToolTip(_WHAT, plain_tip(told))
                item.addChild(below)
            self.addTopLevelItem(item)
        self._paint()
        if len(steps) <= 6:
            self.expandAll()

    def show_done(self, done: Done) -> None:
        """How a step ended."""
        if done.change not in self._steps:
            return
        row = self._steps.index(done.change)
        item = self.topLevelItem(row)
        if item is None:
            return
        self._ends[row] = done.problem is None
        self._paint_end(row)
        if done.problem is None:
            item.setText(_END, self.tr("done"))
            return
        explained = explain_problem(done.problem)
        item.setText(_END, self.tr("refused: {why}").format(why=explained.title))
        item.setToolTip(_END, plain_tip(f"{explained.title} {explained.text} {explained.code}"))

    def texts(self) -> list[str]:
        """What is shown, for who reads the screen aloud and for tests."""
        items = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return [f"{x.text(_SIGN)} {x.text(_WHAT)} {x.text(_END)}".strip() for x in items if x]

    def _paint(self) -> None:
        for row, step in enumerate(self._steps):
            item = self.topLevelItem(row)
            if item is None:
                continue
            item.setForeground(_SIGN, self._theme.colour(_COLOURS[step.sign]))
            for below in map(item.child, range(item.childCount())):
                if below is not None:
                    below.setForeground(_WHAT, self._theme.colour("text2"))
        for row in self._ends:
            self._paint_end(row)

    def _paint_end(self, row: int) -> None:
        item = self.topLevelItem(row)
        if item is not None:
            item.setForeground(_END, self._theme.colour("success" if self._ends[row] else "danger"))
