"""Whatever form a sign-in is pasted in, it is sorted, doubted where it must be, and never shown."""

import json
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.credentials import CredentialsError, Doubt, Form
from app.services.credentials import LONGEST, read_credentials

NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
LATER, EARLIER = int(NOW.timestamp()) + 1800, int(NOW.timestamp()) - 60
ACCESS, REFRESH = "9f2c66b7" * 8, "51aa8d0e" * 8
APPLICATION_TOKEN, APP_SID, SECRET = "c0ffee00" * 4, "5eed5eed" * 4, "Sx" * 25
MEMBER = "0b7c4e0d5f6a4b29a1d2c3e4f5061728"
CLIENT = "local.65a1b2c3d4e5f6.12345678"
SECRETS = (ACCESS, REFRESH, APPLICATION_TOKEN, APP_SID, SECRET)

AUTH = {
    "access_token": ACCESS,
    "refresh_token": REFRESH,
    "expires": str(LATER),
    "expires_in": "3600",
    "scope": "imopenlines,im",
    "domain": "acme.bitrix24.com",
    "server_endpoint": "https://oauth.bitrix.info/rest/",
    "client_endpoint": "https://acme.bitrix24.com/rest/",
    "member_id": MEMBER,
    "user_id": "7",
    "application_token": APPLICATION_TOKEN,
}
INSTALL = urlencode(
    {"event": "ONAPPINSTALL", "ts": str(EARLIER)} | {f"auth[{k}]": v for k, v in AUTH.items()}
)
FRAME_QUERY = urlencode(
    {"DOMAIN": "acme.bitrix24.com", "PROTOCOL": "1", "LANG": "en", "APP_SID": APP_SID}
)
FRAME_BODY = urlencode(
    {"AUTH_ID": ACCESS, "AUTH_EXPIRES": "3600", "REFRESH_ID": REFRESH, "member_id": MEMBER,
     "SERVER_ENDPOINT": "https://oauth.bitrix.info/rest/", "status": "L", "PLACEMENT": "DEFAULT"}
)  # fmt: skip
EVENT = json.dumps({
    "event": "ONIMCONNECTORMESSAGEADD",
    "data": {"CONNECTOR": "acme", "MESSAGES": [{"message": {"text": "domain=evil.example"}}]},
    "ts": str(EARLIER),
    "auth": {k: v for k, v in AUTH.items() if k != "refresh_token"},
})  # fmt: skip
TOKENS = json.dumps({
    **{k: AUTH[k] for k in ("access_token", "refresh_token", "client_endpoint", "member_id")},
    "expires": LATER, "expires_in": 3600, "scope": "crm,im", "domain": "oauth.bitrix.info",
    "server_endpoint": "https://oauth.bitrix.info/rest/", "status": "L", "user_id": 7,
})  # fmt: skip
DUMP = f"""Array
(
    [AUTH_ID] => {ACCESS}
    [REFRESH_ID] => {REFRESH}
    [DOMAIN] => acme.bitrix24.com
    [member_id] => {MEMBER}
)"""
RAW = f"POST /install.php?{FRAME_QUERY} HTTP/1.1\r\nHost: app.example\r\n\r\n{FRAME_BODY}"


@pytest.mark.parametrize(
    ("pasted", "form"),
    [
        (INSTALL, Form.INSTALL),
        (RAW, Form.FRAME),
        (DUMP, Form.FRAME),
        (f"{FRAME_QUERY}&{FRAME_BODY}", Form.FRAME),
        (TOKENS, Form.TOKENS),
        (f"curl -H 'Content-Type: application/json' -d '{TOKENS}'", Form.TOKENS),
        (json.dumps({"event": "ONAPPINSTALL", "auth": AUTH}), Form.INSTALL),
    ],
    ids=["install", "raw request", "php dump", "frame", "tokens", "curl", "install json"],
)
def test_a_pair_of_tokens_and_its_portal_are_found_in_every_form(pasted, form):
    found = read_credentials(pasted, NOW)

    assert (found.access, found.refresh) == (ACCESS, REFRESH)
    assert (found.portal, found.member_id) == ("https://acme.bitrix24.com", MEMBER)
    assert found.endpoint == "https://acme.bitrix24.com/rest/"
    assert found.form is form


def test_an_event_brings_an_access_token_without_a_way_to_renew_it():
    found = read_credentials(EVENT, NOW)

    assert (found.form, found.access, found.refresh) == (Form.EVENT, ACCESS, "")
    assert found.portal == "https://acme.bitrix24.com"
    assert Doubt.NO_REFRESH in found.doubts
    assert Doubt.APPLICATION_TOKEN in found.doubts


def test_the_auth_block_counts_and_not_what_a_customer_wrote_beside_it():
    written = {"access_token": "0" * 40, "domain": "evil.example", "member_id": "e" * 32}

    found = read_credentials(json.dumps({"data": {"text": written}, "auth": AUTH}), NOW)

    assert (found.access, found.member_id) == (ACCESS, MEMBER)
    assert found.portal == "https://acme.bitrix24.com"


@pytest.mark.parametrize(
    "pasted",
    [
        f"CLIENT_ID={CLIENT}\nCLIENT_SECRET={SECRET}\n",
        f'export B24_CLIENT_ID="{CLIENT}"\nexport B24_CLIENT_SECRET="{SECRET}"',
        f"define('C_REST_CLIENT_ID','{CLIENT}');\ndefine('C_REST_CLIENT_SECRET', '{SECRET}');",
        f"return ['client_id' => '{CLIENT}', 'client_secret' => '{SECRET}'];",
        json.dumps({"bitrix": {"clientId": CLIENT, "clientSecret": SECRET}}),
        f"client_id: {CLIENT}\nclient_secret: {SECRET}",
        f"{CLIENT}\n{SECRET}",
    ],
    ids=["env", "export", "define", "php", "json", "yaml", "card"],
)
def test_the_keys_of_an_application_are_found_in_settings(pasted):
    found = read_credentials(pasted, NOW)

    assert (found.form, found.client_id, found.client_secret) == (Form.KEYS, CLIENT, SECRET)


@pytest.mark.parametrize(
    ("pasted", "kind"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("hello", "nothing"),
        ("x" * (LONGEST + 1), "too_long"),
        ("https://acme.bitrix24.com/rest/1/abcdef123456/", "webhook"),
        (quote("https://acme.bitrix24.com/rest/1/abcdef123456/", safe=""), "webhook"),
        ("http://127.0.0.1:53682/callback?code=1234&state=abc&domain=a.example", "redirect"),
        (f"application_token={APPLICATION_TOKEN}", "application_token"),
        (f"https://app.example/?{FRAME_QUERY}", "app_sid"),
        (json.dumps({"event": "ONAPPUNINSTALL", "auth": {"member_id": MEMBER}}), "uninstall"),
        ("[" * 5000, "nothing"),
    ],
)
def test_what_is_no_sign_in_is_refused_for_what_it_is(pasted, kind):
    with pytest.raises(CredentialsError) as refusal:
        read_credentials(pasted, NOW)

    assert refusal.value.kind == kind


def test_the_server_in_the_domain_is_not_taken_for_the_portal():
    only = {"access_token": ACCESS, "domain": "oauth.bitrix.info", "member_id": MEMBER}

    found = read_credentials(json.dumps(only), NOW)

    assert found.portal == ""
    assert {Doubt.DOMAIN_IS_SERVER, Doubt.NO_PORTAL} <= set(found.doubts)


@pytest.mark.parametrize(
    ("more", "seconds"),
    [
        ({"expires": LATER}, 1800),
        ({"expires": EARLIER}, -60),
        ({"expires_in": 3600}, 3600),
        ({"expires_in": 3600, "ts": EARLIER}, 3540),
        ({"expires_in": 30, "ts": EARLIER}, -30),
        ({}, None),
    ],
)
def test_an_access_token_that_has_run_out_is_told(more, seconds):
    found = read_credentials(json.dumps({"access_token": ACCESS, **more}), NOW)

    assert found.seconds == seconds
    assert (Doubt.EXPIRED in found.doubts) is (seconds is not None and seconds <= 0)


def test_a_webhook_beside_good_keys_is_left_out_and_told():
    text = f"CLIENT_ID={CLIENT}\nCLIENT_SECRET={SECRET}\nHOOK=https://a.example/rest/1/abcdef12/"

    found = read_credentials(text, NOW)

    assert found.client_id == CLIENT
    assert found.doubts == (Doubt.WEBHOOK,)


def test_a_pair_that_cannot_be_proved_needs_its_member_id():
    found = read_credentials(json.dumps({"access_token": ACCESS, "refresh_token": REFRESH}), NOW)

    assert {Doubt.NO_MEMBER, Doubt.NO_PORTAL, Doubt.NO_SECRET} <= set(found.doubts)


@pytest.mark.parametrize("pasted", [INSTALL, RAW, EVENT, TOKENS, DUMP])
def test_no_secret_is_in_a_representation(pasted):
    shown = repr(read_credentials(pasted, NOW))

    assert [secret for secret in SECRETS if secret in shown] == []


@given(st.text(max_size=400))
@example("{" * 300)
@example("client_id=")
@example("https://[::1")
def test_any_text_is_read_or_refused_and_never_repeated(text):
    try:
        found = read_credentials(text, NOW)
    except CredentialsError as refusal:
        assert str(refusal) == refusal.kind
    else:
        assert found.access or found.refresh or found.client_id or found.client_secret


WORD = st.text("abcdef0123456789", min_size=20, max_size=70)


@given(st.permutations(sorted(AUTH)), WORD, WORD, st.booleans())
def test_the_order_of_fields_and_the_noise_around_them_change_nothing(order, one, two, wrapped):
    auth = {**AUTH, "access_token": one, "refresh_token": two}
    body = urlencode({f"auth[{name}]": auth[name] for name in order})
    text = f"noise before\n{body}\nnoise after" if wrapped else body

    found = read_credentials(text, NOW)

    assert (found.access, found.refresh, found.member_id) == (one, two, MEMBER)
