"""Whatever is pasted leads to customer, chat, session, record and operator."""

from dataclasses import replace

import pytest

from app.domain.linked import RecordKind, RecordRef
from app.domain.resolving import read_clues
from tests.unit.services.test_linked import begun

LEAD = RecordRef(RecordKind.LEAD, 611)


async def local(desk, text):
    return (await desk.linked.resolver.local(read_clues(text))).graphs


async def ask(desk, text):
    return (await desk.linked.resolver.ask(read_clues(text))).graphs


@pytest.mark.parametrize(
    "text",
    [
        "chat{chat}",
        "session {session}",
        "{code}",
        "imol|{code}",
        "https://lamp.example/crm/lead/details/611/",
        "https://lamp.example/online/?IM_DIALOG=chat{chat}",
        "Y|LEAD|611|N|N|{session}|1|0|0|0",
        "{chat}",
        "611",
    ],
)
async def test_the_portal_gives_the_whole_graph_of_an_id(desk, until, text):
    dialog = await begun(desk, until)
    await desk.crm.read(dialog)
    code = desk.crm.of(dialog.id).user_code
    known = {"chat": dialog.portal_chat, "session": dialog.session, "code": code}
    (graph,) = await ask(desk, text.format(**known))

    assert (graph.dialog, graph.customer) == (dialog.id, "Anna Kovaleva")
    assert (graph.portal_chat, graph.session) == (dialog.portal_chat, dialog.session)
    assert graph.records == (LEAD,)
    assert graph.titles == ((LEAD, "Anna Kovaleva - Shop chat"),)
    assert graph.operator == "Ann Lee"


@pytest.mark.parametrize(
    "text", ["u-1", "conv-1", "+371 20000001", "chat{chat}", "{session}", "lead 611", "{code}"]
)
async def test_the_journal_answers_without_a_call(desk, until, sandbox, text):
    dialog = await begun(desk, until)
    await desk.crm.read(dialog)
    code = desk.crm.of(dialog.id).user_code
    known = {"chat": dialog.portal_chat, "session": dialog.session, "code": code}
    before = len(await sandbox.calls("imopenlines.dialog.get"))
    (graph,) = await local(desk, text.format(**known))

    assert graph.dialog == dialog.id
    assert len(await sandbox.calls("imopenlines.dialog.get")) == before


async def test_a_phone_leads_over_a_record_to_the_chat(desk, until):
    dialog = await begun(desk, until)
    (graph,) = await ask(desk, "+371 2000-0001")

    assert graph.portal_chat == dialog.portal_chat


async def test_a_phone_is_found_as_a_record_writes_it(desk, until):
    await begun(desk, until)
    fields = {"TITLE": "Lamp", "PHONE": [{"VALUE": "+372 5555 1234"}]}
    number = await desk.session.caller.call("crm.lead.add", {"fields": fields})
    (graph,) = await ask(desk, "+372 5555 1234")

    assert graph.records == (RecordRef(RecordKind.LEAD, number),)


async def test_what_only_the_journal_can_find_is_completed_by_the_portal(desk, until):
    await begun(desk, until)
    clues = read_clues("u-1")
    known = (await desk.linked.resolver.local(clues)).graphs
    (graph,) = (await desk.linked.resolver.ask(clues, known)).graphs

    assert known[0].records == ()
    assert (graph.records, graph.operator) == ((LEAD,), "Ann Lee")


async def test_a_record_without_a_chat_stands_alone(desk, until):
    await begun(desk, until)
    fields = {"fields": {"TITLE": "Walk-in"}}
    number = await desk.session.caller.call("crm.deal.add", fields)
    (graph,) = await ask(desk, f"deal {number}")

    assert (graph.customer, graph.portal_chat) == ("Walk-in", None)
    assert graph.records == (RecordRef(RecordKind.DEAL, number),)


async def test_an_employee_is_found_by_number(desk, until):
    await begun(desk, until)
    (graph,) = await ask(desk, "user 7")

    assert (graph.operator_id, graph.operator) == (7, "Олег Иванов")


@pytest.mark.parametrize("text", ["chat99999", "session 99999", "lead 99999", "nobody", "a|1|b|2"])
async def test_what_nobody_knows_is_an_empty_answer_and_no_failure(desk, until, text):
    await begun(desk, until)

    assert await local(desk, text) == ()
    assert await ask(desk, text) == ()


async def test_a_message_is_found_by_our_own_id_and_by_the_portals_number(desk, until):
    dialog = await begun(desk, until)

    def numbered(transcript):
        message = transcript.message(dialog.id, 0)
        return transcript.replace(replace(message, im=90017))

    message = await desk.dialogs.write(numbered)
    (by_id,) = await local(desk, message.external_ids[0])
    (by_number,) = await local(desk, "message 90017")

    assert (by_id.dialog, by_id.message) == (dialog.id, message.position)
    assert (by_number.dialog, by_number.message) == (dialog.id, message.position)


async def test_one_of_several_ids_of_a_message_is_enough(desk, until):
    dialog = await begun(desk, until)

    def with_ids(transcript):
        message = transcript.message(dialog.id, 0)
        transcript.replace(replace(message, external_ids=("part-1", 'part "2", é')))

    await desk.dialogs.write(with_ids)

    for wanted in ("part-1", 'part "2", é'):
        (graph,) = await local(desk, wanted)
        assert (graph.dialog, graph.message) == (dialog.id, 0)
    assert await local(desk, "part") == ()


async def test_a_customer_is_found_by_the_portals_number_and_in_a_group(desk, until):
    dialog = await begun(desk, until)

    def known(transcript):
        transcript.set_portal_user(dialog.id, "4711")
        row = (dialog.id, "u-second", "{}")
        transcript.conn.execute("INSERT INTO member VALUES (?, ?, ?)", row)

    await desk.dialogs.write(known)

    for wanted in ("user 4711", "u-second"):
        (graph,) = await local(desk, wanted)
        assert (graph.dialog, graph.message) == (dialog.id, None)


async def test_a_chat_whose_number_the_journal_has_not_heard_yet_is_the_same_dialog(desk, until):
    dialog = await begun(desk, until)

    def unheard(transcript):
        transcript.put(replace(transcript.dialog(dialog.id), portal_chat=None))

    await desk.dialogs.write(unheard)
    (graph,) = await ask(desk, f"chat{dialog.portal_chat}")

    assert graph.dialog == dialog.id
