"""Figures of a period against ones that plain Python makes of the portal's own state: the seed of a
busy support, a portal in a process of its own, and a pause in the middle in which nothing was read.
"""

import random
import statistics
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import pytest

from app.domain.dialog import Customer
from app.domain.statistics.facts import GapWhy, Period
from tests.e2e.conftest import serve
from tests.helpers.desk import CONNECTOR, LINE, OTHER_LINE, connected, open_test_desk, polled

#: Short enough for the console not to think that the computer slept.
STEP = 25
OPERATORS = (7, 20, 22, 23)
ZONE = ZoneInfo("Asia/Kathmandu")  # its hours begin at a quarter


class Support:
    """Customers, operators and clocks of one afternoon."""

    def __init__(self, portal, until):
        self.portal, self.until, self.desk = portal, until, None
        self.ahead = timedelta()
        self.dice = random.Random(20260714)
        self._numbers = count(1)
        self._closed = set()

    def now(self):
        return datetime.now(UTC) + self.ahead

    async def pass_by(self, steps, *, read=True):
        for _ in range(steps):
            await self._happen()
            await self.portal.order("clock", advance=STEP)
            self.ahead += timedelta(seconds=STEP)
            if read:
                await polled(self.desk, self.until)

    async def _happen(self):
        if self.dice.random() < 0.2:
            number, line = next(self._numbers), self.dice.choice((LINE, OTHER_LINE))
            customer = Customer(f"u-{number}", f"Customer {number}", f"c-{number}")
            await self.desk.outbox.start_dialog(CONNECTOR, line, customer, "Hello")
        for dialog in [each for each in self.desk.dialogs.all() if each.portal_chat]:
            await self._act(dialog, self.dice.random())
        await self.until(lambda: self.desk.outbox.counts.queued == 0)

    async def _act(self, dialog, fate):
        chat, is_closed = dialog.portal_chat, dialog.id in self._closed
        if fate < (0.02 if is_closed else 0.08):
            await self.desk.outbox.send(dialog.id, "And?")
            self._closed.discard(dialog.id)
        elif fate < 0.2 and not is_closed:
            await self.portal.reply(dialog, "Yes.", user_id=self.dice.choice(OPERATORS))
        elif fate < 0.24 and not is_closed:
            await self.portal.order("close", chat_id=chat)
            self._closed.add(dialog.id)


class Expected:
    """What plain Python makes of the portal's state, without any rule of the console's."""

    def __init__(self, state, period):
        self.hours, self.lines, self.people = Counter(), Counter(), Counter()
        self.first, self.next, self.resolution = [], [], []
        self.by_person = defaultdict(list)
        self.said = []
        for chat in state["chats"]:
            if chat["connector"] == CONNECTOR:
                for session in chat["sessions"]:
                    if period.since <= moment(session["opened_at"]) < period.until:
                        self._add(chat, session)

    def _add(self, chat, session):
        opened = moment(session["opened_at"])
        self.hours[f"{opened.astimezone(ZONE).hour:02}"] += 1
        self.lines[str(chat["line"])] += 1
        waits, asked, who = [], None, []
        for message in chat["messages"]:
            if message["session"] != session["id"]:
                continue
            at = moment(message["at"])
            if message["kind"] == "customer":
                asked = asked or at
                continue
            if message["kind"] == "operator":
                self.said.append(at)
            if message["kind"] == "operator" and asked is not None:
                waits.append((at - asked).total_seconds())
                who.append(str(message["author_id"]))
                asked = None
        if waits:
            self.first.append(waits[0])
            self.by_person[who[0]].append(waits[0])
        self.next += waits[1:]
        self.people.update(set(who) or {""})
        if session["closed_at"]:
            self.resolution.append((moment(session["closed_at"]) - opened).total_seconds())

    def replies(self, since, until):
        """How many messages of operators the portal has from that time."""
        return sum(since < at < until for at in self.said)


def moment(text):
    return datetime.fromisoformat(text)


def same(spread, seconds):
    """The portal tells whole seconds, of which the console's own clock knows parts."""
    assert spread.count == len(seconds)
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    expected = (cuts[49], cuts[89], cuts[94], statistics.fmean(seconds))
    found = (spread.median, spread.p90, spread.p95, spread.mean)
    assert found == pytest.approx(expected, abs=2.5)


def counted(buckets):
    return {each.key: each.count for each in buckets if each.count}


@pytest.mark.parametrize(
    ("steps", "paused_steps"), [(16, 12), pytest.param(60, 30, marks=pytest.mark.slow)]
)
async def test_figures_are_those_of_the_portal_and_the_pause_is_shown(
    tmp_path, until, steps, paused_steps
):
    async with serve("--seed", "busy") as portal:
        support = Support(portal, until)
        async with open_test_desk(portal, tmp_path, clock=support.now) as desk:
            support.desk = desk
            for line in (LINE, OTHER_LINE):
                await connected(desk, line=line)
            await polled(desk, until)
            began = support.now().replace(microsecond=0)  # the portal tells whole seconds
            await support.pass_by(steps)
            desk.feed.pause()
            paused = support.now()
            await support.pass_by(paused_steps, read=False)
            resumed = support.now()
            desk.feed.resume()
            await support.pass_by(steps)
            await polled(desk, until)  # the poll before may have begun too early for the last words
            period = Period(began, support.now(), ZONE)
            report = await desk.statistics.report(period)
            rows = await desk.statistics.export(tmp_path / "all.csv", period, frozenset(), "csv")
            expected = Expected(await portal.state(), period)

    assert counted(report.by_hour) == expected.hours
    assert counted(report.by_line) == expected.lines
    assert counted(report.by_operator) == expected.people
    assert counted(report.by_connector) == {CONNECTOR: expected.hours.total()}
    same(report.first_answer, expected.first)
    same(report.next_answer, expected.next)
    same(report.resolution, expected.resolution)
    for bucket in report.by_operator:
        assert bucket.spread.count == len(expected.by_person[bucket.key])
    assert rows == report.sessions == expected.hours.total()
    (gap,) = report.coverage.gaps
    assert gap.why is GapWhy.PAUSED
    assert (gap.since, gap.until) == (near(paused), near(resumed))
    assert gap.recovered >= expected.replies(gap.since, gap.until) > 0
    assert not gap.lost
    assert 0 < report.coverage.share < 1


def near(at):
    return pytest.approx(at, abs=timedelta(seconds=2 * STEP))
