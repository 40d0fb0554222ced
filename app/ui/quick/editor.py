"""Quick answers to be written, changed, put in order and deleted. Asks others to keep them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.quick_answers import QuickAnswer, check_quick_answer
from app.ui.errors import Explained
from app.ui.quick.rows import QuickList
from app.ui.quick.words import QuickWords
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, IconButton, label

_WIDTH, _HEIGHT, _LEFT = 760, 520, 250


class QuickEditor(QDialog):
    """The list at the left, the marked answer at the right. What is typed stays until it is kept,
    or another answer is chosen; closing the window asks first.
    """

    save_asked = Signal(str, str, str)  # title, text, id of the one that is changed or ""
    delete_asked = Signal(object)  # QuickAnswer
    move_asked = Signal(str, int)  # id, step
    drop_asked = Signal()  # shall what is typed be lost?

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Quick answers"))
        self.resize(_WIDTH, _HEIGHT)
        self._words = QuickWords(self)
        self.edited, self._filled = "", ("", "")
        self.list = QuickList(theme)
        self.new = Button(theme, self.tr("New"), "normal", "plus")
        self.up = IconButton(theme, "chevron-up", self.tr("Move up"))
        self.down = IconButton(theme, "chevron-down", self.tr("Move down"))
        self.delete = IconButton(theme, "trash", self.tr("Delete the quick answer…"))
        self.title = QLineEdit()
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.title_field = FormField(theme, self.tr("Title"), self.title)
        self.text_field = FormField(theme, self.tr("Text"), self.text, self._about_text())
        self.error = ErrorPanel(theme)
        self.save = Button(theme, self.tr("Save"), "primary", "check")
        self.close_button = Button(theme, self.tr("Close"))
        self._arrange()
        self._wire()
        self.begin_new()

    def show_answers(self, answers: tuple[QuickAnswer, ...]) -> None:
        """These are kept now."""
        blocked = self.list.selectionModel().blockSignals(True)
        self.list.rows.show(answers)
        self.list.choose(self.edited)
        self.list.selectionModel().blockSignals(blocked)
        self._show_buttons()

    def begin_new(self, text: str = "") -> None:
        """An empty form, or one with a text to keep."""
        self.list.choose("")
        self._fill("", "", text)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self, answer: QuickAnswer) -> None:
        """The answer in the form is on the disk."""
        self._fill(answer.id, answer.title, answer.text)
        self.list.choose(answer.id)
        self._show_buttons()

    def gone(self) -> None:
        """Nothing is marked any more, or was deleted: the form is empty."""
        self.begin_new()

    def reject(self) -> None:
        """Close, unless something typed would be lost."""
        if self._typed() != self._filled:
            self.drop_asked.emit()
        else:
            super().reject()

    def drop(self) -> None:
        """What is typed may be lost."""
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody can be asked while the program or the portal is being left."""
        if not event.spontaneous():
            self._filled = self._typed()
        super().closeEvent(event)

    def show_error(self, explained: Explained) -> None:
        """It could not be kept; what was typed stays."""
        self.error.show_error(explained)

    def _about_text(self) -> str:
        names = "; ".join(
            self.tr("{name}: {what}").format(name=f"{{{name}}}", what=what)
            for name, what in self._words.variables().items()
        )
        told = self.tr("BBCode such as [b]bold[/b] is understood. Filled in when it is used: ")
        return f"{told}{names}."

    def _fill(self, edited: str, title: str, text: str) -> None:
        self.edited = edited
        self.title.setText(title)
        self.text.setPlainText(text)
        self._filled = self._typed()
        self.error.clear()
        for field in (self.title_field, self.text_field):
            field.set_problem("")
        self._show_buttons()

    def _typed(self) -> tuple[str, str]:
        return self.title.text(), self.text.toPlainText()

    def _on_chosen(self) -> None:
        answer = self.list.chosen
        if answer is not None and answer.id != self.edited:
            self._fill(answer.id, answer.title, answer.text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row, count = self.list.currentIndex().row(), self.list.rows.rowCount()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.delete.setEnabled(row >= 0)
        self.save.setText(self.tr("Save") if self.edited else self.tr("Add"))

    def _submit(self) -> None:
        title, text = self.title.text().strip(), self.text.toPlainText().strip()
        found = check_quick_answer(QuickAnswer(self.edited, title, text))
        problems = {each.field: self._words.problem(each) for each in found}
        self.title_field.set_problem(problems.get("title", ""))
        wrong = problems.get("text", "")  # what may be written there stays to be read
        self.text_field.set_problem(wrong and f"{wrong}\n{self._about_text()}")
        if not found:
            self.error.clear()
            self.save_asked.emit(title, text, self.edited)
        elif "title" in problems:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, step: int) -> None:
        answer = self.list.chosen
        if answer is not None:
            self.move_asked.emit(answer.id, step)

    def _delete(self) -> None:
        answer = self.list.chosen
        if answer is not None:
            self.delete_asked.emit(answer)

    def _wire(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._on_chosen())
        self.new.clicked.connect(self.gone)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.delete.clicked.connect(self._delete)
        self.title.returnPressed.connect(self._submit)
        self.save.clicked.connect(self._submit)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self) -> None:
        tools, left, right, row = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.new)
        tools.addStretch(1)
        for button in (self.up, self.down, self.delete):
            tools.addWidget(button)
        left.setSpacing(8)
        left.addLayout(tools)
        left.addWidget(self.list, 1)
        right.setSpacing(10)
        right.addWidget(self.title_field)
        right.addWidget(self.text_field, 1)
        right.addWidget(self.error)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.close_button)
        right.addLayout(row)
        side = QWidget()
        side.setFixedWidth(_LEFT)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(side)
        both.addLayout(right, 1)
        told = self.tr(
            "They are kept on this computer, for every portal. Those that the portal keeps stay "
            "there: it does not tell applications which they are."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(label(told, "small", "text2", wrap=True))
        column.addLayout(both, 1)
