"""Asks for the first and the last of some days, typed as people type them."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.moments import parse_moment
from app.ui.style import Theme
from app.ui.widgets import Button, FormField, label

_WIDTH = 440


class DaysDialog(QDialog):
    """`now` is the time where the person is; what is wrong is told at its field."""

    def __init__(
        self, parent: QWidget, theme: Theme, days: tuple[date, date], now: datetime
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Other days"))
        self.setFixedWidth(_WIDTH)
        self._now, self.days = now.replace(tzinfo=None), days
        hint = self.tr("For example 2026-07-14, or 14.7.")
        self.typed = QLineEdit(days[0].isoformat()), QLineEdit(days[1].isoformat())
        self.first = FormField(theme, self.tr("First day"), self.typed[0], hint)
        self.last = FormField(theme, self.tr("Last day"), self.typed[1], hint)
        self.confirm = Button(theme, self.tr("Show these days"), "primary")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self.reject)
        self._arrange()

    def _on_confirmed(self) -> None:
        first, last = (parse_moment(each.text(), self._now) for each in self.typed)
        wrong = {self.first: self._problem(first), self.last: self._problem(last)}
        if first is not None and last is not None and last.date() < first.date():
            wrong[self.last] = self.tr("The last day is before the first one.")
        for field, problem in wrong.items():
            field.set_problem(problem)
        found = [field for field, problem in wrong.items() if problem]
        if found:
            found[0].line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first is not None and last is not None:
            self.days = first.date(), last.date()
            self.accept()

    def _problem(self, day: datetime | None) -> str:
        if day is None:
            return self.tr("This is no day.")
        return self.tr("This day has not come yet") if day.date() > self._now.date() else ""

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.confirm)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Other days"), "title"))
        column.addWidget(self.first)
        column.addWidget(self.last)
        column.addLayout(buttons)
