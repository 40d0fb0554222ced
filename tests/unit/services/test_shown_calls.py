"""What the program asks over and over is told apart from what a person caused; it can be hidden."""

from app.domain.bot import BotRules
from app.services.bots import BotDraft
from app.services.traffic import Traffic
from tests.helpers.desk import LINE, connected, open_test_desk, polled


async def test_only_what_the_program_asks_by_itself_counts_as_a_poll(sandbox, tmp_path, until):
    traffic = Traffic()
    async with open_test_desk(sandbox, tmp_path, traffic=traffic) as desk:
        await connected(desk)
        await desk.bots.register(BotDraft("Helper", "acme_helper", BotRules(greeting="Hi"), LINE))
        await polled(desk, until)
        await desk.board.presence.read()
        await until(lambda: "imbot.v2.Event.get" in {each.method for each in traffic.records})

    polls = {each.method for each in traffic.records if each.poll}
    caused = {each.method for each in traffic.records if not each.poll}
    assert {"event.offline.get", "imbot.v2.Event.get"} <= polls
    assert {"user.get", "batch"} & polls, "who is there is asked again and again"
    assert {"imconnector.register", "imbot.v2.Bot.register", "oauth.exchange"} <= caused
    assert not polls & {"imconnector.register", "imconnector.activate", "oauth.exchange"}


async def test_a_refresh_of_the_keys_is_no_poll_although_a_poll_needed_it(sandbox, tmp_path, until):
    traffic = Traffic()
    async with open_test_desk(sandbox, tmp_path, traffic=traffic) as desk:
        await polled(desk, until)
        await sandbox.order("tokens", action="expire", which="access")
        await until(lambda: any(each.method == "oauth.refresh" for each in traffic.records))

    assert not any(each.poll for each in traffic.records if each.method == "oauth.refresh")


async def test_the_choice_to_hide_polls_is_there_after_a_restart(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as first:
        assert not first.shown_calls.without_polls
        first.shown_calls.choose(without_polls=True)
        await first.shown_calls.keep()

    async with open_test_desk(sandbox, tmp_path, run=False) as second:
        assert second.shown_calls.without_polls
