"""No secret reaches the log file, wherever in a record it hides."""

import logging

import pytest

from app.logs import start_logging

TOKEN = "9f2c66b7aabbccddeeff00112233445566778899"


@pytest.fixture
def log_file(tmp_path):
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    start_logging(tmp_path, debug=False)
    yield tmp_path / "console.log"
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


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


def test_the_http_library_does_not_log_addresses(log_file):
    logging.getLogger("httpx").info("HTTP Request: POST https://acme.example/rest/")
    logging.getLogger("any").info("done")

    assert "acme.example" not in log_file.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_told_once(tmp_path, capsys):
    (tmp_path / "console.log").mkdir()
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    start_logging(tmp_path, debug=False)
    try:
        logging.getLogger("any").warning("one")
        logging.getLogger("any").warning("two")
    finally:
        root.handlers[:] = before
        root.setLevel(level)

    said = capsys.readouterr().err.strip().splitlines()
    assert [line.partition(":")[0] for line in said] == ["The log cannot be written"]
