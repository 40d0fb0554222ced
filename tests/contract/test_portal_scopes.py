"""Every method of the portal, asked with one permission at a time, in batches."""

import pytest

from .colleagues import Webhook
from .kit import open_portal

BASIC = {
    *("app.info", "profile", "user.admin", "user.access", "server.time", "scope", "methods"),
    *("method.get", "feature.get", "events", "event.bind", "event.unbind", "event.get"),
    *("event.test", "event.offline.get", "event.offline.list", "event.offline.clear"),
    *("event.offline.error", "app.option.get", "app.option.set"),
    *("user.option.get", "user.option.set"),
}
USERS = ("user.current", "user.get", "user.search")
FAMILIES = {
    "imopenlines": ("imopenlines.", "imconnector."),
    "imconnector": ("imconnector.",),
    "im": ("im.",),
    "imbot": ("imbot.",),
    "crm": ("crm.",),
    "user": USERS,
    "user_basic": USERS,
    "user_brief": USERS,
    "placement": ("placement.",),
    "disk": ("disk.",),
    "contact_center": (),
    "pull": (),
}
BOTH = "imopenlines.bot.session."
LACKING = "insufficient_scope"


async def names(portal):
    return sorted(name.lower() for name in await portal.ok("methods", {"full": True}))


async def codes(portal, methods):
    """How each method refuses a call without parameters; None when it does not."""
    found = {}
    for start in range(0, len(methods), 50):
        chunk = methods[start : start + 50]
        got = await portal.batch({f"k{n}": method for n, method in enumerate(chunk)})
        errors = dict(got["result_error"])
        found |= {m: errors.get(f"k{n}", {}).get("error") for n, m in enumerate(chunk)}
    return found


@pytest.mark.parametrize("scope", FAMILIES)
async def test_a_permission_opens_its_methods_and_no_others(scope):
    async with open_portal(scope=scope, signed_in=False) as portal:
        await portal.sign_in()
        methods = [name for name in await names(portal) if name != "batch"]
        refused = {name for name, code in (await codes(portal, methods)).items() if code == LACKING}

    opened = {name for name in methods if name.startswith(FAMILIES[scope] or ("-",))}
    opened -= {name for name in methods if name.startswith(BOTH)}
    assert set(methods) - refused == opened | (BASIC & set(methods))


async def test_every_method_may_stand_in_a_batch_but_batch_itself(portal):
    found = await codes(portal, await names(portal))

    assert len(found) > 190
    not_allowed = {name for name, code in found.items() if code == "ERROR_BATCH_METHOD_NOT_ALLOWED"}
    assert not_allowed <= {"batch", "disk.folder.uploadfile", "im.v2.file.upload"}
    assert "INTERNAL_SERVER_ERROR" not in found.values()
    assert "ERROR_METHOD_NOT_FOUND" not in found.values()


async def test_the_basic_methods_are_all_there(portal):
    assert set(await names(portal)) >= BASIC


@pytest.mark.parametrize("family", ["imconnector.", "event.", "events"])
async def test_a_webhook_opens_no_method_of_an_application(portal, family):
    methods = [name for name in await names(portal) if name.startswith(family)]
    hook = Webhook(portal)

    got = await hook.ok("batch", {"cmd": dict(zip(methods, methods, strict=True))})

    assert {error["error"] for error in got["result_error"].values()} == {"WRONG_AUTH_TYPE"}
    assert set(got["result_error"]) == set(methods)


async def test_an_employee_is_kept_from_what_administrators_do():
    async with open_portal(role="user") as portal:
        methods = [
            *(f"event.offline.{verb}" for verb in ("get", "list", "clear", "error")),
            *(f"placement.{verb}" for verb in ("bind", "unbind", "get")),
        ]
        found = await codes(portal, methods)

    assert set(found.values()) == {"ACCESS_DENIED"}
