"""The doctor: examines a connector on a line in the order of a message's way, and mends.

What follows from a failure is told as its consequence: the first failure is the cause. Every check
survives whatever the portal does to its calls.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import replace

from app.bitrix.connection import host_of
from app.bitrix.errors import BitrixError
from app.domain.doctor import MESSAGE_CANARY, Check, Finding, Reason, Remedy, Verdict
from app.services.bindings import Bindings
from app.services.clock import Clock, Sleep, utc_now
from app.services.connectors import Connectors
from app.services.contact_center import ContactCenter
from app.services.doctor import application, connector, events, line, link, sign_in
from app.services.doctor.bench import Bench, Examiner, Examiners
from app.services.doctor.case import CaseFile
from app.services.doctor.catalogue import BY_KEY, CHECKS, NEEDS
from app.services.doctor.mending import MENDERS
from app.services.doctor.message_canary import go_round
from app.services.doctor.ruling import Ruling, Unjudged, explained_by, unjudged, unknown
from app.services.failures import NotPossible
from app.services.feed import Feed
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.lines import Lines
from app.services.session import Session
from app.services.traffic import Traffic

PATIENCE = 20.0

EXAMINERS: Examiners = {
    **sign_in.EXAMINERS,
    **application.EXAMINERS,
    **connector.EXAMINERS,
    **line.EXAMINERS,
    **link.EXAMINERS,
    **events.EXAMINERS,
}
#: What else is examined again after a remedy, since it changes that as well.
_ALSO: dict[Remedy, tuple[str, ...]] = {
    Remedy.ACTIVATE: ("active", "no_error", "channel_data"),
    Remedy.REGISTER: ("registered", "owned", "settings_page"),
    Remedy.RELEASE_QUEUE: ("queue_reserved", "queue_aside", "queue_age"),
    Remedy.JOIN_QUEUE: ("operators",),
}


class Doctor:
    """Examines, mends, and lets a canary fly. `patience` is how many seconds one question may take,
    the portal's own holding up included.
    """

    checks = CHECKS

    def __init__(
        self,
        session: Session,
        *,
        traffic: Traffic,
        connectors: Connectors,
        lines: Lines,
        bindings: Bindings,
        contact_center: ContactCenter,
        journal: Journal,
        inbox: Inbox,
        feed: Feed,
    ) -> None:
        self._session = session
        self._traffic = traffic
        self._connectors, self._lines = connectors, lines
        self._bindings, self._contact_center = bindings, contact_center
        self._journal = journal
        self._inbox = inbox
        self._feed = feed
        self.clock: Clock = utc_now
        self.sleep: Sleep = asyncio.sleep
        self.patience = PATIENCE

    async def examine(
        self, connector: str, line: int, *, whole: bool = False
    ) -> AsyncIterator[Finding]:
        """The findings in order, each as soon as it is made; ends after the first that FAILED,
        unless the `whole` list is wanted. Raises nothing of the portal's doing.
        """
        bench = self._bench(connector, line)
        for check in CHECKS:
            finding = await self._look(bench, check, EXAMINERS[check.key])
            bench.found[check.key] = finding
            yield finding
            if finding.verdict is Verdict.FAILED and not whole:
                return

    async def mend(self, connector: str, line: int, finding: Finding) -> tuple[Finding, ...]:
        """Do what a finding of this connector on this line suggests, then look again: at that check
        first, then at others that the remedy changed.

        Raises:
            BitrixError: the portal refused.
            ServiceError: there is nothing to do it with, or the journal failed; the queue is left
                as it was then.
        """
        remedy = finding.remedy
        if remedy is None or remedy not in MENDERS:
            raise NotPossible("NO_REMEDY")
        await MENDERS[remedy](self._bench(connector, line), finding)
        bench = self._bench(connector, line)
        if finding.check == MESSAGE_CANARY:
            return (await self._look(bench, MESSAGE_CANARY, go_round),)
        keys = dict.fromkeys((finding.check.key, *_ALSO.get(remedy, ())))
        for key in keys:
            bench.found[key] = await self._look(bench, BY_KEY[key], EXAMINERS[key])
        return tuple(bench.found[key] for key in keys)

    async def send_canary(self, connector: str, line: int) -> Finding:
        """A message of a made-up customer that goes round; see `message_canary`."""
        return await self._look(self._bench(connector, line), MESSAGE_CANARY, go_round)

    def _bench(self, connector: str, line: int) -> Bench:
        host = host_of(self._session.profile.endpoint)
        case = CaseFile(self._session, self._traffic, connector.lower(), line, self.patience)
        return Bench(
            session=self._session,
            traffic=self._traffic,
            connectors=self._connectors,
            lines=self._lines,
            bindings=self._bindings,
            contact_center=self._contact_center,
            journal=self._journal,
            inbox=self._inbox,
            feed=self._feed,
            case=case,
            host=host,
            clock=self.clock,
            sleep=self.sleep,
        )

    async def _look(self, bench: Bench, check: Check, examiner: Examiner) -> Finding:
        started = time.perf_counter()
        ruling = _follows(bench, check) or await _ruled(bench, examiner)
        took = round((time.perf_counter() - started) * 1000)
        return Finding(
            check=check,
            verdict=ruling.verdict,
            reason=ruling.reason or "",
            facts=ruling.facts,
            proofs=ruling.proofs,
            remedy=ruling.remedy,
            milliseconds=took,
        )


def _follows(bench: Bench, check: Check) -> Ruling | None:
    """The consequence of an earlier failure, if it is one."""
    for key in NEEDS.get(check.key, ()):
        cause = _cause_of(bench, key)
        if cause not in ("", check.key):
            return unknown(Reason.CONSEQUENCE, cause=cause)
    return None


def _cause_of(bench: Bench, key: str) -> str:
    """The check that failed behind this one, "" when it did not keep anything from being judged."""
    finding = bench.found.get(key)
    if finding is None:
        return ""
    if finding.verdict is Verdict.FAILED:
        return key
    return finding.facts["cause"] if finding.reason == Reason.CONSEQUENCE else ""


async def _ruled(bench: Bench, examiner: Examiner) -> Ruling:
    try:
        return await examiner(bench)
    except Unjudged as error:
        ruling = unjudged(error.heard)
        cause = _cause_of(bench, explained_by(error.heard.error))
        if cause:
            return replace(ruling, reason=Reason.CONSEQUENCE, facts={"cause": cause})
        return ruling
    except BitrixError as error:  # of a call that has no proof, such as our own pacing's
        facts = {"method": error.method, "code": error.code, "text": error.description}
        return unknown(Reason.CALL_UNANSWERED, **facts)
