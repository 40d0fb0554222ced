"""The window that exports transcripts: which dialogs, in which form, what is masked, where to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.domain.dialog import Dialog, DialogId
from app.domain.links import neutral
from app.domain.masking import Mask
from app.domain.transcript_export import Format, Written
from app.ui.dialogs.list_words import ListWords
from app.ui.export.choice import DialogChoice, choice_list
from app.ui.export.frame import ExportFrame
from app.ui.export.presenter import UTC, ExportPresenter
from app.ui.export.words import ExportWords
from app.ui.style import Theme
from app.ui.widgets import FormField, Segments, label

if TYPE_CHECKING:
    from app.services.exporting import Exports

_SIZE = (640, 520)
#: Which dialogs.
OPEN, TICKED, SHOWN = "open", "ticked", "shown"


class ExportDialog(ExportFrame):
    """See the frame."""

    presenter: ExportPresenter

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
        super().__init__(parent, theme)
        self._words = ExportWords(self)
        self._dialogs, self._opened = tuple(dialogs), opened
        self.presenter = ExportPresenter(exports, self)
        forms = [(each.value, self._words.format(each)) for each in Format]
        self.offer(self.tr("Export transcripts"), forms)
        self.resize(*_SIZE)
        self.which = Segments(theme, self.tr("Which dialogs"), self._scopes())
        self.choice = DialogChoice(dialogs, words, theme.metric("row_table"), self)
        self.list = choice_list(self.choice, self.tr("Dialogs to export"))
        self.masks = {mask: QCheckBox(self._words.mask(mask)) for mask in Mask}
        self.zone = QComboBox()
        self.progress = label("", "small", "text2")
        self._spare = QWidget()
        self.arrange()
        self.wire()
        self.show_state()

    def chosen(self) -> tuple[DialogId, ...]:
        """What would be written."""
        if self.which.choice == SHOWN:
            return tuple(each.id for each in self._dialogs)
        if self.which.choice == TICKED:
            return self.choice.chosen()
        return (self._opened.id,) if self._opened is not None else ()

    def ask_file(self) -> None:
        """Ask where to, then write."""
        self.ask_path("transcripts", self._words.format(Format(self.form.choice)))

    def write(self, path: str) -> None:
        """Write what is chosen to this file."""
        self.forget_outcome()
        self.bar.setValue(0)
        masks = [mask for mask, box in self.masks.items() if box.isChecked()]
        form, zone = Format(self.form.choice), self.zone.currentText()
        self.presenter.export(path, form, self.chosen(), masks, zone)

    def _scopes(self) -> list[tuple[str, str]]:
        shown = self.tr("All in the list ({count})").format(count=len(self._dialogs))
        scopes = [(TICKED, self.tr("Several…")), (SHOWN, shown)]
        return [(OPEN, self.tr("The open dialog")), *scopes] if self._opened else scopes

    def show_state(self) -> None:
        """See the frame."""
        busy, form = self.presenter.is_busy, Format(self.form.choice)
        self.list.setVisible(self.which.choice == TICKED)
        self._spare.setVisible(self.which.choice != TICKED)
        self.about.setText(self._words.about(form))
        self.show_busy(self.which, self.list, self.form, self.zone, *self.masks.values())
        why = "" if self.chosen() else self.tr("No dialog is chosen")
        self.export.setEnabled(not busy and not why)
        self.export.setToolTip(why)
        self.progress.setVisible(busy)

    def _on_progressed(self, done: int, of: int) -> None:
        self.bar.setValue(100 * done // max(of, 1))
        self.progress.setText(self._words.progress(done, of))

    def _on_written(self, written: Written, path: str) -> None:
        self.tell_written(self._words.written(written.messages, written.dialogs, neutral(path)))

    def fill(self, column: QVBoxLayout) -> None:
        """See the frame."""
        column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addLayout(self.form_row())
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
        column.addWidget(self._spare, 1)

    def wire(self) -> None:
        """See the frame."""
        super().wire()
        self.which.chosen.connect(lambda _: self.show_state())
        self.choice.ticked.connect(self.show_state)
        self.presenter.progressed.connect(self._on_progressed)
        self.presenter.written.connect(self._on_written)
