"""What the portal said of a dialog's records is kept with its time."""

import pytest

from app.bitrix.errors import BitrixError
from app.domain.dialog_filter import CrmState
from tests.helpers.desk import connected, open_test_desk, written


async def linked(desk, until):
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).portal_chat is not None)
    await desk.crm.read(desk.dialogs.get(dialog))
    return dialog


async def test_records_are_known_after_a_restart(sandbox, tmp_path, until):
    async with open_test_desk(sandbox, tmp_path) as desk:
        dialog = await linked(desk, until)
        before = desk.crm.of(dialog)
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        assert desk.crm.of(dialog) == before
        assert desk.crm.state(dialog) is CrmState.LINKED
    assert [record.kind for record in before.records] == ["LEAD"]
    assert before.records[0].url.endswith(f"/crm/lead/details/{before.records[0].id}/")


async def test_a_fresh_answer_is_not_asked_for_again_unless_somebody_insists(desk, sandbox, until):
    dialog = await linked(desk, until)
    counts = [len(await sandbox.calls("imopenlines.dialog.get"))]
    for again in (False, True):
        await desk.crm.read(desk.dialogs.get(dialog), again=again)
        counts.append(len(await sandbox.calls("imopenlines.dialog.get")))

    assert [count - counts[0] for count in counts] == [0, 0, 1]


async def test_a_refusal_leaves_what_was_known(desk, sandbox, until):
    dialog = await linked(desk, until)
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.dialog.get", count=1)
    with pytest.raises(BitrixError):
        await desk.crm.read(desk.dialogs.get(dialog), again=True)

    assert desk.crm.state(dialog) is CrmState.LINKED


async def test_a_dialog_without_a_chat_is_not_asked_for(desk, sandbox):
    begun = await desk.dialogs.write(lambda t: t.begin("shop", 42, "chat", "u-1", "Anna"))
    await desk.crm.read(begun)

    assert desk.crm.state(begun.id) is CrmState.UNKNOWN
    assert not await sandbox.calls("imopenlines.dialog.get")
