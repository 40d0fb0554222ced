"""Options that an application keeps in the portal: for all, and for each user."""

import pytest

from app.sandbox.dispatch import lookup


async def refusal(desk, method, params=None):
    answer = await desk.call(method, params)
    assert "error" in answer, answer
    return answer["error"], answer["error_description"]


@pytest.mark.parametrize("family", ["app", "user"])
async def test_options_are_added_to_those_there_are(desk, family):
    assert await desk.ok(f"{family}.option.get") == []
    await desk.ok(f"{family}.option.set", {"options": {"a": 1, "b": {"deep": [True]}}})
    await desk.ok(f"{family}.option.set", {"OPTIONS": {"a": "two"}})

    assert await desk.ok(f"{family}.option.get") == {"a": "two", "b": {"deep": [True]}}
    assert await desk.ok(f"{family}.option.get", {"option": "b"}) == {"deep": [True]}
    assert await desk.ok(f"{family}.option.get", {"option": "none"}) is None


@pytest.mark.parametrize("family", ["app", "user"])
@pytest.mark.parametrize("options", [None, {}, [], "", "text", 7])
async def test_options_must_be_given(desk, family, options):
    wanted = ("ArgumentNullException", "options is empty")

    assert await refusal(desk, f"{family}.option.set", {"options": options}) == wanted


async def test_the_two_stores_are_apart(desk):
    await desk.ok("app.option.set", {"options": {"a": 1}})
    await desk.ok("user.option.set", {"options": {"a": 2}})

    assert await desk.ok("app.option.get") == {"a": 1}
    assert await desk.ok("user.option.get") == {"a": 2}


async def test_an_employee_reads_the_application_s_options_and_sets_his_own(open_desk):
    async with open_desk(role="user") as ann:
        text = "Administrator authorization required"
        given = {"options": {"a": 1}}

        assert await refusal(ann, "app.option.set", given) == ("AccessException", text)
        assert await ann.ok("app.option.get") == []
        assert await ann.ok("user.option.set", given) is True


@pytest.mark.parametrize("method", ["app.option.get", "app.option.set", "user.option.get"])
async def test_a_webhook_has_no_options(desk, method):
    address = desk.about["webhook"].removeprefix(desk.about["portal"])
    answer = await desk.http.post(f"{address}{method}", json={"options": {"a": 1}})

    assert answer.status_code == 400
    assert answer.json()["error"] == "AccessException"


@pytest.mark.parametrize(
    "options", [{f"key-{number}": 1 for number in range(1001)}, {"long": "x" * 1_000_001}]
)
async def test_the_room_for_options_ends(desk, options):
    await desk.ok("user.option.set", {"options": {"kept": 1}})

    assert (await refusal(desk, "user.option.set", {"options": options}))[0] == "ERROR_CORE"
    assert await desk.ok("user.option.get") == {"kept": 1}


async def test_options_are_not_nested_ever_deeper_through_a_batch(desk):
    await desk.order("preset", name="unlimited")
    inner = "&options[d]" + "[k]" * 60 + "=$result[get]"
    await desk.ok("user.option.set", {"options": {"d": 1}})
    for _ in range(3):
        commands = {"get": "user.option.get?option=d", "set": f"user.option.set?{inner[1:]}"}
        answer = await desk.ok("batch", {"cmd": commands})
    kept = await desk.ok("user.option.get", {"option": "d"})

    assert answer["result_error"]["set"]["error"]
    for _ in range(60):
        kept = kept["k"]
    assert kept == 1


def test_a_refusal_is_made_anew_each_time_so_that_it_holds_no_call(desk):
    refuse = lookup(desk.sandbox.portal, "app.option.set").outside_app

    assert refuse is not None
    assert refuse() is not refuse()
    assert (refuse().code, refuse().__traceback__) == ("AccessException", None)
