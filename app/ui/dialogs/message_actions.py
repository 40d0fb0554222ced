"""Does what was clicked, chosen or pressed on a message; asks first where that is due."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from app.domain.dialog import Delivery, Message
from app.domain.links import parse_link, shows_host
from app.services.doubt import is_undecided
from app.ui import prompts
from app.ui.dialogs.composer_presenter import ComposerPresenter
from app.ui.dialogs.file_actions import ACTS, FileActions
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.dialogs.message_card import MessageCard
from app.ui.dialogs.message_menu import MessageEntries
from app.ui.dialogs.presenter import DialogsPresenter
from app.ui.dialogs.round_trip import RoundTripDialog
from app.ui.dialogs.texts import cut, shown_text
from app.ui.dialogs.whole_text import WholeText
from app.ui.dialogs.words import Words
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView


_CHANGES = ("edit", "delete")


class MessageActions(QObject):
    """Belongs to one transcript."""

    quote_asked = Signal(str)  # the text to quote
    trace_asked = Signal(object)  # Message
    raw_asked = Signal(object)  # Message
    own_asked = Signal(str, object)  # what an operator does with a message at the portal, Message
    keep_asked = Signal(str, object)  # "keep" or "keep_there", Message
    begin_asked = Signal(object)  # Message with which a session begins
    deletion_asked = Signal(object)  # Message whose request to delete is wanted

    def __init__(
        self,
        view: "TranscriptView",
        presenter: DialogsPresenter,
        composer: ComposerPresenter,
        theme: Theme,
    ) -> None:
        super().__init__(view)
        self._view, self._presenter, self._composer = view, presenter, composer
        self._theme, self._words = theme, Words(self)
        takes_back = composer.can_take_back
        self._entries = MessageEntries(view.cards, self, presenter.is_mine, takes_back)
        self._entries.can_keep = presenter.can_keep
        self._opener = LinkOpener(view, presenter.tasks)
        self._files = FileActions(view, view.cards, self._opener, presenter.tasks)
        view.action_asked.connect(self.do)
        view.menu_asked.connect(self.open_menu)

    def offer_beginning(self, can_begin: Callable[[Message], bool]) -> None:
        """What tells of which messages a session can begin."""
        self._entries.can_begin = can_begin

    def do(self, position: int, action: str) -> None:
        """Do something to a message, if it makes sense."""
        message = self._view.model.message(position)
        if message is None:
            return
        kind, _, value = action.partition(":")
        if kind == "link":
            self._opener.open(value, self._caption(position, value))
        elif kind == "contact":
            self._opener.contact(value)
        elif kind in ACTS:
            self._files.do(kind, message, value)
        elif self._entries.allows(message, kind):
            self._on_message(kind, message)

    def open_menu(self, position: int, place: QPoint) -> None:
        """The menu of a message, at a place of the screen."""
        message = self._view.model.message(position)
        if message is None:
            return
        menu = QMenu(self._view)
        if not self._view.selection.is_empty:
            text = self.tr("Copy the selection")
            self._add(menu, text, "Ctrl+C", "copy").triggered.connect(self._view.copier.copy)
        for entry in self._entries.of(message):
            action = self._add(menu, entry.text, entry.key, entry.icon)
            action.triggered.connect(partial(self.do, position, entry.action))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _caption(self, position: int, address: str) -> str:
        """The words of a link; of several links to one address, those that tell least."""
        row = self._view.rows.layout(position)
        words = [
            cut(box.shown.text, each.start, each.end)
            for box in (row.boxes if row is not None else ())
            for each in box.shown.ranges
            if each.link == address
        ]
        link = parse_link(address)
        told = [each for each in words if link is not None and shows_host(each, link)]
        return words[0] if words and len(told) == len(words) else ""

    def _on_message(self, action: str, message: Message) -> None:
        position = message.position
        if action in ("like", "unlike") or (
            action in _CHANGES and self._presenter.is_mine(message)
        ):
            self.own_asked.emit(action, message)
        elif action in ("keep", "keep_there"):
            self.keep_asked.emit(action, message)
        elif action == "takeback":
            self._composer.take_back(position)
        elif action == "copy":
            self._view.copier.copy_message(message)
        elif action == "edits":
            self._view.rows.toggle_edits(position)
            self._view.arrange()
        elif action == "text":
            self._view.rows.toggle_deleted(position)
            self._view.arrange()
        elif action == "quote":
            self.quote_asked.emit(shown_text(message).text)
        elif action in ("trace", "raw", "request", "begin"):
            {
                "trace": self.trace_asked,
                "raw": self.raw_asked,
                "request": self.deletion_asked,
                "begin": self.begin_asked,
            }[action].emit(message)
        elif action == "edit":
            self._composer.edit(message)
        elif action == "deliver" or (action == "retry" and not _may_have_arrived(message)):
            self._presenter.act(action, position)
        else:
            ask = {
                "delete": self._delete,
                "discard": self._discard,
                "check": self._check,
                "retry": self._retry,
                "details": self._show_details,
                "trip": self._show_trip,
                "whole": self._show_whole,
            }[action]
            self._presenter.tasks.start("ask", partial(ask, message))

    async def _delete(self, message: Message) -> None:
        text = self.tr("It is deleted for the operators too. Its text stays in the journal here.")
        if await prompts.ask(
            self._view, self.tr("Delete the message?"), text, self.tr("Delete"), danger=True
        ):
            self._presenter.act("delete", message.position)

    async def _discard(self, message: Message) -> None:
        text = self.tr("The console will not try again. The text can still be read and copied.")
        title = self.tr("Give up what was not sent?")
        if await prompts.ask(self._view, title, text, self.tr("Discard"), danger=True):
            self._presenter.act("discard", message.position)

    async def _retry(self, message: Message) -> None:
        title = self.tr("Send it again?")
        text = self.tr(
            "No answer came. It is looked for in the portal's chat first; if it did arrive and "
            "cannot be found there, it will be there twice."
        )
        if await prompts.ask(self._view, title, text, self.tr("Send again")):
            self._presenter.act("retry", message.position)

    async def _check(self, message: Message) -> None:
        """Look once more; where that was in vain before, a person may know better."""
        self._presenter.act("check", message.position)
        if not is_undecided(message):
            return
        dialog = self._presenter.dialog
        chat = str(dialog.portal_chat) if dialog and dialog.portal_chat else self.tr("not known")
        text = self.tr(
            "No answer came, so the message may have arrived. Look in the portal's chat {chat}. "
            "If it stands there, confirm. If not, close this and retry."
        )
        title, confirm = self.tr("Did the message arrive?"), self.tr("It arrived")
        if await prompts.ask(self._view, title, text.format(chat=chat), confirm):
            self._presenter.act("settle", message.position)

    async def _show_details(self, message: Message) -> None:
        await prompts.show(MessageCard(self._view, message, self._words, self._theme))

    async def _show_trip(self, message: Message) -> None:
        raw = await self._presenter.raw_text(message)
        await prompts.show(RoundTripDialog(self._view, self._theme, raw))

    async def _show_whole(self, message: Message) -> None:
        await prompts.show(WholeText(self._view, self._theme, message.text))

    def _add(self, menu: QMenu, text: str, key: str, icon: str) -> QAction:
        action = QAction(self._theme.icon(icon), text, menu)
        if key:
            # A menu shows a shortcut only if it has one; this one works while the menu is open.
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
        menu.addAction(action)
        return action


def _may_have_arrived(message: Message) -> bool:
    return message.delivery is Delivery.UNKNOWN
