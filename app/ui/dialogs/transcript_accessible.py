"""The transcript for screen readers: a list whose items are the messages.

Qt asks for an interface only while an assistive technology is at work, so nothing here costs
anything otherwise. A message that was not read yet says so instead of its text.
"""

from functools import cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)

from app.domain.dialog import Attachment, Author, Message
from app.domain.links import neutral
from app.services.notes import read_note
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.texts import shown_text
from app.ui.dialogs.transcript_model import NOWHERE
from app.ui.dialogs.words import Words

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView


class SpokenWords(Words):
    """A message as a sentence; `cards` tells how its files stand."""

    def __init__(self, cards: FileCards | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards = cards

    def message(self, message: Message | None, position: int) -> str:
        """Author, time, text, state."""
        if message is None:
            return self.tr("Message {number}, not read yet").format(number=position + 1)
        if read_note(message) is not None:
            return self.note(message)
        head = f"{self.author(message)}, {self.time(message.at)}"
        text = self.deleted(message) or shown_text(message).text
        edited = self.tr("edited") if message.edits and not message.deleted_at else ""
        files = ", ".join(self._file(each) for each in message.attachments)
        state = self.trouble(message) or self.delivery(message.delivery)
        return "; ".join(part for part in (f"{head}: {text}", files, edited, state) if part)

    def _file(self, attachment: Attachment) -> str:
        name = neutral(attachment.name) or self.nameless_file()
        told = self.tr("file {name}").format(name=name)
        return told if self._cards is None else f"{told}, {self._cards.view(attachment).note}"


class MessageInterface(QAccessibleInterface):
    """One item of the list."""

    def __init__(self, view: "TranscriptView", position: int) -> None:
        super().__init__()
        self._view, self._position = view, position

    def isValid(self) -> bool:
        """Whether there still is such a message."""
        return self._position < self._view.model.count()

    def object(self) -> QObject | None:  # type: ignore[override]
        """No object: an item is painted."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return QAccessible.queryAccessibleInterface(self._view)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing inside."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Nothing inside."""
        return None

    def childCount(self) -> int:
        """Nothing inside."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Nothing inside."""
        return -1

    def rect(self) -> QRect:
        """Where it is on the screen; empty while it is scrolled away."""
        place = self._view.window_rows.find(self._position)
        if place is None:
            return QRect()
        port = self._view.viewport()
        corner = port.mapToGlobal(port.rect().topLeft())
        return QRect(corner.x(), corner.y() + place.y, port.width(), place.height)

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it can have, or has, the keyboard, and whether it is on the screen."""
        state = QAccessible.State()
        state.focusable = state.readOnly = True
        focused = self._view.hasFocus() and self._view.focused == self._position
        state.focused = focused
        hidden = self._view.window_rows.find(self._position) is None
        state.offscreen = hidden
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The message as a sentence is its name."""
        if kind is not QAccessible.Text.Name:
            return ""
        view, rows = self._view, self._view.rows
        told = view.spoken.message(view.model.message(self._position), self._position)
        if self._position != rows.first_unread or not rows.unread:
            return told
        return f"{view.spoken.new_messages(rows.unread)}. {told}"

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Messages are not changed this way."""


class TranscriptInterface(QAccessibleObject):
    """The list."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view
        self._items: dict[int, MessageInterface] = {}

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The message at a position."""
        if not 0 <= index < self.childCount():
            return None
        position = index + self._view.model.start
        if position not in self._items:
            self._items[position] = MessageInterface(self._view, position)
        return self._items[position]

    def childCount(self) -> int:
        """How many messages there are."""
        model = self._view.model
        return model.count() - model.start

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which message it is."""
        found = (n for n, item in self._items.items() if item is child)
        position = next(found, NOWHERE)
        return -1 if position == NOWHERE else position - self._view.model.start

    def childAt(self, _x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The message at a place of the screen."""
        port = self._view.viewport()
        top = port.mapToGlobal(port.rect().topLeft()).y()
        place = self._view.window_rows.at(y - top)
        return self.child(place.position - self._view.model.start) if place is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The message that the keyboard is on."""
        return self.child(self._view.focused - self._view.model.start)

    def parent(self) -> QAccessibleInterface:
        """The widget that the transcript lies in."""
        above = self._view.parentWidget() or QCoreApplication.instance()
        return QAccessible.queryAccessibleInterface(cast(QObject, above))

    def rect(self) -> QRect:
        """Where it is on the screen."""
        view = self._view
        return QRect(view.mapToGlobal(view.rect().topLeft()), view.size())

    def role(self) -> QAccessible.Role:
        """A list."""
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        """It can have the keyboard."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._view.hasFocus()
        state.invisible = not self._view.isVisible()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name."""
        return self._view.accessibleName() if kind is QAccessible.Text.Name else ""


@cache
def install() -> None:
    """Qt asks here for the interface of every widget that it has none for yet."""
    QAccessible.installFactory(_interface_of)


def tell_focus(view: "TranscriptView", position: int) -> None:
    """The keyboard is on another message."""
    if QAccessible.isActive() and position != NOWHERE:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(position - view.model.start)
        QAccessible.updateAccessibility(event)


def tell_arrival(view: "TranscriptView", message: Message) -> None:
    """Say aloud what somebody else wrote, while the transcript is on the screen."""
    if QAccessible.isActive() and view.isVisible() and message.author is not Author.CUSTOMER:
        text = view.spoken.message(message, message.position)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, text))


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from app.ui.dialogs.transcript_view import TranscriptView

    if not isinstance(thing, TranscriptView):
        return None
    thing.accessible = TranscriptInterface(thing)  # Qt owns it; Python must not forget it earlier
    return thing.accessible
