"""The console's keychain on a real Secret Service: one JSON object for each thing that was tried.

Runs inside a message bus of its own with `gnome-keyring-daemon`, see `test_secret_service.py`.
"""

import asyncio
import json
from pathlib import Path

import secretstorage
from jeepney.bus_messages import DBus

from app.services import keychain as keychain_module
from app.services.failures import VaultFailed
from app.services.keychain import KeychainVault, open_keychain

SECRET = '{"refresh_token": "dG9wIHNlY3JldA — ключ"}'


async def tried(name, asking):
    try:
        answer = await asking
    except VaultFailed as failed:
        answer = failed.problem.code
    print(json.dumps({name: answer}), flush=True)


async def used(vault: KeychainVault) -> None:
    await tried("unknown", vault.load("portal"))
    await vault.save("portal", SECRET)
    await vault.save("portal", SECRET + "2")
    await tried("another run", (await open_keychain(Path())).load("portal"))
    await vault.forget("portal")
    await vault.forget("never there")
    await tried("forgotten", vault.load("portal"))
    await vault.save("portal", SECRET)


async def locked(vault: KeychainVault) -> None:
    connection = secretstorage.dbus_init()
    secretstorage.get_default_collection(connection).lock()
    await tried("nobody to ask", vault.load("portal"))
    await tried("saving while locked", vault.save("portal", SECRET))
    reply = connection.send_and_get_reply(DBus().RequestName("org.gnome.keyring.SystemPrompter"))
    assert reply.body == (1,)  # from now on somebody is asked, who never answers
    await tried("its owner is asked", vault.load("portal"))
    await tried("opened while locked", open_keychain(Path()))


async def main() -> None:
    keychain_module._PATIENCE, keychain_module._PATIENCE_FOR_A_PERSON = 1.0, 0.2
    vault = await open_keychain(Path())
    await used(vault)
    await locked(vault)


if __name__ == "__main__":
    asyncio.run(main())
