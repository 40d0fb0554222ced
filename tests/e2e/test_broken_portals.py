"""Broken portals: the doctor names the true cause first, and mends what a call can mend."""

import ssl
from contextlib import AsyncExitStack

import httpx
import pytest

from app.bitrix.connection import open_http
from app.domain.doctor import FACTS, Reason, Verdict
from app.sandbox.process.tls import new_identity
from tests.helpers.desk import Portal
from tests.helpers.patients import Wire, cause, connected_patient, patient
from tests.unit.sandbox.serving import hosted

from .broken_portals import BROKEN, Broken

table: list[tuple[str, str, str, str]] = []


@pytest.fixture(scope="module", autouse=True)
def printed():
    """What was broken, what the doctor said first, and what came of mending it."""
    yield
    for row in table:
        print("{:38}{:18}{:20}{}".format(*row))


def broken(*, mends: bool):
    rows = [each for each in BROKEN if each.mends or not mends]
    return pytest.mark.parametrize("case", rows, ids=[each.name for each in rows])


@broken(mends=False)
async def test_the_true_cause_is_named_first(case: Broken, tmp_path):
    async with patient(tmp_path, **case.options) as sick:
        await case.break_it(sick)
        findings = await sick.examine(whole=True)
        short = await sick.examine()

    named = cause(findings)
    assert (named.check.key, named.reason) == (case.check, case.reason)
    assert named.facts.items() >= case.facts.items()
    assert named.facts.keys() == set(FACTS[Reason(named.reason)])
    assert case.once or cause(short).check.key == case.check
    others = {each.check.key for each in findings if each.verdict is Verdict.FAILED}
    assert others - {case.check} <= set(case.also)
    table.append((case.name, case.check, case.reason, "mended" if case.mends else ""))


@broken(mends=True)
async def test_what_a_call_can_mend_is_mended(case: Broken, tmp_path):
    async with patient(tmp_path, **case.options) as sick:
        await case.break_it(sick)
        before = cause(await sick.examine())
        again = await sick.mend(before)
        after = cause(await sick.examine(whole=True))

    assert before.remedy is not None
    assert (again[0].check, again[0].verdict) == (before.check, Verdict.PASSED)
    if case.after:
        assert after.check.key == case.after
    else:
        assert after.verdict is Verdict.PASSED, after


async def test_an_authority_that_this_computer_does_not_know_is_named(tmp_path):
    identity = new_identity()
    context = ssl.create_default_context(cadata=identity.ca_pem.decode())
    async with (
        hosted(identity.context, rate_limit=False) as (sandbox, hosting),
        AsyncExitStack() as stack,
    ):
        wire = Wire(httpx.AsyncHTTPTransport(verify=context))
        http = await stack.enter_async_context(open_http(transport=wire))
        portal = Portal(http, sandbox.describe(hosting.origin))
        sick = await connected_patient(stack, portal, wire, tmp_path)
        believing, wire.end = wire.end, httpx.AsyncHTTPTransport()
        named = cause(await sick.examine())
        wire.end = believing

    assert (named.check.key, named.reason) == ("portal_answers", Reason.CERTIFICATE)
    table.append(("authority unknown here", "portal_answers", named.reason, ""))
