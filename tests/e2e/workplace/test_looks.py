"""The workplace on small windows, in the dark, in Russian, and with names of any length."""

import pytest
from playwright.async_api import expect

from .conftest import ONE_LOOP

pytestmark = ONE_LOOP

LONG = "Константин-Преображенский" * 8
PAGES = [
    *("/", "/workplace/contact-center", "/workplace/applications", "/workplace/traffic?show=calls"),
    *("/workplace/faults", "/workplace/fidelity"),
]
WIDTHS = (1440, 960, 390, 360)


async def test_no_page_is_wider_than_its_window(shop, visit):
    await shop.open(NAME=LONG[:250])
    chat = await shop.write(f"https://lamp.example/{'x' * 500}", name=LONG)
    await shop.order("install", title=LONG, redirect_uri=f"https://lamp.example/{'x' * 300}")

    async with visit(shop, locale="ru-RU") as person:
        page = person.page
        for path in [*PAGES, f"/?dialog={chat}", "/workplace/contact-center?connector=lamp_chat"]:
            await person.go(path)
            for width in WIDTHS:
                await page.set_viewport_size({"width": width, "height": 700})
                inside = "document.querySelector('main').scrollWidth"
                whole = "document.documentElement.scrollWidth"
                widest = await page.evaluate(f"Math.max({inside}, {whole})")
                assert widest <= width, path
        assert person.noise == []


async def test_the_composer_can_be_reached_in_a_small_window(shop, chat, visit):
    async with visit(shop, viewport={"width": 960, "height": 600}) as person:
        await person.go(f"/?dialog={chat}")
        await expect(person.page.locator("#send")).to_be_in_viewport(ratio=1)
        await expect(person.page.locator("#text")).to_be_in_viewport(ratio=1)


async def test_a_russian_browser_gets_russian_and_may_switch(shop, visit):
    await shop.open()
    chat = await shop.write("Есть лампа?")
    async with visit(shop, locale="ru-RU") as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await expect(page.locator("#send")).to_have_text("Отправить как оператор")
        await page.click("button[lang=en]")
        await expect(page.locator("#send")).to_have_text("Send as operator")
        await expect(page).to_have_url(f"{shop.origin}/?dialog={chat}")
        await person.go("/workplace/faults")
        await expect(page.locator("h1")).to_have_text("Faults and time")


@pytest.mark.parametrize(("scheme", "background"), [("light", 240), ("dark", 21)])
async def test_the_colours_follow_the_wish_of_the_system(shop, visit, scheme, background):
    async with visit(shop, color_scheme=scheme) as person:
        await person.go()
        colour = await person.page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert abs(int(colour.removeprefix("rgb(").split(",")[0]) - background) < 5


async def test_what_has_the_focus_is_outlined(shop, visit):
    async with visit(shop) as person:
        await person.go()
        for _ in range(12):
            await person.keys("Tab")
            style = "getComputedStyle(document.activeElement)"
            shown = await person.page.evaluate(f"{style}.outlineStyle + {style}.outlineWidth")
            assert shown in ("solid2px", "auto1px"), shown


async def test_a_busy_portal_is_listed_in_pages(shop, visit):
    await shop.begin("busy")
    async with visit(shop) as person:
        page = person.page
        await person.go("/?state=all")
        await expect(page.locator(".row")).to_have_count(40)
        await expect(page.locator(".pager")).to_contain_text("1 of 125, 5000 in all")
        await page.click(".pager a[rel=next]")
        await expect(page.locator(".pager")).to_contain_text("2 of 125")
        assert person.noise == []


async def test_a_silent_sandbox_is_noticed(shop, visit):
    async with visit(shop) as person:
        await person.go()
        await person.page.context.set_offline(True)
        await expect(person.page.get_by_text("does not answer")).to_be_visible()
        await person.page.context.set_offline(False)
        await expect(person.page.get_by_text("does not answer")).to_be_hidden()


async def test_after_a_button_a_long_page_stands_where_it_stood(shop, visit):
    async with visit(shop, viewport={"width": 960, "height": 600}) as person:
        page = person.page
        await person.go("/workplace/faults")
        await page.click("button[value=strict]")
        await expect(page.locator("button[value=strict]")).to_have_attribute("aria-pressed", "true")
        await expect(page.locator("button[value=strict]")).to_be_in_viewport()
        await shop.order("preset", name="unlimited")
