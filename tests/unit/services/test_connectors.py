"""Connectors, lines and cells, read and changed."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from app.bitrix.errors import BitrixError, Refused
from app.domain.connector import LineState, Origin
from app.domain.events import DialogStarted
from app.services.grid import Impact
from app.services.notes import Note, NoteKind, read_note
from app.services.outbox import OutboxCounts
from tests.helpers.desk import (
    CONNECTOR,
    DATA,
    LINE,
    OTHER_LINE,
    REGISTRATION,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    written,
)


def state(desk, line=LINE):
    return desk.connectors.status(CONNECTOR, line).state


async def test_a_refresh_reads_lines_names_and_every_cell(quiet):
    await quiet.connectors.refresh()

    assert [line.id for line in quiet.connectors.lines()] == [LINE, OTHER_LINE]
    assert (state(quiet), state(quiet, OTHER_LINE)) == (
        LineState.WORKING,
        LineState.NOT_CONNECTED,
    )
    assert quiet.connectors.read_at is not None


async def test_own_connectors_come_first_and_the_portals_own_are_marked(quiet):
    await quiet.connectors.refresh()

    own, *rest = quiet.connectors.connectors()
    assert (own.id, own.origin, own.registration) == (CONNECTOR, Origin.OWN, REGISTRATION)
    assert {each.origin for each in rest} == {Origin.BUILT_IN}


async def test_many_cells_are_read_in_few_requests(quiet, sandbox):
    before = len(await sandbox.calls("batch"))
    await quiet.connectors.refresh()

    assert len(await sandbox.calls("batch")) == before + 1


async def test_the_four_steps_are_done_one_after_the_other_with_their_calls(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        steps = [step async for step in desk.connectors.connect(REGISTRATION, LINE, DATA)]

    assert [step.step for step in steps] == ["register", "activate", "data", "status"]
    assert all(step.ok for step in steps)
    assert [step.calls[0].method for step in steps] == [
        "imconnector.register",
        "imconnector.activate",
        "imconnector.connector.data.set",
        "imconnector.status",
    ]
    assert steps[-1].status.state is LineState.WORKING


async def test_the_steps_end_at_the_first_refusal_and_go_on_from_there(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        await sandbox.order("fault", kind="ACCESS_DENIED", method="imconnector.activate", count=1)
        first = [step async for step in desk.connectors.connect(REGISTRATION, LINE, DATA)]
        rest = desk.connectors.connect(REGISTRATION, LINE, DATA, start="activate")
        second = [step.step async for step in rest]

    assert [(step.step, step.ok) for step in first] == [("register", True), ("activate", False)]
    assert first[-1].problem.code == "ACCESS_DENIED"
    assert first[-1].calls[0].error == "ACCESS_DENIED"
    assert second == ["activate", "data", "status"]


async def test_a_refused_registration_changes_nothing(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        with pytest.raises(Refused) as caught:
            await desk.connectors.register(replace(REGISTRATION, id="acme.shop"))

        assert caught.value.code == "APPLICATION_REGISTRATION_ERROR_POINT"
        assert desk.connectors.connectors() == ()


async def test_ids_are_kept_in_lower_case_as_the_portal_does(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        await desk.connectors.register(replace(REGISTRATION, id="Acme_ShopChat"))

        assert [each.id for each in desk.connectors.connectors()] == [CONNECTOR]
        assert desk.connectors.registration(CONNECTOR).id == CONNECTOR


async def test_deactivation_falls_back_where_the_portal_lacks_the_method_and_says_so(
    quiet, sandbox
):
    change = await quiet.connectors.deactivate(CONNECTOR, LINE)

    assert change.fallback
    assert (change.before.state, change.after.state) == (
        LineState.WORKING,
        LineState.NOT_CONNECTED,
    )
    assert [row["error"] for row in await sandbox.calls("imconnector.deactivate")] == [
        "ERROR_METHOD_NOT_FOUND"
    ]


async def test_deactivation_uses_the_method_where_the_portal_has_it(tmp_path):
    async with (
        open_sandbox(legacy_deactivate=True) as portal,
        open_test_desk(portal, tmp_path, run=False) as desk,
    ):
        await connected(desk)
        change = await desk.connectors.deactivate(CONNECTOR, LINE)

    assert not change.fallback
    assert change.after.state is LineState.NOT_CONNECTED


async def test_a_missing_method_is_asked_for_only_once(quiet, sandbox):
    await quiet.connectors.deactivate(CONNECTOR, LINE)
    await quiet.connectors.activate(CONNECTOR, LINE)
    await quiet.connectors.deactivate(CONNECTOR, LINE)

    assert len(await sandbox.calls("imconnector.deactivate")) == 1


async def test_an_error_mark_shows_and_activating_again_clears_it(quiet):
    broken = await quiet.connectors.set_error(CONNECTOR, LINE)
    mended = await quiet.connectors.activate(CONNECTOR, LINE)

    assert (broken.after.state, mended.after.state) == (LineState.ERROR, LineState.WORKING)


async def test_a_status_that_lags_behind_is_read_again(quiet, monkeypatch):
    stale = await quiet.connectors.look(CONNECTOR, LINE)
    await quiet.connectors.deactivate(CONNECTOR, LINE)
    api = quiet.connectors._api
    late = [replace(stale, configured=False, status=False)]
    real = api.status

    async def lagging(connector, line):
        return late.pop() if late else await real(connector, line)

    async def no_time(_seconds):
        pass

    monkeypatch.setattr(api, "status", lagging)
    quiet.connectors._switching.sleep = no_time
    change = await quiet.connectors.activate(CONNECTOR, LINE)

    assert late == []
    assert change.after.state is LineState.WORKING


async def test_a_switch_that_was_thrown_is_no_failure_when_the_look_at_it_fails(quiet, sandbox):
    await sandbox.order("fault", kind="html", method="imconnector.status", count=1)
    change = await quiet.connectors.deactivate(CONNECTOR, LINE)

    assert change.after is None
    assert quiet.connectors.status(CONNECTOR, LINE) is None
    cells = (await sandbox.state())["statuses"]
    assert [cell for cell in cells if cell["connector"] == CONNECTOR and cell["active"]] == []


async def test_channel_data_is_remembered_with_its_time_since_the_portal_cannot_tell(
    sandbox, tmp_path
):
    session = await sandbox.sign_in()
    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        await connected(desk)
        written_data = desk.connectors.channel_data(CONNECTOR, LINE)

    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        assert desk.connectors.channel_data(CONNECTOR, LINE) == written_data
        assert written_data.data == DATA
        assert desk.connectors.registration(CONNECTOR) == REGISTRATION


async def test_unregistering_takes_the_connector_off_every_line_and_tells_the_dialogs(
    live, sandbox, until
):
    await live.connectors.refresh()
    dialog = await written(live)
    await until(lambda: live.outbox.counts == OutboxCounts())
    impact = live.connectors.impact(CONNECTOR)
    await live.connectors.unregister(CONNECTOR)

    assert impact == Impact((live.connectors.lines()[0],), 1)
    assert CONNECTOR not in {each.id for each in live.connectors.connectors()}
    assert live.connectors.channel_data(CONNECTOR, LINE) is None
    last = (await messages(live, dialog))[-1]
    assert read_note(last) == Note(NoteKind.LINE_DISCONNECTED, str(LINE))


async def test_a_connector_that_somebody_else_switches_off_shows_at_once(live, sandbox, until):
    await live.connectors.refresh()
    await sandbox.order("disconnect", connector=CONNECTOR, line=LINE)

    await until(lambda: state(live) is LineState.NOT_CONNECTED)


async def test_a_line_that_somebody_else_deletes_is_gone_at_once(live, sandbox, until):
    await live.connectors.refresh()
    await sandbox.order("delete-line", line=OTHER_LINE)

    await until(lambda: [each.id for each in live.connectors.lines()] == [LINE])


async def test_a_refresh_that_fails_keeps_what_was_known_and_says_why(quiet, sandbox):
    await quiet.connectors.refresh()
    await sandbox.order("fault", kind="html", method="imopenlines.config.list.get", count=1)
    told = []
    quiet.connectors.changed.connect(told.append)
    with pytest.raises(BitrixError):
        await quiet.connectors.refresh()

    assert quiet.connectors.problem.code == "GARBLED"
    assert told
    assert len(quiet.connectors.lines()) == 2
    await quiet.connectors.refresh()
    assert quiet.connectors.problem is None


async def test_a_cell_that_could_not_be_read_again_is_unknown_and_not_as_it_was(quiet, monkeypatch):
    api = quiet.connectors._api
    read = api.statuses

    async def first_refused(places):
        return (Refused("ERROR_CORE"), *(await read(places))[1:])

    def unknown():
        places = product(quiet.connectors.connectors(), quiet.connectors.lines())
        cells = [quiet.connectors.status(each.id, line.id) for each, line in places]
        return cells.count(None)

    await quiet.connectors.refresh()
    assert unknown() == 0
    with monkeypatch.context() as patch:
        patch.setattr(api, "statuses", first_refused)
        await quiet.connectors.refresh()

    assert unknown() == 1
    assert quiet.connectors.problem.code == "ERROR_CORE"
    await quiet.connectors.refresh()
    assert unknown() == 0
    assert quiet.connectors.problem is None


async def test_who_may_not_see_the_list_still_sees_own_connectors(tmp_path):
    async with (
        open_sandbox() as portal,
        open_test_desk(portal, tmp_path, run=False) as desk,
    ):
        await connected(desk)
        await portal.order("fault", kind="ACCESS_DENIED", method="imconnector.list", count=1)
        await desk.connectors.refresh()

        assert [each.id for each in desk.connectors.connectors()] == [CONNECTOR]
        assert state(desk) is LineState.WORKING


async def test_the_unfinished_form_is_kept(sandbox, tmp_path):
    session = await sandbox.sign_in()
    draft = {"id": "acme.", "name": "Лавка", "flags": {"CHAT_GROUP": True}}
    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        assert await desk.connectors.draft() == {}
        await desk.connectors.save_draft(draft)

    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        assert await desk.connectors.draft() == draft


async def test_a_preview_is_what_would_be_sent(quiet, sandbox):
    preview = quiet.previews.register(REGISTRATION)

    sent = next(r for r in quiet.traffic.records if r.method == "imconnector.register")
    assert preview.method == "imconnector.register"
    assert '"ID": "acme_shopchat"' in preview.json
    assert "NEED_SIGNATURE=1" in preview.form.splitlines()
    assert preview.curl.startswith("curl -X POST http://127.0.0.1:8080/rest/imconnector.register")
    assert "$TOKEN" in preview.curl
    assert sent.request.replace(" ", "") in preview.json.replace("\n", "").replace(" ", "")


async def test_a_preview_of_channel_data_makes_no_call(quiet):
    calls = len(quiet.traffic.records)
    preview = quiet.previews.data(CONNECTOR, LINE, DATA)

    assert "DATA[NAME]=Lamp%20shop" in preview.form.splitlines()
    assert len(quiet.traffic.records) == calls


async def test_a_reading_is_old_once_an_event_names_a_connector_that_it_did_not_show(quiet):
    connectors, told = quiet.connectors, []
    unread = connectors.is_old(60)
    await connectors.refresh()
    connectors.changed.connect(told.append)
    await quiet.connectors._inbox.apply_own(DialogStarted(CONNECTOR, LINE, "c-1", "u-1", 1))
    known = connectors.outdated
    await quiet.connectors._inbox.apply_own(DialogStarted("acme_other", LINE, "c-2", "u-2", 2))
    unknown = connectors.outdated, connectors.is_old(60)
    await connectors.refresh()
    await quiet.connectors._inbox.apply_own(DialogStarted("acme_other", LINE, "c-2", "u-2", 3))

    assert (unread, known, unknown) == (False, False, (True, True))
    assert (connectors.outdated, connectors.is_old(60)) == (False, False)
    assert len(told) == 2  # that it is outdated, that it was read; not again for the same name


async def test_a_reading_grows_old(quiet):
    await quiet.connectors.refresh()
    young = quiet.connectors.is_old(10)
    quiet.connectors.read_at -= timedelta(seconds=11)

    assert (young, quiet.connectors.is_old(10)) == (False, True)
