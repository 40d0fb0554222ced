"""Signing in: the browser's round trip, the code, the two grants and every refusal."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from .browser import Browser, Forms
from .kit import ORIGIN, answer_of, open_portal, query_of

REDIRECT = "http://127.0.0.1:53999/back"


@pytest.fixture
async def stranger():
    """A portal whose person is asked for consent and whose application has no token yet."""
    async with open_portal(signed_in=False, auto_consent=False, redirect_uri=REDIRECT) as opened:
        yield opened


def authorize_address(portal):
    return portal.details["portal"] + "/oauth/authorize/"


def asked_by(portal, **more):
    return {"client_id": portal.details["client_id"], "state": "a/b+c&d", **more}


async def test_allow_on_the_consent_page_leads_to_the_address_of_the_application_card(stranger):
    browser = Browser(stranger.http)
    page = await browser.open(authorize_address(stranger), asked_by(stranger))

    assert page.status_code == 200
    assert "text/html" in page.headers["content-type"]
    end = (await browser.press(page, "allow")).headers["location"]
    assert end.startswith(REDIRECT + "?")


async def test_the_redirect_carries_code_state_portal_member_scopes_and_server(stranger):
    got = await stranger.redirected(state="a/b+c&d")

    assert got["code"]
    assert got["state"] == "a/b+c&d"
    assert got["domain"] == urlsplit(ORIGIN).netloc
    assert re.fullmatch("[0-9a-f]{32}", got["member_id"])
    assert {"im", "imopenlines", "imconnector"} <= set(got["scope"].split(","))
    assert got["server_domain"] == urlsplit(stranger.details["oauth"]).netloc


async def test_the_redirect_repeats_no_parameter(stranger):
    end = await Browser(stranger.http).consent(authorize_address(stranger), asked_by(stranger))

    assert all(len(values) == 1 for values in parse_qs(urlsplit(end).query).values())


async def test_auto_consent_redirects_at_once():
    async with open_portal(signed_in=False, redirect_uri=REDIRECT) as portal:
        page = await portal.http.get(authorize_address(portal), params=asked_by(portal))

    assert page.is_redirect
    assert page.headers["location"].startswith(REDIRECT + "?")


async def test_declining_shows_a_page_and_redirects_nowhere(stranger):
    browser = Browser(stranger.http)
    page = await browser.open(authorize_address(stranger), asked_by(stranger))

    page = await browser.press(page, "deny")

    assert not page.is_redirect
    assert "text/html" in page.headers["content-type"]


async def test_an_unknown_application_gets_an_error_page_and_no_redirect(stranger):
    asked = {"client_id": "local.nobody", "state": "s"}
    page = await stranger.http.get(authorize_address(stranger), params=asked)

    assert not page.is_redirect
    assert page.status_code in {200, 400, 404}


async def test_a_redirect_address_in_the_request_is_ignored(stranger):
    asked = asked_by(stranger, redirect_uri="https://evil.example/", response_type="code")
    end = await Browser(stranger.http).consent(authorize_address(stranger), asked)

    assert end.startswith(REDIRECT + "?")


async def test_state_is_not_required(stranger):
    asked = {"client_id": stranger.details["client_id"]}
    end = await Browser(stranger.http).consent(authorize_address(stranger), asked)

    assert query_of(end)["code"]


async def test_a_consent_form_works_once(stranger):
    browser = Browser(stranger.http)
    page = await browser.open(authorize_address(stranger), asked_by(stranger))
    await browser.press(page, "allow")

    again = await browser.press(page, "allow")

    assert not again.is_redirect


async def test_a_consent_without_the_page_s_own_secret_is_refused(stranger):
    page = await Browser(stranger.http).open(authorize_address(stranger), asked_by(stranger))
    form = next(f for f in Forms(page.text).found if f.buttons)
    forged = dict.fromkeys(form.fields, "guess") | form.buttons[0].sends

    answer = await stranger.http.post(authorize_address(stranger), data=forged)

    assert not answer.is_redirect


async def test_markup_in_state_stays_text_on_the_consent_page(stranger):
    asked = asked_by(stranger) | {"state": '"><script>alert(1)</script>'}
    page = await Browser(stranger.http).open(authorize_address(stranger), asked)

    assert "<script>alert" not in page.text


@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_a_code_buys_tokens_over_get_and_post(stranger, verb):
    code = (await stranger.redirected())["code"]

    got = await stranger.exchange(code, verb)

    assert got.status == 200
    assert got.body["access_token"] != got.body["refresh_token"]


async def test_the_token_answer_has_every_documented_field(stranger):
    redirect = await stranger.redirected()
    got = (await stranger.exchange(redirect["code"])).body

    assert got["domain"] == urlsplit(stranger.details["oauth"]).netloc
    assert got["server_endpoint"] == stranger.details["oauth"] + "/rest/"
    assert got["client_endpoint"] == stranger.rest
    assert got["member_id"] == redirect["member_id"]
    assert got["scope"] == redirect["scope"]
    assert got["status"] == "L"
    assert got["expires_in"] == 3600
    assert got["expires"] == int(stranger.sandbox.portal.clock.now()) + 3600
    assert isinstance(got["user_id"], int)
    assert isinstance(got["expires"], int)


async def test_the_token_address_works_without_its_last_slash(stranger):
    code = (await stranger.redirected())["code"]
    params = {"grant_type": "authorization_code", "code": code, **stranger.keys}

    got = await stranger.http.get(stranger.details["oauth"] + "/oauth/token", params=params)

    assert answer_of(got).body["access_token"]


async def test_token_lifetime_is_the_switch_s():
    async with open_portal(access_lifetime=60) as portal:
        assert portal.tokens["expires_in"] == 60
        await portal.ok("profile")
        await portal.advance(61)
        assert (await portal.call("profile")).refusal == (401, "expired_token")


async def test_the_portal_hands_out_tokens_of_the_authorising_user(portal):
    assert int((await portal.ok("profile"))["ID"]) == portal.tokens["user_id"]


async def test_a_code_is_taken_once(stranger):
    code = (await stranger.redirected())["code"]
    await stranger.exchange(code)

    assert (await stranger.exchange(code)).refusal == (400, "invalid_grant")


@pytest.mark.parametrize(("age", "refusal"), [(28, None), (31, (400, "invalid_grant"))])
async def test_a_code_lives_thirty_seconds(stranger, age, refusal):
    code = (await stranger.redirected())["code"]
    await stranger.advance(age)

    got = await stranger.exchange(code)

    assert (got.refusal if "error" in got.body else None) == refusal


async def test_two_sign_ins_give_two_working_token_pairs(portal):
    first = portal.tokens
    await portal.sign_in()
    await portal.ok("profile")

    portal.tokens = first
    await portal.ok("profile")


@pytest.mark.parametrize("verb", ["GET", "POST"])
async def test_a_refresh_gives_the_whole_answer_again_with_both_tokens_new(portal, verb):
    old = portal.tokens

    new = (await portal.refresh(old["refresh_token"], verb)).body

    assert set(new) >= set(old)
    assert new["access_token"] != old["access_token"]
    assert new["refresh_token"] != old["refresh_token"]
    assert new["member_id"] == old["member_id"]
    assert new["user_id"] == old["user_id"]


async def test_the_old_refresh_token_is_dead_after_a_refresh(portal):
    old = portal.tokens["refresh_token"]
    new = (await portal.refresh(old)).body["refresh_token"]

    assert (await portal.refresh(old)).refusal == (400, "invalid_grant")
    assert (await portal.refresh(new)).status == 200


async def test_the_old_access_token_lives_on_until_its_own_expiry(portal):
    await portal.refresh(portal.tokens["refresh_token"])

    await portal.ok("profile")
    await portal.advance(3601)
    assert (await portal.call("profile")).refusal == (401, "expired_token")


async def test_the_access_token_lives_an_hour_and_a_refreshed_one_works_after_it(portal):
    await portal.advance(3590)
    await portal.ok("profile")
    await portal.advance(20)
    assert (await portal.call("profile")).refusal == (401, "expired_token")

    portal.tokens = (await portal.refresh(portal.tokens["refresh_token"])).body
    await portal.ok("profile")


@pytest.mark.parametrize(("days", "refusal"), [(179, None), (181, (400, "invalid_grant"))])
async def test_a_refresh_token_lives_180_days(portal, days, refusal):
    await portal.advance(days * 86_400)

    got = await portal.refresh(portal.tokens["refresh_token"])

    assert (got.refusal if "error" in got.body else None) == refusal


async def grants(portal):
    return {
        "authorization_code": {"code": (await portal.redirected())["code"]},
        "refresh_token": {"refresh_token": portal.tokens["refresh_token"]},
    }


@pytest.mark.parametrize("grant", ["authorization_code", "refresh_token"])
@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({"client_id": "local.nobody"}, {"invalid_client"}),
        ({"client_secret": "wrong"}, {"invalid_client"}),
        ({"client_id": None}, {"invalid_client", "invalid_request"}),
        ({"client_secret": None}, {"invalid_client", "invalid_request"}),
        ({"grant_type": None}, {"invalid_request"}),
        ({"grant_type": "password"}, {"invalid_request"}),
    ],
)
async def test_a_token_request_with_wrong_keys_is_refused(portal, grant, changed, codes):
    secret = (await grants(portal))[grant]
    given = {"grant_type": grant, **portal.keys, **secret, **changed}

    got = await portal.token(**{k: v for k, v in given.items() if v is not None})

    assert got.status == 400
    assert got.body["error"] in codes
    assert got.text


@pytest.mark.parametrize("grant", ["authorization_code", "refresh_token"])
async def test_a_wrong_secret_costs_neither_the_code_nor_the_refresh_token(portal, grant):
    secret = (await grants(portal))[grant]
    await portal.token(grant_type=grant, **secret, **{**portal.keys, "client_secret": "wrong"})

    assert (await portal.token(grant_type=grant, **secret, **portal.keys)).status == 200


@pytest.mark.parametrize(
    ("grant", "name"), [("authorization_code", "code"), ("refresh_token", "refresh_token")]
)
async def test_a_grant_without_its_secret_names_the_missing_parameter(portal, grant, name):
    got = await portal.token(grant_type=grant, **portal.keys)

    assert got.refusal == (400, "invalid_request")
    assert name in got.text


@pytest.mark.parametrize(
    ("grant", "name"), [("authorization_code", "code"), ("refresh_token", "refresh_token")]
)
async def test_an_unknown_code_or_refresh_token_is_an_invalid_grant(portal, grant, name):
    got = await portal.token(grant_type=grant, **{name: "0123456789abcdef"}, **portal.keys)

    assert got.refusal == (400, "invalid_grant")


async def test_a_code_is_no_refresh_token_and_an_access_token_neither(portal):
    code = (await portal.redirected())["code"]

    assert (await portal.refresh(code)).refusal == (400, "invalid_grant")
    got = await portal.refresh(portal.tokens["access_token"])
    assert got.refusal == (400, "invalid_grant")


@pytest.mark.parametrize(
    ("action", "which", "rest", "refresh"),
    [
        ("expire", "access", "expired_token", None),
        ("revoke", "access", "invalid_token", None),
        ("expire", "refresh", None, "invalid_grant"),
        ("revoke", "refresh", None, "invalid_grant"),
        ("expire", "all", "expired_token", "invalid_grant"),
        ("revoke", "all", "invalid_token", "invalid_grant"),
    ],
)
async def test_tokens_end_when_the_vendor_ends_them(portal, action, which, rest, refresh):
    await portal.control("tokens", action=action, which=which)

    called = await portal.call("profile")
    refreshed = await portal.refresh(portal.tokens["refresh_token"])

    assert (called.refusal if rest else called.status) == ((401, rest) if rest else 200)
    assert (refreshed.refusal if refresh else refreshed.status) == (
        (400, refresh) if refresh else 200
    )


async def test_a_new_sign_in_works_after_everything_was_revoked(portal):
    await portal.control("tokens", action="revoke", which="all")

    await portal.sign_in()

    await portal.ok("profile")


async def test_the_authorisation_server_can_be_down(portal):
    await portal.control("fault", kind="html", method="oauth/token", count=1)
    params = {"grant_type": "refresh_token", "refresh_token": portal.tokens["refresh_token"]}
    address = portal.details["oauth"] + "/oauth/token/"

    down = await portal.http.get(address, params={**params, **portal.keys})
    up = await portal.http.get(address, params={**params, **portal.keys})

    assert "text/html" in down.headers["content-type"]
    assert up.json()["access_token"]


async def test_what_the_portal_prints_for_the_console_is_complete(portal):
    assert set(portal.details) >= {
        "portal",
        "rest",
        "oauth",
        "control",
        "client_id",
        "client_secret",
        "redirect_uri",
        "webhook",
    }
    assert portal.details["portal"] == portal.details["oauth"] == ORIGIN
    assert portal.details["rest"] == ORIGIN + "/rest/"
    assert portal.details["control"] == ORIGIN + "/sandbox/"
    assert portal.details["client_id"].startswith("local.")
