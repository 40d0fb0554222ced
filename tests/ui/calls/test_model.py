"""Rows of the table: newest first, never more than can be kept, writes told from reads."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from app.domain.calls import CallKind, CallRecord
from app.services.traffic import Traffic
from app.ui.calls.model import MOST_ROWS, CallFilter, CallModel, Column, is_write

NOON = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)


def record(number=1, method="profile", status=200, kind=CallKind.REST, **more):
    facts = {"request": "{}", "answer": "{}"} | more
    url = f"https://lamp.example/rest/{method}"
    return CallRecord(number, NOON, kind, method, url, status, 40, **facts)


def texts(model, row):
    return [model.index(row, column).data() for column in Column]


@pytest.mark.parametrize(
    ("method", "wanted"),
    [
        ("imconnector.send.messages", True),
        ("imconnector.send.status.delivery", True),
        ("event.offline.clear", True),
        ("imconnector.status", False),
        ("imopenlines.config.list.get", False),
        ("user.current", False),
        ("app.info", False),
    ],
)
def test_writes_are_told_from_reads(method, wanted):
    assert is_write(record(method=method)) is wanted


def test_a_batch_writes_if_one_of_its_commands_does():
    reads = '{"halt": 0, "cmd": {"a": "user.current", "b": "imconnector.status?LINE=4"}}'
    writes = '{"halt": 0, "cmd": {"a": "user.current", "b": "imconnector.activate?LINE=4"}}'

    assert not is_write(record(method="batch", request=reads))
    assert is_write(record(method="batch", request=writes))


def test_signing_in_is_no_write():
    assert not is_write(record(method="oauth/token", kind=CallKind.OAUTH))


def test_the_newest_call_stands_on_top(qtbot):
    traffic = Traffic()
    model = CallModel(traffic)
    traffic.add(record(1, "profile"))
    traffic.add(record(2, "scope"))

    assert [model.index(row, Column.METHOD).data() for row in range(2)] == ["scope", "profile"]


def test_the_table_never_keeps_more_than_its_limit(qtbot):
    traffic = Traffic()
    model = CallModel(traffic)
    for number in range(MOST_ROWS + 5):
        traffic.add(record(number))

    assert model.rowCount() == MOST_ROWS
    assert model.records()[0].id == MOST_ROWS + 4


def test_a_refusal_inside_http_200_is_an_error(qtbot):
    traffic = Traffic()
    model = CallModel(traffic)
    traffic.add(record(method="imconnector.send.messages", items=2, refused=1))

    assert texts(model, 0)[Column.STATUS] == "200"
    assert texts(model, 0)[Column.ERROR] == "1 of 2 refused"
    assert model.errors == 1


def test_a_call_without_an_answer_has_no_status(qtbot):
    traffic = Traffic()
    model = CallModel(traffic)
    traffic.add(record(status=0, error="UNREACHABLE_TIMEOUT"))

    assert texts(model, 0)[Column.STATUS] == "–"
    assert texts(model, 0)[Column.ERROR] == "No answer: UNREACHABLE_TIMEOUT"


def test_a_call_that_was_not_sent_says_why(qtbot):
    traffic = Traffic()
    model = CallModel(traffic)
    traffic.add(record(status=0, error="READ_ONLY"))

    assert texts(model, 0)[Column.ERROR] == "Not sent: the portal is read-only here"


def test_numbers_are_written_as_the_language_writes_them(qtbot):
    traffic, before = Traffic(), QLocale()
    model = CallModel(traffic)
    traffic.add(record(operating=1.25))
    try:
        QLocale.setDefault(QLocale(QLocale.Language.Russian))
        assert texts(model, 0)[Column.OPERATING] == "1,25"
    finally:
        QLocale.setDefault(before)


def test_a_paused_table_stands_still_and_catches_up(qtbot):
    traffic = Traffic()
    model = CallModel(traffic)
    model.pause(True)
    traffic.add(record(1))
    traffic.add(record(2))
    assert (model.rowCount(), model.waiting) == (0, 2)

    model.pause(False)

    assert [each.id for each in model.records()] == [2, 1]
    assert model.waiting == 0


@pytest.mark.parametrize(
    ("kind", "ids"), [("all", [3, 2, 1]), ("errors", [2]), ("writes", [2]), ("sign-in", [3])]
)
def test_filters_keep_their_kind(qtbot, kind, ids):
    traffic = Traffic()
    traffic.add(record(1, "profile"))
    traffic.add(record(2, "imconnector.activate", 400, error="ERROR_ARGUMENT"))
    traffic.add(record(3, "oauth/token", kind=CallKind.OAUTH))
    rows = CallFilter(CallModel(traffic))

    rows.show_kind(kind)

    found = [rows.index(row, 0).data(0x0100).id for row in range(rows.rowCount())]
    assert found == ids


@pytest.mark.parametrize("words", ["лампа", "NOT_ACTIVE", "activate", "x-17"])
def test_the_search_looks_into_methods_codes_and_both_bodies(qtbot, words):
    traffic = Traffic()
    traffic.add(record(1, "profile"))
    traffic.add(
        record(
            2,
            "imconnector.activate",
            400,
            error="NOT_ACTIVE_LINE",
            request='{"t": "Лампа"}',
            answer='{"id": "X-17"}',
        )
    )
    rows = CallFilter(CallModel(traffic))

    rows.show_words(words)

    assert rows.rowCount() == 1
