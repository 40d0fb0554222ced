"""Events are re-posted to a handler on this machine, and none is lost on the way."""

import asyncio
import base64
import threading
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from app.bitrix.envelope import NO_TOKEN
from app.bitrix.handler_post import KEPT_BYTES, HandlerDoor
from app.bitrix.redact import MASK
from app.domain.dialog import DialogState
from app.domain.forwarding import Choice, ForwardState, Since
from app.services.clock import utc_now
from app.services.failures import ServiceError
from app.services.forward_auth import ForwardAuth
from app.services.forward_post import NOT_POSTED
from app.services.forwarding import Forwarding
from app.services.rows import save_setting, to_json
from app.ui.forward.words import ForwardWords
from tests.helpers.desk import connected, written
from tests.helpers.handler import free_port, local_handler


@asynccontextmanager
async def at_work(forwarding):
    task = asyncio.get_running_loop().create_task(forwarding.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def chat(desk, sandbox, until):
    """A dialog that operators write in."""
    await connected(desk)
    dialog = await written(desk)
    await until(lambda: desk.dialogs.get(dialog).state is DialogState.OPEN)
    return desk.dialogs.get(dialog)


@pytest.fixture
def say(desk, sandbox, chat, until):
    """Operators write; done when the journal has it."""

    async def say(*texts):
        before = desk.dialogs.get(chat.id).count
        for text in texts:
            await sandbox.reply(chat, text)
        await until(lambda: desk.dialogs.get(chat.id).count >= before + len(texts))

    return say


async def test_what_operators_write_is_posted_in_its_order(desk, say, until):
    with local_handler() as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await say("one", "two", "three")
            await until(lambda: len(handler.posts) == 3)
            await until(lambda: not desk.forwarding.state.posting)
        rows = await desk.forwarding.page()

    assert [text.rpartition("[br]")[2] for text in handler.texts()] == ["one", "two", "three"]
    assert [(row.state, row.status, row.tries, row.answer) for row in rows] == [
        (ForwardState.ANSWERED, 200, 1, "ok")
    ] * 3


async def test_without_consent_no_token_goes_along_and_its_place_says_so(desk, say, until):
    with local_handler() as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await say("hello")
            await until(lambda: handler.posts)

    (post,) = handler.posts
    assert post.fields["auth[access_token]"] == NO_TOKEN
    assert await desk.session.access_token() not in post.body


async def test_with_consent_the_live_token_of_the_signed_in_user_goes_along(desk, say, until):
    with local_handler(answer="thanks for {token}") as handler:
        handler.reply = lambda post, real=handler.reply: (
            real(post)[0],
            post.fields["auth[access_token]"].encode(),
        )
        await desk.forwarding.choose(Choice(handler.url, on=True, token=True))
        async with at_work(desk.forwarding):
            await say("hello")
            await until(lambda: handler.posts)
            await until(lambda: not desk.forwarding.state.waiting)
        (row,) = await desk.forwarding.page()

    (post,) = handler.posts
    token = await desk.session.access_token()
    assert post.fields["auth[access_token]"] == token
    assert post.fields["auth[user_id]"] == str(desk.session.capabilities.user.id)
    assert row.answer == MASK, "an echoed token is not kept"


async def test_a_lent_application_token_goes_along_and_is_never_shown(desk, say, until):
    with local_handler() as handler:
        desk.forwarding.auth.lend("my-own-token")
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await say("hello")
            await until(lambda: handler.posts)
        (row,) = await desk.forwarding.page()
        preview = await desk.forwarding.preview(row.id)

    assert handler.posts[0].fields["auth[application_token]"] == "my-own-token"
    assert "my-own-token" not in str(preview)
    assert ("data[CONNECTOR]", "acme_shopchat") in preview.fields


async def test_while_the_handler_is_down_everything_waits_and_comes_in_order(desk, say, until):
    with free_port() as port:
        await desk.forwarding.choose(Choice(f"http://127.0.0.1:{port}/handler", on=True))
        async with at_work(desk.forwarding):
            await say("one", "two")
            await until(lambda: desk.forwarding.state.problem)
            assert desk.forwarding.state.problem.code == "UNREACHABLE_REFUSED"
            await until(lambda: desk.forwarding.state.waiting == 2)
    with local_handler(port) as handler:
        async with at_work(desk.forwarding):
            await until(lambda: len(handler.posts) == 2)
            await until(lambda: not desk.forwarding.state.waiting)

    assert [text.rpartition("[br]")[2] for text in handler.texts()] == ["one", "two"]
    assert desk.forwarding.state.problem is None


async def test_pauses_before_another_try_grow(desk, say, until):
    now = [datetime(2026, 1, 2, tzinfo=UTC)]
    auth = ForwardAuth(desk.session)
    forwarding = Forwarding(desk.journal, auth, HandlerDoor(), lambda: now[0])
    pauses = []
    with free_port() as port:
        await forwarding.choose(Choice(f"http://127.0.0.1:{port}/", on=True))
        await say("hello")
        for _ in range(8):
            pauses.append(await forwarding._round())
            assert await forwarding._round() == pauses[-1], "not sooner"
            now[0] += timedelta(seconds=pauses[-1])

    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_the_portal_asks_nobody_twice_whatever_the_answer_is(desk, say, until, status):
    with local_handler(status=status) as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await say("one", "two")
            await until(lambda: len(handler.posts) == 2)
            await until(lambda: not desk.forwarding.state.waiting)
        rows = await desk.forwarding.page()

    assert [(row.status, row.tries, row.ok) for row in rows] == [(status, 1, False)] * 2


async def test_who_takes_a_post_and_says_nothing_is_not_asked_twice(desk, say, until):
    with local_handler(status=0) as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await say("hello")
            await until(lambda: handler.posts and not desk.forwarding.state.waiting)
        (row,) = await desk.forwarding.page()

    assert (row.state, row.problem, row.tries) == (ForwardState.SILENT, "UNREACHABLE_CUT", 1)


async def test_on_request_it_is_repeated_until_the_handler_takes_it(desk, say, until):
    with local_handler(decide=lambda number: 500 if number < 3 else 204) as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True, repeat=True))
        async with at_work(desk.forwarding):
            await say("one", "two")
            for tries in (1, 2):
                await until(lambda tries=tries: len(handler.posts) == tries)
                await until(lambda: desk.forwarding.state.retry_at)
                desk.forwarding.try_now()
            await until(lambda: len(handler.posts) == 4)
            await until(lambda: not desk.forwarding.state.waiting)
        second, first = await desk.forwarding.page()

    assert [t.rpartition("[br]")[2] for t in handler.texts()] == ["one", "one", "one", "two"]
    assert (first.tries, first.status, second.tries) == (3, 204, 1)


async def test_a_pause_holds_events_back_and_loses_none(desk, say, until):
    with local_handler() as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await desk.forwarding.pause(True)
            await say("one", "two")
            assert handler.posts == []
            await desk.forwarding.pause(False)
            await until(lambda: len(handler.posts) == 2)


async def test_one_event_is_sent_again_on_request_even_during_a_pause(desk, say, until):
    with local_handler(decide=lambda number: 500 if number == 1 else 200) as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True))
        async with at_work(desk.forwarding):
            await say("hello")
            await until(lambda: handler.posts and not desk.forwarding.state.waiting)
            await desk.forwarding.pause(True)
            (row,) = await desk.forwarding.page()
            await desk.forwarding.resend(row.id)
        (row,) = await desk.forwarding.page()

    first, second = handler.posts
    assert (
        first.fields["data[MESSAGES][0][im][message_id]"]
        == (second.fields["data[MESSAGES][0][im][message_id]"])
    )
    assert (row.tries, row.status) == (2, 200)


@pytest.mark.parametrize(
    ("since", "expected"), [(Since.LEFT_OFF, 0), (Since.NOW, 0), (Since.ALL, 2)]
)
async def test_a_new_target_gets_what_comes_or_on_request_everything(
    desk, say, until, since, expected
):
    await say("one", "two")
    with local_handler() as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True), since)
        async with at_work(desk.forwarding):
            await until(lambda: len(handler.texts()) == expected)
            await say("three")
            await until(lambda: len(handler.texts()) == expected + 1)

    assert handler.texts()[-1].endswith("three")


async def test_after_a_restart_it_goes_on_where_it_left_off(desk, say, until):
    with local_handler() as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True, repeat=True))
        await say("one")
        auth, contacted = ForwardAuth(desk.session), desk.traffic.contacted
        again = await Forwarding.load(desk.journal, auth, contacted, utc_now)
        assert again.state.choice == Choice(handler.url, on=True, repeat=True)
        assert again.state.waiting == 1
        async with at_work(again):
            await until(lambda: len(handler.posts) == 1)


async def test_two_never_forward_to_one_handler(desk, say, until):
    with local_handler() as handler:
        choice = Choice(handler.url, on=True)
        other = Forwarding(desk.journal, ForwardAuth(desk.session), HandlerDoor(), utc_now)
        await desk.forwarding.choose(choice)
        async with at_work(desk.forwarding):
            await say("one")
            await until(lambda: handler.posts)
            await other.choose(choice)
            async with at_work(other):
                await until(lambda: other.state.problem)
                await say("two")
                await until(lambda: len(handler.posts) == 2)

    assert other.state.problem.code == "FORWARDED_ELSEWHERE"
    assert len(handler.posts) == 2


async def test_a_choice_that_cannot_be_kept_changes_nothing(desk, monkeypatch):
    before = desk.forwarding.state

    async def full(*_):
        raise ServiceError("DISK_FULL")

    monkeypatch.setattr(desk.journal, "run", full)
    with pytest.raises(ServiceError):
        await desk.forwarding.choose(replace(before.choice, target="http://localhost/", on=True))
    assert desk.forwarding.state is before


async def test_of_a_token_that_the_handler_echoes_nothing_is_kept(desk, say, until):
    token = await desk.session.access_token()
    encoded = base64.b64encode(token.encode()).decode()
    echoes = ["x" * (KEPT_BYTES - 20) + token, encoded, token.upper(), f'{{"said": "{token}"}}']
    with local_handler() as handler:

        def echo(number):
            handler.answer = echoes[number % len(echoes)]
            return 200

        handler.decide = echo
        await desk.forwarding.choose(Choice(handler.url, on=True, token=True))
        async with at_work(desk.forwarding):
            await say("one", "two", "three", "four")
            await until(lambda: len(handler.posts) >= 4 and not desk.forwarding.state.posting)
        answers = [row.answer for row in await desk.forwarding.page()]

    assert len(answers) >= 4
    for answer in answers:
        for spelling in (token, encoded, token.upper()):
            assert spelling[:8] not in answer


async def test_a_row_that_is_no_event_is_left_out_and_holds_nothing_up(desk, say, until):
    await say("one")
    spoil = "UPDATE event SET raw = X'1B20' WHERE id = (SELECT max(id) FROM event)"
    await desk.journal.run(lambda conn: conn.execute(spoil).rowcount)
    with local_handler() as handler:
        await desk.forwarding.choose(Choice(handler.url, on=True), Since.ALL)
        async with at_work(desk.forwarding):
            await say("two")
            await until(lambda: handler.texts()[-1:] and handler.texts()[-1].endswith("two"))
        states = {row.problem for row in await desk.forwarding.page()}
        spoilt = next(row for row in await desk.forwarding.page() if row.problem)
        preview = await desk.forwarding.preview(spoilt.id)

    assert states == {"", NOT_POSTED}
    assert preview.fields == ()


async def test_while_the_handler_works_its_event_counts_as_sent(desk, say, until):
    with free_port() as port:
        pass
    release = threading.Event()
    await desk.forwarding.choose(Choice(f"http://127.0.0.1:{port}/", on=True))
    async with at_work(desk.forwarding):
        await say("one")
        await until(lambda: desk.forwarding.state.problem is not None)
        with local_handler(port) as handler:
            handler.decide = lambda _: release.wait(30) and 200
            desk.forwarding.try_now()
            await until(lambda: desk.forwarding.state.posting)
            (row,) = [row for row in await desk.forwarding.page() if row.tries]
            release.set()

    assert (row.state, row.problem) == (ForwardState.WAITING, "")
    assert ForwardWords().outcome(row) == "sent, no answer yet"


@pytest.mark.parametrize(
    ("target", "on"), [("http://evil.example:81/x", False), ("http://127.0.0.1:8000/h", True)]
)
async def test_a_choice_that_nobody_could_make_is_not_believed(desk, target, on):
    kept = to_json(Choice(target, on=True, token=True))
    await desk.journal.run(partial(save_setting, "forwarding", kept))

    again = await Forwarding.load(desk.journal, desk.forwarding.auth, lambda *_: None, utc_now)

    assert (again.state.choice.on, again.state.choice.token) == (on, on)
