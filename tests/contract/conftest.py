"""Portals for the contract's tests: fresh ones, with or without a connected shop."""

import pytest

from app.bitrix.events import EventQueue
from app.bitrix.imconnector import ImConnector

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


@pytest.fixture
async def chat(shop):
    """An open dialog; the queue is empty."""
    return await shop.open_dialog()


@pytest.fixture
async def open_shop():
    """A connected shop whose application sees the events of its own calls as well."""
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect()
        await portal.bind()
        yield portal


@pytest.fixture
def queue(client):
    return EventQueue(client.transport)


@pytest.fixture
def connectors(client):
    return ImConnector(client.transport)
