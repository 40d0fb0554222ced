"""The list itself: what a person looks at stays where it is while rows come, go and move above."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView

from app.ui.dialogs.list_shown import ShownDialogs


class DialogListView(QListView):
    """At its top it stays at the top, where those stand who wait longest. Anywhere else the first
    row that can be seen whole, and is not the one that moves, keeps its place on the screen.
    """

    def __init__(self, model: ShownDialogs) -> None:
        super().__init__()
        self._anchor: QPersistentModelIndex | None = None
        self._top = 0
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Dialogs"))
        self.setModel(model)
        model.rowsAboutToBeInserted.connect(self._hold)
        model.rowsAboutToBeRemoved.connect(self._hold)
        model.rowsAboutToBeMoved.connect(self._hold)
        model.modelAboutToBeReset.connect(self._let_go)

    def doItemsLayout(self) -> None:
        """Rows have new places, not yet painted: bring back the one that was held."""
        super().doItemsLayout()
        anchor, self._anchor = self._anchor, None
        if anchor is not None and anchor.isValid():
            moved = self.visualRect(anchor).top() - self._top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _hold(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._anchor is not None or not self.verticalScrollBar().value():
            return
        index = self.indexAt(self.viewport().rect().topLeft())
        if index.isValid() and self.visualRect(index).top() < 0:
            index = index.siblingAtRow(index.row() + 1)
        if index.isValid() and first <= index.row() <= last:
            index = index.siblingAtRow(last + 1)
        if index.isValid():
            self._anchor, self._top = QPersistentModelIndex(index), self.visualRect(index).top()

    def _let_go(self) -> None:
        self._anchor = None
