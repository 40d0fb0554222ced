"""What the offline queue keeps: the list, age, rights to events, queues side by side."""

import pytest

from .kit import SHOP, open_portal
from .offline import fill, get, listed, words


@pytest.mark.pins("event.offline.list")
async def test_the_list_reads_without_changing(shop, chat):
    await fill(shop, chat, 2)

    first = await listed(shop)
    assert await listed(shop) == first
    assert [(row["PROCESS_ID"], row["ERROR"]) for row in first] == [("", "0")] * 2
    assert words(first) == ["reply 0", "reply 1"]


@pytest.mark.pins("event.offline.list")
async def test_the_list_comes_in_pages_of_fifty_with_total_and_next(shop, chat):
    await fill(shop, chat, 53)

    first = await shop.call("event.offline.list", {})
    second = await shop.call("event.offline.list", {"start": first.body["next"]})

    assert (len(first.result), first.body["next"], int(first.body["total"])) == (50, 50, 53)
    assert (len(second.result), int(second.body["total"])) == (3, 53)
    assert "next" not in second.body


@pytest.mark.pins("event.offline.list", "event.offline.get")
async def test_rows_are_kept_about_34_days(shop, chat):
    await fill(shop, chat, 2)
    await get(shop, clear=0, limit=1)
    await shop.advance(33 * 86_400)
    await shop.sign_in()
    assert len(await listed(shop)) == 2

    await shop.advance(2 * 86_400)
    await shop.sign_in()
    assert await listed(shop) == []


@pytest.mark.pins("event.offline.list")
async def test_rows_appear_after_the_request_that_caused_them():
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect()
        await portal.bind()
        where = f"CONNECTOR={SHOP}&LINE={portal.lines[0]}"

        got = await portal.batch(
            {"off": f"imconnector.activate?{where}&ACTIVE=0", "seen": "event.offline.list"}
        )

        assert got["result"]["seen"] == []
        assert len(await listed(portal)) == 1


@pytest.mark.pins("event.offline.list", "event.offline.get")
async def test_an_unfinished_installation_binds_but_queues_nothing():
    async with open_portal(installed=False) as portal:
        await portal.connect()
        await portal.bind()
        chat = await portal.open_dialog()
        await fill(portal, chat)

        assert (await portal.ok("app.info"))["INSTALLED"] is False
        assert await listed(portal) == []


@pytest.mark.pins("event.offline.list", "event.offline.get")
async def test_nothing_is_queued_without_a_binding(portal):
    await portal.connect()
    chat = await portal.open_dialog()
    await fill(portal, chat)

    assert await listed(portal) == []


@pytest.mark.pins("event.offline.get")
async def test_two_connectors_have_queues_of_their_own_with_own_copies(shop, chat):
    await shop.bind("OnImConnectorMessageAdd", auth_connector="console")
    await fill(shop, chat, 2)

    assert len((await get(shop))["events"]) == 2
    assert len((await get(shop, auth_connector="console"))["events"]) == 2
    assert (await get(shop, auth_connector="other"))["events"] == []


@pytest.mark.pins("event.offline.list", "event.offline.get")
async def test_confirming_works_in_its_own_queue_only(shop, chat):
    await shop.bind("OnImConnectorMessageAdd", auth_connector="console")
    await fill(shop, chat, 1)
    got = await get(shop, auth_connector="console", clear=0)
    given = {"process_id": got["process_id"]}

    await shop.ok("event.offline.clear", given)
    assert len(await listed(shop, auth_connector="console")) == 1
    await shop.ok("event.offline.clear", {**given, "auth_connector": "console"})
    assert await listed(shop, auth_connector="console") == []


async def test_any_call_with_a_connector_name_needs_its_feature():
    async with open_portal(auth_connector=False) as portal:
        for method in ("profile", "event.get", "server.time"):
            got = await portal.call(method, {"auth_connector": "console"})

            assert got.refusal == (403, "WRONG_LICENSE")
            assert got.text.endswith("auth_connector")


@pytest.mark.pins("event.offline.list", "event.offline.get")
async def test_the_queue_methods_work_inside_a_batch(shop, chat):
    await fill(shop, chat, 2)

    got = await shop.batch(
        {
            "read": "event.offline.get?clear=0",
            "done": "event.offline.clear?process_id=$result[read][process_id]",
            "left": "event.offline.list",
        }
    )

    assert len(got["result"]["read"]["events"]) == 2
    assert got["result"]["done"] is True
    assert got["result"]["left"] == []
