"""Where events may be posted to."""

import pytest

from app.domain.forwarding import TargetError, check_target, stays_here


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("localhost:8000", "http://localhost:8000/"),
        (
            " http://localhost:8000/handler.php?key=1#part ",
            "http://localhost:8000/handler.php?key=1",
        ),
        ("https://127.0.0.1", "https://127.0.0.1/"),
        ("http://127.5.6.7:81/x", "http://127.5.6.7:81/x"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_an_address_of_this_machine_is_called(text, address):
    assert check_target(text) == address
    assert stays_here(address)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("ftp://localhost/", "scheme"),
        ("file:///etc/passwd", "scheme"),
        ("http://", "not_an_address"),
        ("http://localhost:0/", "not_an_address"),
        ("http://localhost:99999/", "not_an_address"),
        ("http://local host/", "not_an_address"),
        ("http://localhost/\u202e", "not_an_address"),
        ("http://l\u043ecalhost/", "not_an_address"),
        ("http://[::1/", "not_an_address"),
        ("http://me:secret@localhost/", "credentials"),
        ("http://localhost@lamp.example/", "credentials"),
        ("http://lamp.example/", "elsewhere"),
        ("http://10.0.0.1/", "elsewhere"),
        ("http://localhost.lamp.example/", "elsewhere"),
        ("http://127.0.0.1.lamp.example/", "elsewhere"),
        ("http://0.0.0.0/", "elsewhere"),
        ("http://localhost\\@lamp.example/", "credentials"),
    ],
)
def test_nothing_is_posted_anywhere_else(text, kind):
    with pytest.raises(TargetError) as caught:
        check_target(text)
    assert caught.value.kind == kind


def test_a_host_that_was_named_is_called_and_no_other():
    assert check_target("http://Dev.example/h", ["dev.example"]) == "http://Dev.example/h"
    with pytest.raises(TargetError):
        check_target("http://dev.example.evil.example/", ["dev.example"])
