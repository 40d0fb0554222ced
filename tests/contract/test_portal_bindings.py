"""Subscribing: `event.bind`, `event.unbind`, `event.get` and `events`."""

import pytest

from .kit import SEVEN, open_portal

ADD = "OnImConnectorMessageAdd"
HANDLER = "https://acme.example/handler"


@pytest.mark.pins("event.bind")
@pytest.mark.parametrize("event", SEVEN)
async def test_each_of_the_seven_events_can_be_bound_offline(portal, event):
    assert await portal.ok("event.bind", {"event": event, "event_type": "offline"}) is True


@pytest.mark.pins("event.bind", "event.get")
@pytest.mark.parametrize("event", [ADD, ADD.upper(), ADD.lower()])
async def test_the_name_may_be_in_any_case_and_is_reported_in_upper_case(portal, event):
    await portal.ok("event.bind", {"event": event, "event_type": "offline"})

    assert await portal.ok("event.get") == [
        {"event": ADD.upper(), "connector_id": "", "offline": 1}
    ]


@pytest.mark.pins("event.bind")
async def test_parameter_names_of_bind_may_be_in_any_case(portal):
    assert await portal.ok("event.bind", {"EVENT": ADD, "Event_Type": "offline"}) is True


@pytest.mark.pins("event.bind", "event.get")
async def test_an_online_binding_is_reported_in_its_own_shape(portal):
    assert await portal.ok("event.bind", {"event": ADD, "handler": HANDLER}) is True

    (found,) = await portal.ok("event.get")
    assert found == {"event": ADD.upper(), "handler": HANDLER, "auth_type": "0", "offline": 0}


@pytest.mark.pins("event.bind", "event.get")
async def test_a_handler_is_ignored_for_an_offline_binding(portal):
    await portal.bind(ADD, handler="no address at all")

    assert "handler" not in (await portal.ok("event.get"))[0]


@pytest.mark.pins("event.get")
async def test_nothing_bound_is_an_empty_list(portal):
    assert await portal.ok("event.get") == []


@pytest.mark.pins("event.bind", "event.get")
@pytest.mark.parametrize("params", [{"event_type": "offline"}, {"handler": HANDLER}])
async def test_binding_twice_is_refused_in_words_that_mean_success(portal, params):
    await portal.ok("event.bind", {"event": ADD, **params})

    got = await portal.call("event.bind", {"event": ADD, **params})

    assert got.refusal == (400, "ERROR_CORE")
    assert got.text == "Unable to set event handler: Handler already binded"
    assert len(await portal.ok("event.get")) == 1


@pytest.mark.pins("event.bind", "event.get")
async def test_online_and_offline_bindings_of_one_event_live_side_by_side(portal):
    await portal.bind(ADD)
    await portal.ok("event.bind", {"event": ADD, "handler": HANDLER})

    assert sorted(row["offline"] for row in await portal.ok("event.get")) == [0, 1]


@pytest.mark.pins("event.bind", "event.get")
@pytest.mark.parametrize(
    ("params", "code", "text"),
    [
        ({}, "ERROR_ARGUMENT", "Argument 'EVENT' is null or empty"),
        ({"event": ""}, "ERROR_ARGUMENT", "Argument 'EVENT' is null or empty"),
        ({"event": ADD}, "ERROR_ARGUMENT", "Argument 'HANDLER' is null or empty"),
        ({"event": ADD, "handler": ""}, "ERROR_ARGUMENT", "Argument 'HANDLER' is null or empty"),
        ({"event": ADD, "event_type": "sometimes"}, "ERROR_ARGUMENT", "Value must be one of"),
        ({"event": "OnNothing", "event_type": "offline"}, "ERROR_EVENT_NOT_FOUND", "Event not fou"),
        ({"event": "OnNothing", "handler": HANDLER}, "ERROR_EVENT_NOT_FOUND", "Event not found"),
        (
            {"event": "OnOfflineEvent", "event_type": "offline"},
            "ERROR_ARGUMENT",
            "Offline event cannot be registered for this event",
        ),
        ({"event": ADD, "handler": "https://localhost/h"}, "ERROR_WRONG_HANDLER_URL", ""),
        ({"event": ADD, "handler": "ftp://acme.example/h"}, "ERROR_UNSUPPORTED_PROTOCOL", ""),
    ],
)
async def test_a_wrong_binding_is_refused(portal, params, code, text):
    got = await portal.call("event.bind", params)

    assert got.refusal == (400, code)
    assert text in got.text
    assert await portal.ok("event.get") == []


@pytest.mark.pins("event.bind")
async def test_without_the_scope_the_event_seems_not_to_exist():
    async with open_portal(scope="im,user", signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.call("event.bind", {"event": ADD, "event_type": "offline"})

    assert got.refusal == (400, "ERROR_EVENT_NOT_FOUND")


@pytest.mark.pins("event.bind")
async def test_a_person_without_rights_may_bind_online_only():
    async with open_portal(role="user") as portal:
        offline = await portal.call("event.bind", {"event": ADD, "event_type": "offline"})
        online = await portal.ok("event.bind", {"event": ADD, "handler": HANDLER})

    assert offline.refusal == (403, "ACCESS_DENIED")
    assert "Offline events binding requires administrator access rights" in offline.text
    assert online is True


@pytest.mark.pins("event.bind", "event.get")
async def test_a_person_without_rights_binds_for_himself_only():
    async with open_portal(role="user") as portal:
        mine = portal.tokens["user_id"]
        given = {"event": ADD, "handler": HANDLER}
        other = await portal.call("event.bind", {**given, "auth_type": mine + 1})
        await portal.ok("event.bind", {**given, "auth_type": mine})
        (found,) = await portal.ok("event.get")

    assert other.refusal == (403, "ACCESS_DENIED")
    assert "AUTH_TYPE" in other.text
    assert found["auth_type"] == str(mine)


@pytest.mark.pins("event.bind", "event.get")
async def test_a_person_without_rights_sees_no_offline_bindings():
    async with open_portal() as portal:
        await portal.bind()
        await portal.ok("event.bind", {"event": ADD, "handler": HANDLER})
        everything = await portal.ok("event.get")

    async with open_portal(role="user") as portal:
        await portal.ok("event.bind", {"event": ADD, "handler": HANDLER})
        own = await portal.ok("event.get")

    assert len(everything) == 8
    assert [row["offline"] for row in own] == [0]


@pytest.mark.pins("event.bind", "event.unbind", "event.get")
async def test_unbinding_counts_what_it_removed(portal):
    await portal.bind(ADD)
    given = {"event": ADD, "event_type": "offline"}

    assert await portal.ok("event.unbind", given) == {"count": 1}
    assert await portal.ok("event.unbind", given) == {"count": 0}
    assert await portal.ok("event.get") == []


@pytest.mark.pins("event.bind", "event.unbind", "event.get")
async def test_unbinding_online_takes_the_handler_named(portal):
    for name in ("one", "two"):
        await portal.ok("event.bind", {"event": ADD, "handler": f"https://acme.example/{name}"})

    got = await portal.ok("event.unbind", {"event": ADD, "handler": "https://acme.example/one"})

    assert got == {"count": 1}
    (left,) = await portal.ok("event.get")
    assert left["handler"] == "https://acme.example/two"


@pytest.mark.pins("event.unbind")
@pytest.mark.parametrize("params", [{}, {"event": ADD}, {"event": ADD, "event_type": "sometimes"}])
async def test_a_wrong_unbinding_is_refused(portal, params):
    assert (await portal.call("event.unbind", params)).refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.pins("event.unbind")
async def test_a_person_without_rights_may_not_unbind_offline():
    async with open_portal(role="user") as portal:
        got = await portal.call("event.unbind", {"event": ADD, "event_type": "offline"})

    assert got.refusal == (403, "ACCESS_DENIED")
    assert "unbinding" in got.text


@pytest.mark.pins("event.unbind")
async def test_unbinding_leaves_queued_rows_alone(shop):
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Yes")
    await shop.ok("event.unbind", {"event": ADD, "event_type": "offline"})

    assert len(await shop.events(ADD)) == 1


@pytest.mark.pins("event.unbind")
async def test_after_unbinding_nothing_new_is_queued(shop):
    chat = await shop.open_dialog()
    await shop.ok("event.unbind", {"event": ADD, "event_type": "offline"})
    await shop.control("reply", chat_id=chat, text="Yes")

    assert await shop.events(ADD) == []


@pytest.mark.pins("events")
async def test_the_names_of_all_seven_events_are_on_offer(portal):
    offered = await portal.ok("events")

    assert {name.upper() for name in SEVEN} <= set(offered)
    assert all(name == name.upper() for name in offered)


@pytest.mark.pins("events")
async def test_events_of_a_scope_that_the_application_lacks_are_not_on_offer():
    async with open_portal(scope="im,user", signed_in=False) as portal:
        await portal.sign_in()
        own = await portal.ok("events")
        full = await portal.ok("events", {"FULL": True})

    assert ADD.upper() not in own
    assert ADD.upper() in full


@pytest.mark.pins("events")
async def test_events_of_one_scope_can_be_asked_for(portal):
    assert ADD.upper() in await portal.ok("events", {"SCOPE": "imopenlines"})
    assert ADD.upper() not in await portal.ok("events", {"SCOPE": "im"})


NEED_AN_APPLICATION = [
    "event.bind",
    "event.unbind",
    "event.get",
    "events",
    "event.offline.get",
    "event.offline.clear",
    "event.offline.error",
    "event.offline.list",
]


@pytest.mark.parametrize("method", NEED_AN_APPLICATION)
async def test_no_event_method_works_through_a_webhook(portal, method):
    got = await portal.http.post(portal.details["webhook"] + method)

    assert (got.status_code, got.json()["error"]) == (403, "WRONG_AUTH_TYPE")


@pytest.mark.pins("event.bind", "event.get")
async def test_the_queues_of_two_connectors_are_bound_side_by_side(portal):
    await portal.bind(ADD)
    await portal.bind(ADD, auth_connector="console")

    rows = await portal.ok("event.get")
    assert sorted(row["connector_id"] for row in rows) == ["", "console"]


@pytest.mark.pins("event.bind", "event.unbind", "event.get")
async def test_unbinding_one_queue_leaves_the_other_bound(portal):
    await portal.bind(ADD)
    await portal.bind(ADD, auth_connector="console")
    given = {"event": ADD, "event_type": "offline", "auth_connector": "console"}

    assert await portal.ok("event.unbind", given) == {"count": 1}

    (left,) = await portal.ok("event.get")
    assert left["connector_id"] == ""
