"""Many people at once, and several in one chat, against the sandbox."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.connector import ChannelData
from app.domain.content import Content, Words
from app.domain.dialog import Author, Delivery
from app.domain.persona import Persona
from app.services.failures import NotPossible
from app.services.message_requests import send_request, words_of
from app.services.shelf import Shelf
from tests.helpers.desk import ANNA, CONNECTOR, LINE, REGISTRATION, messages

BORIS = replace(ANNA, id="u-2", name="Boris", last_name="Ershov", chat="conv-2")
CLEO = replace(ANNA, id="u-3", name="Cleo", last_name="Finch", chat="conv-3")
GROUP = "acme_group"


@pytest.fixture
async def grouped(live):
    """Beside the usual connector one that keeps a chat for all."""
    registration = replace(REGISTRATION, id=GROUP, flags={**REGISTRATION.flags, "CHAT_GROUP": True})
    data = ChannelData("group", "https://lamp.example", "https://lamp.example/chat", "Group")
    async for step in live.connectors.connect(registration, LINE, data):
        assert step.ok, step
    return live


def in_chat(chat, *customers):
    return [replace(each, chat=chat) for each in customers]


async def sent(desk, dialogs, until):
    """Everything that was planned has arrived."""
    await until(lambda: desk.outbox.counts.queued == 0)
    await until(lambda: all(desk.dialogs.get(each).portal_chat for each in dialogs))
    found = [m for each in set(dialogs) for m in await messages(desk, each)]
    assert {m.delivery for m in found if m.author is Author.CUSTOMER} == {Delivery.SENT}


async def test_many_people_write_in_one_call_and_each_has_a_dialog(live, sandbox, until):
    words = [Words(each, f"Hello from {each.name}") for each in (ANNA, BORIS, CLEO)]
    dialogs = await live.crowd.write(CONNECTOR, LINE, words, together=True)
    await sent(live, dialogs, until)

    (call,) = await sandbox.calls("imconnector.send.messages")
    assert len(set(dialogs)) == 3
    assert call["method"] == "imconnector.send.messages"
    chats = [await sandbox.chat(live.dialogs.get(each)) for each in dialogs]
    assert [chat["messages"][0]["text"] for chat in chats] == [each.text for each in words]


async def test_many_people_write_in_calls_of_their_own(live, sandbox, until):
    words = [Words(each, "Hello") for each in (ANNA, BORIS, CLEO)]
    dialogs = await live.crowd.write(CONNECTOR, LINE, words)
    await sent(live, dialogs, until)

    assert len(await sandbox.calls("imconnector.send.messages")) == 3


async def test_nothing_is_begun_while_nothing_may_be_sent(live):
    live.session.set_read_only(True)
    with pytest.raises(NotPossible) as refusal:
        await live.crowd.write(CONNECTOR, LINE, [Words(ANNA, "Hello")])

    assert refusal.value.problem.code == "READ_ONLY"
    assert live.dialogs.all() == ()


async def test_without_a_group_everybody_has_a_chat_of_his_own_and_replies_find_him(
    live, sandbox, until
):
    words = [Words(each, "Hello") for each in in_chat("shared", ANNA, BORIS)]
    anna, boris = await live.crowd.write(CONNECTOR, LINE, words)
    await sent(live, (anna, boris), until)
    await sandbox.reply(live.dialogs.get(boris), "For Boris")
    await sandbox.reply(live.dialogs.get(anna), "For Anna")

    await until(lambda: live.dialogs.get(anna).last_text == "For Anna")
    await until(lambda: live.dialogs.get(boris).last_text == "For Boris")


async def test_a_group_is_one_dialog_in_which_everybody_writes_under_his_name(
    grouped, sandbox, until
):
    words = [Words(each, f"I am {each.name}") for each in in_chat("shared", ANNA, BORIS, CLEO)]
    dialogs = await grouped.crowd.write(GROUP, LINE, words)
    await sent(grouped, dialogs, until)

    (dialog,) = set(dialogs)
    own = [m for m in await messages(grouped, dialog) if m.author is Author.CUSTOMER]
    assert [m.author_name for m in own] == ["Anna Kovaleva", "Boris Ershov", "Cleo Finch"]
    assert [m.writer for m in own] == ["", "u-2", "u-3"]
    state = await sandbox.state()
    (chat,) = [each for each in state["chats"] if each["connector"] == GROUP]
    assert len([m for m in chat["messages"] if m["kind"] == "customer"]) == 3
    writers = [each.id for each in await grouped.crowd.writers(dialog)]
    assert writers == ["u-1", "u-2", "u-3"]


async def test_a_member_of_a_group_writes_edits_and_deletes_under_his_own_id(
    grouped, sandbox, until
):
    anna, boris = in_chat("shared", ANNA, BORIS)
    (dialog,) = await grouped.crowd.write(GROUP, LINE, [Words(anna, "Hello")])
    await grouped.crowd.join(dialog, boris)
    message = await grouped.outbox.send(dialog, "Me too", Content(writer=boris))
    await sent(grouped, [dialog], until)
    await grouped.outbox.edit(dialog, message.position, "Me as well")
    await until(lambda: grouped.outbox.counts.queued == 0)
    await grouped.outbox.delete(dialog, message.position)
    await until(lambda: grouped.outbox.counts.queued == 0)

    for method in ("imconnector.update.messages", "imconnector.delete.messages"):
        (call,) = await sandbox.calls(method)
        assert "u-2" in json.dumps(call)


async def test_nobody_joins_where_the_portal_would_open_another_chat(live):
    (dialog,) = await live.crowd.write(CONNECTOR, LINE, [Words(ANNA, "Hello")])
    with pytest.raises(NotPossible) as refusal:
        await live.crowd.join(dialog, replace(BORIS, chat=ANNA.chat))

    assert refusal.value.problem.code == "NO_GROUP"


async def test_what_was_shown_is_what_the_portal_got(live, sandbox, until):
    words = [Words(ANNA, "Hello", Content(disable_crm=True))]
    request = send_request(CONNECTOR, LINE, words, datetime(2026, 7, 14, tzinfo=UTC))
    dialogs = await live.crowd.write(CONNECTOR, LINE, words_of(request, words))
    await sent(live, dialogs, until)

    record = next(
        each for each in live.traffic.records if each.method == "imconnector.send.messages"
    )
    assert json.loads(record.request) == json.loads(request.json)


async def test_a_message_on_an_employees_behalf_is_his_in_the_transcript(live, sandbox, until):
    words = [Words(ANNA, "Hello"), Words(ANNA, "I answer outside", Content(employee=1))]
    (dialog, _) = await live.crowd.write(CONNECTOR, LINE, words)
    await until(lambda: live.outbox.counts.queued == 0)

    last = next(m for m in await messages(live, dialog) if m.text == "I answer outside")
    assert last.author is Author.OPERATOR


async def test_a_trial_shows_one_chat_with_a_group_and_one_for_each_without(live, sandbox, until):
    trial_of = live.group_trial
    assert not trial_of.is_ready(CONNECTOR, LINE)
    await trial_of.set_up(CONNECTOR, LINE)
    assert trial_of.is_ready(CONNECTOR, LINE)

    trial = await trial_of.run(CONNECTOR, LINE, [ANNA, BORIS, CLEO], "Hello, this is {name}")
    alone, together = trial.sides
    await sent(live, (*alone.dialogs, *together.dialogs), until)

    def chats(side):
        return {live.dialogs.get(each).portal_chat for each in side.dialogs}

    assert (alone.group, together.group) == (False, True)
    assert (len(chats(alone)), len(chats(together))) == (3, 1)
    assert None not in chats(alone) | chats(together)
    crm = await trial_of.crm(trial)
    assert set(crm) == chats(alone) | chats(together)
    (group_chat,) = chats(together)
    assert crm[group_chat] == ()
    assert all(crm[each] for each in chats(alone))


@pytest.mark.parametrize(
    ("people", "text", "code"), [([ANNA], "Hello", "TOO_FEW"), ([ANNA, BORIS], " ", "EMPTY_TEXT")]
)
async def test_a_trial_needs_two_people_and_words(live, people, text, code):
    with pytest.raises(NotPossible) as refusal:
        await live.group_trial.run(CONNECTOR, LINE, people, text)
    assert refusal.value.problem.code == code


async def test_a_file_of_this_machine_gets_an_address_of_the_sandbox_and_is_sent(
    live, sandbox, until, tmp_path
):
    file = tmp_path / "lamp.png"
    file.write_bytes(b"a picture of a lamp")
    attachment = await live.shelf.put(file)
    words = [Words(ANNA, "", Content((attachment,)))]
    (dialog,) = await live.crowd.write(CONNECTOR, LINE, words)
    await sent(live, [dialog], until)

    assert (await sandbox.http.get(attachment.url)).content == b"a picture of a lamp"
    chat = await sandbox.chat(live.dialogs.get(dialog))
    assert "lamp.png" in json.dumps(chat["messages"][0])
    shown = (await messages(live, dialog))[0]
    assert shown.attachments == (attachment,)


@pytest.mark.parametrize(
    ("size", "code"), [(0, "FILE_EMPTY"), (10 * 1024 * 1024 + 1, "FILE_TOO_LARGE")]
)
async def test_a_file_that_cannot_be_handed_over_is_told(live, tmp_path, size, code):
    file = tmp_path / "file.bin"
    file.write_bytes(b"\0" * size)
    with pytest.raises(NotPossible) as refusal:
        await live.shelf.put(file)
    assert refusal.value.problem.code == code


async def test_a_real_portal_gets_no_file(live, tmp_path):
    from app.domain.portal import PortalKind

    real = replace(live.profile, kind=PortalKind.PRODUCTION)
    shelf = Shelf(live.session.http, real)

    assert not shelf.takes_files
    with pytest.raises(NotPossible):
        await shelf.put(tmp_path / "any")


def test_a_persona_writes_in_a_chat_of_his_own_unless_another_is_named():
    persona = Persona("c-1", "Anna", gender="female", picture="https://lamp.example/a.png")

    assert persona.customer().chat == "c-1"
    assert persona.customer("shared").chat == "shared"
    assert persona.customer().picture == persona.picture
