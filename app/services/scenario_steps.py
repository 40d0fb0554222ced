"""What a scenario can do: each verb is a struct of its arguments with a `play`.

`play` answers what it saw, in a few words for the report.
"""

from typing import Protocol
from urllib.parse import quote

import msgspec

from app.domain.connector import FLAG_DEFAULTS, ChannelData, Icon, Registration
from app.domain.dialog import Customer
from app.services import scenario_sights as sights
from app.services.scenario_stage import Stage, Story, Unmet, find_message, line_named

LAMP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#ffffff" '
    'd="M11 5h10l5 12H6zM15 17h2v8h5v2H10v-2h5z"/></svg>'
)


class Step(Protocol):
    """One step of a chapter."""

    async def play(self, stage: Stage, story: Story) -> str:
        """Do it, or wait until it is seen.

        Raises:
            Unmet: it did not come true.
        """


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Arguments of a verb; an unknown argument is refused."""


class SignIn(Verb, frozen=True):
    """Sign in through the portal's own page."""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers who is signed in."""
        await stage.sign_in()
        return f"signed in as {stage.shown_user()}"


class Register(Verb, frozen=True):
    """`imconnector.register` with a small icon of our own."""

    id: str
    name: str
    handler: str = "https://lamp.example/settings"
    color: str = "#e0a526"
    chat_group: bool = False

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the id."""
        icon = Icon("data:image/svg+xml," + quote(LAMP), self.color)
        flags = FLAG_DEFAULTS | {"CHAT_GROUP": self.chat_group}
        registration = Registration(self.id, self.name, self.handler, icon, flags=flags)
        await stage.desk.connectors.register(registration)
        return f"registered {self.id}"


class OnLine(Verb, frozen=True):
    """A connector and a line by id, by name, or "first"."""

    connector: str
    line: str = "first"


class Activate(OnLine, frozen=True):
    """`imconnector.activate` with 1, then the status is read again."""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the state before and after."""
        line = line_named(stage, self.line)
        change = await stage.desk.connectors.activate(self.connector, line.id)
        before = change.before.state if change.before else "unknown"
        after = change.after.state if change.after else "unknown"
        return f"on line {line.id}: {before} -> {after}"


class Deactivate(OnLine, frozen=True):
    """`imconnector.deactivate`, or `activate` with 0 where the portal does not know it."""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers which of the two calls did it."""
        line = line_named(stage, self.line)
        change = await stage.desk.connectors.deactivate(self.connector, line.id)
        used = "imconnector.activate with 0" if change.fallback else "imconnector.deactivate"
        return f"off on line {line.id} by {used}"


class SetData(OnLine, frozen=True):
    """`imconnector.connector.data.set`, all four fields."""

    id: str = ""
    url: str = ""
    url_im: str = ""
    name: str = ""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the channel's name."""
        line = line_named(stage, self.line)
        data = ChannelData(self.id, self.url, self.url_im, self.name)
        await stage.desk.connectors.set_data(self.connector, line.id, data)
        return f"line {line.id} is called {self.name}"


class Unregister(Verb, frozen=True):
    """`imconnector.unregister`."""

    id: str

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the id."""
        await stage.desk.connectors.unregister(self.id)
        return f"unregistered {self.id}"


class Write(OnLine, frozen=True):
    """A customer writes; the first message of a customer begins a dialog."""

    customer: str = ""
    text: str = ""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers whether a dialog was begun."""
        outbox = stage.desk.outbox
        if self.customer in story.dialogs:
            await outbox.send(story.dialogs[self.customer], self.text)
            return f"{self.customer} wrote again"
        number = len(story.dialogs) + 1
        first, _, last = self.customer.partition(" ")
        mark = f"{story.run}-{number}"
        person = Customer(f"customer-{mark}", first, f"conversation-{mark}", last)
        line = line_named(stage, self.line)
        dialog = await outbox.start_dialog(self.connector, line.id, person, self.text)
        story.dialogs[self.customer] = dialog.id
        await stage.show("dialogs", dialog.id)
        return f"{self.customer} began a dialog on line {line.id}"


class Edit(Verb, frozen=True):
    """The customer changes a message of his own."""

    customer: str
    text: str
    to: str

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers both texts."""
        message = await find_message(stage, story.dialog(self.customer), self.text)
        await stage.desk.outbox.edit(message.dialog, message.position, self.to)
        return f"{self.text!r} -> {self.to!r}"


class Delete(Verb, frozen=True):
    """The customer deletes a message of his own."""

    customer: str
    text: str

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the text."""
        message = await find_message(stage, story.dialog(self.customer), self.text)
        await stage.desk.outbox.delete(message.dialog, message.position)
        return f"deleted {self.text!r}"


class Rename(Verb, frozen=True):
    """`imconnector.chat.name.set`."""

    customer: str
    to: str

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the new title."""
        await stage.desk.outbox.rename(story.dialog(self.customer), self.to)
        return f"the chat is called {self.to!r}"


class Operator(Verb, frozen=True):
    """Somebody at the portal, outside this application: reply, edit, delete or close."""

    do: str
    customer: str
    text: str = ""
    to: str = ""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers what was done."""
        dialog = stage.desk.dialogs.get(story.dialog(self.customer))
        if dialog is None or dialog.portal_chat is None:
            raise Unmet(f"the portal has no chat of {self.customer} yet")
        body: dict[str, object] = {"chat_id": dialog.portal_chat}
        if self.do in {"edit", "delete"}:
            message = await find_message(stage, dialog.id, self.text)
            body = {"message_id": message.im, "text": self.to}
        elif self.do == "reply":
            body["text"] = self.text
        await stage.portal(self.do, body)
        return f"an operator did '{self.do}' in chat {dialog.portal_chat}"


class Show(Verb, frozen=True):
    """Bring a page to the front."""

    page: str
    customer: str = ""

    async def play(self, stage: Stage, story: Story) -> str:
        """Answers the page."""
        await stage.show(self.page, story.dialogs.get(self.customer))
        return f"{self.page} in front"


VERBS: dict[str, type[Step]] = {
    "sign_in": SignIn,
    "register": Register,
    "activate": Activate,
    "deactivate": Deactivate,
    "set_data": SetData,
    "unregister": Unregister,
    "write": Write,
    "edit": Edit,
    "delete": Delete,
    "rename": Rename,
    "operator": Operator,
    "show": Show,
    "see_user": sights.SeeUser,
    "see_connector": sights.SeeConnector,
    "see_state": sights.SeeState,
    "see_dialog": sights.SeeDialog,
    "see_message": sights.SeeMessage,
    "see_call": sights.SeeCall,
    "portal_connector": sights.PortalConnector,
    "portal_line": sights.PortalLine,
    "portal_message": sights.PortalMessage,
    "portal_chat": sights.PortalChat,
}
