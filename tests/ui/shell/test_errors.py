"""Every error has words; an unknown one keeps the vendor's."""

import errno
import os
import re
from typing import get_args

import pytest

from app.bitrix.errors import (
    AccessDenied,
    Garbled,
    ListenerError,
    MethodMissing,
    Moved,
    PasteError,
    PasteKind,
    PortalBroken,
    Refused,
    ScopeMissing,
    SignedOut,
    Throttled,
    Unreachable,
)
from app.domain.address import AddressError
from app.domain.problem import Problem
from app.services.failures import JournalFull, NotPossible
from app.ui.errors import Errors, explain, explain_problem


def known_codes() -> frozenset[str]:
    return frozenset(Errors().table())


SYSTEM = """
ERROR_METHOD_NOT_FOUND NO_AUTH_FOUND expired_token invalid_token authorization_error
insufficient_scope user_access_error INVALID_CREDENTIALS ACCESS_DENIED WRONG_AUTH_TYPE
WRONG_LICENSE ALLOWED_ONLY_INTRANET_USER APPLICATION_NOT_FOUND ERROR_OAUTH NOT_INSTALLED
PAYMENT_REQUIRED CONNECTION_ERROR METHOD_CONFIRM_WAITING METHOD_CONFIRM_DENIED
QUERY_LIMIT_EXCEEDED OPERATION_TIME_LIMIT OVERLOAD_LIMIT INVALID_REQUEST ERROR_ARGUMENT ERROR_CORE
WRONG_ENCODING ERROR_BATCH_METHOD_NOT_ALLOWED ERROR_BATCH_LENGTH_EXCEEDED ERROR_UNEXPECTED_ANSWER
INTERNAL_SERVER_ERROR ERROR_MANIFEST_IS_NOT_AVAILABLE PORTAL_DELETED
"""
OAUTH = """
invalid_request invalid_client wrong_client invalid_grant bad_verification_code insufficient_scope
invalid_scope PAYMENT_REQUIRED NO_AUTH_FOUND NOT_INSTALLED
"""
CONNECTORS = """
APPLICATION_REGISTRATION_ERROR_POINT CONNECTOR_ID_REQUIRED NAME_REQUIRED ICON_REQUIRED
NO_APPLICATION_ID NO_PLACEMENT_HANDLER APPLICATION_REGISTRATION_ERROR
GENERAL_CONNECTOR_REGISTRATION_ERROR APPLICATION_UNREGISTRATION_ERROR NOT_ACTIVE_LINE
IMCONNECTOR_NO_CORRECT_PROVIDER IMCONNECTOR_NOT_SPECIFIED_CORRECT_CONNECTOR
IMCONNECTOR_NOT_SPECIFIED_CORRECT_COMMAND IMCONNECTOR_COULD_NOT_GET_PROVIDER_OBJECT
IMCONNECTOR_NOT_ALL_THE_REQUIRED_DATA CONNECTOR_PROXY_NO_ADD_USER CONNECTOR_PROXY_NO_USER_IM
CHAT_RENAMING_FAILED ERROR_EVENT_NOT_FOUND
"""
OWN = """
DISK_FULL HELD JOURNAL_DAMAGED JOURNAL_FAILED JOURNAL_NEWER JOURNAL_NOT_MIGRATED
NO_CHAT_YET NOTHING_TO_RETRY NOT_DELIVERABLE NOT_EDITABLE
CHAT_NOT_FOUND CHAT_UNREADABLE CHAT_TOO_LONG CHAT_AMBIGUOUS NEVER_ARRIVED NOT_DELIVERED UNDER_WAY
BUNDLE_SIZE BUNDLE_MIXED
EMPTY_TEXT UNKNOWN_OUTCOME NOT_WORKING NO_CUSTOMER NO_DIALOG MESSAGE_REFUSED
NO_SECRET FOREIGN_PORTAL NOT_SIGNED_IN SIGNED_OUT_HERE NOT_STARTED UNTRUSTED_SERVER
INSECURE_ADDRESS PORTAL_MOVED GARBLED NO_CODE
"""


@pytest.mark.parametrize("code", sorted(set(f"{SYSTEM} {OAUTH} {CONNECTORS} {OWN}".split())))
def test_a_documented_code_has_words_of_its_own(code):
    explained = explain_problem(Problem(code, "what the portal said"))
    assert code.upper() in known_codes()
    assert explained.title
    assert explained.title != "what the portal said"
    assert code.upper() not in explained.title
    assert explained.vendor == "what the portal said"


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_words_are_plain_sentences(code):
    explained = explain_problem(Problem(code))
    for words in (explained.title, explained.text, explained.advice):
        assert "!" not in words
        assert words == words.strip()
        assert not words or words[0].isupper()
    assert not explained.title.endswith(".")
    assert not explained.text or explained.text.endswith(".")
    assert not explained.advice or explained.advice.endswith(".")


def test_an_unknown_code_keeps_the_words_and_the_code_of_the_vendor():
    explained = explain(Refused("SOMETHING_NEW", "The moon is in the wrong quarter"))
    assert explained.text == "The moon is in the wrong quarter"
    assert explained.code == "SOMETHING_NEW"


@pytest.mark.parametrize(
    ("method", "scope"),
    [("crm.item.get", "crm"), ("imbot.v2.Bot.register", "imbot"), ("user.search", "user")],
)
def test_a_missing_permission_is_named_after_the_call_that_needs_it(method, scope):
    explained = explain(ScopeMissing("insufficient_scope", method=method))
    assert explained.advice == f"Tick {scope} in the application's card, then sign in again."


def test_an_unknown_code_without_words_says_so():
    assert explain(Refused("SOMETHING_NEW")).text == "It gave no reason."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (SignedOut("NEW"), "expired"),
        (ScopeMissing("NEW"), "permission"),
        (AccessDenied("NEW"), "denied"),
        (MethodMissing("NEW"), "does not know this method"),
        (Moved("elsewhere.example"), "moved"),
        (Throttled("NEW"), "Too many"),
        (PortalBroken("NEW"), "failed"),
        (Garbled("<html>"), "cannot be read"),
        (Unreachable("dns"), "not known"),
        (Unreachable("refused"), "Nothing answers"),
        (Unreachable("timeout"), "does not answer"),
        (Unreachable("tls"), "secure"),
        (Unreachable("cut"), "broke"),
        (Unreachable("other"), "cannot be reached"),
        (JournalFull("no space"), "disk is full"),
        (NotPossible("EMPTY_TEXT"), "empty"),
        (ListenerError("busy"), "cannot be caught"),
        (ListenerError("not_loopback"), "does not lead to this machine"),
    ],
)
def test_a_class_of_errors_has_words_even_for_a_new_code(error, words):
    assert words in explain(error).title


@pytest.mark.parametrize("kind", get_args(PasteKind))
def test_every_kind_of_wrong_paste_is_explained(kind):
    assert f"PASTE_{kind.upper()}" in known_codes()
    assert explain(PasteError(kind)).title
    assert explain(PasteError(kind)).code == ""


@pytest.mark.parametrize(
    "kind", ["empty", "webhook", "not_an_address", "http_not_allowed", "credentials"]
)
def test_every_kind_of_wrong_address_is_explained(kind):
    assert f"ADDRESS_{kind.upper()}" in known_codes()
    assert explain(AddressError(kind)).title


@pytest.mark.parametrize(
    "error",
    [
        PortalBroken("INTERNAL_SERVER_ERROR"),
        PortalBroken("SOMETHING_NEW"),
        Unreachable("timeout", maybe_done=True),
        Unreachable("cut", maybe_done=True),
        Garbled("<html>", description="no JSON"),
    ],
)
def test_a_call_that_only_looks_leaves_nothing_to_doubt(error):
    doubtful = explain(error)
    error.reads = True
    told = explain(error)

    doubt = re.compile("may have (been|arrived)")
    assert doubt.search(f"{doubtful.text} {doubtful.advice}")
    assert not doubt.search(f"{told.text} {told.advice}")
    assert (told.title, told.code) == (doubtful.title, doubtful.code)


def test_a_plan_without_rest_is_told_from_a_missing_right():
    plan = explain(AccessDenied("ACCESS_DENIED", "REST API is available only on commercial plans."))
    right = explain(AccessDenied("ACCESS_DENIED", "Access denied!"))
    assert "plan" in plan.title
    assert "denied access" in right.title


def test_our_own_mistake_is_called_so():
    explained = explain(ZeroDivisionError("x"))
    assert "in this program" in explained.title
    assert explained.vendor == "ZeroDivisionError"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_is_full_is_no_mistake_of_the_program(number):
    explained = explain(OSError(number, os.strerror(number), "preferences.json"))
    assert explained.title == "The disk is full"
    assert "queue" not in explained.text
    assert explained.code == ""


def test_a_file_that_may_not_be_written_is_named_with_the_systems_words():
    explained = explain(PermissionError(errno.EACCES, "Permission denied", "/etc/profiles.json"))
    assert explained.title == "A file could not be read or written"
    assert explained.vendor == "Permission denied: /etc/profiles.json"


def test_a_broken_connection_is_not_taken_for_a_file():
    assert "file" not in explain(ConnectionResetError(errno.ECONNRESET, "reset")).title


def test_the_words_are_in_the_language_of_the_window(russian):
    assert explain_problem(Problem("NOT_ACTIVE_LINE")).title == "Линия не принимает сообщения"
