"""Planted secrets in every place and encoding where a call can carry them."""

import base64
import json
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.bitrix.redact import MASK, redact
from tests.helpers.canaries import CANARIES, SHAPES, leaks

CANARY = "cAnArY7f3e2b/+=91"
NAMED = [
    "access_token",
    "refresh_token",
    "client_secret",
    "application_token",
    "AUTH_ID",
    "REFRESH_ID",
    "APP_SID",
    "auth",
    "botToken",
    "password",
]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize(
    "plant",
    [
        lambda n, c: {n: c},
        lambda n, c: {n.upper(): c},
        lambda n, c: {"a": [{"b": {n: c}}]},
        lambda n, c: json.dumps({n: c}),
        lambda n, c: json.dumps({"body": json.dumps({n: c})}),
        lambda n, c: json.dumps({"body": json.dumps({"in": json.dumps({n: c})})}),
        lambda n, c: f"https://acme.bitrix24.com/x?{urlencode({n: c, 'z': 1})}",
        lambda n, c: f"a=1&{urlencode({n: c})}",
        lambda n, c: f"a=1&{quote(n, safe='')}={c.replace('&', '')}",
        lambda n, c: f"auth[{n}]={quote(c, safe='')}&event=X",
        lambda n, c: f"auth%5B{n}%5D={quote(c, safe='')}&event=X",
        lambda n, c: quote(f"https://a.b/?x=1&{n}={quote(c, safe='')}", safe=""),
        lambda n, c: f"error near {{'{n}': '{c}'}} in line 1",
        lambda n, c: f'log: "{n}" => "{c}"',
        lambda n, c: f'<script>var x = {{"{n}":"{c}"}}</script>',
    ],
)
def test_a_value_under_a_secrets_name_is_removed_wherever_it_stands(name, plant) -> None:
    seen = redact(plant(name, CANARY))
    assert MASK in seen
    for spelling in (CANARY, quote(CANARY, safe=""), quote_plus(CANARY), json.dumps(CANARY)[1:-1]):
        assert spelling not in seen


@pytest.mark.parametrize(
    "text",
    [
        "http://127.0.0.1:53682/callback?code=SECRETSECRET&state=x",
        "Authorization: Bearer SECRETSECRET",
        "https://acme.bitrix24.com/rest/7/SECRETSECRET/profile.json",
        "https:\\/\\/acme.bitrix24.com\\/rest\\/7\\/SECRETSECRET\\/",
        "u=https%3A%2F%2Facme.bitrix24.com%2Frest%2F7%2FSECRETSECRET%2F",
    ],
)
def test_codes_bearers_and_webhooks_in_plain_text_are_removed(text: str) -> None:
    assert "SECRETSECRET" not in redact(text)
    assert "SECRETSECRET" not in redact({"note": text})


@pytest.mark.parametrize("name", ["key", "secret", "sign", "sid", "app_pass", "x_token"])
@pytest.mark.parametrize(
    "plant",
    [
        str,
        lambda address: {"handler": address},
        lambda address: json.dumps({"handler": address}),
        lambda address: f"event.bind?handler={quote(address, safe='')}&event=X",
        lambda address: f'It failed: "{address}" cannot be reached',
        lambda address: json.dumps({"in": f'a "{address}" b'}),
    ],
)
def test_an_address_is_judged_as_the_window_judges_it(name, plant) -> None:
    seen = redact(plant(f"https://lamp.example/h?{name}=S3CRETS3CRET"))
    assert MASK in seen
    assert "S3CRETS3CRET" not in seen


def test_what_is_no_secret_stays_readable() -> None:
    params = {
        "CODE": "rest_offline_extended",
        "CONNECTOR": "acme",
        "MESSAGES": [{"user": {"id": "u-5"}, "message": {"text": "auth works, code 5"}}],
        "auth_connector": "queue",
        "auth_type": 7,
        "state": None,
    }
    assert json.loads(redact(params)) == params
    plain = "https://acme.bitrix24.com/rest/imconnector.status.json?CONNECTOR=a&LINE=4"
    assert redact(plain) == plain


SECRETS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=8)
ENCODINGS = st.sampled_from(
    [
        lambda s: s,
        lambda s: quote(s, safe=""),
        quote_plus,
        lambda s: quote(quote(s, safe=""), safe=""),
        lambda s: quote(s, safe="").lower(),
        lambda s: json.dumps(s, ensure_ascii=False)[1:-1],
        lambda s: json.dumps(s, ensure_ascii=False)[1:-1].replace("/", "\\/"),
        lambda s: json.dumps(s)[1:-1],
        lambda s: base64.b64encode(s.encode()).decode(),
        lambda s: base64.urlsafe_b64encode(s.encode()).decode().rstrip("="),
    ]
)
WRAPPINGS = st.sampled_from(
    [
        lambda s: s,
        lambda s: {"harmless": s},
        lambda s: {s: "as a key"},
        lambda s: [["deep", {"x": [s]}]],
        lambda s: {"body": json.dumps({"y": s})},
        lambda s: f"text around {s} it",
        lambda s: f"<html>{s}</html>",
        lambda s: json.dumps({"z": f"before {s} after"}),
        lambda s: '{"broken": "' + s,
    ]
)


@settings(max_examples=400, deadline=None)
@given(SECRETS, ENCODINGS, WRAPPINGS)
def test_a_known_secret_is_removed_in_every_encoding_and_place(secret, encode, wrap) -> None:
    spelled = encode(secret)
    assume(len(spelled) >= 8)
    seen = redact(wrap(spelled), secrets=[secret])
    assert spelled not in seen
    assert secret not in seen


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_redacting_never_fails_and_twice_is_the_same_as_once(value: object) -> None:
    once = redact(value)
    assert redact(once) == once


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_can_be_redacted(text: str) -> None:
    assert isinstance(redact(text, secrets=["planted-secret"]), str)


def test_json_packed_into_json_again_and_again_is_no_trouble() -> None:
    text = '{"auth":"SECRETSECRET"}'
    for _ in range(9):
        text = json.dumps("[" * 90 + json.dumps(text) + "]" * 90)
        text = json.loads(text)
    assert "SECRETSECRET" not in redact(text)
    assert "SECRETSECRET" not in redact({"a": text})


@pytest.mark.parametrize("name", SHAPES)
def test_a_planted_secret_is_taken_out_in_every_shape_and_container(name: str) -> None:
    """As JSON, as a line of text, in the words of an exception, in JSON as a word."""
    value = CANARIES[name]
    planted = {"kept": "these words stay", "field": SHAPES[name](value)}
    texts = {
        "value": redact(planted),
        "json": redact(json.dumps(planted)),
        "line": redact(f"ERROR it said {json.dumps(planted)} and no more"),
        "repr": redact(f"ValueError: {planted!r}"),
        "bytes": redact(repr(json.dumps(planted).encode())),
        "word": redact({"text": json.dumps(planted)}),
        "cut": redact(json.dumps(planted)[:-1]),
    }

    assert leaks(texts, {name: value}) == set()
    assert [text for text in texts.values() if "these words stay" not in text] == []
