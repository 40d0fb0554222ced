"""A portal that is in order has nothing to hear; one that can do less hears what, and no more."""

import pytest

from app.domain.capability import Works
from app.domain.doctor import FACTS, Group, Reason, Verdict
from app.services.doctor import CHECKS
from tests.helpers.breaking import without
from tests.helpers.desk import OTHER_LINE, running
from tests.helpers.patients import cause, patient

_CAN_LESS = ("no_confirm", "needs_feature")


def test_the_checks_stand_in_the_order_of_the_stations():
    groups = [each.group for each in CHECKS]

    assert len(CHECKS) >= 25
    assert len({each.key for each in CHECKS}) == len(CHECKS)
    assert groups == sorted(groups, key=list(Group).index)


def test_every_reason_names_its_facts():
    assert set(FACTS) == set(Reason)


@pytest.mark.parametrize("preset", ["professional", "enterprise", "on-premise", "unlimited"])
async def test_a_portal_in_order_passes_every_check(tmp_path, preset):
    async with patient(tmp_path) as well:
        await well.order("preset", name=preset)
        findings = await well.examine()

    assert [each.check for each in findings] == list(CHECKS)
    assert {each.verdict for each in findings} == {Verdict.PASSED}, cause(findings)


async def test_a_line_with_a_russian_name_passes_every_check(tmp_path):
    async with patient(tmp_path, line=OTHER_LINE) as well:
        findings = await well.examine()
        named = {each.check.key: each for each in findings}["line_exists"]

    assert cause(findings).verdict is Verdict.PASSED, cause(findings)
    assert named.facts["name"] == "Опт / Wholesale"


@pytest.mark.slow
async def test_a_large_and_busy_portal_passes_every_check(tmp_path):
    async with patient(tmp_path, seed="busy") as well:
        findings = await well.examine()

    assert cause(findings).verdict is Verdict.PASSED, cause(findings)


async def test_a_running_console_is_not_taken_for_another_reader(tmp_path):
    async with patient(tmp_path) as well, running(well.desk):
        await well.operator_writes()
        findings = await well.examine()

    assert cause(findings).verdict is Verdict.PASSED, cause(findings)


@pytest.mark.parametrize(
    "preset", ["basic", "standard", "no-offline-extended", "no-auth-connector"]
)
async def test_a_smaller_plan_is_told_what_it_lacks_and_nothing_else(tmp_path, preset):
    async with patient(tmp_path) as well:
        await well.order("preset", name=preset)
        findings = await well.examine()

    odd = [each for each in findings if each.verdict is not Verdict.PASSED]
    assert odd
    assert {each.reason for each in odd} <= set(_CAN_LESS)
    assert {each.verdict for each in odd} <= {Verdict.WARNING, Verdict.UNKNOWN}


async def test_an_examination_costs_a_handful_of_requests(tmp_path):
    async with patient(tmp_path) as well:
        before = len(await well.portal.calls())
        await well.examine()
        after = len(await well.portal.calls())

    assert after - before <= 15


async def test_an_examination_leaves_the_portal_as_it_was(tmp_path):
    async with patient(tmp_path) as well:
        before = await well.portal.state()
        await well.examine()
        after = await well.portal.state()

    for part in ("bindings", "queue", "chats", "connectors", "lines"):
        assert after[part] == before[part]


async def test_a_read_only_profile_is_examined_without_a_write(tmp_path):
    async with patient(tmp_path) as well:
        well.desk.session.set_read_only(True)
        before = len(await well.portal.calls())
        findings = await well.examine()
        calls = {each["method"] for each in (await well.portal.calls())[before:]}

    odd = {each.check.key: each for each in findings if each.verdict is not Verdict.PASSED}
    assert set(odd) == {"queue_age", "one_receiver", "canary"}
    assert {each.reason for each in odd.values()} == {Reason.READ_ONLY}
    assert calls == {"server.time", "batch", "user.get"}


async def test_a_permission_is_not_missed_where_its_methods_may_be_called(tmp_path):
    async with patient(tmp_path) as well:
        await without("imconnector")(well)
        found = {each.check.key: each for each in await well.examine()}
        await well.desk.capabilities.check()
        page = {each.key: each.state for each in well.desk.capabilities.rows}

    assert page["register"] is Works.PARTLY
    assert found["scopes"].verdict is Verdict.WARNING
    assert found["registered"].verdict is Verdict.PASSED


async def test_a_line_that_has_gone_is_told_with_those_that_are_there(tmp_path):
    async with patient(tmp_path) as sick:
        sick.line = 999
        facts = cause(await sick.examine()).facts

    assert facts["line"] == "999"
    assert f"Опт / Wholesale ({OTHER_LINE})" in facts["others"]


async def test_what_the_authorisation_server_said_is_no_proof_of_a_portal_s_method(tmp_path):
    async with patient(tmp_path) as sick:
        await sick.order("tokens", action="revoke", which="all")
        for _ in range(2):
            proofs = cause(await sick.examine()).proofs
            refused = [each.method for each in proofs if "invalid_grant" in each.answer]
            assert refused == ["oauth.refresh"]
