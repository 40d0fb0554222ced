"""Whatever customers and connectors send: nothing of it runs, and nothing is asked for outside."""

from .conftest import ONE_LOOP

pytestmark = ONE_LOOP
HOSTILE = (
    "<script>parent.broken = document.body.dataset.broken = 1</script>"
    "<img src='https://evil.example/a.png' onerror='document.body.dataset.broken=1'>"
    "<svg onload='document.body.dataset.broken=1'><style>@import 'https://evil.example/b'</style>"
    "[url=javascript:document.body.dataset.broken=1]press[/url]"
    "[img size=small]https://evil.example/c.png [/img][icon=https://evil.example/d.png]"
)
ICON = (
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' "
    "onload='document.documentElement.dataset.broken=1'>"
    "<script>document.documentElement.dataset.broken=1</script>"
    "<image href='https://evil.example/e.png' width='9' height='9'/></svg>"
)


async def test_hostile_content_is_text_on_every_page(shop, visit):
    colour = {"COLOR": "red;background:url(https://evil.example/g)"}
    about = {
        "NAME": HOSTILE[:255],
        "COMMENT": HOSTILE,
        "PLACEMENT_HANDLER": "https://lamp.example/",
    }
    await shop.open(**about, ICON={"DATA_IMAGE": ICON, **colour})
    icon = {"DATA_IMAGE": "https://evil.example/f.svg", **colour}
    await shop.ok("imconnector.register", ID="lamp_two", ICON=icon, **about)
    chat = await shop.write(HOSTILE, name=HOSTILE, phone=HOSTILE)
    await shop.order("reply", chat_id=chat, text=HOSTILE, files=[{"name": HOSTILE, "url": HOSTILE}])
    file = {"name": "x", "url": "javascript:document.body.dataset.broken=1"}
    await shop.order("reply", chat_id=chat, text="x", files=[file])
    await shop.order("install", title=HOSTILE)
    pages = [
        *("/", f"/?dialog={chat}", "/workplace/contact-center?connector=lamp_chat"),
        *("/workplace/applications", "/workplace/traffic?show=calls", "/workplace/traffic"),
        *("/workplace/traffic?show=events", "/workplace/faults", "/workplace/fidelity"),
    ]

    async with visit(shop) as person:
        for path in pages:
            await person.go(path)
            broken = "[document.body, document.documentElement].some(e => 'broken' in e.dataset)"
            assert await person.page.evaluate(broken) is False
            addresses = "[...document.links].map(a => a.protocol)"
            assert set(await person.page.evaluate(addresses)) <= {"http:", "https:"}
        assert person.outside() == []
        assert person.noise == []


async def test_another_page_of_this_machine_cannot_press_a_button(shop, chat, visit):
    form = (
        f"<form method=post action='{shop.origin}/workplace/act/close'>"
        f"<input name=chat_id value={chat}><input name=back value=/></form>"
        "<script>document.forms[0].submit()</script>"
    )

    async with visit(shop) as person:
        await person.page.route(
            "http://localhost:9/", lambda route: route.fulfill(body=form, content_type="text/html")
        )
        await person.page.goto("http://localhost:9/")
        await person.page.wait_for_url(f"{shop.origin}/**")
        assert "did not come from this page" in await person.page.inner_text("main")
    assert (await shop.dialog(chat))["state"] == "new"


async def test_the_workplace_is_shown_in_no_frame(shop, visit):
    async with visit(shop) as person:
        page = f"<iframe src='{shop.origin}/'></iframe>"
        await person.page.route(
            "http://localhost:9/", lambda route: route.fulfill(body=page, content_type="text/html")
        )
        await person.page.goto("http://localhost:9/")
        frame = person.page.frames[1]
        assert await frame.locator(".rail").count() == 0
