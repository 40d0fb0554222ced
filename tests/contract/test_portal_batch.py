"""`batch`: order, references, halting, limits and the shapes of its five maps."""

import pytest

from .kit import SHOP, open_portal, registration

MAPS = {"result", "result_error", "result_total", "result_next", "result_time"}
BAD = "imconnector.status"


@pytest.mark.pins("batch")
async def test_results_stand_under_the_keys_of_the_commands(portal):
    got = await portal.batch({"me": "profile", "at": "server.time"})

    assert set(got) == MAPS
    assert set(got["result"]) == {"me", "at"}
    assert got["result"]["me"]["ID"]
    assert set(got["result_time"]) == {"me", "at"}
    assert got["result_time"]["me"]["date_start"]


@pytest.mark.pins("batch")
async def test_empty_maps_are_empty_lists(portal):
    got = await portal.batch({"me": "profile"})

    assert (got["result_error"], got["result_total"], got["result_next"]) == ([], [], [])


@pytest.mark.pins("batch")
async def test_a_list_of_commands_gives_lists_of_results(portal):
    got = await portal.batch(["profile", "server.time"])

    assert isinstance(got["result"], list)
    assert got["result"][0]["ID"]
    assert isinstance(got["result"][1], str)


@pytest.mark.pins("batch")
async def test_numeric_keys_with_gaps_give_objects(portal):
    got = await portal.batch(["profile", BAD, "server.time"])

    assert set(got["result"]) == {"0", "2"}
    assert set(got["result_error"]) == {"1"}


@pytest.mark.pins("batch")
async def test_a_failing_entry_keeps_http_200_and_the_others_go_on(portal):
    got = await portal.batch({"bad": BAD, "good": "profile"})

    assert got["result_error"]["bad"]["error"] == "ERROR_ARGUMENT"
    assert got["result_error"]["bad"]["error_description"]
    assert set(got["result"]) == {"good"}


@pytest.mark.pins("batch")
@pytest.mark.parametrize("halt", [1, "1", True])
async def test_halt_stops_after_the_first_failure(portal, halt):
    cmd = {"good": "profile", "bad": BAD, "never": "server.time"}

    got = await portal.batch(cmd, halt)

    assert set(got["result"]) == {"good"}
    assert set(got["result_error"]) == {"bad"}


@pytest.mark.pins("batch")
@pytest.mark.parametrize("halt", [0, "0", False, ""])
async def test_without_halt_everything_runs(portal, halt):
    got = await portal.batch({"bad": BAD, "good": "profile"}, halt)

    assert set(got["result"]) == {"good"}


@pytest.mark.pins("batch")
async def test_entries_run_in_order(portal):
    where = f"CONNECTOR={SHOP}&LINE={portal.lines[0]}"
    got = await portal.batch(
        {
            "before": f"imconnector.status?{where}",
            "on": f"imconnector.activate?{where}&ACTIVE=1",
            "after": f"imconnector.status?{where}",
        }
    )

    assert got["result"]["before"]["CONFIGURED"] is False
    assert got["result"]["after"]["CONFIGURED"] is True


@pytest.mark.pins("batch")
async def test_a_reference_takes_an_earlier_result(portal):
    got = await portal.batch(
        {
            "lines": "imopenlines.config.list.get",
            "status": f"imconnector.status?CONNECTOR={SHOP}&LINE=$result[lines][1][ID]",
        }
    )

    assert got["result"]["status"]["LINE"] == int(got["result"]["lines"][1]["ID"])


@pytest.mark.pins("batch")
async def test_a_reference_works_in_a_list_of_commands(portal):
    got = await portal.batch(
        [
            "imopenlines.config.list.get",
            f"imconnector.status?CONNECTOR={SHOP}&LINE=$result[0][0][ID]",
        ]
    )

    assert got["result"][1]["LINE"] == portal.lines[0]


@pytest.mark.pins("batch")
async def test_a_reference_works_inside_a_longer_value(portal):
    got = await portal.batch(
        {"me": "profile", "status": "imconnector.status?CONNECTOR=user_$result[me][ID]_x&LINE=1"}
    )

    assert got["result"]["status"]["CONNECTOR"] == f"user_{got['result']['me']['ID']}_x"


@pytest.mark.pins("batch")
async def test_a_reference_to_a_missing_step_breaks_nothing(portal):
    got = await portal.batch(
        {"status": "imconnector.status?CONNECTOR=acme&LINE=$result[nothing][here]"}
    )

    assert got["result"]["status"]["CONFIGURED"] is False


@pytest.mark.pins("batch")
async def test_a_lone_reference_keeps_the_type_of_the_value(portal):
    await portal.connect()
    await portal.bind()
    chat = await portal.open_dialog()
    await portal.control("reply", chat_id=chat, text="Yes")

    got = await portal.batch(
        {
            "read": "event.offline.get?clear=0",
            "done": "event.offline.clear?process_id=$result[read][process_id]"
            "&message_id[]=$result[read][events][0][MESSAGE_ID]",
        }
    )

    assert got["result"]["done"] is True
    assert await portal.queue() == []


@pytest.mark.pins("batch")
async def test_queries_of_entries_carry_brackets_and_escapes(portal):
    icon = "ICON[DATA_IMAGE]=data%3Aimage%2Fsvg%2Bxml%2Cx"
    handler = "PLACEMENT_HANDLER=https%3A%2F%2Facme.example%2F%3Fa%3D1%26b%3D2"
    entry = f"imconnector.register?ID=acme&NAME=%D0%AF+%26+%C3%A9&{icon}&{handler}"

    got = await portal.batch({"made": entry})

    assert got["result"]["made"] == {"result": True}
    assert (await portal.ok("imconnector.list"))["acme"] == "Я & é"


@pytest.mark.pins("batch")
async def test_a_batch_in_a_form_is_encoded_twice(portal):
    form = {
        "auth": portal.tokens["access_token"],
        "halt": "0",
        "cmd[st]": "imconnector.status?CONNECTOR=a%26b&LINE=7",
    }

    got = (await portal.raw("POST", "batch", data=form)).result

    assert got["result"]["st"]["CONNECTOR"] == "a&b"
    assert got["result"]["st"]["LINE"] == 7


@pytest.mark.pins("batch")
async def test_of_sixty_entries_ten_are_refused(portal):
    got = await portal.batch({f"k{n:02}": "server.time" for n in range(60)})

    assert len(got["result"]) == 50
    assert len(got["result_error"]) == 10
    codes = {error["error"] for error in got["result_error"].values()}
    assert codes == {"ERROR_BATCH_LENGTH_EXCEEDED"}
    assert set(got["result_error"]) == {f"k{n}" for n in range(50, 60)}


@pytest.mark.pins("batch")
async def test_fifty_entries_are_allowed(portal):
    got = await portal.batch({f"k{n}": "server.time" for n in range(50)})

    assert len(got["result"]) == 50
    assert got["result_error"] == []


@pytest.mark.pins("batch")
async def test_a_batch_inside_a_batch_is_refused(portal):
    got = await portal.batch({"inner": "batch?cmd[a]=profile", "me": "profile"})

    assert got["result_error"]["inner"]["error"] == "ERROR_BATCH_METHOD_NOT_ALLOWED"
    assert set(got["result"]) == {"me"}


@pytest.mark.pins("batch")
async def test_entries_that_are_no_strings_are_skipped(portal):
    got = await portal.batch({"list": ["profile"], "number": 7, "me": "profile"})

    assert set(got["result"]) == {"me"}
    assert got["result_error"] == []


@pytest.mark.pins("batch")
async def test_an_unknown_method_fails_under_its_key(portal):
    got = await portal.batch({"no": "imconnector.deactivate?CONNECTOR=a&LINE=1"})

    assert got["result_error"]["no"]["error"] == "ERROR_METHOD_NOT_FOUND"


@pytest.mark.pins("batch")
async def test_a_missing_scope_fails_under_its_key():
    async with open_portal(scope="im", signed_in=False) as portal:
        await portal.sign_in()
        got = await portal.batch({"no": "imconnector.list", "me": "profile"})

    assert got["result_error"]["no"]["error"] == "insufficient_scope"
    assert set(got["result"]) == {"me"}


@pytest.mark.pins("batch")
@pytest.mark.parametrize("cmd", [None, "", "profile"])
async def test_a_batch_without_commands_is_refused(portal, cmd):
    got = await portal.call("batch", {"cmd": cmd})

    assert got.refusal == (400, "ERROR_ARGUMENT")


@pytest.mark.pins("batch")
async def test_results_of_false_and_empty_lists_are_successes(portal):
    await portal.ok("imconnector.register", registration())
    got = await portal.batch(
        {"none": "user.get?ID=99999", "method": "method.get?name=no.such.method"}
    )

    assert got["result"]["none"] == []
    assert got["result_error"] == []


@pytest.mark.pins("batch")
async def test_totals_and_next_pages_are_told_by_key(portal):
    await portal.connect()
    await portal.bind()
    chat = await portal.open_dialog()
    for number in range(52):
        await portal.control("reply", chat_id=chat, text=f"{number}")

    got = await portal.batch({"rows": "event.offline.list", "me": "profile"})

    assert int(got["result_total"]["rows"]) == 52
    assert got["result_next"]["rows"] == 50
    assert "me" not in got["result_total"]


@pytest.mark.pins("batch")
async def test_a_batch_needs_a_valid_token(portal):
    got = await portal.raw("POST", "batch", json={"cmd": {"me": "profile"}})

    assert got.refusal == (401, "NO_AUTH_FOUND")


@pytest.mark.pins("batch")
async def test_commands_may_call_methods_in_any_case(portal):
    got = await portal.batch({"me": "Profile", "dot": "profile.json"})

    assert got["result"]["me"]["ID"]


@pytest.mark.pins("batch")
async def test_a_lone_reference_may_hand_on_a_whole_list(portal):
    got = await portal.batch(
        {
            "line": f"imopenlines.config.get?CONFIG_ID={portal.lines[0]}",
            "people": "user.get?FILTER[ID]=$result[line][QUEUE]",
        }
    )

    people = {user["ID"] for user in got["result"]["people"]}
    assert people == set(got["result"]["line"]["QUEUE"])
    assert len(people) > 1
