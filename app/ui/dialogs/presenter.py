"""Decides for the Dialogs page: which dialog is open, what is done to it, what went wrong.

Knows no widget. Failures come out as words; background troubles as a notice.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.dialog import Author, Delivery, Dialog, DialogId, Message
from app.domain.feed import FeedHealth, FeedState
from app.services.raw_texts import RawText, raw_text
from app.ui.dialogs.transcript_model import PAGE
from app.ui.errors import explain, explain_problem
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

_SEARCHED = 20 * PAGE  # how far back the first unread message is looked for
_TROUBLED = (FeedState.UNREACHABLE, FeedState.SIGNED_OUT, FeedState.UNAVAILABLE, FeedState.PAUSED)


class DialogsPresenter(QObject):
    """`opened` for another dialog (or None), `changed` when the open one is another value."""

    opened = Signal(object)
    changed = Signal(object)
    unread_found = Signal(int, int)  # position of the first one, how many
    failed = Signal(object)  # Explained
    notice_changed = Signal(object, object)  # Explained or None, FeedHealth
    delivery_changed = Signal(bool)
    written = Signal(object)  # Dialog that a new customer's message began

    def __init__(self, desk: "Desk", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self.tasks = desk, tasks
        self.dialog: Dialog | None = None
        tasks.failed.connect(self._on_failed)
        for stop in (
            desk.dialogs.dialog_changed.connect(self._on_dialog_changed),
            desk.feed.health_changed.connect(self._on_health_changed),
            desk.outbox.changed.connect(self._on_outbox_changed),
        ):
            self.destroyed.connect(stop)

    @property
    def dialog_id(self) -> DialogId | None:
        """The open dialog."""
        return self.dialog.id if self.dialog else None

    @property
    def auto_deliver(self) -> bool:
        """Whether operators' messages are acknowledged by themselves."""
        return self._desk.outbox.auto_deliver

    def start(self) -> None:
        """Tell what is known at the beginning."""
        self._on_health_changed(self._desk.feed.health)
        self.delivery_changed.emit(self.auto_deliver)

    def open(self, wanted: DialogId | None) -> None:
        """Show another dialog."""
        if wanted == self.dialog_id:
            return
        self.dialog = self._desk.dialogs.get(wanted) if wanted is not None else None
        self.opened.emit(self.dialog)

    def find_unread(self) -> None:
        """The open dialog has been read: look where its new messages begin."""
        if self.dialog is not None and self.dialog.unread:
            work = partial(self._find_unread, self.dialog)
            self.tasks.start(f"unread {self.dialog.id}", work)

    async def raw_text(self, message: Message) -> RawText:
        """A message as the portal sent it.

        Raises:
            JournalFailed: it cannot be read.
        """
        desk, dialog = self._desk, self._desk.dialogs.get(message.dialog)
        connector = dialog.connector if dialog is not None else ""
        signed = desk.connectors.signs(connector)
        return await raw_text(desk.journal, desk.people, connector, message, signed=signed)

    def see(self) -> None:
        """The end of the open dialog is on the screen."""
        if self.dialog is not None and self.dialog.unread:
            self.tasks.start("see", partial(self._desk.dialogs.see, self.dialog.id))

    def act(self, action: str, position: int) -> None:
        """Do something to a message of the open dialog: retry, discard, check, settle, deliver,
        delete.
        """
        outbox = self._desk.outbox
        work: Callable[[DialogId, int], Awaitable[object]] = {
            "retry": outbox.retry,
            "discard": outbox.discard,
            "check": outbox.check,
            "settle": outbox.settle,
            "deliver": outbox.deliver,
            "delete": outbox.delete,
        }[action]
        if self.dialog is not None:
            call = partial(work, self.dialog.id, position)
            self.tasks.start(f"{action} {self.dialog.id} {position}", partial(_done, call))

    def is_mine(self, message: Message) -> bool:
        """Whether the signed-in user wrote it as an operator and may change it at the portal."""
        return self._desk.linked.messages.is_mine(message)

    def can_keep(self, message: Message) -> bool:
        """Whether a message can become a quick answer at the portal."""
        return self._desk.portal_answers.can_save(message)

    def rename(self, dialog: DialogId, name: str) -> None:
        """Give a chat another title."""
        call = partial(self._desk.outbox.rename, dialog, name)
        self.tasks.start("rename", partial(_done, call))

    def set_auto_deliver(self, on: bool) -> None:
        """Acknowledge operators' messages by themselves, or by hand."""
        if on != self.auto_deliver:
            self.tasks.start("delivery", partial(self._desk.outbox.set_auto_deliver, on))

    def try_again(self) -> None:
        """Ask the portal at once, and send what waits."""
        self._desk.feed.resume()
        self._desk.feed.poll_now()
        self._desk.outbox.hurry()

    def note_gap(self) -> None:
        """The person has seen that something may be missing."""
        self.tasks.start("gap", self._desk.feed.take_note)

    async def _find_unread(self, dialog: Dialog) -> None:
        """The line of new messages stands before the oldest of the last unread ones."""
        left, end, found = dialog.unread, dialog.count, -1
        while left > 0 and end > max(0, dialog.count - _SEARCHED):
            first = max(0, end - PAGE)
            for message in reversed(await self._desk.dialogs.page(dialog.id, first, end - first)):
                if left and is_news(message):
                    left, found = left - 1, message.position
            end = first
        if found >= 0 and dialog.id == self.dialog_id:
            self.unread_found.emit(found, dialog.unread)

    def _on_dialog_changed(self, dialog: Dialog) -> None:
        if dialog.id == self.dialog_id:
            self.dialog = dialog
            self.changed.emit(dialog)

    def _on_health_changed(self, health: FeedHealth) -> None:
        troubled = health.state in _TROUBLED and health.problem is not None
        words = explain_problem(health.problem) if troubled and health.problem else None
        self.notice_changed.emit(words, health)

    def _on_outbox_changed(self, _counts: object) -> None:
        self.delivery_changed.emit(self.auto_deliver)

    def _on_failed(self, _name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.failed.emit(explain(error))


async def _done(call: Callable[[], Awaitable[object]]) -> None:
    await call()


def is_news(message: Message) -> bool:
    """Whether a message counts as unread for the customer: the portal's side wrote it."""
    return message.author is not Author.CUSTOMER and message.delivery is not Delivery.NONE
