"""What needs somebody's attention now, the worst first, each with the way to mend it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.statistics.cards import Card
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, IconLabel

#: So many have room; of the others their number is told.
MOST = 6


@dataclass(frozen=True, slots=True)
class Item:
    """`key` tells it from others; `way` is the word on its link, `page` and `payload` where it
    leads.
    """

    key: str
    text: str
    tone: str
    icon: str
    way: str
    page: str
    payload: object = None


class Items(NamedTuple):
    """Those that have room, and how many there are."""

    rows: Sequence[Item] = ()
    total: int = 0


class Attention(Card):
    """Rows stay while only their words change, so that the keyboard stays where it is."""

    go = Signal(str, object)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("")
        self._theme = theme
        self.title.setText(self.tr("Needs attention"))
        self.more = Button(theme, "", "link")
        self.more.clicked.connect(self.all_wanted)
        self.rows: dict[str, Row] = {}
        self.column.addWidget(self.more)

    def show_items(self, items: Items, *, partly: bool = False) -> None:
        """Other items. `partly`: not all dialogs are known."""
        shown = {each.key: each for each in items.rows}
        if list(shown) != list(self.rows):
            self._make(shown)
        for key, item in shown.items():
            self.rows[key].show_item(item)
        nothing = self.tr("Nothing is late.")
        if partly:
            nothing = self.tr("Nothing is late among the dialogs that are known here.")
        self.say_nothing("" if items.total else nothing)
        rest = items.total - len(items.rows)
        self.more.setVisible(rest > 0)
        self.more.setText(self.tr("Show %n more", "", rest))

    def _make(self, shown: dict[str, Item]) -> None:
        kept = {key: row for key, row in self.rows.items() if key in shown}
        for key, row in self.rows.items():
            self.column.removeWidget(row)
            if key not in kept:
                row.hide()
                row.deleteLater()
        self.rows = {key: kept.get(key) or Row(self._theme, self._leave) for key in shown}
        for place, row in enumerate(self.rows.values()):
            self.column.insertWidget(2 + place, row)

    def _leave(self, item: Item) -> None:
        self.go.emit(item.page, item.payload)


class Row(QWidget):
    """An icon, words, a link."""

    def __init__(self, theme: Theme, leave: Callable[[Item], None]) -> None:
        super().__init__()
        self._item: Item | None = None
        self._leave = leave
        self.icon = IconLabel(theme, "clock")
        self.text = ElidedLabel()
        self.link = Button(theme, "", "link")
        self.link.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.link)

    def show_item(self, item: Item) -> None:
        """Other words."""
        if item == self._item:
            return
        before, self._item = self._item, item
        self.text.setText(item.text)
        if before is None or (before.icon, before.tone) != (item.icon, item.tone):
            self.icon.set_icon(item.icon, item.tone)
        self.link.setText(item.way)
        self.link.setAccessibleName(f"{item.way}: {item.text}")

    def _on_clicked(self) -> None:
        if self._item is not None:
            self._leave(self._item)
