"""What a scenario plays on: the console, what its window shows, and the portal behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from app.domain.calls import CallRecord
from app.domain.connector import LineState, OpenLine
from app.domain.dialog import Dialog, DialogId, Message
from app.services.desk import Desk


class Unmet(Exception):
    """An expectation that did not come true; the text says what was expected and what was seen."""


class Stage(Protocol):
    """The window and the portal. Everything `shown_...` comes from the models that views draw."""

    async def sign_in(self) -> None:
        """Sign in to the portal through its sign-in page and open the desk."""

    @property
    def desk(self) -> Desk:
        """The services of the portal that is signed in."""

    async def show(self, page: str, dialog: DialogId | None) -> None:
        """Bring a page to the front: connectors, dialogs or calls."""

    def shown_user(self) -> str:
        """Whom the window names as signed in."""

    def shown_dialogs(self) -> Sequence[Dialog]:
        """The rows of the dialog list."""

    async def shown_messages(self, dialog: DialogId) -> Sequence[Message]:
        """The rows of the transcript."""

    def shown_connectors(self) -> Sequence[str]:
        """The ids in the list of connectors."""

    def shown_state(self, connector: str, line: int) -> LineState:
        """A cell of the connector and line grid."""

    def shown_calls(self) -> Sequence[CallRecord]:
        """The rows of the inspector."""

    async def portal(self, action: str, body: Mapping[str, Any]) -> Any:
        """Act as somebody at the portal, through the sandbox's control interface."""

    async def portal_state(self) -> Any:
        """The whole state of the sandbox portal."""

    async def picture(self, name: str) -> str:
        """Save a picture of the window; answers where, or "" when none are wanted."""


@dataclass(slots=True)
class Story:
    """What the steps so far have made: the dialog of each customer by name.

    `run` sets the external ids of one run apart from those of another on the same portal.
    """

    run: str
    dialogs: dict[str, DialogId] = field(default_factory=dict)

    def dialog(self, customer: str) -> DialogId:
        """The dialog that a `write` step began."""
        if customer not in self.dialogs:
            raise Unmet(f"{customer} has not written yet")
        return self.dialogs[customer]


def line_named(stage: Stage, wanted: str) -> OpenLine:
    """A line by id, by name, or the first one for "first"."""
    lines = stage.desk.connectors.lines()
    for line in lines:
        if wanted in ("first", str(line.id), line.name):
            return line
    raise Unmet(f"there is no line {wanted!r}; the portal has {[each.name for each in lines]}")


async def find_message(stage: Stage, dialog: DialogId, text: str) -> Message:
    """The newest message of the transcript that has this text, now or before an edit."""
    messages = await stage.shown_messages(dialog)
    for message in reversed(messages):
        if text in (message.text, *(edit.text for edit in message.edits)):
            return message
    seen = [message.text for message in messages]
    raise Unmet(f"no message {text!r} in the transcript; it holds {seen}")
