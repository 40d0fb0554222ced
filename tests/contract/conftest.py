"""Portals for the contract's tests: fresh ones, with or without a connected shop."""

import pytest

from app.bitrix.events import EventQueue
from app.bitrix.imconnector import ImConnector

from .canned import open_client
from .handlers import open_handler
from .kit import open_portal
from .witness import WITNESS


def pinned(item):
    return [name for mark in item.iter_markers("pins") for name in mark.args]


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """A test marked `pins(...)` has each method answered and gets each event, in its own body."""
    WITNESS.forget()
    result = yield
    missing = WITNESS.missing(pinned(pyfuncitem))
    assert not missing, f"pinned and not met in this test: {missing}"
    return result


@pytest.fixture(autouse=True)
def _nothing_broke_unseen(caplog):
    """Due work that breaks harms no call; here it fails the test in which it broke."""
    yield
    told = [row.getMessage() for row in caplog.get_records("call") if row.levelname == "ERROR"]
    assert told == []


@pytest.fixture
async def handler():
    """A web server of the application."""
    async with open_handler() as opened:
        yield opened


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
