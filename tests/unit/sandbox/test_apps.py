"""Applications beside each other in one portal, and what becomes of them."""

import pytest

from app.sandbox.delivery import courier

from .conftest import Desk
from .handlers import listening

ADD = "OnImConnectorMessageAdd"


async def installed(desk, **card):
    """Another application in the same portal, signed in."""
    given = await desk.order("install", title="Rival", **card)
    other = Desk(desk.sandbox, desk.http)
    other.about = {**desk.about, **{name: given[name] for name in ("client_id", "client_secret")}}
    other.token = ""
    await other.sign_in()
    return other


@pytest.fixture
async def rival(desk):
    return await installed(desk)


async def queue(desk):
    rows = (await desk.ok("event.offline.get", {"limit": 1000}))["events"]
    return [row["EVENT_NAME"] for row in rows]


async def listen(desk, *names):
    for name in names:
        await desk.ok("event.bind", {"event": name, "event_type": "offline"})


async def register(desk, connector):
    icon = {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}
    about = {"NAME": "Chat", "ICON": icon, "PLACEMENT_HANDLER": "https://rival.example/"}
    await desk.ok("imconnector.register", {"ID": connector, **about})


async def test_each_application_sees_itself(desk, rival):
    mine, theirs = await desk.ok("app.info"), await rival.ok("app.info")

    assert mine["CODE"] == desk.about["client_id"]
    assert theirs["CODE"] == rival.about["client_id"]
    assert mine["ID"] != theirs["ID"]


async def test_events_of_a_connector_come_to_its_owner_only(desk, rival):
    await desk.open_shop()
    await listen(rival, ADD)
    await desk.write("Hello")
    await desk.order("reply", chat_id=7734, text="Hi")

    assert "ONIMCONNECTORMESSAGEADD" in await queue(desk)
    assert await queue(rival) == []


async def test_who_registers_a_connector_again_takes_it_over(desk, rival):
    await desk.open_shop()
    await listen(rival, ADD)
    await desk.write("Hello")
    await queue(desk)

    await register(rival, "lamp_chat")
    await desk.order("reply", chat_id=7734, text="Hi")

    assert await queue(desk) == []
    assert await queue(rival) == ["ONIMCONNECTORMESSAGEADD"]


async def test_an_application_hears_what_another_one_does(desk, rival):
    await desk.open_shop()
    await listen(desk, "OnImConnectorStatusDelete")

    await rival.ok("imconnector.activate", {"CONNECTOR": "lamp_chat", "LINE": 42, "ACTIVE": 0})

    assert await queue(desk) == ["ONIMCONNECTORSTATUSDELETE"]


async def test_unregistering_a_strangers_connector_disconnects_it_but_leaves_it(desk, rival):
    await desk.open_shop()

    await rival.ok("imconnector.unregister", {"ID": "lamp_chat"})

    assert "lamp_chat" in await desk.ok("imconnector.list")
    status = await desk.ok("imconnector.status", {"CONNECTOR": "lamp_chat", "LINE": 42})
    assert status["STATUS"] is False


async def test_a_deleted_line_is_told_to_every_application(desk, rival):
    for each in (desk, rival):
        await listen(each, "OnImConnectorLineDelete")

    await desk.order("delete-line", line=57)

    assert await queue(desk) == await queue(rival) == ["ONIMCONNECTORLINEDELETE"]


async def test_an_uninstalled_application_takes_all_it_owns_with_it(desk, rival):
    await register(rival, "rival_chat")
    await rival.ok("imconnector.activate", {"CONNECTOR": "rival_chat", "LINE": 57, "ACTIVE": 1})
    await listen(rival, "OnImConnectorLineDelete")
    await desk.order("disconnect", connector="rival_chat", line=42)

    await desk.order("uninstall", client_id=rival.about["client_id"])

    state = await desk.state()
    assert [app["client_id"] for app in state["apps"]] == [desk.about["client_id"]]
    assert "rival_chat" not in await desk.ok("imconnector.list")
    assert state["statuses"] == state["bindings"] == state["queue"] == []


async def test_the_last_events_of_an_application_come_before_the_end(desk, rival):
    await register(rival, "rival_chat")
    await rival.ok("imconnector.activate", {"CONNECTOR": "rival_chat", "LINE": 42, "ACTIVE": 1})
    async with listening() as handler:
        for name in ("OnAppUninstall", "OnImConnectorStatusDelete"):
            await rival.ok("event.bind", {"event": name, "handler": handler.url})
        await desk.order("uninstall", client_id=rival.about["client_id"], clean=True)
        await courier.deliver(desk.sandbox.portal)

    assert handler.events == ["ONIMCONNECTORSTATUSDELETE", "ONAPPUNINSTALL"]
    fields = handler.received[1].fields
    assert (fields["data[CLEAN]"], fields["data[LANGUAGE_ID]"]) == ("1", "en")
    assert {name[5:-1] for name in fields if name.startswith("auth[")} == {
        "domain",
        "server_endpoint",
        "client_endpoint",
        "member_id",
        "application_token",
    }


async def test_an_installed_application_is_told_and_gets_lasting_tokens(desk):
    async with listening() as handler:
        given = await desk.order("install", handler=handler.url)
        await courier.deliver(desk.sandbox.portal)

    fields = handler.received[0].fields
    assert fields["event"] == "ONAPPINSTALL"
    assert fields["auth[application_token]"] == given["application_token"]
    data = {name: value for name, value in fields.items() if name.startswith("data[")}
    assert data == {
        "data[VERSION]": "1",
        "data[ACTIVE]": "Y",
        "data[INSTALLED]": "Y",
        "data[LANGUAGE_ID]": "en",
    }
    desk.about = {**desk.about, **{name: given[name] for name in ("client_id", "client_secret")}}
    grant = await desk.ask_tokens(
        grant_type="refresh_token", refresh_token=fields["auth[refresh_token]"]
    )
    assert grant["user_id"] == 1


async def test_an_application_with_a_setup_page_is_told_when_that_is_done(desk):
    async with listening() as handler:
        given = await desk.order("install", handler=handler.url, installed=False)
        await courier.deliver(desk.sandbox.portal)
        assert handler.events == []

        for _ in range(2):
            await desk.order("finish-install", client_id=given["client_id"])
        await courier.deliver(desk.sandbox.portal)

    assert handler.events == ["ONAPPINSTALL"]


async def test_a_new_version_hears_of_itself_and_binds_again(desk):
    old = desk.sandbox.portal.app.application_token
    async with listening() as handler:
        await desk.ok("event.bind", {"event": "OnAppUpdate", "handler": handler.url})
        await desk.order("app", version=2)
        await courier.deliver(desk.sandbox.portal)

    fields = handler.received[0].fields
    assert (fields["data[VERSION]"], fields["data[PREVIOUS_VERSION]"]) == ("2", "1")
    assert fields["auth[application_token]"] == desk.sandbox.portal.app.application_token != old
    assert fields["auth[refresh_token]"]
    assert await desk.ok("event.get") == []
    assert (await desk.ok("app.info"))["VERSION"] == 2


@pytest.mark.parametrize("end", [("app", {"version": 2}), ("uninstall", {})])
async def test_what_an_application_was_told_last_goes_with_its_subscriptions(desk, end):
    await desk.order("options", self_exclusion=False)
    await desk.ok("event.bind", {"event": "OnAppTest", "event_type": "offline"})
    where = {"event": "OnOfflineEvent", "handler": "http://127.0.0.1:9/hook"}
    await desk.ok("event.bind", where)
    await desk.ok("event.test")
    assert len(desk.sandbox.portal.notified) == 1

    await desk.order(end[0], **end[1])

    assert desk.sandbox.portal.notified == {}


async def test_a_paid_subscription_is_told(desk):
    async with listening() as handler:
        await desk.ok("event.bind", {"event": "OnAppPayment", "handler": handler.url})
        await desk.order("app", payment_expired=True)
        await desk.order("app", payment_expired=False)
        await courier.deliver(desk.sandbox.portal)

    assert handler.events == ["ONAPPPAYMENT"]
    assert handler.received[0].fields["data[PAYMENT_EXPIRED]"] == "N"


REST = [
    ({"payment_expired": True}, (401, "PAYMENT_REQUIRED")),
    ({"active": False}, (401, "ERROR_OAUTH")),
    ({"users": [7]}, (403, "user_access_error")),
]


@pytest.mark.parametrize(("changes", "refusal"), REST)
async def test_states_of_an_application_refuse_its_calls(open_desk, changes, refusal):
    async with open_desk(role="user") as desk:
        await desk.order("app", **changes)
        answer = await desk.http.post("/rest/profile", json={"auth": desk.token})

    assert (answer.status_code, answer.json()["error"]) == refusal


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"payment_expired": True}, (401, "PAYMENT_REQUIRED")),
        ({"active": False}, (401, "NOT_INSTALLED")),
    ],
)
async def test_states_of_an_application_refuse_its_tokens(desk, changes, refusal):
    grant = await desk.sign_in()
    await desk.order("app", **changes)

    keys = {name: desk.about[name] for name in ("client_id", "client_secret")}
    given = {"grant_type": "refresh_token", "refresh_token": grant["refresh_token"]}
    answer = await desk.http.post("/oauth/token/", data={**keys, **given})

    assert (answer.status_code, answer.json()["error"]) == refusal


async def test_an_unpaid_application_may_still_ask_about_itself(desk):
    await desk.order("app", payment_expired=True)

    info = await desk.ok("app.info")

    assert (info["PAYMENT_EXPIRED"], info["DAYS"]) == ("Y", -1)


async def test_states_that_are_over_are_forgotten(desk):
    for name in ("payment_expired", "active"):
        await desk.order("app", **{name: name == "payment_expired"})
        await desk.order("app", **{name: name != "payment_expired"})

    assert (await desk.ok("profile"))["ID"] == "1"


async def test_the_token_of_an_uninstalled_application_is_of_none(desk, rival):
    await desk.order("uninstall", client_id=rival.about["client_id"])

    assert (await rival.call("profile"))["error"] == "APPLICATION_NOT_FOUND"
    grant = await rival.ask_tokens(grant_type="refresh_token", refresh_token="x")
    assert grant["error"] == "invalid_client"


async def test_an_application_installed_again_begins_anew(desk):
    grant = await desk.sign_in()
    keys = {name: desk.about[name] for name in ("client_id", "client_secret")}
    await desk.order("uninstall")
    await desk.order("install", **keys)

    assert (await desk.call("profile"))["error"] == "APPLICATION_NOT_FOUND"
    old = await desk.ask_tokens(grant_type="refresh_token", refresh_token=grant["refresh_token"])
    assert old["error"] == "invalid_grant"
    await desk.sign_in()
    assert (await desk.ok("app.info"))["INSTALLED"] is True


async def test_who_is_fired_is_refused_until_he_comes_back(open_desk):
    async with open_desk(role="user") as desk:
        await desk.order("dismiss", user_id=12)
        assert (await desk.call("profile"))["error"] == "authorization_error"

        await desk.order("dismiss", user_id=12, active=True)
        assert (await desk.ok("profile"))["ID"] == "12"


async def test_who_is_fired_cannot_sign_in(open_desk):
    async with open_desk(role="user") as desk:
        await desk.order("dismiss", user_id=12)
        asked = {"client_id": desk.about["client_id"], "state": "s"}
        page = await desk.http.get("/oauth/authorize/", params=asked)

    assert page.status_code == 403
    assert "no access" in page.text


async def test_the_webhook_of_who_is_fired_is_refused(desk):
    await desk.http.post("/sandbox/options", json={"role": "user"})
    portal = desk.sandbox.portal
    portal.users[12] = portal.users[12].__class__(12, "Ann", "Lee", admin=True)
    await desk.order("dismiss", user_id=1)

    got = await desk.http.get(desk.about["webhook"] + "profile")

    assert (got.status_code, got.json()["error"]) == (403, "INVALID_CREDENTIALS")


async def test_the_last_administrator_is_not_fired(desk):
    got = await desk.http.post("/sandbox/dismiss", json={"user_id": 1})

    assert got.status_code == 409
    assert (await desk.ok("profile"))["ADMIN"] is True


async def test_an_application_for_some_people_lets_administrators_in(desk):
    await desk.order("app", users=[7])

    assert (await desk.ok("profile"))["ID"] == "1"


@pytest.mark.parametrize("change", [{"active": False}, {"installed": False}])
async def test_an_application_that_stops_working_loses_its_connectors(desk, rival, change):
    await register(rival, "rival_chat")

    await desk.order("app", client_id=rival.about["client_id"], **change)

    assert "rival_chat" not in await desk.ok("imconnector.list")


async def test_tokens_of_one_application_run_out_alone(desk, rival):
    await desk.order("tokens", action="expire", client_id=rival.about["client_id"])

    assert (await rival.call("profile"))["error"] == "expired_token"
    assert "error" not in await desk.call("profile")


@pytest.mark.parametrize(("clean", "left"), [(True, []), (False, [{"theme": "dark"}])])
async def test_users_options_go_when_the_data_are_to_go(desk, rival, clean, left):
    await rival.ok("user.option.set", {"options": {"theme": "dark"}})

    await desk.order("uninstall", client_id=rival.about["client_id"], clean=clean)

    assert list(desk.sandbox.portal.user_options.values()) == left


async def test_there_is_room_for_fifty_applications(desk):
    for _ in range(49):
        await desk.order("install")

    assert (await desk.http.post("/sandbox/install", json={})).status_code == 409


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("install", {"installed": "yes"}),
        ("install", {"title": 7}),
        ("install", {"scope": ["crm"]}),
        ("install", {"title": "x" * 3000}),
        ("install", {"client_id": "local.6942f1c0a7d3e8.15730264"}),
        ("uninstall", {"client_id": "local.nobody"}),
        ("uninstall", {"client_id": ["x"]}),
        ("app", {"client_id": "local.nobody", "active": False}),
        ("app", {"active": 0}),
        ("app", {"status": "gold", "active": False}),
        ("app", {"users": [999], "active": False}),
        ("app", {"users": [True], "active": False}),
        ("app", {"users": "1", "active": False}),
        ("dismiss", {"user_id": 10**30}),
        ("dismiss", {"user_id": 12, "active": "no"}),
        ("dismiss", {}),
    ],
)
async def test_an_order_that_makes_no_sense_changes_nothing(desk, act, fields):
    before = await desk.state()

    got = await desk.http.post(f"/sandbox/{act}", json=fields)

    assert 400 <= got.status_code < 500
    after = await desk.state()
    assert (after["apps"], after["users"]) == (before["apps"], before["users"])
