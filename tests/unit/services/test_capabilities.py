"""The checklist of a sign-in, asked of real sandbox portals of many kinds."""

from datetime import timedelta

import pytest

from app.domain.capability import Advice, Reason, Works
from app.domain.capability_rules import AREAS
from app.sandbox.options import SCOPE
from app.sandbox.presets import switches_of
from app.services.capabilities import CapabilityProbe
from app.services.clock import utc_now
from tests.helpers.desk import open_sandbox

WORKS, PARTLY, NOT, UNKNOWN = Works
#: What is never more than partly true, on the best of portals.
ALWAYS = {
    "reading": (PARTLY, Reason.READING_DOUBTFUL),
    "statistics": (PARTLY, Reason.ONLY_WATCHED),
    "deactivate": (WORKS, Reason.SWITCHED_OFF_OTHERWISE),
}


def without(*scopes):
    return ",".join(each for each in SCOPE.split(",") if each not in scopes)


def missing(key, state=NOT):
    reason = Reason.SCOPE_ADVISED if state is PARTLY else Reason.SCOPE_MISSING
    return {key: (state, reason)}


#: What needs the permission of open lines.
OF_LINES = (
    *("list", "register", "deactivate", "error_flag", "lines", "events"),
    *("customer", "operator", "open_dialog", "delivery", "reading"),
)
#: A portal, and the rows that are other than on the best of portals.
PORTALS = {
    "professional": (switches_of("professional"), {}),
    "enterprise": (switches_of("enterprise"), {}),
    "employee": (
        switches_of("employee"),
        {
            "role": (PARTLY, Reason.NO_ADMIN),
            "list": (PARTLY, Reason.LIST_NEEDS_RIGHT),
            "events": (PARTLY, Reason.OWN_CHATS),
            "operator": (PARTLY, Reason.OWN_LINES_ONLY),
            "tile": (NOT, Reason.NO_ADMIN),
        },
    ),
    "no-offline-extended": (
        switches_of("no-offline-extended"),
        {"events": (PARTLY, Reason.PEEKED)},
    ),
    "no-auth-connector": (
        switches_of("no-auth-connector"),
        {"own_queue": (NOT, Reason.COMMON_QUEUE)},
    ),
    "basic": (
        switches_of("basic"),
        {"events": (PARTLY, Reason.PEEKED), "own_queue": (NOT, Reason.COMMON_QUEUE)},
    ),
    "unfinished-install": (
        switches_of("unfinished-install"),
        {
            "installation": (NOT, Reason.NOT_INSTALLED),
            "events": (NOT, Reason.NOT_INSTALLED),
            "tile": (NOT, Reason.NOT_INSTALLED),
            "statistics": (NOT, Reason.NEEDS_EVENTS),
        },
    ),
    "on-premise": (switches_of("on-premise"), {"server": (WORKS, Reason.SELF_HOSTED)}),
    "without im": (
        {"scope": without("im")},
        missing("operator") | missing("files"),
    ),
    "without imconnector": (
        {"scope": without("imconnector")},
        missing("register", PARTLY) | missing("customer", PARTLY),
    ),
    "without imopenlines": (
        {"scope": without("imopenlines", "imconnector")},
        dict.fromkeys(OF_LINES, (NOT, Reason.SCOPE_MISSING))
        | {"statistics": (NOT, Reason.NEEDS_EVENTS)},
    ),
    "without crm, bots, users": (
        {"scope": without("crm", "imbot", "user")},
        missing("crm") | missing("bots") | missing("people"),
    ),
    "people only briefly": (
        {"scope": f"{without('user')},user_brief"},
        {"people": (PARTLY, Reason.PEOPLE_BRIEF)},
    ),
    "without widgets": ({"scope": without("placement")}, missing("tile")),
    "without the contact center": (
        {"scope": without("contact_center")},
        missing("tile", PARTLY),
    ),
    "no reading marks": ({"reading": False}, {"reading": (NOT, Reason.METHOD_MISSING)}),
    "the old way to switch off": ({"legacy_deactivate": True}, {"deactivate": (WORKS, "")}),
}


@pytest.mark.parametrize("name", PORTALS)
async def test_the_checklist_says_of_every_portal_what_is_true_of_it(name):
    switches, differences = PORTALS[name]
    usual = {"auth_connector": True}
    async with open_sandbox(**(usual | switches | {"rate_limit": False})) as portal:
        probe = CapabilityProbe(await portal.sign_in())

    rows = {row.key: (row.state, row.reason) for row in probe.rows}

    for key, said in rows.items():
        wanted = differences.get(key) or ALWAYS.get(key)
        if wanted is None:
            assert said[0] is WORKS, key
        else:
            assert said == wanted, key
    assert set(differences) <= set(rows)


async def test_every_row_that_does_not_work_says_what_to_do():
    for switches, _ in PORTALS.values():
        async with open_sandbox(**(switches | {"rate_limit": False})) as portal:
            for row in CapabilityProbe(await portal.sign_in()).rows:
                assert row.state is not NOT or row.advice is not Advice.NONE, row


async def test_the_questions_are_one_request(sandbox):
    session = await sandbox.sign_in()
    before = len(await sandbox.calls())

    await CapabilityProbe(session).check()

    asked = (await sandbox.calls())[before:]
    assert [row["method"] for row in asked if not row.get("inner")][:1] == ["batch"]


async def test_a_missing_permission_names_everything_that_it_breaks():
    async with open_sandbox(scope=without("im", "crm")) as portal:
        probe = CapabilityProbe(await portal.sign_in())

    told = {each.scope: each.breaks for each in probe.missing}

    assert told == {"im": ("operator", "files"), "crm": ("crm",)}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, (WORKS, Reason.CLOCK)),
        (30, (WORKS, Reason.CLOCK)),
        (3600, (PARTLY, Reason.CLOCK_AHEAD)),
        (-3600, (PARTLY, Reason.CLOCK_BEHIND)),
    ],
)
async def test_a_clock_that_is_wrong_is_measured(sandbox, seconds, said):
    await sandbox.order("skew", seconds=seconds)

    row = row_of(CapabilityProbe(await sandbox.sign_in()), "clock")

    assert (row.state, row.reason) == said
    assert abs(int(row.facts["seconds"]) - abs(seconds)) <= 2


def row_of(probe, key):
    return next(row for row in probe.rows if row.key == key)


@pytest.mark.parametrize(
    ("method", "rows"),
    [
        ("app.info", {"installation", "licence", "events", "statistics"}),
        ("user.admin", set()),  # the profile says it as well
        ("server.time", {"clock"}),
        ("feature.get", {"events", "own_queue", "statistics"}),
        (
            "scope",
            set(AREAS)
            - {"calls", "installation", "role", "licence", "clock", "own_queue", "server"},
        ),
    ],
)
async def test_a_question_without_an_answer_leaves_only_its_rows_open(sandbox, method, rows):
    session = await sandbox.sign_in()
    probe = CapabilityProbe(session)
    await sandbox.order("fault", kind="ERROR_CORE", method=method, count=2)

    await probe.check()

    assert {row.key for row in probe.rows if row.state is UNKNOWN} == rows
    assert all(row.reason is Reason.UNANSWERED for row in probe.rows if row.key in rows)


async def test_rights_that_were_given_meanwhile_are_seen_at_the_next_look(sandbox):
    await sandbox.order("app", scope="imopenlines,imconnector")
    probe = CapabilityProbe(await sandbox.sign_in())
    assert row_of(probe, "operator").state is NOT

    await sandbox.order("app", scope=SCOPE)
    await probe.check()

    assert row_of(probe, "operator").state is WORKS


async def test_a_plan_without_rest_is_named_and_the_rest_waits_for_it(sandbox):
    probe = CapabilityProbe(await sandbox.sign_in())
    await sandbox.order("preset", name="free")

    await probe.check()

    calls = row_of(probe, "calls")
    assert (calls.state, calls.facts["code"], calls.advice) == (NOT, "PLAN", Advice.CHANGE_PLAN)
    assert {row.state for row in probe.rows if row.key != "calls"} == {UNKNOWN}


async def test_an_application_that_was_not_paid_is_told(sandbox):
    probe = CapabilityProbe(await sandbox.sign_in())
    await sandbox.order("app", payment_expired=True)

    await probe.check()

    assert probe.problem.code == "PAYMENT_REQUIRED"
    assert Advice.PAY in {row.advice for row in probe.rows if row.state is NOT}


async def test_who_is_signed_out_is_told_to_sign_in_again(sandbox):
    session = await sandbox.sign_in()
    probe = CapabilityProbe(session)
    await sandbox.order("tokens", action="revoke", which="all")

    await probe.check()

    calls = row_of(probe, "calls")
    assert (calls.state, calls.advice) == (NOT, Advice.SIGN_IN_AGAIN)


async def test_a_portal_that_does_not_answer_changes_nothing_that_is_known(sandbox):
    probe = CapabilityProbe(await sandbox.sign_in())
    known = probe.rows
    await sandbox.order("fault", kind="html", method="batch", count=1)

    await probe.check()

    assert probe.rows == known
    assert probe.problem is not None


async def test_answers_are_believed_for_a_day(sandbox):
    now = utc_now()
    clock = [now]
    probe = CapabilityProbe(await sandbox.sign_in(), lambda: clock[0])
    asked = probe.asked_at
    clock[0] = now + timedelta(hours=23)
    await probe.keep_fresh()
    assert probe.asked_at == asked

    clock[0] = now + timedelta(days=2)
    await probe.keep_fresh()

    assert probe.asked_at > asked


async def test_whoever_follows_is_told_of_a_new_look(sandbox):
    probe = CapabilityProbe(await sandbox.sign_in())
    told = []
    probe.changed.connect(told.append)

    await probe.check()

    assert told


async def test_the_questions_are_allowed_under_the_read_only_lock(sandbox):
    session = await sandbox.sign_in()
    probe = CapabilityProbe(session)
    session.set_read_only(True)

    await probe.check()

    assert probe.problem is None
    assert UNKNOWN not in {row.state for row in probe.rows}
