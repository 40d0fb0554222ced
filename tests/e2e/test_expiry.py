"""The token runs out in the middle of two hundred parallel calls over real sockets: one refresh."""

import asyncio

from app.domain.calls import CallKind
from app.services.session import load_keys
from app.services.traffic import Traffic
from tests.e2e.conftest import serve

CALLS = 200


async def test_two_hundred_parallel_calls_survive_an_expiry_with_one_refresh(vault):
    async with serve() as portal:
        traffic = Traffic()
        session = await portal.sign_in(vault=vault, traffic=traffic)
        old = await load_keys(vault, session.profile)

        async def expire():
            await portal.order("tokens", action="expire", which="access")

        calls = [session.caller.call("profile") for _ in range(CALLS)]
        half = CALLS // 2
        answers = await asyncio.gather(*calls[:half], expire(), *calls[half:])
        await session.caller.call("profile")
        new = await load_keys(vault, session.profile)

    refreshes = [r for r in traffic.records if r.kind is CallKind.OAUTH and "refresh" in r.method]
    refused = [r for r in traffic.records if r.error == "expired_token"]
    assert [answer["NAME"] for answer in answers if answer] == ["Olga"] * CALLS
    assert len(refused) >= 1
    assert len(refreshes) == 1
    assert session.tokens.refreshed == 1
    assert new.tokens.refresh != old.tokens.refresh
