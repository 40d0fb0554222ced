"""The portal as a file, and a file as a plan: against a real sandbox."""

from dataclasses import replace

import pytest

from app.domain.binding import RECOMMENDED, Binding
from app.domain.configuration import (
    Act,
    BindingEntry,
    ChannelEntry,
    Configuration,
    ConnectorEntry,
    LineEntry,
    Note,
)
from app.domain.line import Entity, EntityKind
from app.services.configuration_file import parse_text, write
from app.ui.configuration.words import change_text, remark_text
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


async def exported(desk) -> Configuration:
    """The portal's configuration, through its file."""
    found = await desk.configuration.export()
    return parse_text(write(found.configuration))


async def applied(desk, wanted: Configuration, *, prune: bool = False):
    """The plan carried out; nothing is refused."""
    plan = await desk.configuration.plan(wanted)
    done = [each async for each in desk.configuration.apply(wanted, plan, prune=prune)]
    assert [each.problem for each in done] == [None] * len(done)
    return [each.change.act for each in done]


def with_line(wanted: Configuration, line: int, **settings) -> Configuration:
    """The same with other settings of a line."""
    changed = [
        replace(x, settings={**x.settings, **settings}) if x.id == line else x for x in wanted.lines
    ]
    return replace(wanted, lines=tuple(changed))


async def test_what_was_exported_asks_for_nothing(quiet):
    plan = await quiet.configuration.plan(await exported(quiet))
    assert plan.empty
    assert plan.removals == ()


async def test_an_export_names_connectors_with_their_lines_and_data(quiet):
    (entry,) = (await exported(quiet)).connectors
    assert entry == ConnectorEntry(REGISTRATION, (ChannelEntry(LINE, DATA),))


async def test_a_changed_setting_is_one_step_and_is_then_so(quiet):
    wanted = with_line(await exported(quiet), LINE, WORKTIME_FROM=600)
    (change,) = (await quiet.configuration.plan(wanted)).changes
    assert (change.act, [each.name for each in change.differences]) == (
        Act.CHANGE_LINE,
        ["WORKTIME_FROM"],
    )
    assert change.differences[0].new == "10:00"

    await applied(quiet, wanted)

    assert (await quiet.configuration.plan(wanted)).empty
    assert (await quiet.lines.read(LINE)).values["WORKTIME_FROM"] == 600


async def test_a_line_that_is_not_there_is_added_and_its_connector_activated(quiet):
    wanted = await exported(quiet)
    (entry,) = wanted.connectors
    new = LineEntry(900, "Wholesale", {"QUEUE_TYPE": "all"}, (Entity(EntityKind.USER, 7),))
    more = replace(entry, channels=(*entry.channels, ChannelEntry(900, DATA)))
    wanted = replace(wanted, lines=(*wanted.lines, new), connectors=(more,))

    acts = await applied(quiet, wanted)

    assert acts == [Act.ADD_LINE, Act.ACTIVATE, Act.WRITE_DATA]
    made = next(each for each in quiet.lines.all() if each.name == "Wholesale")
    assert quiet.connectors.status(CONNECTOR, made.id).status
    assert made.queue.entities == (Entity(EntityKind.USER, 7),)


async def test_another_portal_becomes_like_the_first(quiet, tmp_path):
    wanted = await exported(quiet)
    async with (
        open_sandbox(seed="empty", member_id="f" * 32) as other,
        open_test_desk(other, tmp_path / "other", run=False) as desk,
    ):
        plan = await desk.configuration.plan(wanted)
        assert {each.note for each in plan.remarks} >= {Note.QUEUE_ELSEWHERE, Note.NOBODY_QUEUED}
        await applied(desk, wanted)
        again = await desk.configuration.plan(wanted)
        assert again.empty
        assert {each.name for each in desk.lines.all()} >= {each.name for each in wanted.lines}


async def test_a_changed_registration_names_the_fields_and_is_registered_again(quiet):
    wanted = await exported(quiet)
    (entry,) = wanted.connectors
    entry = replace(entry, registration=replace(entry.registration, name="Other name"))
    wanted = replace(wanted, connectors=(entry,))
    (change,) = (await quiet.configuration.plan(wanted)).changes
    assert (change.act, [(x.name, x.old, x.new) for x in change.differences]) == (
        Act.REGISTER_AGAIN,
        [("NAME", REGISTRATION.name, "Other name")],
    )
    await applied(quiet, wanted)
    assert quiet.connectors.registration(CONNECTOR).name == "Other name"


async def test_what_the_file_does_not_name_goes_only_when_asked(quiet):
    wanted = replace(await exported(quiet), connectors=(), bindings=())
    await quiet.bindings.bind(Binding(RECOMMENDED[0], offline=True))
    plan = await quiet.configuration.plan(wanted)
    assert plan.empty
    assert [each.act for each in plan.removals] == [Act.UNBIND, Act.UNREGISTER]

    assert await applied(quiet, wanted) == []
    assert CONNECTOR in {each.id for each in quiet.connectors.connectors()}

    await applied(quiet, wanted, prune=True)
    assert CONNECTOR not in {each.id for each in quiet.connectors.connectors()}
    assert quiet.bindings.bindings == ()


async def test_parts_that_a_file_does_not_have_are_left_alone(quiet):
    await quiet.bindings.bind(Binding(RECOMMENDED[0], offline=True))
    plan = await quiet.configuration.plan(Configuration())
    assert (plan.changes, plan.removals) == ((), ())


async def test_a_line_that_the_file_leaves_out_is_deactivated_when_asked(quiet):
    await quiet.connectors.activate(CONNECTOR, OTHER_LINE)
    wanted = await exported(quiet)
    (entry,) = wanted.connectors
    kept = tuple(each for each in entry.channels if each.line == LINE)
    wanted = replace(wanted, connectors=(replace(entry, channels=kept),))

    assert await applied(quiet, wanted, prune=True) == [Act.DEACTIVATE]
    assert not quiet.connectors.status(CONNECTOR, OTHER_LINE).configured


async def test_a_missing_subscription_is_made_and_an_unknown_one_remarked(quiet):
    entries = (BindingEntry(RECOMMENDED[0]), BindingEntry("ONNOSUCHTHING"))
    wanted = replace(await exported(quiet), bindings=entries)
    plan = await quiet.configuration.plan(wanted)
    assert [(each.note, each.target) for each in plan.remarks] == [
        (Note.NOT_OFFERED, "ONNOSUCHTHING")
    ]
    assert await applied(quiet, wanted) == [Act.BIND]
    assert [each.event for each in quiet.bindings.bindings] == [RECOMMENDED[0]]


async def test_who_is_no_administrator_changes_no_subscriptions(tmp_path):
    async with (
        open_sandbox(role="user") as sandbox,
        open_test_desk(sandbox, tmp_path, run=False) as desk,
    ):
        wanted = Configuration(bindings=(BindingEntry(RECOMMENDED[0]),))
        plan = await desk.configuration.plan(wanted)
        assert [each.note for each in plan.remarks] == [Note.BINDINGS_HIDDEN]
        assert plan.changes == ()


async def test_a_refused_step_leaves_the_others_and_those_that_need_it_say_so(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        await connected(desk)
        wanted = await exported(desk)
        (entry,) = wanted.connectors
        more = replace(entry, channels=(*entry.channels, ChannelEntry(900, DATA)))
        wanted = replace(
            with_line(wanted, LINE, QUEUE_TIME=99),
            lines=(LineEntry(900, "Wholesale"), *with_line(wanted, LINE, QUEUE_TIME=99).lines),
            connectors=(more,),
        )
        plan = await desk.configuration.plan(wanted)
        await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.config.add")
        done = [each async for each in desk.configuration.apply(wanted, plan)]
    told = {each.change.act: each.problem and each.problem.code for each in done}
    assert told == {
        Act.ADD_LINE: "ACCESS_DENIED",
        Act.CHANGE_LINE: None,
        Act.ACTIVATE: "LINE_MISSING",
        Act.WRITE_DATA: "LINE_MISSING",
    }


@pytest.mark.parametrize("name", ["access_token", "key", "sign", "app_sid"])
async def test_a_subscription_with_a_secret_stays_out_of_the_file_and_in_the_portal(quiet, name):
    handler = f"https://lamp.example/hook?{name}=planted-secret-1234567890"
    await quiet.bindings.bind(Binding(RECOMMENDED[0], offline=False, handler=handler))
    found = await quiet.configuration.export()
    plan = await quiet.configuration.plan(found.configuration)
    told = [*map(remark_text, plan.remarks), *plan.removals]

    assert found.secret == (RECOMMENDED[0],)
    assert "planted-secret" not in write(found.configuration)
    assert (plan.changes, plan.removals) == ((), ())
    assert [each.note for each in plan.remarks] == [Note.KEPT_ADDRESS]
    assert "planted-secret" not in repr(told)


async def test_a_connector_with_a_secret_stays_out_of_the_file_and_in_the_portal(quiet):
    handler = "https://lamp.example/settings?key=planted-secret-1234567890"
    await quiet.connectors.register(replace(REGISTRATION, handler=handler))
    found = await quiet.configuration.export()
    plan = await quiet.configuration.plan(found.configuration)

    assert found.secret == (CONNECTOR,)
    assert "planted-secret" not in write(found.configuration)
    assert (plan.changes, plan.removals) == ((), ())


@pytest.mark.parametrize(
    "data",
    [
        replace(DATA, url="https://lamp.example/rest/1/planted-secret/x"),
        replace(DATA, url_im="https://u:planted-secret@lamp.example/chat"),
    ],
)
async def test_channel_data_with_a_secret_stay_out_of_the_file_and_in_the_portal(quiet, data):
    await quiet.connectors.set_data(CONNECTOR, LINE, data)
    found = await quiet.configuration.export()
    plan = await quiet.configuration.plan(found.configuration)

    assert found.secret == (f"{CONNECTOR}, DATA",)
    assert "planted-secret" not in write(found.configuration)
    assert (plan.changes, plan.removals) == ((), ())


async def test_a_secret_of_a_wanted_address_is_not_shown_in_the_plan(quiet):
    entry = BindingEntry(RECOMMENDED[0], "https://lamp.example/hook?key=planted-secret")
    plan = await quiet.configuration.plan(replace(await exported(quiet), bindings=(entry,)))
    (shown,) = [change_text(each) for each in plan.changes if each.handler]

    assert "lamp.example" in shown
    assert "planted-secret" not in shown


async def test_lines_are_read_in_as_many_calls_however_many_there_are(quiet):
    async def calls():
        before = len(quiet.traffic.records)
        await quiet.configuration.export()
        return len(quiet.traffic.records) - before

    few = await calls()
    for number in range(3):
        await quiet.lines.add({"LINE_NAME": f"Line {number}"})
    assert await calls() == few


@pytest.mark.parametrize("line", [LINE, OTHER_LINE])
async def test_a_renamed_line_is_still_the_same_line_on_its_own_portal(quiet, line):
    wanted = await exported(quiet)
    lines = [replace(x, name="New name") if x.id == line else x for x in wanted.lines]
    (change,) = (await quiet.configuration.plan(replace(wanted, lines=tuple(lines)))).changes
    assert (change.act, change.line) == (Act.CHANGE_LINE, line)
