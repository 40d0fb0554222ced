"""Where a token goes when a portal answers with a redirect, seen on the wire: real sockets, real
TLS, and a proxy that knows which hosts were asked for.
"""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.bitrix import redirects
from app.bitrix.connection import host_of, open_http
from app.bitrix.errors import BitrixError, Garbled, Moved, Refused, Unreachable
from app.bitrix.keeper import TokenKeeper
from app.bitrix.oauth import OAuth
from app.bitrix.pacing import Pacer
from app.bitrix.tokens import Tokens
from app.bitrix.transport import Transport
from app.domain.calls import CallKind, CallRecord
from app.domain.portal import Network
from tests.helpers.wire import Asked, Line, answer, identity, listening, proxying

from . import kit

OLD, NEW, OAUTH = "acme.bitrix24.com", "new.bitrix24.com", "oauth.bitrix.info"
NAMES = ("*.bitrix24.com", OAUTH, "evil.example", "*.evil.example", "*.bitrix24.com.evil.example")
STATUSES = ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
#: The parts of every secret that the portal or the authorisation server could be told.
SECRETS = (b"access-token", b"refresh-token", kit.SECRET.encode())


@dataclass
class World:
    """Every host of the world on one machine: what each was told, and who was looked for."""

    line: Line
    proxy: Line
    transport: Transport
    endpoint: list[str]
    member: list[str]
    redirects: dict[str, str]
    status: list[str]
    records: list[CallRecord] = field(default_factory=list)
    saved: list[Tokens] = field(default_factory=list)

    @property
    def looked_for(self) -> set[str]:
        return {asked.path for asked in self.proxy.asked}

    @property
    def told_secrets(self) -> set[str]:
        return {each.host for each in self.line.asked if any(s in each.raw for s in SECRETS)}

    def sends(self, host: str, location: str) -> None:
        self.redirects[host] = location

    def refreshes(self) -> int:
        return sum(asked.host == OAUTH for asked in self.line.asked)


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[World]:
    endpoint, member, leads, status = [f"https://{OLD}/rest/"], ["m1"], {}, ["302 Found"]
    numbers = iter(range(2, 1000))

    def answers(asked: Asked) -> bytes:
        if asked.host == OAUTH and OAUTH not in leads:
            named = endpoint.pop(0) if len(endpoint) > 1 else endpoint[0]
            more = {"client_endpoint": named, "member_id": member[0]}
            return answer(json.dumps(kit.grant(next(numbers), **more)).encode())
        if asked.host in leads:
            return answer(b"", status[0], Location=leads[asked.host])
        told = {"verb": asked.verb, "kept": json.loads(asked.body).get("KEPT")}
        return answer(json.dumps({"result": told}).encode())

    records: list[CallRecord] = []
    saved: list[Tokens] = []

    async def save(pair: Tokens) -> None:
        saved.append(pair)

    certificate = identity(*NAMES)
    async with (
        listening(answers, tls=certificate.context) as line,
        proxying(line.port) as proxy,
        open_http(Network(certificate.ca_file(folder), proxy.origin)) as http,
    ):
        oauth = OAuth(http, f"https://{OAUTH}", "local.1", kit.SECRET, records.append)
        keeper = TokenKeeper(oauth, kit.tokens(), save)
        transport = Transport(http, keeper, Pacer(10_000, 10_000), records.append)
        yield World(line, proxy, transport, endpoint, member, leads, status, records, saved)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with opened(tmp_path) as made:
        yield made


@pytest.mark.parametrize("status", STATUSES)
async def test_a_vouched_new_address_gets_the_same_call_as_a_post(
    world: World, status: str
) -> None:
    world.status[0] = status
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.endpoint[0] = f"https://{NEW}/rest/"

    assert await world.transport.call("profile", {"KEPT": "ü"}) == {"verb": "POST", "kept": "ü"}
    assert world.told_secrets == {OLD, OAUTH, NEW}
    assert world.looked_for == {f"{OLD}:443", f"{OAUTH}:443", f"{NEW}:443"}
    assert world.saved[-1].endpoint == f"https://{NEW}/rest/"


async def test_the_old_address_is_not_asked_again(world: World) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.endpoint[0] = f"https://{NEW}/rest/"
    for _ in range(3):
        await world.transport.call("profile")

    assert [asked.host for asked in world.line.asked] == [OLD, OAUTH, NEW, NEW, NEW]


async def test_the_move_stands_in_the_record_of_calls(world: World) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.endpoint[0] = f"https://{NEW}/rest/"
    await world.transport.call("profile")

    told = [(each.kind, each.status, each.error, each.error_text) for each in world.records]
    assert told == [
        (CallKind.REST, 302, "PORTAL_MOVED", NEW),
        (CallKind.OAUTH, 200, "", ""),
        (CallKind.REST, 200, "", ""),
    ]


ELSEWHERE = {
    "foreign": ("https://evil.example/rest/profile.json", "evil.example"),
    "foreign, no scheme": ("//evil.example/rest/", "evil.example"),
    "name in front": ("https://acme.bitrix24.com.evil.example/", "acme.bitrix24.com.evil.example"),
    "name as user": ("https://acme.bitrix24.com@evil.example/", "evil.example"),
    "name as user, escaped": ("https://acme.bitrix24.com%2F@evil.example/", "evil.example"),
    "longer name": ("https://xacme.bitrix24.com/", "xacme.bitrix24.com"),
    "dot behind": ("https://acme.bitrix24.com./", "acme.bitrix24.com."),
    "other port": ("https://acme.bitrix24.com:8443/", "acme.bitrix24.com:8443"),
    "port of http": ("https://acme.bitrix24.com:80/", "acme.bitrix24.com:80"),
    "foreign letter": ("https://acm\u0435.bitrix24.com/", "xn--acm-tdd.bitrix24.com"),
    "punycode": ("https://xn--acm-tdd.bitrix24.com/", "xn--acm-tdd.bitrix24.com"),
    "another portal": ("https://other.bitrix24.com/rest/profile.json", "other.bitrix24.com"),
    "in the clear": ("http://new.bitrix24.com/rest/profile.json", "new.bitrix24.com"),
    "foreign in the clear": ("http://evil.example/rest/profile.json", "evil.example"),
    "loopback": ("http://127.0.0.1:1/rest/profile.json", "127.0.0.1:1"),
    "a file": ("file://evil.example/etc/passwd", "evil.example"),
    "a script": ("javascript://evil.example/%0aalert(1)", "evil.example"),
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("where", ELSEWHERE)
async def test_no_secret_leaves_for_a_host_that_nobody_vouched_for(
    world: World, where: str, status: str
) -> None:
    location, host = ELSEWHERE[where]
    world.status[0] = status
    world.sends(OLD, location)
    for _ in range(3):
        with pytest.raises(Moved) as caught:
            await world.transport.call("profile")

    assert caught.value.host == host
    assert world.told_secrets <= {OLD, OAUTH}
    assert world.looked_for <= {f"{OLD}:443", f"{OAUTH}:443"}
    assert world.refreshes() <= 1, "a stranger is asked about once, not at every call"


@pytest.mark.parametrize(
    "location",
    [
        "/rest/profile.json",
        "https://acme.bitrix24.com/login/",
        "https://ACME.bitrix24.com:443/",
        "http://acme.bitrix24.com/rest/profile.json",
        "",
        "https://",
        "https://[::1/",
        "?again",
    ],
)
async def test_a_redirect_to_itself_or_to_nowhere_is_no_answer(world: World, location: str) -> None:
    world.sends(OLD, location)
    with pytest.raises((Garbled, Unreachable)):
        await world.transport.call("profile")

    assert [asked.host for asked in world.line.asked] == [OLD]


async def test_in_the_clear_nobody_is_even_asked_whether_the_host_is_ours(world: World) -> None:
    world.sends(OLD, f"http://{NEW}/rest/profile.json")
    world.endpoint[0] = f"https://{NEW}/rest/"
    with pytest.raises(Moved) as caught:
        await world.transport.call("profile")

    assert not caught.value.secure
    assert world.refreshes() == 0


async def test_the_host_of_another_member_is_not_followed(world: World) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.endpoint[0], world.member[0] = f"https://{NEW}/rest/", "m2"
    with pytest.raises(Refused) as caught:
        await world.transport.call("profile")

    assert caught.value.code == "FOREIGN_PORTAL"
    assert NEW not in world.told_secrets
    assert world.saved == []


async def test_what_the_authorisation_server_names_counts_and_not_the_redirect(
    world: World,
) -> None:
    world.sends(OLD, "https://evil.example/rest/profile.json")
    world.endpoint[0] = f"https://{NEW}/rest/"
    with pytest.raises(Moved):
        await world.transport.call("profile")
    await world.transport.call("profile")

    assert world.told_secrets == {OLD, OAUTH, NEW}


async def test_an_address_in_the_clear_is_not_taken_from_the_authorisation_server_either(
    world: World,
) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.endpoint[0] = f"http://{NEW}/rest/"
    with pytest.raises(Refused) as caught:
        await world.transport.call("profile")

    assert caught.value.code == "INSECURE_ADDRESS"
    assert NEW not in world.told_secrets


async def test_a_chain_is_followed_only_where_each_step_is_vouched_for(world: World) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.sends(NEW, "https://evil.example/rest/profile.json")
    world.endpoint[0] = f"https://{NEW}/rest/"
    with pytest.raises(Moved) as caught:
        await world.transport.call("profile")

    assert caught.value.host == "evil.example"
    assert world.told_secrets == {OLD, OAUTH, NEW}


async def test_a_portal_that_moves_in_circles_is_not_followed_for_ever(world: World) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.sends(NEW, f"https://{OLD}/rest/profile.json")
    world.endpoint[:] = [f"https://{host}/rest/" for host in (NEW, OLD) * 50]
    with pytest.raises(Moved):
        await world.transport.call("profile")

    assert world.refreshes() <= redirects.MOST_MOVES


async def test_a_portal_that_names_another_stranger_at_every_call_causes_few_refreshes(
    world: World,
) -> None:
    for number in range(20):
        world.sends(OLD, f"https://host{number}.evil.example/rest/profile.json")
        with pytest.raises(Moved):
            await world.transport.call("profile")

    assert world.refreshes() == redirects.MOST_STRANGERS
    assert world.told_secrets == {OLD, OAUTH}


async def test_a_stranger_is_asked_about_again_after_a_while(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    with pytest.raises(Moved):
        await world.transport.call("profile")
    world.endpoint[0] = f"https://{NEW}/rest/"
    with pytest.raises(Moved):
        await world.transport.call("profile")
    later = redirects.monotonic() + redirects.PATIENCE + 1
    monkeypatch.setattr(redirects, "monotonic", lambda: later)
    await world.transport.call("profile")

    assert world.refreshes() == 2
    assert world.told_secrets == {OLD, OAUTH, NEW}


async def test_a_redirect_of_the_authorisation_server_takes_no_secret_along(world: World) -> None:
    world.sends(OLD, f"https://{NEW}/rest/profile.json")
    world.sends(OAUTH, "https://evil.example/oauth/token/")
    with pytest.raises(BitrixError):
        await world.transport.call("profile")

    assert world.looked_for <= {f"{OLD}:443", f"{OAUTH}:443"}


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://ACME.Bitrix24.com/rest/", "acme.bitrix24.com"),
        ("https://acme.bitrix24.com:443/", "acme.bitrix24.com"),
        ("http://acme.example:80", "acme.example"),
        ("https://acme.example:80", "acme.example:80"),
        ("http://[::1]:80/", "[::1]"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example"),
        ("https://user:word@acme.example/", "acme.example"),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_a_host_is_named_as_name_servers_know_it(address: str, host: str) -> None:
    assert host_of(address) == host
