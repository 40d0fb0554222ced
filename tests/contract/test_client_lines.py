"""The client's settings of lines against the portal: an edit leaves everything else as it was."""

from dataclasses import replace

import pytest

from app.bitrix.imopenlines import LineConfigs
from app.bitrix.staff import Staff
from app.bitrix.wire import encode
from app.domain.line import QUEUE, Entity, EntityKind
from app.domain.line_fields import FIELDS, Kind

from .test_client_meets_portal import open_pair

STRANGE = {
    "UF_NEW": {"deep": [1, "2", None, {"ключ": "значение"}]},
    "KPI_FIRST_ANSWER_LIST": ["7"],
    "DEFAULT_OPERATOR_DATA": {"NAME": "Shop", "AVATAR": "", "AVATAR_ID": "5"},
}
#: A value for each kind that no line has at first.
OTHERS = {
    Kind.NAME: "Depot",
    Kind.TEXT: "Текст[br]две строки ",
    Kind.CODE: "WEB",
    Kind.NUMBER: 123,
    Kind.CLOCK: 425,
    Kind.DAYS: ("MO", "SU"),
    Kind.HOLIDAYS: ("01.01", "29.02"),
    Kind.ZONE: "Asia/Almaty",
}


@pytest.fixture
async def pair():
    async with open_pair() as opened:
        lines = opened.portal.sandbox.portal.lines
        line = lines[opened.line]
        lines[opened.line] = replace(line, fields={**line.fields, **STRANGE})
        yield opened


async def raw(pair, *without):
    told = await pair.caller.call("imopenlines.config.get", {"CONFIG_ID": pair.line})
    kept = {name: value for name, value in told.items() if name not in without}
    return encode(kept)


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
async def test_every_setting_is_written_and_comes_back_and_nothing_else_changes(pair, field):
    configs = LineConfigs(pair.caller)
    line = await configs.get(pair.line)
    before = await raw(pair, field.name, "MODIFY_USER_ID")
    old = line.value(field.name)
    value = not old if field.kind is Kind.FLAG else OTHERS.get(field.kind)
    if field.kind is Kind.CHOICE:
        value = next(each for each in field.choices if each != old)
    await configs.update(pair.line, {field.name: value})

    assert (await configs.get(pair.line)).value(field.name) == value
    assert await raw(pair, field.name, "MODIFY_USER_ID") == before


async def test_a_changed_queue_leaves_every_setting_byte_for_byte(pair):
    configs = LineConfigs(pair.caller)
    parts = ("QUEUE", "QUEUE_FULL", "QUEUE_USERS_FIELDS", "QUEUE_ONLINE", "MODIFY_USER_ID")
    before = await raw(pair, *parts)
    entries = (Entity(EntityKind.DEPARTMENT, 1), Entity(EntityKind.USER, 7))
    await configs.update(pair.line, {QUEUE: entries})

    assert (await configs.get(pair.line)).queue.entities == entries
    assert await raw(pair, *parts) == before


async def test_the_list_tells_the_same_of_a_line_as_the_line_itself(pair):
    configs = LineConfigs(pair.caller)
    listed = {line.id: line for line in await configs.list()}[pair.line]
    alone = await configs.get(pair.line)

    assert (listed.values, listed.queue) == (alone.values, alone.queue)
    assert listed.other["UF_NEW"] == alone.other["UF_NEW"]


async def test_a_line_that_the_portal_does_not_know_is_none(pair):
    assert await LineConfigs(pair.caller).get(424242) is None


async def test_people_who_have_left_are_named_but_not_found(pair):
    users = pair.portal.sandbox.portal.users
    users[12] = replace(users[12], active=False)
    staff = Staff(pair.caller)

    assert (await staff.get([12]))[12].active is False
    assert await staff.find("Ann") == ()
