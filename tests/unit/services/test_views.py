"""Saved views outlive the program; names are single."""

import pytest

from app.domain.dialog import DialogState
from app.domain.dialog_filter import CrmState, DialogFilter
from app.services.failures import NotPossible
from app.services.views import View
from tests.helpers.desk import open_test_desk

WHOLE = View(
    "Wholesale",
    tab="waiting",
    conditions=DialogFilter(
        *(frozenset({42}), frozenset({"kiosk"}), frozenset({"", "Olga"}), DialogState.OPEN),
        waiting=300,
        unread=True,
        crm=CrmState.NOT_LINKED,
    ),
    words="lamp",
    by_wait=False,
)


async def test_views_are_there_again_in_their_order(sandbox, tmp_path):
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        for view in (View("One"), WHOLE, View("Three")):
            await desk.views.save(view)
        await desk.views.move("Three", -1)
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        assert desk.views.all() == (View("One"), View("Three"), WHOLE)


async def test_a_view_of_the_same_name_is_replaced_in_its_place(desk):
    for view in (View("One"), View("Two"), View(" ONE ", words="lamp")):
        await desk.views.save(view)

    assert desk.views.all() == (View("ONE", words="lamp"), View("Two"))


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
async def test_a_name_has_one_to_sixty_characters(desk, name):
    with pytest.raises(NotPossible, match="VIEW_NAME"):
        await desk.views.save(View(name))

    assert desk.views.all() == ()


async def test_another_views_name_is_not_taken(desk):
    for name in ("One", "Two"):
        await desk.views.save(View(name))
    with pytest.raises(NotPossible, match="VIEW_TAKEN"):
        await desk.views.rename("Two", "oNe")
    await desk.views.rename("Two", "TWO")
    await desk.views.delete("One")

    assert desk.views.all() == (View("TWO"),)
