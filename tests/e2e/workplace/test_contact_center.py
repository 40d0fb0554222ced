"""Channels in the browser: a line is chosen, the connector's own page opens in a frame."""

import json

from playwright.async_api import expect

from .conftest import LINE, ONE_LOOP, SHOP
from .handler import handler

pytestmark = ONE_LOOP
CENTER = "/workplace/contact-center"


async def test_connect_choose_a_line_and_the_settings_page_gets_what_the_portal_posts(shop, visit):
    async with handler() as page_of_app, visit(shop) as person:
        await shop.open(PLACEMENT_HANDLER=f"{page_of_app.origin}/settings?own=1")
        page = person.page
        await person.go(CENTER)
        await page.click("text=Lamp chat")
        await page.select_option("#free", "57")
        await page.get_by_role("button", name="Connect", exact=True).click()
        await expect(page.locator("#chosen")).to_contain_text("Half configured")
        await page.locator(".cell", has_text="57").get_by_role("link", name="Settings page").click()
        frame = page.frame_locator("iframe")
        await expect(frame.locator("h1")).to_have_text("Configure the channel")

        (method, query, form), *_ = page_of_app.came
        assert method == "POST"
        assert (query["own"], query["PROTOCOL"], query["LANG"]) == ("1", "0", "en")
        assert query["DOMAIN"] == shop.origin.removeprefix("http://")
        assert form["PLACEMENT"] == "SETTING_CONNECTOR"
        options = json.loads(form["PLACEMENT_OPTIONS"])
        assert (options["CONNECTOR"], options["LINE"]) == (SHOP, "57")
        assert (options["ACTIVE_STATUS"], options["REGISTER_STATUS"]) == (True, False)
        assert {"AUTH_ID", "AUTH_EXPIRES", "REFRESH_ID", "APPLICATION_TOKEN", "member_id"} <= set(
            form
        )
        profile = await shop.http.get(f"{shop.about['rest']}profile?auth={form['AUTH_ID']}")
        assert profile.json()["result"]["ID"] == "1"
        assert await page.title() != "broken in"
        assert form["AUTH_ID"] not in await page.inner_text("body")
        assert person.outside() == [f"{page_of_app.origin}/settings?own=1&{_tail(person)}"]


def _tail(person):
    address = next(url for url in person.asked if "/settings?own=1&" in url)
    return address.partition("own=1&")[2]


async def test_the_tile_of_an_application_opens_with_its_number(shop, visit):
    async with visit(shop) as person:
        await shop.order("options", allow_hosts="acme.example")
        given = {"PLACEMENT": "CONTACT_CENTER", "TITLE": "Acme tile"}
        await shop.ok("placement.bind", HANDLER="https://acme.example/cc", **given)
        await person.page.route(
            "https://acme.example/**",
            lambda route: route.fulfill(body="<h1>Acme</h1>", content_type="text/html"),
        )
        await person.go(CENTER)
        await person.page.click("text=Acme tile")
        frame = person.page.frame_locator("iframe")
        await expect(frame.locator("h1")).to_have_text("Acme")
        await expect(person.page.locator(".posted")).to_contain_text("Olga Demina")


async def test_tiles_wait_for_the_installation_to_be_finished(shop, visit):
    await shop.open()
    async with visit(shop) as person:
        page = person.page
        await person.go("/workplace/applications")
        async with page.expect_navigation():
            await page.click("text=Make it unfinished")
        await expect(page.locator(".card").first).to_contain_text("Installation not finished")
        await person.go(CENTER)
        await expect(page.locator("main")).to_contain_text("is not finished")
        await expect(page.get_by_text("Lamp chat")).to_have_count(0)
        await person.go("/workplace/applications")
        async with page.expect_navigation():
            await page.click("text=Finish the installation")
        await person.go(CENTER)
        await expect(page.locator(".tile").first).to_be_visible()


async def test_a_channel_is_disconnected_and_a_line_deleted_after_a_question(shop, chat, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go(f"{CENTER}?connector={SHOP}")
        await page.locator(".cell summary").click()
        await expect(page.locator(".cell .popup")).to_contain_text("Disconnect Lamp chat from Shop")
        await page.locator(".cell .popup button").click()
        await expect(page.locator("#chosen .cell")).to_have_count(0)
        await page.locator(f"#line-{LINE} summary").click()
        await expect(page.locator(f"#line-{LINE}")).to_contain_text("1 open dialog is closed")
        await page.locator(f"#line-{LINE} .popup button").click()
        await expect(page.locator(f"#line-{LINE}")).to_have_count(0)
        assert person.noise == []
    assert (await shop.dialog(chat))["state"] == "closed"
