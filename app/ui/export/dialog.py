"""The window that exports transcripts: which dialogs, in which form, what is masked, where to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.dialog import Dialog, DialogId
from app.domain.links import neutral
from app.domain.masking import Mask
from app.domain.transcript_export import Format, Written
from app.ui.dialogs.list_words import ListWords
from app.ui.errors import explain
from app.ui.export.choice import DialogChoice, choice_list
from app.ui.export.presenter import UTC, ExportPresenter
from app.ui.export.words import ExportWords
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Note, Segments, label

if TYPE_CHECKING:
    from app.services.exporting import Exports

_SIZE = (640, 520)
#: Which dialogs.
OPEN, TICKED, SHOWN = "open", "ticked", "shown"


class ExportDialog(QDialog):
    """Not modal: the window behind it can be used. Closing it gives up what is being written."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        exports: "Exports",
        words: ListWords,
        *,
        dialogs: Sequence[Dialog],
        opened: Dialog | None,
    ) -> None:
        """`dialogs` are those that the list shows, in its order; `opened` is the open one."""
        super().__init__(parent)
        self._theme, self._words = theme, ExportWords(self)
        self._dialogs, self._opened = tuple(dialogs), opened
        self.presenter = ExportPresenter(exports, self)
        self.setWindowTitle(self.tr("Export transcripts"))
        self.resize(*_SIZE)
        self.which = Segments(theme, self.tr("Which dialogs"), self._scopes())
        self.choice = DialogChoice(dialogs, words, theme.metric("row_table"), self)
        self.list = choice_list(self.choice, self.tr("Dialogs to export"))
        forms = [(each.value, self._words.format(each)) for each in Format]
        self.form = Segments(theme, self.tr("Form"), forms)
        self.about = label("", "small", "text2", wrap=True)
        self.masks = {mask: QCheckBox(self._words.mask(mask)) for mask in Mask}
        self.zone = QComboBox()
        self.bar = QProgressBar()
        self.progress = label("", "small", "text2")
        self.error = ErrorPanel(theme)
        self.written = Note(theme, tone="accent")
        self.export = Button(theme, self.tr("Export…"), "primary", "download")
        self.cancel = Button(theme, self.tr("Cancel"), icon="stop")
        self.close_button = Button(theme, self.tr("Close"))
        self._arrange()
        self._wire()
        self._show()

    def chosen(self) -> tuple[DialogId, ...]:
        """What would be written."""
        if self.which.choice == SHOWN:
            return tuple(each.id for each in self._dialogs)
        if self.which.choice == TICKED:
            return self.choice.chosen()
        return (self._opened.id,) if self._opened is not None else ()

    def ask_file(self) -> None:
        """Ask where to, then write."""
        form = Format(self.form.choice)
        dialog = QFileDialog(self, self.tr("Export transcripts"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.value)
        ending = f"{self._words.format(form)} (*.{form.value})"
        dialog.setNameFilters([ending, self.tr("All files (*)")])
        dialog.selectFile(f"transcripts.{form.value}")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: str) -> None:
        """Write what is chosen to this file."""
        self.error.clear()
        self.written.hide()
        self.bar.setValue(0)
        masks = [mask for mask, box in self.masks.items() if box.isChecked()]
        form, zone = Format(self.form.choice), self.zone.currentText()
        self.presenter.export(path, form, self.chosen(), masks, zone)

    def done(self, result: int) -> None:
        """However it is closed."""
        self.presenter.cancel()
        super().done(result)

    async def leave(self) -> None:
        """Stop all work; the portal is being left."""
        await self.presenter.tasks.close()

    def _scopes(self) -> list[tuple[str, str]]:
        shown = self.tr("All in the list ({count})").format(count=len(self._dialogs))
        scopes = [(TICKED, self.tr("Several…")), (SHOWN, shown)]
        return [(OPEN, self.tr("The open dialog")), *scopes] if self._opened else scopes

    def _show(self) -> None:
        busy, form = self.presenter.is_busy, Format(self.form.choice)
        self.list.setVisible(self.which.choice == TICKED)
        self._spare.setVisible(self.which.choice != TICKED)
        self.about.setText(self._words.about(form))
        for part in (self.which, self.list, self.form, self.zone, *self.masks.values()):
            part.setEnabled(not busy)
        why = "" if self.chosen() else self.tr("No dialog is chosen")
        self.export.setEnabled(not busy and not why)
        self.export.setToolTip(why)
        self.export.setVisible(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)
        self.progress.setVisible(busy)

    def _on_progressed(self, done: int, of: int) -> None:
        self.bar.setValue(100 * done // max(of, 1))
        self.progress.setText(self._words.progress(done, of))

    def _on_written(self, written: Written, path: str) -> None:
        text = self._words.written(written.messages, written.dialogs, neutral(path))
        self.written.text.setText(text)
        self.written.show()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Export transcripts"), "title"))
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        form = QHBoxLayout()
        form.setSpacing(12)
        form.addWidget(self.form)
        form.addWidget(self.about, 1)
        column.addLayout(form)
        column.addWidget(label(self.tr("Take out of names, texts and files"), "strong", "text2"))
        masks = QHBoxLayout()
        masks.setSpacing(20)
        for box in self.masks.values():
            masks.addWidget(box)
        masks.addStretch(1)
        column.addLayout(masks)
        remark = self.tr(
            "Rules find them, not understanding: read the file before you give it away."
        )
        column.addWidget(label(remark, "small", "text3", wrap=True))
        names = dict.fromkeys((self.presenter.zone, UTC))
        self.zone.addItems(list(names))
        zone = FormField(self._theme, self.tr("Times in"), self.zone)
        zone.setMaximumWidth(260)
        column.addWidget(zone)
        for part in (self.error, self.written, self.bar, self.progress):
            column.addWidget(part)
        self.written.hide()
        self._spare = QWidget()
        column.addWidget(self._spare, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.export, self.cancel, self.close_button):
            foot.addWidget(button)
        column.addLayout(foot)

    def _wire(self) -> None:
        presenter = self.presenter
        self.which.chosen.connect(lambda _: self._show())
        self.form.chosen.connect(lambda _: self._show())
        self.choice.ticked.connect(self._show)
        self.export.clicked.connect(self.ask_file)
        self.cancel.clicked.connect(presenter.cancel)
        self.close_button.clicked.connect(self.close)
        presenter.busy_changed.connect(lambda _: self._show())
        presenter.progressed.connect(self._on_progressed)
        presenter.written.connect(self._on_written)
        presenter.failed.connect(lambda error: self.error.show_error(explain(error)))
