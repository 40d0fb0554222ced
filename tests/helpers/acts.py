"""Entries in the log of acts, as the program writes them around its calls."""

from dataclasses import replace
from functools import partial
from typing import Any

from app.domain.dialog import Dialog
from app.services.act_rows import LogEntry, add
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
