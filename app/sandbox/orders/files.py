"""Orders about files: what the outer system puts where the portal can fetch it."""

import base64
import binascii

from app.sandbox.errors import ControlError
from app.sandbox.messenger import drive
from app.sandbox.orders.base import Fields, order
from app.sandbox.params import to_text
from app.sandbox.portal import Portal


@order("file")
def keep_file(portal: Portal, fields: Fields) -> Fields:
    """A file that a connector can send by its address: `name`, `content` (base64)."""
    content = content_of(fields)
    if not content:
        raise ControlError("A file needs content, in base64.")
    file = drive.store(portal, to_text(fields.get("name")) or "file", content)
    if file is None:
        raise ControlError("There is no room for that file.", 409)
    return {"file_id": file.id, "name": file.name, "url": file.url, "size": len(content)}


def content_of(item: Fields) -> bytes:
    """The bytes that came with an order."""
    try:
        return base64.b64decode(to_text(item.get("content")), validate=True)
    except (binascii.Error, ValueError):
        raise ControlError("content of a file is base64.") from None
