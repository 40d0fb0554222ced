"""What the doctor does when it is asked to: nothing is lost by it, and it says what came of it."""

from dataclasses import replace

import pytest

from app.bitrix.errors import AccessDenied, BitrixError
from app.bitrix.events import EventQueue
from app.domain.doctor import Reason, Remedy, Verdict
from app.domain.feed import FeedSource
from app.services.drawing import Drawer
from app.services.failures import NotPossible
from tests.helpers.breaking import put_aside, reserved, waiting
from tests.helpers.desk import CONNECTOR, DATA, LINE, REGISTRATION
from tests.helpers.patients import BEHIND, cause, patient


async def texts(sick):
    """What the console's dialogs hold."""
    dialogs = [await sick.desk.dialogs.page(each.id, 0, 99) for each in sick.desk.dialogs.all()]
    return [message.text for dialog in dialogs for message in dialog]


@pytest.mark.parametrize(("break_it", "behind"), [(reserved, 0), (put_aside, 0), (waiting, BEHIND)])
async def test_stuck_rows_are_read_before_they_leave_the_portal(tmp_path, break_it, behind):
    async with patient(tmp_path, behind=behind) as sick:
        await break_it(sick)
        await sick.desk.doctor.mend(cause(await sick.examine()))

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
            await sick.desk.doctor.mend(found)
        except BitrixError:
            await sick.desk.doctor.mend(found)

        assert (await texts(sick)).count("Good day") == 1
        assert (await sick.portal.state())["queue"] == []


async def test_what_is_written_again_is_what_was_written_last(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        await sick.desk.doctor.mend(cause(await sick.examine()))
        channel = (await sick.portal.state())["connectors"]

    assert DATA.url_im in str(channel)


async def test_mending_answers_the_check_itself_first_and_what_else_it_changed(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.desk.connectors.set_error(CONNECTOR, LINE)
        found = cause(await sick.examine())
        again = await sick.desk.doctor.mend(found)

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
        await sick.desk.doctor.mend(cause(await sick.examine()))
        sent = (await sick.portal.calls("imopenlines.config.update"))[-1]["params"]
        line = await sick.call("imopenlines.config.get", {"CONFIG_ID": LINE})

    assert [sent.count(f'"{user}"') for user in (12, 7, 1)] == [1, 1, 1]
    assert "1" in map(str, line["QUEUE"])


async def test_only_the_twin_goes_the_first_handler_stays(tmp_path):
    async with patient(tmp_path) as sick:
        for handler in ("https://lamp.example/h", "https://lamp.example/h/"):
            given = {"event": "OnImConnectorMessageAdd", "handler": handler}
            await sick.call("event.bind", given)
        await sick.desk.doctor.mend(cause(await sick.examine()))
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
        await sick.desk.doctor.mend(cause(await sick.examine()))
        pages = await sick.call("placement.get", {})

    assert {each["handler"] for each in pages} == {kiosk.handler, moved.handler}


async def test_a_refusal_is_told_and_nothing_else_happens(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        found = cause(await sick.examine())
        await sick.order("fault", kind="ACCESS_DENIED", method="imconnector.activate", count=1)
        with pytest.raises(AccessDenied):
            await sick.desk.doctor.mend(found)


async def test_what_no_call_can_mend_is_refused(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("app", installed=False)
        found = cause(await sick.examine())
        with pytest.raises(NotPossible, match="NO_REMEDY"):
            await sick.desk.doctor.mend(found)


async def test_signing_in_again_is_the_window_s_affair(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("tokens", action="revoke", which="all")
        found = cause(await sick.examine())
        with pytest.raises(NotPossible, match="NO_REMEDY"):
            await sick.desk.doctor.mend(found)

    assert found.remedy is Remedy.SIGN_IN


async def test_a_disconnection_before_the_writing_is_no_loss_whatever_the_portal_s_clock(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("clock", advance=20)
        await sick.order("disconnect", connector=CONNECTOR, line=LINE)
        await Drawer(EventQueue(sick.desk.session.caller), sick.inbox, FeedSource.PEEKED).draw()
        again = await sick.desk.doctor.mend(cause(await sick.examine()))

    assert {each.verdict for each in again} == {Verdict.PASSED}


async def test_what_was_switched_off_and_on_from_here_has_lost_its_description(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.desk.connectors.deactivate(CONNECTOR, LINE)
        await sick.desk.connectors.activate(CONNECTOR, LINE)
        named = cause(await sick.examine())
        again = await sick.desk.doctor.mend(named)

    assert named.reason == Reason.DATA_LOST
    assert again[0].verdict is Verdict.PASSED
