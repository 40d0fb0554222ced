"""The window that exports statistics: which days and lines, in which form, where to."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.links import neutral
from app.services.statistics_export import observed_path
from app.ui import prompts
from app.ui.dialogs.filter_several import Several
from app.ui.errors import explain
from app.ui.statistics.export_presenter import CSV, XLSX, StatisticsExportPresenter, Writer
from app.ui.statistics.tab import Shown
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Note, Segments, label

_SIZE, _NAME = (560, 440), "statistics.{}"


class StatisticsExportDialog(QDialog):
    """Not modal: the window behind it can be used. Closing it gives up what is being written."""

    def __init__(self, parent: QWidget, theme: Theme, writer: Writer, shown: Shown) -> None:
        super().__init__(parent)
        self.presenter = StatisticsExportPresenter(writer, shown.period, self)
        self.setWindowTitle(self.tr("Export statistics"))
        self.resize(*_SIZE)
        hint = self.tr("For example 2026-07-14, or 14.7.")
        first, last = self.presenter.days
        self.typed = QLineEdit(first.isoformat()), QLineEdit(last.isoformat())
        self.first = FormField(theme, self.tr("First day"), self.typed[0], hint)
        self.last = FormField(theme, self.tr("Last day"), self.typed[1], hint)
        self.lines = Several(theme, self.tr("Lines"), self.tr("All lines"))
        self.lines.set_names(shown.names)
        self.lines.set_values(shown.lines)
        self.form = Segments(theme, self.tr("Form"), [(CSV, "CSV"), (XLSX, "XLSX")])
        self.about = label("", "small", "text2", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.error = ErrorPanel(theme)
        self.written = Note(theme, tone="accent")
        self.export = Button(theme, self.tr("Export…"), "primary", "download")
        self.cancel = Button(theme, self.tr("Cancel"), icon="stop")
        self.close_button = Button(theme, self.tr("Close"))
        self._arrange()
        self._wire()
        self._show()

    def days(self) -> tuple[date, date] | None:
        """The days that are typed; None, with words at the field, when they are none."""
        first, last = (self.presenter.day(each.text()) for each in self.typed)
        no_day = self.tr("This is no day")
        self.first.set_problem("" if first else no_day)
        self.last.set_problem("" if last else no_day)
        if first is None or last is None:
            return None
        if last < first:
            self.last.set_problem(self.tr("The last day is before the first one"))
            return None
        return first, last

    def ask_file(self) -> None:
        """Ask where to, then write. Days that are none come first."""
        if self.days() is None:
            wrong = self.first if self.first.problem() else self.last
            wrong.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        form = self.form.choice
        dialog = QFileDialog(self, self.tr("Export statistics"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.setNameFilters([f"{form.upper()} (*.{form})", self.tr("All files (*)")])
        dialog.selectFile(_NAME.format(form))
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: str) -> None:
        """Write what is chosen to this file."""
        self.error.clear()
        self.written.hide()
        days = self.days()
        if days is not None:
            chosen = (days, self.lines.values, self.form.choice)
            self.presenter.export(path, *chosen, self._may_replace)

    def done(self, result: int) -> None:
        """However it is closed."""
        self.presenter.cancel()
        super().done(result)

    async def leave(self) -> None:
        """Stop all work; the portal is being left."""
        await self.presenter.tasks.close()

    async def _may_replace(self, beside: Path) -> bool:
        """The question for the file itself was about the other one."""
        title = self.tr("Replace {name}?").format(name=neutral(beside.name))
        text = self.tr("What was observed would be written into this file, which is there already.")
        return await prompts.ask(self, title, text, self.tr("Replace"), danger=True)

    def _show(self) -> None:
        busy = self.presenter.is_busy
        if self.form.choice == XLSX:
            about = self.tr("For spreadsheets: a workbook in which no text is a formula.")
            beside = self.tr("A sheet of its own tells which times were observed.")
        else:
            about = self.tr(
                "For spreadsheets. An apostrophe stands before what could be a formula."
            )
            beside = self.tr("A second file beside it, {name}, tells which times were observed.")
            beside = beside.format(name=observed_path(Path(_NAME.format(CSV))).name)
        self.about.setText(f"{about} {beside}")
        for part in (self.first, self.last, self.lines, self.form):
            part.setEnabled(not busy)
        self.export.setVisible(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)

    def _on_written(self, rows: int, path: str) -> None:
        many = self.tr("%n session(s)", "", rows)
        text = self.tr("{sessions} written to {path}.")
        self.written.text.setText(text.format(sessions=many, path=neutral(path)))
        self.written.show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Export statistics"), "title"))
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
        form = QHBoxLayout()
        form.setSpacing(12)
        form.addWidget(self.form)
        form.addWidget(self.about, 1)
        column.addLayout(form)
        for part in (self.error, self.written, self.bar):
            column.addWidget(part)
        self.written.hide()
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.export, self.cancel, self.close_button):
            foot.addWidget(button)
        column.addLayout(foot)

    def _wire(self) -> None:
        presenter = self.presenter
        self.form.chosen.connect(lambda _: self._show())
        for field, typed in zip((self.first, self.last), self.typed, strict=True):
            typed.textEdited.connect(lambda _, field=field: field.set_problem(""))
            typed.editingFinished.connect(self.days)
        self.export.clicked.connect(self.ask_file)
        self.cancel.clicked.connect(presenter.cancel)
        self.close_button.clicked.connect(self.close)
        presenter.busy_changed.connect(lambda _: self._show())
        presenter.written.connect(self._on_written)
        presenter.failed.connect(lambda error: self.error.show_error(explain(error)))
