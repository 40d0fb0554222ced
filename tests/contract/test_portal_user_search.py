"""Users searched and listed: the ways that reading one user does not show."""

import pytest

from .colleagues import ANN, MINE, OLEG, employee

USER_KEYS = {
    *("ID", "ACTIVE", "NAME", "LAST_NAME", "SECOND_NAME", "EMAIL", "IS_ONLINE", "TIME_ZONE"),
    *("TIMESTAMP_X", "LAST_ACTIVITY_DATE", "PERSONAL_GENDER", "PERSONAL_PHOTO"),
    *("WORK_POSITION", "UF_DEPARTMENT", "USER_TYPE"),
}


def numbers(found):
    return [int(user["ID"]) for user in found]


@pytest.mark.pins("user.search")
@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"FIND": "ann"}, [ANN]),
        ({"FIND": "Иван"}, [OLEG]),
        ({"NAME": "Ann"}, [ANN]),
        ({"LAST_NAME": "Lee"}, [ANN]),
        ({"WORK_POSITION": "Owner"}, [MINE]),
        ({"USER_TYPE": "employee"}, [MINE, OLEG, ANN]),
        ({"FIND": "nobody of that name"}, []),
    ],
)
async def test_users_are_searched(portal, condition, found):
    body = (await portal.call("user.search", {"FILTER": condition, "sort": "ID"})).body

    assert numbers(body["result"]) == found
    assert int(body["total"]) == len(found)


@pytest.mark.pins("user.get")
async def test_a_user_has_every_documented_field(portal):
    (ann,) = await portal.ok("user.get", {"ID": ANN})

    assert set(ann) >= USER_KEYS - {"PERSONAL_PHOTO"}
    assert (ann["TIMESTAMP_X"], ann["LAST_ACTIVITY_DATE"]) == ({}, {})
    assert (ann["ACTIVE"], ann["IS_ONLINE"], ann["USER_TYPE"]) == (True, "Y", "employee")
    assert ann["UF_DEPARTMENT"] == [1]


@pytest.mark.pins("user.get")
@pytest.mark.parametrize(("order", "found"), [("ASC", [1, 7, 12]), ("DESC", [12, 7, 1])])
async def test_users_are_sorted(portal, order, found):
    assert numbers(await portal.ok("user.get", {"sort": "ID", "order": order})) == found


@pytest.mark.pins("user.get")
@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"EMAIL": "ann@lamp.example"}, [ANN]),
        ({"UF_DEPARTMENT": 1}, [MINE, OLEG, ANN]),
        ({"USER_TYPE": "extranet"}, []),
        ({"ACTIVE": False}, []),
    ],
)
async def test_users_are_filtered(portal, condition, found):
    assert numbers(await portal.ok("user.get", {"FILTER": condition, "sort": "ID"})) == found


@pytest.mark.pins("user.admin", "user.access")
async def test_an_administrator_has_every_access_code(portal):
    assert await portal.ok("user.admin") is True
    assert await portal.ok("user.access", {"ACCESS": ["U7", "G1"]}) is True


@pytest.mark.pins("user.admin", "user.access")
@pytest.mark.parametrize(
    ("codes", "has"), [("U12", True), (["U7", "U12"], True), ("U7", False), (["G1"], False)]
)
async def test_an_employee_has_his_own_access_codes(portal, codes, has):
    ann = await employee(portal)

    assert await ann.ok("user.admin") is False
    assert await ann.ok("user.access", {"ACCESS": codes}) is has


@pytest.mark.pins("methods")
async def test_the_methods_of_the_portal_are_named(portal):
    own = await portal.ok("methods")
    of_scope = await portal.ok("methods", {"scope": "imopenlines"})

    assert {"profile", "imopenlines.config.get"} <= set(own)
    assert "imopenlines.config.get" in of_scope
    assert "user.get" not in of_scope
    assert set(await portal.ok("methods", {"full": True})) >= set(own)


@pytest.mark.pins("app.option.get", "app.option.set")
async def test_an_application_keeps_options(portal):
    given = {"options": {"line": 42, "nested": {"a": [1, 2]}, "text": "да"}}

    assert await portal.ok("app.option.set", given) is True

    assert str(await portal.ok("app.option.get", {"option": "line"})) == "42"
    assert await portal.ok("app.option.get", {"option": "text"}) == "да"
    assert set(await portal.ok("app.option.get")) == {"line", "nested", "text"}


@pytest.mark.pins("app.option.set")
async def test_only_an_administrator_sets_options_of_the_application(portal):
    ann = await employee(portal)

    got = await ann.call("app.option.set", {"options": {"x": 1}})

    assert got.refusal == (400, "AccessException")
    assert not await portal.ok("app.option.get", {"option": "x"})


@pytest.mark.pins("user.option.get", "user.option.set")
async def test_each_user_keeps_options_of_his_own(portal):
    ann = await employee(portal)
    assert await portal.ok("user.option.set", {"options": {"color": "red"}}) is True
    assert await ann.ok("user.option.set", {"options": {"color": "blue"}}) is True

    assert await portal.ok("user.option.get", {"option": "color"}) == "red"
    assert await ann.ok("user.option.get", {"option": "color"}) == "blue"


@pytest.mark.pins("app.option.set", "user.option.set")
async def test_options_must_be_given(portal):
    for method in ("app.option.set", "user.option.set"):
        got = await portal.call(method)
        assert got.refusal == (400, "ArgumentNullException")
