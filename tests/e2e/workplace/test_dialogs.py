"""A person answers customers in the browser."""

from playwright.async_api import expect

from .conftest import ONE_LOOP

pytestmark = ONE_LOOP


async def test_a_dialog_is_found_taken_and_answered_by_keyboard_alone(shop, chat, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go()
        await person.keys("Tab")
        assert await page.evaluate("document.activeElement.className") == "skip"
        for _ in range(40):
            if await person.focused() == f"dialog-{chat}":
                break
            await person.keys("Tab")
        await person.keys("Enter")
        await expect(page.locator("h1")).to_contain_text("Ivo")

        await person.keys("a")
        await expect(page.locator("#take")).to_have_text("Take over")
        await person.keys("r")
        await expect(page.locator("#text")).to_be_focused()
        await page.keyboard.type("Yes, two left.")
        await person.keys("Control+Enter")
        await expect(page.locator(".message.operator")).to_contain_text("Yes, two left.")
        await expect(page.locator("#text")).to_have_value("")
        await expect(page.locator("#text")).to_be_focused()
        await person.keys("Escape", "t")
        await expect(page.locator("#target")).to_be_focused()

        assert person.noise == []
        assert person.outside() == []
    dialog = await shop.dialog(chat)
    assert dialog["messages"][-1]["text"] == "Yes, two left."
    assert dialog["operator"] in (7, 12)
    assert [row["EVENT_NAME"] for row in await shop.queued()] == ["ONIMCONNECTORMESSAGEADD"]


async def test_everything_works_without_the_script(shop, chat, visit):
    async with visit(shop, java_script_enabled=False) as person:
        page = person.page
        await person.go()
        await page.click(f"#dialog-{chat}")
        await page.select_option("#author", "1")
        await page.fill("#text", "Yes.")
        await page.click("#take")
        await expect(page.locator("#text")).to_have_value("Yes.")
        await page.click("#send")
        await expect(page.locator(".message.operator")).to_contain_text("Yes.")
        await page.select_option("#line", "57")
        await page.click(".filters button")
        await expect(page.locator(".list")).to_contain_text("Nothing fits")
        await page.goto(f"{shop.origin}/?dialog={chat}")
        await page.click("#more > summary")
        await page.click("text=Spam: close")
        await expect(page.locator("#take")).to_have_text("Open again")
    assert (await shop.dialog(chat))["state"] == "spam"


async def test_a_message_is_answered_with_a_file_then_edited_then_deleted(shop, visit, tmp_path):
    await shop.open()
    chat = await shop.write("How do I care for it?")
    (tmp_path / "care.txt").write_text("Dust it.")

    async with visit(shop) as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await page.set_input_files(".attach input", tmp_path / "care.txt")
        await expect(page.locator(".attach")).to_contain_text("care.txt")
        await page.fill("#text", "Like this")
        await page.click("#send")
        bubble = page.locator(".message.operator")
        await expect(bubble.locator(".file a")).to_have_text("care.txt")
        await bubble.hover()
        await bubble.get_by_text("Edit").click()
        await expect(page.locator("#edited")).to_be_focused()
        await page.fill("#edited", "Like that")
        await page.keyboard.press("Control+Enter")
        await expect(bubble).to_contain_text("Like that")
        await expect(bubble).to_contain_text("edited")
        await bubble.hover()
        await bubble.get_by_role("button", name="Delete").click()
        await expect(bubble).to_contain_text("Message deleted")
        assert person.noise == []


async def test_new_messages_appear_and_what_is_typed_stays(shop, chat, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await page.fill("#text", "half a sen")
        await shop.write("And the other one?", message="m-2")
        await expect(page.locator("#transcript")).to_contain_text("And the other one?")
        await expect(page.locator(f"#dialog-{chat}")).to_contain_text("And the other one?")
        assert await page.input_value("#text") == "half a sen"
        assert await person.focused() == "text"

        await page.reload()
        assert await page.input_value("#text") == "half a sen"
        await page.click("#take")
        await expect(page.locator("#take")).to_have_text("Take over")
        assert await page.input_value("#text") == "half a sen"
        await page.click("#send")
        await expect(page.locator(".message.operator")).to_contain_text("half a sen")
        await expect(page.locator("#text")).to_have_value("")


async def test_who_reads_older_messages_is_told_of_new_ones_and_not_moved(shop, visit):
    await shop.open()
    for number in range(1, 40):
        chat = await shop.write(f"word {number}", message=f"m-{number}")

    async with visit(shop, viewport={"width": 960, "height": 600}) as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await page.evaluate("document.querySelector('#transcript').scrollTop = 40")
        await shop.write("the newest word", message="m-99")
        await expect(page.locator("#below")).to_be_visible()
        assert await page.evaluate("document.querySelector('#transcript').scrollTop") == 40
        await page.click("#below")
        await expect(page.get_by_text("the newest word").last).to_be_in_viewport()
        await expect(page.locator("#below")).to_have_count(0)


async def test_an_open_menu_is_not_closed_by_fresh_parts(shop, chat, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await page.click("#transfer > summary")
        await page.select_option("#target", "user:1")
        await shop.write("Hello?", message="m-2")
        await expect(page.locator("#transcript")).to_contain_text("Hello?")
        assert await page.input_value("#target") == "user:1"
        async with page.expect_navigation():
            await page.locator("#transfer .popup button").click()
        await expect(page.locator(".head")).to_contain_text("Olga Demina")
    assert (await shop.dialog(chat))["operator"] == 1


async def test_keys_lead_through_dialogs_and_pages_and_can_be_switched_off(shop, chat, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go()
        await person.keys("j")
        await expect(page).to_have_url(f"{shop.origin}/?dialog={chat}")
        await person.keys("/")
        await expect(page.locator("#search")).to_be_focused()
        await page.keyboard.type("2")
        await person.keys("Escape", "2")
        await expect(page.locator("h1")).to_have_text("Contact center")
        await person.keys("?")
        await expect(page.locator(".keys .popup")).to_be_visible()
        await page.uncheck("#letters")
        await person.keys("Escape", "1")
        await expect(page.locator("h1")).to_have_text("Contact center")


async def test_a_refusal_is_told_where_it_happened(shop, chat, visit):
    async with visit(shop) as person:
        page = person.page
        await person.go(f"/?dialog={chat}")
        await page.fill("#text", "Too late")
        await shop.order("delete-line", line=42)
        await page.click("#send")
        await expect(page.locator("#problem")).to_contain_text("The open line is switched off")
        assert await page.input_value("#text") == "Too late"
