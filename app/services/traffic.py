"""The last calls, for the inspector, and the hosts that were contacted in this run.

Gets records without secrets and keeps them that way.
"""

import shlex
from collections import deque
from collections.abc import Callable

import msgspec

from app.domain.calls import CallKind, CallRecord, ContactedHost, Purpose
from app.services.clock import Clock, utc_now
from app.services.signal import Signal

LONGEST = 2000
#: Signs of requests and answers that are kept in all: histories of long sessions are long.
MOST_TEXT = 8_000_000
_TOKEN = "$TOKEN"  # noqa: S105 - a placeholder for the person's own shell


class Traffic:
    """The newest calls of all sign-ins of this run, at most `LONGEST` of them with `MOST_TEXT`."""

    def __init__(self, clock: Clock = utc_now) -> None:
        self.recorded: Signal[CallRecord] = Signal()
        self.host_contacted: Signal[ContactedHost] = Signal()
        self._clock = clock
        self._hosts: dict[str, ContactedHost] = {}
        self._records: deque[CallRecord] = deque()
        self._text = 0
        self._level: Callable[[], float] = lambda: 0.0
        self._capacity = 50.0

    def another(self) -> "Traffic":
        """A record of its own for another portal; the list of hosts is that of the whole run."""
        other = Traffic(self._clock)
        other._hosts, other.host_contacted = self._hosts, self.host_contacted
        return other

    @property
    def records(self) -> tuple[CallRecord, ...]:
        """All of them, newest last."""
        return tuple(self._records)

    @property
    def level(self) -> float:
        """How full the bucket of the portal in use is right now, 0 to `capacity`."""
        return self._level()

    @property
    def capacity(self) -> float:
        """Where the portal in use begins to refuse."""
        return self._capacity

    def measure(self, level: Callable[[], float], capacity: float) -> None:
        """Take the bucket's level from here on from this portal."""
        self._level, self._capacity = level, capacity

    def add(self, record: CallRecord) -> None:
        """Keep a record and tell of it."""
        self._records.append(record)
        self._text += _size(record)
        while len(self._records) > LONGEST or (self._text > MOST_TEXT and len(self._records) > 1):
            self._text -= _size(self._records.popleft())
        self.recorded.emit(record)

    def contacted(self, host: str, purpose: Purpose) -> None:
        """A request is about to leave for a host; the HTTP client tells of every one."""
        now = self._clock()
        seen = self._hosts.get(host) or ContactedHost(host, (), 0, now, now)
        purposes = tuple(dict.fromkeys((*seen.purposes, purpose)))
        self._hosts[host] = ContactedHost(host, purposes, seen.count + 1, seen.first, now)
        self.host_contacted.emit(self._hosts[host])

    def hosts(self) -> tuple[ContactedHost, ...]:
        """Every host that this run sent anything to, in the order of the first contact."""
        return tuple(self._hosts.values())

    def get(self, number: int) -> CallRecord | None:
        """A record by its number, if it is still kept."""
        return next((each for each in self._records if each.id == number), None)

    def since(self, number: int) -> tuple[CallRecord, ...]:
        """The records after the one with this number."""
        return tuple(each for each in self._records if each.id > number)

    def search(self, text: str) -> tuple[CallRecord, ...]:
        """Records that hold the words anywhere: method, codes, request or answer."""
        wanted = text.casefold()
        return tuple(each for each in self._records if wanted in _haystack(each))

    @staticmethod
    def as_curl(record: CallRecord) -> str:
        """The request as a shell command. The token has to be put in by the person who runs it."""
        if record.kind is CallKind.OAUTH:
            return shlex.join(["curl", "-X", "POST", record.url, "--data", record.request])
        words = ["curl", "-X", "POST", record.url, "-H", "Content-Type: application/json"]
        header = f'-H "Authorization: Bearer {_TOKEN}"'
        return f"{shlex.join(words)} {header} --data {shlex.quote(record.request)}"

    @staticmethod
    def as_json(record: CallRecord) -> str:
        """The whole record as JSON; request and answer as objects where they are some."""
        plain = msgspec.to_builtins(record)
        for side in ("request", "answer"):
            plain[side] = _readable(plain[side])
        return msgspec.json.format(msgspec.json.encode(plain), indent=2).decode()


def _size(record: CallRecord) -> int:
    return len(record.request) + len(record.answer)


def _haystack(record: CallRecord) -> str:
    parts = (record.method, record.error, record.error_text, record.request, record.answer)
    return "\n".join((*parts, record.url, str(record.status))).casefold()


def _readable(text: str) -> object:
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        return text
