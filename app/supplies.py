"""What all portals of a run share: HTTP client, keychain, list of portals, record of calls."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from app.bitrix.connection import Http, open_http
from app.services.profiles import Profiles
from app.services.traffic import Traffic
from app.services.vault import MemoryVault, Vault, VaultFailed, open_keychain
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Supplies:
    """Opened once, after the first paint; outlives every portal."""

    settings: Settings
    http: Http
    vault: Vault
    profiles: Profiles
    traffic: Traffic


@asynccontextmanager
async def open_supplies(settings: Settings) -> AsyncIterator[Supplies]:
    """Open them until the block ends. An isolated run never touches the person's keychain."""
    async with open_http() as http:
        vault = await _vault(settings)
        yield Supplies(settings, http, vault, Profiles(settings.data_dir), Traffic())


async def _vault(settings: Settings) -> Vault:
    if settings.isolated:
        return MemoryVault()
    try:
        return await open_keychain()
    except VaultFailed:
        return MemoryVault()
