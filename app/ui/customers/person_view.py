"""One person: the form, and the dialogs that he has on this portal."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dialog import Dialog
from app.domain.links import neutral
from app.ui.connectors.fact_table import Fact, FactTable
from app.ui.customers.outcome_words import OutcomeWords
from app.ui.customers.persona_form import PersonaForm
from app.ui.style import Theme
from app.ui.widgets import label

if TYPE_CHECKING:
    from app.services.desk import Desk


class PersonView(QWidget):
    """`opened` with the dialog to show."""

    opened = Signal(object)  # DialogId

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._desk, self._words = desk, OutcomeWords(self)
        self.form = PersonaForm(theme)
        self.title = label(self.tr("Dialogs on this portal"), "strong")
        heads = [self.tr("Channel"), self.tr("Chat"), self.tr("Session")]
        self.table = FactTable(theme, self.tr("Dialogs on this portal"), heads, (4, 3, 3))
        self.none = label("", "body", "text2", wrap=True)
        self.none.setText(self.tr("None yet: nobody has written as this person here."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.form, self.title, self.none, self.table):
            column.addWidget(part)
        column.addStretch(1)
        self.table.activated.connect(lambda _: self._open())

    def show_dialogs(self, dialogs: list[Dialog]) -> None:
        """Where the person has written."""
        self.table.show_rows([(each.id, self._row(each)) for each in dialogs])
        self.table.setVisible(bool(dialogs))
        self.none.setVisible(not dialogs)

    def _row(self, dialog: Dialog) -> tuple[Fact, ...]:
        lines = {each.id: each.name for each in self._desk.connectors.lines()}
        line = neutral(lines.get(dialog.line, str(dialog.line)))
        return (
            Fact(line, neutral(dialog.connector)),
            Fact(self._words.chat(dialog), neutral(dialog.chat)),
            Fact(self._words.session(dialog), self._words.operator(dialog)),
        )

    def _open(self) -> None:
        if self.table.key is not None:
            self.opened.emit(self.table.key)
