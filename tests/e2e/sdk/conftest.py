"""A sandbox portal over TLS in a process of its own, as a stranger's program would meet it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests


class Portal:
    """The addresses that the sandbox printed, and the acts of people behind it."""

    def __init__(self, about: dict[str, str]) -> None:
        self.about = about
        self.host = urlsplit(about["portal"]).netloc
        self.ca_file = about["ca_file"]

    def control(self, act: str, **fields: Any) -> dict[str, Any]:
        return requests.post(self.about["control"] + act, json=fields, verify=self.ca_file).json()

    def state(self) -> dict[str, Any]:
        return requests.get(self.about["control"] + "state", verify=self.ca_file).json()

    def code(self) -> str:
        """An authorisation code, by way of the browser's redirect."""
        page = requests.get(
            self.about["oauth"] + "/oauth/authorize/",
            params={"client_id": self.about["client_id"], "state": "s"},
            verify=self.ca_file,
            allow_redirects=False,
        )
        return parse_qs(urlsplit(page.headers["Location"]).query)["code"][0]


@pytest.fixture
def portal() -> Iterator[Portal]:
    command = (*("-m", "app.sandbox"), "--tls", "--json", "--auto-consent", "--with-parent")
    with subprocess.Popen(
        [sys.executable, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Portal(json.loads(process.stdout.readline()))
        process.terminate()


@pytest.fixture
def trusting(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> Portal:
    """The certificate authority of the sandbox is one that `requests` and `ssl` trust."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", portal.ca_file)
    monkeypatch.setenv("SSL_CERT_FILE", portal.ca_file)
    return portal
