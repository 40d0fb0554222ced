"""The workplace over HTTP: who may press its buttons, and what they do. No browser here."""

import json
import re
import subprocess
import sys
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from app.sandbox.workplace import acts, site
from app.sandbox.workplace.acts import ACTS

from .conftest import ORIGIN, SHOP

PAGES = [path for path in site.PAGES if not path.endswith("open")]
LANGUAGES = ["en", "ru"]


class Person:
    """Somebody at the workplace, without a script."""

    def __init__(self, desk, language="en"):
        self.desk = desk
        self.headers = {"Accept-Language": language}

    async def see(self, path="/"):
        return await self.desk.http.get(path, headers=self.headers)

    async def press(self, act, back="/", *, files=None, headers=None, **fields):
        """Send a form of the page, as a browser would."""
        page = (await self.see(back)).text
        secret = re.search(r'name="secret" value="([^"]+)"', page)[1]
        form = {"secret": secret, "back": back, **fields}
        own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
        sent = {**self.headers, **own, **(headers or {})}
        address = f"/workplace/act/{act}"
        return await self.desk.http.post(address, data=form, files=files, headers=sent)


@pytest.fixture
def person(desk):
    return Person(desk)


@pytest.fixture
async def chat(desk):
    await desk.open_shop()
    item = await desk.write("Is the lamp in stock?")
    return int(item["session"]["CHAT_ID"])


async def last_message(desk, chat):
    state = (await desk.http.get(f"/sandbox/state?chat_id={chat}")).json()
    return state["chats"][0]["messages"][-1]


async def dialog(desk, chat):
    return (await desk.http.get(f"/sandbox/state?chat_id={chat}")).json()["chats"][0]


# ---- pages ----


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
async def test_every_page_comes_in_every_language(desk, chat, path, language):
    page = await Person(desk, language).see(path)

    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text


@pytest.mark.parametrize("path", [*PAGES, "/workplace/nowhere"])
async def test_every_page_is_guarded_by_its_headers(person, path):
    headers = (await person.see(path)).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("seed", ["shop", "empty"])
@pytest.mark.parametrize("path", PAGES)
async def test_every_page_of_a_fresh_portal_says_what_it_is_for(open_desk, path, seed):
    async with open_desk(seed=seed, auto_consent=False) as desk:
        assert (await Person(desk).see(path)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/?dialog=1",
        "/?dialog=rubbish",
        "/workplace/contact-center?connector=nobody",
        "/workplace/open",
        "/workplace/open?connector=livechat&line=42",
        "/workplace/open?placement=1",
        "/workplace/nowhere",
        "/workplace/assets/../site.py",
        "/workplace/assets/en.json",
        "/workplace/act/reply",
    ],
)
async def test_what_is_not_there_is_told_on_a_page(person, path):
    page = await person.see(path)

    assert page.status_code == 404
    assert "There is nothing here" in page.text


@pytest.mark.parametrize(
    "query",
    [
        "page=999999999999999999999",
        "page=-1",
        "state=%00&line=x&who=%ff&q=%F0%9F",
        "before=1",
        "edit=1",
        "as=999",
        "live=x",
        "q=" + "a" * 3000,
    ],
)
@pytest.mark.parametrize("path", PAGES)
async def test_a_senseless_address_is_no_error(desk, chat, path, query):
    page = await Person(desk).see(f"{path}?{query}&dialog={chat}")

    assert page.status_code in (200, 404)


@pytest.mark.parametrize("name", ["style.css", "script.js", "icon.svg"])
async def test_style_script_and_icon_are_served_here(person, name):
    asset = await person.see(f"/workplace/assets/{name}")

    assert asset.status_code == 200
    assert re.findall(r"https?://(?!www\.w3\.org/2000/svg)", asset.text) == []


async def test_the_address_is_printed(desk):
    assert desk.sandbox.describe(ORIGIN)["workplace"] == f"{ORIGIN}/"


def test_the_template_engine_is_not_loaded_for_a_program_that_speaks_json():
    code = (
        "import sys; from app.sandbox.http.server import Options, create; create(Options());"
        "print([name for name in ('jinja2', 'app.sandbox.workplace.site') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


async def test_a_browser_that_asks_for_nothing_that_is_there_gets_a_page(desk):
    browser = await desk.http.get("/nope", headers={"Accept": "text/html,*/*;q=0.8"})
    program = await desk.http.get("/nope")

    assert (browser.status_code, program.status_code) == (404, 404)
    assert "There is nothing here" in browser.text
    assert program.json()["error"] == "NOT_FOUND"


# ---- who may press a button ----


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": ORIGIN},
    ],
)
async def test_a_form_of_another_page_changes_nothing(desk, chat, person, headers):
    refused = await person.press("reply", chat_id=str(chat), text="Yes", headers=headers)

    assert refused.status_code == 403
    assert (await last_message(desk, chat))["kind"] != "operator"


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1:9", "null"])
async def test_a_browser_that_tells_the_origin_only_is_judged_by_it(desk, chat, person, origin):
    page = (await person.see("/")).text
    secret = re.search(r'name="secret" value="([^"]+)"', page)[1]
    form = {"secret": secret, "back": "/", "chat_id": str(chat), "text": "Yes"}

    refused = await desk.http.post("/workplace/act/reply", data=form, headers={"Origin": origin})

    assert refused.status_code == 403


@pytest.mark.parametrize("secret", ["", "wrong", "\ud800", "x" * 10_000])
async def test_a_form_without_the_secret_of_this_run_changes_nothing(desk, chat, person, secret):
    form = {"secret": secret.encode("utf-8", "replace"), "chat_id": str(chat), "text": "Yes"}

    refused = await desk.http.post("/workplace/act/reply", data=form)

    assert refused.status_code == 403
    assert (await last_message(desk, chat))["kind"] != "operator"


async def test_the_secret_of_one_run_is_none_of_another(open_desk):
    async with open_desk() as one, open_desk() as other:
        pages = [(await Person(each).see("/")).text for each in (one, other)]

    secrets = [re.search(r'name="secret" value="([^"]+)"', page)[1] for page in pages]
    assert secrets[0] != secrets[1]


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/rest/", "]["],
)
async def test_after_a_form_nobody_is_sent_away_from_the_workplace(desk, chat, person, back):
    page = (await person.see("/")).text
    secret = re.search(r'name="secret" value="([^"]+)"', page)[1]
    form = {"secret": secret, "back": back, "chat_id": str(chat), "text": "Yes"}

    done = await desk.http.post("/workplace/act/reply", data=form)

    assert done.status_code == 303
    assert urlsplit(done.headers["location"]).netloc == ""
    assert urlsplit(done.headers["location"]).path == "/"


async def test_a_foreign_host_is_not_served(desk):
    refused = await desk.http.get("/", headers={"Host": "evil.example"})

    assert refused.status_code == 421


SENSELESS = [
    {},
    {"chat_id": "1", "message_id": "1", "user_id": "1", "line": "1", "name": "x"},
    {"chat_id": "9" * 40, "target": "user:x", "count": "9" * 40, "advance": "nan", "on": "Y"},
    {"advance": "inf", "hours": "-1", "percent": "1e999", "seconds": "x", "delay": "nan"},
    {"seed": "../../x", "to": "evil.example", "connector": "\0", "kind": "\0", "scope": ","},
]


@pytest.mark.parametrize("act", sorted(ACTS))
async def test_a_senseless_form_is_refused_on_the_page_or_harmless(desk, chat, act):
    person = Person(desk)

    for fields in SENSELESS:
        assert (await person.press(act, **fields)).status_code < 500
        assert (await person.see("/")).status_code == 200


@pytest.mark.parametrize("body", [b"&" * 1000, b"a=1&" * 100])
async def test_a_form_of_very_many_fields_is_refused_before_it_is_read(desk, body):
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await desk.http.post("/workplace/act/reply", content=body, headers=kind)

    assert answer.status_code == 400


async def test_a_form_without_files_has_a_size(desk):
    answer = await desk.http.post("/workplace/act/reply", data={"text": "x" * 600_000})

    assert answer.status_code == 413


async def test_the_body_of_a_foreign_form_is_not_read(desk):
    async def body():
        read.append(True)
        yield b"x"

    read = []
    foreign = {"Sec-Fetch-Site": "cross-site", "Content-Type": "multipart/form-data; boundary=x"}
    answer = await desk.http.post("/workplace/act/reply", content=body(), headers=foreign)

    assert answer.status_code == 403
    assert read == []


async def test_a_broken_form_is_a_400(desk):
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await desk.http.post("/workplace/act/reply", content=b"--x\r\nrubbish", headers=kind)

    assert answer.status_code in (400, 403)


# ---- dialogs ----


async def test_an_answer_is_that_of_the_chosen_employee(desk, chat, person):
    back = f"/?dialog={chat}"
    done = await person.press("reply", back, chat_id=str(chat), user_id="7", text="Two\r\nleft")

    assert done.status_code == 303
    message = await last_message(desk, chat)
    assert (message["author_id"], message["text"]) == (7, "Two\nleft")
    assert parse_qs(urlsplit(done.headers["location"]).query)["as"] == ["7"]


async def test_markup_of_the_portal_is_shown_as_formatting(desk, chat, person):
    back = f"/?dialog={chat}"
    await person.press("reply", back, chat_id=str(chat), text="[b]Two[/b] <b>left</b>")

    page = (await person.see(back)).text
    assert "<strong>Two</strong> &lt;b&gt;left&lt;/b&gt;" in page


async def test_a_file_goes_along(desk, chat, person):
    files = [("files", ("care.pdf", b"%PDF-1", "application/pdf"))]
    await person.press("reply", f"/?dialog={chat}", chat_id=str(chat), user_id="7", files=files)

    (file,) = (await last_message(desk, chat))["files"]
    assert file["name"] == "care.pdf"
    assert (await desk.http.get(file["url"])).content == b"%PDF-1"


async def test_a_refused_answer_stays_in_its_field_under_the_reason(desk, chat, person):
    await person.press("delete-line", line="42")
    text = "Yes </textarea><script>alert(1)</script>"

    refused = await person.press("reply", f"/?dialog={chat}", chat_id=str(chat), text=text)

    assert refused.status_code == 409
    assert "The open line is switched off" in refused.text
    assert "<script>alert" not in refused.text
    assert "&lt;/textarea&gt;&lt;script&gt;" in refused.text


async def test_what_is_typed_survives_another_button(desk, chat, person):
    form = {"chat_id": str(chat), "user_id": "7", "text": "half a sentence"}

    page = await person.press("answer", f"/?dialog={chat}", **form)

    assert page.status_code == 200
    assert "half a sentence</textarea>" in page.text
    assert (await dialog(desk, chat))["operator"] == 7


async def test_the_reason_of_a_refusal_is_told_in_the_readers_language(desk, chat):
    refused = await Person(desk, "ru").press("reply", f"/?dialog={chat}", chat_id=str(chat))

    assert "Для ответа нужен текст или файл." in refused.text


@pytest.mark.parametrize(
    ("act", "fields", "operator"),
    [
        ("answer", {"user_id": "12"}, 12),
        ("transfer", {"user_id": "1", "target": "user:7"}, 7),
        ("join", {"user_id": "1"}, 1),
    ],
)
async def test_buttons_change_who_has_the_dialog(desk, chat, person, act, fields, operator):
    await person.press(act, f"/?dialog={chat}", chat_id=str(chat), **fields)

    assert (await dialog(desk, chat))["operator"] == operator


async def test_a_dialog_is_taken_over_from_its_operator(desk, chat, person):
    for act, user in (("answer", "12"), ("intercept", "7")):
        await person.press(act, f"/?dialog={chat}", chat_id=str(chat), user_id=user)

    assert (await dialog(desk, chat))["operator"] == 7


async def test_a_dialog_goes_to_another_line(desk, chat, person):
    await person.press("transfer", f"/?dialog={chat}", chat_id=str(chat), target="line:57")

    assert str(chat) in (await person.see("/?line=57")).text


async def test_a_refused_dialog_goes_to_the_next_in_the_queue(desk, chat, person):
    first = (await dialog(desk, chat))["sessions"][-1]["assigned"]
    await person.press("skip", f"/?dialog={chat}", chat_id=str(chat), user_id=str(first))

    assert (await dialog(desk, chat))["sessions"][-1]["assigned"] not in (first, None)


@pytest.mark.parametrize(("act", "state"), [("close", "closed"), ("spam", "spam")])
async def test_a_dialog_ends(desk, chat, person, act, state):
    await person.press(act, f"/?dialog={chat}", chat_id=str(chat), user_id="7")

    assert (await dialog(desk, chat))["state"] == state
    assert "Open again" in (await person.see(f"/?dialog={chat}")).text


async def test_in_hidden_mode_the_page_says_that_the_customer_sees_nothing(desk, chat, person):
    back = f"/?dialog={chat}"
    await person.press("silent-on", back, chat_id=str(chat))
    await person.press("reply", back, chat_id=str(chat), user_id="7", text="between us")

    page = (await person.see(back)).text
    assert "hidden mode" in page
    assert "hidden from the customer" in page
    assert (await last_message(desk, chat))["sending"] is False


async def test_a_message_is_edited_and_deleted_in_its_place(desk, chat, person):
    back = f"/?dialog={chat}"
    await person.press("reply", back, chat_id=str(chat), user_id="7", text="Two left")
    number = str((await last_message(desk, chat))["id"])

    form = (await person.see(f"{back}&edit={number}")).text
    assert ">Two left</textarea>" in form
    await person.press("edit", f"{back}&edit={number}", message_id=number, text="Three left")
    assert (await last_message(desk, chat))["text"] == "Three left"
    await person.press("delete", back, message_id=number)
    assert "Message deleted" in (await person.see(back)).text


async def test_the_supervisor_votes(desk, chat, person):
    await person.press("head-vote", f"/?dialog={chat}", chat_id=str(chat), rating="4")

    assert "supervisor: 4" in (await person.see(f"/?dialog={chat}")).text


async def test_a_message_shows_how_far_it_got(desk, chat, person):
    back = f"/?dialog={chat}"
    await person.press("reply", back, chat_id=str(chat), user_id="7", text="Two left")
    assert "has not confirmed" in (await person.see(back)).text

    number = str((await last_message(desk, chat))["id"])
    mark = {"im": {"chat_id": str(chat), "message_id": number}, "message": {"id": ["x-1"]}}
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": [{**mark, "chat": {"id": "c-1"}}]}
    await desk.ok("imconnector.send.status.delivery", given)

    assert ">Delivered<" in (await person.see(back)).text


async def test_the_list_is_filtered_and_counts(desk, chat, person):
    assert "Ivo" in (await person.see("/?state=waiting")).text
    assert "Nothing fits" in (await person.see("/?q=nobody")).text
    assert "Nothing fits" in (await person.see("/?line=57")).text
    assert "Ivo" in (await person.see("/?q=IVO&line=42&who=12")).text
    assert "Nothing fits" in (await person.see("/?state=closed")).text


async def test_the_list_stands_in_the_order_of_the_last_words(desk, chat, person, clock):
    clock.advance(60)
    item = {"user": {"id": "u-2"}, "message": {"id": "n", "text": "Hello"}, "chat": {"id": "c-2"}}
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": [item]}
    sent = await desk.ok("imconnector.send.messages", given)
    newer = sent["DATA"]["RESULT"][0]["session"]["CHAT_ID"]
    await person.press("join", f"/?dialog={chat}", chat_id=str(chat), user_id="1")

    listed = re.findall(r'id="dialog-(\d+)"', (await person.see("/")).text)
    assert listed == [str(newer), str(chat)]


async def test_what_is_known_of_the_customer_has_its_name_in_the_readers_language(desk):
    await desk.open_shop()
    user = {"id": "u-1", "name": "Ivo", "email": "ivo@lamp.example"}
    item = {"user": user, "message": {"id": "m", "text": "Hello"}, "chat": {"id": "c-1"}}
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": [item]}
    sent = await desk.ok("imconnector.send.messages", given)
    chat = sent["DATA"]["RESULT"][0]["session"]["CHAT_ID"]

    page = (await Person(desk, "ru").see(f"/?dialog={chat}")).text
    assert "<dt>Почта</dt><dd>ivo@lamp.example</dd>" in page


async def test_a_long_transcript_comes_in_pages(open_desk):
    async with open_desk(rate_limit=False) as desk:
        await desk.open_shop()
        for number in range(1, 75):
            item = await desk.write(f"word {number}", message=f"m-{number}")
        person, chat = Person(desk), item["session"]["CHAT_ID"]

        newest = (await person.see(f"/?dialog={chat}")).text
        assert "word 74" in newest
        assert ">word 3<" not in newest
        link = unescape(re.search(r'href="([^"]+before=\d+[^"]*)"', newest)[1])
        assert ">word 3<" in (await person.see(link)).text


async def test_a_long_message_is_shown_whole_when_it_is_asked_for(desk, chat, person):
    text = "word " * 1500 + "end of the story"
    await person.press("reply", f"/?dialog={chat}", chat_id=str(chat), user_id="7", text=text)

    page = (await person.see(f"/?dialog={chat}")).text
    assert "end of the story</div>" not in page
    link = unescape(re.search(r'href="([^"]+whole=\d+)[^"]*">Show all', page)[1])
    whole = (await person.see(link)).text
    assert "end of the story</div>" in whole
    assert "Show less" in whole


async def test_extras_of_any_size_are_shown_by_their_beginning(desk, chat, person):
    await person.press("answer", f"/?dialog={chat}", chat_id=str(chat), user_id="1")
    menu = [{"TEXT": f"choice {n}", "LINK": "https://lamp.example"} for n in range(500)]
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Choose", "MENU": menu}
    await desk.ok("im.message.add", given)

    page = (await person.see(f"/?dialog={chat}")).text
    assert "choice 1" in page
    assert "choice 499" not in page
    link = unescape(re.search(r'href="([^"]+whole=\d+)[^"]*">Show all', page)[1])
    assert "choice 499" in (await person.see(link)).text


async def test_the_parts_come_afresh_only_when_something_has_changed(desk, chat, person):
    address = f"/?dialog={chat}"
    mark = re.search(r'data-mark="(\w+)"', (await person.see(address)).text)[1]

    assert (await person.see(f"{address}&live={mark}")).status_code == 204
    await desk.write("And the other one?", message="m-2")
    fresh = (await person.see(f"{address}&live={mark}")).json()

    assert "And the other one?" in fresh["parts"]["transcript"]
    assert (await person.see(f"{address}&live={fresh['mark']}")).status_code == 204


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{7*7}}{% raw %}\0"


async def test_hostile_names_and_texts_stay_text_on_every_page(desk, person):
    icon = {"DATA_IMAGE": "https://evil.example/x.svg", "COLOR": 'red"onload=alert(1)'}
    about = {"NAME": HOSTILE, "ICON": icon, "PLACEMENT_HANDLER": "javascript:alert(1)"}
    await desk.ok("imconnector.register", {"ID": SHOP, **about, "COMMENT": HOSTILE})
    await desk.ok("imconnector.activate", {"CONNECTOR": SHOP, "LINE": 42, "ACTIVE": 1})
    item = {
        "user": {"id": HOSTILE, "name": HOSTILE, "phone": HOSTILE, "url": "javascript:alert(1)"},
        "message": {"id": HOSTILE, "text": HOSTILE + "[url=javascript:alert(1)]x[/url]"},
        "chat": {"id": HOSTILE, "name": HOSTILE, "url": HOSTILE},
    }
    given = {"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": [item]}
    sent = await desk.ok("imconnector.send.messages", given)
    chat = sent["DATA"]["RESULT"][0]["session"]["CHAT_ID"]
    given = {"CONNECTOR": SHOP, "LINE": 42, "DATA": {"URL": "javascript:alert(1)", "NAME": HOSTILE}}
    await desk.ok("imconnector.connector.data.set", given)
    await desk.order("install", title=HOSTILE, redirect_uri="javascript:alert(1)")
    await desk.order("fault", kind="overload", method=HOSTILE[:50])
    await desk.order("snapshot", name=HOSTILE[:50])
    center = f"/workplace/contact-center?connector={SHOP}"

    for path in [*PAGES, f"/?dialog={chat}", center, "/workplace/traffic?show=calls&row=3"]:
        page = (await person.see(path)).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert not re.search(r'(?:href|src|action)="\s*(?:javascript|https?:)', page)
        assert "49" not in re.findall(r"&#39;`(\d+)", page)


async def test_half_a_character_in_a_name_is_shown_somehow(desk, chat, person):
    item = {
        "user": {"id": "u-1", "name": "\ud800"},
        "message": {"text": "\udfff"},
        "chat": {"id": "c-1"},
    }
    body = json.dumps({"CONNECTOR": SHOP, "LINE": 42, "MESSAGES": [item]})
    sent = {"Authorization": f"Bearer {desk.token}", "Content-Type": "application/json"}
    await desk.http.post("/rest/imconnector.send.messages", content=body, headers=sent)

    assert (await person.see(f"/?dialog={chat}")).status_code == 200
    assert (await person.see(f"/?dialog={chat}&live=x")).status_code == 200
    assert (await person.see("/workplace/traffic?show=calls&row=9")).status_code == 200


# ---- the other pages ----


async def test_pressing_connect_raises_active_only(desk, person):
    await desk.open_shop()
    await person.press("connect", "/workplace/contact-center", connector=SHOP, line="57")

    (row,) = [row for row in (await desk.state())["statuses"] if row["line"] == 57]
    assert (row["active"], row["connection"], row["register"]) == (True, False, False)


async def test_tiles_are_not_shown_until_the_installation_is_finished(desk, person):
    await desk.open_shop()
    await person.press("unfinish-install")
    hidden = (await person.see("/workplace/contact-center")).text
    await person.press("finish-install")

    assert "is not finished" in hidden
    assert "Lamp chat" not in hidden


async def test_keys_are_shown_when_they_are_asked_for(desk, person):
    secret = desk.about["client_secret"]
    closed = (await person.see("/workplace/applications")).text
    link = unescape(re.search(r'href="([^"]*reveal=[^"]*)"', closed)[1])

    assert secret not in closed
    assert secret in (await person.see(link)).text


@pytest.mark.parametrize("action", ["expire", "revoke"])
async def test_tokens_of_one_application_end(desk, person, action):
    fields = {"client_id": desk.about["client_id"], "which": "access", "action": action}
    await person.press("tokens", "/workplace/applications", **fields)

    words = {"expire": "expired_token", "revoke": "invalid_token"}
    assert (await desk.call("profile"))["error"] == words[action]


async def test_a_second_application_is_installed_and_uninstalled(desk, person):
    await person.press("install", "/workplace/applications", title="Rival", installed="Y")
    (rival,) = [app for app in (await desk.state())["apps"] if app["title"] == "Rival"]
    assert rival["installed"] is True

    await person.press("uninstall", "/workplace/applications", client_id=rival["client_id"])
    assert "Rival" not in [app["title"] for app in (await desk.state())["apps"]]


async def test_a_fault_is_ordered_hits_and_is_listed(desk, person):
    form = {"kind": "overload", "method": "profile", "count": "2", "percent": "100"}
    await person.press("fault", "/workplace/faults", **form)

    assert (await desk.call("profile"))["error"] == "OVERLOAD_LIMIT"
    assert ">profile<" in (await person.see("/workplace/faults")).text
    await person.press("clear-faults", "/workplace/faults")
    assert "error" not in await desk.call("profile")


async def test_a_fault_that_could_never_hit_is_refused(desk, person):
    form = {"kind": "overload", "method": "imconnector.nope"}
    refused = await person.press("fault", "/workplace/faults", **form)

    assert "No method or event has this name." in refused.text
    assert (await desk.order("faults"))["faults"] == []


async def test_a_fault_without_end_is_ordered_by_an_empty_number(desk, person):
    form = {"code": "NOT_ACTIVE_LINE", "kind": "html", "count": ""}
    await person.press("fault", "/workplace/faults", **form)

    (row,) = (await desk.order("faults"))["faults"]
    assert (row["kind"], row["count"]) == ("NOT_ACTIVE_LINE", None)


async def test_time_moves_by_a_button(desk, person, clock):
    before = clock.now()
    await person.press("clock", "/workplace/faults", advance=str(34 * 86_400))

    assert clock.now() - before == 34 * 86_400


async def test_a_snapshot_is_saved_and_restored(desk, chat, person):
    await person.press("snapshot", "/workplace/faults", name="before")
    await person.press("close", chat_id=str(chat))
    await person.press("restore", "/workplace/faults", name="before")

    assert (await dialog(desk, chat))["state"] == "new"


async def test_a_preset_and_the_scripted_operator_are_switched(desk, person):
    await person.press("preset", "/workplace/faults", name="enterprise")
    await person.press("auto-operator", "/workplace/faults", on="Y", delay="2,5")

    state = await desk.state()
    assert state["portal"]["plan"] == "enterprise"
    assert state["auto_operator"] == {"on": True, "delay": 2.5}


PRESSED = r'value="([a-z-]+)" aria-pressed="true"'


@pytest.mark.parametrize(
    ("choices", "named"),
    [
        ({}, ["professional"]),
        ({"rate_limit": False, "operating_limit": None}, ["unlimited"]),
        ({"offline_extended": False, "auth_connector": False}, []),
        ({"role": "user"}, ["employee"]),
        ({"role": "user", "plan": "free"}, []),
    ],
)
async def test_a_preset_is_as_now_only_when_every_switch_is(open_desk, choices, named):
    async with open_desk(**choices, auto_consent=False) as desk:
        page = (await Person(desk).see("/workplace/faults")).text

    assert re.findall(PRESSED, page) == named


class Harbour:
    """Where copies of a portal serve."""

    def __init__(self):
        self.origins = []

    async def open(self, portal):
        self.origins.append(f"http://127.0.0.1:{7000 + len(self.origins)}")
        return {"portal": self.origins[-1]}

    def close(self, origin):
        self.origins.remove(origin)
        return True

    def opened(self):
        return list(self.origins)


async def test_a_copy_of_the_portal_is_started_and_stopped(desk, person):
    page = "/workplace/faults"
    assert "Start a copy" not in (await person.see(page)).text
    desk.sandbox.house.host = Harbour()

    await person.press("fork", page)
    assert 'href="http://127.0.0.1:7000/"' in (await person.see(page)).text
    await person.press("unfork", page, portal="http://127.0.0.1:7000")
    assert "http://127.0.0.1:7000" not in (await person.see(page)).text


async def test_everything_begins_again(desk, chat, person):
    await person.press("reset", "/workplace/faults", seed="empty")

    assert "No dialogs yet" in (await person.see("/")).text


async def test_calls_can_be_seen_with_what_was_sent_and_answered(desk, person):
    await desk.call("imconnector.status", {"CONNECTOR": "lamp", "LINE": 42})
    await desk.call("no.such.method")

    page = (await person.see("/workplace/traffic?show=calls&only=errors")).text
    assert "no.such.method" in page
    assert "imconnector.status" not in page
    number = desk.sandbox.portal.calls[0]["number"]
    chosen = (await person.see(f"/workplace/traffic?show=calls&row={number}")).text
    assert "&#34;CONNECTOR&#34;: &#34;lamp&#34;" in chosen


async def test_the_queue_and_subscriptions_are_listed(desk, chat, person):
    await person.press("reply", f"/?dialog={chat}", chat_id=str(chat), user_id="7", text="Yes")

    assert "ONIMCONNECTORMESSAGEADD" in (await person.see("/workplace/traffic")).text
    bindings = (await person.see("/workplace/traffic?show=bindings")).text
    assert "ONIMCONNECTORMESSAGEADD" in bindings
    assert "ONIMCONNECTORDIALOGSTART" in (await person.see("/workplace/traffic?show=events")).text


async def test_remarks_of_the_portal_are_listed(desk, person):
    desk.sandbox.portal.remark("user.phone is no phone: it was dropped.")

    assert "it was dropped" in (await person.see("/workplace/traffic?show=remarks")).text


@pytest.mark.parametrize("tab", ["queue", "deliveries", "events", "bindings"])
async def test_why_an_application_hears_nothing_is_told_with_the_traffic(desk, person, tab):
    page = f"/workplace/traffic?show={tab}"
    assert "no event is sent to it" not in (await person.see(page)).text
    await person.press("unfinish-install")

    assert "no event is sent to it" in (await person.see(page)).text


async def test_the_labels_are_listed_and_filtered(person):
    page = (await person.see("/workplace/fidelity?q=imconnector.register")).text
    assert "imconnector.register" in page
    assert "imconnector.activate" not in page
    assert "ERROR_METHOD_NOT_FOUND" in (await person.see("/workplace/fidelity?q=nothing.such")).text


async def test_the_language_is_kept_for_the_next_page(desk, person):
    done = await person.press("language", "/workplace/faults", language="ru")
    cookie = done.cookies["workplace_language"]

    desk.http.cookies.set("workplace_language", cookie)
    page = await desk.http.get("/")
    assert '<html lang="ru">' in page.text


async def test_an_opened_page_is_told_what_the_portal_tells_it(desk, person):
    await desk.open_shop()
    about = {"NAME": "Lamp chat", "ICON": {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}}
    handler = {"PLACEMENT_HANDLER": "http://127.0.0.1:9/settings"}
    await desk.ok("imconnector.register", {"ID": SHOP, **about, **handler})

    page = await person.see(f"/workplace/open?connector={SHOP}&line=42")

    policy = page.headers["content-security-policy"]
    assert "frame-src http://127.0.0.1:9" in policy
    assert "form-action 'self' http://127.0.0.1:9;" in policy
    assert 'name="PLACEMENT" value="SETTING_CONNECTOR"' in page.text


@pytest.mark.parametrize(("user", "token_of"), [("7", "7"), ("999", "1"), ("x", "1")])
async def test_a_page_is_opened_on_behalf_of_the_chosen_employee(desk, person, user, token_of):
    await desk.open_shop()
    about = {"NAME": "Lamp chat", "ICON": {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}}
    handler = {"PLACEMENT_HANDLER": "http://127.0.0.1:9/settings"}
    await desk.ok("imconnector.register", {"ID": SHOP, **about, **handler})

    page = await person.see(f"/workplace/open?connector={SHOP}&line=42&as={user}")

    token = re.search(r'name="AUTH_ID" value="([^"]+)"', page.text)[1]
    assert (await desk.http.get(f"/rest/profile?auth={token}")).json()["result"]["ID"] == token_of


@pytest.mark.parametrize(
    "handler",
    [
        "https://acme.example/settings",
        "http://127.0.0.1:9;script-src *;x/",
        "http://user@127.0.0.1:9/",
        "http://127.0.0.1\\@evil.example/",
        "http://127.0.0.1:9%0d%0aX: y/",
        "http://[::1/",
        "http://xn--a.b/",
        "http://127.0.0.1:99999/",
    ],
)
async def test_a_page_of_elsewhere_is_not_opened_and_nothing_is_posted(desk, person, handler):
    about = {"NAME": "Lamp chat", "ICON": {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}}
    await desk.ok("imconnector.register", {"ID": SHOP, **about, "PLACEMENT_HANDLER": handler})

    page = await person.see(f"/workplace/open?connector={SHOP}&line=42")

    assert "<iframe" not in page.text
    assert "frame-src" not in page.headers["content-security-policy"]
    assert 'name="AUTH_ID"' not in page.text


@pytest.mark.parametrize(
    ("handler", "own"),
    [
        ("http://127.0.0.1:8080/x", True),
        ("http://localhost:8080/x", True),
        ("http://127.0.0.2:8080/x", True),
        ("http://127.0.0.1:9/x", False),
    ],
)
async def test_a_frame_of_this_sandbox_has_no_origin_of_its_own(desk, person, handler, own):
    about = {"NAME": "Lamp chat", "ICON": {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}}
    await desk.ok("imconnector.register", {"ID": SHOP, **about, "PLACEMENT_HANDLER": handler})

    page = (await person.see(f"/workplace/open?connector={SHOP}&line=42")).text

    assert ("allow-same-origin" not in page) == own


def test_every_act_is_named_by_some_page():
    source = "".join(path.read_text("utf-8") for path in site.FOLDER.glob("*.html"))
    written = set(re.findall(r"/workplace/act/([a-z-]+)", source))
    written |= set(re.findall(r"'([a-z]+-[a-z]+)' (?:if|else)|else '([a-z-]+)'", source)[0])
    unnamed = {name for name in acts.ACTS if name not in written and f"'{name}'" not in source}

    assert unnamed == set()
