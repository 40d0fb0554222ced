"""The way back from the browser, played by a real HTTP client on a real socket."""

import asyncio
import signal
import socket
import subprocess
import sys
from typing import get_args

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bitrix.callback import Callback, CallbackListener, Pages, parse_pasted
from app.bitrix.callback_pages import PageText
from app.bitrix.errors import ListenerError, PasteError, PasteKind

ANY_PORT = "http://127.0.0.1:0/callback"
GOOD = {
    "code": "c0de-0001",
    "state": "s1",
    "domain": "acme.bitrix24.com",
    "member_id": "m1",
    "scope": "crm,im",
    "server_domain": "oauth.bitrix.info",
}


@pytest.fixture
async def browser():
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


async def test_the_redirect_arrives_and_the_browser_gets_a_page(browser) -> None:
    async with CallbackListener(ANY_PORT, "s1") as listener:
        page = await browser.get(listener.redirect_uri, params=GOOD)
        callback = await listener.wait()

    assert callback == Callback(
        "c0de-0001", "acme.bitrix24.com", "m1", frozenset({"crm", "im"}), "oauth.bitrix.info"
    )
    assert "c0de" not in repr(callback)
    assert page.status_code == 200
    assert "signed in" in page.text
    assert "<script" not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


CROWDED = {**GOOD, **{f"field{number}": "x" for number in range(60)}}


@pytest.mark.parametrize(
    "query", [{**GOOD, "state": "s2"}, {"code": "x"}, {"state": "s1"}, {}, CROWDED], ids=len
)
async def test_a_foreign_redirect_is_refused_with_a_page_and_the_right_one_still_counts(
    browser, query
) -> None:
    async with CallbackListener(ANY_PORT, "s1") as listener:
        page = await browser.get(listener.redirect_uri, params=query)
        assert page.status_code == 400
        assert "Go back to the console" in page.text

        assert (await browser.get(listener.redirect_uri, params=GOOD)).status_code == 200
        assert (await listener.wait()).code == "c0de-0001"


async def test_only_the_first_redirect_counts(browser) -> None:
    async with CallbackListener(ANY_PORT, "s1") as listener:
        await browser.get(listener.redirect_uri, params=GOOD)
        second = await browser.get(listener.redirect_uri, params={**GOOD, "code": "replayed"})

        assert second.status_code == 410
        assert (await listener.wait()).code == "c0de-0001"


async def test_other_paths_verbs_and_host_names_find_nothing(browser) -> None:
    async with CallbackListener(ANY_PORT, "s1") as listener:
        origin = listener.redirect_uri.removesuffix("/callback")
        favicon = await browser.get(f"{origin}/favicon.ico")
        posted = await browser.post(listener.redirect_uri, data=GOOD)
        rebound = await browser.get(
            listener.redirect_uri, params=GOOD, headers={"Host": "evil.example"}
        )
        statuses = (favicon.status_code, posted.status_code, rebound.status_code)
        assert statuses == (404, 405, 421)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(listener.wait(), 0.01)


async def test_the_words_of_the_pages_can_be_translated_and_are_escaped(browser) -> None:
    pages = Pages(done=PageText("Готово <b>", "Вернитесь в консоль & всё", "ru"))
    async with CallbackListener(ANY_PORT, "s1", pages) as listener:
        page = await browser.get(listener.redirect_uri, params=GOOD)
    assert '<html lang="ru">' in page.text
    assert "Готово &lt;b&gt;" in page.text


async def test_a_taken_port_is_told_and_not_shared() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        uri = f"http://127.0.0.1:{taken.getsockname()[1]}/callback"
        with pytest.raises(ListenerError) as caught:
            await CallbackListener(uri, "s1").open()
    assert caught.value.kind == "busy"


@pytest.mark.parametrize(
    "uri",
    [
        "http://192.168.0.1:5000/callback",
        "http://0.0.0.0:5000/callback",
        "https://127.0.0.1:5000/callback",
        "http://acme.example/callback",
        "http://127.0.0.1:99999/callback",
        "http://127.0.0.1:port/callback",
        "http://[",
        "",
    ],
)
async def test_nothing_but_this_machine_is_listened_on(uri: str) -> None:
    with pytest.raises(ListenerError) as caught:
        await CallbackListener(uri, "s1").open()
    assert caught.value.kind == "not_loopback"


async def test_the_port_is_free_again_afterwards_and_can_be_closed_twice() -> None:
    listener = CallbackListener(ANY_PORT, "s1")
    await listener.open()
    uri = listener.redirect_uri
    await listener.close()
    await listener.close()
    async with CallbackListener(uri, "s2") as again:
        assert again.redirect_uri == uri


async def test_opening_waiting_and_closing_may_happen_in_different_tasks(browser) -> None:
    listener = CallbackListener(ANY_PORT, "s1")
    async with asyncio.TaskGroup() as group:
        await group.create_task(listener.open())
        waiting = group.create_task(listener.wait())
        await group.create_task(browser.get(listener.redirect_uri, params=GOOD))
        assert (await waiting).code == "c0de-0001"
        await group.create_task(listener.close())


async def test_no_signal_handler_is_touched(browser) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    async with CallbackListener(ANY_PORT, "s1") as listener:
        await browser.get(listener.redirect_uri, params=GOOD)
        during = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    assert before == during


def test_the_web_server_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, app.bitrix.callback as _; print(*({'uvicorn', 'starlette'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


QUERY = "code=c0de-0001&state=s1&domain=acme.bitrix24.com&member_id=m1"


@pytest.mark.parametrize(
    "text",
    [
        f"http://127.0.0.1:53682/callback?{QUERY}",
        f"  <http://127.0.0.1:53682/callback?{QUERY}>\n",
        f"https://acme.example/done#{QUERY}",
        f"?{QUERY}",
        QUERY,
        f"127.0.0.1:53682/callback?{QUERY}",
        "http://127.0.0.1:53682/callback?code=c0de-0001&sta\n te=s1&domain=acme.bitrix24.com",
    ],
)
def test_a_pasted_address_is_understood_whole_or_in_part(text: str) -> None:
    callback = parse_pasted(text, "s1")
    assert (callback.code, callback.domain) == ("c0de-0001", "acme.bitrix24.com")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("hello", "not_an_address"),
        ("http://[bad", "not_an_address"),
        ("https://acme.bitrix24.com/", "no_code"),
        ("http://127.0.0.1:53682/callback?state=s1", "no_code"),
        ("http://127.0.0.1:53682/callback?code=&state=s1", "no_code"),
        ("http://127.0.0.1:53682/callback?code=x&state=s2", "wrong_state"),
        ("http://127.0.0.1:53682/callback?code=x", "wrong_state"),
        ("http://127.0.0.1:53682/callback?code=x&state=\ud800", "wrong_state"),
        ("http://127.0.0.1:53682/callback?" + "a=b&" * 60 + "code=x&state=s1", "not_an_address"),
        ("https://acme.bitrix24.com/rest/7/a1b2c3d4e5f6/", "webhook"),
        ("https://acme.bitrix24.com/rest/7/a1b2c3d4e5f6/profile.json?code=x&state=s1", "webhook"),
    ],
)
def test_a_wrong_paste_is_named_and_never_repeated(text: str, kind: str) -> None:
    with pytest.raises(PasteError) as caught:
        parse_pasted(text, "s1")
    assert caught.value.kind == kind
    assert caught.value.kind in get_args(PasteKind)
    assert "a1b2c3" not in repr(caught.value)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_pasted_text_is_either_understood_or_refused(text: str) -> None:
    try:
        parse_pasted(text, "s1")
    except PasteError as error:
        assert error.kind in get_args(PasteKind)


async def test_it_works_in_the_windows_own_loop(qtbot, until) -> None:
    async with (
        httpx.AsyncClient(trust_env=False) as browser,
        CallbackListener(ANY_PORT, "s1") as listener,
    ):
        page = await browser.get(listener.redirect_uri, params=GOOD)
        assert (await listener.wait()).code == "c0de-0001"
    assert page.status_code == 200
