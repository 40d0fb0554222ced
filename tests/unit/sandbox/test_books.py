"""The tests' own net: a portal whose books disagree does not pass `sound`."""

from dataclasses import replace

import pytest

from app.sandbox.http.server import Clock, Options, create
from tests.helpers.books import sound

from .line_scenes import OLEG, dialog, line_with, write

SCOPE = "imconnector,imopenlines,im,disk"


def forget_an_open_dialog(portal):
    portal.open_dialogs.popitem()


def forget_where_a_session_is(portal):
    portal.session_chats.popitem()


def forget_a_key(portal):
    portal.chats_by_key.popitem()


def forget_a_chat(portal):
    portal.line_chats.popitem()


def keep_a_dialog_in_hand(portal):
    portal.in_hand[OLEG][999] = 1


def let_a_dialog_wait(portal):
    session, chat = next(iter(portal.open_dialogs.items()))
    portal.undistributed.setdefault(42, {})[session] = chat


def forget_a_number(portal):
    portal.customers_by_id.popitem()


def lose_a_message(portal):
    portal.messages.popitem()


def keep_room(portal):
    portal.message_room += 1


def weigh_no_change(portal):
    _, message = next(iter(portal.messages.values()))
    message.text += "!"


def forget_an_external_id(portal):
    next(iter(portal.line_chats.values())).known = {}


def keep_size(portal):
    portal.drive.size += 1


def keep_number(portal):
    portal.drive.count += 1


def lose_a_file(portal):
    portal.files.pop(next(iter(portal.drive.files)))


def lose_a_folder(portal):
    portal.drive.folders.clear()


def leave_a_file_behind(portal):
    number = max(portal.files) + 1
    portal.files[number] = replace(portal.files[max(portal.files)], id=number, content=None)


def lose_a_private_chat(portal):
    portal.private_chats.popitem()


def expect_a_stranger(portal):
    def stranger():
        pass

    portal.schedule.at(portal.now + 1, stranger)


SPOILT = {
    forget_an_open_dialog: "open dialogs",
    forget_where_a_session_is: "chats of sessions",
    forget_a_key: "chats by key",
    forget_a_chat: "chats of lines",
    keep_a_dialog_in_hand: "dialogs in hand",
    let_a_dialog_wait: "dialogs that nobody could take",
    forget_a_number: "customers by number",
    lose_a_message: "messages",
    keep_room: "room of messages",
    weigh_no_change: "rooms of messages",
    forget_an_external_id: "external ids in chat",
    keep_size: "size of files",
    keep_number: "number of files",
    lose_a_file: "files on the drive",
    lose_a_folder: "folders",
    leave_a_file_behind: "files of nobody",
    lose_a_private_chat: "private chats",
    expect_a_stranger: "jobs that nobody knows",
}


@pytest.mark.parametrize(("spoil", "told"), SPOILT.items(), ids=[f.__name__ for f in SPOILT])
async def test_books_that_disagree_are_told_by_name(open_desk, spoil, told):
    with pytest.raises(AssertionError, match=rf"(?m)^{told}\b"):
        async with line_with(open_desk, {}, scope="imconnector,imopenlines,im,disk") as (
            desk,
            line,
        ):
            chat = await dialog(desk, line)
            await write(desk, line, "Again")
            await write(desk, line, "Again")
            await desk.ok("im.message.add", {"DIALOG_ID": "7", "MESSAGE": "Hello"})
            await desk.order("answer", chat_id=chat, user_id=1)
            folder = (await desk.ok("im.disk.folder.get", {"CHAT_ID": chat}))["ID"]
            given = {"id": folder, "data": {"NAME": "a.txt"}, "fileContent": "QQ=="}
            await desk.ok("disk.folder.uploadfile", given)
            sound(desk.sandbox.portal)
            spoil(desk.sandbox.portal)


def test_a_portal_that_begins_with_a_crowd_has_books_that_agree():
    sound(create(Options(seed="busy"), clock=Clock.frozen()).portal)
