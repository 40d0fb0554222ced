"""A small model of dialogs and of the offline queue, written from the vendor's rules alone.

It predicts what the portal holds after every act. It knows no HTTP and nothing of the sandbox.
"""

from dataclasses import dataclass, field

EDITABLE_SECONDS = 3 * 86_400
#: What makes a queued event the same as another one: its kind and the facts in its payload.
Key = tuple


@dataclass
class Spoken:
    """A message as both sides know it; `own` are operators' messages."""

    id: int
    text: str
    own: bool
    at: float
    external: str = ""
    deleted: bool = False


@dataclass
class Dialog:
    """A customer's chat; sessions are (id, open)."""

    chat: int
    sessions: list[int] = field(default_factory=list)
    open: bool = False
    messages: list[Spoken] = field(default_factory=list)


@dataclass
class Row:
    """A queued event."""

    key: Key
    process: str = ""
    error: bool = False


class Queue:
    """The offline queue of one application, in the order of insertion."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def put(self, *key) -> None:
        """Add an event, unless one with the same content still waits, be it an error row."""
        if not any(row.key == key and not row.process for row in self.rows):
            self.rows.append(Row(key))

    def waiting(self, *, error: bool = False) -> list[Row]:
        return [row for row in self.rows if not row.process and row.error == error]

    def of(self, process: str) -> list[Row]:
        return [row for row in self.rows if row.process == process]

    def remove(self, gone: list[Row]) -> None:
        self.rows = [row for row in self.rows if all(row is not other for other in gone)]

    def fail(self, process: str, keys: set[Key]) -> None:
        """Release rows as errors; identical rows that wait are dropped."""
        self.remove([row for row in self.waiting() if row.key in keys])
        for row in self.of(process):
            if row.key in keys:
                row.process, row.error = "", True


def key_of(event: str, data) -> Key:
    """The same key from what the portal sent."""
    kind = event.removeprefix("ONIMCONNECTOR")
    if kind.startswith("DIALOG"):
        return kind, int(data["DATA"][0]["session"]["id"])
    item = data["MESSAGES"][0]
    message = int(item["im"]["message_id"])
    if kind == "MESSAGEUPDATE":
        return kind, message, item["message"]["text"].partition("[br] ")[2]
    return kind, message
