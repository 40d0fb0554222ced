"""Each of the vendor's error codes is explained: what happened, what it means, what to do."""

import re

import pytest

from app.bitrix.answers import NO_CODE, read_answer
from app.bitrix.errors import BitrixError
from app.domain.problem import Problem
from app.ui.errors import explain, explain_problem
from tests.ui.shell.vendor_codes import each_code

UNKNOWN = "The portal refused the request"
EACH = pytest.mark.parametrize(("part", "code"), list(each_code()))


@EACH
def test_a_code_of_the_vendor_has_all_three_texts(part, code):
    explained = explain_problem(Problem(code, "what the portal said"))

    assert all((explained.title, explained.text, explained.advice))
    assert "what the portal said" not in explained.text
    assert (explained.code, explained.vendor) == (code, "what the portal said")


@pytest.mark.usefixtures("russian")
def test_every_code_of_the_vendor_is_explained_in_russian():
    english = [code for _, code in each_code() if not all(map(russian, texts_of(code)))]

    assert english == []


def texts_of(code):
    explained = explain_problem(Problem(code))
    return explained.title, explained.text, explained.advice


def russian(words):
    return re.search("[а-яё]", words.lower()) is not None


@pytest.mark.parametrize("status", [200, 400, 401, 403, 500])
@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"error":"NOT_ACTIVE_LINE","error_description":"no"}', "NOT_ACTIVE_LINE"),
        (b'{"error":"not_active_line","error_description":"no"}', "not_active_line"),
        (b'{"result":false,"error":"NAME_REQUIRED","error_description":"no"}', "NAME_REQUIRED"),
        (b'{"error":"","error_description":"Access denied."}', NO_CODE),
        (b'{"error":null}', NO_CODE),
        (b'{"error":100,"error_description":"no"}', "100"),
        (b'{"error":0,"error_description":"no"}', "0"),
        (
            b'{"error":"SOMETHING_NEW","error_description":"Moon in the wrong quarter"}',
            "SOMETHING_NEW",
        ),
    ],
)
def test_an_error_is_one_whatever_the_status_says_and_keeps_the_vendors_words(body, code, status):
    with pytest.raises(BitrixError) as caught:
        read_answer("crm.item.add", status, body)
    explained = explain(caught.value)

    assert caught.value.code == code
    assert explained.title
    assert explained.vendor == caught.value.description
    if code == "SOMETHING_NEW" and status < 500:
        assert (explained.title, explained.text) == (UNKNOWN, "Moon in the wrong quarter")
        assert explained.code == code


def test_an_error_inside_a_successful_answer_is_one():
    body = b'{"result":{"result":false,"error":"NAME_REQUIRED","error_description":"no"},"time":{}}'
    with pytest.raises(BitrixError) as caught:
        read_answer("imconnector.register", 200, body)

    assert explain(caught.value).title == "The connector's name is missing"


@pytest.mark.parametrize(
    "code",
    ["READ_ONLY", "NOTHING_SUBSCRIBED", "CA_MISSING", "CA_UNREADABLE", "PROXY", "PROXY_PASSWORD"],
)
def test_a_refusal_of_our_own_lock_or_network_has_all_three_texts(code):
    explained = explain_problem(Problem(code))

    assert all((explained.title, explained.text, explained.advice))
    assert explained.title != UNKNOWN
