"""The consent page and the doors around it."""

import re

import pytest

from app.sandbox.http.server import Options, create


def nonce_of(page: str) -> str:
    return re.search(r'name="nonce" value="([^"]+)"', page)[1]


async def open_page(desk) -> str:
    params = {"client_id": desk.about["client_id"], "state": "my-state"}
    page = await desk.http.get("/oauth/authorize/", params=params)
    assert page.status_code == 200
    assert "Лавка света / Lamp &amp; Co" in page.text
    return nonce_of(page.text)


async def test_allow_sends_the_browser_back_with_a_code(open_desk):
    async with open_desk(auto_consent=False) as desk:
        form = {"nonce": await open_page(desk), "decision": "allow", "user_id": "7"}
        sent = await desk.http.post("/oauth/authorize/", data=form)

    assert sent.status_code == 302
    assert sent.headers["location"].startswith("http://127.0.0.1:53682/callback?code=")
    assert "state=my-state" in sent.headers["location"]


async def test_the_person_who_is_chosen_signs_in(open_desk):
    async with open_desk(auto_consent=False) as desk:
        form = {"nonce": await open_page(desk), "decision": "allow", "user_id": "7"}
        sent = await desk.http.post("/oauth/authorize/", data=form)
        code = re.search("code=([0-9a-f]+)", sent.headers["location"])[1]
        grant = await desk.ask_tokens(grant_type="authorization_code", code=code)

    assert grant["user_id"] == 7


async def test_deny_keeps_the_browser_on_the_portal(open_desk):
    async with open_desk(auto_consent=False) as desk:
        form = {"nonce": await open_page(desk), "decision": "deny"}
        sent = await desk.http.post("/oauth/authorize/", data=form)

    assert sent.status_code == 200
    assert "location" not in sent.headers


async def test_a_page_can_be_answered_once(open_desk):
    async with open_desk(auto_consent=False) as desk:
        form = {"nonce": await open_page(desk), "decision": "allow"}
        await desk.http.post("/oauth/authorize/", data=form)
        again = await desk.http.post("/oauth/authorize/", data=form)

    assert again.status_code == 403


@pytest.mark.parametrize("nonce", ["", "guess"])
async def test_an_answer_without_our_page_is_refused(open_desk, nonce):
    async with open_desk(auto_consent=False) as desk:
        form = {"nonce": nonce, "decision": "allow", "client_id": desk.about["client_id"]}
        sent = await desk.http.post("/oauth/authorize/", data=form)

    assert sent.status_code == 403
    assert "location" not in sent.headers


async def test_an_answer_from_another_web_page_is_refused(open_desk):
    async with open_desk(auto_consent=False) as desk:
        form = {"nonce": await open_page(desk), "decision": "allow"}
        headers = {"Origin": "https://evil.example"}
        sent = await desk.http.post("/oauth/authorize/", data=form, headers=headers)

    assert sent.status_code == 403


async def test_a_state_full_of_markup_does_no_harm(open_desk):
    async with open_desk(auto_consent=False) as desk:
        params = {"client_id": desk.about["client_id"], "state": '"><script>alert(1)</script>'}
        page = await desk.http.get("/oauth/authorize/", params=params)

    assert "<script" not in page.text


async def test_a_rotated_refresh_token_lives_on_for_the_grace_that_was_set(open_desk, clock):
    async with open_desk(refresh_grace=10) as desk:
        old = (await desk.sign_in())["refresh_token"]
        await desk.ask_tokens(grant_type="refresh_token", refresh_token=old)
        within = await desk.ask_tokens(grant_type="refresh_token", refresh_token=old)
        clock.advance(11)
        after = await desk.ask_tokens(grant_type="refresh_token", refresh_token=old)

    assert within["access_token"]
    assert after["error"] == "invalid_grant"


def test_no_secret_is_shown_by_the_records(desk):
    portal = desk.sandbox.portal
    shown = f"{portal.app!r} {portal.webhook!r}"

    assert desk.about["client_secret"] not in shown
    assert portal.webhook.code not in shown


def test_each_random_seed_has_a_webhook_of_its_own():
    codes = [create(Options(random_seed=seed)).portal.webhook.code for seed in (1, 1, 2)]

    assert codes[0] == codes[1] != codes[2]
