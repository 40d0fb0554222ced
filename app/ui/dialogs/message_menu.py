"""What can be done with a message: the entries of its menu, each with its key."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject

from app.domain.dialog import Author, Delivery, Message
from app.domain.links import find_contacts, neutral, parse_link
from app.domain.long_texts import is_long
from app.services.notes import read_note
from app.ui.dialogs.composer_presenter import can_change
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.texts import shown_text

_MOST, _LONGEST = 3, 48


class Entry(NamedTuple):
    """An entry of the menu. `key` is only told: the transcript listens to it."""

    action: str
    text: str
    key: str = ""
    icon: str = ""


class MessageEntries(QObject):
    """Asks only how the files of a message stand, and whether it is the signed-in operator's."""

    def __init__(
        self,
        cards: FileCards,
        parent: QObject | None = None,
        is_mine: Callable[[Message], bool] = lambda _: False,
        can_take_back: Callable[[Message], bool] = lambda _: False,
    ) -> None:
        super().__init__(parent)
        self._cards, self._is_mine, self._can_take_back = cards, is_mine, can_take_back
        self.can_keep: Callable[[Message], bool] = lambda _: False
        self.can_begin: Callable[[Message], bool] = lambda _: False

    def of(self, message: Message) -> list[Entry]:
        """The entries for a message, the most useful ones first."""
        entries = [Entry("copy", self.tr("Copy text"), "Ctrl+C", "copy")]
        if read_note(message) is not None:
            return [*entries, Entry("raw", self.tr("Raw payloads…"), "F8", "list")]
        if message.text:
            entries.append(Entry("quote", self.tr("Quote"), "R", "quote"))
        if is_long(message.text):
            entries.append(Entry("whole", self.tr("Show the whole message…"), "W", "eye"))
        entries += [*self._files(message), *self._contacts(message)]
        if message.delivery is Delivery.UNKNOWN:
            entries.append(Entry("check", self.tr("Check…"), "", "question"))
        if self._can_take_back(message):
            entries.append(Entry("takeback", self.tr("Take back"), "Z", "arrow-left"))
        elif message.delivery is Delivery.QUEUED:
            entries.append(Entry("discard", self.tr("Discard…"), "", "close"))
        elif message.delivery in (Delivery.UNKNOWN, Delivery.FAILED) or message.problem is not None:
            entries.append(Entry("retry", self.tr("Retry"), "A", "refresh"))
            entries.append(Entry("discard", self.tr("Discard…"), "", "close"))
        if message.delivery is Delivery.RECEIVED:
            entries.append(Entry("deliver", self.tr("Mark as delivered"), "D", "double-check"))
        if can_change(message):
            entries.append(Entry("edit", self.tr("Edit"), "F2", "pencil"))
            entries.append(Entry("delete", self.tr("Delete…"), "Del", "trash"))
            entries.append(Entry("request", self.tr("Show the request to delete…"), "", "eye"))
        entries += [*self._of_operator(message), *self._keeping(message)]
        if message.edits and message.deleted_at is None:
            entries.append(Entry("edits", self.tr("Show or hide old texts"), "E", "eye"))
        if message.deleted_at is not None:
            entries.append(Entry("text", self.tr("Show or hide the deleted text"), "O", "eye"))
        if message.author is not Author.CUSTOMER:
            entries.append(Entry("trip", self.tr("Show text round trip…"), "", "swap"))
        entries.append(Entry("trace", self.tr("Trace"), "T", "flow"))
        entries.append(Entry("raw", self.tr("Raw payloads…"), "F8", "list"))
        entries.append(Entry("details", self.tr("Details of the message…"), "", "info"))
        return entries

    def allows(self, message: Message, action: str) -> bool:
        """Whether an action makes sense for a message."""
        return any(entry.action == action for entry in self.of(message))

    def _of_operator(self, message: Message) -> Iterator[Entry]:
        """What an operator may do at the portal: change his own, like anybody's."""
        if self._is_mine(message):
            yield Entry("edit", self.tr("Change my message…"), "F2", "pencil")
            yield Entry("delete", self.tr("Delete my message…"), "Del", "trash")
        if message.im is not None and message.deleted_at is None:
            yield Entry("like", self.tr("Like: only colleagues see it"), "", "check-circle")
            yield Entry("unlike", self.tr("Take my like back"), "", "minus")
        if self.can_begin(message):
            yield Entry("begin", self.tr("Start a session from here"), "", "headset")

    def _keeping(self, message: Message) -> Iterator[Entry]:
        """A text that may be needed again."""
        if message.text and message.deleted_at is None:
            yield Entry("keep", self.tr("Keep as a quick answer…"), "", "bolt")
        if self.can_keep(message):
            yield Entry("keep_there", self.tr("Save as a quick answer at the portal"), "", "bolt")

    def _files(self, message: Message) -> Iterator[Entry]:
        keys = {"load": "L", "save": "S"}
        icons = {"load": "download", "cancel": "stop", "save": "download"}
        for number, file in enumerate(message.attachments[:_MOST]):
            view, name = self._cards.view(file), short(neutral(file.name))
            if view.action:
                key = keys.pop(view.action, "")
                text = self.tr("{act}: {name}").format(act=view.label, name=name)
                yield Entry(f"{view.action}:{number}", text, key, icons[view.action])
            if parse_link(file.url) is not None:
                text = self.tr("Open in the browser…: {name}").format(name=name)
                yield Entry(f"browse:{number}", text, "", "external")

    def _contacts(self, message: Message) -> Iterator[Entry]:
        text = "" if message.deleted_at else shown_text(message).text
        for contact in find_contacts(text)[:_MOST]:
            kind, _, shown = contact.partition(":")
            words = (
                self.tr("Write to {address}…") if kind == "mailto" else self.tr("Call {address}…")
            )
            yield Entry(f"contact:{contact}", words.format(address=short(shown)), "", "send")


def short(text: str) -> str:
    """As much of a foreign word as a menu has room for; a menu reads `&` as a key."""
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    return cut.replace("&", "&&")
