"""What the portals of a run share: HTTP clients, place of secrets, list of portals, calls."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.bitrix.connection import Http, open_http
from app.domain.portal import Network
from app.services.keeping import Keeping
from app.services.profiles import Profiles
from app.services.traffic import Traffic
from app.settings import Settings, load_preferences, save_preferences

USUAL = Network()


class Supplies:
    """Opened once, after the first paint; outlives every portal."""

    def __init__(self, settings: Settings, vault: Keeping, stack: AsyncExitStack) -> None:
        self.settings = settings
        self.vault = vault
        self.profiles = Profiles(settings.data_dir)
        self.traffic = Traffic()
        self._stack = stack
        self._clients: dict[tuple[Network, float], Http] = {}

    @property
    def http(self) -> Http:
        """The client for this machine and for portals without settings of their own."""
        return self.open_http(USUAL)

    def open_http(self, network: Network) -> Http:
        """The one client for these settings: every request of a profile goes through it.

        A file of authorities that was replaced meanwhile is read anew.

        Raises:
            NetworkError: the file or the proxy cannot be used.
        """
        key = network, _changed_at(network.ca_file)
        if key not in self._clients:
            client = open_http(network, on_contact=self.traffic.contacted)
            self._stack.push_async_callback(client.aclose)
            self._clients[key] = client
        return self._clients[key]


@asynccontextmanager
async def open_supplies(settings: Settings) -> AsyncIterator[Supplies]:
    """Open them until the block ends. An isolated run never touches the person's keychain."""
    async with AsyncExitStack() as stack:
        choice = load_preferences(settings.data_dir).vault
        vault = Keeping(
            settings.data_dir,
            choice,
            keychain=not settings.isolated,
            known=lambda: [each.key for each in supplies.profiles.all()],
            remember=partial(_remember_choice, settings.data_dir),
        )
        supplies = Supplies(settings, vault, stack)
        await vault.open()
        yield supplies


def _remember_choice(folder: Path, choice: str) -> None:
    preferences = load_preferences(folder)
    if preferences.vault != choice:
        save_preferences(folder, replace(preferences, vault=choice))


def _changed_at(file: str) -> float:
    try:
        return Path(file).expanduser().stat().st_mtime if file else 0.0
    except OSError:
        return 0.0
