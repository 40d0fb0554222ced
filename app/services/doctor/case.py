"""What the portal was asked about one connector on one line: every question once, with its proof.

The questions that only read go in one batch, so that an examination costs a handful of requests;
should the batch fail as a whole, each is asked by itself when it is needed.
"""

import asyncio
import logging
from collections.abc import Mapping

from app.bitrix.errors import BitrixError, SignedOut, Throttled, Unreachable
from app.bitrix.redact import redact
from app.bitrix.transport import Command
from app.bitrix.wire import Json, Params, as_map, as_text, decode, encode, field
from app.domain.calls import CallKind, CallRecord
from app.domain.capability_rules import CONNECTING
from app.domain.doctor import Proof
from app.services.doctor.ruling import Heard, Unjudged
from app.services.session import Session
from app.services.traffic import Traffic

log = logging.getLogger(__name__)

#: Rows of one page of the queue.
_PAGE = 50
_OLDEST: Params = {"ID": "ASC"}


def questions(connector: str, line: int, queue: Params) -> Mapping[str, Command]:
    """All that one batch asks, by our names; `queue` names the one that is read here."""
    at: Params = {"CONNECTOR": connector, "LINE": line}
    return {
        "profile": ("profile", {}),
        "app": ("app.info", {}),
        "scope": ("scope", {}),
        "connecting": ("method.get", {"name": CONNECTING}),
        "events": ("events", {}),
        "offline_extended": ("feature.get", {"CODE": "rest_offline_extended"}),
        "auth_connector": ("feature.get", {"CODE": "rest_auth_connector"}),
        "connectors": ("imconnector.list", {}),
        "placements": ("placement.get", {}),
        "line": ("imopenlines.config.get", {"CONFIG_ID": line, "WITH_QUEUE": "Y"}),
        "status": ("imconnector.status", at),
        "bindings": ("event.get", {}),
        "queue": ("event.offline.list", {"order": _OLDEST, "filter": {"=ERROR": 0}, **queue}),
        "reserved": (
            "event.offline.list",
            {"order": _OLDEST, "filter": {">PROCESS_ID": "", "=ERROR": 0}, **queue},
        ),
        "aside": ("event.offline.list", {"order": _OLDEST, "filter": {"=ERROR": 1}, **queue}),
    }


class CaseFile:
    """Asks, remembers the answers, and gives each its proof.

    `patience` is how many seconds one question may take, pacing included.
    """

    def __init__(
        self, session: Session, traffic: Traffic, connector: str, line: int, patience: float
    ) -> None:
        self.connector = connector
        self.line = line
        self._caller = session.caller
        self._traffic = traffic
        self._patience = patience
        #: Names the queue that is read here, for calls about it.
        self.queue: Params = {"auth_connector": session.queue} if session.queue else {}
        self._questions = questions(connector, line, self.queue)
        self._heard: dict[str, Heard] = {}
        self._batched = False

    async def hear(self, name: str) -> Heard:
        """The answer to one of the questions, good or bad; asked at most once."""
        if name not in self._heard and not self._batched:
            self._batched = True
            await self._ask_all()
        if name not in self._heard:
            self._heard[name] = await self.ask(*self._questions[name])
        return self._heard[name]

    async def know(self, name: str) -> Heard:
        """The answer to one of the questions.

        Raises:
            Unjudged: there was no good one.
        """
        return sure(await self.hear(name))

    async def again(self, name: str) -> Heard:
        """One of the questions once more."""
        return await self.ask(*self._questions[name])

    async def ask(self, method: str, params: Params | None = None) -> Heard:
        """Ask once more, or something else."""
        given = params or {}
        records: list[CallRecord] = []
        stop = self._traffic.recorded.connect(records.append)
        value, error = None, None
        try:
            async with asyncio.timeout(self._patience):
                value = await self._caller.call(method, given)
        except TimeoutError:
            error = _impatient(method, records)
        except BitrixError as raised:
            error = raised
        finally:
            stop()
        mine = _mine(method, given, records)
        at = mine[-1].at if mine else None
        return Heard(method, _proofs(method, given, records, error), value, error, at)

    async def count(self, name: str, seen: int) -> str:
        """How many rows there are behind a question of the queue that showed so many of them."""
        if seen < _PAGE:
            return str(seen)
        try:
            answer = await self._caller.call_full(*self._questions[name])
        except BitrixError:
            return str(seen)
        return str(max(answer.total or 0, seen))

    @property
    def errors(self) -> tuple[BitrixError, ...]:
        """What went wrong with the questions asked so far."""
        return tuple(each.error for each in self._heard.values() if each.error is not None)

    async def _ask_all(self) -> None:
        records: list[CallRecord] = []
        stop = self._traffic.recorded.connect(records.append)
        try:
            async with asyncio.timeout(self._patience):
                answer = await self._caller.batch(self._questions)
        except (TimeoutError, BitrixError):
            return  # each question is asked by itself then, and says what is wrong
        finally:
            stop()
        record = next((each for each in reversed(records) if each.method == "batch"), None)
        parts = _Parts(record)
        for name, (method, params) in self._questions.items():
            error, value = answer.errors.get(name), answer.results.get(name)
            if error is not None or name in answer.results:
                proof = parts.proof(name, method, params, error)
                self._heard[name] = Heard(method, (proof,), value, error)


class _Parts:
    """A recorded batch, taken apart: its secrets are out of it already."""

    def __init__(self, record: CallRecord | None) -> None:
        self._milliseconds = record.milliseconds if record is not None else 0
        self._answer: Json = None
        if record is not None:
            try:
                self._answer = field(decode(record.answer.encode()), "result")
            except ValueError:
                log.info("The answer to the questions is too long to be shown in parts")

    def proof(self, name: str, method: str, params: Params, error: BitrixError | None) -> Proof:
        """What the portal said to one command, as it would have said it to the call alone."""
        if error is None:
            value = field(as_map(field(self._answer, "result")), name)
            said: Json = {"result": value}
        else:
            said = field(as_map(field(self._answer, "result_error")), name)
            error.hide(lambda _: as_text(field(said, "error_description")))
        return Proof(method, redact(params), redact(said), 200, self._milliseconds)


def sure(heard: Heard) -> Heard:
    """The same, when it is an answer.

    Raises:
        Unjudged: it is none.
    """
    if heard.error is not None:
        raise Unjudged(heard)
    return heard


def _impatient(method: str, records: list[CallRecord]) -> BitrixError:
    """What held a question up: our own patience with a portal that refuses, or silence."""
    last = next((each for each in reversed(records) if each.error), None)
    if last is not None and last.error.upper() in ("QUERY_LIMIT_EXCEEDED", "OVERLOAD_LIMIT"):
        return Throttled(last.error, last.error_text, method=method, status=last.status)
    return Unreachable("timeout", maybe_done=True, method=method)


def _said(error: BitrixError) -> Json:
    return {"error": error.code, "error_description": error.description}


def _proofs(
    method: str, params: Params, records: list[CallRecord], error: BitrixError | None
) -> tuple[Proof, ...]:
    """The call as it was recorded, after a refresh that it caused."""
    mine = _mine(method, params, records)
    refreshes = [each for each in records if each.kind is CallKind.OAUTH]
    shown = [*refreshes[-1:], *mine[-1:]]
    if not mine:
        said = "" if error is None else encode(_said(error)).decode()
        ended = isinstance(error, SignedOut) and error.has_code("invalid_grant")
        asked = Proof("oauth.refresh", "", said, 0, 0) if ended else None  # some time ago
        return (*map(proof_of, shown), asked or Proof(method, redact(params), said, 0, 0))
    return tuple(map(proof_of, shown))


def _mine(method: str, params: Params, records: list[CallRecord]) -> list[CallRecord]:
    """Others call meanwhile, too."""
    request = redact(params)
    return [each for each in records if each.method == method and each.request == request]


def heard_earlier(record: CallRecord | None) -> tuple[Heard, ...]:
    """A call of this run that proves something, if it is still known."""
    return () if record is None else (Heard(record.method, (proof_of(record),)),)


def proof_of(record: CallRecord) -> Proof:
    """A recorded call as a proof."""
    return Proof(record.method, record.request, record.answer, record.status, record.milliseconds)
