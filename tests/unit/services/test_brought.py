"""Tokens from elsewhere sign in without a browser: proved where they can be, doubted where not."""

import json
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from app.bitrix.errors import Refused, SignedOut
from app.domain.portal import PortalKind, Profile
from app.services.credentials import read_credentials
from app.services.failures import NotPossible
from app.services.profiles import Profiles
from app.services.session import load_keys
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.services.vault import MemoryVault
from tests.helpers.desk import open_sandbox


class Person:
    """Has tokens of a sign-in that somebody else made."""

    def __init__(self, portal, folder, tokens):
        self.portal, self.tokens = portal, tokens
        self.vault, self.profiles = MemoryVault(), Profiles(folder)
        self.sign_in = SignIn(
            *(lambda _network: portal.http, self.vault, self.profiles, Traffic()), lambda _url: True
        )

    async def bring(self, *without, secret=True, profile: Profile | None = None, **changes):
        pasted = {k: v for k, v in (self.tokens | changes).items() if k not in without}
        return await self.sign_in.bring(
            profile or self.portal.profile(),
            self.portal.about["client_secret"] if secret else "",
            read_credentials(json.dumps(pasted)),
        )


@asynccontextmanager
async def open_person(folder, **options):
    async with open_sandbox(**options) as portal:
        elsewhere = MemoryVault()
        session = await portal.sign_in(vault=elsewhere)
        tokens = (await load_keys(elsewhere, session.profile)).tokens
        await session.close()
        yield Person(portal, folder, {
            "access_token": tokens.access, "refresh_token": tokens.refresh,
            "client_endpoint": tokens.endpoint, "member_id": tokens.member_id,
            "server_endpoint": f"{portal.about['oauth']}/rest/", "expires_in": 3600,
        })  # fmt: skip


@pytest.fixture
async def person(tmp_path):
    async with open_person(tmp_path) as opened:
        yield opened


async def test_a_portal_goes_by_its_own_name_whatever_address_was_typed(person):
    typed = replace(
        person.portal.profile(),
        name="test.example",
        address="https://test.example",
        kind=PortalKind.PRODUCTION,
    )
    profile = (await person.bring(profile=typed)).profile

    assert (profile.name, profile.kind) == ("127.0.0.1:8080", PortalKind.SANDBOX)
    assert person.profiles.all() == (profile,)


async def test_a_pair_with_the_keys_signs_in_at_once_and_becomes_ours(person):
    session = await person.bring()

    kept = (await load_keys(person.vault, session.profile)).tokens
    assert session.capabilities.user.name == "Olga Demina"
    assert kept.refresh != person.tokens["refresh_token"]
    assert person.profiles.last() == session.profile


async def test_a_pair_without_the_secret_is_renewed_with_the_one_that_is_kept(person):
    first = await person.bring()
    kept = await load_keys(person.vault, first.profile)
    pair = {"access_token": kept.tokens.access, "refresh_token": kept.tokens.refresh}
    again = await person.bring(secret=False, **pair)

    keys = await load_keys(person.vault, again.profile)
    assert keys.client_secret == kept.client_secret
    assert keys.tokens.refresh != kept.tokens.refresh


async def test_the_server_says_which_portal_a_renewed_pair_is_for(person):
    session = await person.bring("client_endpoint", member_id="f" * 32)

    assert session.profile.member_id == person.tokens["member_id"]
    assert session.profile.address == person.portal.about["portal"]


async def test_a_renewed_pair_of_another_portal_than_the_known_one_is_refused(person):
    known = replace(person.portal.profile(), member_id="f" * 32)

    with pytest.raises(Refused, match="FOREIGN_PORTAL"):
        await person.bring(profile=known)

    assert person.profiles.all() == ()


async def test_an_access_token_alone_works_while_it_lives(person):
    session = await person.bring("refresh_token", secret=False)

    assert session.capabilities.admin
    await person.portal.order("tokens", action="expire")
    with pytest.raises(SignedOut, match="NO_REFRESH_TOKEN"):
        await session.refresh_capabilities()


@pytest.mark.parametrize("missing", ["member_id", "client_endpoint", "access_token"])
async def test_what_nobody_can_prove_needs_everything_said(person, missing):
    without = ("access_token",) if missing == "access_token" else ("refresh_token", missing)

    with pytest.raises(NotPossible, match="TOKENS_UNPROVED"):
        await person.bring(*without, secret=False)


async def test_an_access_token_that_has_run_out_is_not_even_tried(person):
    with pytest.raises(SignedOut, match="EXPIRED_TOKEN"):
        await person.bring("refresh_token", secret=False, expires=1_600_000_000)


async def test_a_token_that_the_portal_refuses_leaves_nothing_behind(person):
    with pytest.raises(SignedOut):
        await person.bring("refresh_token", secret=False, access_token="0" * 70)

    key = f"{person.tokens['member_id']}.{person.portal.profile().client_id}"
    assert await person.vault.load(key) is None
    assert person.profiles.all() == ()


@pytest.mark.parametrize(
    "known", [{"member_id": "f" * 32}, {"address": "https://other.example"}], ids=str
)
async def test_an_unproved_token_is_refused_where_something_known_speaks_against_it(person, known):
    profile = replace(person.portal.profile(), member_id=person.tokens["member_id"])
    person.profiles.save(replace(profile, **known))

    with pytest.raises(Refused, match="FOREIGN_PORTAL"):
        await person.bring("refresh_token", secret=False)


async def test_a_token_for_another_host_than_the_named_one_is_not_sent_there(person):
    with pytest.raises(Refused, match="FOREIGN_PORTAL"):
        await person.bring(
            "refresh_token", secret=False, client_endpoint="https://evil.example/rest/"
        )


async def test_a_second_application_on_one_portal_has_a_name_of_its_own(person):
    taken = replace(person.portal.profile(), client_id="local.other", member_id="m")
    person.profiles.save(replace(taken, address="https://x.example"))

    session = await person.bring()

    assert session.profile.name == person.profiles.last().name
    assert session.profile.client_id in session.profile.name
