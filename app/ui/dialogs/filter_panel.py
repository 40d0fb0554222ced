"""The conditions of the dialog list, one below the other. Says what was chosen; filters nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QWidget,
)

from app.domain.dialog import DialogState
from app.domain.dialog_filter import CrmState, DialogFilter
from app.domain.links import neutral
from app.ui.dialogs.filter_several import Several
from app.ui.dialogs.filter_words import FilterWords
from app.ui.style import Theme
from app.ui.widgets import label

_OWN = -1  # a number of minutes that a person types
_MINUTES = (0, 2, 5, _OWN)


class One(QComboBox):
    """One value of several. Qt would hand out an enumeration as a plain text: values stay here."""

    def __init__(self, rows: Iterable[tuple[str, object]]) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values: list[Any] = []
        for text, value in rows:
            self.addItem(text)
            self._values.append(value)

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def choose(self, value: object) -> None:
        """Choose it; the first one, if it is not there."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class FilterPanel(QWidget):
    """`changed` with the new conditions."""

    changed = Signal(object)  # DialogFilter
    order_changed = Signal(bool)  # by wait

    def __init__(self, theme: Theme, words: FilterWords) -> None:
        super().__init__()
        self._words = words
        self._filter = DialogFilter()
        self.lines = Several(theme, self.tr("Line"))
        self.connectors = Several(theme, self.tr("Connector"))
        self.operators = Several(theme, self.tr("Operator"))
        self.state = One([(self.tr("Any"), None), *((words.state(s), s) for s in DialogState)])
        self.crm = One([(self.tr("Any"), None), *((words.crm(c), c) for c in CrmState)])
        self.waiting = One([(self._minutes_text(each), each) for each in _MINUTES])
        self.minutes = QSpinBox()
        self.minutes.lineEdit().setTextMargins(6, 0, 6, 0)
        self.minutes.setRange(1, 100_000)
        self.minutes.setValue(10)
        self.minutes.hide()
        self.unread = QCheckBox(self.tr("With new messages only"))
        self.order = One([(self.tr("By wait"), True), (self.tr("Newest first"), False)])
        self._arrange()
        self._wire()

    def set_names(
        self, lines: dict[int, str], connectors: Iterable[str], operators: dict[str, str]
    ) -> None:
        """What there is to choose from."""
        self.lines.set_names(dict(lines))
        self.connectors.set_names({each: neutral(each) for each in connectors})
        self.operators.set_names(dict(operators))

    def show_filter(self, shown: DialogFilter, *, by_wait: bool) -> None:
        """Show what is active, without telling anybody."""
        self._filter = shown
        self.blockSignals(True)
        self.lines.set_values(shown.lines)
        self.connectors.set_values(shown.connectors)
        self.operators.set_values(shown.operators)
        self.state.choose(shown.state)
        self.crm.choose(shown.crm)
        self.order.choose(by_wait)
        minutes = shown.waiting // 60
        own = minutes not in _MINUTES or not self.minutes.isHidden()
        self.waiting.choose(_OWN if own and minutes else minutes)
        if minutes:
            self.minutes.setValue(minutes)
        self.minutes.setVisible(self.waiting.value == _OWN)
        self.unread.setChecked(shown.unread)
        self.blockSignals(False)

    def _minutes_text(self, minutes: int) -> str:
        if minutes == 0:
            return self.tr("Any")
        return self.tr("over … minutes") if minutes == _OWN else self._words.waiting(minutes * 60)

    def _on_waiting(self) -> None:
        own = self.waiting.value == _OWN
        self.minutes.setVisible(own)
        minutes = self.minutes.value() if own else self.waiting.value
        self._tell(replace(self._filter, waiting=minutes * 60))

    def _tell(self, fresh: DialogFilter) -> None:
        if fresh != self._filter and not self.signalsBlocked():
            self._filter = fresh
            self.changed.emit(fresh)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(12, 4, 12, 8)
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        waiting = QWidget()
        row = QHBoxLayout(waiting)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.waiting, 1)
        row.addWidget(self.minutes)
        for name, control, focus in (
            (self.tr("Line"), self.lines, self.lines),
            (self.tr("Connector"), self.connectors, self.connectors),
            (self.tr("Operator"), self.operators, self.operators),
            (self.tr("State"), self.state, self.state),
            (self.tr("Waiting"), waiting, self.waiting),
            (self.tr("CRM"), self.crm, self.crm),
            (self.tr("Order"), self.order, self.order),
        ):
            shown = label(name, "body", "text2")
            shown.setBuddy(focus)
            if isinstance(focus, QComboBox):
                focus.setAccessibleName(name)
            form.addRow(shown, control)
        self.minutes.setAccessibleName(self.tr("Minutes"))
        form.addRow(self.unread)

    def _wire(self) -> None:
        self.lines.chosen.connect(
            lambda: self._tell(replace(self._filter, lines=self.lines.values))
        )
        self.connectors.chosen.connect(
            lambda: self._tell(replace(self._filter, connectors=self.connectors.values))
        )
        self.operators.chosen.connect(
            lambda: self._tell(replace(self._filter, operators=self.operators.values))
        )
        self.state.currentIndexChanged.connect(
            lambda _: self._tell(replace(self._filter, state=self.state.value))
        )
        self.crm.currentIndexChanged.connect(
            lambda _: self._tell(replace(self._filter, crm=self.crm.value))
        )
        self.waiting.currentIndexChanged.connect(lambda _: self._on_waiting())
        self.minutes.valueChanged.connect(lambda _: self._on_waiting())
        self.unread.toggled.connect(lambda on: self._tell(replace(self._filter, unread=on)))
        self.order.currentIndexChanged.connect(lambda _: self.order_changed.emit(self.order.value))
