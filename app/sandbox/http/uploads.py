"""/disk/upload/TOKEN: one multipart upload into a folder of the drive, instead of base64.

The token was given by `disk.folder.uploadfile` and is the whole permission.
"""

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response

from app.sandbox import envelope
from app.sandbox.errors import VendorError
from app.sandbox.http.forms import MAX_BODY, in_pieces
from app.sandbox.http.guard import JsonAnswer, read_body
from app.sandbox.messenger.drive import take_slot
from app.sandbox.methods.disk import save
from app.sandbox.portal import Portal

FIELD = "file"


class UploadEndpoint:
    """Serves one portal."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    async def __call__(self, request: Request) -> Response:
        """Store the file; the answer is that of `disk.folder.uploadfile`."""
        portal = self._portal
        started = portal.clock.now()
        body = await read_body(request)
        portal.catch_up()
        try:
            name, content = await _file(request, body)
            slot = take_slot(portal, request.path_params["token"])
            if slot is None:
                raise VendorError("ERROR_NOT_FOUND", "The address for the upload is not valid", 404)
            name = slot.name or name
            result = save(portal, slot.folder, slot.user, name, content, unique=slot.unique)
        except VendorError as refusal:
            return JsonAnswer(refusal.body, status_code=refusal.status)
        time = envelope.time_block(portal, started, started)
        return JsonAnswer(envelope.success(result, time))


async def _file(request: Request, body: bytes) -> tuple[str, bytes]:
    parser = MultiPartParser(
        request.headers, in_pieces(body), max_files=10, max_fields=100, max_part_size=MAX_BODY
    )
    try:
        form = await parser.parse()
    except (MultiPartException, HTTPException, KeyError, UnicodeError):
        raise VendorError("INVALID_REQUEST", "The multipart body cannot be read") from None
    part = form.get(FIELD)
    found = (part.filename or "file", await part.read()) if isinstance(part, UploadFile) else None
    await form.close()
    if found is None:
        raise VendorError("ERROR_COULD_NOT_SAVE_FILE", "Could not save file")
    return found
