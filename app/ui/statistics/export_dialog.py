"""The window that exports statistics: which days and lines, in which form, where to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.links import neutral
from app.services.statistics_export import observed_path
from app.ui import prompts
from app.ui.dialogs.filter_several import Several
from app.ui.export.frame import ExportFrame
from app.ui.statistics.export_presenter import CSV, XLSX, StatisticsExportPresenter, Writer
from app.ui.statistics.tab import Shown
from app.ui.style import Theme
from app.ui.widgets import FormField, label

_SIZE, _NAME = (560, 440), "statistics"


class StatisticsExportDialog(ExportFrame):
    """See the frame."""

    presenter: StatisticsExportPresenter

    def __init__(self, parent: QWidget, theme: Theme, writer: Writer, shown: Shown) -> None:
        super().__init__(parent, theme)
        self.presenter = StatisticsExportPresenter(writer, shown.period, self)
        self.offer(self.tr("Export statistics"), [(CSV, "CSV"), (XLSX, "XLSX")])
        self.resize(*_SIZE)
        hint = self.tr("For example 2026-07-14, or 14.7.")
        first, last = self.presenter.days
        self.typed = QLineEdit(first.isoformat()), QLineEdit(last.isoformat())
        self.first = FormField(theme, self.tr("First day"), self.typed[0], hint)
        self.last = FormField(theme, self.tr("Last day"), self.typed[1], hint)
        self.lines = Several(theme, self.tr("Lines"), self.tr("All lines"))
        self.lines.set_names(shown.names)
        self.lines.set_values(shown.lines)
        self.bar.setRange(0, 0)
        self.arrange()
        self.wire()
        self.show_state()

    def days(self) -> tuple[date, date] | None:
        """The days that are typed; None, with words at the field, when they are none."""
        first, last = (self.presenter.day(each.text()) for each in self.typed)
        no_day = self.tr("This is no day.")
        self.first.set_problem("" if first else no_day)
        self.last.set_problem("" if last else no_day)
        if first is None or last is None:
            return None
        if last < first:
            self.last.set_problem(self.tr("The last day is before the first one."))
            return None
        return first, last

    def ask_file(self) -> None:
        """Ask where to, then write. Days that are none come first."""
        if self.days() is None:
            wrong = self.first if self.first.problem() else self.last
            wrong.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.ask_path(_NAME, self.form.choice.upper())

    def write(self, path: str) -> None:
        """Write what is chosen to this file."""
        self.forget_outcome()
        days = self.days()
        if days is not None:
            chosen = (days, self.lines.values, self.form.choice)
            nameless = self.tr("Customer {id}")
            self.presenter.export(path, *chosen, nameless=nameless, may_replace=self._may_replace)

    async def _may_replace(self, beside: Path) -> bool:
        """The question for the file itself was about the other one."""
        title = self.tr("Replace {name}?").format(name=neutral(beside.name))
        text = self.tr("What was observed would be written into this file, which is there already.")
        return await prompts.ask(self, title, text, self.tr("Replace"), danger=True)

    def show_state(self) -> None:
        """See the frame."""
        if self.form.choice == XLSX:
            about = self.tr("For spreadsheets: a workbook in which no text is a formula.")
            beside = self.tr("A sheet of its own tells which times were observed.")
        else:
            about = self.tr(
                "For spreadsheets. An apostrophe stands before what could be a formula."
            )
            beside = self.tr("A second file beside it, {name}, tells which times were observed.")
            beside = beside.format(name=observed_path(Path(f"{_NAME}.{CSV}")).name)
        self.about.setText(f"{about} {beside}")
        self.show_busy(self.first, self.last, self.lines, self.form)

    def _on_written(self, rows: int, path: str) -> None:
        many = self.tr("%n session(s)", "", rows)
        text = self.tr("{sessions} written to {path}.")
        self.tell_written(text.format(sessions=many, path=neutral(path)))

    def fill(self, column: QVBoxLayout) -> None:
        """See the frame."""
        what = self.tr("One row for each session: ids, link, customer, operator, times, rating.")
        column.addWidget(label(what, "body", "text2", wrap=True))
        days = QHBoxLayout()
        days.setSpacing(16)
        days.addWidget(self.first, 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(self.last, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(days)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        name = label(self.tr("Lines"), "strong", "text2")
        name.setBuddy(self.lines)
        lines.addWidget(name)
        lines.addWidget(self.lines)
        column.addLayout(lines)
        column.addLayout(self.form_row())
        for part in (self.error, self.written, self.bar):
            column.addWidget(part)
        column.addStretch(1)

    def wire(self) -> None:
        """See the frame."""
        super().wire()
        for field, typed in zip((self.first, self.last), self.typed, strict=True):
            typed.textEdited.connect(lambda _, field=field: field.set_problem(""))
            typed.editingFinished.connect(self.days)
        self.presenter.written.connect(self._on_written)
