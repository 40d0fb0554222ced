"""The file of quick answers: order, other windows, damage."""

import asyncio

import pytest

from app.services.failures import NotPossible
from app.services.quick_answers import FILE_NAME, MOST, QuickAnswers, QuickAnswersFailed


@pytest.fixture
def path(tmp_path):
    return tmp_path / FILE_NAME


def titles(answers):
    return [each.title for each in answers.all()]


async def test_answers_are_there_again_in_their_order(path):
    answers = await QuickAnswers.load(path)
    first = await answers.put("First", "1")
    await answers.put("  Second \n one ", " 2 ")
    await answers.move(first.id, 1)
    await answers.put("First", "[b]one[/b]", first.id)

    again = await QuickAnswers.load(path)
    assert titles(again) == ["Second one", "First"]
    assert [each.text for each in again.all()] == ["2", "[b]one[/b]"]
    assert path.stat().st_mode & 0o077 == 0


async def test_moving_over_an_end_and_deleting_what_is_gone_change_nothing(path):
    answers = await QuickAnswers.load(path)
    only = await answers.put("Only", "1")
    await answers.move(only.id, -1)
    await answers.move("unknown", 1)
    await answers.remove("unknown")

    assert titles(answers) == ["Only"]


async def test_two_windows_lose_nothing_of_each_other(path):
    one, other = await QuickAnswers.load(path), await QuickAnswers.load(path)
    await asyncio.gather(
        *(window.put(f"{number}", "x") for number in range(5) for window in (one, other))
    )

    assert len((await QuickAnswers.load(path)).all()) == 10


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        '{"format": 2, "answers": []}',
        '{"format": 1, "answers": [{"id": "1", "title": "", "text": "x"}]}',
        '{"format": 1, "answers": 7}',
    ],
)
async def test_a_file_that_cannot_be_read_is_left_alone_and_told(path, content):
    path.write_text(content)
    answers = await QuickAnswers.load(path)
    with pytest.raises(QuickAnswersFailed):
        await answers.put("Title", "text")

    assert answers.problem.problem.code == "QUICK_ANSWERS_UNREADABLE"
    assert answers.all() == ()
    assert path.read_text() == content


async def test_a_wrong_answer_and_one_too_many_are_refused(path):
    answers = await QuickAnswers.load(path)
    with pytest.raises(NotPossible, match="QUICK_ANSWER_WRONG"):
        await answers.put("", "text")
    rows = ",".join(f'{{"id":"{n}","title":"t","text":"x"}}' for n in range(MOST))
    path.write_text(f'{{"format":1,"answers":[{rows}]}}')
    with pytest.raises(NotPossible, match="QUICK_ANSWERS_MANY"):
        await answers.put("One more", "text")


async def test_two_with_one_id_can_be_told_apart(path):
    row = '{"id":"1","title":"t","text":"x"}'
    path.write_text(f'{{"format":1,"answers":[{row},{row}]}}')
    answers = await QuickAnswers.load(path)

    assert len({each.id for each in answers.all()}) == 2
