"""What the tests of the messenger share: a second person at the same portal, and short calls."""

import base64
import struct
import zlib
from typing import Any

from .conftest import Desk

OLGA, OLEG, ANN = 1, 7, 12


async def as_ann(desk: Desk) -> Desk:
    """Ann, no administrator, signed in to the same portal."""
    await desk.order("options", role="user")
    beside = Desk(desk.sandbox, desk.http)
    await beside.sign_in()
    await desk.order("options", role="admin")
    return beside


async def new_chat(desk: Desk, *users: int, **given: Any) -> int:
    return await desk.ok("im.chat.add", {"USERS": list(users), "TITLE": "Lamps", **given})


async def say(desk: Desk, chat: object, text: str = "Hello", **given: Any) -> int:
    dialog = f"chat{chat}" if isinstance(chat, int) else chat
    return await desk.ok("im.message.add", {"DIALOG_ID": dialog, "MESSAGE": text, **given})


async def shown(desk: Desk, chat: int, **given: Any) -> list[dict[str, Any]]:
    got = await desk.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}", **given})
    return got["messages"]


async def newest(desk: Desk, chat: int) -> dict[str, Any]:
    return (await shown(desk, chat))[0]


async def dialog(desk: Desk, chat: int) -> dict[str, Any]:
    return await desk.ok("im.dialog.get", {"DIALOG_ID": f"chat{chat}"})


async def refused(desk: Desk, method: str, given: dict[str, Any]) -> tuple[int, str]:
    headers = {"Authorization": f"Bearer {desk.token}"}
    answer = await desk.http.post(f"/rest/{method}", json=given, headers=headers)
    return answer.status_code, answer.json().get("error", "nothing was refused")


def png(width: int = 3, height: int = 2) -> bytes:
    """A picture of that size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * ((width + 1) * height) if width * height < 10_000 else b"")
    chunks = [(b"IHDR", header), (b"IDAT", pixels), (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def base64_of(content: bytes) -> str:
    return base64.b64encode(content).decode()
