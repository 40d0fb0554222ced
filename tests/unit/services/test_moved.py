"""A renamed portal is followed by everything on the desk; and which hosts a whole day contacts."""

from urllib.parse import urlsplit

import httpx
import pytest

from app.bitrix.connection import open_http
from app.bitrix.errors import Moved
from app.domain.calls import Purpose
from app.domain.dialog import Author
from app.sandbox.http.server import Options, create
from app.services.traffic import Traffic
from tests.helpers.desk import (
    ORIGIN,
    Portal,
    connected,
    messages,
    open_sandbox,
    open_test_desk,
    polled,
    written,
)

OLD, NEW = "127.0.0.1:8080", "localhost:8080"


async def test_a_renamed_portal_is_followed_told_and_its_history_goes_on(tmp_path, until):
    async with open_sandbox() as portal, open_test_desk(portal, tmp_path) as desk:
        told = []
        desk.session.moved.connect(told.append)
        await connected(desk)
        dialog = await written(desk, text="before")
        await until(lambda: desk.outbox.counts.queued == 0)
        key = desk.profile.key
        await portal.order("rename", to=NEW)
        await desk.outbox.send(dialog, "after")
        await until(lambda: desk.outbox.counts.queued == 0)
        await portal.reply(desk.dialogs.get(dialog), "seen")
        await until(lambda: desk.dialogs.get(dialog).unread == 1)
        await polled(desk, until)

        assert [profile.address for profile in told] == [f"http://{NEW}"]
        assert desk.profile == told[0]
        assert urlsplit(desk.profile.endpoint).netloc == NEW
        assert desk.profile.key == key, "the journal stays this portal's"
        written_by = (Author.CUSTOMER, Author.OPERATOR)
        found = await messages(desk, dialog)
        texts = [(m.author, m.text) for m in found if m.author in written_by]
        assert texts == [
            (Author.CUSTOMER, "before"),
            (Author.CUSTOMER, "after"),
            (Author.OPERATOR, "seen"),
        ]
        moves = [each for each in desk.traffic.records if each.error == "PORTAL_MOVED"]
        assert {each.error_text for each in moves} == {NEW}
        assert (await portal.chat(desk.dialogs.get(dialog)))["messages"][1]["text"] == "after"


async def test_a_portal_that_points_elsewhere_is_not_followed(tmp_path, until):
    def leads_away(request):
        if request.url.path.startswith("/rest/") and away:
            return httpx.Response(302, headers={"Location": "https://evil.example/rest/"})
        return None

    away = []
    sandbox = create(Options(auto_consent=True, rate_limit=False))
    inner = httpx.ASGITransport(app=sandbox.app)

    class Between(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request):
            hosts.add(request.url.netloc.decode())
            return leads_away(request) or await inner.handle_async_request(request)

    hosts = set()
    async with open_http(transport=Between()) as http:
        portal = Portal(http, sandbox.describe(ORIGIN))
        async with open_test_desk(portal, tmp_path) as desk:
            told = []
            desk.session.moved.connect(told.append)
            away.append(True)
            with pytest.raises(Moved) as caught:
                await desk.session.refresh_capabilities()

    assert caught.value.host == "evil.example"
    assert told == []
    assert hosts == {OLD}


async def test_a_whole_day_contacts_only_the_portal_and_its_sign_in_server(tmp_path, until):
    traffic = Traffic()
    sandbox = create(Options(auto_consent=True, rate_limit=False))
    told = []
    traffic.host_contacted.connect(told.append)
    async with open_http(
        transport=httpx.ASGITransport(app=sandbox.app), on_contact=traffic.contacted
    ) as http:
        portal = Portal(http, sandbox.describe(ORIGIN))
        async with open_test_desk(portal, tmp_path, traffic=traffic) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.outbox.counts.queued == 0)
            await portal.reply(desk.dialogs.get(dialog), "hello https://evil.example/picture.png")
            await until(lambda: desk.dialogs.get(dialog).unread == 1)
            await desk.session.refresh_now()
            await desk.connectors.refresh()
            await polled(desk, until)

    (seen,) = traffic.hosts()
    assert seen.host == OLD
    assert {Purpose.REST, Purpose.SIGN_IN} <= set(seen.purposes)
    assert seen.count == len(told) > 20
    assert seen.first <= seen.last == told[-1].last


async def test_every_host_has_its_own_row_with_what_it_was_for():
    traffic = Traffic()
    async with open_http(
        transport=httpx.MockTransport(lambda _: httpx.Response(200)), on_contact=traffic.contacted
    ) as http:
        await http.post("https://acme.example/rest/profile.json")
        await http.get("https://oauth.bitrix.info/oauth/token/")
        await http.get("https://ACME.example:443/rest/x.json")
        files = http.build_request(
            "GET", "https://cdn.example:8443/f/7", extensions={"purpose": Purpose.FILES}
        )
        await http.send(files)
        await http.get("https://acme.example/page")

    assert [(each.host, each.purposes, each.count) for each in traffic.hosts()] == [
        ("acme.example", (Purpose.REST, Purpose.OTHER), 3),
        ("oauth.bitrix.info", (Purpose.SIGN_IN,), 1),
        ("cdn.example:8443", (Purpose.FILES,), 1),
    ]


async def test_a_host_that_does_not_answer_was_contacted_all_the_same():
    traffic = Traffic()
    async with open_http(on_contact=traffic.contacted) as http:
        with pytest.raises(httpx.ConnectError):
            await http.get("http://127.0.0.1:1/rest/")

    assert [each.host for each in traffic.hosts()] == ["127.0.0.1:1"]
