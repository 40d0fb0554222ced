"""What has been read of a dialog, while messages come and change."""

import pytest

from app.domain.dialog import MessageChange
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.tasks import Tasks
from tests.ui.dialogs.sources import DIALOG, OTHER, Source, many, message


@pytest.fixture
async def read(qtbot, until):
    """Open the dialog of a source and read what is asked."""
    owned = []

    async def start(source):
        tasks = Tasks()
        model = TranscriptModel(source, tasks)
        owned.append((tasks, model))
        model.show_dialog(DIALOG)
        await until(lambda: model.is_open)
        return model

    yield start
    for tasks, model in owned:
        await tasks.close()
        model.deleteLater()


def texts(model):
    return [each.text for each in model.messages()]


async def test_only_lengths_are_read_at_first(read):
    source = Source(many(1000))
    model = await read(source)

    assert (model.count(), source.asked, texts(model)) == (1000, [], [])


async def test_pages_that_are_wanted_are_read_with_their_edges(read, until):
    source = Source(many(1000))
    model = await read(source)
    model.want(130, 140)
    await until(lambda: model.message(130))

    assert source.asked == [(127, 66)]
    assert model.is_ready(128)
    assert not model.is_ready(127)


async def test_what_is_no_longer_wanted_is_not_read(read, until):
    source = Source(many(10_000))
    model = await read(source)
    source.gate.clear()
    for position in (0, 1000, 2000, 9000):
        model.want(position, position)
    source.gate.set()
    await until(lambda: model.message(9000))

    assert [first // 64 for first, _ in source.asked] == [139]


async def test_pages_read_long_ago_are_forgotten(read, until):
    model = await read(Source(many(10_000)))
    for position in range(0, 10_000, 64):
        model.want(position, position)
        await until(lambda position=position: model.message(position))

    assert model.message(0) is None
    assert len(model.messages()) < 1700


async def test_a_message_that_comes_while_the_dialog_is_opened_is_not_lost(qtbot, until):
    source, tasks = Source(many(3)), Tasks()
    model = TranscriptModel(source, tasks)
    model.show_dialog(DIALOG)
    source.append("Late")
    await until(lambda: model.is_open)

    assert model.count() == 4
    await tasks.close()


async def test_a_change_wins_over_a_page_that_was_read_before_it(read, until):
    source = Source(many(100))
    model = await read(source)
    source.gate.clear()
    model.want(0, 10)
    await until(lambda: source.asked)
    source.change(5, text="New")
    source.gate.set()
    await until(lambda: model.message(5))

    assert model.message(5).text == "New"


async def test_messages_of_another_dialog_do_not_matter(read):
    source = Source(many(2))
    model = await read(source)
    source.message_changed.emit(MessageChange(message(2, dialog=OTHER), inserted=True))

    assert model.count() == 2


async def test_a_gap_makes_it_read_everything_again(read, until):
    source = Source(many(2))
    model = await read(source)
    source.rows[DIALOG] += many(5)[2:]
    source.message_changed.emit(MessageChange(source.rows[DIALOG][4], inserted=True))
    await until(lambda: model.is_open and model.count() == 5)

    assert model.count() == 5


async def test_a_dialog_opened_meanwhile_is_the_one_that_is_shown(qtbot, until):
    source, tasks = Source(many(50), [message(0, "Only one", dialog=OTHER)]), Tasks()
    model = TranscriptModel(source, tasks)
    model.show_dialog(DIALOG)
    model.show_dialog(OTHER)
    await until(lambda: model.is_open)
    model.want(0, 0)
    await until(lambda: model.message(0))

    assert texts(model) == ["Only one"]
    await tasks.close()
