"""One refresh at a time, whoever asks, whatever fails meanwhile; and the pair is never lost."""

import asyncio
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from filelock import FileLock

from app.bitrix.errors import ReadOnly, SignedOut, Withheld
from app.domain.calls import CallKind
from app.domain.portal import REFRESH_LIFETIME
from app.services import places
from app.services.failures import VaultFailed
from app.services.places import portal_folder
from app.services.sealed import SealedVault
from app.services.session import load_keys, resume
from app.services.traffic import Traffic
from app.services.vault import MemoryVault


class Troubled(SealedVault):
    """A real vault that refuses as often as it is told to."""

    def __init__(self, path, key):
        super().__init__(path, key)
        self.troubles = {"load": 0, "save": 0}

    async def load(self, key):
        self._trouble("load")
        return await super().load(key)

    async def save(self, key, secret):
        self._trouble("save")
        await super().save(key, secret)

    def _trouble(self, act):
        if self.troubles[act]:
            self.troubles[act] -= 1
            raise VaultFailed("KEYCHAIN_LOCKED")


@pytest.fixture
async def vault(tmp_path, cheap_scrypt):
    return await Troubled.create(tmp_path / "secrets.sealed", "passphrase")


@pytest.fixture
async def open_window(sandbox, vault):
    """Opens one more window on the portal: a session with its own vault on the same file."""
    async with AsyncExitStack() as stack:
        first = await sandbox.sign_in(vault=vault)
        stack.push_async_callback(first.close)

        async def another():
            if not hasattr(first, "given"):
                first.given, first.traffic = True, Traffic()
                return first
            own = await Troubled.unlock(vault._path, "passphrase")
            session = await resume(sandbox.http, own, first.profile, Traffic())
            stack.push_async_callback(session.close)
            return session

        yield another


async def expire(sandbox):
    await sandbox.order("tokens", action="expire", which="access")


async def refusals(sandbox):
    return (await sandbox.state())["refusals"]


async def live_refresh_tokens(sandbox):
    return (await sandbox.state())["tokens"]["refresh"]


async def test_what_another_window_refreshed_is_taken_without_asking(sandbox, open_window):
    first, second = await open_window(), await open_window()
    await expire(sandbox)
    await first.caller.call("profile")
    await second.caller.call("profile")

    assert (first.tokens.refreshed, first.tokens.by) == (1, "this window")
    assert (second.tokens.refreshed, second.tokens.by) == (0, "another process")
    assert first.tokens.obtained_at == second.tokens.obtained_at
    assert "invalid_grant" not in await refusals(sandbox)


async def test_what_another_window_got_long_ago_is_renewed_once_more(sandbox, open_window):
    first, second = await open_window(), await open_window()
    await expire(sandbox)
    await first.caller.call("profile")
    await expire(sandbox)
    await second.caller.call("profile")
    await first.caller.call("profile")

    assert (second.tokens.refreshed, second.tokens.by) == (1, "this window")
    assert (first.tokens.refreshed, first.tokens.by) == (1, "another process")
    assert first.signed_out is None
    assert second.signed_out is None


async def test_a_token_of_our_own_that_is_refused_at_once_signs_out(sandbox, open_window):
    session = await open_window()
    await sandbox.order("fault", kind="expired_token", method="profile", count=9)
    with pytest.raises(SignedOut):
        await session.caller.call("profile")

    assert session.tokens.refreshed == 1


async def test_while_another_process_refreshes_nobody_asks_and_that_is_told(
    sandbox, open_window, tmp_path, monkeypatch
):
    monkeypatch.setattr(places, "PATIENCE", 0.1)
    session = await open_window()
    await expire(sandbox)
    with FileLock(portal_folder(tmp_path, session.profile.key) / "refresh.lock"):
        with pytest.raises(Withheld) as caught:
            await session.caller.call("profile")
        assert caught.value.code == "REFRESH_BUSY"
        assert caught.value.transient
        assert session.signed_out is None
    await session.caller.call("profile")

    assert session.tokens.refreshed == 1


async def test_whoever_gives_up_waiting_does_not_keep_the_lock(sandbox, open_window, tmp_path):
    session = await open_window()
    await expire(sandbox)
    lock = FileLock(portal_folder(tmp_path, session.profile.key) / "refresh.lock")
    with lock:
        call = asyncio.gather(session.caller.call("profile"))
        await asyncio.sleep(0.01)
        await session.close()  # a program that ends does not wait for another one
        with pytest.raises(asyncio.CancelledError):
            await call
    await asyncio.sleep(0.05)
    with lock.acquire(timeout=5):
        assert session.tokens.refreshed == 0


async def test_keys_that_cannot_be_read_are_not_refreshed(sandbox, vault, open_window):
    session = await open_window()
    before = await load_keys(vault, session.profile)
    await expire(sandbox)
    vault.troubles["load"] = 1
    with pytest.raises(Withheld) as caught:
        await session.caller.call("profile")

    assert caught.value.code == "KEYCHAIN_LOCKED"
    assert session.signed_out is None
    assert await load_keys(vault, session.profile) == before
    await session.caller.call("profile")
    assert session.tokens.refreshed == 1


async def test_a_pair_that_cannot_be_kept_is_used_by_nobody_and_kept_later(
    sandbox, vault, open_window, monkeypatch
):
    first, second = await open_window(), await open_window()
    monkeypatch.setattr(places, "PATIENCE", 0.1)
    await expire(sandbox)
    vault.troubles["save"] = 1
    with pytest.raises(Withheld):
        await first.caller.call("profile")
    with pytest.raises(Withheld) as caught:
        await second.caller.call("profile")  # its pair is dead by now: to ask would sign it out
    assert caught.value.code == "REFRESH_BUSY"
    await first.caller.call("profile")
    await second.caller.call("profile")

    assert (first.tokens.refreshed, second.tokens.refreshed) == (1, 0)
    assert "invalid_grant" not in await refusals(sandbox)


async def test_a_pair_that_could_not_be_kept_is_kept_at_the_end(sandbox, vault, open_window):
    first = await open_window()
    await expire(sandbox)
    vault.troubles["save"] = 1
    with pytest.raises(Withheld):
        await first.caller.call("profile")
    await first.close()
    later = await open_window()

    assert later.tokens.refreshed == 0
    assert "invalid_grant" not in await refusals(sandbox)


async def test_a_window_whose_keys_were_taken_away_is_signed_out(sandbox, open_window):
    first, second = await open_window(), await open_window()
    await first.sign_out(forget=True)
    await expire(sandbox)
    with pytest.raises(SignedOut) as caught:
        await second.caller.call("profile")

    assert caught.value.code == "SIGNED_OUT_ELSEWHERE"
    assert second.signed_out is not None
    assert await live_refresh_tokens(sandbox) == 1, "nothing was refreshed for nobody"


async def test_a_caller_who_gives_up_at_any_step_loses_nothing(sandbox):
    vault, steps, finished = MemoryVault(), 0, False
    session = await sandbox.sign_in(vault=vault)
    while not finished:
        await expire(sandbox)
        call = asyncio.get_running_loop().create_task(session.caller.call("profile"))
        for _ in range(steps):
            await asyncio.sleep(0)
        finished = call.done()
        call.cancel()
        await asyncio.wait([call])
        await session.close()
        session = await resume(sandbox.http, vault, session.profile, Traffic())
        steps += 1

    print({"steps at which a caller gave up": steps, "refusals": await refusals(sandbox)})
    assert steps > 3
    assert "invalid_grant" not in await refusals(sandbox)
    assert session.signed_out is None


async def test_a_program_that_ends_at_any_step_loses_nothing(sandbox, vault):
    """Every task is cancelled, then the session is closed, as at the end of the program."""
    session = await sandbox.sign_in(vault=vault)
    for pause in range(24):
        await expire(sandbox)
        calls = asyncio.gather(*(session.caller.call("profile") for _ in range(3)))
        for _ in range(pause):
            await asyncio.sleep(0.0005)
        calls.cancel()
        with suppress(asyncio.CancelledError):
            await calls
        await session.close()
        await asyncio.to_thread(take_and_leave_the_lock, vault, session)
        session = await resume(sandbox.http, vault, session.profile, Traffic())
    await session.close()

    assert "invalid_grant" not in await refusals(sandbox)


def take_and_leave_the_lock(vault, session):
    """As another process; what a thread still gets falls back in the loop, which must go on."""
    lock = FileLock(portal_folder(vault._path.parent, session.profile.key) / "refresh.lock")
    with lock.acquire(timeout=10):
        pass


async def test_nothing_is_refreshed_while_tokens_are_good(sandbox):
    traffic = Traffic()
    session = await sandbox.sign_in(traffic=traffic)
    for _ in range(20):
        await session.caller.call("profile")

    asked = [each for each in traffic.records if each.kind is CallKind.OAUTH]
    assert [each.method for each in asked] == ["oauth.exchange"]


async def test_a_refresh_on_a_persons_word_is_one_refresh(sandbox):
    session = await sandbox.sign_in()
    old = await session.access_token()
    await session.refresh_now()

    assert session.tokens.refreshed == 1
    assert await session.access_token() != old


async def test_a_dead_refresh_token_found_by_hand_is_told_to_everybody(sandbox):
    session = await sandbox.sign_in()
    await sandbox.order("tokens", action="revoke", which="all")
    with pytest.raises(SignedOut):
        await session.refresh_now()

    assert session.signed_out is not None


async def test_the_ages_of_the_pair_are_told(sandbox):
    session = await sandbox.sign_in()
    before = session.tokens
    await session.refresh_now()
    after = session.tokens

    assert (before.by, before.last_refresh_at, before.refreshed) == ("", None, 0)
    assert before.refresh_expires_at == before.obtained_at + REFRESH_LIFETIME
    assert timedelta() <= before.refresh_age < timedelta(minutes=5)
    assert (after.by, after.last_refresh_at) == ("this window", after.obtained_at)
    assert after.access_expires_at - after.obtained_at == timedelta(hours=1)


async def test_listeners_see_the_new_pair_when_they_are_told(sandbox):
    session = await sandbox.sign_in()
    seen = []
    session.changed.connect(lambda _: seen.append(session.tokens.refreshed))
    await session.refresh_now()

    assert seen == [1]


async def test_a_read_only_session_lets_no_write_through_until_that_is_lifted(sandbox):
    session, told = await sandbox.sign_in(), []
    session.changed.connect(told.append)
    session.set_read_only(True)
    with pytest.raises(ReadOnly):
        await session.caller.call("imconnector.register", {"ID": "x"})
    await session.caller.call("profile")
    session.set_read_only(False)

    assert session.profile.read_only is False
    assert len(told) == 2
    assert await sandbox.calls("imconnector.register") == []


async def test_a_portal_that_moved_is_told_with_what_to_remember(sandbox):
    session, moved = await sandbox.sign_in(), []
    session.profile = replace(
        session.profile, endpoint="http://127.0.0.1:9/rest/", address="http://127.0.0.1:9"
    )
    session.moved.connect(moved.append)
    await session.refresh_now()
    await session.refresh_now()

    assert [(each.address, each.endpoint) for each in moved] == [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/rest/")
    ]
    assert moved == [session.profile]
