"""When operators' messages are acknowledged: the person's choice, and the calls it plans.

One rule holds everywhere where this console writes as the customer, a dialog can have its own.
Both are on disk, and so is the moment of every acknowledgement that waits for its time. In a dialog
whose customer writes through another program, that program knows what reached him: without a rule
of its own nothing is acknowledged there by itself. Makes no calls.

The portal knows no way to say that a message could not be delivered. The honest way that is left is
taken for FAIL: the message stays unacknowledged there and failed here, and a system text in the
chat (`imconnector.send.messages` with `message.user_id` 0) tells the operator.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection

import msgspec

from app.domain.dialog import Author, Delivery, DialogId, Message
from app.domain.problem import Problem
from app.domain.receipts import ReceiptMode, Receipts
from app.services.dialogs import Dialogs
from app.services.jobs import JobKind, add_job, drop_job, find_jobs, new_external_id
from app.services.journal import Journal
from app.services.rows import load_setting, load_text, save_setting, to_json
from app.services.transcript import Transcript

#: The channel could not deliver the message, since a person said so.
NOT_DELIVERED = "NOT_DELIVERED"
#: The rule where another program is the customer's channel.
_ELSEWHERE = Receipts(ReceiptMode.MANUAL)
_SETTING, _OLD_SETTING = "receipts", "auto_deliver"
_receipts = msgspec.json.Decoder(Receipts)


class ReceiptRules:
    """The rules in memory, as they are on disk."""

    def __init__(self, journal: Journal, dialogs: Dialogs) -> None:
        self.everywhere = Receipts()
        self.chosen = False
        self._own: dict[DialogId, Receipts] = {}
        self._journal = journal
        self._dialogs = dialogs

    def of(self, dialog: DialogId) -> Receipts:
        """The rule for one dialog."""
        played = self._dialogs.customer(dialog) is not None
        return self._own.get(dialog, self.everywhere if played else _ELSEWHERE)

    async def load(self) -> None:
        """Read the rules."""
        self.everywhere, self.chosen = await self._journal.run(load_receipts)
        self._own = await self._journal.run(load_own)

    async def set(self, receipts: Receipts | None, dialog: DialogId | None) -> None:
        """Keep a rule, see `save_receipts`."""
        await self._dialogs.write(lambda t: save_receipts(t, receipts, dialog))
        await self.load()


def load_receipts(conn: Connection) -> tuple[Receipts, bool]:
    """The rule that holds everywhere, and whether somebody chose it on this portal."""
    if load_text(conn, _SETTING):
        return load_setting(conn, _SETTING, Receipts, Receipts()), True
    old = load_text(conn, _OLD_SETTING)
    mode = ReceiptMode.MANUAL if old == "off" else ReceiptMode.AUTOMATIC
    return Receipts(mode), bool(old)


def load_own(conn: Connection) -> dict[DialogId, Receipts]:
    """The rules of dialogs that have one of their own."""
    rows = conn.execute("SELECT id, receipts FROM dialog WHERE receipts != ''")
    return {DialogId(row[0]): _receipts.decode(row[1]) for row in rows}


def save_receipts(
    transcript: Transcript, receipts: Receipts | None, dialog: DialogId | None
) -> None:
    """Keep a rule, for everywhere or for one dialog (None: as everywhere). Acknowledgements that
    wait for their time and that the rule does not want any more are given up.
    """
    conn = transcript.conn
    if dialog is None:
        save_setting(_SETTING, to_json(receipts or Receipts()), conn)
    else:
        text = "" if receipts is None else to_json(receipts)
        conn.execute("UPDATE dialog SET receipts = ? WHERE id = ?", (text, dialog))
    everywhere, _ = load_receipts(conn)
    for job in find_jobs(conn, "state = 'waiting' AND due_at IS NOT NULL"):
        if not _wants(receipts_of(conn, job.dialog, everywhere), job.kind):
            drop_job(conn, job)


def _wants(rule: Receipts, kind: JobKind) -> bool:
    return rule.mode is ReceiptMode.AUTOMATIC and (kind is not JobKind.READ or rule.read)


def receipts_of(conn: Connection, dialog: DialogId, everywhere: Receipts) -> Receipts:
    """The rule for one dialog."""
    sql = "SELECT receipts, customer IS NOT NULL FROM dialog WHERE id = ?"
    own, played = conn.execute(sql, (dialog,)).fetchone()
    if own:
        return _receipts.decode(own)
    return everywhere if played else _ELSEWHERE


def receive(transcript: Transcript, message: Message, now: datetime, everywhere: Receipts) -> None:
    """An operator's message is here: plan what the rule wants."""
    rule = receipts_of(transcript.conn, message.dialog, everywhere)
    if rule.mode is ReceiptMode.AUTOMATIC:
        acknowledge(transcript, message, now, after=rule.deliver_after)
    elif rule.mode is ReceiptMode.FAIL and message.author in (Author.OPERATOR, Author.BOT):
        problem = Problem(NOT_DELIVERED)
        transcript.replace(replace(message, delivery=Delivery.FAILED, problem=problem))
        _plan_refusal(transcript, message, now, rule.reason)


def _plan_refusal(transcript: Transcript, message: Message, now: datetime, reason: str) -> None:
    """Tell the operator, where it is known as whom the channel may write."""
    sql = "SELECT customer IS NOT NULL FROM dialog WHERE id = ?"
    (known,) = transcript.conn.execute(sql, (message.dialog,)).fetchone()
    if known and reason.strip():
        place = (message.dialog, message.position)
        own_id = new_external_id()
        add_job(transcript.conn, *place, JobKind.REFUSE, now, text=reason, payload=own_id)


def was_refused(message: Message) -> bool:
    """Whether the message counts as not delivered, since the rule says so."""
    return message.problem is not None and message.problem.code == NOT_DELIVERED


def acknowledge(
    transcript: Transcript, message: Message, now: datetime, *, after: float = 0.0
) -> Message:
    """Plan the delivery call of an operator's message. Only the first call of a message counts at
    the portal, hence our ids are final and on disk before it.
    """
    if not message.external_ids:
        message = transcript.replace(replace(message, external_ids=(new_external_id(),)))
    due = now + timedelta(seconds=after) if after > 0 else None
    place = (message.dialog, message.position)
    add_job(transcript.conn, *place, JobKind.DELIVER, now, due_at=due)
    return message


def plan_reading(
    transcript: Transcript, message: Message, now: datetime, everywhere: Receipts
) -> None:
    """A message was delivered: plan the reading call if the rule wants one."""
    rule = receipts_of(transcript.conn, message.dialog, everywhere)
    if rule.mode is ReceiptMode.AUTOMATIC and rule.read:
        due = now + timedelta(seconds=rule.read_after)
        place = (message.dialog, message.position)
        add_job(transcript.conn, *place, JobKind.READ, now, due_at=due)
