"""https by an authority made for the run: who believes it, and what is left on the disk."""

import json
import signal
import socket
import ssl
import stat
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.sandbox.process.tls import new_identity, published

from .serving import hosted, place_of
from .test_command import run_to_end, running


def believing(pem: bytes) -> ssl.SSLContext:
    return ssl.create_default_context(cadata=pem.decode())


@pytest.fixture(scope="module")
def identity():
    return new_identity()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "127.0.0.2"])
async def test_the_certificate_is_for_every_name_of_this_machine(identity, name):
    host = name if name != "localhost" else "127.0.0.1"
    async with (
        hosted(identity.context, host=host) as (_, hosting),
        httpx.AsyncClient(verify=believing(identity.ca_pem)) as http,
    ):
        port = place_of(hosting.origin)[1]
        answer = await http.get(f"https://{name}:{port}/sandbox/state")

    assert answer.json()["portal"]["name"]


def can_be_bound(host: str) -> bool:
    try:
        with socket.socket(socket.AF_INET6) as tried:
            tried.bind((host, 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not can_be_bound("::1"), reason="no socket can be bound to ::1 here")
async def test_the_certificate_is_for_the_newer_loopback_too(identity):
    async with (
        hosted(identity.context, host="::1") as (_, hosting),
        httpx.AsyncClient(verify=believing(identity.ca_pem)) as http,
    ):
        answer = await http.get(f"{hosting.origin}/sandbox/state")

    assert hosting.origin.startswith("https://[::1]:")
    assert answer.status_code == 200


async def test_who_does_not_know_the_authority_does_not_come_in(identity):
    async with hosted(identity.context) as (_, hosting), httpx.AsyncClient() as http:
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            await http.get(f"{hosting.origin}/sandbox/state")


async def test_a_name_of_another_machine_is_not_in_the_certificate(identity):
    context = believing(identity.ca_pem)
    async with hosted(identity.context) as (_, hosting), httpx.AsyncClient(verify=context) as http:
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            await http.get(
                f"{hosting.origin}/sandbox/state", extensions={"sni_hostname": "evil.example"}
            )


async def test_every_address_the_portal_tells_is_https(identity):
    context = believing(identity.ca_pem)
    async with (
        hosted(identity.context) as (sandbox, hosting),
        httpx.AsyncClient(verify=context, base_url=hosting.origin) as http,
    ):
        about = sandbox.describe(hosting.origin)
        asked = {"client_id": about["client_id"], "state": "s"}
        page = await http.get("/oauth/authorize/", params=asked)
        code = parse_qs(urlsplit(page.headers["location"]).query)
        keys = {name: about[name] for name in ("client_id", "client_secret")}
        grant = {"grant_type": "authorization_code", "code": code["code"][0], **keys}
        tokens = (await http.post("/oauth/token/", data=grant)).json()

    known = {about[name] for name in ("portal", "rest", "oauth", "control", "webhook")}
    assert {urlsplit(address).scheme for address in known} == {"https"}
    assert tokens["client_endpoint"] == about["rest"]
    assert all(not str(value).startswith("http://") for value in tokens.values())


async def test_a_copy_is_served_by_the_same_authority(identity):
    context = believing(identity.ca_pem)
    async with hosted(identity.context) as (_, hosting), httpx.AsyncClient(verify=context) as http:
        copy = (await http.post(f"{hosting.origin}/sandbox/fork", json={})).json()
        state = await http.get(copy["control"] + "state")

    assert copy["portal"].startswith("https://")
    assert copy["portal"] != hosting.origin
    assert state.status_code == 200


def test_old_protocols_are_not_spoken(identity):
    assert identity.context.minimum_version == ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("switch", [True, False])
async def test_plain_http_is_refused_where_that_is_asked_for(open_desk, switch):
    async with open_desk(https_required=switch) as desk:
        answer = await desk.http.post("/rest/profile", json={})

    wanted = (400, "INVALID_REQUEST") if switch else (401, "NO_AUTH_FOUND")
    assert (answer.status_code, answer.json()["error"]) == wanted


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.skipif(sys.platform == "win32", reason="signals end it in another way there")
def test_only_the_authoritys_certificate_is_on_the_disk_and_not_for_longer_than_needed(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with running("--tls") as (process, about):
        (found,) = files_in(tmp_path)
        text, folder = found.read_text(), stat.S_IMODE(found.parent.stat().st_mode)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)

    assert about["ca_file"] == str(found)
    assert text.startswith("-----BEGIN CERTIFICATE-----")
    assert "KEY" not in text
    assert folder == 0o700
    assert (process.returncode, out, err) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_the_authority_is_written_where_it_is_wanted(tmp_path):
    path = tmp_path / "ca.pem"
    for _ in range(2):
        with running("--tls", "--ca-file", str(path)) as (_, about):
            context = ssl.create_default_context(cafile=str(path))
            place = place_of(about["portal"])
            with socket.create_connection(place) as line:
                context.wrap_socket(line, server_hostname="127.0.0.1").close()

    assert about["ca_file"] == str(path)


def test_no_other_file_is_written_over(tmp_path):
    path = tmp_path / "diary"
    path.write_text("Dear diary")

    with pytest.raises(ValueError, match="is no certificate"), published(b"pem", path):
        pass

    assert path.read_text() == "Dear diary"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--ca-file", "ca.pem"], "--ca-file needs --tls"),
        (["--tls", "--ca-file", "/nowhere/at/all/ca.pem"], "cannot be written"),
    ],
)
def test_a_wrong_use_of_tls_is_told(options, words):
    ended = run_to_end(*options)

    assert ended.returncode == 2
    assert words in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_tls_nobody_is_told_of_a_certificate():
    with running() as (_, about):
        assert "ca_file" not in json.dumps(about)
