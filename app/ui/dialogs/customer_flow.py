"""From "Write as a customer" to the first message: opens the form, sends, closes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.dialog import Dialog
from app.ui.dialogs.customer_form import CustomerForm
from app.ui.dialogs.customer_rules import Typed
from app.ui.dialogs.presenter import DialogsPresenter
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk


class CustomerFlow(QObject):
    """Owns the form; the page shows it while `is_open`."""

    changed = Signal()

    def __init__(self, desk: "Desk", presenter: DialogsPresenter, theme: Theme) -> None:
        super().__init__(presenter)
        self._desk, self._presenter = desk, presenter
        self.is_open = False
        self.form = CustomerForm(desk.connectors, theme)
        self.form.submitted.connect(self._send)
        self.form.cancelled.connect(self.leave)
        presenter.written.connect(self._on_written)

    def begin(self, connector: str = "", line: int = 0) -> None:
        """Show the form, perhaps for a certain channel."""
        self._open()
        self.form.choose(connector, line)
        self.form.suggest(len(self._desk.dialogs.all()) + 1)

    def name_customer(self, dialog: Dialog) -> None:
        """Show the form for a dialog whose customer nobody has named."""
        self._open()
        self.form.name_customer(dialog)

    def leave(self) -> None:
        """Back to what was there; the form keeps what was typed."""
        if self.is_open:
            self.is_open = False
            self.changed.emit()

    def _open(self) -> None:
        self.is_open = True
        if not self._desk.connectors.lines():
            self._presenter.tasks.start("connectors", self._desk.connectors.refresh)
        self.changed.emit()

    def _send(self, typed: Typed) -> None:
        customer, text = typed.customer, typed.text.strip()
        self._presenter.write_as(typed.connector, typed.line, customer, text)

    def _on_written(self, _dialog: Dialog) -> None:
        self.form.clear()
        self.leave()
