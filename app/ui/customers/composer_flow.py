"""What the composer asks for in windows of their own: files, the request, deliveries, a writer."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.domain.dialog import Customer, Dialog, Message
from app.domain.links import neutral
from app.domain.receipts import ReceiptMode, Receipts
from app.ui import prompts
from app.ui.customers.attach_dialog import AttachDialog
from app.ui.customers.persona_picker import pick_persona
from app.ui.customers.receipts_dialog import ReceiptsDialog
from app.ui.customers.request_dialog import ask_request

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage


class ComposerFlow(QObject):
    """Belongs to the Dialogs page."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self._composer = composer = page.conversation.composer
        composer.attach_asked.connect(self.attach)
        composer.request_asked.connect(lambda _: self.show_request())
        composer.receipts_asked.connect(self.ask_receipts)
        composer.writer_asked.connect(self.choose_writer)
        page.message_actions.deletion_asked.connect(self.show_deletion)
        page.presenter.opened.connect(lambda _: self.show_receipts())
        page.presenter.delivery_changed.connect(lambda _: self.show_receipts())
        stop = desk.session.changed.connect(lambda _: self.show_receipts())
        self.destroyed.connect(stop)
        self.show_receipts()

    def attach(self) -> None:
        """Give a file to the next message."""
        if not self._page.composer.words.why_no_files():
            self._page.tasks.start("ask", self._attach)

    def show_request(self) -> None:
        """Show what would be sent, and let it be changed."""
        text = self._composer.typed()
        if self._page.composer.requests.shown(text) is not None:
            self._page.tasks.start("ask", partial(self._show_request, text))

    def show_deletion(self, message: Message) -> None:
        """Show the request that would delete a message, and let it be changed."""
        self._page.tasks.start("ask", partial(self._show_deletion, message))

    def ask_receipts(self) -> None:
        """How shall operators' messages be acknowledged?"""
        self._page.tasks.start("ask", self._ask_receipts)

    def choose_writer(self) -> None:
        """Who of a group writes; or let somebody else write in the same chat."""
        composer = self._page.composer
        dialog, button = composer.dialog, self._composer.bar.writer
        if dialog is None:
            return
        menu = QMenu(button)
        for each in composer.content.writers(dialog):
            name = f"{neutral(each.full_name)} ({neutral(each.id)})"
            action = QAction(name, menu, checkable=True)
            action.setChecked(composer.writer is not None and each.id == composer.writer.id)
            action.triggered.connect(partial(composer.content.choose_writer, dialog, each.id))
            menu.addAction(action)
        if composer.content.is_group(dialog):
            menu.addSeparator()
            other = self.tr("Somebody else joins the group…")
        else:
            other = self.tr("Somebody else writes in a chat with the same id…")
        menu.addAction(other).triggered.connect(lambda: self._ask_writer(dialog))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def show_receipts(self) -> None:
        """Say how operators' messages are acknowledged in the open dialog."""
        receipts = self._receipts()
        if receipts.mode is ReceiptMode.AUTOMATIC and receipts.deliver_after:
            seconds = f"{receipts.deliver_after:g}"
            words = self.tr("Delivered after {seconds} s").format(seconds=seconds)
        else:
            words = {
                ReceiptMode.AUTOMATIC: self.tr("Automatic delivery"),
                ReceiptMode.MANUAL: self.tr("Delivery by hand"),
                ReceiptMode.NEVER: self.tr("Never delivered"),
                ReceiptMode.FAIL: self.tr("Delivery fails"),
            }[receipts.mode]
        self._composer.show_receipts(words)
        locked = self._desk.profile.read_only  # nothing is told the portal then
        dialog = self._page.presenter.dialog_id
        foreign = dialog is not None and self._desk.dialogs.customer(dialog) is None
        self._page.conversation.watching.set_receipts(
            Receipts(ReceiptMode.MANUAL) if locked else receipts, foreign=foreign
        )

    def _receipts(self) -> Receipts:
        dialog, outbox = self._page.presenter.dialog_id, self._desk.outbox
        return outbox.receipts if dialog is None else outbox.receipts_of(dialog)

    async def _attach(self) -> None:
        composer = self._page.composer
        takes = composer.content.takes_files
        dialog = AttachDialog(self._page, self._page.theme, takes_files=takes)
        dialog.file_chosen.connect(composer.hand_over)
        if await prompts.show(dialog) and dialog.attachment is not None:
            composer.attach(dialog.attachment)

    async def _show_request(self, text: str) -> None:
        composer, button = self._page.composer, self._composer.button.text()
        shown = composer.requests.shown(text)
        if shown is None:
            return
        changed = await ask_request(
            self._page, self._page.theme, shown.request, button, reason=composer.reason()
        )
        if changed is not None:
            composer.requests.send(shown, changed)

    async def _show_deletion(self, message: Message) -> None:
        request = self._page.composer.requests.deletion(message)
        if request is None:
            return
        confirm = self.tr("Delete the message")
        changed = await ask_request(self._page, self._page.theme, request, confirm)
        if changed is not None:
            self._page.composer.requests.delete(message, changed)

    async def _ask_receipts(self) -> None:
        dialog = self._page.presenter.dialog
        name = dialog.name if dialog is not None else ""
        outbox, now = self._desk.outbox, self._receipts()
        own = now != outbox.receipts
        page = self._page
        asked = ReceiptsDialog(page, page.theme, now, dialog_name=name, only_here=own)
        if not await prompts.show(asked):
            return
        if not asked.everywhere and dialog is not None:
            await outbox.set_receipts(asked.receipts, dialog.id)
        else:
            await outbox.set_receipts(asked.receipts)
            if own and dialog is not None:
                await outbox.set_receipts(None, dialog.id)
        self.show_receipts()

    def _ask_writer(self, dialog: Dialog) -> None:
        self._page.tasks.start("ask", partial(self._pick_writer, dialog))

    async def _pick_writer(self, dialog: Dialog) -> None:
        title = self.tr("Who writes in the chat {chat}?").format(chat=neutral(dialog.chat))
        persona = await pick_persona(self._page, self._page.theme, self._desk, title)
        if persona is None:
            return
        customer: Customer = persona.customer(dialog.chat)
        if self._page.composer.content.is_group(dialog):
            self._page.composer.content.join(dialog, customer)
        else:
            self._page.flow.begin(dialog.connector, dialog.line, customer)
