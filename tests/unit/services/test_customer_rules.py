"""Whatever the order and however often it is told: a customer's message stands once, or not at all
where this console wrote it.
"""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.dialog import Author
from app.domain.events import CustomerWrote, DialogStarted
from tests.unit.services.test_applying import ANNA, NOW, PLACE, added, story

ELSEWHERE = (PLACE[0], PLACE[1], "conv-9")


def wrote(im, text="Is it there?", *, place=ELSEWHERE, chat=0, **more):
    return CustomerWrote(*place, "5001", chat, im, text, **more)


def started(session=1):
    return DialogStarted(*ELSEWHERE, "5001", session)


def answer(im):
    return replace(added(im, "[b]Олег Иванов:[/b] [br]Yes", chat=7735), chat=ELSEWHERE[2])


#: The queue does not name the portal's chat, a history does, and it may be late or repeated.
TOLD = st.lists(
    st.builds(
        lambda im, chat, mine: wrote(im, f"text {im}", chat=chat) if mine else answer(im + 100),
        st.integers(1, 6),
        st.sampled_from([0, 7735]),
        st.booleans(),
    ),
    max_size=20,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(TOLD)
def test_repeated_and_out_of_order_each_message_stands_once(told):
    async def play():
        with TemporaryDirectory() as folder:
            async with story(Path(folder)) as tale:
                await tale.happen(started(), *told)
                return await tale.messages()

    rows = [row for row in asyncio.run(play()) if row.im]
    here = [(row.im, row.author is Author.CUSTOMER) for row in rows]

    assert len(here) == len(set(here))
    assert set(here) == {(each.im, isinstance(each, CustomerWrote)) for each in told}


async def test_what_is_played_here_is_never_told_twice(tmp_path):
    async with story(tmp_path) as here:
        dialog = await here.customer_wrote(ANNA, "Hello")
        await here.happen(wrote(1, "Hello", place=PLACE), wrote(2, "Hello", place=PLACE, chat=7734))

        rows = await here.dialogs.page(dialog, 0, 10)
        assert [row.text for row in rows] == ["Hello"]
        assert [each.id for each in here.dialogs.all()] == [dialog]


async def test_channels_of_others_are_left_alone(tmp_path):
    async with story(tmp_path) as here:
        await here.happen(wrote(1, place=("livechat", 42, "conv-9")))

        assert here.dialogs.all() == ()


async def test_a_message_that_is_told_late_changes_neither_the_last_words_nor_who_waits(tmp_path):
    async with story(tmp_path) as here:
        await here.happen(started(), answer(20))
        await here.happen(wrote(10, "Is it there?"), at=NOW - timedelta(hours=1))

        (dialog,) = here.dialogs.all()
        assert (dialog.waiting_since, dialog.last_text) == (None, "Yes")


async def test_the_name_is_taken_over_once_and_a_better_one_stays(tmp_path):
    async with story(tmp_path) as here:
        await here.happen(started(), wrote(1, name="Ilze Ozola"), wrote(2, name="Somebody"))

        (dialog,) = here.dialogs.all()
        assert dialog.name == "Ilze Ozola"


async def test_what_a_history_says_of_an_edit_and_an_end_holds(tmp_path):
    async with story(tmp_path) as here:
        await here.happen(started(), wrote(1, "one"), wrote(1, "two", edited=True))
        await here.happen(wrote(1, "two", deleted=True), wrote(2, "gone", deleted=True))

        (dialog,) = here.dialogs.all()
        (row,) = [x for x in await here.dialogs.page(dialog.id, 0, 10) if x.im]
        assert (row.text, row.edits[0].text, row.deleted_at is not None) == ("two", "one", True)
