"""`disk.folder.uploadfile`: a file into a folder, at once or by an address for one upload."""

import base64
import binascii
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.messenger import drive, im_people
from app.sandbox.messenger.im_records import DriveFile
from app.sandbox.methods.im_base import me, number
from app.sandbox.params import Params, as_map, entries, is_array, lower, to_text, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

STORAGE = "1"


@rest_method(
    "disk.folder.uploadfile",
    basis="documented",
    page="disk-folder-upload-file.md",
    note=f"A file may have {drive.MAX_FILE // 1024 // 1024} MB, the drive keeps {drive.MAX_FILES}.",
    scopes=("disk",),
)
def upload_file(portal: Portal, params: Params) -> object:
    """Store a base64 content, or name the address that takes a multipart upload."""
    params, user = lower(params), me(portal)
    if params.get("id") is None:
        raise VendorError("ERROR_ARGUMENT", "Invalid value of parameter {Parameter #0}")
    folder = number(params["id"])
    if folder not in portal.drive.folders:
        shown = to_text(params["id"])[:50]
        raise VendorError("ERROR_NOT_FOUND", f"Could not find entity with id `{shown}`")
    if not drive.may_use(portal, folder, user):
        raise VendorError("ACCESS_DENIED", "Access denied")
    name = to_text(upper(as_map(params.get("data"))).get("NAME")).strip()
    unique = truthy(params.get("generateuniquename"))
    if params.get("filecontent") is None:
        token = drive.open_slot(portal, folder, user, name, unique=unique)
        return {"field": "file", "uploadUrl": f"{portal.origin}/disk/upload/{token}"}
    if not name:
        text = "Error: required parameter NAME (DISK_BASE_SERVICE_22001)"
        raise VendorError("DISK_BASE_SERVICE_22001", text)
    return save(portal, folder, user, name, _content(params["filecontent"]), unique=unique)


def save(
    portal: Portal, folder: int, user: int, name: str, content: bytes | None, *, unique: bool
) -> dict[str, Any]:
    """Put a file into a folder and describe it; refuses what cannot be stored."""
    row = None
    if content is not None:
        row = drive.put(portal, folder, user, name, content, unique=unique)
    if row is None:
        raise VendorError("ERROR_COULD_NOT_SAVE_FILE", "Could not save file")
    return _shown(portal, row)


def _content(value: Any) -> bytes | None:
    """The bytes of `[name, base64]`, or of the base64 alone."""
    listed = [item for _, item in entries(value)] if is_array(value) else [value]
    text = listed[-1] if listed else None
    if not isinstance(text, str) or not text:
        return None
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None


def _shown(portal: Portal, row: DriveFile) -> dict[str, Any]:
    at = im_people.moment(portal, row.at)
    return {
        "ID": row.file.id,
        "NAME": row.file.name,
        "CODE": None,
        "STORAGE_ID": STORAGE,
        "TYPE": "file",
        "PARENT_ID": str(row.folder),
        "DELETED_TYPE": 0,
        "GLOBAL_CONTENT_VERSION": 1,
        "FILE_ID": row.file.id,
        "SIZE": str(row.file.size),
        "CREATE_TIME": at,
        "UPDATE_TIME": at,
        "DELETE_TIME": None,
        "CREATED_BY": str(row.author),
        "UPDATED_BY": str(row.author),
        "DELETED_BY": None,
        "DOWNLOAD_URL": row.file.url,
        "DETAIL_URL": row.file.url,
    }
