"""Signed in, refreshed, signed out; and where the secrets are in the meantime."""

import asyncio

import pytest

from app.bitrix.errors import Garbled, SignedOut
from app.services.people import People
from app.services.session import Keys, load_keys, resume
from app.services.traffic import Traffic
from app.services.vault import MemoryVault
from tests.helpers.desk import open_sandbox, open_test_desk


@pytest.fixture
def vault():
    return MemoryVault()


async def test_a_session_knows_whom_and_what_it_may_do(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)

    assert session.capabilities.user.name == "Olga Demina"
    assert session.capabilities.admin
    assert session.capabilities.installed
    assert session.capabilities.missing_scopes == ()
    assert session.profile.member_id
    assert session.profile.endpoint == "http://127.0.0.1:8080/rest/"


async def test_a_later_run_goes_on_with_the_stored_tokens(sandbox, vault):
    first = await sandbox.sign_in(vault=vault)
    second = await resume(sandbox.http, vault, first.profile, Traffic())

    assert second.capabilities == first.capabilities


async def test_without_stored_tokens_one_has_to_sign_in(sandbox, vault):
    with pytest.raises(SignedOut):
        await resume(sandbox.http, vault, sandbox.profile(), Traffic())


async def test_dead_tokens_are_told_as_signed_out(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    await sandbox.order("tokens", action="revoke", which="all")

    with pytest.raises(SignedOut):
        await resume(sandbox.http, vault, session.profile, Traffic())


async def test_an_unreachable_portal_is_not_mistaken_for_dead_tokens(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    await sandbox.order("fault", kind="cut", method="batch", count=1)

    with pytest.raises(Garbled):  # in memory a cut answer arrives shortened
        await resume(sandbox.http, vault, session.profile, Traffic())
    assert await load_keys(vault, session.profile) is not None


async def test_fifty_calls_with_an_expired_token_cause_one_refresh(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    before = await vault.load(session.profile.key)
    await sandbox.order("tokens", action="expire", which="access")
    await asyncio.gather(*(session.caller.call("profile") for _ in range(50)))

    assert session.tokens.refreshed == 1
    assert await vault.load(session.profile.key) != before


async def test_a_new_pair_is_in_the_vault_before_it_is_used(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    await sandbox.order("tokens", action="expire", which="access")
    await session.caller.call("profile")
    later = await resume(sandbox.http, vault, session.profile, Traffic())

    assert later.capabilities.user == session.capabilities.user


async def test_whoever_finds_the_sign_in_dead_everybody_is_told_once(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    told = []
    session.changed.connect(told.append)
    await sandbox.order("tokens", action="revoke", which="all")
    for _ in range(3):
        with pytest.raises(SignedOut):
            await session.caller.call("profile")

    assert session.signed_out is not None
    assert len(told) == 1


async def test_signing_out_keeps_the_applications_secret_unless_asked_to_forget(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    await session.sign_out(forget=False)
    kept = await load_keys(vault, session.profile)
    again = await sandbox.sign_in(vault=vault)
    await again.sign_out(forget=True)

    assert kept.tokens is None
    assert kept.client_secret == sandbox.about["client_secret"]
    assert await load_keys(vault, session.profile) is None
    assert session.signed_out is not None


async def test_keys_show_no_secret(sandbox, vault):
    session = await sandbox.sign_in(vault=vault)
    keys = await load_keys(vault, session.profile)

    shown = repr((keys, session, session.__dict__, vault))
    assert sandbox.about["client_secret"] not in shown
    assert keys.tokens.access not in shown
    assert keys.tokens.refresh not in shown


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"client_secret": "x", "tokens": "{}"}'])
def test_a_damaged_entry_of_the_vault_is_as_good_as_none(text):
    assert Keys.from_json(text) is None


async def test_nothing_of_the_secrets_is_in_the_journal(sandbox, tmp_path, until):
    vault = MemoryVault()
    session = await sandbox.sign_in(vault=vault)
    keys = await load_keys(vault, session.profile)
    async with open_test_desk(sandbox, tmp_path, session=session) as desk:
        await until(lambda: desk.feed.health.last_poll is not None)

    content = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    secrets = (keys.client_secret, keys.tokens.access, keys.tokens.refresh)
    assert [secret for secret in secrets if secret.encode() in content] == []


async def test_names_are_asked_once_and_remembered(sandbox, tmp_path):
    session = await sandbox.sign_in()
    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        await desk.people.learn([7, 12, 999])
        await desk.people.learn([7, 12, 999])
        names = {each: desk.people.get(each).name for each in (7, 12)}

    async with open_test_desk(sandbox, tmp_path, session=session, run=False) as desk:
        assert isinstance(desk.people, People)
        assert {each: desk.people.get(each).name for each in (7, 12)} == names
        assert desk.people.get(999) is None
    assert names == {7: "Олег Иванов", 12: "Ann Lee"}
    assert len(await sandbox.calls("user.get")) == 1


async def test_names_that_the_portal_does_not_tell_hold_nothing_up(tmp_path):
    async with (
        open_sandbox(scope="imopenlines,imconnector,im") as portal,
        open_test_desk(portal, tmp_path, run=False) as desk,
    ):
        await desk.people.learn([7])
        await desk.people.learn([7])

        assert desk.people.get(7) is None
        assert len(await portal.calls("user.get")) == 1
