"""The structure of a text as a tree of parts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator

from app.domain.links import neutral
from app.domain.round_trip import Kind, Part, RoundTrip
from app.domain.signature import Signature
from app.ui.dialogs.round_trip_words import RoundTripWords
from app.ui.labels import plain_tip
from app.ui.style import Theme

_MOST_ROWS = 1000
_DEEPEST = 12
_LONGEST = 200


class Row(NamedTuple):
    """A line of the tree: a part, and its words where it holds nothing else."""

    part: Part
    text: str


def outline(parts: Sequence[Part]) -> Iterator[Row]:
    """One row for each part that says something; a format around plain words is one row."""
    place = 0
    while place < len(parts):
        part = parts[place]
        inside = parts[place + 1 : place + 3]
        plain = len(inside) == 2 and inside[0].kind is Kind.TEXT and inside[1].kind is Kind.END
        if part.tag and inside and inside[0].depth > part.depth and plain:
            yield Row(part, _told(part, inside[0].text))
            place += 3
            continue
        if part.kind is not Kind.END:
            yield Row(part, _told(part, part.text))
        place += 1


def _told(part: Part, text: str) -> str:
    lead = part.host or (part.value if part.tag in ("size", "color", "put", "send") else "")
    return f"{text} → {lead}" if text and lead else text or lead


class PartsTree(QTreeWidget):
    """As much of it as can be read; deeper parts stand no further to the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = RoundTripWords(self)
        self.setAccessibleName(self.tr("As it is read"))
        self.setColumnCount(2)
        self.setHeaderLabels([self.tr("Part"), self.tr("Words")])
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_trip(self, trip: RoundTrip) -> None:
        """Show the parts of a text."""
        self.clear()
        if trip.signature is Signature.REAL:
            self._add(self.invisibleRootItem(), self.tr("Signature"), trip.name)
        above = [self.invisibleRootItem()]
        for number, row in enumerate(outline(trip.parts)):
            if number >= _MOST_ROWS:
                self._add(self.invisibleRootItem(), "…", self.tr("There are more parts."))
                break
            depth = min(row.part.depth, _DEEPEST, len(above) - 1)
            del above[depth + 1 :]
            above.append(self._add(above[depth], self._words.part(row.part), row.text))
        self.expandAll()

    def rows(self) -> list[tuple[str, str]]:
        """Everything in the tree, from top to bottom."""
        every = QTreeWidgetItemIterator(self)
        found: list[tuple[str, str]] = []
        item: QTreeWidgetItem | None = every.value()
        while item is not None:
            found.append((item.text(0), item.text(1)))
            every += 1
            item = every.value()
        return found

    def _add(self, above: QTreeWidgetItem, kind: str, text: str) -> QTreeWidgetItem:
        shown = neutral(text[:_LONGEST])
        item = QTreeWidgetItem(above, [kind, shown])
        item.setToolTip(1, plain_tip(shown))
        return item
