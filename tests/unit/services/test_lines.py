"""The lines as the desk knows them: against a real sandbox."""

import json

import pytest

from app.bitrix.errors import AccessDenied, Refused
from app.domain.line import QUEUE, Entity, EntityKind
from app.services.failures import NotPossible
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    OTHER_LINE,
    connected,
    hearing,
    open_sandbox,
    open_test_desk,
    written,
)

ANN, OLEG = 12, 7


def user(number):
    return Entity(EntityKind.USER, number)


@pytest.fixture
async def lines(quiet):
    await quiet.lines.refresh()
    return quiet.lines


async def test_lines_come_with_their_settings(lines):
    shop = lines.get(LINE)

    assert [line.id for line in lines.all()] == [LINE, OTHER_LINE]
    assert shop.name == "Shop chat"
    assert shop.queue.entities == (user(ANN), user(OLEG))
    assert (shop.text("CRM_CREATE"), shop.number("QUEUE_TIME")) == ("lead", 60)


async def test_nothing_is_asked_before_somebody_wants_to_know(quiet, sandbox):
    assert quiet.lines.is_old(10)
    assert not await sandbox.calls("imopenlines.config.get")


async def test_only_what_changed_is_sent_and_the_rest_survives(lines, sandbox):
    before = lines.get(LINE)
    saved = await lines.save(LINE, {"QUEUE_TIME": 90, "WORKTIME_FROM": 600})

    sent = (await sandbox.calls("imopenlines.config.update"))[-1]
    assert set(json.loads(sent["params"])["PARAMS"]) == {"QUEUE_TIME", "WORKTIME_FROM"}
    assert saved.not_taken == ()
    after = lines.get(LINE)
    assert after.number("QUEUE_TIME") == 90
    ignored = {"MODIFY_USER_ID"}
    kept = {name: text for name, text in before.other.items() if name not in ignored}
    assert {name: after.other[name] for name in kept} == kept
    assert after.queue.entities == before.queue.entities


async def test_what_somebody_changed_meanwhile_is_not_overwritten(lines, sandbox):
    await sandbox.order("edit-line", line=LINE, fields={"CLOSE_TEXT": "Bye", "MAX_CHAT": 3})
    saved = await lines.save(LINE, {"QUEUE_TIME": 90})

    assert (saved.after.text("CLOSE_TEXT"), saved.after.number("MAX_CHAT")) == ("Bye", 3)


async def test_what_the_portal_did_not_take_is_told(lines):
    saved = await lines.save(LINE, {QUEUE: (user(ANN), user(4242)), "QUEUE_TYPE": "nonsense"})

    assert set(saved.not_taken) == {QUEUE, "QUEUE_TYPE"}
    assert saved.after.queue.entities == (user(ANN),)


async def test_departments_in_the_queue_survive_a_change_of_the_queue(lines, sandbox):
    department = {"ENTITY_TYPE": "department", "ENTITY_ID": "1"}
    await sandbox.order("edit-line", line=LINE, fields={"QUEUE": [department, ANN]})
    line = await lines.read(LINE)
    saved = await lines.save(LINE, {QUEUE: line.queue.entities[::-1]})

    assert saved.not_taken == ()
    assert saved.after.queue.entities == (user(ANN), Entity(EntityKind.DEPARTMENT, 1))


async def test_a_new_line_is_read_and_shown_by_the_connectors_too(lines, quiet):
    line = await lines.add({"LINE_NAME": "Repairs", QUEUE: (user(ANN),)})

    assert lines.get(line.id).name == "Repairs"
    assert line.id in {each.id for each in quiet.connectors.lines()}


async def test_a_renamed_line_has_its_name_in_the_grid(lines, quiet):
    await lines.save(LINE, {"LINE_NAME": "Depot"})

    assert "Depot" in {each.name for each in quiet.connectors.lines()}


async def test_lines_read_by_anybody_are_new_for_the_grid_and_the_settings(lines, quiet, sandbox):
    for number, read in enumerate((lines.refresh, quiet.connectors.refresh, lines.refresh)):
        await sandbox.order("edit-line", line=LINE, fields={"LINE_NAME": f"Shop {number}"})
        await read()

        assert lines.get(LINE).name == f"Shop {number}"
        assert f"Shop {number}" in {each.name for each in quiet.connectors.lines()}
        assert lines.get(LINE).queue.entities == (user(ANN), user(OLEG))


async def test_the_grid_is_told_of_a_line_that_was_renamed_elsewhere(lines, quiet, sandbox):
    await sandbox.order("edit-line", line=LINE, fields={"LINE_NAME": "Depot"})
    told = []
    quiet.connectors.changed.connect(told.append)
    await lines.read(LINE)
    assert len(told) == 1
    await lines.read(LINE)
    assert len(told) == 1


async def test_a_plan_that_allows_no_more_lines_has_an_error_of_its_own(tmp_path):
    async with open_sandbox(line_limit=2) as portal, open_test_desk(portal, tmp_path) as desk:
        with pytest.raises(Refused) as refused:
            await desk.lines.add({"LINE_NAME": "Third"})

        assert refused.value.code == "LINE_LIMIT"
        assert desk.lines.all() == ()


async def test_deleting_a_line_ends_its_dialogs_and_is_known_everywhere(live, until):
    desk = live
    await desk.lines.refresh()
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat)
    impact = desk.lines.impact(LINE)
    await desk.lines.delete(LINE)

    assert [each.id for each in impact.connectors] == [CONNECTOR]
    assert impact.open_dialogs == 1
    assert desk.lines.get(LINE) is None
    assert LINE not in {each.id for each in desk.connectors.lines()}


async def test_a_line_deleted_at_the_portal_goes_away(live, sandbox, until):
    await live.lines.refresh()
    await hearing(live, until)
    await sandbox.order("delete-line", line=OTHER_LINE)

    await until(lambda: live.lines.get(OTHER_LINE) is None)


async def test_saving_a_line_that_has_gone_says_so(lines, sandbox):
    await sandbox.order("delete-line", line=OTHER_LINE)
    with pytest.raises(NotPossible) as gone:
        await lines.save(OTHER_LINE, {"QUEUE_TIME": 5})

    assert gone.value.problem.code == "LINE_GONE"
    assert lines.get(OTHER_LINE) is None


async def test_an_employee_sees_his_lines_and_may_change_none(tmp_path):
    async with open_sandbox(role="user") as portal, open_test_desk(portal, tmp_path) as desk:
        await desk.lines.refresh()
        assert [line.id for line in desk.lines.all()] == [LINE]
        with pytest.raises(AccessDenied) as denied:
            await desk.lines.save(LINE, {"QUEUE_TIME": 5})

        assert denied.value.code == "CONFIG_WRONG_USER_PERMISSION"
        assert desk.lines.get(LINE).number("QUEUE_TIME") == 60


async def test_connectors_on_a_line_are_known_with_what_was_registered(lines):
    (bound,) = lines.bound(LINE)

    assert (bound.id, bound.chat_group, bound.signature) == (CONNECTOR, False, True)
    assert lines.bound(OTHER_LINE) == ()


async def test_the_adviser_looks_at_settings_and_connectors_together(lines, sandbox):
    await sandbox.order("edit-line", line=LINE, fields={"ACTIVE": "N", "QUEUE": []})
    await lines.read(LINE)

    assert {"LINE_OFF", "QUEUE_EMPTY"} <= {each.code for each in lines.advice(LINE)}


async def test_the_page_of_a_line_is_at_the_portal(lines, sandbox):
    origin = sandbox.about["portal"]

    assert await lines.page(LINE) == f"{origin}/contact_center/lines_edit/?ID={LINE}"


async def test_people_are_found_with_presence_and_position(lines, sandbox):
    await sandbox.order("online", user_id=ANN, on=False)
    (ann,) = await lines.find_people("ann")

    assert (ann.id, ann.name, ann.position, ann.online) == (ANN, "Ann Lee", "Shop assistant", False)
    await lines.learn_people(lines.get(LINE))
    assert lines.employee(OLEG).name == "Олег Иванов"


async def test_a_list_that_cannot_be_read_says_why_and_keeps_what_was_known(lines, sandbox):
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.config.list.get")
    with pytest.raises(AccessDenied):
        await lines.refresh()

    assert lines.problem is not None
    assert lines.get(LINE) is not None


async def test_a_foreign_address_of_the_pages_is_not_followed(lines, monkeypatch):
    async def path(_self):
        return "https://evil.example", "//evil.example/"

    monkeypatch.setattr("app.bitrix.imopenlines.LineConfigs.path", path)

    assert (await lines.page(LINE)).startswith("http://127.0.0.1:8080/contact_center/lines_edit/")


async def test_reconnecting_shows_up_in_what_is_bound(lines, quiet):
    await connected(quiet, line=OTHER_LINE)

    assert [each.id for each in lines.bound(OTHER_LINE)] == [CONNECTOR]
