"""Signing in through the real sign-in page, the real listener and a browser of a few lines."""

import asyncio
import socket
import threading
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx
import pytest

from app.bitrix.errors import Garbled, PasteError, Refused
from app.domain.address import AddressError
from app.services.failures import NotPossible
from app.services.profiles import Profiles
from app.services.session import load_keys
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.services.vault import MemoryVault
from tests.helpers.desk import open_sandbox


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Console:
    """A sign-in on a portal whose card names a free loopback address."""

    def __init__(self, portal, folder, *, opens=True):
        self.portal = portal
        self.sent = []
        self.vault = MemoryVault()
        self.profiles = Profiles(folder)
        self.traffic = Traffic()
        self.sign_in = SignIn(
            *(lambda _network: portal.http, self.vault, self.profiles, self.traffic),
            lambda url: self.sent.append(url) or opens,
        )

    async def start(self, **changes):
        profile = replace(self.portal.profile(), **changes)
        return await self.sign_in.start(profile, self.portal.about["client_secret"])

    async def allow(self):
        """The person presses Allow; where the browser is sent."""
        return await self.portal.browse(self.sent[-1])

    async def follow(self, address):
        """The browser goes where it was sent, over a real socket."""
        async with httpx.AsyncClient(trust_env=False) as browser:
            return await browser.get(address)


@pytest.fixture
async def console(tmp_path):
    async with open_console(tmp_path) as opened:
        yield opened


@asynccontextmanager
async def open_console(folder, **options):
    uri = f"http://127.0.0.1:{free_port()}/callback"
    async with open_sandbox(redirect_uri=uri, **options) as portal:
        console = Console(portal, folder)
        yield console
        await console.sign_in.cancel()


async def both(finish, browse):
    """The console waits while the browser comes back."""
    session, page = await asyncio.gather(finish, browse)
    return session, page


async def test_the_browsers_redirect_signs_in_and_everything_is_remembered(console):
    await console.start()
    session, page = await both(console.sign_in.finish(), console.follow(await console.allow()))

    assert page.status_code == 200
    assert session.capabilities.user.name == "Olga Demina"
    assert console.profiles.last() == session.profile
    assert (await load_keys(console.vault, session.profile)).tokens is not None


async def signed_in_again(console, **changes):
    await console.start(**changes)
    console.sign_in.paste(await console.allow())
    return (await console.sign_in.finish()).profile


async def test_a_portal_that_was_read_only_stays_so_however_it_is_signed_in_to_again(console):
    console.profiles.save(replace(await signed_in_again(console), read_only=True))

    again = await signed_in_again(console, name="127.0.0.1:8080")
    assert again.read_only
    assert console.profiles.last() == again

    console.sign_in.may_unlock = True
    assert not (await signed_in_again(console)).read_only


async def test_a_name_that_somebody_chose_stays(console):
    console.profiles.save(replace(await signed_in_again(console), name="Beta test"))

    assert (await signed_in_again(console, name="127.0.0.1:8080")).name == "Beta test"


async def test_a_lock_holds_for_its_own_application_only(console):
    other = replace(await signed_in_again(console), client_id="local.other", read_only=True)
    console.profiles.save(other)

    assert not (await signed_in_again(console)).read_only


async def test_the_sign_in_knows_how_the_portal_was_reached_before(console):
    profile = await signed_in_again(console)

    assert console.sign_in.known("HTTP://127.0.0.1:8080/crm/", profile.client_id) == profile
    assert console.sign_in.known(profile.address, "local.other") is None


async def test_a_pasted_address_signs_in_without_the_listener(console):
    await console.start()
    console.sign_in.paste(f"  {await console.allow()}\n")
    session = await console.sign_in.finish()

    assert session.profile.member_id


async def test_a_busy_address_is_told_and_pasting_still_works(console):
    uri = console.portal.about["redirect_uri"]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(uri.rpartition(":")[2].partition("/")[0])))
        taken.listen()
        await console.start()
        problem = console.sign_in.listener_problem
        console.sign_in.paste(await console.allow())
        session = await console.sign_in.finish()

    assert (problem.code, problem.text) == ("LISTENER_BUSY", uri)
    assert session.capabilities.admin


async def test_a_public_redirect_address_is_told_and_pasting_still_works(console):
    await console.start(redirect_uri="https://lamp.example/callback")

    assert console.sign_in.listener_problem.code == "LISTENER_NOT_LOOPBACK"


async def test_a_browser_that_does_not_open_is_told(tmp_path):
    async with open_sandbox(redirect_uri=f"http://127.0.0.1:{free_port()}/callback") as portal:
        console = Console(portal, tmp_path, opens=False)
        url = await console.start()

        assert console.sign_in.browser_opened is False
        assert console.sent == [url]
        await console.sign_in.cancel()


async def test_the_browser_can_be_sent_there_once_more(console):
    url = await console.start()
    console.sign_in.open_again()

    assert console.sent == [url, url]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("https://lamp.example/rest/1/s3cr3tc0de/profile", "webhook"),
        ("http://127.0.0.1:1/callback?code=abc&state=forged", "wrong_state"),
        ("http://127.0.0.1:1/callback?error=denied", "no_code"),
        ("hello", "not_an_address"),
    ],
)
async def test_what_is_not_the_final_address_is_refused_and_uses_nothing_up(console, text, kind):
    await console.start()
    with pytest.raises(PasteError) as caught:
        console.sign_in.paste(text)
    console.sign_in.paste(await console.allow())
    session = await console.sign_in.finish()

    assert caught.value.kind == kind
    assert session.capabilities.installed


async def test_a_code_that_is_too_old_is_refused_with_the_vendors_word(console):
    await console.start()
    address = await console.allow()
    await console.portal.order("clock", advance=31)
    console.sign_in.paste(address)

    with pytest.raises(Refused) as caught:
        await console.sign_in.finish()
    assert caught.value.code == "invalid_grant"


async def test_a_wrong_secret_is_refused_with_the_vendors_word(console):
    await console.sign_in.start(console.portal.profile(), "wrong")
    console.sign_in.paste(await console.allow())

    with pytest.raises(Refused) as caught:
        await console.sign_in.finish()
    assert caught.value.code == "invalid_client"
    assert console.profiles.all() == ()


async def test_after_a_refusal_one_starts_anew(console):
    await console.sign_in.start(console.portal.profile(), "wrong")
    console.sign_in.paste(await console.allow())
    with pytest.raises(Refused):
        await console.sign_in.finish()
    with pytest.raises(NotPossible):
        await console.sign_in.finish()

    await console.start()
    console.sign_in.paste(await console.allow())
    assert (await console.sign_in.finish()).capabilities.admin


async def test_the_list_of_portals_is_written_without_stopping_the_window(console, monkeypatch):
    threads = []
    save = console.profiles.save

    def told(profile):
        threads.append(threading.current_thread())
        save(profile)

    monkeypatch.setattr(console.profiles, "save", told)
    await console.start()
    console.sign_in.paste(await console.allow())
    session = await console.sign_in.finish()

    assert console.profiles.last() == session.profile
    assert threading.current_thread() not in threads
    assert len(threads) == 1


async def test_the_second_time_nobody_has_to_type_the_secret(console):
    await console.start()
    console.sign_in.paste(await console.allow())
    first = await console.sign_in.finish()
    await first.sign_out(forget=False)

    assert await console.sign_in.has_secret(first.profile)
    await console.sign_in.start(first.profile, "")
    console.sign_in.paste(await console.allow())
    second = await console.sign_in.finish()

    assert second.profile == first.profile


async def test_without_a_kept_secret_one_has_to_be_typed(console):
    with pytest.raises(NotPossible) as caught:
        await console.sign_in.start(console.portal.profile(), "")

    assert caught.value.problem.code == "NO_SECRET"


async def test_another_portal_than_the_known_one_is_refused(console):
    await console.start(member_id="f" * 32)
    console.sign_in.paste(await console.allow())

    with pytest.raises(Refused) as caught:
        await console.sign_in.finish()
    assert caught.value.code == "FOREIGN_PORTAL"


async def test_giving_up_closes_the_listener(console):
    await console.start()
    await console.sign_in.cancel()

    with pytest.raises(httpx.ConnectError):
        await console.follow(console.portal.about["redirect_uri"])


async def test_whoever_waits_is_let_go_when_the_sign_in_is_cancelled(console, until):
    await console.start()
    waiting = asyncio.get_running_loop().create_task(console.sign_in.finish())
    await asyncio.sleep(0)
    waiting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await waiting
    with pytest.raises(httpx.ConnectError):
        await console.follow(console.portal.about["redirect_uri"])


async def test_a_portals_address_is_recognised_in_any_form(console):
    pasted = f" {console.portal.about['portal']}/contact_center/?IFRAME=Y "

    assert await console.sign_in.check_portal(pasted) == console.portal.about["portal"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("https://lamp.example/rest/1/s3cr3tc0de/", "webhook"),
        ("http://lamp.example", "http_not_allowed"),
    ],
)
async def test_what_names_no_portal_is_told_before_anything_is_asked(console, text, kind):
    with pytest.raises(AddressError) as caught:
        await console.sign_in.check_portal(text)

    assert caught.value.kind == kind
    assert await console.portal.calls() == []


async def test_a_server_that_is_no_portal_is_recognised(console):
    async def page(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"<html>Welcome</html>"})

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=page)) as http:
        unused = MemoryVault(), console.profiles, console.traffic
        sign_in = SignIn(lambda _network: http, *unused, lambda _: True)
        with pytest.raises(Garbled):
            await sign_in.check_portal("https://lamp.example")


async def test_no_secret_shows_up_in_what_the_inspector_keeps(console):
    await console.start()
    address = await console.allow()
    console.sign_in.paste(address)
    session = await console.sign_in.finish()
    keys = await load_keys(console.vault, session.profile)

    shown = repr(console.traffic.records)
    code = httpx.URL(address).params["code"]
    for secret in (keys.client_secret, keys.tokens.access, keys.tokens.refresh, code):
        assert secret not in shown
