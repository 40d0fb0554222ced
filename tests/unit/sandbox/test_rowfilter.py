"""Filters and orders of the offline queue's rows."""

import pytest

from app.sandbox.delivery.queue import Owner, Row
from app.sandbox.delivery.rowfilter import FIELDS, LIST_FIELDS, parse_filter, parse_order
from app.sandbox.errors import VendorError


def row(number: int, event: str = "ONA", process_id: str = "") -> Row:
    return Row(number, 1_767_000_000.0 + number, event, {}, [], "0" * 32, Owner("a"), process_id)


ROWS = [row(1), row(2, "ONB"), row(3, "ONAB", "p" * 32)]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, [1, 2, 3]),
        ({"ID": "2"}, [2]),
        ({">=id": 2}, [2, 3]),
        ({">ID": 1, "<ID": 3}, [2]),
        ({"EVENT_NAME": "ona"}, [1]),
        ({"%EVENT_NAME": "ONA"}, [1, 3]),
        ({"<=TIMESTAMP_X": "2025-12-29T09:20:02+00:00"}, [1, 2]),
        ({">PROCESS_ID": ""}, [3]),
        ({"=ERROR": "1"}, []),
    ],
)
def test_rows_are_chosen(wanted, ids):
    test = parse_filter(wanted, LIST_FIELDS)

    assert [one.id for one in ROWS if test(one)] == ids


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("ID", "The filter is not an array."),
        ({"!ID": 1}, "Filter operation not allowed: !"),
        ({"PROCESS_ID": ""}, "Filter field not allowed: PROCESS_ID"),
        ({"ID": [1, 2]}, "Filter value is not a scalar: ID"),
    ],
)
def test_a_filter_that_the_portal_does_not_know_is_refused(wanted, text):
    with pytest.raises(VendorError) as refused:
        parse_filter(wanted, FIELDS)
    assert (refused.value.code, refused.value.text) == ("ERROR_ARGUMENT", text)


def test_rows_are_sorted_by_several_fields():
    sort = parse_order({"EVENT_NAME": "desc", "ID": "ASC"}, FIELDS, default={})

    assert [one.id for one in sort(ROWS)] == [2, 3, 1]


@pytest.mark.parametrize(
    ("order", "text"),
    [
        ({"NAME": "ASC"}, "Order field not allowed: NAME"),
        ({"ID": "up"}, "Order direction should be one of {ASC|DESC}"),
    ],
)
def test_an_order_that_the_portal_does_not_know_is_refused(order, text):
    with pytest.raises(VendorError) as refused:
        parse_order(order, FIELDS, default={})
    assert refused.value.text == text
