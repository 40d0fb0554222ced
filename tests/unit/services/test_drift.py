"""What happens to connectors elsewhere is noticed, told once, and mended; our own doing is not."""

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.bitrix.errors import BitrixError
from app.domain.connector import LineState
from app.domain.drift import Cell, DriftKind, Intent, Lost, judge_cell, taken_over
from app.domain.events import StatusDeleted
from app.services.failures import NotPossible
from tests.helpers.desk import (
    CONNECTOR,
    DATA,
    LINE,
    OTHER_LINE,
    REGISTRATION,
    connected,
    open_sandbox,
    open_test_desk,
)

NOW = datetime(2026, 7, 14, tzinfo=UTC)


class Moves:
    """A clock that can be put forward."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return datetime.now(UTC) + self.ahead

    def wait(self, **span):
        self.ahead += timedelta(**span)


@asynccontextmanager
async def watched(tmp_path, portal, *, run=True, clock=None):
    """A desk with a connector that has worked for a while; what was told is in `told`."""
    clock = clock or Moves()
    async with open_test_desk(portal, tmp_path, run=run, clock=clock) as desk:
        await connected(desk)
        await desk.connectors.refresh()
        clock.wait(minutes=5)
        told = []
        desk.drift.told.connect(told.append)
        task = asyncio.get_running_loop().create_task(desk.drift.run())
        try:
            yield desk, told, clock
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def kinds(desk):
    return [(each.kind, each.line) for each in desk.drift.notices]


async def other_application(portal):
    """A caller of another application of the portal."""
    given = await portal.order("install", title="Rival")
    rival = type(portal)(portal.http, portal.about | given)
    return (await rival.sign_in()).caller


async def test_a_disconnected_line_is_told_once_and_healed_with_its_data(sandbox, tmp_path, until):
    async with watched(tmp_path, sandbox) as (desk, told, _):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await until(lambda: kinds(desk) == [(DriftKind.DISCONNECTED, LINE)])
        await desk.drift.check()
        await desk.drift.check()
        assert len(told) == 1
        assert desk.connectors.lost_data(CONNECTOR, LINE).own is False

        await desk.drift.heal(desk.drift.notices[0])

        assert desk.drift.notices == ()
        assert desk.connectors.status(CONNECTOR, LINE).state is LineState.WORKING
        assert desk.connectors.lost_data(CONNECTOR, LINE) is None
        cells = (await sandbox.state())["connectors"]
        found = next(each for each in cells if each["id"] == CONNECTOR)
        assert DATA.url_im in str(found)


async def test_an_event_and_the_look_after_it_are_one_occurrence(sandbox, tmp_path, until):
    async with watched(tmp_path, sandbox) as (desk, told, _):
        for _ in range(3):
            await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await until(lambda: told)
        await until(lambda: desk.feed.health.queue == 0)
        await desk.drift.check()

        assert [each.kind for each in told] == [DriftKind.DISCONNECTED]


async def test_a_deleted_line_is_told_and_forgotten_when_dismissed(sandbox, tmp_path, until):
    async with watched(tmp_path, sandbox) as (desk, told, _):
        await sandbox.order("delete-line", line=LINE)
        await until(lambda: kinds(desk) == [(DriftKind.LINE_DELETED, LINE)])
        (notice,) = desk.drift.notices
        assert not notice.can_heal

        await desk.drift.dismiss(notice)
        await desk.drift.check()
        assert desk.drift.notices == ()
        assert [each.kind for each in told][-1] is DriftKind.LINE_DELETED


async def test_without_events_the_slow_look_finds_it(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, told, _):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        assert told == []
        await desk.drift.check()
        assert kinds(desk) == [(DriftKind.DISCONNECTED, LINE)]


async def test_a_flag_set_by_another_application_is_told_and_cleared(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, _, _clock):
        rival = await other_application(sandbox)
        await rival.call("imconnector.set.error", {"CONNECTOR": CONNECTOR, "LINE": LINE})
        await desk.drift.check()
        assert kinds(desk) == [(DriftKind.ERROR, LINE)]

        await desk.drift.heal(desk.drift.notices[0])
        assert desk.drift.notices == ()
        assert desk.connectors.status(CONNECTOR, LINE).status


async def test_a_connector_switched_off_and_on_elsewhere_has_lost_its_data(
    sandbox, tmp_path, until
):
    async with watched(tmp_path, sandbox) as (desk, _, _clock):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await until(lambda: kinds(desk) == [(DriftKind.DISCONNECTED, LINE)])
        rival = await other_application(sandbox)
        await rival.call(
            "imconnector.activate", {"CONNECTOR": CONNECTOR, "LINE": LINE, "ACTIVE": 1}
        )
        await desk.drift.check()
        assert kinds(desk) == [(DriftKind.DATA_LOST, LINE)]
        before = len(await sandbox.calls("imconnector.activate"))

        await desk.drift.heal(desk.drift.notices[0])
        assert desk.drift.notices == ()
        assert len(await sandbox.calls("imconnector.activate")) == before


async def test_an_unregistered_connector_is_registered_again(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, _, _clock):
        rival = await other_application(sandbox)
        params = {"ID": CONNECTOR, "NAME": "Rival", "PLACEMENT_HANDLER": "https://r.example"}
        await rival.call("imconnector.register", params | {"ICON": {"DATA_IMAGE": "x"}})
        await rival.call("imconnector.unregister", {"ID": CONNECTOR})
        await desk.drift.check()
        assert kinds(desk) == [(DriftKind.GONE, LINE)]

        await desk.drift.heal(desk.drift.notices[0])
        await desk.drift.check()
        assert desk.drift.notices == ()
        assert desk.connectors.status(CONNECTOR, LINE).status


async def test_an_id_taken_by_another_application_is_told_and_taken_back(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, _, _clock):
        rival = await other_application(sandbox)
        params = {"ID": CONNECTOR, "NAME": "Rival desk", "PLACEMENT_HANDLER": "https://r.example"}
        await rival.call("imconnector.register", params | {"ICON": {"DATA_IMAGE": "x"}})
        await desk.drift.check()
        (notice,) = desk.drift.notices
        assert (notice.kind, notice.detail) == (DriftKind.TAKEN_OVER, "Rival desk")

        await desk.drift.heal(notice)
        await desk.drift.check()
        assert desk.drift.notices == ()
        names = {each["id"]: each["name"] for each in (await sandbox.state())["connectors"]}
        assert names[CONNECTOR] == REGISTRATION.name


@pytest.mark.parametrize(
    ("shown", "age", "was_listed", "told"),
    [
        ("Rival", timedelta(minutes=1), False, ""),  # the portal's list may be an hour old
        ("Rival", timedelta(hours=2), False, "Rival"),
        ("Rival", timedelta(minutes=1), True, "Rival"),
        ("Ours", timedelta(hours=2), True, ""),
        (None, timedelta(hours=2), True, ""),
    ],
)
def test_another_name_in_the_list_counts_when_it_cannot_be_an_old_one(shown, age, was_listed, told):
    listed = {CONNECTOR: shown} if shown else {}
    name = taken_over(CONNECTOR, ("Ours", NOW - age), listed, NOW, was_listed=was_listed)
    assert name == told


async def test_what_an_event_told_stays_told_soon_after_the_switching_on(sandbox, tmp_path, until):
    async with watched(tmp_path, sandbox) as (desk, told, _):
        await desk.connectors.activate(CONNECTOR, OTHER_LINE)
        await sandbox.order("disconnect", connector=CONNECTOR, line=OTHER_LINE)
        await until(lambda: told)
        for _ in range(3):
            await desk.drift.check()
            assert kinds(desk) == [(DriftKind.DISCONNECTED, OTHER_LINE)]
        assert len(told) == 1


@pytest.mark.parametrize("self_exclusion", [True, False])
async def test_what_we_did_ourselves_is_no_drift(tmp_path, until, self_exclusion):
    async with (
        open_sandbox(self_exclusion=self_exclusion) as portal,
        watched(tmp_path, portal) as (desk, told, clock),
    ):
        await desk.connectors.activate(CONNECTOR, OTHER_LINE)
        await desk.connectors.deactivate(CONNECTOR, OTHER_LINE)
        await desk.connectors.set_error(CONNECTOR, LINE)
        clock.wait(minutes=5)
        await desk.drift.check()
        assert told == []
        await desk.connectors.activate(CONNECTOR, LINE)
        await desk.connectors.deactivate(CONNECTOR, LINE)
        await desk.connectors.activate(CONNECTOR, LINE)
        await desk.connectors.unregister(CONNECTOR)
        clock.wait(minutes=5)
        await until(lambda: desk.feed.health.queue == 0)
        await desk.drift.check()

        assert told == []
        assert desk.drift.notices == ()


async def test_a_look_in_the_middle_of_our_own_unregistering_tells_nothing(
    sandbox, tmp_path, monkeypatch
):
    async with watched(tmp_path, sandbox, run=False) as (desk, told, _):
        keep, looked = desk.journal.run, []

        async def keep_later(*work):
            """The portal has done it, and it is looked at before this console has written it."""
            done = "imconnector.unregister" in {each.method for each in desk.traffic.records}
            if done and not looked:
                looked.append(True)
                await desk.drift.check()
            return await keep(*work)

        monkeypatch.setattr(desk.journal, "run", keep_later)
        await desk.connectors.unregister(CONNECTOR)

        assert looked
        assert told == []


async def test_a_line_that_this_console_deletes_is_no_drift(sandbox, tmp_path):
    async with watched(tmp_path, sandbox) as (desk, told, _):
        await desk.lines.refresh()
        await desk.lines.delete(LINE)
        await desk.drift.check()

        assert told == []


async def test_switching_off_by_hand_ends_the_notice(sandbox, tmp_path, until):
    async with watched(tmp_path, sandbox) as (desk, _, _clock):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await until(lambda: desk.drift.notices)
        await desk.connectors.deactivate(CONNECTOR, LINE)
        await until(lambda: not desk.drift.notices)


async def test_activating_by_hand_ends_the_notice(sandbox, tmp_path, until):
    async with watched(tmp_path, sandbox) as (desk, _, _clock):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await until(lambda: desk.drift.notices)
        await desk.connectors.activate(CONNECTOR, LINE)
        await desk.connectors.set_data(CONNECTOR, LINE, DATA)
        await until(lambda: not desk.drift.notices)


async def test_a_dismissed_notice_stays_away_over_a_restart_until_it_happens_again(
    sandbox, tmp_path
):
    async with watched(tmp_path, sandbox, run=False) as (desk, _, clock):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await desk.drift.check()
        await desk.drift.dismiss(desk.drift.notices[0])
        await desk.drift.check()
        assert desk.drift.notices == ()

    async with open_test_desk(sandbox, tmp_path, run=False, clock=clock) as desk:
        told = []
        desk.drift.told.connect(told.append)
        await desk.drift.check()
        assert (told, desk.drift.notices) == ([], ())

        await desk.connectors.activate(CONNECTOR, LINE)
        await desk.connectors.set_data(CONNECTOR, LINE, DATA)
        await desk.drift.check()
        clock.wait(minutes=5)
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await desk.drift.check()
        assert [each.kind for each in told] == [DriftKind.DISCONNECTED]


async def test_a_portal_that_cannot_be_read_tells_nothing(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, told, _):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await sandbox.order("fault", kind="INTERNAL_SERVER_ERROR", method="imconnector.list")
        with pytest.raises(BitrixError):
            await desk.drift.check()
        assert told == []


async def test_a_heal_that_is_refused_leaves_the_notice(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, _, _clock):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await desk.drift.check()
        fault = {"kind": "INTERNAL_SERVER_ERROR", "method": "imconnector.activate", "count": 1}
        await sandbox.order("fault", **fault)
        with pytest.raises(BitrixError):
            await desk.drift.heal(desk.drift.notices[0])
        assert kinds(desk) == [(DriftKind.DISCONNECTED, LINE)]


async def test_a_status_that_lags_is_waited_for_before_healed_is_said(tmp_path):
    async with (
        open_sandbox(status_lag=0.3) as portal,
        watched(tmp_path, portal, run=False) as (desk, _, _clock),
    ):
        await portal.order("disconnect", connector=CONNECTOR, line=LINE)
        await asyncio.sleep(0.35)
        await desk.drift.check()
        await desk.drift.heal(desk.drift.notices[0])

        assert desk.connectors.status(CONNECTOR, LINE).status


async def test_a_heal_that_does_not_help_says_so(sandbox, tmp_path, monkeypatch):
    async with watched(tmp_path, sandbox, run=False) as (desk, _, _clock):
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await desk.drift.check()
        off = replace(desk.connectors.status(CONNECTOR, LINE), status=False)

        async def still_off(*_, **__):
            return off

        monkeypatch.setattr(desk.connectors._switching, "settled", still_off)
        with pytest.raises(NotPossible):
            await desk.drift.heal(desk.drift.notices[0])
        assert kinds(desk) == [(DriftKind.DISCONNECTED, LINE)]


async def test_cells_that_this_console_never_switched_on_cost_no_call(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        await desk.connectors.register(REGISTRATION)
        before = len(await sandbox.calls())
        await desk.drift.check()
        assert len(await sandbox.calls()) == before


async def test_a_late_event_of_a_cell_that_works_is_nothing(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, told, _):
        desk.drift._on_event(StatusDeleted(CONNECTOR, LINE))
        await desk.drift.check()
        assert told == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"line_there": False}, DriftKind.LINE_DELETED),
        ({"status": None}, None),
        ({"off": True}, DriftKind.DISCONNECTED),
        ({"off": True, "listed": False}, DriftKind.GONE),
        ({"off": True, "since": NOW}, None),
        ({"off": True, "since": NOW, "named": True}, DriftKind.DISCONNECTED),
        ({"flagged": True}, DriftKind.ERROR),
        ({"flagged": True, "error": True}, None),
        ({"lost": Lost(NOW, own=False), "written": True}, DriftKind.DATA_LOST),
        ({"lost": Lost(NOW, own=True), "written": True}, None),
        ({"lost": Lost(NOW, own=False), "written": False}, None),
    ],
)
def test_a_cell_is_judged_by_what_is_known(changes, expected):
    from app.domain.connector import LineStatus

    off, flagged = changes.pop("off", False), changes.pop("flagged", False)
    status = LineStatus(CONNECTOR, LINE, not off, not off and not flagged, flagged, NOW)
    since = changes.pop("since", NOW - timedelta(hours=1))
    intent = Intent(since, changes.pop("error", False))

    assert judge_cell(Cell(intent, **({"status": status} | changes)), NOW) is expected


async def test_what_was_told_is_shown_but_not_told_again_after_a_restart(sandbox, tmp_path):
    async with watched(tmp_path, sandbox, run=False) as (desk, told, clock):
        heard = []
        desk.drift.changed.connect(heard.append)
        await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)
        await desk.drift.check()
        assert (len(told), len(heard)) == (1, 1)
        await desk.drift.check()
        assert len(heard) == 1

    async with open_test_desk(sandbox, tmp_path, run=False, clock=clock) as desk:
        told = []
        desk.drift.told.connect(told.append)
        assert kinds(desk) == [(DriftKind.DISCONNECTED, LINE)]
        await desk.drift.check()
        assert told == []
