"""Files of chats: uploaded in three ways, posted, sent to customers, saved, deleted."""

import pytest

from app.sandbox.messenger import drive
from app.sandbox.messenger.pictures import Picture, picture_of

from .chatting import ANN, as_ann, base64_of, new_chat, newest, png, refused, shown

LAMP = base64_of(b"a lamp")


@pytest.fixture
async def chat(open_desk):
    scope = "im,disk,imopenlines,imconnector"
    async with open_desk(scope=scope, self_exclusion=False, rate_limit=False) as desk:
        yield desk, await new_chat(desk, ANN)


async def folder_of(desk, chat):
    return (await desk.ok("im.disk.folder.get", {"CHAT_ID": chat}))["ID"]


async def uploaded(desk, folder, name="lamp.txt", content=LAMP, **given):
    whole = {"id": folder, "data": {"NAME": name}, "fileContent": [name, content], **given}
    return await desk.ok("disk.folder.uploadfile", whole)


async def posted(desk, chat, **given):
    return await desk.ok("im.disk.file.commit", {"CHAT_ID": chat, **given})


async def slot(desk, chat, **given):
    got = await desk.ok("disk.folder.uploadfile", {"id": await folder_of(desk, chat), **given})
    return got["uploadUrl"]


async def test_a_file_goes_through_the_drive_into_the_chat(chat):
    desk, number = chat
    folder = await folder_of(desk, number)
    first, second = (
        await uploaded(desk, folder),
        await uploaded(desk, folder, "b.png", base64_of(png())),
    )

    got = await posted(desk, number, UPLOAD_ID=[first["ID"], second["ID"]], MESSAGE="Look")

    assert got["DISK_ID"] == [str(first["ID"]), str(second["ID"])]
    files = got["FILES"]
    assert (files[f"upload{first['ID']}"]["date"], files[f"upload{first['ID']}"]["image"]) == (
        {},
        False,
    )
    assert files[f"upload{second['ID']}"]["image"] == {"height": 2, "width": 3}
    row = await newest(desk, number)
    assert (row["text"], row["params"]["FILE_ID"]) == ("Look", [first["ID"], second["ID"]])


async def test_the_folder_of_a_chat_stays_the_same(chat):
    desk, number = chat

    again = await desk.ok("im.disk.folder.get", {"DIALOG_ID": f"chat{number}"})

    assert await folder_of(desk, number) == again["ID"]
    card = await desk.ok("im.dialog.get", {"DIALOG_ID": f"chat{number}"})
    assert card["disk_folder_id"] == again["ID"]


async def test_a_file_is_uploaded_to_an_address(chat):
    desk, number = chat
    address = await slot(desk, number)

    answer = await desk.http.post(address, files={"file": ("lamp.txt", b"a lamp")})

    row = answer.json()["result"]
    assert (row["NAME"], row["SIZE"], row["TYPE"]) == ("lamp.txt", "6", "file")
    assert (await desk.http.get(row["DOWNLOAD_URL"])).content == b"a lamp"
    assert await posted(desk, number, UPLOAD_ID=row["ID"])


async def test_an_address_takes_one_file(chat):
    desk, number = chat
    address = await slot(desk, number)
    await desk.http.post(address, files={"file": ("a.txt", b"a")})

    again = await desk.http.post(address, files={"file": ("b.txt", b"b")})

    assert (again.status_code, again.json()["error"]) == (404, "ERROR_NOT_FOUND")


async def test_an_address_dies_after_an_hour(chat, clock):
    desk, number = chat
    address = await slot(desk, number)
    clock.advance(drive.SLOT_SECONDS)

    late = await desk.http.post(address, files={"file": ("a.txt", b"a")})

    assert late.status_code == 404


async def test_the_number_of_addresses_is_bounded(chat, monkeypatch):
    desk, number = chat
    monkeypatch.setattr(drive, "MAX_SLOTS", 1)
    oldest, newer = await slot(desk, number), await slot(desk, number)

    answers = [
        (await desk.http.post(url, files={"file": ("a.txt", b"a")})).status_code
        for url in (oldest, newer)
    ]

    assert answers == [404, 200]


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"file": "no file"}},
        {"files": {"other": ("a.txt", b"a")}},
        {"content": b"raw"},
        {"json": {"file": "x"}},
        {"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}},
        {"content": b"--x", "headers": {"Content-Type": "multipart/form-data; boundary=x"}},
    ],
    ids=str,
)
async def test_an_upload_that_is_none_is_refused_and_can_be_repeated(chat, sent):
    desk, number = chat
    address = await slot(desk, number)

    answer = await desk.http.post(address, **sent)

    assert answer.status_code == 400
    again = await desk.http.post(address, files={"file": ("a.txt", b"a")})
    assert again.status_code == 200


async def test_a_name_is_new_in_its_folder_or_made_so(chat):
    desk, number = chat
    folder = await folder_of(desk, number)
    names = [(await uploaded(desk, folder, generateUniqueName=True))["NAME"] for _ in range(3)]
    given = {"id": folder, "data": {"NAME": "lamp.txt"}, "fileContent": ["lamp.txt", LAMP]}

    got = await refused(desk, "disk.folder.uploadfile", given)

    assert names == ["lamp.txt", "lamp (1).txt", "lamp (2).txt"]
    assert got == (400, "ERROR_COULD_NOT_SAVE_FILE")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id": None}, "ERROR_ARGUMENT"),
        ({"id": 424_242}, "ERROR_NOT_FOUND"),
        ({"id": "abc"}, "ERROR_NOT_FOUND"),
        ({"id": 10**30}, "ERROR_NOT_FOUND"),
        ({"data": {}}, "DISK_BASE_SERVICE_22001"),
        ({"data": "x"}, "DISK_BASE_SERVICE_22001"),
        ({"fileContent": ["a.txt", "%%%"]}, "ERROR_COULD_NOT_SAVE_FILE"),
        ({"fileContent": []}, "ERROR_COULD_NOT_SAVE_FILE"),
        ({"fileContent": {"a": {}}}, "ERROR_COULD_NOT_SAVE_FILE"),
        ({"fileContent": 7}, "ERROR_COULD_NOT_SAVE_FILE"),
    ],
    ids=str,
)
async def test_an_upload_that_lacks_something_is_refused(chat, given, code):
    desk, number = chat
    whole = {"id": await folder_of(desk, number), "data": {"NAME": "a"}, "fileContent": ["a", LAMP]}

    assert await refused(desk, "disk.folder.uploadfile", {**whole, **given}) == (400, code)


async def test_a_stranger_s_folder_takes_nothing(chat):
    desk, _ = chat
    ann = await as_ann(desk)
    folder = await folder_of(desk, await new_chat(desk))

    got = await refused(ann, "disk.folder.uploadfile", {"id": folder})

    assert got == (400, "ACCESS_DENIED")


async def test_an_operator_s_picture_reaches_the_customer(chat):
    desk, _ = chat
    await desk.open_shop()
    number = int((await desk.write("Which one?"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": number})
    fields = {"name": "lamp.png", "content": base64_of(png(640, 480))}

    got = await desk.ok("im.v2.File.upload", {"dialogId": f"chat{number}", "fields": fields})

    rows = [row["data"] for row in (await desk.state())["queue"] if "MESSAGEADD" in row["event"]]
    (file,) = rows[-1]["MESSAGES"][0]["message"]["files"]
    assert (file["name"], file["type"], file["mime"]) == ("lamp.png", "image", "image/png")
    assert (file["width"], file["height"]) == (640, 480)
    assert file["sizef"] == f"{file['size']} B"
    assert (await desk.http.get(file["downloadLink"])).content == png(640, 480)
    (shown_file,) = (await desk.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{number}"}))[
        "files"
    ]
    assert (shown_file["id"], shown_file["authorName"]) == (got["file"]["id"], "Olga Demina")


async def test_a_file_that_cannot_be_sent_is_not_kept(chat):
    desk, _ = chat
    await desk.open_shop()
    number = int((await desk.write("Which one?"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": number})
    await desk.ok("imopenlines.config.update", {"CONFIG_ID": 42, "PARAMS": {"ACTIVE": "N"}})
    given = {"dialogId": f"chat{number}", "fields": {"name": "a.txt", "content": LAMP}}

    assert await refused(desk, "im.v2.File.upload", given) == (400, "SEND_FAILED")
    assert desk.sandbox.portal.drive.count == 0


async def test_a_new_picture_takes_the_place_of_the_old_one(chat):
    desk, number = chat
    for side in (2, 3):
        given = {"CHAT_ID": number, "AVATAR": base64_of(png(side, side))}
        await desk.ok("im.chat.updateAvatar", given)

    assert desk.sandbox.portal.drive.count == 1


async def test_a_customer_s_file_has_an_address(chat):
    desk, _ = chat
    await desk.open_shop()
    await desk.write("First")
    url = "https://files.example/lamp.png"
    message = {"id": "m-2", "text": "", "files": [{"url": url, "name": "lamp.png"}]}
    item = {"user": {"id": "u-1"}, "chat": {"id": "c-1"}, "message": message}
    where = {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": [item]}
    got = (await desk.ok("imconnector.send.messages", where))["DATA"]["RESULT"][0]
    number = int(got["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": number})
    given = {"dialogId": f"chat{number}", "fileId": got["message"]["files"][0]}

    assert await desk.ok("im.v2.File.download", given) == {"downloadUrl": url}


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({}, (400, "100")),
        ({"dialogId": "chat1"}, (400, "100")),
        ({"dialogId": "x", "fileId": 1}, (400, "CHAT_NOT_FOUND")),
        ({"dialogId": "sg1", "fileId": 1}, (400, "CHAT_NOT_FOUND")),
        ({"dialogId": "chat1", "fileId": 424_242}, (400, "FILE_NOT_FOUND")),
        ({"DIALOGID": "chat1", "FILEID": 1}, (400, "100")),
    ],
)
async def test_a_file_that_is_not_there_has_no_address(chat, given, refusal):
    desk, _ = chat

    assert await refused(desk, "im.v2.File.download", given) == refusal


async def test_a_file_may_not_be_too_large(chat, monkeypatch):
    desk, number = chat
    monkeypatch.setattr(drive, "MAX_FILE", 5)
    given = {"dialogId": f"chat{number}", "fields": {"name": "a", "content": LAMP}}

    assert await refused(desk, "im.v2.File.upload", given) == (400, "FILE_TOO_LARGE")


@pytest.mark.parametrize(("name", "most"), [("MAX_FILES", 1), ("MAX_SIZE", 10)])
async def test_the_drive_is_bounded_and_takes_again_when_something_goes(
    chat, monkeypatch, name, most
):
    desk, number = chat
    monkeypatch.setattr(drive, name, most)
    given = {"dialogId": f"chat{number}", "fields": {"name": "a", "content": LAMP}}
    first = await desk.ok("im.v2.File.upload", given)
    assert await refused(desk, "im.v2.File.upload", given) == (400, "UPLOAD_FAILED")

    await desk.ok("im.disk.file.delete", {"CHAT_ID": number, "FILE_ID": first["file"]["id"]})

    assert await desk.ok("im.v2.File.upload", given)


async def test_a_saved_file_is_a_copy_of_one_s_own(chat):
    desk, number = chat
    ann = await as_ann(desk)
    file = await uploaded(desk, await folder_of(desk, number))
    await posted(desk, number, UPLOAD_ID=file["ID"])

    got = await ann.ok("im.disk.file.save", {"FILE_ID": file["ID"]})

    assert got["folder"]["name"] == "Saved Files"
    assert (got["file"]["name"], got["file"]["id"] != file["ID"]) == ("lamp.txt", True)
    again = await ann.ok("im.disk.file.commit", {"DIALOG_ID": "1", "FILE_ID": got["file"]["id"]})
    assert set(again["FILES"]) == {f"disk{got['file']['id']}"}


@pytest.mark.parametrize(
    ("given", "code"), [({}, "FILE_ID_EMPTY"), ({"FILE_ID": 424_242}, "FILE_SAVE_ERROR")]
)
async def test_nothing_is_saved_of_nothing(chat, given, code):
    desk, _ = chat

    assert await refused(desk, "im.disk.file.save", given) == (400, code)


async def test_a_message_of_one_file_goes_with_it(chat):
    desk, number = chat
    file = await uploaded(desk, await folder_of(desk, number))
    await posted(desk, number, UPLOAD_ID=file["ID"])

    assert await desk.ok("im.disk.file.delete", {"CHAT_ID": number, "FILE_ID": file["ID"]}) is True

    assert (await newest(desk, number))["params"] == {"IS_DELETED": "Y"}
    assert (await desk.http.get(file["DOWNLOAD_URL"])).status_code == 404


async def test_a_message_with_words_outlives_its_file(chat):
    desk, number = chat
    file = await uploaded(desk, await folder_of(desk, number))
    await posted(desk, number, UPLOAD_ID=file["ID"], MESSAGE="Look")

    await desk.ok("im.disk.file.delete", {"CHAT_ID": number, "FILE_ID": file["ID"]})

    row = await newest(desk, number)
    assert (row["text"], row["params"]) == ("Look", [])


async def test_a_file_of_a_colleague_stays_though_the_answer_is_yes(chat):
    desk, number = chat
    ann = await as_ann(desk)
    file = await uploaded(desk, await folder_of(desk, number))
    await posted(desk, number, UPLOAD_ID=file["ID"])

    assert await ann.ok("im.disk.file.delete", {"CHAT_ID": number, "FILE_ID": file["ID"]}) is True

    assert (await shown(desk, number))[0]["params"]["FILE_ID"] == [file["ID"]]


@pytest.mark.parametrize(
    ("given", "answer"),
    [({"CHAT_ID": 424_242, "FILE_ID": 1}, False), ({"CHAT_ID": 1, "FILE_ID": 424_242}, False)],
)
async def test_nothing_is_deleted_of_nothing(chat, given, answer):
    desk, _ = chat

    assert await desk.ok("im.disk.file.delete", given) is answer


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", ".._.._etc_passwd"),
        ("a\x00b\n.txt", "a_b_.txt"),
        ("x" * 500, "x" * 200),
    ],
)
async def test_a_name_is_made_harmless(chat, name, kept):
    desk, number = chat

    file = await uploaded(desk, await folder_of(desk, number), name)

    assert file["NAME"] == kept
    assert (await desk.http.get(file["DOWNLOAD_URL"])).content == b"a lamp"


@pytest.mark.parametrize(
    ("content", "picture"),
    [
        (png(640, 480), Picture("png", 640, 480)),
        (b"GIF89a" + bytes([3, 0, 4, 0]), Picture("gif", 3, 4)),
        (b"BM" + bytes(16) + bytes([5, 0, 0, 0, 250, 255, 255, 255]), Picture("bmp", 5, 6)),
        (
            b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x07\x00\x08",
            Picture("jpg", 8, 7),
        ),
        (b"RIFF....WEBPVP8X" + bytes(8) + bytes([9, 0, 0, 8, 0, 0]), Picture("webp", 10, 9)),
        (b"RIFF....WEBPVP8L....\x2f" + bytes([1, 0x40, 0, 0]), Picture("webp", 2, 2)),
        (b"RIFF....WEBPVP8 " + bytes(10) + bytes([2, 0, 3, 0]), Picture("webp", 2, 3)),
        (b"", None),
        (b"\xff\xd8", None),
        (b"\xff\xd8\xff\xe0\x00\x00\xff", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"<svg/>", None),
    ],
)
def test_a_picture_is_known_by_its_header(content, picture):
    assert picture_of(content) == picture
