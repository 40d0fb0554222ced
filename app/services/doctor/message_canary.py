"""A message that goes round: a made-up customer writes; a dialog is opened, answered and closed.

On request only, since operators see it. It proves what no reading can: that the line takes the
connector's messages and, where the plan can tell our own doing apart, that an operator's answer
comes back to this application. What stays is one closed dialog, the same each time; CRM hears
nothing of it.
"""

import secrets
from collections.abc import Mapping
from functools import partial
from sqlite3 import Connection

from app.bitrix.app import is_on
from app.bitrix.errors import BitrixError
from app.bitrix.events import read_bindings
from app.bitrix.wire import (
    Json,
    Params,
    as_bool,
    as_id,
    as_int,
    as_list,
    as_map,
    as_text,
    decode,
    each_map,
    encode,
    lower,
)
from app.bitrix.wire import field as at
from app.domain.doctor import Reason, Remedy
from app.services.doctor.bench import Bench
from app.services.doctor.canary import APART, ARRIVES, SECONDS, take_out
from app.services.doctor.ruling import Heard, Ruling, Unjudged, failed, passed, unknown, warned

_CUSTOMER = "openline_console_doctor"
_ADDED = "ONIMCONNECTORMESSAGEADD"


async def go_round(bench: Bench) -> Ruling:
    """Send, read back, answer, hear of the answer, close."""
    if bench.session.profile.read_only:
        return unknown(Reason.READ_ONLY)
    token = secrets.token_hex(8)
    sent = await bench.case.ask("imconnector.send.messages", _message(bench, token))
    row = next(each_map(at(sent.value, "DATA", "RESULT")), {})
    chat, session = as_id(at(row, "session", "CHAT_ID")), as_id(at(row, "session", "ID"))
    if sent.error is not None or not as_bool(row.get("SUCCESS")) or not chat:
        return failed(Reason.MESSAGE_REFUSED, sent, **_refusal(sent.error, row.get("ERRORS")))
    heard = [sent]
    async with bench.feed.quiet():
        try:
            lost = await _travel(bench, chat, token, heard)
        except Unjudged as unjudged:
            heard.append(unjudged.heard)
            lost = "read"
        finally:
            closed = await bench.case.ask("imopenlines.operator.finish", {"CHAT_ID": chat})
    heard.append(closed)
    if lost == "elsewhere" and await _is_bound(bench):
        facts = {"connector": bench.case.connector, "chat": chat}
        remedy = Remedy.REGISTER if bench.registration is not None else None
        return failed(Reason.ANSWER_ELSEWHERE, *heard, **facts).mended_by(remedy)
    if lost:
        lost = "read" if lost == "read" else "answer"
        return failed(Reason.MESSAGE_LOST, *heard, step=lost, chat=chat)
    if closed.error is not None:
        facts = {"chat": chat, "session": session, "code": closed.error.code}
        return warned(Reason.MESSAGE_LEFT, *heard, **facts)
    feature = await bench.case.hear("auth_connector")
    answered = "yes" if is_on(feature.value) else "no"
    return passed(*heard, chat=chat, session=session, answered=answered)


async def _travel(bench: Bench, chat: str, token: str, heard: list[Heard]) -> str:
    """Where the message got lost, "" when it went all the way: on the way to be "read", its
    "answer", or that came "elsewhere", since here the queue is read and does not have it.
    """
    case, dialog = bench.case, f"chat{chat}"
    heard.append(await case.ask("imopenlines.operator.answer", {"CHAT_ID": chat}))
    read = await case.ask("im.dialog.messages.get", {"DIALOG_ID": dialog, "LIMIT": 20})
    heard.append(read)
    if token.encode() not in encode(read.value):
        return "read"
    feature = await case.hear("auth_connector")
    if not is_on(feature.value):
        return ""
    words: Params = {"DIALOG_ID": dialog, "MESSAGE": f"Test {token}", "auth_connector": APART}
    written = await case.ask("im.message.add", words)
    heard.append(written)
    number = as_int(written.value)
    if number is None:
        return "answer"
    if await _heard_of(bench, chat, number, heard):
        return ""
    return "elsewhere" if heard[-1].error is None else "answer"


async def _is_bound(bench: Bench) -> bool:
    bindings = read_bindings((await bench.case.hear("bindings")).value)
    return any(each.event == _ADDED and each.fills_our_queue for each in bindings)


async def _heard_of(bench: Bench, chat: str, number: int, heard: list[Heard]) -> bool:
    """Whether the answer comes through the queue; then it is acknowledged, and its row removed."""
    case = bench.case
    wanted: Params = {"filter": {"=EVENT_NAME": _ADDED, "=ERROR": 0}, "order": {"ID": "DESC"}}
    for look in range(ARRIVES):
        if look:
            await bench.sleep(SECONDS)
        page = await case.ask("event.offline.list", {**wanted, **case.queue})
        row = next((lower(each) for each in each_map(page.value) if _tells(each, number)), None)
        if row is not None:
            heard.append(page)
            await _take(bench, chat, number, row, heard)
            return True
        if await bench.journal.run(partial(_kept, number)):
            heard.append(page)  # another window of this console was faster
            return True
    heard.append(page)
    return False


async def _take(
    bench: Bench, chat: str, number: int, row: Mapping[str, Json], heard: list[Heard]
) -> None:
    """Acknowledge the answer, and take its row out of the queue."""
    case = bench.case
    ack = _ack(bench, chat, number)
    heard.append(await case.ask("imconnector.send.status.delivery", ack))
    own = as_int(row.get("id"))
    await take_out(bench, {"=ID": own}, lambda each: each.id == own, limit=1)


def _kept(number: int, conn: Connection) -> bool:
    """Whether this console itself has read it meanwhile."""
    rows = conn.execute("SELECT raw FROM event WHERE name = ? ORDER BY id DESC LIMIT 50", (_ADDED,))
    return any(_tells(decode(raw), number) for (raw,) in rows)


def _tells(row: Json, number: int) -> bool:
    messages = as_list(at(lower(row).get("event_data"), "MESSAGES"))
    return any(as_int(at(each, "im", "message_id")) == number for each in messages)


def _message(bench: Bench, token: str) -> Params:
    case = bench.case
    message: Json = {
        "id": f"doctor-{token}",
        "date": int(bench.clock().timestamp()),
        "text": f"Test {token}",
        "disable_crm": "Y",
    }
    customer: Json = {"id": _CUSTOMER, "name": "Connector", "last_name": "Doctor"}
    row: Json = {"user": customer, "message": message, "chat": {"id": _CUSTOMER}}
    return {"CONNECTOR": case.connector, "LINE": case.line, "MESSAGES": [row]}


def _ack(bench: Bench, chat: str, number: int) -> Params:
    moment = int(bench.clock().timestamp())
    row: Json = {
        "im": {"chat_id": chat, "message_id": number},
        "message": {"id": [f"doctor-{number}"], "date": moment},
        "chat": {"id": _CUSTOMER},
    }
    return {"CONNECTOR": bench.case.connector, "LINE": bench.case.line, "MESSAGES": [row]}


def _refusal(error: BitrixError | None, texts: Json) -> dict[str, str]:
    if error is not None:
        return {"code": error.code, "text": error.description}
    words = texts if isinstance(texts, str) else " ".join(map(as_text, as_map(texts).values()))
    return {"code": "", "text": words}
