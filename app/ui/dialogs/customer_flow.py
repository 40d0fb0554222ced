"""From "Write as a customer" to the first message: opens the form, sends, closes it."""

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.content import Words
from app.domain.dialog import Customer, Dialog
from app.domain.forecast import forecast
from app.services.message_requests import send_request, words_of
from app.ui.customers.persona_picker import pick_persona
from app.ui.customers.request_dialog import ask_request
from app.ui.dialogs.customer_form import CustomerForm
from app.ui.dialogs.customer_rules import Typed
from app.ui.dialogs.forecast_words import ForecastWords
from app.ui.dialogs.presenter import DialogsPresenter
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.desk import Desk

_SOON = 150  # milliseconds without typing: it looks at every dialog


class CustomerFlow(QObject):
    """Owns the form; the page shows it while `is_open`."""

    changed = Signal()

    def __init__(self, desk: "Desk", presenter: DialogsPresenter, theme: Theme) -> None:
        super().__init__(presenter)
        self._desk, self._presenter, self._theme = desk, presenter, theme
        self.is_open = False
        self.form = CustomerForm(desk.connectors, theme)
        self.form.submitted.connect(self._send)
        self.form.request_asked.connect(self._on_request)
        self.form.persona_asked.connect(self._on_persona)
        self.form.cancelled.connect(self.leave)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_forecast)
        self.form.changed.connect(self._soon.start)
        presenter.written.connect(self._on_written)

    def begin(self, connector: str = "", line: int = 0, customer: Customer | None = None) -> None:
        """Show the form, perhaps for a certain channel, or for somebody who is known."""
        self._open()
        self.form.choose(connector, line)
        if customer is not None:
            self.form.show_customer(customer)
        else:
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

    def _show_forecast(self) -> None:
        """What will the message probably do?"""
        typed, desk = self.form.typed(), self._desk
        if not typed.customer.id or not typed.connector:
            self.form.forecast.clear()
            return
        known = [(each, desk.dialogs.customer(each.id)) for each in desk.dialogs.all()]
        group = desk.crowd.is_group(typed.connector)
        found = forecast(typed.customer, (typed.connector, typed.line), known, group=group)
        self.form.forecast.setText(ForecastWords().told(found))

    def _send(self, typed: Typed) -> None:
        words = Words(typed.customer, typed.text.strip(), typed.content)
        self._presenter.tasks.start("write", partial(self._write, typed, words))

    async def _write(self, typed: Typed, words: Words) -> None:
        dialog = await self._desk.outbox.start_dialog(
            *(typed.connector, typed.line, words.customer, words.text, words.content)
        )
        self._presenter.written.emit(dialog)

    def _on_request(self, typed: Typed) -> None:
        self._presenter.tasks.start("ask", partial(self._show_request, typed))

    async def _show_request(self, typed: Typed) -> None:
        words = Words(typed.customer, typed.text.strip(), typed.content)
        request = send_request(typed.connector, typed.line, [words], datetime.now(UTC))
        locked = self.tr("This portal is read-only here: nothing can be sent.")
        reason = locked if self._desk.profile.read_only else ""
        confirm = self.form.send.text()
        changed = await ask_request(self.form, self._theme, request, confirm, reason=reason)
        if changed is not None:
            (said,) = words_of(changed, [words])
            self._presenter.tasks.start("write", partial(self._write, typed, said))

    def _on_persona(self) -> None:
        self._presenter.tasks.start("ask", self._pick_persona)

    async def _pick_persona(self) -> None:
        title = self.tr("As whom do you write?")
        persona = await pick_persona(self.form, self._theme, self._desk, title)
        if persona is not None:
            self.form.show_customer(persona.customer())

    def _on_written(self, _dialog: Dialog) -> None:
        self.form.clear()
        self.leave()
