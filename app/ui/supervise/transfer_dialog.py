"""To whom a dialog goes: a colleague, found by name, or the queue of a line."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.acts import Act, Target
from app.domain.dialog import Dialog
from app.domain.line import Employee, LineSettings
from app.domain.links import neutral
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.supervise.people_list import Choice, ChoiceView
from app.ui.tasks import Tasks
from app.ui.widgets import Button, ErrorPanel, SearchField, Segments, label

if TYPE_CHECKING:
    from app.services.lines import Lines
    from app.services.supervising import Supervision

_SIZE = (520, 520)
_TYPING = 250
_FIND, _LINES, _TRANSFER = "find", "lines", "transfer"
PERSON, LINE = "person", "line"


class TransferDialog(QDialog):
    """Stays open with what was typed when the portal refuses."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        supervision: "Supervision",
        tasks: Tasks,
        *,
        dialog: Dialog,
        customer: str,
        lines: "Lines",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self.setWindowTitle(self.tr("Transfer"))
        self.resize(*_SIZE)
        self._supervision, self._tasks = supervision, tasks
        self._dialog, self._lines = dialog, lines
        self._next: int | None = None
        self._looked_for = ""
        self.kind = Segments(
            theme,
            self.tr("To whom"),
            [(PERSON, self.tr("To a colleague")), (LINE, self.tr("To a line"))],
        )
        self.search = SearchField(theme, self.tr("Search by name"))
        self.list = ChoiceView(theme)
        self.nobody = label("", "body", "text2", wrap=True)
        self.error = ErrorPanel(theme)
        self.confirm = Button(theme, self.tr("Transfer"), "primary", "send")
        self.cancel = Button(theme, self.tr("Cancel"))
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._arrange(theme, customer)
        self._wire()
        self._show_kind(PERSON)
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the words to what was found, as in every list with a search."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.to_first()
        else:
            super().keyPressEvent(event)

    def _arrange(self, theme: Theme, customer: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = self.tr("Transfer the dialog with {name}").format(name=customer)
        column.addWidget(label(title, "title", wrap=True))
        me = self.tr("You do this as {name}. The customer is told nothing.")
        named = me.format(name=neutral(self._supervision.me.name))
        column.addWidget(label(named, "body", "text2", wrap=True))
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.setAccessibleName(self.tr("Who can get it"))
        for part in (self.search, self.nobody, self.error, self.list):
            column.addWidget(part, 1 if part is self.list else 0)
        self.nobody.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.confirm)
        row.addWidget(self.cancel)
        column.addLayout(row)
        theme.changed.connect(self.list.viewport().update)

    def _wire(self) -> None:
        self.kind.chosen.connect(self._show_kind)
        self.search.textChanged.connect(lambda _: self._on_typed())
        self.search.returnPressed.connect(self.list.to_first)
        self._typing.timeout.connect(self._find)
        self.list.chosen.connect(self._show_buttons)
        self.list.taken.connect(self._take)
        self.list.more_wanted.connect(self._more)
        self.confirm.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.error.action.connect(self._again)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.busy_changed.connect(self._on_busy)

    def _show_kind(self, kind: str) -> None:
        self.error.clear()
        self.search.clear()
        self._typing.stop()
        if kind == PERSON:
            self._find()
            return
        self._show_lines()
        if not self._lines.all():
            self._tasks.start(_LINES, self._read_lines)

    async def _read_lines(self) -> None:
        await self._lines.refresh()
        if self.kind.choice == LINE:
            self._show_lines()

    def _on_typed(self) -> None:
        if self.kind.choice == LINE:
            self._show_lines()
        else:
            self._typing.start()

    def _show_lines(self) -> None:
        words, own = self.search.text().strip().casefold(), self._dialog.line
        self._next = None
        found = [each for each in self._lines.all() if words in each.name.casefold()]
        found.sort(key=lambda each: each.id != own)
        self.list.model_rows.show(map(self._line_choice, found))
        self._say_nobody(self.tr("No line has this name."))

    def _line_choice(self, line: LineSettings) -> Choice:
        about = self.tr("back to its own queue") if line.id == self._dialog.line else ""
        off = "" if line.active else self.tr("switched off")
        named = Target(line.id, neutral(line.name), is_line=True)
        words = " · ".join(part for part in (about, off) if part)
        return Choice(named, words, able=line.active)

    def _find(self) -> None:
        self.error.clear()
        self._next = None
        self._tasks.start(_FIND, self._read_first)

    def _more(self) -> None:
        if self._next is not None and self.kind.choice == PERSON:
            self._tasks.start(_FIND, partial(self._read_more, self._next))

    async def _read_first(self) -> None:
        words = self._looked_for = self.search.text()
        page = await self._supervision.find_people(words)
        if self._is_wanted(words):
            self._next = page.next
            self.list.model_rows.show(map(self._choice, page.found))
            self._say_nobody(self.tr("Nobody at work has this name or position."))

    async def _read_more(self, start: int) -> None:
        words = self.search.text()
        page = await self._supervision.find_people(words, start)
        if self._is_wanted(words):
            self._next = page.next
            self.list.model_rows.add(map(self._choice, page.found))

    def _is_wanted(self, words: str) -> bool:
        return self.kind.choice == PERSON and words == self.search.text()

    def _choice(self, person: Employee) -> Choice:
        presence = {None: "", True: self.tr("online"), False: self.tr("away")}[person.online]
        why_not = self._why_not(person)
        parts = (why_not, neutral(person.position), presence)
        about = " · ".join(part for part in parts if part)
        return Choice(Target(person.id, neutral(person.name)), about, able=not why_not)

    def _why_not(self, person: Employee) -> str:
        if person.id == self._dialog.operator_id:
            return self.tr("has it now")
        mine = person.id == self._supervision.me.id
        return self.tr("you: Answer or Intercept takes it") if mine else ""

    def _say_nobody(self, text: str) -> None:
        self.nobody.setText(text)
        self.nobody.setVisible(not self.list.model_rows.rowCount())
        self._show_buttons()

    def _take(self) -> None:
        target = self.list.target
        if target is not None:
            self.error.clear()
            self._tasks.start(_TRANSFER, partial(self._transfer, target))

    async def _transfer(self, target: Target) -> None:
        await self._supervision.act(Act.TRANSFER, self._dialog.id, target)
        self.accept()

    def _show_buttons(self) -> None:
        chosen = self.list.target is not None
        self.confirm.setEnabled(chosen and not self._tasks.is_busy(_TRANSFER))
        self.confirm.setToolTip("" if chosen else self.tr("Nobody is chosen"))

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _TRANSFER:
            self.confirm.set_busy(busy)
        elif busy and not self.list.model_rows.rowCount():
            self.nobody.setText(self.tr("Looking…"))
            self.nobody.show()
        elif not busy and not self._is_wanted(self._looked_for) and self.kind.choice == PERSON:
            self._find()  # other words were typed meanwhile
        self._show_buttons()

    def _on_failed(self, name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.nobody.hide()
            again = "" if name == _TRANSFER else self.tr("Try again")
            self.error.show_error(explain(error), again)

    def _again(self) -> None:
        """What could not be read is asked for once more; the words stay."""
        self.error.clear()
        if self.kind.choice == PERSON:
            self._find()
        else:
            self._tasks.start(_LINES, self._read_lines)
