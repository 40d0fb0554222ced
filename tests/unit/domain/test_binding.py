"""What is thought of a subscription: needed, foreign, stale, doubled, impossible."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.binding import (
    CONNECTOR_EVENTS,
    OPEN_LINE_EVENTS,
    RECOMMENDED,
    Binding,
    Known,
    Verdict,
    judge,
)
from app.domain.handler_address import Likeness, likeness, unreachable

ADD = "ONIMCONNECTORMESSAGEADD"
HOOK = "https://lamp.example/hook"
NOW = datetime(2026, 7, 14, tzinfo=UTC)

labels = st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True)
hosts = st.builds("{}.{}.example".format, labels, labels)
paths = st.lists(labels, max_size=3).map(lambda parts: "".join(f"/{part}" for part in parts))
queries = st.one_of(st.just(""), labels.map("?key={}".format))
#: A way to write an address differently without leading anywhere else, and what it is called.
CHANGES = {
    Likeness.SLASH: lambda scheme, host, path, query: f"{scheme}://{host}{path}/{query}",
    Likeness.SPELLING: lambda scheme, host, path, query: f"{scheme}://{host.upper()}{path}{query}",
    Likeness.PORT: lambda scheme, host, path, query: (
        f"{scheme}://{host}:{443 if scheme == 'https' else 80}{path}{query}"
    ),
    Likeness.SCHEME: lambda scheme, host, path, query: (
        f"{'http' if scheme == 'https' else 'https'}://{host}{path}{query}"
    ),
}


def online(handler=HOOK, event=ADD, **more):
    return Binding(event, offline=False, handler=handler, **more)


def verdicts(*rows, **known):
    return [each.verdict for each in judge(rows, Known(**({"user": 1} | known))).rows]


@given(st.sampled_from(["http", "https"]), hosts, paths, queries, st.sampled_from(list(CHANGES)))
def test_an_address_written_differently_is_a_twin_and_says_how(scheme, host, path, query, change):
    plain = f"{scheme}://{host}{path}{query}"
    twin = CHANGES[change](scheme, host, path, query)

    assert likeness(plain, twin) == {change}
    assert likeness(twin, plain) == {change}


@given(hosts, paths, queries, st.lists(st.sampled_from(list(CHANGES)), min_size=1))
def test_an_address_is_never_its_own_twin(host, path, query, changes):
    address = CHANGES[changes[0]]("https", host, path, query)

    assert likeness(address, address) == frozenset()


@given(hosts, hosts, paths, paths, queries, queries)
def test_addresses_that_lead_elsewhere_are_no_twins(host, other, path, way, query, question):
    one, two = f"https://{host}{path}{query}", f"https://{other}{way}{question}"
    same = (host, path, query) == (other, way, question)

    assert likeness(one, two) == frozenset()
    assert same is (one == two)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared_both_ways(one, two):
    assert likeness(one, two) == likeness(two, one)
    assert unreachable(one) in (True, False)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (HOOK, "https://lamp.example:8443/hook"),
        (HOOK, "http://lamp.example:8080/hook"),
        (HOOK, "https://lamp.example/hook?x=1"),
        (HOOK, "https://www.lamp.example/hook"),
        (HOOK, "https://lamp.example:port/hook"),
    ],
)
def test_another_port_query_or_host_is_another_place(one, two):
    assert likeness(one, two) == frozenset()


def test_several_differences_are_all_named():
    both = likeness(HOOK, "http://LAMP.example:80/hook/")

    assert both == set(Likeness)


@pytest.mark.parametrize(
    "handler",
    [
        "http://localhost/hook",
        "http://127.0.0.1:8000/hook",
        "https://192.168.1.7/hook",
        "https://[::1]/hook",
        "https://10.0.0.4",
        "https://server/hook",
        "https://nas.local/hook",
        "ftp://lamp.example/hook",
        "lamp.example/hook",
        "",
    ],
)
def test_an_address_inside_a_home_or_office_is_impossible(handler):
    assert unreachable(handler)
    assert verdicts(online(handler)) == [Verdict.IMPOSSIBLE]


def test_without_any_subscription_the_whole_set_is_missing():
    report = judge([], Known())

    assert report.missing == RECOMMENDED
    assert len(CONNECTOR_EVENTS) == 7
    assert set(OPEN_LINE_EVENTS) < set(RECOMMENDED)


def test_an_event_told_to_an_address_does_not_fill_the_queue():
    assert ADD in judge([online()], Known()).missing


def test_an_event_in_another_queue_is_still_missing_here():
    rows = [Binding(ADD, offline=True, auth_connector="crm")]

    assert ADD in judge(rows, Known()).missing
    assert verdicts(*rows) == [Verdict.OTHER_QUEUE]


def test_who_is_no_administrator_is_told_that_offline_ones_are_hidden_not_missing():
    report = judge([online()], Known(admin=False))

    assert report.hidden
    assert report.missing == ()


def test_what_the_portal_does_not_offer_is_refused_not_missing():
    offered = frozenset(CONNECTOR_EVENTS)
    report = judge([], Known(offered=offered))

    assert report.missing == CONNECTOR_EVENTS
    assert report.refused == OPEN_LINE_EVENTS


@pytest.mark.parametrize(
    ("rows", "known", "expected"),
    [
        ([Binding(ADD, offline=True)], {}, [Verdict.NEEDED]),
        ([Binding("ONCRMLEADADD", offline=True)], {}, [Verdict.OWN]),
        ([Binding(ADD, offline=True)] * 2, {}, [Verdict.NEEDED, Verdict.DUPLICATE]),
        ([online(), online(auth_type=7)], {}, [Verdict.DUPLICATE] * 2),
        ([online(), online(HOOK + "/")], {}, [Verdict.TWIN] * 2),
        ([online()], {}, [Verdict.UNKNOWN]),
        ([online()], {"homes": (online().handler + "/settings",)}, [Verdict.OWN]),
        ([online()], {"homes": ("https://elsewhere.example/",)}, [Verdict.UNKNOWN]),
        ([online()], {"bound": {(ADD, HOOK): NOW}}, [Verdict.OWN]),
        ([online(auth_type=7)], {}, [Verdict.OTHER_USER]),
        ([online(auth_type=1)], {"bound": {(ADD, HOOK): NOW}}, [Verdict.OWN]),
        ([online()], {"offered": frozenset({"ONAPPTEST"})}, [Verdict.NOT_OFFERED]),
        ([online(), online(event="ONAPPTEST")], {}, [Verdict.UNKNOWN] * 2),
    ],
)
def test_every_subscription_has_its_verdict(rows, known, expected):
    assert verdicts(*rows, **known) == expected


def test_an_older_address_of_this_console_is_stale_and_names_the_newer_one():
    newer = "https://new.lamp.example/hook"
    bound = {(ADD, HOOK): NOW, (ADD, newer): NOW + timedelta(days=1)}
    old, new = judge([online(), online(newer)], Known(bound=bound)).rows

    assert (old.verdict, old.twin) == (Verdict.STALE, newer)
    assert new.verdict is Verdict.OWN


def test_an_older_address_without_a_newer_one_beside_it_is_still_ours():
    newer = "https://new.lamp.example/hook"
    bound = {(ADD, HOOK): NOW, (ADD, newer): NOW + timedelta(days=1)}

    assert verdicts(online(), bound=bound) == [Verdict.OWN]


TWIN = online(HOOK + "/")
OTHERS = online(auth_type=1)


@pytest.mark.parametrize(
    ("rows", "surplus"),
    [
        ([online(), TWIN], [TWIN]),
        ([TWIN, online()], [online()]),
        ([online(), OTHERS], [OTHERS]),
        ([online(), online()], []),  # one cannot be taken away without the other
        ([online(), online(event="ONAPPTEST")], []),
        ([Binding(ADD, offline=True)] * 2, []),
    ],
)
def test_of_what_is_told_twice_the_first_stays(rows, surplus):
    assert list(judge(rows, Known(user=1)).surplus) == surplus
