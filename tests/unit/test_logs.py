"""No secret reaches the log file, wherever in a record it hides and whoever wrote the record."""

import asyncio
import base64
import logging
import stat
import sys
import threading
import warnings
from urllib.parse import quote

import pytest

from app.bitrix.held import hold
from tests.helpers.logs import real_log

TOKEN = "9f2c66b7aabbccddeeff00112233445566778899"
HELD = "held/secret+with ä and 'quotes\" 0123"


@pytest.fixture
def log_file(tmp_path):
    with real_log(tmp_path) as file:
        yield file


def test_a_token_in_an_address_is_taken_out(log_file):
    logging.getLogger("any").info("GET https://acme.example/rest/profile?auth=%s", TOKEN)

    assert "/rest/profile" in log_file.read_text("utf-8")
    assert TOKEN not in log_file.read_text("utf-8")


def test_a_token_in_a_traceback_is_taken_out(log_file):
    try:
        raise ValueError(f'{{"refresh_token": "{TOKEN}"}}')
    except ValueError:
        logging.getLogger("any").exception("it failed")

    assert "it failed" in log_file.read_text("utf-8")
    assert TOKEN not in log_file.read_text("utf-8")


@pytest.mark.parametrize(
    "spelling",
    [
        HELD,
        repr(HELD),
        quote(HELD),
        quote(quote(HELD, safe=""), safe=""),
        quote(HELD, safe="").lower(),
        base64.b64encode(HELD.encode()).decode(),
        base64.urlsafe_b64encode(f"user:{HELD}:more".encode()).decode(),
        base64.b64encode(f"u{HELD}".encode()).decode(),
        HELD.replace("/", "\\/").replace('"', '\\"'),
    ],
)
def test_a_held_secret_is_taken_out_in_any_spelling_without_a_name_beside_it(log_file, spelling):
    hold(HELD)
    logging.getLogger("any").warning("Found %s there", spelling)

    line = log_file.read_text("utf-8")
    assert "Found " in line
    assert " there" in line
    assert "•••" in line
    assert "secret" not in line
    assert spelling[6:30] not in line


def test_a_held_secret_is_taken_out_of_a_stack_and_of_notes(log_file):
    hold(TOKEN)
    error = ValueError("short")
    error.add_note(TOKEN)
    logging.getLogger("any").error("it failed", exc_info=error, stack_info=True)

    assert "Stack (most recent call last)" in log_file.read_text("utf-8")
    assert TOKEN not in log_file.read_text("utf-8")


def test_the_http_library_does_not_log_addresses(log_file):
    logging.getLogger("httpx").info("HTTP Request: POST https://acme.example/rest/")
    logging.getLogger("any").info("done")

    assert "acme.example" not in log_file.read_text("utf-8")


def test_the_password_of_a_proxy_is_taken_out(log_file):
    logging.getLogger("any").info("Through http://clerk:%s@proxy.example:3128", "Sesam-open-7")

    assert "proxy.example" in log_file.read_text("utf-8")
    assert "Sesam" not in log_file.read_text("utf-8")


def test_what_nobody_catches_is_logged_and_told_without_secrets(log_file, capsys):
    hold(TOKEN)
    try:
        raise ValueError(TOKEN)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    for seen in (log_file.read_text("utf-8"), capsys.readouterr().err):
        assert "ValueError" in seen
        assert TOKEN not in seen


def test_what_nobody_catches_in_a_thread_is_logged_without_secrets(log_file, capsys):
    hold(TOKEN)

    def fail():
        raise ValueError(TOKEN)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()

    assert "ValueError" in log_file.read_text("utf-8")
    assert TOKEN not in log_file.read_text("utf-8") + capsys.readouterr().err


def test_ctrl_c_is_no_mistake_worth_a_line(log_file, capsys):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not log_file.exists()


def test_warnings_of_libraries_go_to_the_log_without_secrets(log_file):
    hold(TOKEN)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn(f"do not say {TOKEN}", UserWarning, stacklevel=1)

    assert "do not say •••" in log_file.read_text("utf-8")
    assert TOKEN not in log_file.read_text("utf-8")


async def test_what_the_event_loop_complains_about_is_logged_without_secrets(log_file):
    hold(TOKEN)
    context = {"message": f"complaint about {TOKEN}", "exception": ValueError(TOKEN)}
    asyncio.get_running_loop().call_exception_handler(context)

    assert "complaint about •••" in log_file.read_text("utf-8")
    assert TOKEN not in log_file.read_text("utf-8")


def test_only_its_owner_may_read_the_log_also_after_it_was_rotated(tmp_path):
    (tmp_path / "console.log").write_text("by an older version\n")
    (tmp_path / "console.log").chmod(0o644)
    with real_log(tmp_path) as file:
        for number in range(12_000):
            logging.getLogger("any").info("line %s %s", number, "x" * 80)

    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    assert modes == {"console.log": 0o600, "console.log.1": 0o600}
    assert "line 11999" in file.read_text("utf-8")


def test_with_debug_standard_error_gets_the_same_lines_and_no_secret(tmp_path, capsys):
    hold(TOKEN)
    with real_log(tmp_path, debug=True) as file:
        logging.getLogger("any").debug("small talk about %s", TOKEN)

    assert "small talk" in file.read_text("utf-8")
    assert capsys.readouterr().err == file.read_text("utf-8")
    assert TOKEN not in file.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_told_once(tmp_path, capsys):
    (tmp_path / "console.log").mkdir()
    with real_log(tmp_path):
        logging.getLogger("any").warning("one")
        logging.getLogger("any").warning("two")

    said = capsys.readouterr().err.strip().splitlines()
    assert [line.partition(":")[0] for line in said] == ["The log cannot be written"]
