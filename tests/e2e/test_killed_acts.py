"""kill -9 of the console before and after an act's call: the log knows that it was begun."""

import pytest

from app.services.act_rows import UNKNOWN, LogFilter
from tests.e2e.conftest import headless, serve
from tests.helpers.desk import connected, open_test_desk, written


@pytest.mark.parametrize(("point", "there"), [("before spam", "open"), ("after spam", "spam")])
async def test_an_act_that_a_kill_cut_short_stands_in_the_log_as_not_known(
    tmp_path, vault, until, point, there
):
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await connected(desk)
            dialog = await written(desk)
            await until(lambda: desk.dialogs.get(dialog).portal_chat)
            head = desk.dialogs.get(dialog)

        async with headless(portal, tmp_path, vault, session.profile, point) as console:
            await console.reach()
            await console.kill()

        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            rows = await desk.act_log.page(LogFilter(dialogs=True))
        last = (await portal.chat(head))["sessions"][-1]

    assert [(row.act, row.result) for row in rows] == [("spam", UNKNOWN)]
    assert (last["state"] == "spam") is (there == "spam")
