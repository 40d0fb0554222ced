"""Time, chance and the operators of the made-up portal."""

import json

import pytest

from app.sandbox.http.server import Clock, Options, create


def words(chat) -> list:
    """What people said, without the portal's own notes."""
    return [row for row in chat["messages"] if row["kind"] != "system"]


async def story(desk) -> dict:
    await desk.open_shop()
    await desk.write("Is the blue lamp in stock?")
    await desk.order("clock", advance=2)
    await desk.write("Hello?", message="m-2")
    await desk.order("close", chat_id=7734)
    return await desk.state()


async def test_the_same_seed_tells_the_same_story(open_desk):
    told = []
    for _ in range(2):
        async with open_desk(auto_operator=True) as desk:
            desk.sandbox.portal.clock = Clock.frozen()
            desk.sandbox.portal.reset(desk.sandbox.portal.options)
            await desk.sign_in()
            told.append(await story(desk))

    assert told[0] == told[1]


async def test_ids_begin_where_a_portal_in_use_has_them(desk):
    await desk.open_shop()
    item = await desk.write("Hello")

    assert item["session"] == {"ID": "2051", "CHAT_ID": "7734"}
    assert item["user"] == "914"
    (chat,) = (await desk.state())["chats"]
    assert chat["messages"][0]["id"] == 551020


async def test_the_scripted_operator_speaks_at_the_moment_that_was_due(open_desk, clock):
    async with open_desk(auto_operator=True, operator_delay=5) as desk:
        await desk.open_shop()
        await desk.write("Hello")
        clock.advance(3600)
        (chat,) = (await desk.state())["chats"]

    said, answered = words(chat)
    assert (said["kind"], answered["kind"]) == ("customer", "operator")
    assert (said["at"][14:19], answered["at"][14:19]) == ("20:00", "20:05")


async def test_the_scripted_operator_leaves_a_dialog_to_a_colleague(open_desk, clock):
    async with open_desk(auto_operator=True) as desk:
        await desk.open_shop()
        await desk.write("Hello")
        await desk.order("reply", chat_id=7734, text="Mine", user_id=7)
        clock.advance(60)
        (chat,) = (await desk.state())["chats"]

    assert [row["text"] for row in words(chat)] == ["Hello", "Mine"]


async def test_a_customer_who_writes_again_keeps_a_closing_dialog_open(desk, clock):
    await desk.open_shop(line=57)
    await desk.write("Hello", line=57)
    await desk.order("reply", chat_id=7734, text="Hi")
    await desk.order("close", chat_id=7734)
    await desk.write("Wait", message="m-2", line=57)
    clock.advance(600)
    (chat,) = (await desk.state())["chats"]

    assert [row["closed"] for row in chat["sessions"]] == [False]


async def test_new_dialogs_go_round_the_queue_of_the_line(desk):
    await desk.open_shop()
    for number in range(3):
        where = {"CONNECTOR": "lamp_chat", "LINE": 42}
        item = {"user": {"id": "u"}, "message": {"text": "Hi"}, "chat": {"id": f"c-{number}"}}
        await desk.ok("imconnector.send.messages", {**where, "MESSAGES": [item]})

    chats = (await desk.state())["chats"]
    assert [chat["sessions"][0]["assigned"] for chat in chats] == [12, 7, 12]


async def test_a_reset_forgets_everything_but_the_seed(desk):
    await desk.open_shop()
    await desk.write("Hello")
    await desk.order("reset")
    state = await desk.state()

    assert (state["chats"], state["queue"], state["bindings"]) == ([], [], [])
    assert (await desk.call("profile"))["error"] == "invalid_token"


async def test_a_file_of_an_operator_can_be_fetched_from_its_link(desk):
    await desk.open_shop()
    await desk.write("Hello")
    files = [{"name": "lamp.png", "content": "aGVsbG8="}]
    await desk.order("reply", chat_id=7734, text="", files=files)
    batch = await desk.ok("event.offline.get")
    (file,) = batch["events"][0]["EVENT_DATA"]["MESSAGES"][0]["message"]["files"]
    fetched = await desk.http.get(file["downloadLink"])

    assert (file["name"], file["type"], file["size"]) == ("lamp.png", "image", "5")
    assert fetched.content == b"hello"


async def test_switches_change_while_it_runs(desk):
    await desk.open_shop()
    await desk.order("options", self_exclusion=False)
    await desk.write("Hello")

    assert [row["event"] for row in (await desk.state())["queue"]] == ["ONIMCONNECTORDIALOGSTART"]


@pytest.mark.parametrize(
    "fields", [{"plan": "golden"}, {"seed": "x"}, {"no": 1}, {"rate_limit": 1}, {"role": True}]
)
async def test_a_switch_that_does_not_exist_is_refused_in_a_sentence(desk, fields):
    answer = await desk.http.post("/sandbox/options", json=fields)

    assert answer.status_code == 400
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"plan": "golden"}, "plan must be one of: free, basic"),
        ({"seed": "../shop"}, "There is no seed portal"),
    ],
)
def test_an_impossible_sandbox_is_refused_in_a_sentence(choices, sentence):
    with pytest.raises(ValueError, match=sentence):
        create(Options(**choices))


async def test_a_cut_answer_was_executed_all_the_same(desk):
    await desk.open_shop()
    await desk.order("fault", kind="cut", method="imconnector.send.messages")
    where = {"CONNECTOR": "lamp_chat", "LINE": 42}
    item = {"user": {"id": "u"}, "message": {"text": "Hi"}, "chat": {"id": "c"}}
    answer = await desk.http.post(
        "/rest/imconnector.send.messages",
        json={**where, "MESSAGES": [item], "auth": desk.token},
    )

    assert int(answer.headers["content-length"]) > len(answer.content)
    assert len((await desk.state())["chats"]) == 1


async def test_a_fault_with_a_probability_hits_the_same_calls_each_time(desk):
    order = {"kind": "internal_error", "count": 1000, "probability": 0.5, "seed": 3}
    hits = []
    for _ in range(2):
        await desk.order("reset")
        await desk.sign_in()
        await desk.order("fault", **order)
        hits.append(["error" in await desk.call("profile") for _ in range(12)])

    assert hits[0] == hits[1]
    assert {True, False} == set(hits[0])


async def test_references_to_references_do_not_grow_without_end(desk):
    """Five commands that repeat each other forty times would fill the memory."""
    step = "imconnector.status?LINE=1&CONNECTOR="
    commands = [step + "x" * 1000, *(step + f"$result[{at}][CONNECTOR]" * 40 for at in range(4))]

    answer = (await desk.call("batch", {"cmd": commands}))["result"]

    assert [len(row["CONNECTOR"]) for row in answer["result"]] == [1000, 40_000, 1_600_000]
    assert answer["result_error"]["3"]["error"] == "INVALID_REQUEST"
    assert (
        answer["result_error"]["3"]["error_description"] == "The results referred to are too long"
    )


@pytest.mark.parametrize("seconds", [-1, 10**400, 1e300])
@pytest.mark.parametrize("name", ["operator_delay", "access_lifetime", "code_lifetime"])
async def test_seconds_that_no_clock_can_count_are_refused(desk, name, seconds):
    body = json.dumps({name: seconds})

    answer = await desk.http.post(
        "/sandbox/options", content=body, headers={"Content-Type": "application/json"}
    )

    assert answer.status_code == 400
    assert "number of seconds" in answer.json()["error"]
