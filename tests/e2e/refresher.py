"""A console in a process of its own that does nothing but call, and refresh when it must.

Reads one line of JSON from stdin: the profile, the folder of the sealed file, its passphrase, and
where to stop dead, if anywhere (it then says `at POINT`). After that each line is a number of
parallel calls to make; it answers each with one line of JSON.
"""

import asyncio
import json
import os
import sys
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import msgspec

from app.bitrix.connection import open_http
from app.bitrix.errors import BitrixError
from app.bitrix.pacing import Pacer
from app.domain.portal import Profile
from app.services import files as files_module
from app.services.sealed import SealedVault
from app.services.session import Session, load_keys
from app.services.traffic import Traffic
from tests.e2e.headless import Stop, around

BEFORE = ("before lock", "after lock", "before reload", "after reload", "before the request")
#: The server has made a new pair, but it is not on the disk: only the server can help.
TOO_LATE = ("answer not read", "after answer", "before save")
AFTER = ("before the rename", "after the rename", "after save")


def watch(session: Session, vault: SealedVault, http: Any, stop: Stop) -> None:
    """Put the points into one refresh: the program itself knows nothing of them."""
    keeper = session._keeper
    around(keeper, "_hold", stop, "lock")
    around(keeper, "_reload", stop, "reload")
    around(keeper._oauth, "refresh", stop, "answer")
    around(vault, "save", stop, "save")
    send, replace = http.send, os.replace

    async def watched(request: Any, **more: Any) -> Any:
        if "/oauth/" not in str(request.url):
            return await send(request, **more)
        await stop.here("before the request")
        answer = await send(request, **more)
        await stop.here("answer not read")
        return answer

    def renamed(old: Any, new: Any) -> None:
        stop.in_thread("before the rename")
        replace(old, new)
        stop.in_thread("after the rename")

    http.send = watched
    files_module.os.replace = renamed  # type: ignore[attr-defined]


async def _call(session: Session) -> str:
    try:
        return str((await session.caller.call("profile"))["NAME"])  # type: ignore[call-overload, index]
    except BitrixError as error:
        return error.code


@asynccontextmanager
async def opened(order: dict[str, Any]) -> Any:
    """A session on the sealed keys, without asking the portal first."""
    profile = msgspec.convert(order["profile"], Profile)
    vault = await SealedVault.unlock(Path(order["folder"]) / "secrets.sealed", order["passphrase"])
    keys = await load_keys(vault, profile)
    assert keys is not None
    async with open_http() as http:
        pacer = Pacer(10_000, 10_000)
        session = Session(http, vault, profile, keys, Traffic(), pacer=pacer)
        watch(session, vault, http, Stop(order.get("point", ""), 1))
        async with aclosing(_Closing(session)):
            yield session


class _Closing:
    def __init__(self, session: Session) -> None:
        self.aclose = session.close


async def main() -> None:
    order = json.loads(sys.stdin.readline())
    async with opened(order) as session:
        print("ready", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            said = await asyncio.gather(*(_call(session) for _ in range(int(line))))
            info = session.tokens
            report = {"said": said, "refreshed": info.refreshed, "by": info.by}
            print(json.dumps(report), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
