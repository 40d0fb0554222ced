"""Parameters as PHP reads them."""

import asyncio
import inspect
import json
import sys
import threading
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from app.sandbox.errors import VendorError
from app.sandbox.http.forms import MAX_MARKS, beside, parse_body, parse_json
from app.sandbox.params import MAX_DEPTH, MAX_STEPS, flag, from_pairs, json_depth, to_int, truthy
from app.sandbox.urlencoded import parse_query


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a=1&a=2", {"a": "2"}),
        ("a[]=1&a[]=2", {"a": ["1", "2"]}),
        ("a[0][b]=1&a[0][c]=2&a[1][b]=3", {"a": [{"b": "1", "c": "2"}, {"b": "3"}]}),
        ("a[1]=x", {"a": {"1": "x"}}),
        ("a[0]=x&a[k]=y", {"a": {"0": "x", "k": "y"}}),
        ("a=1&a[b]=2", {"a": {"b": "2"}}),
        ("a%5Bb%5D=%D0%9B", {"a": {"b": "Л"}}),
        ("a.b=1&c d=2", {"a_b": "1", "c_d": "2"}),
        ("%20+a b=1&+[]=2&[c]=3&d%00e=4", {"a_b": "1", "d": "4"}),
        ("a[b=1", {"a_b": "1"}),
        ("=1&&a", {"a": ""}),
        ("a=x+y%2B", {"a": "x y+"}),
    ],
)
def test_bracket_names_are_read_as_php_reads_them(query, expected):
    assert parse_query(query) == expected


def test_a_name_nested_too_deeply_is_dropped():
    assert from_pairs([("a" + "[b]" * MAX_DEPTH, "1"), ("c", "2")]) == {"c": "2"}


def test_a_body_that_is_not_utf_8_is_refused():
    with pytest.raises(VendorError) as refused:
        parse_query("a=%FF")
    assert refused.value.code == "WRONG_ENCODING"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[1]", b'"x"', b'{"a":NaN}', b'{"a":1e999}', b"[" * 50_000, b'{"a":' * 9_000],
)
def test_a_malformed_json_body_is_the_same_as_none(body):
    assert parse_json(body) == {}


def test_how_deep_json_is_does_not_depend_on_the_stack_below():
    def fall(depth: int) -> dict:
        return fall(depth - 1) if depth else parse_json(b'{"a":' + b"[" * 900 + b"]" * 900 + b"}")

    room = sys.getrecursionlimit() - len(inspect.stack())
    assert fall(room - 90) == {}


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":[' + b"1," * (MAX_MARKS + 1) + b"1]}",
        b'{"a":[' + b"[]," * MAX_MARKS + b"1]}",
        b'{"a":' + b"]" * (MAX_MARKS + 1) + b"[" * 70,
        b'{"a":[' * 70 + b'""' * (3 * MAX_MARKS),
    ],
    ids=["numbers", "lists", "ends", "texts"],
)
def test_json_of_too_many_pieces_is_refused_before_it_is_read(body):
    with pytest.raises(VendorError) as refused:
        parse_json(body)
    assert refused.value.code == "INVALID_REQUEST"


@pytest.mark.parametrize("text", ["[" * 100_000, "{,[" * 100_000, r"\"[" * 100_000, "\\\\" * 9])
def test_what_stands_in_a_text_is_no_piece_of_the_json(text):
    value = {"a": text, "b": [[] for _ in range(70)]}
    assert parse_json(json.dumps(value).encode()) == value


def test_a_number_longer_than_any_is_malformed():
    assert parse_json(b'{"a":' + b"9" * 4000 + b"}") == {}
    assert parse_json(b'{"a":' + b"9" * 40 + b"}") == {"a": 10**40 - 1}


@pytest.mark.parametrize("query", [b"&" * 20_001, b"&".join([b"a" + b"[b]" * 60] * 2_000)])
def test_a_query_of_too_many_pieces_is_refused(query):
    with pytest.raises(VendorError) as refused:
        parse_query(query)
    assert refused.value.text == "Too many parameters"
    assert MAX_STEPS < 2_000 * 60


@pytest.mark.parametrize("text", ["Ж", "a", "%", "aЖ %41", "x" * 7 + "%"])
def test_a_long_text_is_decoded_as_a_short_one(text):
    value = text * 40_000
    assert parse_query("a=" + quote_plus(value) + "&b=" + quote_plus(text)) == {
        "a": value,
        "b": text,
    }


@pytest.mark.parametrize("size", [10, 65_490, 65_536, 200_000])
async def test_a_long_multipart_body_is_read_in_pieces(size):
    turns = []

    async def other() -> None:
        while True:
            turns.append(1)
            await asyncio.sleep(0)

    text = "\r\n--x" * (size // 5)
    head = b'Content-Disposition: form-data; name="a"\r\n\r\n'
    body = b"--bound\r\n" + head + text.encode() + b"\r\n--bound--\r\n"
    kind = Headers({"content-type": "multipart/form-data; boundary=bound"})

    work = asyncio.get_running_loop().create_task(other())
    found = await parse_body(kind, body)
    work.cancel()

    assert found == {"a": text}
    assert len(turns) >= len(body) // 65_536


async def test_others_are_answered_while_a_long_body_is_read():
    seen = []

    def parse(body: bytes) -> dict:
        seen.append(threading.current_thread() is threading.main_thread())
        return {}

    await beside(parse, b"short")
    await beside(parse, b"x" * 100_000)

    assert seen == [True, False]


@pytest.mark.parametrize("value", ["", 0, "0", False, None, [], {}, 0.0])
def test_php_calls_these_empty(value):
    assert not truthy(value)


@pytest.mark.parametrize("value", ["N", "false", "00", " ", 1, [0], "0.0"])
def test_php_calls_everything_else_full(value):
    assert truthy(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("42abc", 42), ("abc", 0), (" 7", 7), (True, 1), ("-3", -3), ([1], 1), ({}, 0), (1e300, 0)],
)
def test_a_cast_to_int_never_fails(value, expected):
    assert to_int(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Y", True), ("n", False), (1, True), ("0", False), (True, True), ("yes", None), ([], None)],
)
def test_flags_are_written_in_several_ways(value, expected):
    assert flag(value) is expected


@given(st.lists(st.tuples(st.text("ab[]01. ", max_size=12), st.text(max_size=4)), max_size=12))
def test_no_form_breaks_the_reader(pairs):
    assert json_depth(from_pairs(pairs)) <= MAX_DEPTH


@given(st.binary(max_size=60))
def test_no_query_string_breaks_the_reader(raw):
    try:
        parse_query(raw)
    except VendorError as refused:
        assert refused.code == "WRONG_ENCODING"


def test_many_unnumbered_elements_are_counted_without_looking_at_all_of_them_again():
    """Twenty thousand took a minute in which the portal answered nobody."""
    pairs = [("a[7]", "first"), *(("a[]", str(number)) for number in range(19_999))]

    numbers = [int(key) for key in from_pairs(pairs)["a"]]

    assert numbers == list(range(7, 20_007))
