"""What windows that write a file share: form, outcome, the buttons below, the question where to.

Knows neither what is written nor who writes it.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.ui.errors import explain
from app.ui.export.file_presenter import FilePresenter
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, Note, Segments, label


class ExportFrame(QDialog):
    """Not modal: the window behind it can be used. Closing it gives up what is being written.

    Who inherits makes its presenter and its fields, then calls `offer`, `arrange` and `wire`.
    """

    presenter: FilePresenter

    form: Segments

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self.about = label("", "small", "text2", wrap=True)
        self.bar = QProgressBar()
        self.error = ErrorPanel(theme)
        self.written = Note(theme, tone="accent")
        self.export = Button(theme, self.tr("Export…"), "primary", "download")
        self.cancel = Button(theme, self.tr("Cancel"), icon="stop")
        self.close_button = Button(theme, self.tr("Close"))

    def offer(self, title: str, forms: list[tuple[str, str]]) -> None:
        """What the window is called, and the forms of a file: its ending, and the word for it."""
        self.setWindowTitle(title)
        self.form = Segments(self._theme, self.tr("Form"), forms)

    def fill(self, column: QVBoxLayout) -> None:
        """Put the fields below the title."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Show what can be chosen, and whether a file is being written."""
        raise NotImplementedError

    def ask_file(self) -> None:
        """Ask where to, then write."""
        raise NotImplementedError

    def write(self, path: str) -> None:
        """Write what is chosen to this file."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Grow when there is more to be read: Qt squeezes wrapped words before it grows."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that are narrower are higher."""
        super().resizeEvent(event)
        self._make_room()

    def done(self, result: int) -> None:
        """However it is closed."""
        self.presenter.cancel()
        super().done(result)

    async def leave(self) -> None:
        """Stop all work; the portal is being left."""
        await self.presenter.tasks.close()

    def arrange(self) -> None:
        """Title, fields, and the buttons at the right below them."""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.windowTitle(), "title"))
        self.fill(column)
        self.written.hide()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.export, self.cancel, self.close_button):
            foot.addWidget(button)
        column.addLayout(foot)

    def _make_room(self) -> None:
        column = self.layout()
        if column is not None:
            needed = column.totalHeightForWidth(self.width())
            self.setMinimumHeight(min(needed, self.screen().availableGeometry().height()))

    def form_row(self) -> QHBoxLayout:
        """The form, and what is said of it."""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.form)
        row.addWidget(self.about, 1)
        return row

    def wire(self) -> None:
        """Connect what all of them have."""
        presenter = self.presenter
        self.form.chosen.connect(lambda _: self.show_state())
        self.export.clicked.connect(self.ask_file)
        self.cancel.clicked.connect(presenter.cancel)
        self.close_button.clicked.connect(self.close)
        presenter.busy_changed.connect(lambda _: self.show_state())
        presenter.failed.connect(lambda error: self.error.show_error(explain(error)))

    def ask_path(self, name: str, kind: str) -> None:
        """Ask where to; `name` without its ending, `kind` of file in words."""
        form = self.form.choice
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.setNameFilters([f"{kind} (*.{form})", self.tr("All files (*)")])
        dialog.selectFile(f"{name}.{form}")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_busy(self, *fields: QWidget) -> None:
        """While a file is written these can not be changed, and the way out is to give up."""
        busy = self.presenter.is_busy
        for field in fields:
            field.setEnabled(not busy)
        self.export.setVisible(not busy)
        self.cancel.setVisible(busy)
        self.bar.setVisible(busy)

    def forget_outcome(self) -> None:
        """Another file is about to be written."""
        self.error.clear()
        self.written.hide()

    def tell_written(self, text: str) -> None:
        """What was written, and where."""
        self.written.text.setText(text)
        self.written.show()
