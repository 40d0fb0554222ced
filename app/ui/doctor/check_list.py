"""The checks, group by group, in two columns or one. Arrow keys move, Enter opens."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.doctor import Check, Finding, Group, Verdict
from app.ui.doctor.accessible import install
from app.ui.doctor.check_item import CheckItem
from app.ui.doctor.words import DoctorWords
from app.ui.style import Theme, dress
from app.ui.widgets import label, line

_NAMES, _NAMES_NARROW = 148, 104
_TWO_COLUMNS = 720
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


class GroupBox(QWidget):
    """A station: its name and how it came out at the left, its checks at the right."""

    def __init__(self, name: str, items: Sequence[CheckItem]) -> None:
        super().__init__()
        self._items, self._columns = items, 0
        self.setAccessibleName(name)
        self.name = label(name, "strong", wrap=True)
        self.tally = label("", "small", "text2", wrap=True)
        names = QVBoxLayout()
        names.setContentsMargins(0, 4, 8, 0)
        names.setSpacing(2)
        names.addWidget(self.name)
        names.addWidget(self.tally)
        names.addStretch(1)
        self._names = QWidget()
        self._names.setLayout(names)
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(0)
        row.addWidget(self._names)
        row.addLayout(self.grid, 1)
        for item in items:
            item.toggled.connect(lambda _: self._lay_out())

    def set_columns(self, columns: int, names: int) -> None:
        """How many checks stand side by side, and how wide the names are."""
        self._names.setFixedWidth(names)
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def show_tally(self, text: str, tone: str) -> None:
        """How the group came out."""
        self.tally.setText(text)
        dress(self.tally, tone=tone)

    def _lay_out(self) -> None:
        """An opened check has a row of its own; the others go on below it."""
        for item in self._items:
            self.grid.removeWidget(item)  # an item that is only taken keeps measuring its widget
        for column in range(2):
            self.grid.setColumnStretch(column, 1 if column < self._columns else 0)
        row = column = 0
        for item in self._items:
            if item.is_open and column:
                row, column = row + 1, 0
            span = self._columns if item.is_open else 1
            self.grid.addWidget(item, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
            if column >= self._columns:
                row, column = row + 1, 0


class CheckList(QWidget):
    """One of its rows is reached by Tab, the others by arrows."""

    fix_wanted = Signal(str)
    call_wanted = Signal(object)  # a Proof
    moved = Signal(object)  # the row that has the keyboard

    def __init__(self, theme: Theme, words: DoctorWords, checks: Sequence[Check]) -> None:
        super().__init__()
        install()
        self._words = words
        self.setAccessibleName(self.tr("Checks"))
        self.items = {check.key: CheckItem(theme, words, check.key) for check in checks}
        self.groups: dict[Group, GroupBox] = {}
        self._checks = checks
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for group in dict.fromkeys(check.group for check in checks):
            mine = [self.items[check.key] for check in checks if check.group is group]
            self.groups[group] = GroupBox(words.group(group), mine)
            self._column.addWidget(line())
            self._column.addWidget(self.groups[group])
        self._column.addStretch(1)
        for key, item in self.items.items():
            item.fix_wanted.connect(lambda key=key: self.fix_wanted.emit(key))
            item.call_wanted.connect(self.call_wanted)
            item.row.clicked.connect(lambda _, item=item: self._make_current(item))
        self._current = next(iter(self.items), "")
        self._rove()

    def open_only(self, key: str) -> None:
        """Close everything but one; "" closes everything."""
        for item in self.items.values():
            item.open(item.key == key)
        if key:
            self._make_current(self.items[key])

    def opened(self) -> list[str]:
        """The keys of the opened checks."""
        return [key for key, item in self.items.items() if item.is_open]

    def focus_check(self, key: str) -> None:
        """The keyboard goes to a check."""
        self._make_current(self.items[key])
        self.items[key].row.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tallies(self, findings: Sequence[Finding]) -> None:
        """How each group came out."""
        for group, box in self.groups.items():
            mine = [each for each in findings if each.check.group is group]
            box.show_tally(self._words.tally(mine), _tone(mine))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Along the way of the message, in order."""
        rows = list(self.items)
        place = rows.index(self._current) if self._current in rows else 0
        key = Qt.Key(event.key())
        if key in _STEPS:
            place = min(max(place + _STEPS[key], 0), len(rows) - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if key == Qt.Key.Key_Home else len(rows) - 1
        else:
            super().keyPressEvent(event)
            return
        self.focus_check(rows[place])
        self.moved.emit(self.items[rows[place]].row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS
        for box in self.groups.values():
            box.set_columns(2 if wide else 1, names_width(self.width()))

    def _make_current(self, item: CheckItem) -> None:
        self._current = item.key
        self._rove()

    def _rove(self) -> None:
        for key, item in self.items.items():
            mine = key == self._current
            if mine:
                self.setFocusProxy(item.row)
            item.row.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if mine else Qt.FocusPolicy.ClickFocus
            )


def names_width(width: int) -> int:
    """How much of that width the names of groups have."""
    return _NAMES if width >= _TWO_COLUMNS else _NAMES_NARROW


def _tone(findings: Sequence[Finding]) -> str:
    found = {each.verdict for each in findings}
    if Verdict.FAILED in found:
        return "danger"
    if Verdict.WARNING in found:
        return "warning"
    return "success" if found == {Verdict.PASSED} else "text2"
