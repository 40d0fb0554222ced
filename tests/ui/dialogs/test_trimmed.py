"""A transcript whose oldest messages were deleted because of their age begins at the first that is
left.
"""

from array import array

import pytest

from app.services.dialogs import GONE
from app.ui.dialogs.transcript_model import NOWHERE
from tests.ui.dialogs.conftest import is_loaded
from tests.ui.dialogs.sources import DIALOG, Source, many


class Trimmed(Source):
    """A source whose first messages are gone."""

    gone = 0

    async def outline(self, wanted):
        start, lengths = await super().outline(wanted)
        return start, array("I", [GONE]) * self.gone + lengths[self.gone :]

    async def page(self, wanted, first, count):
        found = await super().page(wanted, first, count)
        return tuple(each for each in found if each.position >= self.gone)

    def trim(self, gone):
        self.gone = gone
        self.trimmed.emit(DIALOG)


def positions(view):
    return [each.position for each in view.window_rows.placed]


def top(view):
    view.verticalScrollBar().setValue(0)


@pytest.mark.parametrize("gone", [1, 63, 64, 65, 90_000])
async def test_the_top_is_the_oldest_message_that_is_left(show_transcript, until, gone):
    source = Trimmed(many(100_000 if gone > 100 else 200))
    source.gone = gone
    view = await show_transcript(source)

    top(view)
    await until(lambda: positions(view)[0] == gone and is_loaded(view))

    first = view.window_rows.placed[0]
    assert (first.y, first.row.facts.new_day) == (12, True)
    assert view.verticalScrollBar().value() == 0


async def test_a_few_messages_that_are_left_fill_the_screen_from_above(show_transcript):
    source = Trimmed(many(200))
    source.gone = 198
    view = await show_transcript(source)

    assert positions(view) == [198, 199]
    assert view.verticalScrollBar().maximum() == 0


async def test_messages_that_go_while_they_are_shown_leave_the_screen(show_transcript, until):
    source = Trimmed(many(200))
    view = await show_transcript(source)
    top(view)
    await until(lambda: positions(view)[0] == 0)

    source.trim(150)
    await until(lambda: view.model.is_open and is_loaded(view))
    top(view)
    await until(lambda: positions(view)[0] == 150 and is_loaded(view))


async def test_a_message_that_comes_after_all_others_went_stands_at_the_top(show_transcript, until):
    source = Trimmed(many(130))
    view = await show_transcript(source)
    source.trim(130)
    await until(lambda: view.model.is_open and not view.window_rows.placed)

    source.append("New")

    await until(lambda: positions(view) == [130] and is_loaded(view))


async def test_a_message_that_is_gone_cannot_be_jumped_to(show_transcript):
    source = Trimmed(many(200))
    source.gone = 150
    view = await show_transcript(source)
    before = positions(view)
    view.jump.to(DIALOG, 10)

    assert positions(view) == before
    assert view.jump.position == NOWHERE
