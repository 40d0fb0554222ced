"""Portals for the contract's tests: fresh ones, with or without a connected shop."""

import pytest

from .canned import open_client
from .kit import open_portal


@pytest.fixture
async def portal():
    """The application is signed in as an administrator; nothing else has happened."""
    async with open_portal() as opened:
        yield opened


@pytest.fixture
async def shop(portal):
    """A connector is active on the first line and the seven events go to the offline queue."""
    await portal.connect()
    await portal.bind()
    return portal


@pytest.fixture
async def client():
    """The program's client, signed in, in front of a vendor with canned answers."""
    async with open_client() as opened:
        yield opened


@pytest.fixture
def vendor(client):
    return client.vendor
