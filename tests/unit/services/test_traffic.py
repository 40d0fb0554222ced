"""The list of calls for the inspector."""

import json
import shlex
from datetime import UTC, datetime

from app.domain.calls import CallKind, CallRecord
from app.services.traffic import LONGEST, MOST_TEXT, Traffic

AT = datetime(2026, 7, 14, 14, 32, 12, tzinfo=UTC)


def record(number, method="profile", **more):
    fields = {
        "id": number,
        "at": AT,
        "kind": CallKind.REST,
        "method": method,
        "url": f"https://acme.example/rest/{method}.json",
        "status": 200,
        "milliseconds": 12,
        "request": '{"CONNECTOR":"acme_shopchat","NAME":"it\'s"}',
        "answer": '{"result":true}',
    }
    return CallRecord(**(fields | more))


def test_a_call_is_told_and_kept_newest_last():
    traffic, heard = Traffic(), []
    traffic.recorded.connect(heard.append)
    traffic.add(record(1))
    traffic.add(record(2))

    assert [each.id for each in heard] == [1, 2]
    assert [each.id for each in traffic.records] == [1, 2]


def test_only_the_newest_calls_are_kept():
    traffic = Traffic()
    for number in range(LONGEST + 5):
        traffic.add(record(number))

    assert len(traffic.records) == LONGEST
    assert traffic.get(4) is None
    assert traffic.get(5).id == 5


def test_long_answers_push_out_more_of_the_old_calls():
    traffic, most = Traffic(), MOST_TEXT // 100
    for number in range(150):
        traffic.add(record(number, request="", answer="x" * most))

    assert [each.id for each in traffic.records] == list(range(50, 150))


def test_words_are_found_in_requests_answers_and_codes_in_any_case():
    traffic = Traffic()
    traffic.add(record(1, request='{"NAME":"Лавка"}'))
    traffic.add(record(2, error="NOT_ACTIVE_LINE"))
    traffic.add(record(3, answer='{"result":"needle"}'))

    assert [each.id for each in traffic.search("лавка")] == [1]
    assert [each.id for each in traffic.search("not_active")] == [2]
    assert [each.id for each in traffic.search("NEEDLE")] == [3]
    assert traffic.search("nowhere") == ()


def test_a_call_as_a_shell_command_survives_quotes_and_holds_no_token():
    words = shlex.split(Traffic.as_curl(record(1)))

    assert words[:4] == ["curl", "-X", "POST", "https://acme.example/rest/profile.json"]
    assert "Authorization: Bearer $TOKEN" in words
    assert json.loads(words[-1]) == {"CONNECTOR": "acme_shopchat", "NAME": "it's"}


def test_a_call_as_json_shows_request_and_answer_as_objects():
    shown = json.loads(Traffic.as_json(record(1, answer="<html>busy</html>")))

    assert shown["request"]["CONNECTOR"] == "acme_shopchat"
    assert shown["answer"] == "<html>busy</html>"
    assert shown["at"].startswith("2026-07-14T14:32:12")


def test_the_bucket_is_that_of_the_portal_in_use():
    traffic = Traffic()
    before = (traffic.level, traffic.capacity)
    traffic.measure(lambda: 14.0, 250)

    assert before == (0.0, 50.0)
    assert (traffic.level, traffic.capacity) == (14.0, 250)
