"""Records of the messenger besides its chats: users' logs, the drive. `Portal` owns them all."""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from app.sandbox.conversation import File

#: Happenings that wait for one user; older ones fall off.
MAX_EVENTS = 2_000


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One happening in a user's chats."""

    id: int
    type: str
    at: float
    data: dict[str, Any]


@dataclass(slots=True)
class UserLog:
    """What waits for one user's program; recorded only while he is subscribed."""

    subscribed: bool = False
    entries: deque[LogEntry] = field(default_factory=lambda: deque(maxlen=MAX_EVENTS))


@dataclass(frozen=True, slots=True)
class DriveFile:
    """A file on the drive: in the folder of a chat, or among a user's saved files."""

    file: File
    folder: int
    author: int
    at: float


@dataclass(frozen=True, slots=True)
class UploadSlot:
    """An address for one multipart upload into a folder."""

    folder: int
    user: int
    name: str
    unique: bool
    until: float


@dataclass(slots=True)
class Drive:
    """Files of chats and users. `folders`: id -> chat (a positive number) or user (a negative one).

    `saved` are the folders of users' saved files. `size` and `count` are of all contents together.
    """

    files: dict[int, DriveFile] = field(default_factory=dict)
    folders: dict[int, int] = field(default_factory=dict)
    saved: dict[int, int] = field(default_factory=dict)
    slots: dict[str, UploadSlot] = field(default_factory=dict)
    size: int = 0
    count: int = 0
