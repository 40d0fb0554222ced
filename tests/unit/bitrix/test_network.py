"""The network settings of a profile: what is accepted, what is refused, and where requests go."""

import os
import ssl
from pathlib import Path

import httpx
import pytest

from app.bitrix.certificates import certificates_of
from app.bitrix.connection import open_http
from app.bitrix.errors import NetworkError
from app.bitrix.network import check_network, trust
from app.domain.portal import Network
from tests.helpers.wire import answer, identity, listening, proxying

FAR = "https://acme.example/rest/server.time.json"


def refusal(network: Network) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        open_http(network)
    with pytest.raises(NetworkError) as checked:
        check_network(network)
    assert checked.value.code == caught.value.code
    return caught.value


def test_the_own_authorities_are_added_to_the_systems(tmp_path: Path) -> None:
    usual = trust().get_ca_certs()
    own = trust(Network(identity().ca_file(tmp_path))).get_ca_certs()

    assert usual
    assert all(each in own for each in usual)
    assert len(own) == len(usual) + 1


@pytest.mark.parametrize("network", [Network(), Network(proxy="http://proxy.example:3128")])
def test_certificates_and_names_are_checked(network: Network) -> None:
    context = trust(network)

    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_keys_of_connections_are_written_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))

    assert trust().keylog_filename is None


@pytest.mark.skipif(os.name != "posix", reason="needs a device")
@pytest.mark.parametrize("what", ["/dev/zero", "pipe", "."])
def test_what_is_no_file_is_refused_and_not_read(tmp_path: Path, what: str) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "not a file" in refusal(Network(str(tmp_path / what))).description


def test_one_certificate_in_the_form_of_windows_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "authority.cer"
    path.write_bytes(ssl.PEM_cert_to_DER_cert(identity().authority.decode()))

    assert len(trust(Network(str(path))).get_ca_certs()) == len(trust().get_ca_certs()) + 1
    (shown,) = certificates_of(str(path))
    assert "Acme authority" in shown.subject


def test_comments_in_any_language_do_not_spoil_a_file(tmp_path: Path) -> None:
    path = tmp_path / "authorities.pem"
    two = identity().authority + b"\n" + identity().authority
    path.write_bytes("Удостоверяющий центр\n".encode() + two)

    assert len(certificates_of(str(path))) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dear diary",
        b"-----BEGIN CERTIFICATE-----\nxxx\n-----END CERTIFICATE-----\n",
        b"-----BEGIN PRIVATE KEY-----\nxxx\n-----END PRIVATE KEY-----\n",
        b"\x00" * 100,
        b"x" * (5 * 1024 * 1024),
    ],
    ids=["empty", "text", "spoilt", "a key", "zeros", "large"],
)
def test_a_file_without_a_certificate_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ca.pem"
    path.write_bytes(content)

    error = refusal(Network(str(path)))

    assert (error.kind, error.code) == ("ca_unreadable", "CA_UNREADABLE")
    assert str(path) in error.description
    with pytest.raises(NetworkError):
        certificates_of(str(path))


def test_a_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    error = refusal(Network(str(tmp_path / "gone.pem")))

    assert (error.kind, error.description) == ("ca_missing", str(tmp_path / "gone.pem"))


@pytest.mark.parametrize("name", [".", "\0"])
def test_what_is_no_file_is_refused(name: str) -> None:
    assert refusal(Network(name)).kind == "ca_unreadable"


@pytest.mark.parametrize(
    "proxy",
    [
        "proxy.example:3128",
        "proxy",
        "ftp://proxy.example",
        "socks4://proxy.example",
        "socks5://proxy.example:1080",
        "http://",
        "http://:3128",
        "http://proxy.example:99999",
        "http://proxy.example:0",
        "http://proxy.example:port",
        "http://proxy.example/path",
        "http://proxy.example/?q=1",
        "http://[::1",
        "http://proxy .example",
        "http://proxy\n.example",
    ],
)
def test_what_is_no_proxy_that_can_be_used_is_refused(proxy: str) -> None:
    assert refusal(Network(proxy=proxy)).kind == "proxy"


def test_a_password_in_a_proxys_address_is_refused_and_not_repeated() -> None:
    error = refusal(Network(proxy="http://ivan:hunter2-secret@proxy.example:3128"))

    assert error.kind == "proxy_password"
    assert "hunter2" not in str(error) + repr(error) + error.description


@pytest.mark.parametrize(
    "proxy", ["http://proxy.example:3128", "https://proxy.example", "http://[fd00::1]:3128/"]
)
async def test_http_and_https_proxies_are_taken(proxy: str) -> None:
    async with open_http(Network(proxy=proxy)) as http:
        assert http._transport_for_url(httpx.URL(FAR)) is not http._transport


async def test_loopback_never_goes_through_the_proxy_of_a_profile() -> None:
    async with (
        listening(lambda _: answer(b"{}")) as portal,
        proxying(portal.port) as proxy,
        open_http(Network(proxy=proxy.origin)) as http,
    ):
        await http.get(f"{portal.origin}/rest/")
        await http.get(f"http://localhost:{portal.port}/rest/")

    assert (len(portal.asked), proxy.lines) == (2, 0)


async def test_the_proxy_of_a_profile_is_stronger_than_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with listening(lambda _: answer(b"{}")) as portal, proxying(portal.port) as proxy:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "*")
        async with open_http(Network(proxy=proxy.origin)) as http:
            await http.get("http://acme.example/rest/")

    assert [asked.path for asked in proxy.asked] == ["http://acme.example/rest/"]


async def test_without_one_of_its_own_a_profile_takes_the_systems_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with listening(lambda _: answer(b"{}")) as portal, proxying(portal.port) as proxy:
        monkeypatch.setenv("http_proxy", proxy.origin)
        async with open_http() as http:
            await http.get("http://acme.example/rest/")

    assert [asked.path for asked in proxy.asked] == ["http://acme.example/rest/"]


async def test_a_system_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks4://proxy.example:1080")

    with pytest.raises(NetworkError) as caught:
        open_http()

    assert caught.value.kind == "proxy"


def test_a_system_that_names_a_missing_authority_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "gone.pem"))

    assert refusal(Network()).kind == "ca_unreadable"
