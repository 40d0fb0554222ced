"""Records of a dialog, records made out of it, people of its chat: against a real sandbox."""

import pytest

from app.bitrix.crm import Crm
from app.bitrix.errors import BitrixError, Refused
from app.domain.dialog import Customer
from app.domain.linked import LinkState, Lost, Proof, RecordDraft, RecordKind, RecordRef, Role
from app.services.act_rows import NOT_ASKED, LogFilter
from app.services.failures import NotPossible
from app.services.notes import NoteKind, read_note
from tests.helpers.acts import answered
from tests.helpers.desk import CONNECTOR, LINE, connected, written

ANN, OLEG = 12, 7


async def begun(desk, until, *, crm=True):
    """Anna has written; without `crm` her line keeps none."""
    await connected(desk)
    if not crm:
        await set_line(desk, CRM="N")
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).session is not None)
    return desk.dialogs.get(dialog)


async def set_line(desk, **fields):
    params = {"CONFIG_ID": LINE, "PARAMS": fields}
    await desk.session.caller.call("imopenlines.config.update", params)


async def read(desk, dialog, *, again=False):
    await desk.linked.records.read(dialog, again=again)
    return desk.linked.records.of(dialog.id)


async def test_a_bound_record_has_title_stage_responsible_and_phone(desk, until):
    dialog = await begun(desk, until)
    linkage = await read(desk, dialog)
    (card,) = linkage.found

    assert linkage.state is LinkState.LINKED
    assert card.title == "Anna Kovaleva - Shop chat"
    assert card.stage == "Unassigned"
    assert desk.linked.records.responsible(card) == "Ann Lee"
    assert card.phones == ("+37120000001",)


async def test_a_deleted_record_makes_an_orphan(desk, until, sandbox):
    dialog = await begun(desk, until)
    (ref,) = (card.ref for card in (await read(desk, dialog)).found)
    await sandbox.order("fault", kind="NOT_FOUND", method="crm.item.get", count=1)
    linkage = await read(desk, dialog, again=True)

    assert linkage.state is LinkState.ORPHAN
    assert linkage.lost == {ref: Lost.DELETED}


async def test_a_hidden_record_is_told_from_a_deleted_one(desk, until, sandbox):
    dialog = await begun(desk, until)
    (ref,) = (card.ref for card in (await read(desk, dialog)).found)
    await sandbox.order("fault", kind="ACCESS_DENIED", method="crm.item.get", count=1)
    linkage = await read(desk, dialog, again=True)

    assert linkage.lost == {ref: Lost.HIDDEN}
    assert linkage.state is LinkState.ORPHAN


async def test_a_dialog_that_is_bound_to_nothing_finds_who_might_be_meant(desk, until):
    dialog = await begun(desk, until, crm=False)
    add = {"fields": {"TITLE": "Lamp", "PHONE": [{"VALUE": "+37120000001"}]}}
    states = [(await read(desk, dialog)).state]
    for _ in range(2):
        await desk.session.caller.call("crm.lead.add", add)
        states.append((await read(desk, dialog, again=True)).state)

    assert states == [LinkState.NONE, LinkState.CANDIDATE, LinkState.SEVERAL]


async def test_the_portals_own_lead_is_looked_for_after_it_was_made(desk, until):
    dialog = await begun(desk, until, crm=False)
    await answered(desk, dialog.id)
    made = await desk.linked.leads.create_lead(dialog)

    assert made.proof is Proof.BOUND
    assert not made.known
    assert desk.crm.of(dialog.id).refs == (made.card.ref,)


async def test_a_record_that_was_made_is_told_though_the_chat_cannot_be_read_again(
    desk, until, sandbox
):
    dialog = await begun(desk, until, crm=False)
    draft = RecordDraft(RecordKind.LEAD, "Two lamps", "WEB", "Anna", "+37120000001", "a@b.example")
    await read(desk, dialog)
    await answered(desk, dialog.id)
    broken = {"kind": "INTERNAL_SERVER_ERROR", "method": "imopenlines.dialog.get", "count": None}
    await sandbox.order("fault", **broken)
    made = await desk.linked.leads.add(dialog, draft)

    assert made.card.title == "Two lamps"


async def test_a_lead_that_nobody_could_look_for_is_not_denied(desk, until, sandbox, monkeypatch):
    dialog = await begun(desk, until, crm=False)
    await answered(desk, dialog.id)
    create = Crm.create_lead

    async def then_break(api, chat):
        await create(api, chat)
        broken = {"kind": "INTERNAL_SERVER_ERROR", "count": None}
        await sandbox.order("fault", method="imopenlines.dialog.get", **broken)

    monkeypatch.setattr(Crm, "create_lead", then_break)
    with pytest.raises(NotPossible, match="RECORD_NOT_SEEN"):
        await desk.linked.leads.create_lead(dialog)


async def test_a_dialog_that_has_a_lead_is_told_so(desk, until):
    dialog = await begun(desk, until)
    await answered(desk, dialog.id)
    made = await desk.linked.leads.create_lead(dialog)

    assert made.known


async def test_who_is_not_the_operator_makes_no_lead_and_the_log_says_so(desk, until):
    dialog = await begun(desk, until, crm=False)
    with pytest.raises(Refused, match="ERROR_USER_NOT_OPERATOR"):
        await desk.linked.leads.create_lead(dialog)
    (entry, *_) = await desk.act_log.page(LogFilter())

    assert (entry.method, entry.result) == (
        "imopenlines.crm.lead.create",
        "ERROR_USER_NOT_OPERATOR",
    )
    assert (await read(desk, dialog, again=True)).state is LinkState.NONE


async def test_a_yes_without_a_lead_is_not_believed(desk, until, monkeypatch):
    dialog = await begun(desk, until, crm=False)

    async def say_yes(_self, _chat):
        return None

    monkeypatch.setattr("app.bitrix.crm.Crm.create_lead", say_yes)
    with pytest.raises(NotPossible, match="LEAD_NOT_LINKED"):
        await desk.linked.leads.create_lead(dialog)


async def test_a_typed_lead_carries_the_dialogs_key_and_is_read_back(desk, until, sandbox):
    dialog = await begun(desk, until, crm=False)
    draft = RecordDraft(RecordKind.LEAD, "Two lamps", "WEB", "Anna", "+37120000001", "a@b.example")
    made = await desk.linked.leads.add(dialog, draft)

    assert made.proof is Proof.KEYED
    assert made.card.title == "Two lamps"
    assert made.card.keys == ("imol|" + desk.crm.of(dialog.id).user_code,)
    assert desk.linked.records.of(dialog.id).state is LinkState.CANDIDATE


@pytest.mark.parametrize("kind", [RecordKind.LEAD, RecordKind.DEAL])
async def test_a_record_whose_answer_was_lost_is_found_and_not_made_twice(
    desk, until, sandbox, kind
):
    dialog = await begun(desk, until, crm=False)
    await sandbox.order("fault", kind="lost", method=f"crm.{kind.lower()}.add", count=1)
    made = await desk.linked.leads.add(dialog, RecordDraft(kind, "Two lamps"))
    (entry, *_) = await desk.act_log.page(LogFilter())

    assert made.card.title == "Two lamps"
    assert entry.result == ""


async def test_a_record_that_cannot_be_looked_for_is_noted_as_not_known(desk, until, sandbox):
    dialog = await begun(desk, until, crm=False)
    await sandbox.order("fault", kind="html", method="crm.lead.add", count=1)
    with pytest.raises(BitrixError):
        await desk.linked.leads.add(dialog, RecordDraft(RecordKind.LEAD, "Two lamps"))
    (entry, *_) = await desk.act_log.page(LogFilter())

    assert entry.result == "UNKNOWN_OUTCOME"


async def test_a_deal_that_nothing_ties_to_the_dialog_is_said_to_be_apart(desk, until):
    dialog = await begun(desk, until)
    made = await desk.linked.leads.add(dialog, RecordDraft(RecordKind.DEAL, "Two lamps"))

    assert made.proof is Proof.APART
    assert made.card.ref.kind is RecordKind.DEAL


async def test_a_deal_of_a_dialog_with_a_contact_is_made_for_it(desk, until):
    await connected(desk)
    await set_line(desk, CRM_CREATE="deal")
    dialog_id = await written(desk)
    await until(lambda: desk.dialogs.get(dialog_id).session is not None)
    dialog = desk.dialogs.get(dialog_id)
    made = await desk.linked.leads.add(dialog, RecordDraft(RecordKind.DEAL, "Another one"))

    assert made.proof is Proof.CLIENT


async def test_a_record_without_a_title_is_not_sent(desk, until, sandbox):
    dialog = await begun(desk, until)
    with pytest.raises(NotPossible, match="NO_TITLE"):
        await desk.linked.leads.add(dialog, RecordDraft(RecordKind.LEAD, "  "))

    assert not await sandbox.calls("crm.lead.add")


async def test_people_of_a_chat_are_read_without_joining_it(desk, until, sandbox):
    dialog = await begun(desk, until)
    before = await sandbox.state()
    await desk.linked.participants.read(dialog)
    members = desk.linked.participants.of(dialog.id).members

    assert [(each.name, each.role) for each in members] == [
        ("Anna Kovaleva", Role.CUSTOMER),
        ("Ann Lee", Role.EMPLOYEE),
    ]
    assert (await sandbox.state())["chats"] == before["chats"]


async def test_after_one_refusal_people_of_chats_of_others_are_asked_in_a_way_that_is_not_refused(
    desk, until, sandbox
):
    first = await begun(desk, until)
    ids = [first.id]
    for name in ("Bea", "Cleo"):
        customer = Customer(name, name, f"conv-{name}")
        ids.append((await desk.outbox.start_dialog(CONNECTOR, LINE, customer, "Hello")).id)
    await until(lambda: all(desk.dialogs.get(each).session for each in ids))
    for each in ids:
        await desk.linked.participants.read(desk.dialogs.get(each))
    people = [desk.linked.participants.of(each).members for each in ids]

    refused = [call for call in desk.traffic.records if call.status == 403]
    assert [call.method for call in refused] == ["im.dialog.users.list"]
    assert [members[0].name for members in people] == ["Anna Kovaleva", "Bea", "Cleo"]

    await answered(desk, ids[1])
    await desk.linked.participants.read(desk.dialogs.get(ids[1]), again=True)
    assert desk.traffic.records[-1].method == "im.dialog.users.list", "it tells its members more"


async def test_a_member_is_added_and_removed_and_the_chat_is_read_again(desk, until):
    dialog = await begun(desk, until)
    await answered(desk, dialog.id)
    people = desk.linked.participants
    await people.add(dialog, OLEG)
    with_oleg = [each.id for each in people.of(dialog.id).members]
    await people.remove(dialog, OLEG)

    assert OLEG in with_oleg
    assert OLEG not in [each.id for each in people.of(dialog.id).members]


async def test_a_refused_change_of_members_leaves_the_true_ones_on_show(desk, until):
    dialog = await begun(desk, until)
    with pytest.raises(BitrixError, match="ACCESS_DENIED_EXTEND"):
        await desk.linked.participants.add(dialog, OLEG)

    assert OLEG not in [each.id for each in desk.linked.participants.of(dialog.id).members]


async def test_a_locked_portal_gets_no_record_and_no_member(desk, until, sandbox):
    dialog = await begun(desk, until)
    desk.session.set_read_only(read_only=True)
    with pytest.raises(BitrixError, match="READ_ONLY"):
        await desk.linked.participants.add(dialog, OLEG)
    with pytest.raises(BitrixError, match="READ_ONLY"):
        await desk.linked.leads.add(dialog, RecordDraft(RecordKind.LEAD, "Lamp"))

    assert not await sandbox.calls("im.chat.user.add")
    assert not await sandbox.calls("crm.lead.add")


async def test_records_are_shown_without_names_where_the_dictionary_is_refused(
    desk, until, sandbox
):
    dialog = await begun(desk, until)
    await sandbox.order("fault", kind="ACCESS_DENIED", method="crm.status.list", count=1)
    linkage = await read(desk, dialog)

    assert [card.stage for card in linkage.found] == ["NEW"]
    assert [card.ref for card in linkage.found] == [RecordRef(RecordKind.LEAD, 611)]


async def test_who_was_added_is_told_though_the_people_cannot_be_read_again(desk, until, sandbox):
    dialog = await begun(desk, until)
    await answered(desk, dialog.id)
    await desk.linked.participants.read(dialog)
    for method in ("imopenlines.session.history.get", "im.dialog.users.list", "im.chat.user.list"):
        await sandbox.order("fault", kind="ACCESS_DENIED", method=method, count=None)
    await desk.linked.participants.add(dialog, OLEG)
    notes = map(read_note, await desk.dialogs.page(dialog.id, 0, 100))

    assert NoteKind.JOINED in {note.kind for note in notes if note is not None}


async def test_a_record_that_was_not_asked_for_is_not_noted_as_perhaps_made(desk, until, sandbox):
    dialog = await begun(desk, until, crm=False)
    await read(desk, dialog)
    await sandbox.order("fault", kind="INTERNAL_SERVER_ERROR", method="batch", count=1)
    with pytest.raises(BitrixError, match="INTERNAL_SERVER_ERROR"):
        await desk.linked.leads.add(dialog, RecordDraft(RecordKind.LEAD, "Two lamps"))
    (entry, *_) = await desk.act_log.page(LogFilter())

    assert (entry.method, entry.result) == ("crm.lead.add", NOT_ASKED)
    assert not await sandbox.calls("crm.lead.add")
