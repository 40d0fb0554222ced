"""The keys of an open portal in their vault: every new pair is kept before anybody uses it, and one
process at a time asks for one. Knows no portal.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import replace

from app.bitrix.errors import SignedOut, Withheld
from app.bitrix.oauth import Tokens
from app.services.failures import VaultFailed
from app.services.keys import Keys
from app.services.vault import Vault


class SessionKeys:
    """What the vault has under a portal's `name`."""

    def __init__(self, vault: Vault, name: str, keys: Keys) -> None:
        self._vault, self._name, self._keys = vault, name, keys

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """One process at a time asks for a new pair.

        Raises:
            Withheld: REFRESH_BUSY, another one does not finish.
        """
        async with AsyncExitStack() as stack:
            with _withheld():
                await stack.enter_async_context(self._vault.alone(self._name))
            yield

    async def reload(self) -> Tokens | None:
        """The pair that the vault has now: a vault that cannot be read could not keep a new one.

        Raises:
            SignedOut: another process has signed out.
            Withheld: the vault does not answer.
        """
        with _withheld():
            text = await self._vault.load(self._name)
        keys = None if text is None else Keys.from_json(text)
        if text is None or (keys is not None and keys.tokens is None):
            raise SignedOut("SIGNED_OUT_ELSEWHERE")
        self._keys = keys or self._keys
        return self._keys.tokens

    async def save(self, tokens: Tokens) -> None:
        """Called with every new pair before anybody uses it.

        Raises:
            Withheld: the vault does not keep it.
        """
        keys = replace(self._keys, tokens=tokens)
        with _withheld():
            await self._vault.save(self._name, keys.to_json())
        self._keys = keys

    async def drop(self, *, forget: bool) -> None:
        """The tokens go; with `forget` the application's secret as well.

        Raises:
            VaultFailed: the vault does not answer.
        """
        if forget:
            await self._vault.forget(self._name)
        else:
            await self._vault.save(self._name, replace(self._keys, tokens=None).to_json())

    async def keep(self, tokens: Tokens) -> None:
        """Put them into a vault that has taken another one's place and has none of this portal.

        Raises:
            VaultFailed: they cannot be kept there.
        """
        async with self._vault.alone(self._name):
            if await self._vault.load(self._name) is None:
                keys = replace(self._keys, tokens=tokens)
                await self._vault.save(self._name, keys.to_json())


@contextmanager
def _withheld() -> Iterator[None]:
    """To whoever calls the portal, a vault that fails is one more reason to wait."""
    try:
        yield
    except VaultFailed as failed:
        raise Withheld(failed.problem.code, failed.problem.text) from None
