"""The settings of targets: how soon customers are answered, on all lines or on one."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.domain.service_levels import LONGEST, Levels
from app.domain.spans import read_span
from app.ui.alerts.figure_field import FigureField
from app.ui.alerts.levels_presenter import LevelsPresenter
from app.ui.alerts.span_words import SpanWords
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, Switch, label


class _Typed(NamedTuple):
    levels: Levels | None
    wrong: dict[str, str]


class LevelsBlock(QWidget):
    """What was typed stays until it is kept or another line is shown."""

    def __init__(self, theme: Theme, presenter: LevelsPresenter) -> None:
        super().__init__()
        self.presenter, self._spans = presenter, SpanWords(self)
        self.line = QComboBox()
        self.line.setAccessibleName(self.tr("Targets of"))
        self.own = Switch(theme, self.tr("This line has targets of its own"))
        self.shown = Switch(theme, self.tr("Show notifications of this line"))
        self.by_hours = Switch(theme, self.tr("Count only the working hours of the line"))
        hint = self.tr("For example 2 min or 90 s; empty for no target")
        self.fields = {
            "first_answer_s": FigureField(theme, self.tr("First answer within"), hint),
            "next_answer_s": FigureField(theme, self.tr("Next answer within"), hint),
            "resolution_s": FigureField(theme, self.tr("Dialog finished within"), hint),
            "warn_share": FigureField(theme, self.tr("Warn when so much has passed, %"), "1 – 100"),
        }
        self.save = Button(theme, self.tr("Keep these targets"), "normal")
        self.said = label("", "small", "success")
        self.error = ErrorPanel(theme, dismissable=True)
        self._written: Levels | None = None
        self._arrange()
        self._wire()
        self._show()

    def _show(self) -> None:
        presenter = self.presenter
        self._show_lines()
        self.own.setVisible(bool(presenter.line))
        self.shown.setVisible(bool(presenter.line))
        _check(self.own, presenter.has_own)
        _check(self.shown, presenter.line not in presenter.rules.muted_lines)
        for part in (*self.fields.values(), self.by_hours, self.save):
            part.setEnabled(presenter.has_own)
        if presenter.levels != self._written:
            self._write(presenter.levels)

    def _show_lines(self) -> None:
        lines = [(0, self.tr("All lines without targets of their own")), *self.presenter.lines]
        names = [(number, neutral(name)) for number, name in lines]
        shown = range(self.line.count())
        if names == [(self.line.itemData(i), self.line.itemText(i)) for i in shown]:
            return
        self.line.blockSignals(True)
        self.line.clear()
        for number, name in names:
            self.line.addItem(name, number)
        self.line.setCurrentIndex(max(0, self.line.findData(self.presenter.line)))
        self.line.blockSignals(False)

    def _write(self, levels: Levels) -> None:
        self._written = levels
        for name, field in self.fields.items():
            value = getattr(levels, name)
            share = f"{round(value * 100)}" if name == "warn_share" else self._spans.written(value)
            field.edit.setText(share)
            field.set_problem("")
        _check(self.by_hours, levels.by_hours)

    def _on_line(self) -> None:
        self._written = None
        self.said.clear()
        self.error.clear()
        self.presenter.choose(int(self.line.currentData() or 0))

    def _on_save(self) -> None:
        typed = self._typed()
        for name, field in self.fields.items():
            field.set_problem(typed.wrong.get(name, ""))
        self.said.clear()
        if typed.levels is not None:
            self.presenter.keep(typed.levels)
        else:
            self.fields[next(iter(typed.wrong))].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> _Typed:
        wrong: dict[str, str] = {}
        spans: dict[str, int] = {}
        for name, field in self.fields.items():
            if name == "warn_share":
                continue
            seconds = read_span(field.edit.text())
            if seconds is None or seconds > LONGEST:
                wrong[name] = self.tr("A time such as 2 min, 90 s or 24 h, at most 30 days")
            else:
                spans[name] = seconds
        share = self.fields["warn_share"].edit.text().strip().removesuffix("%").strip()
        if not share.isdecimal() or not 1 <= int(share) <= 100:
            wrong["warn_share"] = self.tr("A whole number from 1 to 100")
        if wrong:
            return _Typed(None, wrong)
        by_hours = self.by_hours.isChecked()
        return _Typed(Levels(**spans, warn_share=int(share) / 100, by_hours=by_hours), wrong)

    def _on_kept(self) -> None:
        self.error.clear()
        self.said.setText(self.tr("Kept"))

    def _wire(self) -> None:
        presenter = self.presenter
        presenter.changed.connect(self._show)
        presenter.kept.connect(self._on_kept)
        presenter.failed.connect(self.error.show_error)
        self.line.currentIndexChanged.connect(lambda _: self._on_line())
        self.own.toggled.connect(presenter.set_own)
        self.shown.toggled.connect(lambda on: presenter.mute_line(not on))
        self.save.clicked.connect(self._on_save)
        for field in self.fields.values():
            field.edit.returnPressed.connect(self._on_save)
            field.edit.textEdited.connect(lambda _: self.said.clear())

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.line, self.own, self.shown):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(grid)
        column.addWidget(self.by_hours)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.save)
        row.addWidget(self.said)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.error)


def _check(switch: Switch, on: bool) -> None:
    """Show it without telling anybody."""
    switch.blockSignals(True)
    switch.setChecked(on)
    switch.blockSignals(False)
    switch.update()
