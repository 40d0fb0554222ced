"""What the workplace asks and tells stands where it is seen, in windows of every size."""

import pytest
from playwright.async_api import expect

from .conftest import LINE, ONE_LOOP, SHOP

pytestmark = ONE_LOOP
CENTER = "/workplace/contact-center"
LONG = "Светильникоабажуроторшероведение и сопутствующие услуги " * 4
SIZES = [(1440, 900), (960, 600), (390, 844)]
#: Whether a point just inside each corner of an element shows that element and nothing over it.
UNCOVERED = """element => {
  const {left, right, top, bottom} = element.getBoundingClientRect();
  const shown = (x, y) => element.contains(document.elementFromPoint(x, y));
  return [left + 8, right - 8].every(x => [top + 8, bottom - 8].every(y => shown(x, y)));
}"""


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("name", ["Lamp chat", LONG[:250]], ids=["short", "long"])
async def test_a_question_is_seen_whole(shop, visit, width, height, name):
    await shop.open(NAME=name)
    window = {"width": width, "height": height}
    async with visit(shop, viewport=window, locale="ru-RU") as person:
        page = person.page
        questions = [
            (f"{CENTER}?connector={SHOP}", ".cell .question"),
            (CENTER, f"#line-{LINE}"),
            ("/workplace/applications", ".card .question"),
            ("/workplace/faults", ".card .question"),
        ]
        for path, question in questions:
            await person.go(path)
            await page.locator(f"{question} summary").first.click()
            popup = page.locator(f"{question} .popup").first
            await expect(popup).to_be_in_viewport(ratio=0.99)
            assert await popup.evaluate(UNCOVERED), path
        assert person.noise == []


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_what_a_dialogs_buttons_open_lies_within_the_window(shop, visit, width, height):
    await shop.open()
    chat = await shop.write("Is the lamp in stock?", name="Сверхдлинноимённая" * 6)
    await shop.order("answer", chat_id=chat)
    window = {"width": width, "height": height}
    async with visit(shop, viewport=window, locale="ru-RU") as person:
        await person.go(f"/?dialog={chat}")
        for menu in ("#transfer", "#more"):
            await person.page.click(f"{menu} > summary")
            popup = person.page.locator(f"{menu} .popup")
            await expect(popup).to_be_in_viewport(ratio=0.99)
            assert await popup.evaluate(UNCOVERED), menu


@pytest.mark.parametrize("name", ["Ivo", "Сверхдлинноимённая" * 6, "Александра Екатерина " * 6])
async def test_the_head_of_a_dialog_leaves_room_for_the_dialog(shop, visit, name):
    await shop.open()
    chat = await shop.write("Is the lamp in stock?", name=name)
    await shop.order("answer", chat_id=chat)
    async with visit(shop, viewport={"width": 960, "height": 600}, locale="ru-RU") as person:
        await person.go(f"/?dialog={chat}")
        head = await person.page.locator(".dialog .head").bounding_box()
        assert head["height"] <= 110


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_why_a_form_was_refused_is_in_view_and_has_the_focus(shop, visit, width, height):
    async with visit(shop, viewport={"width": width, "height": height}) as person:
        page = person.page
        await person.go("/workplace/faults")
        await page.fill("#method", "no.such.method")
        await page.get_by_role("button", name="Order", exact=True).click()
        await expect(page.locator("#problem")).to_contain_text("Not done")
        await expect(page.locator("#problem")).to_be_focused()
        await expect(page.locator("#problem")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_nothing_is_sent_to_a_sandbox_that_is_gone(shop, chat, visit, width, height):
    async with visit(shop, viewport={"width": width, "height": height}) as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await page.fill("#text", "Two are left.")
        await page.context.set_offline(True)
        for button in ("#send", "#take", "#send"):
            await page.click(button)
            told = page.get_by_text("nothing was sent")
            await expect(told).to_be_in_viewport(ratio=1)
            await expect(page.locator("#text")).to_have_value("Two are left.")
        for seen in ("#send", "#text", f"#dialog-{chat}"):
            if await page.locator(seen).is_visible():
                assert not await covers(told, page.locator(seen)), seen
        await page.locator(".rail a").nth(1).click()
        await expect(page.locator("#text")).to_have_value("Two are left.")

        await page.context.set_offline(False)
        await page.click("#send")
        await expect(page.locator(".message.operator")).to_contain_text("Two are left.")
        await expect(page.locator("#text")).to_have_value("")
        await expect(page.get_by_text("does not answer")).to_be_hidden()
    assert [row["kind"] for row in (await shop.dialog(chat))["messages"]].count("operator") == 1


async def covers(one, other):
    """Whether two elements share a place."""
    a, b = await one.bounding_box(), await other.bounding_box()
    beside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
    return not beside and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]


async def test_a_page_without_fresh_parts_stays_too_when_the_sandbox_is_gone(shop, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go("/workplace/faults")
        await page.fill("#hours", "5")
        await page.context.set_offline(True)
        await page.get_by_role("button", name="Move on").click()
        await expect(page.get_by_text("nothing was sent")).to_be_visible()
        await expect(page.locator("#hours")).to_have_value("5")
