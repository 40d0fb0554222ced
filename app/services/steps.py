"""The steps of connecting, done one after the other, each with the calls that it made."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from app.bitrix.errors import BitrixError
from app.domain.calls import CallRecord
from app.domain.connector import ChannelData, LineStatus, Registration
from app.domain.problem import Problem
from app.services.failures import ServiceError, problem_of
from app.services.grid import StatusChange
from app.services.traffic import Traffic

StepName = Literal["register", "activate", "data", "status"]
Step: TypeAlias = Callable[[], Awaitable[LineStatus | None]]


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step. `status` is what the portal says at the end of it, as far as it was asked."""

    step: StepName
    ok: bool
    problem: Problem | None
    calls: tuple[CallRecord, ...]
    status: LineStatus | None = None


class Connecting(Protocol):
    """Who can do the four steps."""

    async def register(self, registration: Registration) -> None:
        """Create or update the connector."""
        ...

    async def activate(self, connector: str, line: int) -> StatusChange:
        """Switch it on for a line."""
        ...

    async def set_data(self, connector: str, line: int, data: ChannelData) -> None:
        """Describe the channel."""
        ...

    async def look(self, connector: str, line: int) -> LineStatus:
        """See whether it works."""
        ...


def connecting(
    doer: Connecting, registration: Registration, line: int, data: ChannelData
) -> dict[StepName, Step]:
    """The steps from nothing to a connector that works, in the vendor's order."""
    key = registration.id.lower()

    async def register() -> None:
        await doer.register(registration)

    async def activate() -> LineStatus | None:
        return (await doer.activate(key, line)).after

    async def describe() -> None:
        await doer.set_data(key, line, data)

    async def look() -> LineStatus:
        return await doer.look(key, line)

    return {"register": register, "activate": activate, "data": describe, "status": look}


async def take_steps(steps: Mapping[StepName, Step], traffic: Traffic) -> AsyncIterator[StepResult]:
    """Do a step each time the caller asks for the next; end after one that fails."""
    for name, work in steps.items():
        result = await _take_step(name, work, traffic)
        yield result
        if not result.ok:
            return


async def _take_step(name: StepName, work: Step, traffic: Traffic) -> StepResult:
    calls: list[CallRecord] = []
    stop = traffic.recorded.connect(calls.append)
    problem: Problem | None = None
    status: LineStatus | None = None
    try:
        status = await work()
    except (BitrixError, ServiceError) as error:
        problem = problem_of(error)
    finally:
        stop()
    if name == "status" and problem is None and not (status and status.status):
        problem = Problem("NOT_WORKING")
    mine = tuple(each for each in calls if each.method.startswith("imconnector."))
    return StepResult(name, problem is None, problem, mine, status)
