"""Which version the journal's tables have, and how they get to the present one. Knows no service.

Times are ISO 8601 in UTC, so that they sort as text. Lists inside a row are JSON.
"""

from sqlite3 import Connection

from app.services.failures import JournalFailed
from app.services.tables import version_1, version_2, version_3, version_4

_STEPS = (version_1.TABLES, version_2.TABLES, version_3.TABLES, version_4.TABLES)

#: The version that this program writes.
VERSION = len(_STEPS)


def version_of(connection: Connection) -> int:
    """The version of a file; 0 for one that is empty.

    Raises:
        JournalFailed: a newer program wrote this file.
    """
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > VERSION:
        raise JournalFailed("JOURNAL_NEWER", f"version {found}, this program knows {VERSION}")
    return int(found)


def migrate(connection: Connection) -> None:
    """Bring the file to the present version; each step is one transaction.

    Raises:
        JournalFailed: a newer program wrote this file.
    """
    found = version_of(connection)
    for version, step in enumerate(_STEPS[found:], start=found + 1):
        connection.executescript(f"BEGIN; {step} PRAGMA user_version = {version}; COMMIT;")
