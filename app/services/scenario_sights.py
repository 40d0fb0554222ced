"""What a scenario can expect: in the models that the window draws, and in the portal's state.

A sight is looked at again and again until it comes true or its time is over. Nothing sleeps for a
fixed time.
"""

import asyncio
import time
from collections.abc import Iterator
from typing import Any

import msgspec

from app.domain.connector import LineState
from app.domain.dialog import Author, Delivery, DialogState
from app.services.scenario_stage import Stage, Story, Unmet, find_message, line_named

LOOK_AGAIN_SECONDS = 0.05


class Sight(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An expectation. `within` is how many seconds it may take."""

    within: float = 15.0

    async def look(self, stage: Stage, story: Story) -> str:
        """Answer what is seen when it is as expected, else raise Unmet with what is seen."""
        raise Unmet("nothing was expected")

    async def play(self, stage: Stage, story: Story) -> str:
        """Look until it is as expected."""
        deadline = time.monotonic() + self.within
        while True:
            try:
                return await self.look(stage, story)
            except Unmet:
                if time.monotonic() > deadline:
                    raise
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


def _expect(**pairs: tuple[Any, Any]) -> str:
    """Compare each wanted value that is not None with the seen one."""
    wrong = [
        f"{name}: expected {wanted!r}, seen {seen!r}"
        for name, (wanted, seen) in pairs.items()
        if wanted is not None and wanted != seen
    ]
    if wrong:
        raise Unmet("; ".join(wrong))
    true = {name: str(seen) for name, (wanted, seen) in pairs.items() if wanted is not None}
    return ", ".join(f"{name} {seen or 'none'}" for name, seen in true.items())


class SeeUser(Sight, frozen=True, kw_only=True):
    """Whom the window names as signed in."""

    name: str

    async def look(self, stage: Stage, story: Story) -> str:
        """The name."""
        return _expect(user=(self.name, stage.shown_user()))


class SeeState(Sight, frozen=True, kw_only=True):
    """A cell of the connector and line grid."""

    connector: str
    line: str = "first"
    state: LineState

    async def look(self, stage: Stage, story: Story) -> str:
        """The state."""
        line = line_named(stage, self.line)
        return _expect(state=(self.state, stage.shown_state(self.connector, line.id)))


class SeeConnector(Sight, frozen=True, kw_only=True):
    """Whether the list of connectors shows one."""

    id: str
    listed: bool = True

    async def look(self, stage: Stage, story: Story) -> str:
        """Whether it is there."""
        return _expect(listed=(self.listed, self.id in stage.shown_connectors()))


class SeeDialog(Sight, frozen=True, kw_only=True):
    """A row of the dialog list."""

    customer: str
    state: DialogState | None = None
    last_text: str | None = None
    name: str | None = None
    operator: str | None = None

    async def look(self, stage: Stage, story: Story) -> str:
        """The row."""
        wanted = story.dialog(self.customer)
        for row in stage.shown_dialogs():
            if row.id == wanted:
                return _expect(
                    state=(self.state, row.state),
                    last_text=(self.last_text, row.last_text),
                    name=(self.name, row.name),
                    operator=(self.operator, row.operator),
                )
        raise Unmet(f"the list has no row of {self.customer}")


class SeeMessage(Sight, frozen=True, kw_only=True):
    """A bubble of the transcript, found by its text; `times` guards against doubles."""

    customer: str
    text: str
    author: Author | None = None
    author_name: str | None = None
    delivery: Delivery | None = None
    edited_from: str | None = None
    deleted: bool | None = None
    times: int = 1

    async def look(self, stage: Stage, story: Story) -> str:
        """The bubble."""
        dialog = story.dialog(self.customer)
        message = await find_message(stage, dialog, self.text)
        same = [m for m in await stage.shown_messages(dialog) if m.text == self.text]
        return _expect(
            text=(self.text, message.text),
            author=(self.author, message.author),
            author_name=(self.author_name, message.author_name),
            delivery=(self.delivery, message.delivery),
            edited_from=(self.edited_from, message.edits[-1].text if message.edits else None),
            deleted=(self.deleted, message.deleted_at is not None),
            times=(self.times, len(same)),
        )


class SeeCall(Sight, frozen=True, kw_only=True):
    """The newest row of the inspector for a method."""

    method: str
    status: int | None = None
    error: str | None = None

    async def look(self, stage: Stage, story: Story) -> str:
        """The row."""
        rows = [row for row in stage.shown_calls() if row.method == self.method]
        if not rows:
            raise Unmet(f"no call of {self.method}")
        newest = max(rows, key=lambda row: row.id)
        return _expect(status=(self.status, newest.status), error=(self.error, newest.error))


def _chats(state: Any) -> Iterator[dict[str, Any]]:
    chats = state["chats"]
    yield from chats.values() if isinstance(chats, dict) else chats


async def _chat(stage: Stage, story: Story, customer: str) -> dict[str, Any]:
    dialog = stage.desk.dialogs.get(story.dialog(customer))
    for chat in _chats(await stage.portal_state()):
        if dialog and dialog.portal_chat == int(chat["id"]):
            return chat
    raise Unmet(f"the portal has no chat of {customer}")


class PortalLine(Sight, frozen=True, kw_only=True):
    """Whether a connector is switched on at the portal."""

    connector: str
    line: str = "first"
    active: bool

    async def look(self, stage: Stage, story: Story) -> str:
        """The switch."""
        line = line_named(stage, self.line)
        state = await stage.portal_state()
        return _expect(active=(self.active, _is_active(state, self.connector, line.id)))


def _is_active(state: Any, connector: str, line: int) -> bool:
    rows = state["connectors"]
    found = next((row for row in rows if row["id"] == connector), None)
    statuses = (found or {}).get("lines", [])
    return any(int(row["line"]) == line and bool(row["active"]) for row in statuses)


class PortalConnector(Sight, frozen=True, kw_only=True):
    """Whether the portal knows a connector, by which name, and how its channel is described."""

    id: str
    registered: bool = True
    name: str | None = None
    line: str = "first"
    channel: str | None = None

    async def look(self, stage: Stage, story: Story) -> str:
        """What the portal has of it."""
        rows = (await stage.portal_state())["connectors"]
        found: dict[str, Any] = next((row for row in rows if row["id"] == self.id), {})
        line = line_named(stage, self.line)
        data = [row["data"] for row in found.get("lines", []) if int(row["line"]) == line.id]
        return _expect(
            registered=(self.registered, bool(found)),
            name=(self.name, found.get("name")),
            channel=(self.channel, data[0].get("NAME") if data and data[0] else None),
        )


class PortalMessage(Sight, frozen=True, kw_only=True):
    """A message in the portal's chat, found by its text."""

    customer: str
    text: str
    delivered: bool | None = None
    deleted: bool | None = None
    times: int = 1

    async def look(self, stage: Stage, story: Story) -> str:
        """The message."""
        chat = await _chat(stage, story, self.customer)
        same = [each for each in chat["messages"] if each["text"] == self.text]
        if not same:
            raise Unmet(f"the chat has no {self.text!r}: {[m['text'] for m in chat['messages']]}")
        newest = same[-1]
        return _expect(
            text=(self.text, newest["text"]),
            delivered=(self.delivered, bool(newest.get("delivered"))),
            deleted=(self.deleted, bool(newest.get("deleted"))),
            times=(self.times, len(same)),
        )


class PortalChat(Sight, frozen=True, kw_only=True):
    """The portal's chat of a customer: its title and whether a session is open."""

    customer: str
    title: str | None = None
    open: bool | None = None

    async def look(self, stage: Stage, story: Story) -> str:
        """The chat."""
        chat = await _chat(stage, story, self.customer)
        sessions = [not session["closed"] for session in chat["sessions"]]
        return _expect(
            title=(self.title, chat.get("title", chat.get("name"))),
            open=(self.open, any(sessions)),
        )
