"""A bot's program: it registers its bot, hears of events at its own address and acts."""

from dataclasses import dataclass
from typing import Any

from app.sandbox.delivery import courier
from app.sandbox.params import from_pairs

from .conftest import Desk
from .handlers import Handler

LINE = 42


@dataclass
class Robot:
    """One bot of the desk's application."""

    desk: Desk
    handler: Handler
    id: int = 0

    async def register(self, code: str = "helper", **changes: Any) -> int:
        given = {
            "CODE": code,
            "TYPE": "O",
            "EVENT_HANDLER": self.handler.url,
            "PROPERTIES": {"NAME": "Helper", "WORK_POSITION": "Bot"},
            **changes,
        }
        self.id = await self.desk.ok("imbot.register", given)
        return self.id

    async def welcome(self, **settings: Any) -> None:
        """Stand at the door of the first line."""
        rules = {"WELCOME_BOT_ENABLE": "Y", "WELCOME_BOT_ID": self.id, "WELCOME_BOT_JOIN": "always"}
        params = {"WELCOME_BOT_LEFT": "queue", "WELCOME_BOT_TIME": 0, **settings}
        given = {"CONFIG_ID": LINE, "PARAMS": {**rules, **params}}
        assert await self.desk.ok("imopenlines.config.update", given) is True

    async def heard(self) -> list[dict[str, Any]]:
        """What came to the address since the last time, as PHP sees it."""
        await courier.deliver(self.desk.sandbox.portal)
        events = [from_pairs(post.fields.items()) for post in self.handler.received]
        self.handler.received.clear()
        return events

    async def say(self, chat: int, text: str, **more: Any) -> int:
        given = {"BOT_ID": self.id, "DIALOG_ID": f"chat{chat}", "MESSAGE": text, **more}
        return await self.desk.ok("imbot.message.add", given)


async def dialog(desk: Desk, text: str = "Is the lamp in stock?") -> int:
    """A customer writes; the chat's number."""
    return int((await desk.write(text))["session"]["CHAT_ID"])


async def chat_state(desk: Desk, chat: int) -> dict[str, Any]:
    (found,) = [row for row in (await desk.state())["chats"] if row["id"] == chat]
    return found


async def sent_outside(desk: Desk) -> list[str]:
    """Texts that went to the channel, by the other application's offline queue."""
    rows = (await desk.state())["queue"]
    adds = [row for row in rows if row["event"] == "ONIMCONNECTORMESSAGEADD"]
    return [row["data"]["MESSAGES"][0]["message"]["text"] for row in adds]


async def group(robot: Robot, *more: int) -> int:
    """A chat of the signed-in user with the bot; the bot has heard of it."""
    users = [robot.id, 7, *more]
    chat = await robot.desk.ok("im.chat.add", {"TITLE": "Team", "USERS": users})
    await robot.heard()
    return chat


async def write(desk: Desk, dialog_id: int | str, text: str) -> int:
    """The signed-in user writes; the message's number."""
    return await desk.ok("im.message.add", {"DIALOG_ID": str(dialog_id), "MESSAGE": text})


def said(events: list[dict[str, Any]]) -> list[str]:
    """Texts that a bot heard."""
    return [row["data"]["PARAMS"]["MESSAGE"] for row in events]


async def refused(desk: Desk, method: str, params: dict[str, Any]) -> str:
    """The code of a call's refusal."""
    return (await desk.call(method, params)).get("error", "nothing was refused")
