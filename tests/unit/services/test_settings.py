"""What another version of the program kept in the journal does not keep a portal from opening."""

from functools import partial

import pytest

from app.services.rows import save_setting
from tests.helpers.desk import CONNECTOR, LINE, connected, open_sandbox, open_test_desk

SETTINGS = (
    "auto_deliver",
    "bound_handlers",
    "drift_notices",
    "lost_channels",
    "registration_draft",
    "switched_on",
)


@pytest.mark.parametrize("text", ["{", "7", '[["a"]]', '[{"kind": "other"}]', "\\ud800"])
async def test_what_cannot_be_read_is_left_out_and_told_in_the_log(tmp_path, caplog, text):
    async with open_sandbox() as portal:
        async with open_test_desk(portal, tmp_path, run=False) as desk:
            for name in SETTINGS:
                await desk.journal.run(partial(save_setting, name, text))

        async with open_test_desk(portal, tmp_path, run=False) as desk:
            assert desk.drift.notices == ()
            assert await desk.connectors.draft() == {}
            assert desk.connectors.lost_data(CONNECTOR, LINE) is None
            told = [each for each in SETTINGS if f"The setting {each} " in caplog.text]
            assert told == [each for each in SETTINGS if each != "auto_deliver"]


async def test_what_was_kept_is_there_after_a_restart(tmp_path):
    async with open_sandbox() as portal:
        async with open_test_desk(portal, tmp_path, run=False) as desk:
            await connected(desk)
            await desk.connectors.save_draft({"id": "acme", "seven": [1]})
            await desk.outbox.set_auto_deliver(False)
            intents = dict(desk.drift._channels.intents)

        async with open_test_desk(portal, tmp_path, run=False) as desk:
            assert await desk.connectors.draft() == {"id": "acme", "seven": [1]}
            assert not desk.outbox.auto_deliver
            assert desk.drift._channels.intents == intents != {}
