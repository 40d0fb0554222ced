"""What a batch may not do: fill the memory, nest without end, or stop everybody for long."""

import pytest

from app.sandbox.references import MAX_FILLED, MAX_REFERENCES

LONG = "x" * 900_000


async def keep(desk, value):
    assert await desk.ok("user.option.set", {"options": {"a": value}}) is True


async def refused(desk, **commands):
    answer = await desk.ok("batch", {"cmd": commands})
    return {
        key: error["error_description"] for key, error in (answer["result_error"] or {}).items()
    }


async def test_references_have_room_together_and_not_each_for_itself(desk):
    """89 kB of references took four gigabytes."""
    await keep(desk, LONG)
    many = "&".join(f"v{number}=z$result[a]" for number in range(5000))

    told = await refused(desk, a="user.option.get?option=a", b=f"server.time?{many}")

    assert "too long" in told["b"]


async def test_all_commands_of_a_batch_share_the_room(desk):
    await keep(desk, LONG)
    one = "server.time?v=$result[a]&w=$result[a]"
    commands = {f"c{number}": one for number in range(4)}

    told = await refused(desk, a="user.option.get?option=a", **commands)

    assert MAX_FILLED // len(LONG) // 2 == 2
    assert list(told) == ["c2", "c3"]


async def test_a_whole_result_takes_its_room_too(desk):
    await keep(desk, {"deep": [LONG]})
    many = "&".join(f"v{number}=$result[a]" for number in range(5))

    told = await refused(desk, a="user.option.get?option=a", b=f"server.time?{many}")

    assert "too long" in told["b"]


async def test_references_to_nothing_are_counted(desk):
    text = "$result[nothing]" * MAX_REFERENCES

    told = await refused(desk, a=f"server.time?v={text}", b="server.time?v=$result[a]")

    assert "too many references" in told["b"]


async def test_results_cannot_be_nested_more_deeply_than_a_request(desk):
    """48 commands built a value that nothing could save or show any more."""
    steps = "[k]" * 40
    commands = {
        "w0": f"user.option.set?options[d]{steps}=1",
        "g0": "user.option.get?option=d",
        "w1": f"user.option.set?options[d]{steps}=$result[g0]",
        "g1": "user.option.get?option=d",
    }

    told = await refused(desk, **commands)

    assert told == {"w1": "The results referred to are nested too deeply"}
    assert (await desk.order("snapshot", name="after"))["ok"]


@pytest.mark.parametrize("sign", ["[", "%5B", "%41"])
async def test_commands_that_would_take_long_to_read_are_refused(desk, sign):
    commands = {f"c{number}": "server.time?a=" + sign * 200_000 for number in range(4)}

    answer = await desk.call("batch", {"cmd": commands})

    assert answer["error"] == "INVALID_REQUEST"


async def test_more_commands_than_anybody_sends_are_refused_at_once(desk):
    answer = await desk.call("batch", {"cmd": ["server.time"] * 20_000})

    assert answer["error"] == "INVALID_REQUEST"
