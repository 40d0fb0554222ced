"""No byte of a request reaches a server whose certificate is not believed, on any path; an own
authority and a proxy hold for all of them; a test of the connection names what is wrong.
"""

import json
import re
import ssl
import warnings
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from app.bitrix import portal as portals
from app.bitrix.certificates import read_certificate
from app.bitrix.connection import Http, open_http, send
from app.bitrix.errors import Unreachable
from app.bitrix.oauth import OAuth
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Transport
from app.domain.network import CertificateFault, Stage
from app.domain.portal import Network
from app.services.traffic import Traffic
from tests.helpers.wire import (
    Asked,
    Identity,
    answer,
    expired,
    identity,
    listening,
    not_yet_valid,
    proxying,
    self_signed,
)

from . import kit

Way = Callable[[Http, str], Awaitable[object]]


LEAF = trustme.CA().issue_cert("acme.example").cert_chain_pems[0].bytes()
DER = ssl.PEM_cert_to_DER_cert(LEAF.decode())
VERSION, KIND = DER.index(b"\xa0\x03\x02\x01") + 4, DER.index(b"acme.example") - 2


def test_a_certificate_of_a_version_that_there_is_not_is_none() -> None:
    with pytest.raises(ValueError, match="122"):
        read_certificate(DER[:VERSION] + bytes([122]) + DER[VERSION + 1 :])


def test_names_of_a_kind_that_nobody_reads_are_left_out() -> None:
    assert read_certificate(DER).names == ("acme.example",)
    assert read_certificate(DER[:KIND] + b"\xa3" + DER[KIND + 1 :]).names == ()


@given(st.integers(0, len(DER) - 1), st.binary(min_size=1, max_size=4))
def test_any_certificate_is_read_or_is_none(place: int, changed: bytes) -> None:
    with suppress(ValueError), warnings.catch_warnings(action="ignore"):
        read_certificate(DER[:place] + changed + DER[place + len(changed) :])


class _Keys:
    """A sign-in whose portal is wherever the test has put it."""

    def __init__(self, origin: str) -> None:
        self.endpoint = f"{origin}/rest/"

    async def access(self) -> str:
        return "access-token-0001"

    async def renew(self, stale: str) -> str:
        raise AssertionError("nothing is stale")


def oauth(http: Http, origin: str) -> OAuth:
    trusted = [origin.partition("://")[2]]
    return OAuth(http, origin, "local.1", kit.SECRET, lambda _: None, trusted=trusted)


async def call(http: Http, origin: str) -> object:
    return await Transport(http, _Keys(origin), Pacer(), lambda _: None).call("profile")


async def exchange(http: Http, origin: str) -> object:
    return await oauth(http, origin).exchange("code-of-a-redirect")


async def refresh(http: Http, origin: str) -> object:
    return await oauth(http, origin).refresh("refresh-token-0001")


async def check(http: Http, origin: str) -> object:
    return await portals.check_portal(http, origin)


async def download(http: Http, origin: str) -> object:
    return await send(http, http.build_request("GET", f"{origin}/disk/file/7?token=t0ken-of-it"))


WAYS = [call, exchange, refresh, check, download]


def vendor(asked: Asked) -> bytes:
    if "/oauth/" in asked.path:
        return answer(json.dumps(kit.grant()).encode())
    return answer(b'{"result": true}')


@pytest.fixture(params=["self-signed", "expired", "not yet valid", "other host", "no authority"])
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Identity, Network, str]:
    """A server's certificate that is not good, with its authority believed where that is not it."""
    made = {
        "self-signed": lambda: self_signed(tmp_path),
        "expired": expired,
        "not yet valid": not_yet_valid,
        "other host": lambda: identity("other.example"),
        "no authority": identity,
    }[request.param]()
    unknown = request.param in ("self-signed", "no authority")
    return made, Network() if unknown else Network(made.ca_file(tmp_path)), request.param


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_is_said_to_a_server_with_a_bad_certificate(
    bad: tuple[Identity, Network, str], way: Way
) -> None:
    certificate, network, _ = bad
    async with listening(vendor, tls=certificate.context) as line, open_http(network) as http:
        with pytest.raises(Unreachable) as caught:
            await way(http, f"https://127.0.0.1:{line.port}")

    assert (caught.value.reason, caught.value.maybe_done) == ("tls", False)
    assert line.received == b""


@pytest.mark.parametrize("way", WAYS)
async def test_an_own_authority_opens_every_way(tmp_path: Path, way: Way) -> None:
    good = identity()
    async with (
        listening(vendor, tls=good.context) as line,
        open_http(Network(good.ca_file(tmp_path))) as http,
    ):
        await way(http, f"https://127.0.0.1:{line.port}")

    assert len(line.asked) == 1


@pytest.mark.parametrize("way", WAYS)
async def test_every_way_leads_through_the_proxy_of_the_profile(tmp_path: Path, way: Way) -> None:
    good = identity("acme.example")
    async with (
        listening(vendor, tls=good.context) as line,
        proxying(line.port) as proxy,
        open_http(Network(good.ca_file(tmp_path), proxy.origin)) as http,
    ):
        await way(http, "https://acme.example")

    assert [(asked.verb, asked.path) for asked in proxy.asked] == [("CONNECT", "acme.example:443")]
    assert [asked.host for asked in line.asked] == ["acme.example"]
    assert line.lines == 1


@pytest.mark.parametrize("way", WAYS)
async def test_a_proxy_opens_no_way_around_the_checking(way: Way) -> None:
    certificate = identity("acme.example")
    async with (
        listening(vendor, tls=certificate.context) as line,
        proxying(line.port) as proxy,
        open_http(Network(proxy=proxy.origin)) as http,
    ):
        with pytest.raises(Unreachable) as caught:
            await way(http, "https://acme.example")

    assert caught.value.reason == "tls"
    assert line.received == b""
    assert re.fullmatch(rb"CONNECT acme.example:443 .*", bytes(proxy.received), re.DOTALL)


FAULTS = {
    "self-signed": CertificateFault.SELF_SIGNED,
    "expired": CertificateFault.EXPIRED,
    "not yet valid": CertificateFault.NOT_YET_VALID,
    "other host": CertificateFault.WRONG_HOST,
    "no authority": CertificateFault.UNKNOWN_AUTHORITY,
}


async def test_a_test_of_the_connection_names_the_certificate_that_is_not_believed(
    bad: tuple[Identity, Network, str],
) -> None:
    certificate, network, name = bad
    async with listening(vendor, tls=certificate.context) as line:
        report = await portals.test_connection(f"https://127.0.0.1:{line.port}", network)

    shown = report.certificate
    assert report.problem is not None
    assert (report.problem.code, report.fault) == ("UNREACHABLE_TLS", FAULTS[name])
    assert shown is not None
    assert ("other.example" in shown.names) == (name == "other host")
    assert ("Acme authority" in shown.issuer) == (name != "self-signed")
    assert (shown.subject == shown.issuer) == (name == "self-signed")
    assert shown.not_before < shown.not_after
    assert line.received == b"", "reading a certificate says nothing to its server"


async def test_the_words_of_a_hostile_certificate_play_no_tricks(tmp_path: Path) -> None:
    made = self_signed(tmp_path, "acme\u202egpj.example")
    async with listening(vendor, tls=made.context) as line:
        report = await portals.test_connection(f"https://127.0.0.1:{line.port}")

    assert report.certificate is not None
    assert "acme" in report.certificate.subject
    assert "\u202e" not in report.certificate.subject + report.certificate.issuer


async def test_a_test_of_the_connection_tells_how_long_each_part_took(tmp_path: Path) -> None:
    good = identity()
    async with listening(vendor, tls=good.context) as line:
        origin, network = f"https://127.0.0.1:{line.port}", Network(good.ca_file(tmp_path))
        report = await portals.test_connection(origin, network)

    assert report.ok
    assert [step.stage for step in report.steps] == [Stage.CONNECT, Stage.TLS, Stage.ANSWER]
    assert report.milliseconds == sum(step.milliseconds for step in report.steps) >= 0
    assert report.certificate is not None
    assert report.certificate.names == ("127.0.0.1",)
    assert (report.host, report.proxy) == (f"127.0.0.1:{line.port}", "")


async def test_a_test_of_the_connection_sends_no_token_and_no_key(tmp_path: Path) -> None:
    async with listening(vendor) as line:
        await portals.test_connection(line.origin)

    (asked,) = line.asked
    assert (asked.verb, asked.path, asked.body) == ("GET", "/rest/server.time.json", b"")
    assert b"auth" not in asked.raw.lower()


async def test_behind_a_proxy_a_certificate_that_is_not_believed_is_not_read() -> None:
    certificate = identity("acme.example")
    async with (
        listening(vendor, tls=certificate.context) as line,
        proxying(line.port) as proxy,
    ):
        network = Network(proxy=proxy.origin)
        report = await portals.test_connection("https://acme.example", network)

    assert report.problem is not None
    assert report.problem.code == "UNREACHABLE_TLS"
    assert report.proxy == f"127.0.0.1:{proxy.port}"
    assert (report.certificate, report.fault) == (None, None)
    assert proxy.lines == 1, "nobody goes around the proxy to read it"


@pytest.mark.parametrize(
    ("origin", "network", "code"),
    [
        ("http://127.0.0.1:1", Network(), "UNREACHABLE_REFUSED"),
        ("https://127.0.0.1:1", Network(), "UNREACHABLE_REFUSED"),
        ("http://acme.example", Network(), "INSECURE_ADDRESS"),
        ("", Network(), "INSECURE_ADDRESS"),
        ("https://acme..example", Network(), "UNREACHABLE_DNS"),
        ("https://acme.example", Network(ca_file="/nowhere/at/all.pem"), "CA_MISSING"),
        ("https://acme.example", Network(proxy="proxy"), "PROXY"),
        ("https://acme.example", Network(proxy="http://127.0.0.1:1"), "UNREACHABLE_REFUSED"),
    ],
)
async def test_a_test_of_the_connection_never_fails_but_tells(
    origin: str, network: Network, code: str
) -> None:
    report = await portals.test_connection(origin, network)

    assert report.problem is not None
    assert (report.problem.code, report.ok, report.certificate) == (code, False, None)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (answer(b"<h1>Welcome</h1>"), "GARBLED"),
        (answer(b"", "302 Found", Location="https://other.example/"), "PORTAL_MOVED"),
        (answer(b"", "502 Bad Gateway"), "GARBLED"),
    ],
)
async def test_who_answers_without_being_a_portal_is_told(page: bytes, code: str) -> None:
    async with listening(lambda _: page) as line:
        report = await portals.test_connection(line.origin)

    assert report.problem is not None
    assert report.problem.code == code
    assert [step.stage for step in report.steps] == [Stage.CONNECT]


async def test_a_server_that_speaks_no_tls_is_told_without_a_certificate() -> None:
    async with listening(vendor) as line:
        report = await portals.test_connection(f"https://127.0.0.1:{line.port}")

    assert report.problem is not None
    assert report.problem.code == "UNREACHABLE_TLS"
    assert (report.certificate, report.fault) == (None, None)


async def test_a_test_of_the_connection_counts_as_a_contact() -> None:
    traffic = Traffic()
    async with listening(vendor) as line:
        await portals.test_connection(line.origin, on_contact=traffic.contacted)

    (seen,) = traffic.hosts()
    assert (seen.host, [each.value for each in seen.purposes]) == (
        f"127.0.0.1:{line.port}",
        ["check"],
    )


def own_lines(source: Path) -> list[str]:
    lines = source.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if "AsyncClient" in line or "CERT_NONE" in line]


def test_portals_have_one_client_handlers_another_and_one_place_reads_certificates_unchecked() -> (
    None
):
    app = Path(portals.__file__).parent.parent
    sources = [each for each in app.rglob("*.py") if "sandbox" not in str(each.relative_to(app))]
    found = {each.name: own_lines(each) for each in sources if own_lines(each)}
    text = "\n".join(each.read_text(encoding="utf-8") for each in sources)

    assert not re.search(r"verify\s*=\s*False|_create_unverified|InsecureRequest", text)
    others = r"^\s*(?:import|from) (?:requests|aiohttp|urllib3|http\.client)\b|urlopen\("
    assert not re.search(others, text, re.MULTILINE)
    assert not re.search(r"httpx\.(?:get|post|put|stream|request|Client)\b", text)
    assert found == {
        "connection.py": [
            "Http: TypeAlias = httpx.AsyncClient",
            "return httpx.AsyncClient(",
        ],
        "certificates.py": ["context.verify_mode = ssl.CERT_NONE"],
        "handler_post.py": ["return httpx.AsyncClient("],
    }


async def test_the_client_offers_no_way_to_skip_the_checking() -> None:
    with pytest.raises(TypeError):
        open_http(verify=False)  # type: ignore[call-arg]


async def test_redirects_are_not_followed_by_the_client_itself() -> None:
    async with (
        listening(lambda _: answer(b"")) as other,
        listening(lambda _: answer(b"", "307 Moved", Location=other.origin)) as line,
        open_http() as http,
    ):
        found = await http.send(httpx.Request("POST", line.origin, content=b"auth=t0ken"))

    assert (found.status_code, other.lines) == (307, 0)
