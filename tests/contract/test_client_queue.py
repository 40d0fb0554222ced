"""The client's offline queue: what it asks, and how it reads sloppy answers."""

import pytest

from app.bitrix.errors import Garbled, Refused
from app.bitrix.events import Binding, EventQueue, decode

from .canned import row

ADD, LINE = "ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORLINEDELETE"


def sent(vendor):
    return {key: value for key, value in vendor.asked[-1].params.items() if key != "auth"}


@pytest.mark.parametrize(
    "events",
    [
        [row(LINE, 1, ID="8801"), row(LINE, 2, ID="8802")],
        {"0": row(LINE, 1, ID=8801), "1": row(LINE, 2, ID=8802)},
        {"4": row(LINE, 1, ID="8801"), "7": row(LINE, 2, ID="8802")},
    ],
    ids=["list", "object", "list with gaps"],
)
async def test_a_reserved_batch_is_read_in_every_shape(queue, vendor, events):
    vendor.result("event.offline.get", {"process_id": "p" * 32, "events": events})

    got = await queue.get(clear=False)

    assert got.process_id == "p" * 32
    assert [each.id for each in got.rows] == [8801, 8802]
    assert [decode(raw).row for raw in got.raw] == [8801, 8802]
    assert sent(vendor) == {"clear": 0, "limit": 50, "order": {"ID": "ASC"}}


@pytest.mark.parametrize(
    "result",
    [
        {"process_id": None, "events": []},
        {"process_id": False, "events": {}},
        {"process_id": "", "events": None},
        {"events": False},
        [],
        None,
    ],
)
async def test_an_empty_queue_is_read_in_every_shape(queue, vendor, result):
    vendor.result("event.offline.get", result)

    got = await queue.get(clear=True)

    assert (got.process_id, got.rows) == ("", ())


@pytest.mark.parametrize("process_id", ["", None, [], {"x": 1}])
async def test_reserved_rows_that_nobody_could_confirm_are_an_answer_that_cannot_be_read(
    queue, vendor, process_id
):
    rows = [row(LINE, 1, ID="8801")]
    vendor.result("event.offline.get", {"process_id": process_id, "events": rows})

    with pytest.raises(Garbled) as garbled:
        await queue.get(clear=False)
    assert garbled.value.method == "event.offline.get"


async def test_confirming_never_names_rows_twice(queue, vendor):
    vendor.result("event.offline.clear", True)

    await queue.clear("p" * 32, [8801, 8802])
    assert sent(vendor) == {"process_id": "p" * 32, "id": [8801, 8802]}
    await queue.clear("p" * 32)
    assert sent(vendor) == {"process_id": "p" * 32}


async def test_an_empty_process_is_never_sent(queue, vendor):
    vendor.result("event.offline.clear", True)

    with pytest.raises(ValueError, match="process"):
        await queue.clear("")

    assert vendor.asked == []


async def test_no_rows_to_confirm_is_not_the_whole_batch(queue, vendor):
    vendor.result("event.offline.clear", True)

    await queue.clear("p" * 32, [])

    assert vendor.asked == []


async def test_re_reading_a_process_never_deletes_it(queue, vendor):
    vendor.result("event.offline.get", {"process_id": "p" * 32, "events": []})

    await queue.get(clear=False, process_id="p" * 32)
    assert sent(vendor)["clear"] == 0
    with pytest.raises(ValueError, match="clear"):
        await queue.get(clear=True, process_id="p" * 32)


async def test_the_list_tells_process_error_and_pages(queue, vendor):
    rows = [
        row(LINE, 1, PROCESS_ID="p" * 32, ERROR="0"),
        row(LINE, 1, ID=8802, PROCESS_ID="", ERROR=1),
    ]
    vendor.result("event.offline.list", rows, total="53", next=50)

    got = await queue.list(filter={">PROCESS_ID": ""})

    assert [(each.process_id, each.error) for each in got.rows] == [("p" * 32, False), ("", True)]
    assert (got.total, got.next) == (53, 50)
    assert sent(vendor)["filter"] == {">PROCESS_ID": ""}


async def test_marking_rows_names_them_by_their_hash(queue, vendor):
    vendor.result("event.offline.error", True)

    await queue.error("p" * 32, ["9" * 32])

    assert sent(vendor) == {"process_id": "p" * 32, "message_id": ["9" * 32]}


async def test_binding_is_offline_and_without_an_address(queue, vendor):
    vendor.result("event.bind", True)

    assert await queue.bind_offline("OnImConnectorMessageAdd") is True

    assert sent(vendor) == {"event": "OnImConnectorMessageAdd", "event_type": "offline"}


@pytest.mark.parametrize("text", ["… Handler already binded", "Обработчик уже установлен"])
async def test_bound_before_is_no_failure_in_any_language(queue, vendor, text):
    vendor.says("event.bind", {"error": "ERROR_CORE", "error_description": text}, 400)
    vendor.result("event.get", [{"event": ADD, "connector_id": "", "offline": 1}])

    assert await queue.bind_offline("OnImConnectorMessageAdd") is False


async def test_another_core_error_of_binding_is_a_failure(queue, vendor):
    vendor.says("event.bind", {"error": "ERROR_CORE", "error_description": "SQL"}, 400)
    vendor.result("event.get", [])

    with pytest.raises(Refused, match="ERROR_CORE"):
        await queue.bind_offline("OnImConnectorMessageAdd")


async def test_both_shapes_of_a_binding_are_read(queue, vendor):
    vendor.result(
        "event.get",
        [
            {"event": ADD, "handler": "https://a.example/h", "auth_type": "0", "offline": 0},
            {"event": ADD.lower(), "connector_id": "", "offline": "1"},
        ],
    )

    online, offline = await queue.get_bindings()

    assert (online.event, online.offline, online.handler) == (ADD, False, "https://a.example/h")
    assert (offline.event, offline.offline) == (ADD, True)


@pytest.mark.parametrize("result", [["OnImConnectorMessageAdd"], {"3": ADD}, [ADD.lower()]])
async def test_names_of_events_are_compared_in_one_case(queue, vendor, result):
    vendor.result("events", result)

    assert await queue.events() == {ADD}


@pytest.mark.parametrize("user", [0, 7])
async def test_unbinding_names_the_address_and_the_user_so_that_only_one_goes(queue, vendor, user):
    vendor.result("event.unbind", {"count": 1})
    hook = "https://lamp.example/hook"

    assert await queue.unbind(Binding(ADD, offline=False, handler=hook, auth_type=user)) == 1
    sent = vendor.asked[-1].params
    assert (sent["handler"], sent["event_type"], sent["auth_type"]) == (hook, "online", user)


async def test_a_queue_of_its_own_is_named_in_every_call(client, vendor):
    queue = EventQueue(client.transport, auth_connector="console")
    vendor.result("event.bind", True)
    vendor.result("event.unbind", {"count": 1})
    vendor.result("event.offline.get", {"process_id": "p", "events": []})
    vendor.result("event.offline.list", [])
    vendor.result("event.offline.clear", True)
    vendor.result("event.offline.error", True)

    await queue.bind_offline(ADD)
    assert await queue.unbind(Binding(ADD, offline=True, auth_connector="console")) == 1
    await queue.get(clear=False)
    await queue.list()
    await queue.clear("p")
    await queue.error("p", ["9" * 32])

    assert {asked.params["auth_connector"] for asked in vendor.asked} == {"console"}
