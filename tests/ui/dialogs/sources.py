"""A source of messages without a portal: the two coroutines and the signal of `Dialogs`."""

import asyncio
from array import array
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from app.domain.dialog import Author, Delivery, DialogId, Message, MessageChange
from app.services.signal import Signal

DIALOG, OTHER = DialogId(1), DialogId(2)
BEGIN = datetime(2026, 7, 14, 14, 18, tzinfo=UTC)


def message(
    position: int, text: str = "Hello", author: Author = Author.CUSTOMER, **more: Any
) -> Message:
    """A message of the customer Anna, or of somebody else."""
    names = {Author.CUSTOMER: "Anna", Author.OPERATOR: "Olga Demina", Author.BOT: "Lumi"}
    usual = {"delivery": Delivery.SENT if author is Author.CUSTOMER else Delivery.DELIVERED}
    at = more.pop("at", BEGIN + timedelta(seconds=position))
    dialog = more.pop("dialog", DIALOG)
    name = more.pop("author_name", names.get(author, ""))
    return Message(dialog, position, author, name, text, at, **(usual | more))


def many(count: int, text: str = "Message {n}") -> list[Message]:
    """A long conversation of two, three messages each in turn."""
    sides = Author.CUSTOMER, Author.OPERATOR
    return [message(n, text.format(n=n), sides[n // 3 % 2]) for n in range(count)]


class Source:
    """Holds the messages of some dialogs. `gate` can be closed to keep pages back."""

    def __init__(self, *rows: Iterable[Message]) -> None:
        self.message_changed: Signal[MessageChange] = Signal()
        self.trimmed: Signal[DialogId] = Signal()
        self.rows: dict[DialogId, list[Message]] = {DIALOG: [], OTHER: []}
        for row in rows:
            for each in row:
                self.rows[each.dialog].append(each)
        self.asked: list[tuple[int, int]] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def outline(self, wanted: DialogId) -> "tuple[int, array[int]]":
        """Lengths."""
        lengths = array("I", (len(each.text) for each in self.rows[wanted]))
        await asyncio.sleep(0)
        return 0, lengths

    async def page(self, wanted: DialogId, first: int, count: int) -> tuple[Message, ...]:
        """Rows as they are when asked, handed out when the gate is open."""
        rows = tuple(self.rows[wanted][first : first + count])
        self.asked.append((first, count))
        await self.gate.wait()
        await asyncio.sleep(0)
        return rows

    def append(self, text: str, author: Author = Author.OPERATOR, **more: Any) -> Message:
        """Somebody writes."""
        added = message(len(self.rows[DIALOG]), text, author, **more)
        self.rows[DIALOG].append(added)
        self.message_changed.emit(MessageChange(added, inserted=True))
        return added

    def change(self, position: int, **more: Any) -> Message:
        """A message becomes another value."""
        changed = replace(self.rows[DIALOG][position], **more)
        self.rows[DIALOG][position] = changed
        self.message_changed.emit(MessageChange(changed, inserted=False))
        return changed
