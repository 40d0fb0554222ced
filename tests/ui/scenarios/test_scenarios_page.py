"""The Scenarios page plays a story and shows what each step saw."""

import asyncio

import pytest
from PySide6.QtCore import Qt

from app import RESOURCES
from app.services.scenario_run import Report, StepReport
from app.services.scenarios import read_scenario
from app.ui.scenarios.page import ScenariosPage

STORY = read_scenario(RESOURCES / "scenarios" / "first-connector.yaml")
GOOD = StepReport("Signed in", "sign_in", 5, ok=True, seen="signed in as Olga", seconds=0.1)
BAD = StepReport("Registered", "see_state", 12, ok=False, seen="seen: unknown", seconds=0.1)


def texts(page):
    """The rows that were played."""
    model = page.model
    rows = [
        [model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())
    ]
    return [row for row in rows if row[2]]


@pytest.fixture
async def page_of(qtbot, theme):
    pages = []

    def make(play):
        page = ScenariosPage([STORY], play, theme)
        qtbot.addWidget(page)
        page.show()
        pages.append(page)
        return page

    yield make
    for page in pages:
        await page.leave()


async def test_each_played_step_becomes_a_row_and_the_verdict_counts_them(page_of, qtbot, until):
    async def play(scenario, tell):
        await tell(GOOD)
        await tell(BAD)
        return Report(scenario.name, (GOOD, BAD), (), planned=40)

    page = page_of(play)
    qtbot.mouseClick(page.play_button, Qt.MouseButton.LeftButton)
    await until(page.verdict.isVisible)

    assert texts(page) == [
        ["Signed in", "sign_in", "signed in as Olga"],
        ["Signed in", "see_user", "seen: unknown"],
    ]
    assert page.verdict.text == "1 of 40 steps passed"


async def test_the_whole_plan_is_shown_before_anything_is_played(page_of):
    page = page_of(None)

    assert page.model.rowCount() == sum(len(chapter.steps) for chapter in STORY.chapters)
    assert texts(page) == []


async def test_a_story_can_be_stopped_and_played_again(page_of, qtbot, until):
    async def play(scenario, tell):
        await tell(GOOD)
        await asyncio.Event().wait()

    page = page_of(play)
    qtbot.mouseClick(page.play_button, Qt.MouseButton.LeftButton)
    await until(lambda: texts(page))
    assert not page.play_button.isEnabled()

    qtbot.mouseClick(page.stop_button, Qt.MouseButton.LeftButton)
    await until(page.play_button.isEnabled)

    assert len(texts(page)) == 1


async def test_a_failure_of_the_player_is_explained_on_the_page(page_of, qtbot, until):
    async def play(scenario, tell):
        raise OSError("no space left on device")

    page = page_of(play)
    qtbot.mouseClick(page.play_button, Qt.MouseButton.LeftButton)
    await until(page.error.isVisible)

    assert page.play_button.isEnabled()


async def test_without_a_sandbox_it_says_why_nothing_can_be_played(page_of):
    page = page_of(None)

    assert not page.play_button.isEnabled()
    assert page.presenter is None
