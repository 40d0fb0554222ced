"""People: of the messenger, and of `user.get` and `user.search`."""

import pytest

from app.sandbox.keeping import snapshots
from app.sandbox.model import User

from .chatting import ANN, OLEG, OLGA, refused

BOT = 567


@pytest.fixture
def full(desk):
    """The portal with sixty more employees, one dismissed, and a bot."""
    users = desk.sandbox.portal.users
    for number in range(100, 160):
        users[number] = User(number, f"Employee{number}", "Busy", position="Packer")
    users[200] = User(200, "Gone", "Away", active=False)
    users[BOT] = User(BOT, "Helper", "", bot=True)
    return desk


def numbers(rows):
    return [int(row["ID"]) for row in rows]


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"ID": [OLGA, ANN]}, [OLGA, ANN]),
        ({"@ID": [OLGA, ANN]}, [OLGA, ANN]),
        ({"!ID": OLEG, "<ID": 100}, [OLGA, ANN]),
        ({">ID": OLEG, "<=ID": ANN}, [ANN]),
        ({">=ID": OLEG, "<ID": ANN}, [OLEG]),
        ({"!@ID": [OLGA, OLEG], "<ID": 100}, [ANN]),
        ({"%NAME": "nn"}, [ANN]),
        ({"=%NAME": "an%"}, [ANN]),
        ({"%=EMAIL": "%@lamp.example", "!%EMAIL": "ol"}, [ANN]),
        ({"!=%WORK_POSITION": "P%", "<ID": 100}, [OLGA, OLEG, ANN]),
        ({"=%NAME": "*"}, []),
        ({"name": "ANN"}, [ANN]),
        ({"NAME_SEARCH": "ann le"}, [ANN]),
        ({"ACTIVE": "N"}, [200]),
        ({"ACTIVE": True, "LAST_NAME": "Away"}, []),
        ({"IS_ONLINE": "N"}, []),
        ({"!UF_DEPARTMENT": 1}, []),
        ({"ID": ANN, "NO_SUCH_FIELD": "x", "??": 1}, [ANN]),
        ({"ID": "1' OR '1'='1"}, []),
    ],
    ids=str,
)
async def test_users_are_filtered(full, condition, found):
    assert numbers(await full.ok("user.get", {"FILTER": condition})) == found


async def test_users_come_in_pages_of_fifty(full):
    first, second = [await full.call("user.get", {"start": start}) for start in (0, 50)]

    assert (first["total"], first["next"], len(first["result"])) == (64, 50, 50)
    assert (len(second["result"]), "next" in second) == (14, False)


async def test_users_are_not_counted_when_that_is_not_wanted(full):
    got = await full.call("user.get", {"start": -1})

    assert (got["total"], "next" in got, len(got["result"])) == (0, False, 50)


async def test_bots_and_customers_are_no_users(full):
    await full.open_shop()
    customer = int((await full.write("Hello"))["user"])

    for method in ("user.get", "user.search"):
        assert await full.ok(method, {"FILTER": {"ID": [customer, BOT]}}) == []


@pytest.mark.parametrize(
    ("select", "keys"),
    [
        (["ID", "name", "NO_SUCH"], {"ID", "NAME"}),
        (["UF_*"], {"UF_EMPLOYMENT_DATE", "UF_DEPARTMENT", "UF_PHONE_INNER"}),
        (["NO_SUCH"], set()),
    ],
)
async def test_fields_are_selected(desk, select, keys):
    (row,) = await desk.ok("user.get", {"ID": ANN, "select": select})

    assert set(row) == keys


@pytest.mark.parametrize("select", [[], ["*"], None, "ID", 7])
async def test_without_a_selection_all_fields_come(desk, select):
    (row,) = await desk.ok("user.get", {"ID": ANN, "select": select})

    assert row == {**(await desk.ok("user.get", {"ID": ANN}))[0]}
    assert len(row) > 20


@pytest.mark.parametrize(
    ("scope", "hidden"),
    [
        ("user", set()),
        ("user_basic", {"LAST_LOGIN"}),
        ("user_brief", {"LAST_LOGIN", "EMAIL", "PERSONAL_MOBILE", "WORK_PHONE"}),
    ],
)
async def test_a_narrower_scope_hides_fields_even_from_the_filter(open_desk, scope, hidden):
    async with open_desk(scope=scope) as desk:
        me = await desk.ok("user.current")
        found = await desk.ok("user.get", {"FILTER": {"EMAIL": "ann@lamp.example"}})

    assert not hidden & set(me)
    assert len(found) == (3 if "EMAIL" in hidden else 1)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"FIND": "lee"}, [ANN]),
        ({"FIND": "shop assist"}, [ANN]),
        ({"FIND": "Lamp & Co", "NAME": "ignored"}, [OLGA, OLEG, ANN]),
        ({"NAME": "An"}, [ANN]),
        ({"NAME": "nn"}, []),
        ({"UF_DEPARTMENT_NAME": "Лавка", "LAST_NAME": "Dem%"}, [OLGA]),
        ({"NAME": ["Ann", "Olga"]}, [OLGA, ANN]),
    ],
    ids=str,
)
async def test_users_are_searched_by_a_phrase_or_by_beginnings(desk, condition, found):
    assert numbers(await desk.ok("user.search", {"FILTER": condition})) == found


async def test_the_messenger_knows_customers(desk):
    await desk.open_shop()
    customer = int((await desk.write("Hello"))["user"])

    row = await desk.ok("im.user.get", {"ID": customer})

    assert (row["name"], row["connector"], row["extranet"]) == ("Ivo", True, True)
    assert (row["external_auth_id"], row["departments"]) == ("imconnector", [])


async def test_the_messenger_knows_bots(full):
    row = await full.ok("im.user.get", {"ID": BOT})

    assert (row["bot"], row["external_auth_id"], row["type"]) == (True, "bot", "bot")


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (0, (400, "ID_EMPTY")),
        (-1, (400, "ID_EMPTY")),
        ("x", (400, "ID_EMPTY")),
        ([], (400, "ID_EMPTY")),
        (424_242, (400, "USER_NOT_EXISTS")),
    ],
)
async def test_a_person_who_is_not_there_is_refused(desk, asked, refusal):
    assert await refused(desk, "im.user.get", {"ID": asked}) == refusal


async def test_several_people_are_asked_for(desk):
    asked = [ANN, 424_242, str(OLGA), ANN]

    by_number = await desk.ok("im.user.list.get", {"ID": asked})
    listed = await desk.ok("im.user.list.get", {"ID": f"[{ANN}]", "RESULT_TYPE": "array"})

    assert set(by_number) == {str(ANN), str(OLGA)}
    assert [row["id"] for row in listed] == [ANN]
    assert await desk.ok("im.user.list.get", {"ID": [424_242]}) == []


@pytest.mark.parametrize("asked", [None, "", "x", [], {}, 7, "{", "[" * 5000, ["x"]], ids=repr)
async def test_a_list_that_is_none_is_refused(desk, asked):
    assert await refused(desk, "im.user.list.get", {"ID": asked}) == (400, "INVALID_FORMAT")


async def test_people_are_found_in_pages(full):
    first = await full.call("im.search.user.list", {"FIND": "employee", "LIMIT": 50})
    second = await full.call("im.search.user.list", {"FIND": "employee", "OFFSET": 50})
    none = await full.call("im.search.user.list", {"FIND": "nobody"})

    assert (first["total"], first["next"], len(first["result"])) == (60, 50, 50)
    assert ("next" in second, len(second["result"])) == (False, 10)
    assert (none["result"], none["total"]) == ([], 0)
    assert await refused(full, "im.search.user.list", {"FIND": "x"}) == (400, "FIND_SHORT")


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({">TIMESTAMP_X": "2020-01-01"}, 3),
        ({"<=TIMESTAMP_X": "15.01.2024"}, 3),
        ({">DATE_REGISTER": "15.01.2024 00:00:01"}, 0),
        ({">LAST_ACTIVITY_DATE": "2020-01-01T00:00:00+02:00"}, 3),
        ({">LAST_LOGIN": "2999-01-01"}, 0),
        ({"!DATE_REGISTER": "2020-01-01"}, 3),
        ({"<DATE_REGISTER": "zz"}, 0),
        ({"!DATE_REGISTER": "zz"}, 0),
        ({">DATE_REGISTER": ["zz", "2020-01-01"]}, 3),
        ({">PERSONAL_BIRTHDAY": "1900-01-01"}, 0),
    ],
    ids=str,
)
async def test_dates_of_users_are_compared_as_dates(desk, condition, found):
    assert len(await desk.ok("user.get", {"FILTER": condition})) == found


async def test_dates_that_the_filter_knows_are_still_not_shown(desk):
    (row,) = await desk.ok("user.get", {"ID": ANN, "SORT": "TIMESTAMP_X"})

    assert (row["TIMESTAMP_X"], row["LAST_ACTIVITY_DATE"]) == ({}, {})


@pytest.mark.parametrize(
    ("method", "condition"),
    [
        ("user.get", {"=%NAME": ["%a%b" * 100] * 1_001}),
        ("user.get", {"%NAME": ["a"] * 600, "!%NAME": ["b"] * 600}),
        ("user.get", {"NAME": "a" * 100_001}),
        ("user.search", {"NAME": ["a"] * 1_001}),
        ("user.search", {"ID": list(range(1_001))}),
    ],
    ids=["patterns", "together", "long", "beginnings", "numbers"],
)
async def test_a_filter_of_too_many_values_is_refused(desk, method, condition):
    assert await refused(desk, method, {"FILTER": condition}) == (400, "ERROR_ARGUMENT")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("a%n", [ANN]), ("%n%n%", [ANN]), ("%n%n%n%", []), ("ann%n", []), ("%%", [OLGA, OLEG, ANN])],
)
async def test_signs_in_a_pattern_stand_for_anything(desk, pattern, found):
    assert numbers(await desk.ok("user.get", {"FILTER": {"=%NAME": pattern}})) == found


async def test_customers_are_found_by_their_number_after_a_restart_too(desk):
    await desk.open_shop()
    await desk.write("Hello")
    portal = desk.sandbox.portal
    (customer,) = portal.customers.values()
    again = snapshots.twin(portal, snapshots.save(portal))

    assert portal.customers_by_id == {customer.id: customer}
    assert again.customers_by_id[customer.id] is next(iter(again.customers.values()))
