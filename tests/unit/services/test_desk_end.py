"""A sign-in that ended is told by the feed too, whoever found it out."""

import pytest

from app.bitrix.errors import SignedOut
from app.domain.feed import FeedState
from tests.helpers.desk import open_sandbox, open_test_desk


async def test_a_feed_that_rests_tells_at_once_that_the_sign_in_has_ended(tmp_path, until):
    async with open_sandbox(installed=False) as portal, open_test_desk(portal, tmp_path) as desk:
        await until(lambda: desk.feed.health.state is FeedState.UNAVAILABLE)
        await portal.order("tokens", action="revoke", which="all")
        with pytest.raises(SignedOut):
            await desk.connectors.refresh()
        await until(lambda: desk.feed.health.state is FeedState.SIGNED_OUT)


async def test_a_list_that_only_administrators_may_see_is_told_as_the_problem(tmp_path):
    async with open_sandbox(role="user") as portal, open_test_desk(portal, tmp_path) as desk:
        await desk.connectors.refresh()
        assert desk.connectors.problem is not None
        assert desk.connectors.problem.code == "ACCESS_DENIED"
        assert desk.connectors.read_at is not None
