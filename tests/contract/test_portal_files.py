"""Files in chats: the newer upload of one call and the older one of three."""

import base64

import pytest

from .colleagues import ANN, OLEG, employee
from .kit import SEVEN, open_portal
from .scenes import answered

ADD = SEVEN[0]
CONTENT = base64.b64encode(b"a lamp").decode()
SCOPE = "imopenlines,imconnector,im,imbot,crm,user,placement,contact_center,disk"
MODEL = {"id", "name", "size", "urlDownload"}


@pytest.fixture
async def portal():
    async with open_portal(scope=SCOPE) as opened:
        yield opened


@pytest.fixture
async def shop(portal):
    await portal.connect()
    await portal.bind()
    return portal


async def new_chat(portal):
    return await portal.ok("im.chat.add", {"USERS": [ANN], "TITLE": "Files"})


async def uploaded(portal, chat, name="lamp.png"):
    """A file on the chat's drive, not yet posted; its number there."""
    folder = await portal.ok("im.disk.folder.get", {"CHAT_ID": chat})
    given = {"id": folder["ID"], "data": {"NAME": name}, "fileContent": [name, CONTENT]}
    file = await portal.ok("disk.folder.uploadfile", {**given, "generateUniqueName": True})
    return int(file["ID"])


async def newest(portal, chat):
    return (await portal.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"}))["messages"][0]


@pytest.mark.pins("im.v2.File.upload", "im.dialog.messages.get")
async def test_a_file_is_uploaded_and_posted_in_one_call(portal):
    chat = await new_chat(portal)
    fields = {"name": "lamp.png", "content": CONTENT, "message": "Look"}

    got = await portal.ok("im.v2.File.upload", {"dialogId": f"chat{chat}", "fields": fields})

    assert set(got) >= {"file", "messageId", "chatId", "dialogId"}
    assert (got["chatId"], got["dialogId"]) == (chat, f"chat{chat}")
    file = got["file"]
    assert set(file) >= {"id", "chatId", "name", "size", "urlDownload"}
    assert (file["name"], file["size"]) == ("lamp.png", 6)
    shown = await newest(portal, chat)
    assert (shown["id"], shown["text"]) == (got["messageId"], "Look")
    assert [int(each) for each in shown["params"]["FILE_ID"]] == [int(file["id"])]


@pytest.mark.pins("im.v2.File.download", "im.v2.File.upload")
async def test_a_file_can_be_downloaded_again(portal):
    chat = await new_chat(portal)
    where = {"dialogId": f"chat{chat}"}
    fields = {"name": "lamp.txt", "content": CONTENT}
    file = (await portal.ok("im.v2.File.upload", {**where, "fields": fields}))["file"]

    got = await portal.ok("im.v2.File.download", {**where, "fileId": file["id"]})

    assert set(got) == {"downloadUrl"}
    assert (await portal.http.get(got["downloadUrl"])).content == b"a lamp"


@pytest.mark.pins("im.disk.folder.get", "disk.folder.uploadfile", "im.disk.file.commit")
async def test_a_file_is_uploaded_in_three_steps(portal):
    chat = await new_chat(portal)
    number = await uploaded(portal, chat)
    given = {"CHAT_ID": chat, "UPLOAD_ID": number, "MESSAGE": "Look"}

    got = await portal.ok("im.disk.file.commit", given)

    assert set(got) >= {"FILES", "DISK_ID", "FILE_MODELS", "MESSAGE_ID"}
    assert set(got["FILES"]) == {f"upload{number}"}
    assert set(got["FILES"][f"upload{number}"]) >= MODEL
    assert [str(each) for each in got["DISK_ID"]] == [str(number)]
    shown = await newest(portal, chat)
    assert (shown["id"], shown["text"]) == (got["MESSAGE_ID"], "Look")


@pytest.mark.pins("im.disk.file.commit", "ONIMCONNECTORMESSAGEADD")
async def test_a_file_posted_in_a_dialog_reaches_the_customer(shop):
    await shop.control("options", self_exclusion=False)
    chat = await answered(shop)
    given = {"CHAT_ID": chat, "UPLOAD_ID": await uploaded(shop, chat), "MESSAGE": "Look"}

    await shop.ok("im.disk.file.commit", given)

    (data,) = await shop.events(ADD)
    (file,) = data["MESSAGES"][0]["message"]["files"]
    assert (file["name"], file["type"], file["mime"]) == ("lamp.png", "image", "image/png")
    assert file["size"]


@pytest.mark.pins("disk.folder.uploadfile")
async def test_an_upload_without_content_names_an_address(portal):
    chat = await new_chat(portal)
    folder = await portal.ok("im.disk.folder.get", {"DIALOG_ID": f"chat{chat}"})

    got = await portal.ok("disk.folder.uploadfile", {"id": folder["ID"]})

    assert set(got) == {"field", "uploadUrl"}
    assert got["field"] == "file"


@pytest.mark.pins("disk.folder.uploadfile")
async def test_uploads_need_the_scope_of_the_drive():
    async with open_portal(scope="im,imopenlines") as portal:
        got = await portal.call("disk.folder.uploadfile", {"id": 1})

    assert got.refusal == (403, "insufficient_scope")


@pytest.mark.pins("im.disk.file.save", "im.disk.file.commit")
async def test_a_file_of_a_chat_is_saved_to_the_own_drive(portal):
    chat = await new_chat(portal)
    given = {"CHAT_ID": chat, "UPLOAD_ID": await uploaded(portal, chat)}
    await portal.ok("im.disk.file.commit", given)
    (number,) = (await newest(portal, chat))["params"]["FILE_ID"]

    got = await portal.ok("im.disk.file.save", {"FILE_ID": number})

    assert set(got) >= {"folder", "file"}


@pytest.mark.pins("im.disk.file.delete", "im.disk.file.commit")
async def test_a_file_of_a_chat_is_deleted(portal):
    chat = await new_chat(portal)
    given = {"CHAT_ID": chat, "UPLOAD_ID": await uploaded(portal, chat)}
    await portal.ok("im.disk.file.commit", given)
    (number,) = (await newest(portal, chat))["params"]["FILE_ID"]

    assert await portal.ok("im.disk.file.delete", {"CHAT_ID": chat, "FILE_ID": number}) is True

    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"})
    assert number not in [file["id"] for file in got["files"]]


@pytest.mark.pins("im.disk.file.commit")
@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"UPLOAD_ID": 1}, {"CHAT_ID_EMPTY", "DIALOG_ID_EMPTY"}),
        ({"DIALOG_ID": "chat1"}, {"FILES_ERROR"}),
        ({"DIALOG_ID": "chat1", "UPLOAD_ID": 424_242}, {"FILES_ERROR", "SAVE_ERROR"}),
    ],
)
async def test_nothing_cannot_be_posted(portal, given, codes):
    got = await portal.call("im.disk.file.commit", given)

    assert got.status == 400
    assert got.body["error"] in codes


@pytest.mark.pins("im.disk.folder.get")
@pytest.mark.parametrize("given", [{}, {"CHAT_ID": ""}, {"CHAT_ID": "abc"}])
async def test_a_folder_belongs_to_a_chat(portal, given):
    got = await portal.call("im.disk.folder.get", given)

    assert got.refusal in {(400, "CHAT_ID_EMPTY"), (400, "DIALOG_ID_EMPTY")}


@pytest.mark.pins("im.disk.folder.get", "im.v2.File.upload")
async def test_a_stranger_puts_nothing_into_a_chat(portal):
    chat = await portal.ok("im.chat.add", {"USERS": [OLEG], "TITLE": "Ours"})
    ann = await employee(portal)
    fields = {"name": "x.txt", "content": CONTENT}

    old = await ann.call("im.disk.folder.get", {"CHAT_ID": chat})
    new = await ann.call("im.v2.File.upload", {"dialogId": f"chat{chat}", "fields": fields})

    assert old.refusal == (403, "ACCESS_ERROR")
    assert new.status in {400, 403}
    assert "error" in new.body


@pytest.mark.pins("im.v2.File.upload")
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"fields": {"name": "x.txt", "content": CONTENT}},
        {"dialogId": "chat1"},
        {"dialogId": "chat1", "fields": {"name": "x.txt"}},
        {"dialogId": "chat1", "fields": {"content": CONTENT}},
        {"dialogId": "chat1", "fields": {"name": "x.txt", "content": "%%%"}},
        {"dialogId": "chat1", "fields": "x"},
    ],
)
async def test_an_upload_that_lacks_something_is_refused(portal, given):
    got = await portal.call("im.v2.File.upload", given)

    assert got.status == 400
    assert "error" in got.body
