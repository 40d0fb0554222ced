"""Secrets that a portal plants in everything it says, and the look for them in what came out.

`Planting` wraps a portal: each of its answers carries every canary in another shape, and repeats
the token that it was asked with. `leaks` finds a canary, or a piece of one, in any usual spelling.
"""

import base64
import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

Shape = Callable[[str], Any]

NAMES = (
    *("access_token", "refresh_token", "client_secret", "application_token", "bot_token"),
    *("BOT_TOKEN", "AUTH_ID", "REFRESH_ID", "APP_SID", "sessid", "password", "passwd", "api_key"),
    *("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "id_token", "webhook_code"),
)


def _named(name: str, value: str) -> dict[str, str]:
    return {name: value}


def _half(value: str) -> tuple[str, str]:
    return value[:16], value[16:]


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _twice(value: Any) -> str:
    return json.dumps(json.dumps(value))


def _address(value: str) -> str:
    return f"https://lamp.example/cb?auth={value}&x=1"


SHAPES: dict[str, Shape] = {
    **{f"under {name}": partial(_named, name) for name in NAMES},
    "in an address": _address,
    "the code of a redirect": lambda value: f"https://lamp.example/cb?code={value}&state=1",
    "in an encoded address": lambda value: quote(_address(value), safe=""),
    "in an address encoded twice": lambda value: quote(quote(_address(value), safe=""), safe=""),
    "a webhook": lambda value: f"https://lamp.example/rest/1/{value}/profile.json",
    "a webhook in escaped text": lambda value: f"said \\/rest\\/1\\/{value}\\/ to us",
    "a webhook, encoded": lambda value: quote(f"https://l.example/rest/1/{value}/", safe=""),
    "a webhook, encoded twice": lambda value: quote(quote(f"/rest/1/{value}/", safe=""), safe=""),
    "in a header": lambda value: f"Authorization: Bearer {value}",
    "in a basic header": lambda value: f"Basic {_base64(f'me:{value}')}",
    "the password of a proxy": lambda value: f"http://clerk:{value}@proxy.example:3128 failed",
    "JSON in JSON": lambda value: json.dumps({"access_token": value}),
    "JSON in JSON in JSON": lambda value: json.dumps({"log": json.dumps({"AUTH_ID": value})}),
    "JSON in a sentence": lambda value: f"sent {json.dumps({'refresh_token': value})} there",
    "JSON in a sentence, escaped": lambda value: f"sent {_twice({'auth': value})} on",
    "a form": lambda value: f"event=X&auth[access_token]={value}&ts=1",
    "an encoded form": lambda value: f"event=X&auth%5Brefresh_token%5D={value}&ts=1",
    "HTML": lambda value: f"{{&quot;access_token&quot;:&quot;{value}&quot;}}",
    "a PHP dump": lambda value: f"array('AUTH_ID' => '{value}', 'X' => 1)",
    "split over a list": lambda value: {"access_token": list(_half(value))},
    "split over an object": lambda value: {"refresh_token": dict(enumerate(_half(value)))},
    "auth by itself": lambda value: {"auth": value},
    "in a row of fields": lambda value: f"DOMAIN=lamp.example;APP_SID={value};LANG=en",
}

CANARIES: dict[str, str] = {
    name: f"cny{number:02d}{(0x9E3779B97F4A7C15 * (number + 7)) % (1 << 108):027x}"
    for number, name in enumerate(SHAPES)
}


def planted() -> dict[str, Any]:
    """Every canary in its shape."""
    return {f"field{number}": SHAPES[name](CANARIES[name]) for number, name in enumerate(SHAPES)}


#: The shortest piece of a secret that is looked for.
_LEAST = 12


def spellings(secret: str) -> set[str]:
    """How a secret may look, and pieces of it."""
    raw, quoted = secret.encode(), quote(secret, safe="")
    pieces = {secret[start : start + 12] for start in range(0, max(1, len(secret) - 11), 4)}
    encoded = {base64.b64encode(b"\0" * lead + raw).decode()[4:-4] for lead in range(3)}
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in secret[:8])
    return {*pieces, quoted, quote(quoted, safe=""), *encoded, secret[::-1], escaped}


def leaks(texts: Mapping[str, str], secrets: Mapping[str, str]) -> set[tuple[str, str]]:
    """Where which secret can be read."""
    known = {form: name for name, secret in secrets.items() for form in spellings(secret)}
    beginnings: dict[str, list[str]] = {}
    for form in known:
        beginnings.setdefault(form[:_LEAST], []).append(form)
    found = set()
    for place, text in texts.items():
        for start in range(len(text) - _LEAST + 1):
            for form in beginnings.get(text[start : start + _LEAST], ()):
                if text.startswith(form, start):
                    found.add((place, known[form]))
    return found


class Planting:
    """An ASGI application whose JSON answers carry the canaries and repeat the caller's token."""

    def __init__(self, app: Any) -> None:
        self._app = app
        self.armed = False
        self.answers = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Let the portal answer, then add to what it said."""
        if scope["type"] != "http" or not self.armed or "/control/" in scope["path"]:
            await self._app(scope, receive, send)
            return
        asked, parts, start = bytearray(), bytearray(), dict[str, Any]()

        async def hear() -> Any:
            message = await receive()
            asked.extend(message.get("body", b""))
            return message

        async def keep(message: Any) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                parts.extend(message.get("body", b""))

        await self._app(scope, hear, keep)
        body = self._with_more(bytes(parts), bytes(asked))
        headers = [row for row in start["headers"] if row[0].lower() != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await send({**start, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _with_more(self, body: bytes, asked: bytes) -> bytes:
        try:
            answer = json.loads(body)
        except ValueError:
            return body
        if not isinstance(answer, dict):
            return body
        self.answers += 1
        answer["planted"] = planted() | {"echo": _echo(asked)}
        if "error" in answer:
            said = [SHAPES[name](CANARIES[name]) for name in SHAPES]
            texts = [each for each in said if isinstance(each, str)]
            answer["error_description"] = " | ".join(texts)[:400] + f" {_echo(asked)}"
        return json.dumps(answer).encode()


def _echo(asked: bytes) -> Iterable[str]:
    """The token that came with a request, as a careless portal might write it down."""
    try:
        token = str(json.loads(asked).get("auth", ""))
    except (ValueError, AttributeError):
        return []
    inside = base64.b64encode(f"call by {token}".encode()).decode()
    return [token, f"token={token}", base64.b64encode(token.encode()).decode(), inside]
