"""Chat bots over a real sandbox: a customer writes, the bot hears, answers once, and lets go."""

import pytest

from app.bitrix.bots import Bots
from app.bitrix.errors import Garbled, Refused
from app.domain.alerts import AlertKind
from app.domain.bot import After, BotRules, Keyword, Target, TargetKind
from app.domain.bot_life import Mode, TalkState
from app.domain.dialog import Author, Customer, DialogState
from app.domain.problem import Problem
from app.services import bot_acting, bot_runner, bot_watch
from app.services.bots import BotDraft
from app.services.failures import NotPossible
from tests.helpers.desk import (
    CONNECTOR,
    LINE,
    OTHER_LINE,
    connected,
    messages,
    open_test_desk,
    written,
)

RULES = BotRules(
    greeting="Hello",
    keywords=(Keyword(("price*",), "Ten"), Keyword(("thanks",), "Bye", After.FINISH)),
    fallback="Sorry?",
    patience=0,
    hand_over_words=("operator*",),
    hand_over_text="One moment",
)
HISTORY = "imopenlines.session.history.get"
NOTHING = Problem("")
SEND, HAND_OVER = "imbot.v2.Chat.Message.send", "imopenlines.bot.session.operator"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Failures are tried again at once."""
    monkeypatch.setattr(bot_runner, "FIRST_DELAY", 0.01)
    monkeypatch.setattr(bot_runner, "LOOK_AGAIN", 0.05)
    monkeypatch.setattr(bot_acting, "FIRST_REST", 0.001)


async def registered(desk, rules=RULES, line=LINE):
    return await desk.bots.register(BotDraft("Helper", "acme_helper", rules, line))


async def greeted(desk, until, count=1):
    """A customer has written and heard the bot."""
    dialog = await written(desk)
    await until(lambda: [talk.talk.heard for talk in desk.bots.book.talks()][:1] == [1])
    await until(lambda: desk.dialogs.get(dialog).count >= 2 + count)
    return dialog


async def bot_texts(sandbox, desk, dialog, bot):
    chat = await sandbox.chat(desk.dialogs.get(dialog))
    return [message["text"] for message in chat["messages"] if message["author_id"] == bot.id]


async def bots_have_said(sandbox, desk, dialog, bot, wanted):
    """Wait for the bot's last words, then everything that it said."""
    for _ in range(500):
        texts = await bot_texts(sandbox, desk, dialog, bot)
        if texts[-1:] == wanted[-1:] and len(texts) >= len(wanted):
            break
        await desk.bots.runner.round()
    return await bot_texts(sandbox, desk, dialog, bot)


async def test_a_customer_is_greeted_answered_and_handed_over(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    for text in ("What is the price?", "operator please"):
        await live.outbox.send(dialog, text)

    said = await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten", "One moment"])
    await until(lambda: live.bots.book.talks()[0].state is TalkState.HANDED_OVER)

    assert said == ["Hello", "Ten", "One moment"]
    session = (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]
    assert session["bot"] is None
    assert session["assigned"] or session["operator"]


async def test_who_is_with_a_bot_waits_for_nobody_until_it_hands_him_over(live, until):
    await registered(live)
    dialog = await greeted(live, until)
    await until(lambda: live.dialogs.get(dialog).with_bot)

    board = live.board.now((LINE,))
    assert (live.dialogs.get(dialog).waiting_since, board.waiting, board.unanswered) == (
        None,
        (),
        (),
    )

    await live.outbox.send(dialog, "operator please")
    await until(lambda: live.dialogs.get(dialog).waiting_since is not None)

    shown = live.dialogs.get(dialog)
    asked = [each.at for each in await messages(live, dialog) if each.author is Author.CUSTOMER]
    assert shown.waiting_since > max(asked)
    assert live.board.now((LINE,)).waiting[0].since == shown.waiting_since

    await live.bots.runner.round()
    kept = await live.dialogs.write(lambda transcript: transcript.dialog(dialog))
    assert kept.waiting_since == shown.waiting_since


async def test_who_is_with_a_bot_that_is_silenced_waits_from_then(live, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    await until(lambda: live.dialogs.get(dialog).with_bot)

    await live.bots.set_active(bot.id, active=False)

    assert live.dialogs.get(dialog).waiting_since is not None
    assert not live.dialogs.get(dialog).with_bot


async def test_what_a_bot_says_stands_in_the_dialog_under_its_name(live, until):
    await registered(live)
    dialog = await greeted(live, until)

    said = [each for each in await messages(live, dialog) if each.text == "Hello" and each.im]

    assert [(each.author, each.author_name) for each in said] == [(Author.BOT, "Helper")]


@pytest.mark.usefixtures("queues_apart")
async def test_words_that_also_come_back_by_the_queue_stand_there_once(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    await live.outbox.send(dialog, "price")
    await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten"])
    await until(lambda: live.dialogs.get(dialog).last_text == "Ten")
    seen = live.feed.health.last_poll
    await until(lambda: live.feed.health.last_poll > seen)

    own = [each.text for each in await messages(live, dialog) if each.author is Author.BOT]

    assert own == ["Hello", "Ten"]


@pytest.mark.parametrize("fault", ["lost", "cut", "reset", "query_limit", "html"])
async def test_words_whose_answer_never_came_are_said_once(live, sandbox, until, fault):
    bot = await registered(live)
    dialog = await greeted(live, until)
    more = {"status": 502} if fault == "html" else {}
    await sandbox.order("fault", kind=fault, method=SEND, count=2, **more)

    await live.outbox.send(dialog, "price?")
    await live.outbox.send(dialog, "price!")
    said = await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten", "Ten"])

    assert said == ["Hello", "Ten", "Ten"]


async def test_a_hand_over_whose_answer_was_lost_is_not_done_twice(live, sandbox, until):
    await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("fault", kind="lost", method=HAND_OVER)

    await live.outbox.send(dialog, "operator")
    await until(lambda: live.bots.book.talks()[0].state is TalkState.HANDED_OVER)

    assert live.bots.book.talks()[0].problem is None
    session = (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]
    assert session["bot"] is None


async def test_a_dialog_taken_by_an_operator_is_not_the_bot_s_any_more(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("answer", chat_id=live.dialogs.get(dialog).portal_chat, user_id=1)
    await live.outbox.send(dialog, "price")
    await sandbox.reply(live.dialogs.get(dialog), "I am here", user_id=1)
    await until(lambda: live.bots.book.talks()[0].state is TalkState.TAKEN)

    assert await bot_texts(sandbox, live, dialog, bot) == ["Hello"]


async def test_a_supervisor_takes_a_dialog_over_and_it_stands_in_the_log(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    (talk,) = live.bots.book.talks()

    await live.bots.take_over(talk)
    await live.outbox.send(dialog, "price")
    await until(lambda: live.dialogs.get(dialog).last_text == "price")

    assert live.bots.book.talks()[0].state is TalkState.TAKEN
    chat = await sandbox.chat(live.dialogs.get(dialog))
    assert chat["sessions"][-1]["operator"] == live.session.capabilities.user.id
    assert await bot_texts(sandbox, live, dialog, bot) == ["Hello"]


async def test_a_bot_finishes_and_greets_anew_in_the_next_session(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    await live.outbox.send(dialog, "thanks")
    await until(lambda: live.bots.book.talks()[0].state is TalkState.FINISHED)
    await until(lambda: live.dialogs.get(dialog).state is DialogState.CLOSED)

    await live.outbox.send(dialog, "me again")

    wanted = ["Hello", "Bye", "Hello"]
    assert await bots_have_said(sandbox, live, dialog, bot, wanted) == wanted


async def test_a_person_who_was_dismissed_is_replaced_by_whoever_is_free(live, sandbox, until):
    target = Target(TargetKind.PERSON, 424_242, "Gone")
    rules = BotRules(greeting="Hello", hand_over_words=("operator",), target=target)
    await registered(live, rules)
    dialog = await greeted(live, until)

    await live.outbox.send(dialog, "operator")
    await until(lambda: live.bots.book.talks()[0].state is TalkState.HANDED_OVER)

    session = (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]
    assert session["assigned"] or session["operator"]


async def test_a_bot_whose_words_are_refused_leaves_the_customer_to_people(live, sandbox, until):
    await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("fault", kind="EMPTY_MESSAGE", method=SEND)

    await live.outbox.send(dialog, "price")
    await until(lambda: live.bots.book.talks()[0].state is TalkState.HANDED_OVER)

    assert live.bots.book.talks()[0].problem.code == "EMPTY_MESSAGE"
    session = (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]
    assert session["assigned"] or session["operator"]


async def test_out_of_working_hours_a_bot_says_so(live, sandbox, until):
    closed = {
        "WORKTIME_ENABLE": True,
        "WORKTIME_DAYOFF": ("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    }
    await live.lines.save(LINE, closed)
    bot = await registered(live, BotRules(greeting="Hello", closed_text="We sleep"))

    dialog = await greeted(live, until, count=2)

    assert await bot_texts(sandbox, live, dialog, bot) == ["Hello", "We sleep"]


async def test_a_read_only_profile_keeps_bots_silent_until_it_is_unlocked(live, sandbox, until):
    bot = await registered(live)
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).portal_chat)
    live.session.set_read_only(True)
    before = await bot_texts(sandbox, live, dialog, bot)
    assert await live.bots.runner.round() is None

    live.session.set_read_only(False)

    assert before in ([], ["Hello"])
    assert await bots_have_said(sandbox, live, dialog, bot, ["Hello"]) == ["Hello"]


async def test_what_a_paused_bot_hears_is_answered_when_it_goes_on(live, sandbox, until):
    bot = await registered(live)
    await live.bots.set_active(bot.id, active=False)
    dialog = await written(live)
    await until(lambda: live.dialogs.get(dialog).portal_chat)
    assert await bot_texts(sandbox, live, dialog, bot) == []

    await live.bots.set_active(bot.id, active=True)

    assert await bots_have_said(sandbox, live, dialog, bot, ["Hello"]) == ["Hello"]


async def test_a_bot_that_cannot_be_heard_says_why_and_goes_on_by_itself(live, sandbox, until):
    bot = await registered(live)
    order = await sandbox.order(
        "fault", kind="BOT_NOT_FOUND", method="imbot.v2.Event.get", count=None
    )
    live.bots.runner.wake()
    await until(lambda: bot.id in live.bots.book.problems)
    assert live.bots.book.problems[bot.id].code == "BOT_NOT_FOUND"

    await sandbox.order("clear-faults", number=order["number"])

    await until(lambda: bot.id not in live.bots.book.problems)


async def test_bots_and_their_dialogs_are_there_after_a_restart(sandbox, tmp_path, until):
    async with open_test_desk(sandbox, tmp_path) as first:
        await connected(first)
        bot = await registered(first)
        await greeted(first, until)
        await until(lambda: first.bots.book.get(bot.id).offset > 0)
        known, talks = first.bots.book.get(bot.id), first.bots.book.talks()

    async with open_test_desk(sandbox, tmp_path, run=False) as second:
        assert second.bots.book.all() == (known,)
        assert second.bots.book.talks() == talks
        assert known.rules == RULES


async def test_an_unregistered_bot_leaves_its_line_and_its_dialogs_to_people(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)

    await live.bots.unregister(bot.id)

    line = await live.lines.read(LINE)
    assert not line.on("WELCOME_BOT_ENABLE")
    assert live.bots.book.all() == live.bots.book.talks() == ()
    session = (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]
    assert session["bot"] is None


async def test_a_bot_that_the_portal_has_forgotten_can_be_unregistered(live):
    bot = await registered(live)
    await live.session.caller.call("imbot.v2.Bot.unregister", {"botId": bot.id})

    await live.bots.unregister(bot.id)

    assert live.bots.book.all() == ()


async def test_a_bot_moves_from_line_to_line(live):
    bot = await registered(live)

    moved = await live.bots.assign(bot.id, OTHER_LINE)

    old, new = await live.lines.read(LINE), await live.lines.read(OTHER_LINE)
    assert moved.line == OTHER_LINE
    assert (old.on("WELCOME_BOT_ENABLE"), new.number("WELCOME_BOT_ID")) == (False, bot.id)


async def test_an_older_portal_wants_a_handler_and_posts_to_it(live, sandbox):
    await sandbox.order("fault", kind="ERROR_METHOD_NOT_FOUND", method="imbot.v2.*", count=None)
    with pytest.raises(NotPossible) as refused:
        await registered(live)
    assert refused.value.problem.code == "BOT_NEEDS_HANDLER"

    handler = "https://bot.example.com/handler"
    bot = await live.bots.register(BotDraft("Helper", "acme_helper", RULES, 0, handler))

    assert bot.mode is Mode.HANDLER
    (row,) = (await live.session.caller.call("imbot.bot.list")).values()
    assert row["CODE"] == "acme_helper"
    await live.bots.unregister(bot.id)
    assert not await live.session.caller.call("imbot.bot.list")


async def test_the_same_code_takes_up_the_same_bot(live):
    first = await registered(live)
    second = await registered(live, BotRules(greeting="Other"))

    assert first.id == second.id
    assert live.bots.book.all() == (second,)


async def test_a_bot_that_is_registered_stays_when_its_line_cannot_be_changed(live, sandbox):
    await sandbox.order("fault", kind="ACCESS_DENIED", method="imopenlines.config.update")

    with pytest.raises(Refused):
        await registered(live)

    (bot,) = live.bots.book.all()
    assert (bot.name, bot.line) == ("Helper", 0)


async def test_many_customers_are_each_answered_once(live, sandbox, until):
    bot = await registered(live)
    dialogs = [
        await written(live, Customer(f"u-{n}", "Anna", f"conv-{n}"), "price?") for n in range(12)
    ]
    await until(lambda: len(live.bots.book.talks()) == 12)

    for dialog in dialogs:
        said = await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten"])
        assert said == ["Hello", "Ten"]


async def test_a_dialog_that_always_fails_keeps_no_other_customer_waiting(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    fails = live.dialogs.get(dialog).portal_chat
    say = live.bots.runner._doing._api.say

    async def blocked(number, chat, text):
        if chat == fails:
            raise Garbled("", description="A page of a firewall", method=SEND)
        return await say(number, chat, text)

    live.bots.runner._doing._api.say = blocked
    await live.outbox.send(dialog, "price")
    other = Customer("user-2", "Bea", "chat-2")
    second = (await live.outbox.start_dialog(CONNECTOR, LINE, other, "price")).id
    await until(lambda: live.dialogs.get(second).portal_chat)
    talks = live.bots.book.talks

    assert await bots_have_said(sandbox, live, second, bot, ["Hello", "Ten"]) == ["Hello", "Ten"]
    await until(lambda: any(t.state is TalkState.HANDED_OVER for t in talks() if t.chat == fails))
    session = (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]
    assert session["bot"] is None, "in the end people have it"
    assert next(t.problem.code for t in talks() if t.chat == fails) == "GARBLED"


@pytest.mark.parametrize("code", ["ACCESS_DENIED", "WRONG_CHAT", "CHAT_NOT_FOUND"])
async def test_a_dialog_that_is_still_the_bot_s_goes_to_people(live, sandbox, until, code):
    await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("fault", kind=code, method=SEND)

    await live.outbox.send(dialog, "price")
    await until(lambda: live.bots.book.talks()[0].state is TalkState.HANDED_OVER)

    assert live.bots.book.talks()[0].problem.code == code
    assert (await sandbox.chat(live.dialogs.get(dialog)))["sessions"][-1]["bot"] is None


async def test_a_bot_that_may_not_even_hand_over_goes_on_listening(live, sandbox, until):
    bot = await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("fault", kind="ACCESS_DENIED", method=HAND_OVER, count=2)

    await live.outbox.send(dialog, "operator")
    await until(lambda: live.bots.book.talks()[0].problem is not None)
    assert live.bots.book.talks()[0].state is TalkState.BOT
    await live.outbox.send(dialog, "price")

    wanted = ["Hello", "One moment", "Ten"]
    assert await bots_have_said(sandbox, live, dialog, bot, wanted) == wanted


async def test_a_bot_that_another_console_registered_is_silent_here_until_it_shall_answer(
    live, sandbox, tmp_path, until
):
    bot = await registered(live)
    async with open_test_desk(sandbox, tmp_path / "other") as other:
        taken = await registered(other)
        assert (taken.id, taken.active) == (bot.id, False)
        assert other.bots.book.problems[bot.id].code == "BOT_ELSEWHERE"
        dialog = await written(live, text="price")
        await until(lambda: live.dialogs.get(dialog).portal_chat)
        said = await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten"])
        await other.bots.set_active(bot.id, active=True)
        assert bot.id not in other.bots.book.problems

    assert said == ["Hello", "Ten"]


async def say_elsewhere(desk, dialog, bot):
    """Another console lets the bot speak."""
    place = {"botId": bot.id, "dialogId": f"chat{desk.dialogs.get(dialog).portal_chat}"}
    fields = {"message": "Said elsewhere"}
    await desk.session.caller.call(SEND, {**place, "fields": fields})


async def test_a_bot_for_which_another_console_begins_to_answer_falls_silent_here(
    live, sandbox, until, monkeypatch
):
    monkeypatch.setattr(bot_watch, "LOOK_EVERY", 0.0)
    bot = await registered(live)
    dialog = await greeted(live, until)
    await live.outbox.send(dialog, "price")
    await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten"])

    await say_elsewhere(live, dialog, bot)
    await live.outbox.send(dialog, "price once more")
    await until(lambda: silent((live,), bot))

    assert (await bot_texts(sandbox, live, dialog, bot))[2:] == ["Said elsewhere"]


@pytest.mark.usefixtures("queues_apart")
async def test_the_queue_tells_of_another_console_before_the_bot_is_asked_again(
    live, sandbox, until
):
    bot = await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("fault", kind="ACCESS_DENIED", method=HISTORY, count=None)

    await say_elsewhere(live, dialog, bot)
    await until(lambda: silent((live,), bot))

    assert await bot_texts(sandbox, live, dialog, bot) == ["Hello", "Said elsewhere"]


def silent(desks, bot):
    """Where a bot says nothing more, since another console answers for it."""
    books = [desk.bots.book for desk in desks]
    told = [each for each in books if each.problems.get(bot.id, NOTHING).code == "BOT_ELSEWHERE"]
    return [each for each in told if not each.get(bot.id).active]


def heard(desks):
    """How many of the customer's messages they have heard; each is heard by one at least."""
    return sum(talk.talk.heard for desk in desks for talk in desk.bots.book.talks())


async def test_two_consoles_that_answer_for_one_bot_do_not_go_on_both(
    live, sandbox, tmp_path, until, monkeypatch
):
    monkeypatch.setattr(bot_watch, "LOOK_EVERY", 0.0)
    bot = await registered(live)
    async with open_test_desk(sandbox, tmp_path / "other") as other:
        await registered(other)
        await other.bots.set_active(bot.id, active=True)
        dialog = await written(live, text="Good day")
        await until(lambda: live.dialogs.get(dialog).portal_chat)
        for number in range(50):
            await live.outbox.send(dialog, ("price", "what?")[number % 2])
            await until(lambda n=number: silent((live, other), bot) or heard((live, other)) > n + 1)
            if silent((live, other), bot):
                break

        assert silent((live, other), bot)


async def test_why_a_bot_is_silent_is_known_after_a_restart_and_raises_an_alert(
    sandbox, tmp_path, until, monkeypatch
):
    monkeypatch.setattr(bot_watch, "LOOK_EVERY", 0.0)
    async with open_test_desk(sandbox, tmp_path) as desk:
        await connected(desk)
        bot = await registered(desk)
        dialog = await greeted(desk, until)
        await say_elsewhere(desk, dialog, bot)
        await desk.outbox.send(dialog, "price")
        await until(lambda: silent((desk,), bot))

    async with open_test_desk(sandbox, tmp_path) as desk:
        assert silent((desk,), bot)
        assert await bot_alerts(desk) == [("bot_elsewhere", "Helper", True)]
        await desk.bots.set_active(bot.id, active=True)
        assert await bot_alerts(desk) == []
    async with open_test_desk(sandbox, tmp_path) as desk:
        assert not silent((desk,), bot)


async def bot_alerts(desk):
    await desk.alerts.look()
    known = [each for each in desk.alerts.active if each.kind is AlertKind.BOT]
    return [(each.code, each.place, each.urgent) for each in known]


async def test_a_bot_that_shall_answer_again_is_not_blamed_for_what_was_said_before(
    live, sandbox, until, monkeypatch
):
    monkeypatch.setattr(bot_watch, "LOOK_EVERY", 0.0)
    bot = await registered(live)
    dialog = await greeted(live, until)
    await live.bots.set_active(bot.id, active=False)
    await say_elsewhere(live, dialog, bot)

    await live.bots.set_active(bot.id, active=True)
    await live.outbox.send(dialog, "price")

    wanted = ["Hello", "Said elsewhere", "Ten"]
    assert await bots_have_said(sandbox, live, dialog, bot, wanted) == wanted
    assert bot.id not in live.bots.book.problems


async def test_words_that_were_lost_and_said_again_are_not_taken_for_another_console_s(
    live, sandbox, until, monkeypatch
):
    monkeypatch.setattr(bot_watch, "LOOK_EVERY", 0.0)
    bot = await registered(live)
    dialog = await greeted(live, until)
    await sandbox.order("fault", kind="lost", method=SEND)
    with monkeypatch.context() as slow:
        slow.setattr(Bots, "said", nothing_yet)
        await live.outbox.send(dialog, "price?")
        await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten", "Ten"])

    await live.outbox.send(dialog, "price!")
    wanted = ["Hello", "Ten", "Ten", "Ten"]
    assert await bots_have_said(sandbox, live, dialog, bot, wanted) == wanted
    assert not silent((live,), bot)

    await say_elsewhere(live, dialog, bot)
    await live.outbox.send(dialog, "price once more")
    await say_elsewhere(live, dialog, bot)
    await until(lambda: silent((live,), bot))


async def nothing_yet(*_):
    """The history of a portal that is behind."""
    return ()


async def test_a_history_that_is_not_told_keeps_no_customer_waiting(live, sandbox, until):
    bot = await registered(live)
    await sandbox.order("fault", kind="ACCESS_DENIED", method=HISTORY, count=None)
    dialog = await greeted(live, until)
    await live.outbox.send(dialog, "price")

    said = await bots_have_said(sandbox, live, dialog, bot, ["Hello", "Ten"])
    assert said == ["Hello", "Ten"]
