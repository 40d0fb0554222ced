"""A portal that answers nonsense gets no exception out of the doctor, and no false accusation."""

import json

import httpx
import pytest

from app.domain.doctor import FACTS, Reason
from app.services.doctor import CHECKS
from tests.helpers.patients import patient

_NONSENSE = (
    *(None, False, True, 0, -1, 1e300, "", "x" * 5000, [], {}, [[]], [None], [{}], [1, "a"]),
    {"a": {"b": [1]}},
    {"ID": {}, "QUEUE": "7", "ACTIVE": [], "WORKTIME_ENABLE": "Y", "WORKTIME_FROM": "x"},
    {
        "WORKTIME_ENABLE": "Y",
        "WORKTIME_FROM": "99.99",
        "WORKTIME_TO": "٣",
        "WORKTIME_TIMEZONE": "/",
    },
    {"WORKTIME_ENABLE": "Y", "WORKTIME_FROM": "9" * 400, "WORKTIME_TO": "٣", "QUEUE": [{}, None]},
    [{"placement": "SETTING_CONNECTOR", "handler": {}, "title": 7}],
    [{"event": 7, "offline": "1", "handler": [], "connector_id": {}, "auth_type": "x"}],
    [{"event": "ONIMCONNECTORMESSAGEADD", "offline": 0, "handler": "https://[::1"}],
    [{"ID": "1", "PROCESS_ID": {}, "TIMESTAMP_X": {}}, {"ID": 2, "TIMESTAMP_X": "0001-01-01"}],
    [{"ID": "1", "PROCESS_ID": "p", "TIMESTAMP_X": "9999-12-31T23:59:59-12:00"}],
    "2026-01-02T09:20:00",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+00:00",
)


@pytest.mark.parametrize("whole_batch", [False, True], ids=["each by itself", "in the batch"])
@pytest.mark.parametrize("value", _NONSENSE, ids=lambda value: str(value)[:40])
async def test_nonsense_is_survived(tmp_path, value, whole_batch):
    def answer(request: httpx.Request) -> httpx.Response:
        result = value
        if request.url.path.endswith("/batch.json") and whole_batch:
            commands = json.loads(request.content)["cmd"]
            result = {"result": dict.fromkeys(commands, value), "result_error": []}
        return httpx.Response(200, text=json.dumps({"result": result}))

    async with patient(tmp_path) as sick:
        portal, sick.wire.end = sick.wire.end, httpx.MockTransport(answer)
        findings = await sick.examine(whole=True)
        message = await sick.desk.doctor.send_canary(sick.connector, sick.line)
        sick.wire.end = portal

    assert [each.check for each in findings] == list(CHECKS)
    for each in (*findings, message):
        assert not each.reason or each.facts.keys() == set(FACTS[Reason(each.reason)])
