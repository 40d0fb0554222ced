"""The place of secrets for commands: unlocked or chosen at the terminal."""

from typing import TYPE_CHECKING

from app.commands.opening import WrongUse, ask_secret, refuse, tell
from app.commands.printing import say
from app.domain.passphrase import SHORTEST, flaw_of
from app.settings import PASSPHRASE

if TYPE_CHECKING:
    from app.domain.problem import Problem
    from app.supplies import Supplies


async def unlock(supplies: "Supplies") -> None:
    """Make the keys readable.

    Raises:
        VaultFailed: VAULT_LOCKED, no passphrase can be had; it is wrong, or the place that was
            chosen cannot be used.
    """
    from app.services.failures import VaultFailed

    vault = supplies.vault
    if vault.state == "locked":
        given = supplies.settings.given.passphrase
        try:
            passphrase = ask_secret("Passphrase of the keys", given, PASSPHRASE)
        except WrongUse:
            way = f"set {PASSPHRASE}, or run this in a terminal"
            raise VaultFailed("VAULT_LOCKED", way) from None
        await vault.unlock(passphrase)
    elif vault.problem is not None:
        raise VaultFailed(vault.problem.code, vault.problem.text)


async def prepare(supplies: "Supplies", wanted: str) -> None:
    """Have a place for keys that outlive this command; `wanted` is keychain, file or "".

    Raises:
        WrongUse: nobody chose one, or no passphrase can be had.
        VaultFailed: the place cannot be used.
    """
    vault = supplies.vault
    vault.failed.connect(_tell_leftover)
    if vault.state == "locked":
        await unlock(supplies)
    if wanted == "keychain" and vault.kind != "keychain":
        await vault.use("keychain")
    elif wanted == "file" and (vault.state != "open" or vault.kind != "file"):
        await vault.use("file", _new_passphrase(supplies))
    elif vault.state != "open" or vault.kind == "memory":
        say("No keychain can be used here, so the keys go into a file that a passphrase opens.")
        await vault.use("file", _new_passphrase(supplies))


def _tell_leftover(problem: "Problem") -> None:
    """Everything else that fails is raised as well, and told there."""
    from app.services.failures import VaultFailed

    if problem.code == "VAULT_LEFTOVER":
        tell(VaultFailed(problem.code, problem.text))


def _new_passphrase(supplies: "Supplies") -> str:
    given = supplies.settings.given.passphrase
    passphrase = ask_secret("New passphrase for the keys", given, PASSPHRASE)
    repeated = ask_secret("The same once more", given, PASSPHRASE)
    flaw = flaw_of(passphrase, repeated)
    if flaw == "different":
        refuse("The two passphrases are not the same.")
    if flaw:
        refuse(f"The passphrase needs at least {SHORTEST} characters, not all the same few.")
    return passphrase
