"""Orders about the portal as a whole: snapshots, and copies that serve on their own.

They need more than a portal: `(house, fields) -> fields of the answer`.
"""

from collections.abc import Awaitable, Callable

from app.sandbox.errors import ControlError
from app.sandbox.keeping.house import MAX_NAME, Host, House
from app.sandbox.orders.base import Fields
from app.sandbox.params import to_text

HouseAct = Callable[[House, Fields], Awaitable[Fields]]

HOUSE_ORDERS: dict[str, HouseAct] = {}


def house_order(name: str) -> Callable[[HouseAct], HouseAct]:
    """Register an order."""

    def register(act: HouseAct) -> HouseAct:
        HOUSE_ORDERS[name] = act
        return act

    return register


@house_order("snapshot")
async def snapshot(house: House, fields: Fields) -> Fields:
    """Save everything under a name: `name`. An older one of this name is replaced."""
    name = _name(fields)
    return {"name": name, "bytes": await house.keep(name)}


@house_order("restore")
async def restore(house: House, fields: Fields) -> Fields:
    """Everything is again as in a snapshot, the clock's pushes too: `name`."""
    await house.bring_back(_name(fields))
    return {"now": house.portal.now}


@house_order("snapshots")
async def list_snapshots(house: House, _fields: Fields) -> Fields:
    """The snapshots that are kept."""
    return {"snapshots": house.kept()}


@house_order("forget-snapshot")
async def forget_snapshot(house: House, fields: Fields) -> Fields:
    """Drop a snapshot: `name`."""
    house.forget(_name(fields))
    return {}


@house_order("fork")
async def fork(house: House, fields: Fields) -> Fields:
    """A copy on a port of its own, of now or of a snapshot: `name`? Answers its addresses."""
    host = _host(house)
    portal = await house.branch(_name(fields) if fields.get("name") is not None else "")
    return dict(await host.open(portal))


@house_order("unfork")
async def unfork(house: House, fields: Fields) -> Fields:
    """Stop copies: `portal`, the address of one; without it all of them."""
    host, origin = _host(house), fields.get("portal")
    if origin is not None and not host.close(to_text(origin).rstrip("/")):
        raise ControlError("There is no such copy.", 404)
    closed = [origin] if origin is not None else [one for one in host.opened() if host.close(one)]
    return {"closed": len(closed)}


@house_order("forks")
async def forks(house: House, _fields: Fields) -> Fields:
    """The addresses of the copies that serve."""
    return {"forks": _host(house).opened()}


def _host(house: House) -> Host:
    if house.host is None:
        raise ControlError("Nobody serves this portal on a socket.", 409)
    return house.host


def _name(fields: Fields) -> str:
    name = fields.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > MAX_NAME:
        raise ControlError(f"name is a text of 1 to {MAX_NAME} characters.")
    return name
