"""Signing in: where the secret goes, what each refusal means, and that no token pair is lost."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.bitrix.errors import BitrixError, Garbled, Refused, SignedOut, Unreachable
from app.bitrix.oauth import OAuth, TokenKeeper, Tokens, choose_server, new_state
from app.bitrix.transport import open_http

from . import kit
from .kit import grant, no, tokens


def _oauth(handler: kit.Handler, records: list | None = None, server: str = kit.OAUTH) -> OAuth:
    http = open_http(transport=httpx.MockTransport(handler))
    add = (records if records is not None else []).append
    return OAuth(http, server, "local.1", kit.SECRET, add)


def _granted(**more):
    return lambda request: httpx.Response(200, json=grant(**more))


async def test_the_browser_is_sent_with_the_application_and_a_state_and_nothing_else() -> None:
    url = urlsplit(_oauth(_granted()).authorize_url("https://acme.bitrix24.com/", "st/ate"))

    assert (url.scheme, url.netloc, url.path) == ("https", "acme.bitrix24.com", "/oauth/authorize/")
    assert parse_qs(url.query) == {"client_id": ["local.1"], "state": ["st/ate"]}


async def test_a_code_becomes_tokens_without_any_secret_in_the_address() -> None:
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((request.method, str(request.url), parse_qs(request.content.decode())))
        return httpx.Response(200, json=grant(user_id="7", expires_in="3600"))

    pair = await _oauth(answer).exchange("the-code-0001")

    verb, url, form = seen[0]
    assert (verb, url) == ("POST", "https://oauth.bitrix.info/oauth/token/")
    assert form["code"] == ["the-code-0001"]
    assert form["client_secret"] == [kit.SECRET]
    assert (pair.access, pair.member_id, pair.user_id) == ("access-token-0002", "m1", 7)
    assert pair.endpoint == "https://acme.bitrix24.com/rest/"
    assert pair.server == "https://oauth.bitrix.info"
    assert pair.scopes == {"im", "imopenlines"}
    assert pair.expires_at - pair.obtained_at == timedelta(hours=1)


@pytest.mark.parametrize(
    "first",
    [no("invalid_request", 400), httpx.Response(405, html="no"), httpx.Response(404, html="no")],
)
async def test_a_server_that_reads_no_forms_is_asked_as_documented(first) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return first
        assert request.url.params["grant_type"] == "authorization_code"
        return httpx.Response(200, json=grant())

    assert (await _oauth(answer).exchange("the-code-0001")).access == "access-token-0002"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (no("invalid_grant", 400), "invalid_grant"),
        (no("bad_verification_code", 400), "bad_verification_code"),
        (no("invalid_client", 401), "invalid_client"),
        (no("wrong_client", 200), "wrong_client"),
        (no("NOT_INSTALLED", 401), "NOT_INSTALLED"),
        (no("PAYMENT_REQUIRED", 401), "PAYMENT_REQUIRED"),
        (no("NO_AUTH_FOUND", 401), "NO_AUTH_FOUND"),
        (no("invalid_scope", 403), "invalid_scope"),
        (httpx.Response(200, json=grant(client_endpoint="http://a.b/rest/")), "INSECURE_ADDRESS"),
    ],
)
async def test_a_refused_code_is_a_refusal_with_the_servers_code(answer, code) -> None:
    with pytest.raises(Refused) as caught:
        await _oauth(lambda _: answer).exchange("the-code-0001")
    assert (caught.value.code, caught.value.method) == (code, "oauth.exchange")


@pytest.mark.parametrize(
    "code", ["invalid_grant", "wrong_client", "invalid_client", "NO_AUTH_FOUND"]
)
async def test_a_refused_refresh_signs_out(code: str) -> None:
    with pytest.raises(SignedOut) as caught:
        await _oauth(lambda _: no(code, 200)).refresh("refresh-token-0001")
    assert caught.value.code == code


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, html="<html>"),
        httpx.Response(200, json={"access_token": "x"}),
        httpx.Response(500, html="sorry"),
    ],
)
async def test_an_unreadable_answer_signs_nobody_out(answer) -> None:
    with pytest.raises(Garbled):
        await _oauth(lambda _: answer).refresh("refresh-token-0001")


@pytest.mark.parametrize(
    "server",
    [
        "http://oauth.bitrix.info",
        "https://oauth.bitrix.info.evil.example",
        "https://evil.example",
        "https://oauth.bitrix.info:8443",
        "https://user@oauth.bitrix.info",
        "",
    ],
)
def test_the_secret_goes_to_no_server_that_nobody_vouched_for(server: str) -> None:
    with pytest.raises(Refused) as caught:
        _oauth(_granted(), server=server)
    assert caught.value.code == "UNTRUSTED_SERVER"


def test_known_servers_this_machine_and_hosts_that_a_person_added_are_trusted() -> None:
    for server in (
        "https://oauth.bitrix.info",
        "https://oauth.bitrix24.tech/",
        "http://127.0.0.1:8460",
        "http://localhost:1",
    ):
        _oauth(_granted(), server=server)
    OAuth(open_http(), "https://own.example", "i", "s", print, trusted=["own.example"])


@pytest.mark.parametrize(
    ("claimed", "configured", "chosen"),
    [
        ("oauth.bitrix24.tech", "https://oauth.bitrix.info", "https://oauth.bitrix24.tech"),
        ("OAUTH.BITRIX.INFO", "https://oauth.bitrix24.tech", "https://oauth.bitrix.info"),
        ("evil.example", "https://oauth.bitrix.info", "https://oauth.bitrix.info"),
        ("oauth.bitrix.info", "http://127.0.0.1:8460", "http://127.0.0.1:8460"),
        ("", "https://own.example", "https://own.example"),
    ],
)
def test_a_redirect_cannot_choose_an_unknown_server(claimed, configured, chosen) -> None:
    assert choose_server(claimed, configured) == chosen


def test_a_state_cannot_be_guessed() -> None:
    states = {new_state() for _ in range(100)}
    assert len(states) == 100
    assert min(map(len, states)) >= 43


async def test_sign_in_calls_are_recorded_without_secrets() -> None:
    records: list = []
    await _oauth(_granted(), records).exchange("the-code-0001")
    with pytest.raises(Refused):
        await _oauth(lambda _: no("invalid_grant"), records).exchange("the-code-0002")

    seen = repr(records)
    assert [record.error for record in records] == ["", "invalid_grant"]
    assert not any(word in seen for word in ("the-code", kit.SECRET, "token-0002"))
    assert "local.1" in seen


def test_tokens_hide_their_secrets_and_survive_the_keychain() -> None:
    pair = replace(tokens(), scopes=frozenset({"im"}), user_id=7)

    assert Tokens.from_json(pair.to_json()) == pair
    assert "token-0001" not in repr(pair)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "12", '{"access": 1}', "not json"])
def test_a_damaged_keychain_entry_is_told_without_its_content(text: str) -> None:
    with pytest.raises(ValueError, match="not stored tokens"):
        Tokens.from_json(text)


class Server:
    """A refresher whose answers a test decides."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may_answer = asyncio.Event()
        self.failures: list[BitrixError] = []

    async def refresh(self, refresh_token: str) -> Tokens:
        self.asked.append(refresh_token)
        await self.may_answer.wait()
        if self.failures:
            raise self.failures.pop(0)
        number = len(self.asked) + 1
        return tokens(f"access-token-{number:04}", f"refresh-token-{number:04}")


class Disk:
    """Where new pairs are saved."""

    def __init__(self) -> None:
        self.pairs: list[Tokens] = []
        self.failures: list[Exception] = []

    async def save(self, pair: Tokens) -> None:
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.pop(0)
        self.pairs.append(pair)


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def keeper(server: Server, disk: Disk) -> TokenKeeper:
    return TokenKeeper(server, tokens(), disk.save)


async def test_the_new_pair_is_on_disk_before_anybody_gets_it(server, disk, keeper) -> None:
    server.may_answer.set()

    async def use() -> bool:
        access = await keeper.renew("access-token-0001")
        return access == disk.pairs[-1].access

    assert all(await asyncio.gather(*(use() for _ in range(20))))
    assert server.asked == ["refresh-token-0001"]


async def test_a_caller_who_gives_up_does_not_lose_the_refresh_for_the_others(
    server, disk, keeper
) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(keeper.renew("access-token-0001"))
        second = group.create_task(keeper.renew("access-token-0001"))
        await asyncio.sleep(0.01)
        first.cancel()
        await asyncio.sleep(0.01)
        server.may_answer.set()
    assert second.result() == "access-token-0002"
    assert len(disk.pairs) == 1


async def test_a_refresh_whose_callers_all_gave_up_is_still_saved(server, disk, keeper) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(keeper.renew("access-token-0001"), 0.01)
    server.may_answer.set()
    await keeper.close()

    assert [pair.refresh for pair in disk.pairs] == ["refresh-token-0002"]
    assert await keeper.access() == "access-token-0002"


async def test_a_lost_answer_is_asked_for_once_more_with_the_old_token(
    server, disk, keeper
) -> None:
    server.failures.append(Unreachable("cut", maybe_done=True))
    server.may_answer.set()

    assert await keeper.renew("access-token-0001") == "access-token-0003"
    assert server.asked == ["refresh-token-0001"] * 2


async def test_no_network_keeps_the_pair_and_a_later_call_tries_again(server, keeper) -> None:
    server.failures.append(Unreachable("dns"))
    server.may_answer.set()

    with pytest.raises(Unreachable):
        await keeper.renew("access-token-0001")
    assert await keeper.access() == "access-token-0001"
    assert await keeper.renew("access-token-0001") == "access-token-0003"


async def test_after_a_refused_refresh_nobody_asks_the_server_again(server, keeper) -> None:
    server.failures.append(SignedOut("invalid_grant"))
    server.may_answer.set()

    for _ in range(5):
        with pytest.raises(SignedOut):
            await keeper.renew("access-token-0001")
    with pytest.raises(SignedOut):
        await keeper.access()
    assert len(server.asked) == 1


async def test_a_pair_that_could_not_be_saved_is_kept_and_saved_on_the_next_try(
    server, disk, keeper
) -> None:
    disk.failures.append(OSError("disk full"))
    server.may_answer.set()

    with pytest.raises(OSError, match="disk full"):
        await keeper.renew("access-token-0001")
    assert await keeper.access() == "access-token-0001"

    assert await keeper.renew("access-token-0001") == "access-token-0002"
    assert len(server.asked) == 1, "the first answer was not thrown away"


async def test_a_pair_of_another_portal_is_not_taken(disk) -> None:
    class Stranger(Server):
        async def refresh(self, refresh_token: str) -> Tokens:
            return replace(tokens("x" * 10), member_id="m2")

    with pytest.raises(Refused) as caught:
        await TokenKeeper(Stranger(), tokens(), disk.save).renew("access-token-0001")
    assert caught.value.code == "FOREIGN_PORTAL"
    assert disk.pairs == []


@pytest.mark.parametrize(
    ("reached", "endpoint"),
    [
        ("https://crm.acme.example", "https://crm.acme.example/rest/"),
        ("https://crm.acme.example:8443", "https://crm.acme.example:8443/rest/"),
        ("https://other.example", None),
        ("", None),
    ],
)
async def test_a_portal_behind_a_tls_proxy_is_reached_as_the_person_reaches_it(reached, endpoint):
    handler = _granted(client_endpoint="http://crm.acme.example/rest/")
    http = open_http(transport=httpx.MockTransport(handler))
    oauth = OAuth(http, kit.OAUTH, "local.1", kit.SECRET, [].append, portal=reached)

    if endpoint is None:
        with pytest.raises(Refused, match="INSECURE_ADDRESS"):
            await oauth.exchange("the-code-0001")
    else:
        assert (await oauth.exchange("the-code-0001")).endpoint == endpoint
