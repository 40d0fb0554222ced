"""What the messenger holds outlives a snapshot."""

from .chatting import ANN, as_ann, base64_of, new_chat, png, say, shown


async def test_chats_marks_files_and_events_come_back(open_desk):
    async with open_desk(scope="im,disk") as desk:
        ann = await as_ann(desk)
        chat = await new_chat(desk, ANN, AVATAR=base64_of(png()))
        await desk.ok("im.v2.Event.subscribe")
        await say(desk, str(ANN), "Private")
        await say(desk, chat, "Kept", KEYBOARD=[{"TEXT": "x", "COMMAND": "y"}])
        fields = {"name": "lamp.txt", "content": base64_of(b"a lamp")}
        file = await desk.ok("im.v2.File.upload", {"dialogId": f"chat{chat}", "fields": fields})
        folder = await desk.ok("im.disk.folder.get", {"CHAT_ID": chat})
        slot = await desk.ok("disk.folder.uploadfile", {"id": folder["ID"]})
        before = [await shown(desk, chat), await ann.ok("im.recent.get")]
        events = await desk.ok("im.v2.Event.get")
        await desk.order("snapshot", name="kept")
        await say(desk, chat, "Forgotten")
        await desk.ok("im.chat.leave", {"CHAT_ID": chat})

        await desk.order("restore", name="kept")

        assert [await shown(desk, chat), await ann.ok("im.recent.get")] == before
        assert await desk.ok("im.v2.Event.get") == events
        got = await desk.http.get(file["file"]["urlDownload"])
        assert got.content == b"a lamp"
        late = await desk.http.post(slot["uploadUrl"], files={"file": ("b.txt", b"b")})
        assert late.status_code == 200
