"""Controls of a line's settings: one class for all kinds, a text, a switch, a choice, days."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.domain.line_fields import DAYS, Field, Kind
from app.domain.line_rules import Typed
from app.ui.lines.field_words import choice_of, day_of
from app.ui.style import Theme
from app.ui.widgets import Switch

_MONO = (Kind.CODE, Kind.CLOCK, Kind.NUMBER, Kind.HOLIDAYS, Kind.ZONE)
_LINE = 32
_WIDTHS = {Kind.NUMBER: 120, Kind.CLOCK: 96, Kind.CODE: 200, Kind.ZONE: 260}


class Choice(QComboBox):
    """A list of choices that the wheel leaves alone, since it stands in a page that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls."""
        event.ignore()


class LongText(QPlainTextEdit):
    """Several lines of text; Tab goes to the next control."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(76)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is done."""
        super().focusOutEvent(event)
        self.left.emit()


class _Days(QWidget):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        self.boxes = {code: QCheckBox(day_of(code)) for code in DAYS}
        for box in self.boxes.values():
            box.clicked.connect(self.changed)
            row.addWidget(box)
        row.addStretch(1)
        self.line = self.boxes["MO"]

    def chosen(self) -> tuple[str, ...]:
        return tuple(code for code, box in self.boxes.items() if box.isChecked())


class _Narrow(QWidget):
    """A short field at the left of its room, with its hint over the whole width."""

    def __init__(self, line: QLineEdit, width: int) -> None:
        super().__init__()
        self.line = line
        line.setFixedWidth(width)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line)
        row.addStretch(1)


class Control(QObject):
    """The widget of one setting. `edited` follows the person alone, never `show_value`."""

    edited = Signal()
    left = Signal()

    def __init__(self, theme: Theme, field: Field) -> None:
        super().__init__()
        self._field = field
        self._input = self._made(theme)
        self._input.installEventFilter(self)
        self.widget: QWidget = self._input
        if isinstance(self._input, QLineEdit) and field.kind in _WIDTHS:
            self.widget = _Narrow(self._input, _WIDTHS[field.kind])

    def value(self) -> Typed:
        """What stands in it."""
        widget = self._input
        if isinstance(widget, Switch):
            return widget.isChecked()
        if isinstance(widget, Choice):
            return str(widget.currentData() or "")
        if isinstance(widget, LongText):
            return widget.toPlainText()
        return widget.chosen() if isinstance(widget, _Days) else widget.text()

    def show_value(self, typed: Typed) -> None:
        """Show a value, unless it stands there already: the cursor keeps its place."""
        if self.value() == typed and not isinstance(self._input, Choice):
            return
        blocked = self._input.blockSignals(True)
        self._fill(typed)
        self._input.blockSignals(blocked)

    def set_read_only(self, read_only: bool) -> None:
        """It can be read, selected and copied, but not changed."""
        if isinstance(self._input, QLineEdit | LongText):
            self._input.setReadOnly(read_only)
        else:
            self._input.setEnabled(not read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A choice or a switch is left with the keyboard as a text is."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QComboBox | Switch):
            self.left.emit()
        return super().eventFilter(watched, event)

    def _fill(self, typed: Typed) -> None:
        widget = self._input
        if isinstance(widget, Switch):
            widget.setChecked(typed is True)
            widget.update()
        elif isinstance(widget, Choice):
            self._choose(widget, str(typed))
        elif isinstance(widget, LongText):
            widget.setPlainText(str(typed))
        elif isinstance(widget, _Days):
            days = typed if isinstance(typed, tuple) else ()
            for code, box in widget.boxes.items():
                box.setChecked(code in days)
        else:
            widget.setText(str(typed))
            widget.setCursorPosition(0)

    def _choose(self, box: Choice, value: str) -> None:
        """A value that nobody knows is offered as it is: choosing nothing would change it."""
        if box.findData(value) < 0:
            box.addItem(choice_of(self._field.name, value) or "—", value)
        box.setCurrentIndex(box.findData(value))

    def _made(self, theme: Theme) -> "Switch | Choice | LongText | _Days | QLineEdit":
        kind = self._field.kind
        if kind is Kind.FLAG:
            switch = Switch(theme, "")
            switch.setMinimumHeight(_LINE)  # as high as its label
            switch.toggled.connect(self.edited)
            return switch
        if kind is Kind.CHOICE:
            return self._choice(self._field.choices)
        if kind is Kind.TEXT:
            text = LongText()
            text.textChanged.connect(self.edited)
            text.left.connect(self.left)
            return text
        if kind is Kind.DAYS:
            days = _Days()
            days.changed.connect(self.edited)
            return days
        return self._line(kind, theme)

    def _choice(self, choices: Sequence[str]) -> Choice:
        box = Choice()
        for value in choices:
            box.addItem(choice_of(self._field.name, value), value)
        box.currentIndexChanged.connect(self.edited)
        return box

    def _line(self, kind: Kind, theme: Theme) -> QLineEdit:
        line = QLineEdit()
        if kind in _MONO:
            line.setProperty("mono", "true")
        if kind is Kind.ZONE:
            line.setCompleter(_zones(line, theme))
            # Queued: the completer writes its word into the line in the same signal.
            line.completer().activated.connect(self.edited, Qt.ConnectionType.QueuedConnection)
        line.textEdited.connect(self.edited)
        line.editingFinished.connect(self.left)
        return line


def _zones(parent: QLineEdit, theme: Theme) -> QCompleter:
    from zoneinfo import available_timezones

    completer = QCompleter(sorted(available_timezones()), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = completer.popup()
    if popup is not None:  # Qt makes it, as a window of its own
        theme.look_after(popup)
    return completer
