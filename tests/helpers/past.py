"""A console that met a dialog late: it heard the last words of two sessions."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from app.domain.dialog import DialogId, Message
from app.services.desk import Desk

from .desk import Portal, connected, open_sandbox, open_test_desk, polled, written

ANN = 12


@asynccontextmanager
async def heard_late(
    folder: Path,
    until: Callable[..., Awaitable[None]],
    *,
    answers: int = 1,
    as_member: bool = False,
    **options: Any,
) -> AsyncIterator[tuple[Portal, Desk, DialogId]]:
    """The portal, a console that heard "And sent", and its dialog. The second session has so many
    answers before; `as_member` the signed-in user has the dialog.
    """
    async with open_sandbox(**options) as portal:
        async with open_test_desk(portal, folder / "first") as first:
            await connected(first)
            dialog = await written(first, text="Is it in stock?")
            await until(lambda: _knows_session(first, dialog))
            here = first.dialogs.get(dialog)
            assert here is not None
            me = first.session.capabilities.user.id if as_member else ANN
            await portal.order("answer", chat_id=here.portal_chat, user_id=me)
            await portal.reply(here, "Two are left", user_id=me)
            await portal.order("close", chat_id=here.portal_chat)
            await first.outbox.send(dialog, "I take both")
            await until(lambda: first.outbox.counts.queued == 0)
            await portal.order("answer", chat_id=here.portal_chat, user_id=me)
            for number in range(answers):
                await portal.reply(here, f"Packed {number + 1}", user_id=me)
            await polled(first, until)
            await until(lambda: _last_text(first, dialog) == f"Packed {answers}")
            await polled(first, until)
            await polled(first, until)
        async with open_test_desk(portal, folder / "second") as desk:
            await polled(desk, until)
            await portal.reply(here, "And sent", user_id=me)
            await until(lambda: bool(desk.dialogs.all() and desk.dialogs.all()[0].count))
            yield portal, desk, desk.dialogs.all()[0].id


async def transcript(desk: Desk, dialog: DialogId) -> list[Message]:
    """All of it, what was read of the time before included."""
    head = desk.dialogs.get(dialog)
    assert head is not None
    return list(await desk.dialogs.page(dialog, head.first, 10_000))


def _knows_session(desk: Desk, dialog: DialogId) -> bool:
    head = desk.dialogs.get(dialog)
    return head is not None and head.session is not None


def _last_text(desk: Desk, dialog: DialogId) -> str:
    head = desk.dialogs.get(dialog)
    return "" if head is None else head.last_text
