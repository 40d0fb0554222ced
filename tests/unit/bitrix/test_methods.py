"""Typed methods beyond the vendor's contract: what happens around several calls."""

from typing import Any

import pytest

from app.bitrix.attach import attach_text
from app.bitrix.errors import Garbled, MethodMissing, Refused
from app.bitrix.im import Im
from app.bitrix.imconnector import ImConnector
from app.bitrix.transport import BatchAnswer
from app.bitrix.users import Users

from .kit import FakeCaller, desk, no, ok


class FakeBatch(FakeCaller):
    """Answers a batch with what the test decided."""

    def __init__(self, results: dict[str, Any], errors: dict[str, Any]) -> None:
        super().__init__()
        self.answer = BatchAnswer(results, errors)

    async def batch(self, commands: Any) -> BatchAnswer:
        self.calls += list(commands.values())
        return self.answer


async def test_many_states_are_read_at_once_and_a_failed_one_spoils_no_other() -> None:
    caller = FakeBatch(
        {"s0": {"CONFIGURED": "Y", "STATUS": True}, "s2": {}}, {"s1": Refused("ERROR_CORE")}
    )
    places = [("Acme", 1), ("acme", 2), ("acme", 3), ("acme", 4)]
    first, refused, third, missing = await ImConnector(caller).statuses(places)

    assert (first.connector, first.line, first.status) == ("acme", 1, True)
    assert refused.code == "ERROR_CORE"
    assert (third.connector, third.line, third.status) == ("acme", 3, False)
    assert isinstance(missing, Garbled)
    assert caller.calls[0] == ("imconnector.status", {"CONNECTOR": "acme", "LINE": 1})


async def test_when_every_state_fails_the_reason_is_told() -> None:
    caller = FakeBatch({}, {"s0": MethodMissing("ERROR_METHOD_NOT_FOUND")})
    with pytest.raises(MethodMissing):
        await ImConnector(caller).statuses([("acme", 1)])


async def test_no_places_need_no_call() -> None:
    portal = desk(lambda _: no("ERROR_CORE"))
    assert await ImConnector(portal.transport).statuses([]) == ()
    assert portal.requests == []


async def test_users_are_asked_for_in_portions_and_once_each() -> None:
    def answer(params: Any) -> Any:
        return [{"ID": str(each), "NAME": "A", "LAST_NAME": "B"} for each in params["FILTER"]["ID"]]

    caller = FakeCaller(user__get=answer)
    found = await Users(caller).get([*range(1, 121), 5, 5])

    assert len(found) == 120
    assert found[5].name == "A B"
    assert [len(params["FILTER"]["ID"]) for _, params in caller.calls] == [50, 50, 20]


async def test_too_many_messages_for_one_call_are_a_mistake_of_ours() -> None:
    from app.bitrix.imconnector import MessageRef

    with pytest.raises(ValueError, match="50"):
        await ImConnector(FakeBatch({}, {})).delete_messages(
            "a", 1, [MessageRef("u", "c", "m")] * 51
        )


async def test_an_empty_edit_would_delete_and_is_not_sent() -> None:
    caller = FakeCaller()
    with pytest.raises(ValueError, match="delete"):
        await Im(caller).message_update(7, "")
    assert caller.calls == []


@pytest.mark.parametrize(
    "value", [None, [], {}, "", "text", 7, [[[[[[["deep"]]]]]]], {"BLOCKS": 1}]
)
def test_blocks_that_say_nothing_are_no_text(value: Any) -> None:
    assert attach_text(value) == ""


async def test_loopback_never_goes_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    import httpx

    from app.bitrix.connection import open_http

    async with open_http() as http:
        local = httpx.URL("http://127.0.0.1:8460/rest/")
        far = httpx.URL("https://acme.bitrix24.com/rest/")
        assert http._transport_for_url(local) is http._transport
        assert http._transport_for_url(far) is not http._transport


async def test_a_call_record_never_grows_beyond_reason() -> None:
    portal = desk(lambda _: ok("x" * 500_000))
    await portal.call("profile")
    assert len(portal.records[0].answer) < 250_000
