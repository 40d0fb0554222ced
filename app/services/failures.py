"""What a service can fail with besides the vendor's errors, and any failure as a stored value.

ServiceError
  JournalFull     no room left on the disk: nothing was changed, waiting helps
  JournalFailed   the journal cannot be opened, read or written
    JournalDamaged  parts of its file cannot be read; the rest can be salvaged
  VaultFailed     secrets cannot be read or kept where the person wants them
    WrongPassphrase   the sealed file is in order, the passphrase is not the right one
  NotNoted        done at the portal, but the log of acts could not be completed
  NotPossible     this cannot be done now (no chat in the portal yet, nothing to retry)
"""

from app.bitrix.errors import BitrixError
from app.domain.problem import Problem


class ServiceError(Exception):
    """A failure with words of its own; `problem` is what the window shows."""

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(f"{code} {text}".rstrip())
        self.problem = Problem(code, text)


class JournalFull(ServiceError):
    """The disk is full. The transaction was taken back; nothing is lost, nothing was added."""

    def __init__(self, text: str) -> None:
        super().__init__("DISK_FULL", text)


class JournalFailed(ServiceError):
    """The journal's file is damaged, locked, not ours to read, or written by a newer program."""


class JournalDamaged(JournalFailed):
    """Parts of the file cannot be read. It was left as it is."""

    def __init__(self, text: str) -> None:
        super().__init__("JOURNAL_DAMAGED", text)


class NotNoted(ServiceError):
    """The portal has done what it was asked for; the log of acts does not know that."""

    def __init__(self, why: Problem) -> None:
        super().__init__("ACT_NOT_NOTED", why.text)


class VaultFailed(ServiceError):
    """Secrets could not be read or kept; what was kept before is untouched. Codes: KEYCHAIN_* and
    VAULT_*, see `app.services.vault`.
    """


class WrongPassphrase(VaultFailed):
    """Not the passphrase of this sealed file."""

    def __init__(self) -> None:
        super().__init__("WRONG_PASSPHRASE")


class NotPossible(ServiceError):
    """Asked for something that makes no sense in the present state."""


def problem_of(error: BitrixError | ServiceError) -> Problem:
    """The failure as a value that can be stored and shown."""
    if isinstance(error, ServiceError):
        return error.problem
    return Problem(error.code, error.description)
