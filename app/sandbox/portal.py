"""The made-up portal: the owner of every fact in the sandbox.

Knows no HTTP. Methods and the control interface act on it; before each look at it, `catch_up` runs
what became due in the meantime, at the time when it was due.
"""

import logging
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from app.sandbox.auth import Authority
from app.sandbox.bot_records import Bot, Command
from app.sandbox.clock import Clock
from app.sandbox.conversation import (
    Chat,
    Customer,
    File,
    LineChat,
    Message,
    Pause,
    QuickAnswer,
)
from app.sandbox.crm.records import Crm
from app.sandbox.delivery.outbox import Delivery, Held, log
from app.sandbox.delivery.queue import OfflineQueue, Owner
from app.sandbox.faults import Faults
from app.sandbox.keeping.seeds import Seed
from app.sandbox.limits import Buckets, Operating
from app.sandbox.messenger.im_records import Drive, UserLog
from app.sandbox.model import App, Binding, Caller, Key, Placement, Stale, Status, User
from app.sandbox.options import Options
from app.sandbox.schedule import Schedule, carry_out

MAX_CALLS = 2000
logger = logging.getLogger(__name__)
MAX_REMARKS = 200
Queued = tuple[Owner, str, Any, Any, bool]


class Portal:
    """State of one sandbox. `changes` counts what may have changed it, for who keeps it."""

    def __init__(self, options: Options, clock: Clock) -> None:
        self.clock = clock
        self.origin = "http://127.0.0.1"
        self.changes = 0
        self.reset(options)

    def reset(self, options: Options) -> None:
        """Begin again from the seed; everything else is forgotten, tokens too."""
        seed, random = Seed(options.seed), Random(f"{options.seed}/{options.random_seed}")
        self.options = options
        self.seed = seed
        self.random = random
        self.app = seed.app(options.redirect_uri, options.scope)
        self.app.installed = options.installed
        self.apps: dict[str, App] = {self.app.client_id: self.app}
        hook = Random(f"webhook/{options.seed}/{options.random_seed}")
        self.webhook = seed.webhook(f"{hook.getrandbits(64):016x}")
        self.users = dict(seed.users)
        self.lines = dict(seed.lines)
        self.connectors = dict(seed.connectors)
        self._reset_work(Random(random.random()))
        self._reset_books(Random(random.random()))
        if seed.crowd:
            from app.sandbox.keeping import busy  # it acts on a portal, so it comes after it

            busy.fill(self)

    def _reset_work(self, random: Random) -> None:
        self.statuses: dict[Key, Status] = {}
        self.stale: dict[Key, Stale] = {}
        self.customers: dict[tuple[str, str], Customer] = {}
        self.customers_by_id: dict[int, Customer] = {}
        self.chats: dict[int, Chat] = {}
        self.line_chats: dict[int, LineChat] = {}
        self.chats_by_key: dict[tuple[str, int, str, int], LineChat] = {}
        self.session_chats: dict[int, LineChat] = {}
        self.open_dialogs: dict[int, int] = {}
        self.in_hand: dict[int, dict[int, int]] = {}
        self.undistributed: dict[int, dict[int, int]] = {}
        self.sessions_begun: Counter[int] = Counter()
        self.last_line = max(self.lines, default=0)
        self.pauses: list[Pause] = []
        self.quick_answers: list[QuickAnswer] = []
        self.messages: dict[int, tuple[Chat, Message]] = {}
        self.message_room = 0
        self.files: dict[int, File] = {}
        self.private_chats: dict[tuple[int, int], int] = {}
        self.user_logs: dict[int, UserLog] = {}
        self.drive = Drive()
        self.bindings: list[Binding] = []
        self.bots: dict[int, Bot] = {}
        self.commands: dict[int, Command] = {}
        self.network_sent: dict[tuple[str, int], float] = {}
        self.queue = OfflineQueue(self.clock, random, self.seed.first_ids["queue"])
        self.schedule = Schedule()
        self.crm = Crm(self.seed.statuses())
        self.placements: list[Placement] = []
        self.user_options: dict[tuple[str, int], dict[str, Any]] = {}
        self._next_ids = dict(self.seed.first_ids)
        for chat in self.seed.chats(self.users):
            self.chats[chat.id] = chat
        self._pending: list[Queued] = []
        self.deliveries: deque[Delivery] = log()
        self.held: list[Held] = []
        self.happened: deque[dict[str, Any]] = deque(maxlen=MAX_CALLS)
        self.notified: dict[int, float] = {}
        self.host = ""
        self.skew = 0.0
        self._moment: float | None = None

    def _reset_books(self, random: Random) -> None:
        self.authority = Authority(self.options, self.clock, random)
        self.buckets = Buckets(self.options.plan)
        self.operating = Operating()
        self.faults = Faults()
        self.refusals: Counter[str] = Counter()
        self.calls: deque[dict[str, Any]] = deque(maxlen=MAX_CALLS)
        self.call_count = 0
        self.remarks: deque[str] = deque(maxlen=MAX_REMARKS)
        self.caller: Caller | None = None
        self.auto_operator = self.options.auto_operator
        self.operator_delay = self.options.operator_delay

    def change(self, options: Options) -> None:
        """Change switches while it runs; the seed's data stay as they are."""
        if options.plan != self.options.plan:
            self.buckets = Buckets(options.plan)
        self.options = options
        self.app.installed = options.installed
        self.authority.options = options
        self.auto_operator, self.operator_delay = options.auto_operator, options.operator_delay

    @property
    def now(self) -> float:
        """The time; while due work is made up for, the time when it was due."""
        return self.clock.now() if self._moment is None else self._moment

    @property
    def member_id(self) -> str:
        """Who this portal is, whatever its address."""
        return self.options.member_id or str(self.seed.portal["member_id"])

    @property
    def role_user(self) -> User:
        """Who is signed in to the portal in the browser."""
        return self.users[self.seed.roles[self.options.role]]

    @property
    def offset_minutes(self) -> int:
        """The portal's distance from UTC."""
        return int(self.seed.portal["offset_minutes"])

    def next_id(self, kind: str) -> int:
        """A fresh id in the realistic range of its kind; from 1 when the seed has no such kind."""
        found = self._next_ids.get(kind, 1)
        self._next_ids[kind] = found + 1
        return found

    def add_customer(self, customer: Customer) -> None:
        """Put a new customer into the books; one without an id of his own is found by number."""
        key = customer.external_id or f"\0{customer.id}"
        self.customers[customer.connector, key] = customer
        self.customers_by_id[customer.id] = customer

    def add_line_chat(self, chat: LineChat) -> None:
        """Put a new chat of an open line into the books."""
        self.chats[chat.id] = self.line_chats[chat.id] = chat
        self.chats_by_key[chat.connector, chat.line, chat.external_chat, chat.user_part] = chat

    def remark(self, text: str) -> None:
        """Note what a real portal lets pass and its documents forbid; told once in a row."""
        if not self.remarks or self.remarks[-1] != text:
            self.remarks.append(text)

    def catch_up(self) -> None:
        """Do what became due; a job that breaks is told on stderr, and the others are done."""
        while (work := self.schedule.pop(self.clock.now())) is not None:
            self.changes += 1
            self._moment, name, values = work
            try:
                carry_out(self, name, values)
            except Exception:
                logger.exception("The job %s could not be done", name)
            finally:
                self._moment = None

    @contextmanager
    def acting(self, caller: Caller) -> Iterator[None]:
        """Run a REST request for a caller; its events are queued when it has ended."""
        self.caller = caller
        try:
            yield
        finally:
            self.caller = None
            self._flush()

    def enqueue(
        self, owner: Owner, event: str, data: Any, additional: Any, *, twin: bool = False
    ) -> None:
        """Queue an event, after the running request if there is one; a `twin` is not merged."""
        self._pending.append((owner, event, data, additional, twin))
        if self.caller is None:
            self._flush()

    def _flush(self) -> None:
        pending, self._pending = self._pending, []
        for owner, event, data, additional, twin in pending:
            self.queue.put(owner, event, data, additional, self.now, twin=twin)
