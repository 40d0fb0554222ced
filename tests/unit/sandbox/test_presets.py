"""Plans, roles and features by name: what a developer meets behind each."""

import argparse

import pytest

from app.sandbox.options import Options, changed
from app.sandbox.presets import PRESETS, apply
from app.sandbox.process.arguments import add_arguments, options_of

BIND = {"event": "OnImConnectorMessageAdd", "event_type": "offline"}
KEEP = {"clear": 0}


async def refusal(desk, method, params=None):
    answer = await desk.call(method, params)
    return answer.get("error", "")


async def feature(desk, code):
    return (await desk.ok("feature.get", {"CODE": code}))["value"]


@pytest.mark.parametrize(
    ("name", "feature_value", "keeping", "binding"),
    [
        ("basic", "N", "WRONG_LICENSE", ""),
        ("standard", "N", "WRONG_LICENSE", ""),
        ("professional", "Y", "", ""),
        ("enterprise", "Y", "", ""),
        ("on-premise", "en_selfhosted", "", ""),
        ("no-offline-extended", "N", "WRONG_LICENSE", ""),
        ("employee", "Y", "ACCESS_DENIED", "ACCESS_DENIED"),
        ("unlimited", "Y", "", ""),
    ],
)
async def test_each_portal_has_its_gate(open_desk, name, feature_value, keeping, binding):
    async with open_desk(**PRESETS[name].switches) as desk:
        assert await feature(desk, "rest_offline_extended") == feature_value
        assert await refusal(desk, "event.offline.get", KEEP) == keeping
        assert await refusal(desk, "event.bind", BIND) == binding


async def test_a_free_portal_refuses_every_call(desk):
    await desk.order("preset", name="free")

    assert await refusal(desk, "profile") == "ACCESS_DENIED"


async def test_a_portal_changes_its_plan_while_it_runs(desk):
    await desk.order("preset", name="enterprise")
    many = [await refusal(desk, "profile") for _ in range(60)]
    await desk.order("preset", name="basic")
    fewer = [await refusal(desk, "profile") for _ in range(60)]

    assert set(many) == {""}
    assert fewer.count("QUERY_LIMIT_EXCEEDED") == 10


async def test_an_unfinished_installation_queues_nothing(desk):
    await desk.order("preset", name="unfinished-install")

    assert (await desk.state())["portal"]["installed"] is False


async def test_strict_refuses_plain_http(desk):
    await desk.order("preset", name="strict")

    assert await refusal(desk, "profile") == "INVALID_REQUEST"


@pytest.mark.parametrize("before", list(PRESETS))
async def test_nothing_of_an_earlier_preset_stays(desk, before):
    wanted = apply("unfinished-install", desk.sandbox.portal.options)
    await desk.order("preset", name=before)
    answer = await desk.order("preset", name="unfinished-install")

    assert desk.sandbox.portal.options == wanted
    assert answer["switches"]["installed"] is False
    assert answer["switches"]["https_required"] is False


async def test_a_preset_leaves_the_switches_that_no_preset_has(open_desk):
    async with open_desk(auto_consent=True, code_lifetime=7) as desk:
        switches = (await desk.order("preset", name="basic"))["switches"]

    assert (switches["auto_consent"], switches["code_lifetime"]) == (True, 7)


async def test_the_switches_are_listed_with_what_they_can_be(desk):
    await desk.order("options", plan="basic")
    listed = (await desk.http.get("/sandbox/options")).json()

    assert listed["plan"]["value"] == "basic"
    assert listed["plan"]["usual"] == "professional"
    assert "enterprise | selfhosted" in listed["plan"]["values"]
    assert set(listed) == set(Options.__dataclass_fields__)


async def test_a_switch_that_is_none_is_answered_with_those_there_are(desk):
    unknown = await desk.http.post("/sandbox/options", json={"bogus": 1})
    wrong = await desk.http.post("/sandbox/options", json={"rate_limit": 1})

    assert "known: plan, role" in unknown.json()["error"]
    assert "true | false" in wrong.json()["error"]


def test_the_help_tells_how_every_switch_usually_is():
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    words = " ".join(parser.format_help().split())

    assert all(f"{name} " in words for name in Options.__dataclass_fields__)
    for text in ("signs in (usually admin)", "access token lives (usually 3600)", "(127.0.0.1)"):
        assert text in words


async def test_there_is_no_other_preset(desk):
    answer = await desk.http.post("/sandbox/preset", json={"name": "golden"})

    assert answer.status_code == 400
    assert "known: free, basic" in answer.json()["error"]


def parsed(*words: str) -> Options:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return options_of(parser.parse_args(["--random-seed", "1", *words]))


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_stands_in_the_help_and_works(name):
    parser = argparse.ArgumentParser()
    add_arguments(parser)

    assert f"  {name} " in parser.format_help()
    assert parsed("--preset", name) == apply(name, Options())


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["--preset", "basic", "--offline-extended"], "offline_extended", True),
        (["--offline-extended", "--preset", "basic"], "offline_extended", True),
        (["--preset", "unfinished-install", "--installed"], "installed", True),
        (["--preset", "employee", "--role", "admin"], "role", "admin"),
        (["--preset", "on-premise", "--plan", "free"], "plan", "free"),
        (["--preset", "strict", "--set", "operating_limit=7"], "operating_limit", 7),
        (["--set", "line_as_int=true"], "line_as_int", True),
        (["--set", "line-limit=null"], "line_limit", None),
        (["--no-rate-limit"], "rate_limit", False),
        (["--not-installed"], "installed", False),
        (
            ["--allow-host", "a.example", "--allow-host", "b.example"],
            "allow_hosts",
            "a.example,b.example",
        ),
    ],
)
def test_a_single_switch_wins(words, name, value):
    assert getattr(parsed(*words), name) == value


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"nothing": 1}, "no switch"),
        ({"line_as_int": "maybe"}, "another type"),
        ({"line_as_int": 1}, "another type"),
        ({"plan": True}, "another type"),
        ({"plan": "golden"}, "one of"),
        ({"operating_limit": float("nan")}, "another type"),
        ({"operating_limit": float("inf")}, "another type"),
        ({"random_seed": 1.5}, "another type"),
        ({"code_lifetime": -1}, "not negative"),
    ],
)
def test_what_no_portal_could_be_is_told(changes, words):
    with pytest.raises(ValueError, match=words):
        changed(Options(), changes)
