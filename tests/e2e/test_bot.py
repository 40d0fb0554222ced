"""A chat bot end to end, over processes: greeted, answered, handed over, answered by a person; and
kill -9 at every point of its work, after which nothing was said twice and nothing is missing.
"""

from collections import Counter

import pytest

from app.domain.bot import BotRules, Keyword
from app.domain.bot_life import TalkState
from app.domain.dialog import Author, Customer
from app.services import bot_runner
from app.services.bots import BotDraft
from tests.e2e.conftest import headless, serve
from tests.helpers.desk import LINE, connected, messages, open_test_desk, written

RULES = BotRules(
    greeting="Hello",
    keywords=(Keyword(("price*",), "Ten"),),
    fallback="Sorry?",
    patience=0,
    hand_over_words=("operator*",),
    hand_over_text="One moment",
)
DRAFT = BotDraft("Helper", "acme_helper", RULES, LINE)
POINTS = [
    *("before the commit of hearing", "before bot's words", "after bot's words"),
    *("before hand-over", "after hand-over", "before bot's confirming"),
]
CUSTOMERS = 3


async def test_a_customer_is_served_by_a_bot_and_then_by_a_person(tmp_path):
    async with serve() as portal, open_test_desk(portal, tmp_path) as desk:
        await connected(desk)
        bot = await desk.bots.register(DRAFT)
        dialog = await written(desk, text="Good day")
        await said_so_far(portal, desk, dialog, bot.id, ["Hello"])
        await desk.outbox.send(dialog, "What is the price?")
        await said_so_far(portal, desk, dialog, bot.id, ["Hello", "Ten"])
        await desk.outbox.send(dialog, "operator please")
        await said_so_far(portal, desk, dialog, bot.id, ["Hello", "Ten", "One moment"])
        await reached(desk, lambda: desk.bots.book.talks()[0].state is TalkState.HANDED_OVER)

        await portal.reply(desk.dialogs.get(dialog), "I am Ann, how can I help?")
        await reached(desk, lambda: desk.dialogs.get(dialog).last_author is Author.OPERATOR)

        rows = [m for m in await messages(desk, dialog) if m.author is not Author.SYSTEM]
        assert [(m.author, m.text) for m in rows] == [
            (Author.CUSTOMER, "Good day"),
            (Author.BOT, "Hello"),
            (Author.CUSTOMER, "What is the price?"),
            (Author.BOT, "Ten"),
            (Author.CUSTOMER, "operator please"),
            (Author.BOT, "One moment"),
            (Author.OPERATOR, "I am Ann, how can I help?"),
        ]


def cases():
    """One crash at each point; behind the marker, the later moments as well. Whatever was heard at
    once is confirmed at once, so that comes only one time for sure.
    """
    for point in POINTS:
        yield pytest.param(point, 1, id=point)
        for hit in (2, 3) if point != POINTS[-1] else ():
            name = f"{point}, number {hit}"
            yield pytest.param(point, hit, id=name, marks=pytest.mark.slow)


@pytest.mark.parametrize(("point", "hit"), list(cases()))
async def test_a_bot_whose_console_was_killed_goes_on_and_says_nothing_twice(
    tmp_path, vault, monkeypatch, point, hit
):
    monkeypatch.setattr(bot_runner, "FIRST_DELAY", 0.01)
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session, run=False) as desk:
            await connected(desk)
            bot = await desk.bots.register(DRAFT)
            for number in range(CUSTOMERS):
                await written(desk, Customer(f"u-{number}", "Anna", f"conv-{number}"), "operator")

        async with headless(portal, tmp_path, vault, session.profile, point, hit) as console:
            await console.reach()
            await console.kill()

        session = await portal.sign_in(vault=vault)
        async with open_test_desk(portal, tmp_path, session=session) as desk:
            await reached(desk, lambda: len(desk.bots.book.talks()) == CUSTOMERS)
            done = TalkState.HANDED_OVER
            await reached(desk, lambda: {t.state for t in desk.bots.book.talks()} == {done})

            for chat in (await portal.state())["chats"]:
                said = [m["text"] for m in chat["messages"] if m["author_id"] == bot.id]
                assert said == ["Hello", "One moment"]
                assert chat["sessions"][-1]["bot"] is None
            for dialog in desk.dialogs.all():
                rows = await messages(desk, dialog.id)
                own = Counter(m.text for m in rows if m.author is Author.BOT)
                assert own == Counter(["Hello", "One moment"])


async def reached(desk, condition):
    """Poll until it is so."""
    for _ in range(2000):
        if condition():
            return
        await desk.bots.runner.round()
    pytest.fail("it never came to that")


async def said_so_far(portal, desk, dialog, bot, wanted):
    """The portal has these words of the bot in the dialog."""
    for _ in range(2000):
        if desk.dialogs.get(dialog).portal_chat:
            rows = (await portal.chat(desk.dialogs.get(dialog)))["messages"]
            if [m["text"] for m in rows if m["author_id"] == bot] == wanted:
                return
        await desk.bots.runner.round()
    pytest.fail(f"the bot did not say {wanted}")
