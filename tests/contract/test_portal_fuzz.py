"""Whatever is sent, the portal answers in the vendor's words or with a 4xx, and never falls over.

The words are those that the methods themselves ask for, read off their source; the values are ids
of things that exist, and rubbish.
"""

import asyncio
import gc
import inspect
import json
import re
import sys
import tracemalloc

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.sandbox import registry

from .kit import SHOP, open_portal


def words_of(method):
    """Names of parameters and values that the module of a method mentions."""
    source = inspect.getsource(sys.modules[method.endpoint.__module__])
    return sorted(set(re.findall(r'"([A-Za-z_.]{2,30})"', source)))


WORDS = {method.name: words_of(method) for method in registry.every()}
ALL_WORDS = sorted({word for words in WORDS.values() for word in words})
METHODS = list(WORDS)
SCALARS = st.one_of(
    st.sampled_from(
        ["", "0", "1", "-1", "Y", "N", "42", "57", "7", "12", "999999", "chat1", "sg1"]
    ),
    st.sampled_from(["chat7734", "7734", "queue42", "queue57", "lead", "LINES", "ID", "ASC", "*"]),
    st.sampled_from([SHOP, f"{SHOP}|42|conv-88|914", "\0", "\ud800", "%", "<br>", "$result[a]"]),
    st.sampled_from([0, 1, -1, 42, 50, 10**9, 10**30, 1.5, 1e300, True, False, None]),
    st.text(max_size=12),
    st.integers(550_000, 551_400),
    st.integers(7000, 8000),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(ALL_WORDS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=8,
)
#: Stands for the address of the incoming webhook, which is drawn anew with the portal.
WEBHOOK = "/rest/webhook/"
RAW = st.binary(max_size=60) | st.sampled_from(
    [b"{", b"[" * 5000, b"a[b][c", b"a[]=1&a[x]=2&a=3", b'{"a":NaN}', b"--x\r\n", b"%ff%fe=1"]
)
KINDS = st.sampled_from(
    ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
ELSEWHERE = st.sampled_from(
    ["/oauth/token/", "/oauth/authorize/", "/rest/", "/files/1/a", "/sandbox/fault", "/"]
) | st.text("abc/%", max_size=10).map("/rest/{}".format)


@st.composite
def requests(draw):
    """Verb, path, content type and body: parameters that suit the method more or less, or bytes."""
    verb = draw(st.sampled_from(["POST", "POST", "GET"]))
    if draw(st.integers(0, 9)) == 0:
        return verb, draw(ELSEWHERE), draw(KINDS), draw(RAW)
    method = draw(st.sampled_from(METHODS))
    names = st.sampled_from(WORDS[method] or ALL_WORDS)
    params = draw(st.dictionaries(names, VALUES, max_size=6) | RAW)
    by = draw(st.sampled_from(["/rest/", "/rest/", "/rest/", WEBHOOK]))
    return verb, by + method, draw(KINDS), params


class Fuzzed:
    """One portal that takes everything."""

    def __init__(self):
        self.runner = asyncio.Runner()
        self.opened = open_portal(rate_limit=False, access_lifetime=1e8)
        self.portal = self.runner.run(self.opened.__aenter__())
        self.runner.run(self.portal.connect())
        self.runner.run(self.portal.bind())
        self.runner.run(self.portal.open_dialog())

    def close(self):
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()

    def send(self, verb, path, kind, content):
        if isinstance(content, dict):
            content = json.dumps({**content, "auth": self.portal.tokens["access_token"]}).encode()
            kind = "application/json"
        address = self.portal.details["portal"] + path
        if path.startswith(WEBHOOK):
            address = self.portal.details["webhook"] + path.removeprefix(WEBHOOK)
        request = self.portal.http.build_request(
            verb, address, content=content, headers={"Content-Type": kind}
        )
        return self.runner.run(self.portal.http.send(request))

    def begin_again(self):
        self.runner.run(self.portal.control("reset"))
        self.runner.run(self.portal.sign_in())
        self.runner.run(self.portal.connect())


def judge(answer, path):
    assert answer.status_code < 500, (path, answer.status_code, answer.text[:300])
    if path.startswith("/rest/"):
        body = answer.json()
        assert "result" in body or "error" in body, (path, body)


def fuzz(rounds, count):
    """Send; the memory that is held after each round, in bytes, if it is traced."""
    held = []
    fuzzed = Fuzzed()

    @settings(
        max_examples=count // 10,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(requests(), min_size=10, max_size=10))
    def send_all(batch):
        for verb, path, kind, content in batch:
            judge(fuzzed.send(verb, path, kind, content), path)

    try:
        for _ in range(rounds):
            send_all()
            fuzzed.begin_again()
            if tracemalloc.is_tracing():
                gc.collect()
                held.append(tracemalloc.get_traced_memory()[0])
    finally:
        fuzzed.close()
    return held


def test_nothing_that_is_sent_makes_the_portal_fall_over():
    fuzz(rounds=1, count=1500)


@pytest.mark.slow
def test_twenty_thousand_requests_leave_the_portal_standing_and_its_memory_flat():
    tracemalloc.start()
    try:
        held = fuzz(rounds=10, count=2000)
    finally:
        tracemalloc.stop()
    assert held[-1] < 1.2 * held[1], held
