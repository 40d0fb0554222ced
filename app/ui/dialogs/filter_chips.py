"""What narrows the list, each with a cross; and what an empty list says."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.dialogs.filter_words import FilterWords
from app.ui.emptying import take_all
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconButton, label

_SIDE, _GAP = 12, 4


class Part(NamedTuple):
    """Something that narrows: its name, its words, how many dialogs there are without it."""

    name: str
    text: str
    without: int = 0


class Chip(QFrame):
    """One part and the button that removes it."""

    def __init__(self, theme: Theme, part: Part, removal: str) -> None:
        super().__init__()
        self.setProperty("card", "accent")
        self.text = ElidedLabel(part.text, "small")
        self.button = IconButton(theme, "close", removal, size=12)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.text)
        row.addWidget(self.button)


class Chips(QWidget):
    """As many beside each other as there is room for. Hidden when nothing narrows."""

    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        #: What the keyboard leaves before it comes to the chips, where somebody tells it.
        self.before: QWidget | None = None
        self._shown: tuple[Part, ...] = ()
        self.chips: dict[str, Chip] = {}
        self.hide()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """What narrows now. The keyboard goes on to the chip that is left."""
        if tuple(parts) == self._shown:
            return
        self._shown = tuple(parts)
        had_keyboard = any(chip.button.hasFocus() for chip in self.chips.values())
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips = {part.name: self._chip(part) for part in parts}
        before = self.before
        for chip in self.chips.values():
            chip.show()
            if before is not None:
                QWidget.setTabOrder(before, chip.button)
                before = chip.button
        self.setVisible(bool(self.chips))
        self._flow()
        if had_keyboard and self.chips:
            next(iter(self.chips.values())).button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer fit into a line."""
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        room, left, top, height = self.width() - _SIDE, _SIDE, 0, 0
        for chip in self.chips.values():
            wanted = chip.sizeHint()
            width, height = min(wanted.width(), room - _SIDE), wanted.height()
            if left > _SIDE and left + width > room:
                left, top = _SIDE, top + height + _GAP
            chip.setGeometry(left, top, width, height)
            left += width + _GAP
        self.setFixedHeight(top + height + 8)

    def _chip(self, part: Part) -> Chip:
        removal = self.tr("Remove the filter “{part}”").format(part=part.text)
        chip = Chip(self._theme, part, removal)
        chip.setParent(self)
        chip.button.clicked.connect(lambda: self.removed.emit(part.name))
        return chip


class NothingPasses(QScrollArea):
    """In place of the list: how many there are without which part, and the ways out."""

    removed = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme, words: FilterWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = label(self.tr("No dialog passes the filter"), "strong", wrap=True)
        self.clear = Button(theme, self.tr("Clear all filters"))
        self.clear.clicked.connect(self.cleared)
        self.rows: dict[str, Button] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(16)
        column.addWidget(self.title)
        column.addWidget(self.clear)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.setWidget(inner)

    def texts(self) -> list[str]:
        """Every sentence, for a screen reader and for tests."""
        return [self.title.text(), *(row.accessibleDescription() for row in self.rows.values())]

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Say of each part what taking it away would show; those that help come first."""
        for old in take_all(self._rows):
            old.hide()
            old.deleteLater()
        self.rows = {}
        for part in sorted(parts, key=lambda each: -each.without):
            self._rows.addWidget(self._row(part))

    def _row(self, part: Part) -> QWidget:
        told = self._words.without(part.without)
        remove = self.rows[part.name] = Button(self._theme, self.tr("Remove"), "link")
        remove.setAccessibleName(self.tr("Remove the filter “{part}”").format(part=part.text))
        remove.setAccessibleDescription(f"{part.text}: {told}")
        remove.clicked.connect(lambda: self.removed.emit(part.name))
        row, said = QWidget(), QVBoxLayout()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(ElidedLabel(part.text))
        said.addWidget(ElidedLabel(told, "small", "text2"))
        line.addLayout(said, 1)
        line.addWidget(remove)
        return row
