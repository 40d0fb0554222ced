"""The text of a message as the portal's events brought it, before anything was made of it.

Knows the table `event` of the journal; asks no portal.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from sqlite3 import Connection

from app.bitrix.events import decode
from app.domain.dialog import Author, Message
from app.domain.events import MessageAdded, MessageUpdated
from app.services.journal import Journal
from app.services.people import People

_ROWS = (
    "SELECT raw FROM event WHERE name IN ('ONIMCONNECTORMESSAGEADD', 'ONIMCONNECTORMESSAGEUPDATE') "
    "AND instr(raw, ?) ORDER BY id DESC"
)


@dataclass(frozen=True, slots=True)
class RawText:
    """`names` are those under which the author may have signed. `kept` is False when the event is
    not in the journal: then `text` is what the transcript has. `signed`: the portal signs it.
    """

    text: str
    names: tuple[str, ...] = ()
    kept: bool = True
    signed: bool = False


async def raw_text(
    journal: Journal, people: People, connector: str, message: Message, *, signed: bool = True
) -> RawText:
    """The newest text of a message of this connector, and who wrote it; nobody, where nothing is
    taken off: the connector is not `signed`, or the text is an automatic one.

    Raises:
        JournalFailed: the journal cannot be read.
    """
    text, user = await journal.run(partial(_find, connector, message.im))
    person = people.get(user)
    signed = signed and message.author is not Author.SYSTEM
    names = (person.name,) if signed and person is not None and person.name else ()
    if text is None:
        return RawText(message.text, names, kept=False)
    return RawText(text, names, signed=signed)


def _find(connector: str, im: int | None, conn: Connection) -> tuple[str | None, int]:
    """The text of the newest event, and the author, whom only the first event names."""
    text: str | None = None
    if im is None:
        return None, 0
    for event in _events(conn, im):
        if (event.im, event.connector.casefold()) != (im, connector.casefold()):
            continue
        text = event.text if text is None else text
        if isinstance(event, MessageAdded):
            return text, event.user_id
    return text, 0


def _events(conn: Connection, im: int) -> Iterator[MessageAdded | MessageUpdated]:
    """Newest first. The number can stand anywhere in a row, so that decoding has the last word."""
    for (raw,) in conn.execute(_ROWS, (str(im).encode(),)):
        for event in decode(raw).events:
            if isinstance(event, MessageAdded | MessageUpdated):
                yield event
