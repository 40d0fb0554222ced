"""The form "Write as a customer": channel, customer, first words. Problems stand at the fields."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.connector import LineState
from app.domain.dialog import Customer, Dialog
from app.ui.customers.channel_choice import ChannelChoice
from app.ui.customers.more_fields import MoreFields
from app.ui.dialogs.composer_field import ComposerField
from app.ui.dialogs.customer_rules import CustomerRules, Typed
from app.ui.dialogs.field_problems import FieldProblems
from app.ui.errors import Explained
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Note, label

if TYPE_CHECKING:
    from app.services.connectors import Connectors

_WIDTH, _LABEL, _MARGIN, _TOP = 680, 144, 24, 38


class CustomerForm(QScrollArea):
    """Keeps what is typed until it has been sent."""

    submitted = Signal(object)  # Typed
    cancelled = Signal()
    connectors_asked = Signal()
    request_asked = Signal(object)  # Typed
    persona_asked = Signal()
    changed = Signal()  # something about the customer or his channel

    def __init__(self, connectors: "Connectors", theme: Theme) -> None:
        super().__init__()
        self._connectors, self._theme = connectors, theme
        self._rules = CustomerRules(self)
        self._own_chat, self._read_only = False, False
        self.setAccessibleName(self.tr("Write as a customer"))
        self.channel = ChannelChoice(connectors, theme, _LABEL)
        self.connector, self.line = self.channel.connector, self.channel.line
        self.name, self.last_name = QLineEdit(), QLineEdit()
        self.id, self.chat = QLineEdit(), QLineEdit()
        self.text = ComposerField(fewest=3)
        self.text.setProperty("flat", "false")
        about = self.tr("The message goes to the open line as if it came from the outer channel.")
        self.about = label(about, "body", "text2", wrap=True)
        self.warning = Note(theme)
        self.error = ErrorPanel(theme)
        self.forecast = label("", "small", "text2", wrap=True)
        self.send = Button(theme, self.tr("Send as customer"), "primary", "send")
        self.request = Button(theme, self.tr("Show request"), icon="eye")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.library = Button(theme, self.tr("Somebody from the library…"), "link", "users")
        self.more = MoreFields(theme, _LABEL)
        self.more.hide()
        self.opener = Button(theme, "", "link")
        self.to_connectors = Button(theme, self.tr("Open connectors"), "link", "plug")
        self.fields = self._fields()
        self._problems = FieldProblems(
            self.fields, lambda: self._rules.check(self.typed()), parent=self
        )
        self._arrange()
        self._wire()
        self.refresh()

    def refresh(self) -> None:
        """The connectors, lines or their states have changed."""
        self.channel.refresh()
        self.to_connectors.setVisible(not self.connector.count())
        self._show_warning()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be sent: it is said before anything is typed."""
        self._read_only = read_only
        self.send.setEnabled(not read_only)
        self._show_warning()

    def suggest(self, number: int) -> None:
        """A fresh customer, unless something was typed already."""
        if not any(field.text() for field in (self.name, self.id, self.chat)):
            self.name.setText(self.tr("Anna"))
            self.last_name.setText(self.tr("Novak"))
            self.id.setText(f"customer-{number}")
        self.name.setFocus()
        self.name.selectAll()

    def choose(self, connector: str, line: int) -> None:
        """Write through this channel."""
        self.refresh()
        self.channel.choose(connector, line)

    def name_customer(self, dialog: Dialog) -> None:
        """Say who the customer of a dialog is that began at the portal."""
        self.choose(dialog.connector, dialog.line)
        self.id.setText(dialog.user)
        self._open_more(shown=False)
        self._own_chat = True
        self.chat.setText(dialog.chat)
        self.name.setFocus()

    def show_customer(self, customer: Customer) -> None:
        """Write as this one."""
        self.name.setText(customer.name)
        self.last_name.setText(customer.last_name)
        self.id.setText(customer.id)
        self._own_chat = customer.chat != customer.id
        self.chat.setText(customer.chat)
        self.more.show_customer(customer)
        self.text.setFocus()

    def typed(self) -> Typed:
        """What stands in the form."""
        customer = Customer(
            self.id.text().strip(),
            self.name.text().strip(),
            self.chat.text().strip(),
            self.last_name.text().strip(),
        )
        return Typed(
            *self.channel.place,
            self.more.customer(customer),
            self.text.toPlainText(),
            self.more.content(),
            self.more.employee(),
            self.more.free_name.isChecked(),
        )

    def submit(self) -> None:
        """Check everything, then send."""
        if not self._read_only and self._all_right():
            self.submitted.emit(self.typed())

    def show_request(self) -> None:
        """Check everything, then show what would be sent."""
        if self._all_right():
            self.request_asked.emit(self.typed())

    def _all_right(self) -> bool:
        """The first field in error gets the keyboard."""
        self.error.clear()
        first = self._problems.show_all()
        if first is not None:
            if first in self.more.fields:
                self._open_more(shown=True)
            self.fields[first].line.setFocus()
            self.ensureWidgetVisible(self.fields[first])
        return first is None

    def clear(self) -> None:
        """It was sent: the next customer is somebody else."""
        self._own_chat = False
        for field in (self.name, self.last_name, self.id, self.chat):
            field.clear()
        self.more.clear()
        self.text.clear()
        self.error.clear()

    def show_error(self, explained: Explained) -> None:
        """It could not be written to the disk."""
        self.error.show_error(explained)

    def set_busy(self, busy: bool) -> None:
        """It is on its way."""
        self.send.set_busy(busy)
        self.request.setEnabled(not busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the buttons begin below the labels."""
        super().resizeEvent(event)
        needed = sum(each.sizeHint().width() + 8 for each in (self.send, self.request, self.cancel))
        fits = self.viewport().width() >= _LABEL + needed + 2 * _MARGIN
        self._buttons.setContentsMargins(_LABEL if fits else 0, 0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back; what was typed stays in the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _open_more(self, *, shown: bool) -> None:
        self.more.setVisible(shown)
        self.opener.setText(self.tr("Fewer fields") if shown else self.tr("More fields"))
        self.opener.set_icon("chevron-up" if shown else "chevron-down")

    def _on_id(self, text: str) -> None:
        if not self._own_chat:
            self.chat.setText(text)

    def _on_chat_edited(self) -> None:
        self._own_chat = bool(self.chat.text())

    def _show_warning(self) -> None:
        typed = self.typed()
        status = self._connectors.status(typed.connector, typed.line)
        words = self._rules.warn(status.state if status else LineState.UNKNOWN)
        if self._read_only:
            words = self.tr("This portal is read-only here: nothing can be sent.")
        self.warning.text.setText(words)
        shown = bool(words) and (bool(typed.connector) or self._read_only)
        for part in (self.about, self.warning):  # first away, then there: never both
            part.hide()
        (self.warning if shown else self.about).show()

    def _fields(self) -> dict[str, FormField]:
        theme = self._theme
        ids = self.tr("Tells the customers of a channel apart; stays the same for ever")
        chat = self.tr("The conversation in the outer channel; usually one for each customer")
        return {
            **self.channel.fields,
            "name": FormField(theme, self.tr("First name"), self.name, beside=_LABEL),
            "last_name": FormField(theme, self.tr("Last name"), self.last_name, beside=_LABEL),
            "id": FormField(theme, self.tr("Customer id"), self.id, ids, beside=_LABEL),
            "chat": FormField(theme, self.tr("Chat id"), self.chat, chat, beside=_LABEL),
            "text": FormField(theme, self.tr("First message"), self.text, beside=_LABEL),
            **self.more.fields,
        }

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Write as a customer"), "page"), 1)
        head.addWidget(self.library)
        column.addLayout(head)
        column.addWidget(self._top())
        column.addWidget(self.channel)
        column.addLayout(_indented(self.to_connectors))
        for name, field in self.fields.items():
            if name not in self.more.fields and name not in self.channel.fields:
                column.addWidget(field)
        column.addLayout(_indented(self.opener))
        column.addWidget(self.more)
        self._open_more(shown=False)
        column.addLayout(_indented(self.forecast, 1))
        column.addWidget(self.error)
        row = self._buttons = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.send, self.request, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _top(self) -> QWidget:
        """The warning takes the place of the explanation: coming late, it moves no field."""
        place = QWidget()
        place.setMinimumHeight(_TOP)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.about, self.warning):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        return place

    def _wire(self) -> None:
        self.id.textChanged.connect(self._on_id)
        self.chat.textEdited.connect(self._on_chat_edited)
        self.send.clicked.connect(self.submit)
        self.request.clicked.connect(self.show_request)
        self.library.clicked.connect(self.persona_asked)
        self.opener.clicked.connect(lambda: self._open_more(shown=self.more.isHidden()))
        self.text.submitted.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)
        self.text.escaped.connect(self.cancelled)
        self.to_connectors.clicked.connect(self.connectors_asked)
        self.channel.changed.connect(self._show_warning)
        self.channel.changed.connect(self.changed)
        watched = (self.id, self.chat, *(self.more.lines[n] for n in ("phone", "email")))
        for line in watched:
            line.textChanged.connect(self.changed)


def _indented(part: QWidget, stretch: int = 0) -> QHBoxLayout:
    """Below the controls, not below their labels."""
    row = QHBoxLayout()
    row.addSpacing(_LABEL)
    row.addWidget(part, stretch)
    if not stretch:
        row.addStretch(1)
    return row
