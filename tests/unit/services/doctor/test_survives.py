"""Whatever a portal does to one call, the doctor goes on, blames nobody for it and tidies up."""

import asyncio
import json
from functools import partial

import httpx
import pytest

from app.domain.doctor import FACTS, Reason, Verdict
from app.services.doctor import CHECKS
from tests.helpers.patients import Wire, patient

_METHODS = (
    *(
        "server.time",
        "batch",
        "profile",
        "app.info",
        "scope",
        "method.get",
        "events",
        "feature.get",
    ),
    *("imconnector.list", "placement.get", "imopenlines.config.get", "imconnector.status"),
    *("event.get", "event.offline.list", "user.get", "event.bind", "event.test"),
    *("event.offline.get", "event.unbind"),
)
_KINDS = ("html", "internal_error", "lost", "ACCESS_DENIED")


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("method", _METHODS)
async def test_one_bad_answer_is_no_broken_connector(tmp_path, method, kind):
    async with patient(tmp_path) as well:
        before = (await well.portal.state())["bindings"]
        await well.order("fault", kind=kind, method=method, count=1)
        findings = await well.examine(whole=True)
        after = await well.portal.state()

    failed = {each.check.key for each in findings if each.verdict is Verdict.FAILED}
    assert failed == set()
    assert [each.check for each in findings] == list(CHECKS)
    assert after["bindings"] == before
    assert after["queue"] == []
    for each in findings:
        if each.reason:
            assert each.facts.keys() == set(FACTS[Reason(each.reason)])


async def test_a_question_that_failed_says_which_and_how(tmp_path):
    async with patient(tmp_path) as well:
        await well.order("fault", kind="internal_error", method="imconnector.status", count=9)
        findings = {each.check.key: each for each in await well.examine(whole=True)}

    assert findings["active"].reason == Reason.CALL_UNANSWERED
    assert findings["active"].facts["method"] == "imconnector.status"
    assert findings["active"].facts["code"] == "INTERNAL_SERVER_ERROR"
    assert "INTERNAL_SERVER_ERROR" in findings["active"].proofs[0].answer


async def test_without_a_batch_every_question_is_asked_by_itself(tmp_path):
    async with patient(tmp_path) as well:
        await well.order("fault", kind="internal_error", method="batch", count=99)
        findings = await well.examine(whole=True)

    assert {each.verdict for each in findings} == {Verdict.PASSED}


async def test_who_may_not_read_the_list_is_told_by_the_settings_page(tmp_path):
    async with patient(tmp_path) as well:
        await well.order("fault", kind="ACCESS_DENIED", method="imconnector.list", count=9)
        findings = {each.check.key: each for each in await well.examine(whole=True)}

    assert findings["registered"].verdict is Verdict.PASSED
    assert findings["registered"].facts["proof"] == "page"
    assert len(findings["registered"].proofs) == 2


async def test_every_proof_is_what_the_portal_said_and_holds_no_secret(tmp_path):
    async with patient(tmp_path) as well:
        token = await well.desk.session._keeper.access()
        findings = await well.examine()

    proofs = [proof for each in findings for proof in each.proofs]
    assert token
    assert not [proof for proof in proofs if token in f"{proof.params}{proof.answer}"]
    status = next(each for each in proofs if each.method == "imconnector.status")
    assert '"CONNECTOR":"acme_shopchat"' in status.answer
    assert status.status == 200


async def test_a_token_that_the_portal_repeats_is_in_no_finding(tmp_path):
    async with patient(tmp_path) as sick:
        token = await sick.desk.session._keeper.access()
        portal, sick.wire.end = sick.wire.end, httpx.MockTransport(partial(_repeat, token))
        findings = await sick.examine(whole=True)
        sick.wire.end = portal

    assert any("was" in proof.answer for each in findings for proof in each.proofs)
    assert token not in str(findings)


def _repeat(token, request):
    said = {"error": "ODD", "error_description": f"was {token}", "note": token}
    if not request.url.path.endswith("batch.json"):
        return httpx.Response(200, json={"result": f"was {token}", "note": token})
    names = list(json.loads(request.content)["cmd"])
    parts = {"result": dict.fromkeys(names[1::2], said), "result_error": {}}
    parts["result_error"] = dict.fromkeys(names[::2], said)
    return httpx.Response(200, json={"result": parts})


async def test_an_examination_ends_when_nobody_answers_at_all(tmp_path):
    async with patient(tmp_path) as well:
        portal = well.wire.end
        well.wire.end = _Deaf(portal)
        well.desk.doctor.patience = 0.01
        findings = await well.examine()
        well.wire.end = portal

    assert findings[-1].reason == Reason.NO_ANSWER
    assert findings[-1].facts["code"] == "UNREACHABLE_TIMEOUT"


class _Deaf(Wire):
    """Takes everything and says nothing."""

    async def handle_async_request(self, request):
        await asyncio.Event().wait()
