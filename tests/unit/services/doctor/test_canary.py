"""Messages that go round: what they prove, and what they leave behind."""

import json

import httpx
import pytest

from app.bitrix.events import EventQueue
from app.domain.doctor import FACTS, MESSAGE_CANARY, Reason, Remedy, Verdict
from app.domain.feed import FeedSource, FeedState
from app.services.drawing import Drawer
from tests.helpers.breaking import registration
from tests.helpers.desk import CONNECTOR, LINE, REGISTRATION, running
from tests.helpers.patients import patient

_ADDED = "ONIMCONNECTORMESSAGEADD"


async def send(well):
    return await well.desk.doctor.send_canary(CONNECTOR, LINE)


async def test_a_message_goes_all_the_way_round(tmp_path):
    async with patient(tmp_path) as well:
        finding = await send(well)
        chat = (await well.portal.state())["chats"][0]

    assert finding.check == MESSAGE_CANARY
    assert finding.verdict is Verdict.PASSED
    assert finding.facts["answered"] == "yes"
    customer, answer = (each for each in chat["messages"] if each["kind"] != "system")
    assert customer["text"] in answer["text"]
    assert [each.method for each in finding.proofs] == [
        "imconnector.send.messages",
        "imopenlines.operator.answer",
        "im.dialog.messages.get",
        "im.message.add",
        "event.offline.list",
        "imconnector.send.status.delivery",
        "imopenlines.operator.finish",
    ]


@pytest.mark.parametrize("run", [False, True], ids=["alone", "beside the running console"])
async def test_nothing_is_left_but_one_closed_dialog(tmp_path, run):
    async with patient(tmp_path) as well:
        if run:
            async with running(well.desk):
                await send(well)
                await send(well)
        else:
            await send(well)
            await send(well)
        state = await well.portal.state()

    assert len(state["chats"]) == 1
    assert all(each["closed"] for each in state["chats"][0]["sessions"])
    assert state["queue"] == []
    assert [each["event"] for each in state["bindings"] if each["event"] == "ONAPPTEST"] == []
    assert well.desk.dialogs.all() == ()


async def test_an_owner_under_the_same_name_is_found_by_the_message_alone(tmp_path):
    async with patient(tmp_path) as sick:
        other = await sick.other_application()
        same = registration(REGISTRATION.name, "https://bridge.example/settings")
        await other.caller.call("imconnector.register", same)
        findings = {each.check.key: each for each in await sick.examine()}
        finding = await send(sick)
        state = await sick.portal.state()
        (again,) = await sick.mend(finding)

    assert findings["owned"].verdict is Verdict.PASSED
    assert (finding.verdict, finding.reason) == (Verdict.FAILED, Reason.ANSWER_ELSEWHERE)
    assert finding.facts.keys() == set(FACTS[Reason.ANSWER_ELSEWHERE])
    assert finding.remedy is Remedy.REGISTER
    assert (again.check.key, again.verdict) == ("message_canary", Verdict.PASSED)
    assert all(each["closed"] for each in state["chats"][0]["sessions"])


async def test_an_answer_that_is_not_bound_is_nobody_else_s(tmp_path):
    async with patient(tmp_path) as sick:
        gone = {"event": "OnImConnectorMessageAdd", "event_type": "offline"}
        await sick.call("event.unbind", gone)
        finding = await send(sick)

    assert (finding.reason, finding.facts["step"]) == (Reason.MESSAGE_LOST, "answer")
    assert finding.remedy is None


async def test_a_line_that_takes_no_messages_says_so_in_the_portal_s_words(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        finding = await send(sick)

    assert finding.reason == Reason.MESSAGE_REFUSED
    assert finding.facts["code"] == "NOT_ACTIVE_LINE"
    assert finding.facts.keys() == set(FACTS[Reason.MESSAGE_REFUSED])


async def test_without_queues_of_their_own_the_answer_is_not_waited_for(tmp_path):
    async with patient(tmp_path, auth_connector=False) as well:
        finding = await send(well)

    assert finding.verdict is Verdict.PASSED
    assert finding.facts["answered"] == "no"


async def test_a_dialog_that_cannot_be_closed_is_named(tmp_path):
    async with patient(tmp_path) as well:
        await well.order(
            "fault", kind="ACCESS_DENIED", method="imopenlines.operator.finish", count=9
        )
        finding = await send(well)

    assert (finding.verdict, finding.reason) == (Verdict.WARNING, Reason.MESSAGE_LEFT)
    assert finding.facts.keys() == set(FACTS[Reason.MESSAGE_LEFT])


@pytest.mark.parametrize(
    "method", ["im.dialog.messages.get", "im.message.add", "event.offline.list"]
)
async def test_the_dialog_is_closed_whatever_happens_on_the_way(tmp_path, method):
    async with patient(tmp_path) as well:
        await well.order("fault", kind="internal_error", method=method, count=99)
        finding = await send(well)
        state = await well.portal.state()

    assert finding.reason == Reason.MESSAGE_LOST
    assert all(each["closed"] for each in state["chats"][0]["sessions"])


async def test_a_read_only_profile_sends_nothing(tmp_path):
    async with patient(tmp_path) as well:
        well.desk.session.set_read_only(True)
        finding = await send(well)
        state = await well.portal.state()

    assert (finding.verdict, finding.reason) == (Verdict.UNKNOWN, Reason.READ_ONLY)
    assert state["chats"] == []


async def test_crm_hears_nothing_of_it(tmp_path):
    async with patient(tmp_path) as well:
        await send(well)
        leads = await well.call("crm.lead.list", {})

    assert leads == []


@pytest.mark.parametrize(
    ("fly", "first", "last"),
    [
        ("event", "event.test", "event.unbind"),
        ("message", "imopenlines.operator.answer", "imopenlines.operator.finish"),
    ],
)
async def test_the_reader_rests_during_the_flight_and_goes_on_after_it(
    tmp_path, until, fly, first, last
):
    async with patient(tmp_path) as well, running(well.desk):
        feed, polls = well.desk.feed, []

        def note(record):
            polls.append((record.method, feed.health.last_poll))
            feed.poll_now()

        await until(lambda: feed.health.last_poll is not None)
        well.desk.traffic.recorded.connect(note)
        await (well.examine() if fly == "event" else send(well))
        methods = [method for method, _ in polls]
        flight = polls[methods.index(first) : methods.index(last) + 1]
        await until(lambda: feed.health.last_poll > flight[-1][1])

    assert len(flight) > 2
    assert len({at for _, at in flight}) == 1


async def test_a_pause_that_the_person_makes_during_the_flight_stays(tmp_path, until):
    async with patient(tmp_path) as well, running(well.desk):
        await until(lambda: well.desk.feed.health.state is FeedState.LIVE)

        async def pause(_):
            well.desk.feed.pause()

        well.desk.doctor.sleep = pause
        await well.examine()
        assert well.desk.feed.health.state is FeedState.PAUSED


async def test_what_another_window_of_this_console_has_read_is_not_lost(tmp_path, until):
    async with patient(tmp_path) as well:
        drawer = Drawer(EventQueue(well.desk.session.caller), well.inbox, FeedSource.CONFIRMED)
        await well.order("fault", kind="event_late", method=_ADDED, seconds=1, count=1)

        async def read(_):
            await well.order("clock", advance=2)
            await drawer.draw()

        well.desk.doctor.sleep = read
        finding = await send(well)

    assert finding.verdict is Verdict.PASSED, finding


async def test_a_reader_that_rests_anyway_is_not_woken(tmp_path, until):
    async with patient(tmp_path) as well, running(well.desk):
        await until(lambda: well.desk.feed.health.state == "live")
        well.desk.feed.pause()
        findings = await well.examine()

        assert well.desk.feed.health.state == "paused"
    assert findings[-1].verdict is Verdict.PASSED


class Forgetful(httpx.AsyncBaseTransport):
    """A portal that does not look at the filter when rows are taken out."""

    def __init__(self, end):
        self.end = end

    async def handle_async_request(self, request):
        if "event.offline.get" in request.url.path:
            params = {k: v for k, v in json.loads(request.content).items() if k != "filter"}
            headers = {k: v for k, v in request.headers.items() if k != "content-length"}
            request = httpx.Request("POST", request.url, headers=headers, json=params)
        return await self.end.handle_async_request(request)


@pytest.mark.parametrize("fly", ["event", "message"])
async def test_what_the_portal_takes_out_beside_the_canary_is_kept(tmp_path, fly):
    async with patient(tmp_path) as well:
        await well.operator_writes()
        well.wire.end = Forgetful(well.wire.end)
        await (well.examine() if fly == "event" else send(well))
        dialogs = [await well.desk.dialogs.page(each.id, 0, 99) for each in well.desk.dialogs.all()]

    assert "Good day" in str(dialogs)
