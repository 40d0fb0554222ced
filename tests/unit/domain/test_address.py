"""A portal's address in every form that people paste."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.address import AddressError, holds_secret, is_webhook, parse_portal, without_secrets


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("acme.bitrix24.com", "https://acme.bitrix24.com"),
        ("https://acme.bitrix24.com", "https://acme.bitrix24.com"),
        ("https://acme.bitrix24.com/", "https://acme.bitrix24.com"),
        ("  ACME.Bitrix24.COM/\n", "https://acme.bitrix24.com"),
        ("https://acme.bitrix24.com/company/personal/user/7/?x=1#y", "https://acme.bitrix24.com"),
        ("<https://acme.bitrix24.com>", "https://acme.bitrix24.com"),
        ("«acme.bitrix24.ru»,", "https://acme.bitrix24.ru"),
        ("'acme.bitrix24.com'", "https://acme.bitrix24.com"),
        ("\u200bacme.bitrix24.com\ufeff", "https://acme.bitrix24.com"),
        ("//acme.bitrix24.com/", "https://acme.bitrix24.com"),
        ("acme.bitrix24.com.", "https://acme.bitrix24.com"),
        ("acme.bitrix24.com:8443/x", "https://acme.bitrix24.com:8443"),
        ("https://acme.bitrix24.com:443", "https://acme.bitrix24.com"),
        ("https://acme.bitrix24.com/rest/", "https://acme.bitrix24.com"),
        ("https://acme.bitrix24.com/rest/app.info.json", "https://acme.bitrix24.com"),
        ("https://портал.рф/", "https://xn--80awhdgm.xn--p1ai"),
        ("https://portal", "https://portal"),
        ("192.168.1.5", "https://192.168.1.5"),
        ("http://127.0.0.1:8460/", "http://127.0.0.1:8460"),
        ("127.0.0.1:8460", "http://127.0.0.1:8460"),
        ("localhost:8460/x", "http://localhost:8460"),
        ("https://localhost", "https://localhost"),
        ("http://[::1]:8460", "http://[::1]:8460"),
        ("[::1]:8460", "http://[::1]:8460"),
    ],
)
def test_any_pasted_form_becomes_the_origin(text: str, origin: str) -> None:
    assert parse_portal(text) == origin


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        (" \n\u200b", "empty"),
        ("https://acme.bitrix24.com/rest/7/s3cr3tc0de/", "webhook"),
        ("acme.bitrix24.com/rest/1/s3cr3tc0de/profile.json", "webhook"),
        ("https%3A%2F%2Facme.bitrix24.com%2Frest%2F7%2Fs3cr3tc0de", "webhook"),
        ("https://u:p@acme.bitrix24.com/REST/7/s3cr3tc0de", "webhook"),
        ("http://acme.bitrix24.com", "http_not_allowed"),
        ("http://192.168.1.5", "http_not_allowed"),
        ("https://ann:s3cr3t@acme.bitrix24.com", "credentials"),
        ("https://127.0.0.1@evil.example", "credentials"),
        ("acme", "not_an_address"),
        ("ann@acme.com", "not_an_address"),
        ("my portal is acme.bitrix24.com", "not_an_address"),
        ("ftp://acme.bitrix24.com", "not_an_address"),
        ("file:///etc/passwd", "not_an_address"),
        ("https://", "not_an_address"),
        ("https:///path", "not_an_address"),
        ("https://a..b", "not_an_address"),
        ("https://-a.com", "not_an_address"),
        ("https://acme.com:99999", "not_an_address"),
        ("https://acme.com:x", "not_an_address"),
        ("https://[::1", "not_an_address"),
        ("acme\\bitrix24.com", "not_an_address"),
        ("acme\u202e.com", "not_an_address"),
        ("1.2.3", "not_an_address"),
        ("http://127.0.0.1.evil.example", "http_not_allowed"),
        ("http://localhost.evil.example", "http_not_allowed"),
    ],
)
def test_what_is_no_portal_is_named_and_not_repeated(text: str, kind: str) -> None:
    with pytest.raises(AddressError) as caught:
        parse_portal(text)
    assert caught.value.kind == kind
    assert "s3cr3t" not in repr(caught.value) + str(caught.value.__dict__)
    assert caught.value.__cause__ is None


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"(https?://)?[a-z.\[\]:@/%0-9-]{1,40}"))
def test_any_text_is_an_origin_or_a_refusal_and_an_origin_stays_itself(text: str) -> None:
    try:
        origin = parse_portal(text)
    except AddressError:
        return
    assert parse_portal(origin) == origin
    assert origin.startswith(("https://", "http://127.0.0.1", "http://localhost", "http://[::1]"))
    assert not origin.endswith("/")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "https://lamp.example/handler?auth=s3cret&x=1",
            "https://lamp.example/handler?auth=•••&x=1",
        ),
        ("https://lamp.example/?a=1&app_token=s3cret", "https://lamp.example/?a=1&app_token=•••"),
        ("https://me:s3cret@lamp.example/", "https://me:•••@lamp.example/"),
        ("https://lamp.example/tokens/7?page=2", "https://lamp.example/tokens/7?page=2"),
        ("https://lamp.example/h?cookie=s3cret#top", "https://lamp.example/h?cookie=•••#top"),
        ("https://s3cret@lamp.example/", "https://•••@lamp.example/"),
        ("https://lamp.example/?sig=s3cret", "https://lamp.example/?sig=•••"),
        ("https://a.b/%72est/1/s3cret/", "https://a.b/%72est/1/•••/"),
        ("https://lamp.example/h?key=s3%26cret", "https://lamp.example/h?key=•••"),
        ("https://acme.bitrix24.com/rest/1/s3cret/", "https://acme.bitrix24.com/rest/1/•••/"),
        (
            "https://lamp.example/?to=https%3A%2F%2Fa.b%2F%3Ftoken%3Ds3cret",
            "https://lamp.example/?to=https%3A%2F%2Fa.b%2F%3Ftoken%3D•••",
        ),
        ("http://[", "http://["),
        ("", ""),
    ],
)
def test_an_address_is_shown_without_its_secrets(address, shown):
    assert without_secrets(address) == shown
    assert holds_secret(address) is ("s3" in address)
    assert not holds_secret(shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://acme.bitrix24.com/rest/1/abcdef0123456789/", True),
        ("https%3A%2F%2Facme.bitrix24.com%2Frest%2F1%2Fabcdef0123456789%2F", True),
        ("acme.bitrix24.com/REST/12/abcdef0123456789", True),
        ("https://acme.bitrix24.com/rest/imconnector.status", False),
        ("http://127.0.0.1:53682/callback?code=1&state=2", False),
        ('"https:\\/\\/acme.bitrix24.com\\/rest\\/1\\/abcdef0123456789\\/"', True),
        ("acme.bitrix24.com/rest/1/ and nothing else", False),
        ("", False),
    ],
)
def test_a_webhook_address_is_recognised(text: str, expected: bool) -> None:
    assert is_webhook(text) is expected
