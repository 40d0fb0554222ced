"""Entries in the log of acts, as the program writes them around its calls; and dialogs that were
answered or finished without one.
"""

from dataclasses import replace
from functools import partial
from typing import Any

from app.bitrix.operator_acts import OperatorActs
from app.domain.acts import Act
from app.domain.dialog import Dialog, DialogId
from app.services.act_rows import LogEntry, add
from app.services.acts import close
from app.services.clock import utc_now
from app.services.desk import Desk


async def noted(
    desk: Desk, method: str, *, dialog: Dialog | None = None, name: str = "", **values: Any
) -> int:
    """One entry of a desk's log; its number."""
    me, profile = desk.session.capabilities.user, desk.session.profile.name
    blank = LogEntry(0, utc_now(), me.id, me.name, profile, "", method, None, "", "", "", "")
    place = dialog.id if dialog else None
    entry = replace(blank, dialog=place, name=dialog.name if dialog else name, **values)
    return await desk.journal.run(partial(add, entry), lambda _: desk.act_log.changed.emit(None))


async def answered(desk: Desk, dialog: DialogId) -> Dialog:
    """The dialog, now that the signed-in user has taken it."""
    me = desk.session.capabilities.user
    taken = partial(replace, operator=me.name, operator_id=me.id)
    await _asked(desk, Act.ANSWER, dialog)
    await desk.dialogs.write(lambda t: t.put(taken(t.dialog(dialog))))
    return _known(desk, dialog)


async def finished(desk: Desk, dialog: DialogId) -> Dialog:
    """The dialog, now that the signed-in user has closed it."""
    await _asked(desk, Act.FINISH, dialog)
    await desk.dialogs.write(partial(close, dialog, utc_now()))
    return _known(desk, dialog)


async def _asked(desk: Desk, act: Act, dialog: DialogId) -> None:
    chat = _known(desk, dialog).portal_chat
    assert chat is not None
    await OperatorActs(desk.session.caller).act(act, chat)


def _known(desk: Desk, dialog: DialogId) -> Dialog:
    found = desk.dialogs.get(dialog)
    assert found is not None
    return found
