"""The client's sign-in: what it sends, what it reads, and which failures end a sign-in."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from app.bitrix.callback import parse_pasted
from app.bitrix.errors import BitrixError, Garbled, PasteError, PortalBroken, Refused, SignedOut
from app.bitrix.oauth import OAuth, choose_server

from .canned import APPLICATION, PORTAL, SECRET, token_answer

HTML = b"<html><body>502 Bad Gateway</body></html>"


def test_the_authorise_address_carries_the_application_and_the_state_alone(client):
    address = urlsplit(client.oauth.authorize_url("https://acme.bitrix24.com/", "a/b+c&d"))

    assert (address.netloc, address.path) == ("acme.bitrix24.com", "/oauth/authorize/")
    assert parse_qs(address.query) == {"client_id": [APPLICATION], "state": ["a/b+c&d"]}


async def test_a_code_is_exchanged_with_the_documented_parameters(client, vendor):
    vendor.says("token", token_answer())

    await client.oauth.exchange("the code/+")

    (asked,) = vendor.asked
    sent = parse_qs(asked.query or asked.body.decode())
    assert asked.path == "/oauth/token/"
    assert sent == {
        "grant_type": ["authorization_code"],
        "client_id": [APPLICATION],
        "client_secret": [SECRET],
        "code": ["the code/+"],
    }


async def test_a_refresh_sends_the_refresh_token(client, vendor):
    vendor.says("token", token_answer())

    await client.oauth.refresh("refresh-1")

    sent = parse_qs(vendor.asked[0].query or vendor.asked[0].body.decode())
    assert sent["grant_type"] == ["refresh_token"]
    assert sent["refresh_token"] == ["refresh-1"]


@pytest.mark.parametrize("refusal", [(400, "invalid_request"), (404, ""), (405, "")])
async def test_a_server_that_reads_no_form_is_asked_the_documented_way(client, vendor, refusal):
    status, code = refusal
    body = {"error": code, "error_description": ""} if code else {"error": "NOT_FOUND"}
    vendor.says("token", body, status)
    vendor.says("token", token_answer())

    tokens = await client.oauth.exchange("code")

    assert tokens.access == "access-token-2-0123456789"
    assert vendor.asked[-1].verb == "GET"
    assert parse_qs(vendor.asked[-1].query)["code"] == ["code"]


async def test_every_field_of_the_answer_is_read(client, vendor):
    vendor.says("token", token_answer())

    got = await client.oauth.exchange("code")

    assert (got.access, got.refresh) == (
        "access-token-2-0123456789",
        "refresh-token-2-0123456789",
    )
    assert got.endpoint == f"{PORTAL}/rest/"
    assert got.server == PORTAL
    assert got.member_id == "0b7c4e0d5f6a4b29a1d2c3e4f5061728"
    assert got.user_id == 7
    assert got.scopes == {"crm", "im", "imopenlines", "imconnector"}
    assert got.status == "L"


@pytest.mark.parametrize(
    "changes",
    [
        {"expires": None, "expires_in": 3600},
        {"expires": None, "expires_in": "3600"},
        {"expires": "4102444800", "expires_in": "3600"},
        {"expires": None, "expires_in": None},
        {"expires": [], "expires_in": ""},
    ],
)
async def test_the_lifetime_may_be_told_in_many_ways(client, vendor, changes):
    vendor.says("token", token_answer(**changes))

    got = await client.oauth.exchange("code")

    left = (got.expires_at - datetime.now(UTC)).total_seconds()
    assert 3590 < left < 3601


@pytest.mark.parametrize(
    ("changes", "attribute", "value"),
    [
        ({"user_id": "7"}, "user_id", 7),
        ({"user_id": None}, "user_id", 0),
        ({"scope": "im imopenlines"}, "scopes", frozenset({"im", "imopenlines"})),
        ({"scope": "im, imopenlines"}, "scopes", frozenset({"im", "imopenlines"})),
        ({"scope": None}, "scopes", frozenset()),
        ({"client_endpoint": f"{PORTAL}/rest"}, "endpoint", f"{PORTAL}/rest/"),
        ({"server_endpoint": None}, "server", ""),
        ({"surprise": {"deep": []}}, "user_id", 7),
    ],
)
async def test_sloppy_fields_are_read(client, vendor, changes, attribute, value):
    vendor.says("token", token_answer(**changes))

    assert getattr(await client.oauth.exchange("code"), attribute) == value


@pytest.mark.parametrize("missing", ["access_token", "refresh_token", "client_endpoint"])
async def test_an_answer_without_the_essence_is_garbled(client, vendor, missing):
    vendor.says("token", token_answer(**{missing: None}))

    with pytest.raises(Garbled) as caught:
        await client.oauth.exchange("code")

    assert "0123456789" not in caught.value.snippet


REFUSALS = [
    ("invalid_grant", 400),
    ("bad_verification_code", 400),
    ("invalid_client", 400),
    ("invalid_client", 401),
    ("wrong_client", 200),
    ("NO_AUTH_FOUND", 401),
]


@pytest.mark.parametrize(("code", "status"), REFUSALS)
async def test_these_refusals_of_a_refresh_end_the_sign_in(client, vendor, code, status):
    vendor.says("token", {"error": code, "error_description": "Words"}, status)

    with pytest.raises(SignedOut) as caught:
        await client.oauth.refresh("refresh-1")

    assert (caught.value.code, caught.value.status) == (code, status)


@pytest.mark.parametrize(("code", "status"), [*REFUSALS, ("insufficient_scope", 403)])
async def test_a_refused_code_is_told_with_the_server_s_code(client, vendor, code, status):
    vendor.says("token", {"error": code, "error_description": "Words"}, status)

    with pytest.raises(Refused) as caught:
        await client.oauth.exchange("code")

    assert (caught.value.code, caught.value.description) == (code, "Words")


@pytest.mark.parametrize(
    ("code", "status"),
    [("PAYMENT_REQUIRED", 401), ("NOT_INSTALLED", 401), ("insufficient_scope", 403)],
)
async def test_some_refusals_of_a_refresh_keep_the_tokens(client, vendor, code, status):
    vendor.says("token", {"error": code, "error_description": ""}, status)

    with pytest.raises(Refused):
        await client.oauth.refresh("refresh-1")


@pytest.mark.parametrize(
    ("body", "status"), [(HTML, 502), (HTML, 200), (b"", 200), (b"", 500), (b"[1]", 200)]
)
async def test_an_outage_of_the_server_keeps_the_tokens(client, vendor, body, status):
    vendor.says("profile", {"error": "expired_token"}, 401)
    vendor.says("token", body, status, kind="text/html")

    with pytest.raises(BitrixError) as caught:
        await client.call("profile")

    assert isinstance(caught.value, Garbled | PortalBroken)
    assert client.saved == []
    assert client.keeper.tokens.refresh == "refresh-token-1-0123456789"


async def test_after_an_outage_the_next_call_refreshes(client, vendor):
    vendor.says("profile", {"error": "expired_token"}, 401)
    vendor.says("profile", {"error": "expired_token"}, 401)
    vendor.result("profile", {"ID": 7})
    for _ in range(2):
        vendor.says("token", HTML, 502, kind="text/html")
    vendor.says("token", token_answer())

    with pytest.raises(BitrixError):
        await client.call("profile")

    assert await client.call("profile") == {"ID": 7}


async def test_a_dead_refresh_token_signs_out_for_good(client, vendor):
    vendor.says("profile", {"error": "expired_token"}, 401)
    vendor.says("token", {"error": "invalid_grant", "error_description": ""}, 400)

    for _ in range(2):
        with pytest.raises(SignedOut):
            await client.call("profile")

    assert len(vendor.calls("token")) == 1


async def test_a_pair_of_another_portal_is_refused(client, vendor):
    vendor.says("profile", {"error": "expired_token"}, 401)
    vendor.says("token", token_answer(member_id="f" * 32))

    with pytest.raises(Refused):
        await client.call("profile")

    assert client.saved == []


async def test_an_endpoint_without_tls_is_refused(client, vendor):
    vendor.says("token", token_answer(client_endpoint="http://acme.bitrix24.com/rest/"))

    with pytest.raises(Refused):
        await client.oauth.exchange("code")


@pytest.mark.parametrize(
    "server",
    [
        "https://evil.example",
        "http://oauth.bitrix.info",
        "https://oauth.bitrix.info.evil.example",
        "https://oauth.bitrix.info@evil.example",
        "ftp://oauth.bitrix.info",
        "",
    ],
)
def test_the_secret_goes_to_known_servers_only(client, server):
    with pytest.raises(Refused):
        OAuth(client.http, server, APPLICATION, SECRET, client.records.append)


@pytest.mark.parametrize("host", ["oauth.bitrix.info", "oauth.bitrix24.tech"])
def test_both_documented_servers_are_known(client, host):
    OAuth(client.http, f"https://{host}", APPLICATION, SECRET, client.records.append)

    assert choose_server(host, "https://oauth.bitrix.info") == f"https://{host}"


def test_the_word_of_a_redirect_about_an_unknown_server_does_not_count():
    assert choose_server("evil.example", "https://oauth.bitrix.info") == "https://oauth.bitrix.info"


async def test_no_record_of_a_sign_in_holds_a_secret(client, vendor):
    vendor.says("token", {"error": "invalid_request", "error_description": "no"}, 400)
    vendor.says("token", token_answer())
    tokens = await client.oauth.exchange("the-code-of-the-redirect")

    shown = repr(client.records) + repr(tokens) + repr(client.oauth)
    for secret in (SECRET, "the-code-of-the-redirect", tokens.access, tokens.refresh):
        assert secret not in shown


REDIRECT = (
    "http://127.0.0.1:53682/callback?code=c0de-1&state=st&domain=acme.bitrix24.com"
    "&member_id=0b7c&scope=crm%2Cim%2Cimopenlines&server_domain=oauth.bitrix.info"
)


@pytest.mark.parametrize("text", [REDIRECT, f"  {REDIRECT}\n", REDIRECT.partition("?")[2]])
def test_the_pasted_address_of_the_redirect_is_read(text):
    got = parse_pasted(text, "st")

    assert (got.code, got.domain, got.server_domain) == (
        "c0de-1",
        "acme.bitrix24.com",
        "oauth.bitrix.info",
    )
    assert got.scope == {"crm", "im", "imopenlines"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("hello", "not_an_address"),
        ("https://acme.bitrix24.com/rest/1/s4ndb0xw3bh00kc0/", "webhook"),
        ("https://acme.bitrix24.com/", "no_code"),
        (REDIRECT.replace("c0de-1", ""), "no_code"),
        (REDIRECT.replace("state=st", "state=other"), "wrong_state"),
        (REDIRECT.replace("state=st", ""), "wrong_state"),
    ],
)
def test_anything_else_that_is_pasted_is_explained(text, kind):
    with pytest.raises(PasteError) as caught:
        parse_pasted(text, "st")

    assert caught.value.kind == kind


async def test_a_caller_who_learns_late_of_an_old_token_causes_no_second_refresh(client, vendor):
    vendor.says("token", token_answer())

    first = await client.keeper.renew("access-token-1-0123456789")
    late = await client.keeper.renew("access-token-1-0123456789")

    assert first == late == "access-token-2-0123456789"
    assert len(vendor.calls("token")) == 1
