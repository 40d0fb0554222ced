"""What the doctor does when it is asked to: nothing is lost by it, and it says what came of it."""

from dataclasses import replace

import pytest

from app.bitrix.errors import AccessDenied, BitrixError
from app.bitrix.events import EventQueue
from app.domain.binding import Binding
from app.domain.doctor import Reason, Remedy, Verdict
from app.domain.feed import FeedSource
from app.services.drawing import Drawer
from app.services.failures import NotPossible
from tests.helpers.breaking import put_aside, reserved, waiting
from tests.helpers.desk import CONNECTOR, DATA, LINE, OTHER_LINE, REGISTRATION
from tests.helpers.patients import BEHIND, cause, patient


async def texts(sick):
    """What the console's dialogs hold."""
    dialogs = [await sick.desk.dialogs.page(each.id, 0, 99) for each in sick.desk.dialogs.all()]
    return [message.text for dialog in dialogs for message in dialog]


@pytest.mark.parametrize(("break_it", "behind"), [(reserved, 0), (put_aside, 0), (waiting, BEHIND)])
async def test_stuck_rows_are_read_before_they_leave_the_portal(tmp_path, break_it, behind):
    async with patient(tmp_path, behind=behind) as sick:
        await break_it(sick)
        await sick.mend(cause(await sick.examine()))

        assert "Good day" in str(await texts(sick))
        assert (await sick.portal.state())["queue"] == []


@pytest.mark.parametrize("break_it", [reserved, put_aside])
@pytest.mark.parametrize("method", ["event.offline.clear", "event.offline.get"])
@pytest.mark.parametrize("kind", ["internal_error", "lost"])
async def test_no_row_is_lost_when_the_portal_fails_meanwhile(tmp_path, break_it, method, kind):
    async with patient(tmp_path) as sick:
        await break_it(sick)
        found = cause(await sick.examine())
        await sick.order("fault", kind=kind, method=method, count=1)
        try:
            await sick.mend(found)
        except BitrixError:
            await sick.mend(found)

        assert (await texts(sick)).count("Good day") == 1
        assert (await sick.portal.state())["queue"] == []


async def test_what_is_written_again_is_what_was_written_last(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        await sick.mend(cause(await sick.examine()))
        channel = (await sick.portal.state())["connectors"]

    assert DATA.url_im in str(channel)


async def test_mending_answers_the_check_itself_first_and_what_else_it_changed(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.desk.connectors.set_error(CONNECTOR, LINE)
        found = cause(await sick.examine())
        again = await sick.mend(found)

    assert found.reason == Reason.ERROR_SET
    assert [each.check.key for each in again] == ["no_error", "active", "channel_data"]
    assert {each.verdict for each in again} == {Verdict.PASSED}


async def test_an_error_that_was_set_from_here_names_the_call(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.desk.connectors.set_error(CONNECTOR, LINE)
        facts = cause(await sick.examine()).facts
        record = sick.desk.traffic.get(int(facts["call"]))

    assert record is not None
    assert record.method == "imconnector.set.error"
    assert facts["at"] == record.at.isoformat()


async def test_who_joins_the_queue_pushes_nobody_out(tmp_path):
    async with patient(tmp_path) as sick:
        for user in (7, 12):
            await sick.order("dismiss", user_id=user)
        await sick.mend(cause(await sick.examine()))
        sent = (await sick.portal.calls("imopenlines.config.update"))[-1]["params"]
        line = await sick.call("imopenlines.config.get", {"CONFIG_ID": LINE})

    assert [sent.count(f'"{user}"') for user in (12, 7, 1)] == [1, 1, 1]
    assert "1" in map(str, line["QUEUE"])


async def test_only_the_twin_goes_the_first_handler_stays(tmp_path):
    async with patient(tmp_path) as sick:
        for handler in ("https://lamp.example/h", "https://lamp.example/h/"):
            given = {"event": "OnImConnectorMessageAdd", "handler": handler}
            await sick.call("event.bind", given)
        await sick.mend(cause(await sick.examine()))
        bindings = (await sick.portal.state())["bindings"]

    assert [each["handler"] for each in bindings if not each["offline"]] == [
        "https://lamp.example/h"
    ]


async def test_only_pages_of_this_connector_go(tmp_path):
    kiosk = replace(REGISTRATION, id="acme_kiosk", handler="https://lamp.example/k")
    moved = replace(REGISTRATION, handler="https://lamp.example/new")
    async with patient(tmp_path) as sick:
        await sick.desk.connectors.register(kiosk)
        await sick.desk.connectors.register(moved)
        await sick.mend(cause(await sick.examine()))
        pages = await sick.call("placement.get", {})

    assert {each["handler"] for each in pages} == {kiosk.handler, moved.handler}


async def test_a_refusal_is_told_and_nothing_else_happens(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        found = cause(await sick.examine())
        await sick.order("fault", kind="ACCESS_DENIED", method="imconnector.activate", count=1)
        with pytest.raises(AccessDenied):
            await sick.mend(found)


async def test_what_no_call_can_mend_is_refused(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("app", installed=False)
        found = cause(await sick.examine())
        with pytest.raises(NotPossible, match="NO_REMEDY"):
            await sick.mend(found)


async def test_signing_in_again_is_the_window_s_affair(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("tokens", action="revoke", which="all")
        found = cause(await sick.examine())
        with pytest.raises(NotPossible, match="NO_REMEDY"):
            await sick.mend(found)

    assert found.remedy is Remedy.SIGN_IN


async def test_a_disconnection_before_the_writing_is_no_loss_whatever_the_portal_s_clock(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("clock", advance=20)
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        await Drawer(EventQueue(sick.desk.session.caller), sick.inbox, FeedSource.PEEKED).draw()
        again = await sick.mend(cause(await sick.examine()))

    assert {each.verdict for each in again} == {Verdict.PASSED}


async def test_what_was_switched_off_and_on_from_here_has_lost_its_description(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.desk.connectors.deactivate(CONNECTOR, LINE)
        await sick.desk.connectors.activate(CONNECTOR, LINE)
        named = cause(await sick.examine())
        again = await sick.mend(named)

    assert named.reason == Reason.DATA_LOST
    assert again[0].verdict is Verdict.PASSED


SECRET = "https://other.example/h?key=s3cret"


async def hears(sick, *handlers):
    """These addresses are subscribed elsewhere, by the same application."""
    for handler in handlers:
        given = {"event": "OnImConnectorMessageAdd", "handler": handler}
        await sick.call("event.bind", given)


async def online(sick):
    """The addresses that are subscribed."""
    bindings = (await sick.portal.state())["bindings"]
    return [each["handler"] for each in bindings if not each["offline"]]


@pytest.mark.parametrize("handlers", [(SECRET,), (SECRET, f"{SECRET}&x=/"), (SECRET, SECRET)])
async def test_a_handler_is_told_without_its_secret(tmp_path, handlers):
    async with patient(tmp_path) as sick:
        await hears(sick, *dict.fromkeys(handlers))
        found = await sick.examine()

    assert "s3cret" not in repr(found)
    assert "other.example" in cause(found).facts["handlers"]


async def test_a_finding_of_twins_takes_nothing_from_others(tmp_path):
    pair = ("https://lamp.example/h", "https://lamp.example/h/")
    async with patient(tmp_path) as sick:
        await hears(sick, *pair, "https://other.example/h")
        found = cause(await sick.examine())
        for twin in pair:
            gone = {"event": "OnImConnectorMessageAdd", "handler": twin}
            await sick.call("event.unbind", gone)
        await sick.mend(found)

        assert found.reason == Reason.TWINS
        assert await online(sick) == ["https://other.example/h"]


async def test_only_the_handlers_that_were_named_are_taken_from_others(tmp_path):
    async with patient(tmp_path) as sick:
        await hears(sick, "https://other.example/h")
        found = cause(await sick.examine())
        await hears(sick, "https://third.example/h")
        await sick.mend(found)

        assert found.reason == Reason.FOREIGN_HANDLERS
        assert await online(sick) == ["https://third.example/h"]


async def test_what_was_subscribed_from_here_is_no_stranger_s(tmp_path):
    own = Binding("ONIMCONNECTORMESSAGEADD", offline=False, handler="https://other.example/h")
    async with patient(tmp_path) as sick:
        await sick.desk.bindings.bind(own)
        found = {each.check.key: each for each in await sick.examine()}
        page = {each.binding: each.verdict for each in sick.desk.bindings.report.rows}

    assert page[own] == "own"
    assert found["no_twins"].verdict is Verdict.PASSED


async def test_what_was_mended_is_known_to_the_pages(tmp_path):
    async with patient(tmp_path) as sick:
        await hears(sick, "https://other.example/h")
        await sick.desk.bindings.refresh()
        await sick.mend(cause(await sick.examine()))
        await sick.call("imopenlines.config.update", {"CONFIG_ID": LINE, "PARAMS": {"ACTIVE": "N"}})
        await sick.desk.lines.refresh()
        await sick.mend(cause(await sick.examine()))

        assert [x for x in sick.desk.bindings.bindings if not x.offline] == []
        assert sick.desk.lines.get(LINE).active


async def test_a_queue_that_the_portal_does_not_tell_is_not_written(tmp_path, monkeypatch):
    async with patient(tmp_path) as sick:
        for user in (7, 12):
            await sick.order("dismiss", user_id=user)
        found = cause(await sick.examine())
        line = await sick.desk.lines.read(LINE)
        hidden = replace(line, queue=replace(line.queue, exact=False))

        async def read(_):
            return hidden

        monkeypatch.setattr(sick.desk.lines, "read", read)
        with pytest.raises(NotPossible, match="QUEUE_UNKNOWN"):
            await sick.mend(found)
        written = await sick.portal.calls("imopenlines.config.update")

    assert written == []


async def test_a_mend_is_of_its_own_connector_whatever_was_examined_since(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        found = cause(await sick.examine())
        other = sick.desk.doctor.examine("somebody", OTHER_LINE)
        await anext(other)
        again = await sick.mend(found)

    assert again[0].verdict is Verdict.PASSED


async def test_pages_that_go_in_circles_come_to_an_end(tmp_path, monkeypatch):
    async with patient(tmp_path) as sick:
        await put_aside(sick)
        found = cause(await sick.examine())
        caller, asked = sick.desk.session.caller, []
        call_full = caller.call_full

        async def circling(method, params=None, **more):
            answer = await call_full(method, params, **more)
            asked.append(method)
            assert len(asked) < 50
            return replace(answer, next=50)

        monkeypatch.setattr(type(caller), "call_full", staticmethod(circling))
        (again, *_) = await sick.mend(found)

    assert again.verdict is Verdict.PASSED
