"""Signs in to a sandbox portal with an HTTP client as the browser: nobody has to press Allow.

The sign-in is the real one: sign-in page, redirect to the loopback listener, code, tokens.
"""

from collections.abc import Callable
from pathlib import Path

import httpx

from app.bitrix.connection import Http
from app.domain.portal import PortalKind, Profile
from app.sandbox_process import SandboxDetails
from app.services.failures import ServiceError
from app.services.profiles import Profiles
from app.services.session import Session
from app.services.sign_in import SignIn
from app.services.traffic import Traffic
from app.services.vault import MemoryVault


async def profile_of(http: Http, details: SandboxDetails) -> Profile:
    """A sandbox portal, before anybody has signed in to it."""
    state = (await http.get(f"{details.control}state")).json()
    return Profile(
        name=str(state["portal"]["name"]),
        address=details.portal,
        client_id=details.client_id,
        oauth=details.oauth,
        redirect_uri=details.redirect_uri,
        member_id=details.member_id,
        kind=PortalKind.SANDBOX,
    )


async def sign_in_to_sandbox(
    http: Http,
    details: SandboxDetails,
    traffic: Traffic,
    folder: Path,
    browse: Callable[[str], bool],
) -> Session:
    """The whole sign-in; `browse` begins to follow an address, see `visit`. Nothing of it outlives
    the sandbox: keys stay in memory, the profile in `folder`.

    Raises:
        BitrixError: the sandbox refused or does not answer.
        ServiceError: its answer cannot be listened for.
    """
    profile = await profile_of(http, details)
    sign_in = SignIn(lambda _network: http, MemoryVault(), Profiles(folder), traffic, browse)
    try:
        await sign_in.start(profile, details.client_secret)
        if sign_in.listener_problem is not None:
            raise ServiceError(sign_in.listener_problem.code, sign_in.listener_problem.text)
        return await sign_in.finish()
    finally:
        await sign_in.cancel()


async def visit(url: str) -> httpx.URL:
    """Follow the redirects from the sign-in page back to the listener, as a browser would. Answers
    where they end: at the sign-in page, when it wants to be agreed to by its owner.
    """
    async with httpx.AsyncClient(follow_redirects=True, trust_env=False) as browser:
        return (await browser.get(url)).url
