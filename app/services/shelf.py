"""Files of this machine as addresses that the portal can read. Uploads to nobody but the sandbox.

A real portal fetches files itself, without signing in, from a public address: there the person
gives that address, and nothing leaves this machine.
"""

import asyncio
import mimetypes
from pathlib import Path

from app.bitrix.connection import Http, is_loopback
from app.bitrix.sandbox_files import LARGEST_FILE, SandboxFiles
from app.domain.dialog import Attachment
from app.domain.portal import PortalKind, Profile
from app.services.failures import NotPossible

_KINDS = ("image", "video", "audio")


class Shelf:
    """For one portal; `takes_files` only where it is a sandbox on this machine."""

    def __init__(self, http: Http, profile: Profile) -> None:
        local = profile.kind is PortalKind.SANDBOX and is_loopback(profile.address)
        self._files = SandboxFiles(http, profile.address) if local else None

    @property
    def takes_files(self) -> bool:
        """Whether a file of this machine can get an address here."""
        return self._files is not None

    async def put(self, path: Path) -> Attachment:
        """Hand a file to the sandbox.

        Raises:
            NotPossible: FILE_UNREADABLE, FILE_EMPTY, FILE_TOO_LARGE, or NO_SHELF at a real portal.
            BitrixError: the sandbox refused it.
        """
        if self._files is None:
            raise NotPossible("NO_SHELF")
        content = await asyncio.to_thread(_read, path)
        url = await self._files.keep(path.name, content)
        return Attachment(path.name, url, kind_of(path.name), len(content))


def kind_of(name: str) -> str:
    """What the name of a file promises: image, video, audio or file."""
    kind = (mimetypes.guess_type(name)[0] or "").partition("/")[0]
    return kind if kind in _KINDS else "file"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise NotPossible("FILE_UNREADABLE", error.strerror or path.name) from None
    if not content:
        raise NotPossible("FILE_EMPTY", path.name)
    if len(content) > LARGEST_FILE:
        raise NotPossible("FILE_TOO_LARGE", path.name)
    return content
