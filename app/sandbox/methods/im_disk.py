"""`im.disk.*`: files of a chat, posted from its folder on the drive."""

from collections.abc import Iterable
from typing import Any

from app.sandbox.conversation import Chat, File, Message
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chats, drive, im_messages, posts
from app.sandbox.methods.im_base import SCOPE, me, named, number, numbers
from app.sandbox.params import Params, is_array, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

MAX_POSTED = 100


@rest_method("im.disk.folder.get", basis="documented", scopes=SCOPE)
def folder_get(portal: Portal, params: Params) -> object:
    """The folder of a chat's files."""
    return {"ID": drive.folder_of(portal, _member_chat(portal, upper(params)))}


@rest_method(
    "im.disk.file.commit",
    basis="documented",
    note="SILENT_MODE and AS_FILE change nothing.",
    scopes=SCOPE,
)
def file_commit(portal: Portal, params: Params) -> object:
    """Post files of the drive into a chat, with a text if one is given."""
    params, user = upper(params), me(portal)
    chat = _member_chat(portal, params)
    prefix, asked = _asked(params)
    files = drive.postable(portal, user, asked)
    if files is None:
        raise VendorError("SAVE_ERROR", "Error during saving file to chat")
    text = to_text(params.get("MESSAGE"))
    message = posts.post(portal, chat, user, text, files=files)
    return {
        "FILES": {f"{prefix}{file.id}": _described(portal, chat, file, message) for file in files},
        "DISK_ID": [str(file.id) for file in files],
        "FILE_MODELS": {f"{prefix}{file.id}": _model(portal, chat, file, user) for file in files},
        "MESSAGE_ID": message.id,
    }


def _described(portal: Portal, chat: Chat, file: File, message: Message) -> dict[str, Any]:
    shown = im_messages.file(portal, chat, file, author=message.author, at=message.at)
    return {**shown, "date": {}}


def _asked(params: Params) -> tuple[str, Iterable[int]]:
    """The way that is named first wins: FILE_ID for files of the drive, else UPLOAD_ID."""
    for name, prefix in (("FILE_ID", "disk"), ("UPLOAD_ID", "upload")):
        if params.get(name) is not None:
            given = len(params[name]) if is_array(params[name]) else 1
            asked = dict.fromkeys(numbers(params[name]))
            if not asked or len(asked) != given or given > MAX_POSTED:
                raise VendorError("SAVE_ERROR", "Error during saving file to chat")
            return prefix, asked
    raise VendorError("FILES_ERROR", "List of files is not specified")


@rest_method("im.disk.file.save", basis="documented", scopes=SCOPE)
def file_save(portal: Portal, params: Params) -> object:
    """Copy a file of a chat to the caller's own drive."""
    asked, user = number(_file_id(upper(params))), me(portal)
    found = _visible(portal, user, asked)
    folder = drive.saved_folder(portal, user)
    content = found.content if found else None
    saved = None
    if found and content is not None:
        saved = drive.put(portal, folder, user, found.name, content, unique=True)
    if saved is None:
        raise VendorError("FILE_SAVE_ERROR", "File ID can't be saved")
    return {
        "folder": {"id": folder, "name": drive.SAVED},
        "file": {"id": saved.file.id, "name": saved.file.name},
    }


@rest_method("im.disk.file.delete", basis="documented", scopes=SCOPE)
def file_delete(portal: Portal, params: Params) -> object:
    """Take an own file out of a chat; somebody else's stays, and the answer is the same."""
    params, user = upper(params), me(portal)
    if params.get("CHAT_ID") in (None, ""):
        raise VendorError("CHAT_ID_EMPTY", "Chat ID can't be empty")
    asked = number(_file_id(params))
    chat = portal.chats.get(number(params["CHAT_ID"]))
    found = drive.in_chat(chat, asked) if chat and user in chat.members else None
    if chat is None or found is None:
        return False
    message, file = found
    if message.author != user or message.kind == "customer":
        return True
    if message.text or len(message.files) > 1:
        posts.take_file(portal, chat, message, file)
    else:
        posts.delete(portal, chat, message, by=user)
    drive.forget(portal, asked)
    return True


def _file_id(params: Params) -> Any:
    if params.get("FILE_ID") in (None, ""):
        raise VendorError("FILE_ID_EMPTY", "File ID can't be empty")
    return params["FILE_ID"]


def _member_chat(portal: Portal, params: Params) -> Chat:
    chat = named(portal, params)
    if chat is None or me(portal) not in chat.members:
        raise chats.no_access()
    return chat


def _visible(portal: Portal, user: int, asked: int) -> File | None:
    mine = (chat for chat in portal.chats.values() if user in chat.members)
    found = (drive.in_chat(chat, asked) for chat in mine)
    return next((row[1] for row in found if row), None)


def _model(portal: Portal, chat: Chat, file: File, user: int) -> dict[str, Any]:
    return {
        "id": file.id,
        "name": file.name,
        "createTime": {},
        "updateTime": {},
        "deleteTime": None,
        "code": None,
        "xmlId": None,
        "storageId": 1,
        "realObjectId": file.id,
        "parentId": drive.folder_of(portal, chat),
        "deletedType": 0,
        "createdBy": str(user),
        "updatedBy": str(user),
        "deletedBy": "0",
        "typeFile": 2 if file.kind == "image" else 5,
        "globalContentVersion": 1,
        "fileId": file.id,
        "size": file.size,
        "links": {"download": file.url, "showInGrid": "", "preview": file.url},
    }
