"""Requests about messages that a person may change before they are sent."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.content import Content, Words
from app.domain.dialog import Attachment, Author, Customer, Dialog, DialogId, DialogState, Message
from app.domain.message_schema import shown
from app.services.message_requests import (
    delete_request,
    read_request,
    send_request,
    update_request,
    words_of,
)
from app.services.request_text import NotReadable, as_form, read_form, read_json

ANNA = Customer(
    *("u-1", "Anna", "conv-1", "Novak", "+44 7700 900123", "anna@example.com"),
    gender="female",
    picture="https://lamp.example/anna.png",
    url="https://lamp.example/anna",
    any_phone=True,
    chat_name="Lamps",
    chat_url="https://lamp.example/post/7",
)
AT = datetime(2026, 7, 14, 14, 32, 12, tzinfo=UTC)
FILE = Attachment("lamp.png", "https://lamp.example/lamp.png", "image")
WORDS = Words(ANNA, "Hello", Content((FILE,), disable_crm=True, external_id="m-1", employee=7))
REQUEST = send_request("Acme", 42, [WORDS], AT)
DIALOG = Dialog(DialogId(1), "acme", 42, "conv-1", "u-1", "Anna", DialogState.OPEN)
SENT = Message(DIALOG.id, 0, Author.CUSTOMER, "Anna", "Hello", AT, external_ids=("m-1",))


def changed(change, request=REQUEST):
    """The request after a change of its parameters, as JSON and as it is read back."""
    params = json.loads(request.json)
    change(params["MESSAGES"][0])
    return read_request(json.dumps(params, indent=2), request, form=False)


def flaws(edited):
    return [(shown(flaw.path), flaw.code) for _, flaw in edited.flaws]


def test_every_field_of_the_vendors_tables_is_in_the_request():
    assert json.loads(REQUEST.json) == {
        "CONNECTOR": "acme",
        "LINE": 42,
        "MESSAGES": [
            {
                "user": {
                    "id": "u-1",
                    "name": "Anna",
                    "last_name": "Novak",
                    "phone": "+44 7700 900123",
                    "skip_phone_validate": "Y",
                    "email": "anna@example.com",
                    "gender": "female",
                    "url": "https://lamp.example/anna",
                    "picture": {"url": "https://lamp.example/anna.png"},
                },
                "message": {
                    "id": "m-1",
                    "date": 1784039532,
                    "text": "Hello",
                    "files": [{"url": "https://lamp.example/lamp.png", "name": "lamp.png"}],
                    "disable_crm": "Y",
                    "user_id": 7,
                },
                "chat": {"id": "conv-1", "name": "Lamps", "url": "https://lamp.example/post/7"},
            }
        ],
    }


@pytest.mark.parametrize("form", [False, True])
def test_a_request_that_nobody_changed_has_no_flaw_and_comes_back_the_same(form):
    edited = read_request(REQUEST.form if form else REQUEST.json, REQUEST, form=form)

    assert edited.flaws == ()
    assert edited.request == REQUEST


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda m: m["message"].update(date="soon"), ("MESSAGES[0].message.date", "NOT_WHOLE")),
        (lambda m: m["message"].update(text=5), ("MESSAGES[0].message.text", "NOT_TEXT")),
        (lambda m: m["message"].update(files={}), ("MESSAGES[0].message.files", "NOT_LIST")),
        (
            lambda m: m["message"].update(files=[{"name": "a"}]),
            ("MESSAGES[0].message.files[0].url", "MISSING"),
        ),
        (
            lambda m: m["message"].update(files=[{"url": "file:///etc/passwd"}]),
            ("MESSAGES[0].message.files[0].url", "NOT_ADDRESS"),
        ),
        (
            lambda m: m["message"].update(disable_crm=True),
            ("MESSAGES[0].message.disable_crm", "NOT_TEXT"),
        ),
        (
            lambda m: m["message"].update(disable_crm="N"),
            ("MESSAGES[0].message.disable_crm", "NOT_YES"),
        ),
        (lambda m: m["user"].update(gender="f"), ("MESSAGES[0].user.gender", "NOT_GENDER")),
        (lambda m: m["user"].update(picture="x"), ("MESSAGES[0].user.picture", "NOT_MAP")),
        (lambda m: m["user"].update(id="u-2"), ("MESSAGES[0].user.id", "FIXED")),
        (lambda m: m["message"].pop("id"), ("MESSAGES[0].message.id", "FIXED")),
        (lambda m: m.pop("chat"), ("MESSAGES[0].chat", "MISSING")),
    ],
)
def test_a_flaw_is_told_with_its_path_and_keeps_the_call_from_being_sent(change, expected):
    edited = changed(change)

    assert edited.request is None
    assert expected in flaws(edited)


def test_a_message_needs_a_text_or_a_file():
    edited = changed(lambda m: m["message"].update(text=" ", files=[]))

    assert ("MESSAGES[0].message.text", "NO_CONTENT") in flaws(edited)
    assert edited.request is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda m: m["user"].update(age=7), ("MESSAGES[0].user.age", "UNKNOWN")),
        (lambda m: m["user"].update(name="R2-D2"), ("MESSAGES[0].user.name", "PERSON_CHARACTERS")),
        (
            lambda m: m["message"].update(attachments=[1]),
            ("MESSAGES[0].message.attachments", "UNDOCUMENTED"),
        ),
    ],
)
def test_what_is_only_unusual_is_remarked_upon_and_can_be_sent(change, expected):
    edited = changed(change)

    assert expected in flaws(edited)
    assert edited.request is not None


def test_a_flaw_stands_on_the_line_of_its_value():
    text = REQUEST.json.replace('"Hello"', "17")
    edited = read_request(text, REQUEST, form=False)

    ((line, flaw),) = edited.flaws
    assert shown(flaw.path) == "MESSAGES[0].message.text"
    assert text.split("\n")[line].strip() == '"text": 17,'


def test_broken_json_is_told_with_its_line():
    text = REQUEST.json.replace('"Hello",', '"Hello"')
    edited = read_request(text, REQUEST, form=False)

    ((line, flaw),) = edited.flaws
    assert flaw.code == "UNREADABLE"
    assert '"files"' in text.split("\n")[line]


def test_a_changed_form_is_read_with_numbers_as_numbers():
    text = REQUEST.form.replace("%5Btext%5D=Hello", "").replace("[text]=Hello", "[text]=Good%20day")
    edited = read_request(text, REQUEST, form=True)

    assert edited.request is not None
    message = edited.request.params["MESSAGES"][0]["message"]
    assert (message["text"], message["user_id"], message["date"]) == ("Good day", 7, 1784039532)


def test_what_is_said_is_what_stands_in_the_changed_request():
    edited = changed(lambda m: m["message"].update(text="[\u200bb] Hi", user_id=0, files=[]))

    (words,) = words_of(edited.request, [WORDS])

    assert words.text == "[b] Hi"
    assert (words.content.employee, words.content.attachments) == (0, ())
    assert words.content.external_id == "m-1"
    assert json.loads(words.content.payload)["message"]["text"] == "[\u200bb] Hi"


def test_every_message_of_a_bundle_has_an_id_of_its_own_before_it_is_sent():
    request = send_request("acme", 42, [Words(ANNA, "One"), Words(ANNA, "Two")], AT)

    ids = [each["message"]["id"] for each in request.params["MESSAGES"]]
    assert len(set(ids)) == 2
    assert all(ids)


def test_an_update_and_a_deletion_are_requests_as_well():
    update = update_request(DIALOG, ANNA, SENT, "Good day")
    deletion = delete_request(DIALOG, ANNA.id, SENT)

    assert update.method == "imconnector.update.messages"
    assert update.params["MESSAGES"][0]["message"]["text"] == "Good day"
    assert deletion.method == "imconnector.delete.messages"
    assert read_request(deletion.json, deletion, form=False).request == deletion


def test_a_person_cannot_add_a_message_to_a_call():
    params = json.loads(REQUEST.json)
    params["MESSAGES"] *= 2

    edited = read_request(json.dumps(params), REQUEST, form=False)

    assert ("MESSAGES", "COUNT") in flaws(edited)


KEYS = st.text('abcXYZ_ -äё"\\{}:,', min_size=1, max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text('ab"\\{}[]:,\n', max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


def paths(value, here=()):
    yield here
    if isinstance(value, dict | list):
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in inner:
            yield from paths(each, (*here, key))


@given(VALUES)
def test_every_part_of_any_json_has_its_line(value):
    if not isinstance(value, dict | list):
        value = [value]
    text = json.dumps(value, indent=2, ensure_ascii=False)

    read, lines = read_json(text)

    assert read == value
    assert set(lines) == set(paths(value))


@given(st.text(max_size=80))
def test_whatever_is_typed_as_json_or_as_a_form_is_read_or_refused_in_order(text):
    for read in (read_json, lambda typed: read_form(typed, {})):
        try:
            read(text)
        except NotReadable as error:
            assert 0 <= error.line <= text.count("\n") + 1


@given(st.dictionaries(st.sampled_from("ABC"), st.text(max_size=9), min_size=1, max_size=3))
def test_any_text_survives_the_form(params):
    assert read_form(as_form(params), params)[0] == params


def test_what_is_nested_too_deeply_to_be_sent_is_refused_while_it_is_typed():
    nested = "[" * 150 + "]" * 150
    text = REQUEST.json.replace('"Hello"', f'"Hello", "attachments": {nested}')

    assert flaws(read_request(text, REQUEST, form=False)) == [("", "UNREADABLE")]
