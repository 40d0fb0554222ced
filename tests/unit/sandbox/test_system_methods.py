"""Methods without a scope: what there is, and what may be used."""

import pytest

TRUE = [True, 1, "1", "true", "Y"]


async def test_an_empty_scope_asks_for_the_methods_of_none(desk):
    common = await desk.ok("methods", {"scope": ""})

    assert {"profile", "batch", "event.bind"} <= set(common)
    assert not {"im.message.add", "imconnector.register"} & set(common)
    assert set(common) < set(await desk.ok("methods"))


async def test_a_named_scope_asks_for_its_methods_only(desk):
    found = await desk.ok("methods", {"scope": "imopenlines"})

    assert "imopenlines.config.list.get" in found
    assert "profile" not in found


@pytest.mark.parametrize("method", ["scope", "methods", "events"])
@pytest.mark.parametrize("full", TRUE)
async def test_full_may_be_said_in_every_way_that_php_takes_for_true(open_desk, method, full):
    async with open_desk(scope="imopenlines") as desk:
        everything = await desk.ok(method, {"full": full})
        rest = await desk.ok(method, {"full": 0})

    assert len(everything) > len(rest)
