"""New records out of the open dialog: three buttons, a form, and what was seen afterwards."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.dialog import Dialog, DialogState
from app.domain.linked import Made, RecordKind
from app.domain.links import neutral
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.errors import explain
from app.ui.linked.record_form import RecordForm
from app.ui.linked.words import LinkedWords
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import Button, ErrorPanel, Note, label

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_CREATE = "create lead"


class NewRecord(QWidget):
    """A section of the details; it only shows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        told = self.tr(
            "Create lead lets the portal make one by the line's own rules. The other two make a "
            "record with what you type. Each is read again afterwards."
        )
        self.by_line = Button(theme, self.tr("Create lead"), icon="plus")
        self.lead = Button(theme, self.tr("New lead…"), icon="tag")
        self.deal = Button(theme, self.tr("New deal…"), icon="tag")
        self.why_not = label("", "small", "text2", wrap=True)
        self.seen = Note(theme, "", "accent")
        self.open = Button(theme, self.tr("Open the record at the portal"), icon="external")
        self.error = ErrorPanel(theme, dismissable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("New record"), "strong"))
        column.addWidget(label(told, "small", "text2", wrap=True))
        acts = (self.by_line, self.lead, self.deal, self.why_not)
        for part in (*acts, self.seen, self.open, self.error):
            column.addWidget(part)
        self.seen.hide()
        self.open.hide()
        self.why_not.hide()

    def show_legal(self, no_record: str, no_lead: str) -> None:
        """Why no record can be made, and why the portal would make no lead; "" where it can."""
        for button in (self.lead, self.deal):
            button.setEnabled(not no_record)
            button.setToolTip(no_record)
        self.by_line.setEnabled(not (no_record or no_lead))
        self.by_line.setToolTip(no_record or no_lead)
        self.why_not.setText(no_record or no_lead)
        self.why_not.setVisible(bool(no_record or no_lead))

    def show_seen(self, text: str, tone: str) -> None:
        """What became of the last act, and the way to its record; "" takes both away."""
        self.seen.text.setText(text)
        self.seen.set_tone(tone)
        self.seen.setVisible(bool(text))
        self.open.setVisible(bool(text))


class RecordGuest(QObject):
    """Acts for the dialog that is open; what comes back for another one is not shown."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._words = LinkedWords(self)
        self._dialog: Dialog | None = None
        self.view = NewRecord(page.theme)
        self.form: RecordForm | None = None
        self._opener, self._address = LinkOpener(page, page.tasks), ""
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self._on_busy)
        self.view.by_line.clicked.connect(self.create_lead)
        self.view.open.clicked.connect(lambda: self._opener.open(self._address, self._address))
        self.view.lead.clicked.connect(partial(self.open_form, RecordKind.LEAD))
        self.view.deal.clicked.connect(partial(self.open_form, RecordKind.DEAL))
        self.destroyed.connect(desk.session.changed.connect(lambda _: self._show_legal()))

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or it is another value."""
        before, self._dialog = self._dialog, dialog
        if dialog is None or before is None or before.id != dialog.id:
            self.view.show_seen("", "accent")
            self.view.error.clear()
        self._show_legal()

    def create_lead(self) -> None:
        """As the line would do it."""
        dialog = self._dialog
        if dialog is not None and self.tasks.start(_CREATE, partial(self._create, dialog)):
            self.view.error.clear()
            self.view.show_seen("", "accent")

    def open_form(self, kind: RecordKind) -> None:
        """A form for a lead or a deal, with what is known of the customer."""
        dialog = self._dialog
        if dialog is None or self.form is not None:
            return
        customer = self._desk.dialogs.customer(dialog.id)
        form = RecordForm(self._page.window(), self._page.theme, kind, dialog, customer)
        self.form = form
        form.submitted.connect(partial(self._submit, dialog))
        form.finished.connect(self._on_closed)
        self.tasks.start("sources", self._fill_sources)
        form.open()

    async def leave(self) -> None:
        """The portal is being left."""
        if self.form is not None:
            self.form.close()
        await self.tasks.close()

    def _submit(self, dialog: Dialog) -> None:
        if self.form is not None and self.form.check():
            self.tasks.start("add", partial(self._add, dialog, self.form))

    async def _create(self, dialog: Dialog) -> None:
        made = await self._desk.linked.leads.create_lead(dialog)
        self._tell(dialog, made)

    async def _add(self, dialog: Dialog, form: RecordForm) -> None:
        made = await self._desk.linked.leads.add(dialog, form.draft())
        if form is self.form:
            form.accept()
        self._tell(dialog, made)

    async def _fill_sources(self) -> None:
        sources = await self._desk.linked.records.sources()
        if self.form is not None:
            self.form.set_sources(sources)

    def _tell(self, dialog: Dialog, made: Made) -> None:
        if self._dialog is None or self._dialog.id != dialog.id:
            return
        self._address = self._desk.linked.records.page(made.card.ref)
        record = f"{self._words.record(made.card.ref)} ({neutral(made.card.title)})"
        if made.known:
            self.view.show_seen(self._words.known(record), "accent")
            return
        tied = made.proof.value in ("bound", "keyed", "client")
        tone = "accent" if tied else "warning"
        self.view.show_seen(self._words.proof(made.proof, record), tone)

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == "add" and self.form is not None:
            self.form.set_busy(busy=busy)
        self._show_legal()

    def _on_failed(self, name: str, error: object) -> None:
        if not isinstance(error, BaseException):
            return
        if name != _CREATE and self.form is not None:
            show = self.form.set_no_sources if name == "sources" else self.form.show_error
            show(explain(error))
        elif name != "sources":
            self.view.error.show_error(explain(error))

    def _on_closed(self) -> None:
        if self.form is not None:
            self.form.deleteLater()
            self.form = None

    def _show_legal(self) -> None:
        dialog = self._dialog
        self.view.by_line.set_busy(self.tasks.is_busy(_CREATE))
        if dialog is not None:
            self.view.show_legal(self._no_record(dialog), self._no_lead(dialog))

    def _no_record(self, dialog: Dialog) -> str:
        if self._desk.profile.read_only:
            return self.tr("The portal is locked: nothing is changed there.")
        if dialog.portal_chat is None:
            return self.tr("The portal has no chat for this dialog yet.")
        return self.tr("The portal is working on it.") if self.tasks.is_busy(_CREATE) else ""

    def _no_lead(self, dialog: Dialog) -> str:
        me = self._desk.session.capabilities.user
        if dialog.state is not DialogState.OPEN:
            return self.tr("Create lead: no session is open.")
        if dialog.operator_id and dialog.operator_id != me.id:
            return self.tr(
                "Create lead: only the dialog's operator can, and that is {name}."
            ).format(name=neutral(dialog.operator) or f"#{dialog.operator_id}")
        if not dialog.operator:
            return self.tr("Create lead: only the dialog's operator can. Answer it first.")
        return ""
